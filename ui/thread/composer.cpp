// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/composer.h"

#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/sendqueue.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace delpek::ui
{

namespace
{

constexpr auto saveDelay = std::chrono::milliseconds(400);
constexpr auto closesSoon = std::chrono::hours(4);
const auto draftSource = QStringLiteral("draft");
const auto stateSource = QStringLiteral("composer");
const auto sendSource = QStringLiteral("send");

} // namespace

Composer::Composer(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_queue(new SendQueue(context, this))
    , m_edit(new ComposerEdit(this))
    , m_undoBar(new QFrame(this))
    , m_undoText(new QLabel(m_undoBar))
    , m_undo(new QPushButton(m_undoBar))
    , m_reason(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_send(new QPushButton(this))
{
    setObjectName(QStringLiteral("composer"));
    m_undoBar->setObjectName(QStringLiteral("undoBar"));
    m_reason->setObjectName(QStringLiteral("reasonBar"));
    m_reason->setWordWrap(true);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_send->setObjectName(QStringLiteral("send"));
    m_undo->setObjectName(QStringLiteral("undo"));

    auto* undoRow = new QHBoxLayout(m_undoBar);
    undoRow->setContentsMargins(10, 4, 6, 4);
    undoRow->addWidget(m_undoText, 1);
    undoRow->addWidget(m_undo);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 9, 12, 10);
    column->setSpacing(7);
    column->addWidget(m_undoBar);
    column->addWidget(m_reason);
    column->addWidget(m_edit);
    column->addLayout(foot);

    m_save.setSingleShot(true);
    connect(&m_save, &QTimer::timeout, this, &Composer::flushDraft);
    connect(m_edit, &QTextEdit::textChanged, this, [this] {
        m_dirty = true;
        m_save.start(saveDelay);
        refresh();
    });
    connect(m_edit, &ComposerEdit::sendWanted, this, &Composer::send);
    connect(m_edit, &ComposerEdit::leaveWanted, this, &Composer::leaveWanted);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_undo, &QPushButton::clicked, this, &Composer::takeBack);
    connect(m_queue, &SendQueue::changed, this, &Composer::refresh);
    connect(m_queue, &SendQueue::failed, this, &Composer::onFailed);
    connect(m_queue, &SendQueue::sent, this, [this](domain::ConversationId conversation) {
        m_context.problems.worked(sendSource);
        if (conversation == m_conversation.id && !written().isEmpty()) {
            // The desk cleared the draft with the send; what was written since is one again.
            m_dirty = true;
            flushDraft();
        }
    });
    connect(&context.feed, &ChangeFeed::changed, this, &Composer::onChanges);
    connect(&context.theme, &Theme::changed, this, &Composer::refresh);
    connect(&m_clock, &QTimer::timeout, this, &Composer::readState);
    m_clock.start(std::chrono::seconds(30));
    refresh();
}

Composer::~Composer()
{
    flushDraft();
}

void Composer::setConversation(const domain::Conversation& conversation)
{
    flushDraft();
    ++m_generation;
    m_conversation = conversation;
    m_state = {};
    setText({});
    readDraft();
    readState();
}

void Composer::updateConversation(const domain::Conversation& conversation)
{
    m_conversation = conversation;
    refresh();
}

void Composer::focus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void Composer::flushDraft()
{
    m_save.stop();
    if (!m_conversation.id.isValid() || !std::exchange(m_dirty, false)) {
        return;
    }
    QString draft = written();
    if (const auto& waiting = m_queue->waiting(); waiting && waiting->conversation == m_conversation.id) {
        // Until the desk has the message its text must not exist in this window alone.
        draft = draft.isEmpty() ? waiting->text : waiting->text + QLatin1Char('\n') + draft;
    }
    whenDone(m_context.desk.saveDraft(m_conversation.id, draft), this, [this](const auto& result) {
        if (result) {
            m_context.problems.worked(draftSource);
        } else {
            m_dirty = true;
            m_context.problems.report(draftSource, result.error(), [this] {
                m_dirty = true;
                flushDraft();
            });
        }
    });
}

void Composer::send()
{
    const QString text = written().trimmed();
    if (text.isEmpty() || !m_state.canSendText || !m_conversation.id.isValid()) {
        return;
    }
    setText({});
    m_queue->add({m_conversation.id, words::title(m_conversation), text});
    m_dirty = m_queue->waiting().has_value();
    flushDraft();
}

void Composer::takeBack()
{
    const auto pending = m_queue->undo();
    if (!pending) {
        return;
    }
    if (pending->conversation != m_conversation.id) {
        // The draft of that conversation still holds the text.
        return;
    }
    const QString since = written();
    setText(since.isEmpty() ? pending->text : pending->text + QLatin1Char('\n') + since);
    m_dirty = true;
    flushDraft();
    focus();
}

void Composer::onFailed(domain::ConversationId conversation, const QString& text, const base::Error& error)
{
    m_context.problems.report(sendSource, error);
    if (conversation != m_conversation.id) {
        whenDone(m_context.desk.saveDraft(conversation, text), this, [](const auto&) {});
        return;
    }
    const QString since = written();
    setText(since.isEmpty() ? text : text + QLatin1Char('\n') + since);
    m_dirty = true;
    flushDraft();
    readState();
}

void Composer::onChanges(const std::vector<domain::Change>& changes)
{
    const bool concerns = std::ranges::any_of(changes, [this](const domain::Change& change) {
        // Settings tell whether the channel's account works.
        return change.topic == domain::Topic::Setting ||
               (change.conversation == m_conversation.id.value &&
                (change.topic == domain::Topic::Conversation || change.topic == domain::Topic::Message));
    });
    if (concerns) {
        readState();
    }
}

void Composer::readState()
{
    if (!m_conversation.id.isValid()) {
        refresh();
        return;
    }
    whenDone(m_context.desk.composer(m_conversation.id), this, [this, generation = m_generation](const auto& result) {
        if (generation != m_generation) {
            return;
        }
        if (result) {
            m_state = *result;
            m_context.problems.worked(stateSource);
        } else {
            m_context.problems.report(stateSource, result.error(), [this] { readState(); });
        }
        refresh();
    });
    refresh();
}

void Composer::readDraft()
{
    if (!m_conversation.id.isValid()) {
        return;
    }
    whenDone(m_context.desk.draft(m_conversation.id), this, [this, generation = m_generation](const auto& result) {
        if (generation != m_generation) {
            return;
        }
        if (!result) {
            m_context.problems.report(draftSource, result.error(), [this] { readDraft(); });
            return;
        }
        m_context.problems.worked(draftSource);
        QString draft = *result;
        if (const auto& waiting = m_queue->waiting();
            waiting && waiting->conversation == m_conversation.id && draft.startsWith(waiting->text)) {
            draft = draft.mid(waiting->text.size() + 1);
        }
        if (written().isEmpty()) {
            setText(draft);
        }
    });
}

void Composer::setText(const QString& text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    // This was put there, not written.
    m_save.stop();
    m_dirty = false;
    refresh();
}

QString Composer::written() const
{
    return domain::withoutIsolates(m_edit->toPlainText());
}

void Composer::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

void Composer::refresh()
{
    const bool open = m_conversation.id.isValid();
    const QString name = words::title(m_conversation);
    const bool mayWrite = open && m_state.canSendText;
    m_edit->setAccessibleName(open ? tr("Message to %1").arg(domain::isolate(name)) : tr("Message"));
    m_edit->setPlaceholderText(open ? tr("Write to %1").arg(domain::isolate(name)) : QString());
    m_edit->setEnabled(mayWrite);
    m_send->setText(open ? words::sendTo(name, m_conversation.address.channel) : tr("Send"));
    m_send->setEnabled(mayWrite && !written().trimmed().isEmpty());
    m_send->setIcon(icon(QStringLiteral("send"),
                         m_send->isEnabled() ? m_context.theme.colours().onAccent : m_context.theme.colours().muted,
                         layoutDirection() == Qt::RightToLeft));
    m_hint->setFont(m_context.theme.small());
    QString hint = tr("Enter sends, Shift+Enter starts a new line");
    if (m_state.windowCloses && *m_state.windowCloses - m_context.desk.now() < closesSoon) {
        hint =
            tr("Free answers on WhatsApp end in %1").arg(words::waited(*m_state.windowCloses - m_context.desk.now()));
    }
    m_hint->setText(mayWrite ? hint : QString());
    m_reason->setVisible(open && !m_state.canSendText);
    m_reason->setText(m_state.canSendText ? QString() : words::reason(m_state.reason));
    const auto& waiting = m_queue->waiting();
    m_undoBar->setVisible(waiting.has_value());
    m_undoText->setText(waiting ? tr("Being sent to %1 in a moment").arg(domain::isolate(waiting->recipient))
                                : QString());
    m_undo->setText(tr("Take back (F9)"));
}

} // namespace delpek::ui
