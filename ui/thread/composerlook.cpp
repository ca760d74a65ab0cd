// SPDX-License-Identifier: GPL-3.0-or-later
// What the composer shows and says.
#include "domain/isolate.h"
#include "ui/announcer.h"
#include "ui/notes/notebox.h"
#include "ui/quickreplies/gapmarks.h"
#include "ui/quickreplies/quickreplypanel.h"
#include "ui/rights.h"
#include "ui/shortcuts/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/thread/chipbar.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/heldsends.h"
#include "ui/thread/outgoingfiles.h"
#include "ui/thread/templatepicker.h"
#include "ui/voice/voicebar.h"
#include "ui/voice/voicenotes.h"
#include "ui/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace delpek::ui
{

namespace
{

/// Said from here on, so that an answer is not begun that cannot be sent.
constexpr auto closesSoon = std::chrono::hours(4);

} // namespace

void Composer::retranslate()
{
    const auto dress = [this](QToolButton* tool, const QString& drawing, const QString& text) {
        tool->setIcon(icon(drawing, m_context.theme.colours().text));
        tool->setToolTip(text);
        tool->setAccessibleName(text);
    };
    dress(m_attach, QStringLiteral("attach"), tr("Send files and pictures; they can be dropped or pasted here too"));
    dress(m_place, QStringLiteral("location"), tr("Send the location of the clinic"));
    dress(m_templates, QStringLiteral("template"), tr("Send a template that WhatsApp has approved"));
    dress(m_reply, QStringLiteral("quickreply"), tr("Insert a quick reply; typing / first does it too"));
    dress(m_agent, QStringLiteral("agent"),
          m_context.shortcuts.withKeys(tr("Let the agent draft an answer"), "message.draft"));
    dress(m_noteButton, QStringLiteral("note"),
          m_context.shortcuts.withKeys(tr("Write an internal note"), "message.note"));
    dress(m_later, QStringLiteral("clock"), tr("Send the text later; files go at once only"));
    m_undo->setText(m_context.shortcuts.withKeys(tr("Undo"), "message.take-back"));
    m_hint->setFont(m_context.theme.small());
    m_reason->setFont(m_context.theme.small());
    refresh();
}

void Composer::refresh()
{
    const bool open = m_conversation.id.isValid();
    const bool picking = isPicking();
    const QString name = words::title(m_conversation);
    const bool mayWrite = open && m_state.canSendText;
    m_edit->setAccessibleName(open ? tr("Message to %1").arg(domain::isolate(name)) : tr("Message"));
    m_edit->setPlaceholderText(open ? tr("Write to %1").arg(domain::isolate(name)) : QString());
    m_message->setVisible(!m_noting);
    m_note->setVisible(m_noting);
    m_noteButton->setVisible(open && mayDo(m_context, domain::Right::Converse));
    m_edit->setEnabled(mayWrite);
    m_edit->setVisible(!picking);
    m_chips->setVisible(!picking && open && !m_files->of(m_conversation.id).isEmpty());
    m_picker->setVisible(picking);
    m_attach->setVisible(!picking && mayWrite && m_state.files);
    m_voice->button().setVisible(!picking && mayWrite && m_state.files);
    m_place->setVisible(!picking && mayWrite && m_state.places);
    m_place->setEnabled(open && !m_files->of(m_conversation.id).place);
    m_templates->setVisible(mayWrite && m_state.templates);
    m_templates->setChecked(picking);
    m_reply->setVisible(!picking && mayWrite);
    m_reply->setChecked(m_replies->isOpen());
    // Where the agent answers by itself there is nothing to draft.
    m_agent->setVisible(!picking && mayWrite && mayDo(m_context, domain::Right::Converse));
    m_agent->setEnabled(!domain::agentMayAct(m_conversation, m_conversation.epoch) &&
                        m_conversation.holder.kind != domain::HolderKind::Doctor);
    m_later->setVisible(!picking && mayWrite && mayDo(m_context, domain::Right::Converse));
    m_later->setEnabled(mayPlan());
    m_send->setText(open ? words::sendTo(name, m_conversation.address.channel) : tr("Send"));
    m_send->setEnabled(maySend());
    m_send->setIcon(icon(QStringLiteral("send"),
                         m_send->isEnabled() ? m_context.theme.colours().onAccent : m_context.theme.colours().muted,
                         layoutDirection() == Qt::RightToLeft));
    if (picking) {
        m_hint->setText(written().isEmpty() ? QString() : tr("Your draft is kept"));
    } else {
        const bool speaking = open && m_context.voice.state(m_conversation.id) == VoiceNotes::State::Recording;
        m_hint->setText(m_gaps->any() ? tr("Fill in what is marked: %1").arg(domain::isolate(m_gaps->first()))
                        : speaking    ? tr("Stop the recording to send it")
                        : mayWrite    ? tr("Shift+Enter: new line")
                                      : QString());
    }
    refreshWindow();

    const auto* held = m_held->newest();
    const bool isNew = held != nullptr && m_undoRoom->isHidden();
    m_undoRoom->setVisible(held != nullptr);
    if (held != nullptr) {
        const int seconds = m_held->secondsLeft();
        m_undoText->setText(held->recipient.isEmpty()
                                ? tr("Sending in %1 s").arg(seconds)
                                : tr("Sending to %1 in %2 s").arg(domain::isolate(held->recipient)).arg(seconds));
    }
    if (isNew) {
        announce(*this, m_undoText->text());
    }
}

void Composer::refreshWindow()
{
    const bool open = m_conversation.id.isValid();
    QString said;
    if (open && !m_state.canSendText) {
        said = words::reason(m_state.reason);
        if (isPicking()) {
            said = m_state.windowCloses
                       ? tr("WhatsApp's 24 hours for free text ended %1. A template reopens the conversation; as soon "
                            "as the patient writes you can write freely again.")
                             .arg(words::ended(*m_state.windowCloses, m_context.desk.now()))
                       : tr("The patient has not written on WhatsApp yet, so only a template may be sent. As soon as "
                            "the patient writes you can write freely.");
        }
    } else if (open && m_state.windowCloses && *m_state.windowCloses - m_context.desk.now() < closesSoon) {
        said = tr("Free text on WhatsApp is possible for another %1, until %2")
                   .arg(words::waited(*m_state.windowCloses - m_context.desk.now()),
                        words::clockTime(*m_state.windowCloses));
    }
    m_reason->setVisible(!said.isEmpty());
    m_reason->setText(said);
}

} // namespace delpek::ui
