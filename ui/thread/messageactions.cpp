// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/messageactions.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("message");

} // namespace

MessageActions::MessageActions(const Context& context, ThreadView& view, const ThreadWindow& window,
                               AttachmentActions& attachments)
    : QObject(&view)
    , m_context(context)
    , m_view(view)
    , m_window(window)
    , m_attachments(attachments)
{
    connect(&view, &ThreadView::actionWanted, this, &MessageActions::run);
}

void MessageActions::run(domain::MessageId id, BubbleAction action)
{
    switch (action) {
    case BubbleAction::ConfirmArrived:
        tell(m_context.desk.confirmArrived(id));
        return;
    case BubbleAction::SendAgain:
        tell(m_context.desk.sendAgain(id));
        return;
    case BubbleAction::SaveFile:
        m_attachments.save(id);
        return;
    case BubbleAction::ShowPicture:
        m_attachments.showPicture(id);
        return;
    case BubbleAction::HidePicture:
        m_view.hidePicture(id);
        return;
    case BubbleAction::OpenPicture:
        m_attachments.openPicture(id);
        return;
    case BubbleAction::PlayVoice:
        m_attachments.playVoice(id);
        return;
    case BubbleAction::PauseVoice:
        m_attachments.pauseVoice();
        return;
    case BubbleAction::OpenMap:
        m_attachments.openMap(id);
        return;
    case BubbleAction::CopyPlace:
        m_attachments.copyPlace(id);
        return;
    case BubbleAction::ShowQuoted:
        showQuoted(id);
        return;
    case BubbleAction::ShowEarlier:
        showEarlier(id);
        return;
    case BubbleAction::HideEarlier:
        m_view.showEarlier(id, {});
        return;
    }
}

void MessageActions::showQuoted(domain::MessageId id)
{
    const auto& messages = m_window.messages();
    const auto answer = std::ranges::find(messages, id, &domain::Message::id);
    if (const auto* quoted = answer == messages.end() ? nullptr : m_window.quotedBy(*answer)) {
        m_view.reveal(quoted->id);
    }
}

void MessageActions::showEarlier(domain::MessageId id)
{
    whenDone(m_context.desk.earlierTexts(id), this, [this, id](const auto& texts) {
        if (texts) {
            m_context.problems.worked(source);
            m_view.showEarlier(id, *texts);
        } else {
            m_context.problems.report(source, texts.error());
        }
    });
}

template <typename T>
void MessageActions::tell(Future<T> future)
{
    whenDone(future, this, [this](const auto& result) {
        if (result) {
            m_context.problems.worked(source);
        } else {
            m_context.problems.report(source, result.error());
        }
    });
}

} // namespace delpek::ui
