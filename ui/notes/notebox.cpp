// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notebox.h"

#include "desk/desk.h"
#include "desk/notes.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/thread/composeredit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace delpek::ui
{

namespace
{

constexpr auto saveDelay = std::chrono::milliseconds(400);
const auto noteSource = QStringLiteral("note");
const auto draftSource = QStringLiteral("note.draft");

QString joined(const QString& before, bool isAll)
{
    return isAll ? before : before + QLatin1Char('\n');
}

} // namespace

NoteBox::NoteBox(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_person(context.desk.signIn().state().person)
    , m_mark(new QLabel(this))
    , m_title(new QLabel(this))
    , m_says(new QLabel(this))
    , m_edit(new ComposerEdit(this))
    , m_hint(new QLabel(this))
    , m_leave(new QPushButton(this))
    , m_save(new QPushButton(this))
{
    setObjectName(QStringLiteral("noteBox"));
    m_title->setObjectName(QStringLiteral("noteTitle"));
    m_edit->setObjectName(QStringLiteral("noteEdit"));
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_says->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_leave->setObjectName(QStringLiteral("leaveNote"));
    m_save->setObjectName(QStringLiteral("saveNote"));
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_mark);
    head->addWidget(m_title);
    head->addWidget(m_says, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_leave);
    foot->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 9, 12, 10);
    column->setSpacing(7);
    column->addLayout(head);
    column->addWidget(m_edit);
    column->addLayout(foot);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NoteBox::flush);
    connect(m_edit, &QTextEdit::textChanged, this, [this] {
        m_dirty = true;
        m_timer.start(saveDelay);
        refresh();
        if (m_edit->hasFocus()) {
            Q_EMIT wrote();
        }
    });
    connect(m_edit, &ComposerEdit::sendWanted, this, &NoteBox::save);
    connect(m_edit, &ComposerEdit::leaveWanted, this, &NoteBox::leaveWanted);
    connect(m_save, &QPushButton::clicked, this, &NoteBox::save);
    connect(m_leave, &QPushButton::clicked, this, &NoteBox::leaveWanted);
    connect(&context.feed, &ChangeFeed::changed, this, &NoteBox::onChanges);
    connect(&context.theme, &Theme::changed, this, &NoteBox::retranslate);
    retranslate();
}

void NoteBox::setConversation(domain::ConversationId id)
{
    if (id == m_id) {
        return;
    }
    flush();
    ++m_generation;
    m_id = id;
    const auto known = m_keeping.find(id);
    showText(known == m_keeping.end() ? QString() : known->second);
    if (known == m_keeping.end()) {
        read();
    }
}

bool NoteBox::hasBegun() const
{
    return m_id.isValid() && !written().isEmpty();
}

void NoteBox::read()
{
    if (!m_id.isValid()) {
        return;
    }
    whenDone(m_context.desk.notes().draft(m_id), this, [this, generation = m_generation](const auto& begun) {
        if (generation != m_generation) {
            return;
        }
        if (!begun) {
            m_context.problems.report(draftSource, begun.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(draftSource);
        // What was written meanwhile is newer.
        if (!begun->isEmpty() && !m_dirty && written().isEmpty()) {
            showText(*begun);
            Q_EMIT found();
        }
    });
}

void NoteBox::showText(const QString& text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    // This was put there, not written.
    m_timer.stop();
    m_dirty = false;
    refresh();
}

void NoteBox::flush()
{
    m_timer.stop();
    if (m_id.isValid() && std::exchange(m_dirty, false)) {
        keep(m_id, written());
    }
}

void NoteBox::keep(domain::ConversationId id, const QString& text)
{
    if (!isStill(m_context, m_person)) {
        return; // it would become the next person's
    }
    m_keeping[id] = text;
    whenDone(m_context.desk.notes().saveDraft(id, text), this, [this, id, text](const auto& result) {
        if (!result) {
            m_context.problems.report(draftSource, result.error(), [this] {
                for (const auto& [other, begun] : std::map(m_keeping)) {
                    keep(other, begun);
                }
            });
            return;
        }
        m_context.problems.worked(draftSource);
        forget(id, text);
    });
}

void NoteBox::forget(domain::ConversationId id, const QString& text)
{
    if (const auto place = m_keeping.find(id); place != m_keeping.end() && place->second == text) {
        m_keeping.erase(place);
    }
}

void NoteBox::focus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

QString NoteBox::written() const
{
    return domain::withoutIsolates(m_edit->toPlainText()).trimmed();
}

void NoteBox::save()
{
    const QString text = written();
    if (!m_id.isValid() || text.isEmpty()) {
        return;
    }
    // Until the desk has the note it is the kept draft, which the note clears.
    keep(m_id, text);
    // What is typed from here on is the next note.
    showText({});
    m_keeping[m_id] = QString();
    whenDone(m_context.desk.notes().write(m_id, text), this, [this, id = m_id, text](const auto& result) {
        forget(id, {});
        if (result) {
            m_context.problems.worked(noteSource);
        } else {
            m_context.problems.report(noteSource, result.error());
            putBack(id, text);
        }
    });
}

void NoteBox::putBack(domain::ConversationId id, const QString& text)
{
    if (id == m_id) {
        QTextCursor start(m_edit->document());
        start.insertText(joined(text, m_edit->document()->isEmpty()));
        flush();
        return;
    }
    whenDone(m_context.desk.notes().draft(id), this, [this, id, text](const auto& kept) {
        if (id == m_id) {
            putBack(id, text);
            return;
        }
        const auto known = m_keeping.find(id);
        const QString next = known != m_keeping.end() ? known->second : kept.value_or(QString());
        keep(id, next == text ? text : joined(text, next.isEmpty()) + next);
    });
}

void NoteBox::onChanges(const std::vector<domain::Change>& changes)
{
    for (const domain::Change& change : changes) {
        if (change.topic == domain::Topic::Erased) {
            m_keeping.erase({change.conversation});
            if (m_id.value == change.conversation) {
                showText({});
            }
        }
    }
}

void NoteBox::refresh()
{
    m_save->setEnabled(m_id.isValid() && !written().isEmpty());
}

void NoteBox::retranslate()
{
    m_mark->setPixmap(icon(QStringLiteral("note"), m_context.theme.colours().noteStrong).pixmap(18, 18));
    m_title->setFont(m_context.theme.strong());
    m_title->setText(tr("Internal note"));
    m_says->setFont(m_context.theme.small());
    m_says->setText(tr("For the team only. Nothing is sent."));
    m_edit->setPlaceholderText(tr("Write to the team"));
    m_edit->setAccessibleName(tr("Internal note for the team; nothing is sent"));
    m_hint->setFont(m_context.theme.small());
    m_hint->setText(tr("Shift+Enter: new line"));
    m_leave->setText(tr("Back to the message"));
    m_save->setText(tr("Save the note"));
    refresh();
}

void NoteBox::hideEvent(QHideEvent* event)
{
    flush();
    QFrame::hideEvent(event);
}

void NoteBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
