// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notebox.h"

#include "desk/desk.h"
#include "desk/notes.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
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

const auto noteSource = QStringLiteral("note");

} // namespace

NoteBox::NoteBox(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
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
    connect(m_edit, &QTextEdit::textChanged, this, &NoteBox::refresh);
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
    if (hasBegun()) {
        m_begun[m_id] = written();
    }
    m_id = id;
    const auto kept = m_begun.extract(id);
    m_edit->setPlainText(kept ? kept.mapped() : QString());
    m_edit->moveCursor(QTextCursor::End);
    refresh();
}

bool NoteBox::hasBegun() const
{
    return m_id.isValid() && !written().isEmpty();
}

std::vector<domain::ConversationId> NoteBox::begun() const
{
    std::vector<domain::ConversationId> all;
    if (hasBegun()) {
        all.push_back(m_id);
    }
    for (const auto& [id, text] : m_begun) {
        all.push_back(id);
    }
    return all;
}

void NoteBox::putBack(domain::ConversationId id, const QString& text)
{
    if (id != m_id) {
        m_begun[id] = m_begun.contains(id) ? text + QLatin1Char('\n') + m_begun[id] : text;
        return;
    }
    QTextCursor start(m_edit->document());
    start.insertText(m_edit->document()->isEmpty() ? text : text + QLatin1Char('\n'));
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
    // What is typed from here on is the next note.
    m_edit->clear();
    whenDone(m_context.desk.notes().write(m_id, text), this, [this, id = m_id, text](const auto& result) {
        if (result) {
            m_context.problems.worked(noteSource);
        } else {
            m_context.problems.report(noteSource, result.error());
            putBack(id, text);
        }
    });
}

void NoteBox::onChanges(const std::vector<domain::Change>& changes)
{
    for (const domain::Change& change : changes) {
        if (change.topic == domain::Topic::Erased) {
            m_begun.erase({change.conversation});
            if (m_id.value == change.conversation) {
                m_edit->clear();
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

void NoteBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
