// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quickreplies/gapmarks.h"

#include "domain/quickreply.h"
#include "ui/spelling/textmarks.h"
#include "ui/theme/theme.h"

#include <QTextEdit>

namespace delpek::ui
{

GapMarks::GapMarks(QTextEdit& edit, const Theme& theme)
    : QObject(&edit)
    , m_edit(edit)
    , m_theme(theme)
{
    connect(&edit, &QTextEdit::textChanged, this, &GapMarks::mark);
    connect(&theme, &Theme::changed, this, &GapMarks::mark);
}

bool GapMarks::any() const
{
    return !domain::gapsIn(m_edit.toPlainText()).empty();
}

QString GapMarks::first() const
{
    const QString text = m_edit.toPlainText();
    const auto gaps = domain::gapsIn(text);
    return gaps.empty() ? QString() : text.mid(gaps.front().start + 1, gaps.front().length - 2);
}

void GapMarks::select(int position)
{
    const auto gaps = domain::gapsIn(m_edit.toPlainText());
    if (gaps.empty()) {
        return;
    }
    const auto next = std::ranges::find_if(gaps, [&](const domain::Gap& gap) { return gap.start >= position; });
    const auto& gap = next == gaps.end() ? gaps.front() : *next;
    QTextCursor cursor(m_edit.document());
    cursor.setPosition(int(gap.start));
    cursor.setPosition(int(gap.start + gap.length), QTextCursor::KeepAnchor);
    m_edit.setTextCursor(cursor);
    m_edit.ensureCursorVisible();
}

void GapMarks::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto& gap : domain::gapsIn(m_edit.toPlainText())) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_edit.document());
        mark.cursor.setPosition(int(gap.start));
        mark.cursor.setPosition(int(gap.start + gap.length), QTextCursor::KeepAnchor);
        mark.format.setBackground(m_theme.colours().found);
        mark.format.setForeground(m_theme.colours().text);
        marks.append(mark);
    }
    setTextMarks(m_edit, TextMark::Gap, marks);
}

} // namespace delpek::ui
