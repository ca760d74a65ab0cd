// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace delpek::ui
{

/// Who marks places in a text. Each has marks of its own, that do not know of the others.
enum class TextMark { Gap = 1, Spelling = 2 };

/// The marks of one kind, in the place of those that it had.
void setTextMarks(QTextEdit& edit, TextMark kind, QList<QTextEdit::ExtraSelection> marks);

} // namespace delpek::ui
