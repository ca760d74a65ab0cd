// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spellmarks.h"

#include "ui/spelling/spellbook.h"
#include "ui/spelling/textmarks.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QTextEdit>

#include <algorithm>

namespace delpek::ui
{

namespace
{

constexpr auto typingPause = std::chrono::milliseconds(350);

} // namespace

SpellMarks::SpellMarks(QTextEdit& edit, SpellBook& book, const Theme& theme)
    : QObject(&edit)
    , m_edit(edit)
    , m_book(book)
    , m_theme(theme)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SpellMarks::mark);
    connect(&edit, &QTextEdit::textChanged, this, &SpellMarks::markSoon);
    // The word that was spared while it was typed.
    connect(&edit, &QTextEdit::cursorPositionChanged, this, &SpellMarks::markSoon);
    connect(&book, &SpellBook::changed, this, &SpellMarks::mark);
    connect(&theme, &Theme::changed, this, &SpellMarks::mark);
    edit.installEventFilter(this);
    edit.viewport()->installEventFilter(this);
}

void SpellMarks::markSoon()
{
    m_pause.start(typingPause);
}

QString SpellMarks::textOf(const SpellWord& word) const
{
    return m_edit.toPlainText().mid(word.start, word.length);
}

void SpellMarks::mark()
{
    m_wrong.clear();
    QList<QTextEdit::ExtraSelection> marks;
    if (m_book.isOn()) {
        const QString text = m_edit.toPlainText();
        const int cursor = m_edit.textCursor().position();
        for (const SpellWord& word : spellWords(text)) {
            // What is being typed is not wrong yet.
            const bool isTyped = m_edit.hasFocus() && cursor == word.start + word.length;
            if (!isTyped && !m_book.isRight(text.mid(word.start, word.length), word.language)) {
                m_wrong.push_back(word);
            }
        }
    }
    for (const SpellWord& word : m_wrong) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_edit.document());
        mark.cursor.setPosition(int(word.start));
        mark.cursor.setPosition(int(word.start + word.length), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(m_theme.colours().emergency);
        marks.append(mark);
    }
    setTextMarks(m_edit, TextMark::Spelling, marks);
}

bool SpellMarks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        markSoon();
    }
    if (event->type() != QEvent::ContextMenu) {
        return QObject::eventFilter(watched, event);
    }
    const auto* context = static_cast<QContextMenuEvent*>(event);
    const bool isKeyboard = context->reason() == QContextMenuEvent::Keyboard;
    const QTextCursor cursor = isKeyboard
                                   ? m_edit.textCursor()
                                   : m_edit.cursorForPosition(m_edit.viewport()->mapFromGlobal(context->globalPos()));
    const auto word = std::ranges::find_if(m_wrong, [&](const SpellWord& one) {
        return cursor.position() >= one.start && cursor.position() <= one.start + one.length;
    });
    if (word == m_wrong.end()) {
        return QObject::eventFilter(watched, event);
    }
    showMenu(*word, isKeyboard ? m_edit.viewport()->mapToGlobal(m_edit.cursorRect(cursor).bottomLeft())
                               : context->globalPos());
    return true;
}

void SpellMarks::showMenu(const SpellWord& word, const QPoint& at)
{
    const QString wrong = textOf(word);
    auto* menu = m_edit.createStandardContextMenu();
    menu->setObjectName(QStringLiteral("spellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* const standard = menu->actions().value(0);
    auto* looking = new QAction(tr("Looking for words…"), menu);
    looking->setEnabled(false);
    auto* accept = new QAction(tr("Leave it"), menu);
    connect(accept, &QAction::triggered, this, [this, wrong] { m_book.accept(wrong); });
    menu->insertAction(standard, looking);
    menu->insertAction(standard, accept);
    menu->insertSeparator(standard);
    m_book.suggest(wrong, word.language, menu, [this, menu, looking, word, wrong](const QStringList& words) {
        for (const QString& by : words) {
            auto* action = new QAction(by, menu);
            QFont font = menu->font();
            font.setBold(true);
            action->setFont(font);
            connect(action, &QAction::triggered, this, [this, word, wrong, by] { replace(word, wrong, by); });
            menu->insertAction(looking, action);
        }
        looking->setText(tr("No other word is known"));
        looking->setVisible(words.isEmpty());
    });
    menu->popup(at);
}

void SpellMarks::replace(const SpellWord& word, const QString& was, const QString& by)
{
    // What was typed meanwhile may stand there now.
    if (textOf(word) != was) {
        return;
    }
    QTextCursor cursor(m_edit.document());
    cursor.setPosition(int(word.start));
    cursor.setPosition(int(word.start + word.length), QTextCursor::KeepAnchor);
    cursor.insertText(by);
    mark();
}

} // namespace delpek::ui
