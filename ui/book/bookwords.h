// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/book.h"

/// The book's entries and times in the language of the window. UI thread.
namespace delpek::ui::bookwords
{

QString date(QDate date);
/// With the short name of the weekday.
QString shortDate(QDate date);
/// "10:00 – 10:30".
QString hours(const domain::LocalTime& from, const domain::LocalTime& to);
QString doctor(const desk::DayBook& book, const QString& id);
QString treatment(const desk::DayBook& book, const QString& id);
/// Whose it is, or what: a name, "Held", "Away".
QString title(const desk::BookEntry& entry);
/// The second line of an entry.
QString detail(const desk::DayBook& book, const desk::BookEntry& entry);
/// All of it in one sentence, for a screen reader and a tool tip.
QString spoken(const desk::DayBook& book, const desk::BookEntry& entry);
/// "Sun 8.3 · 10:00".
QString time(const domain::Slot& slot);
/// "Sunday 8.3 at 10:00 with Dr. Levi".
QString slot(const desk::DayBook& book, const domain::Slot& slot);

} // namespace delpek::ui::bookwords
