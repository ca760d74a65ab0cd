// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/book.h"

class QTextDocument;
class QWidget;

namespace delpek::ui
{

/// The book as it goes on paper, in the language of the window: a table of visits for each doctor and day, with what is
/// held and who is away.
void fillBookDocument(QTextDocument& document, const desk::DayBook& book);

/// Asks for a printer and prints. UI thread.
void printBook(const desk::DayBook& book, QWidget* parent);

} // namespace delpek::ui
