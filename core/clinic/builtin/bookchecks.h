// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/clinicfacts.h"

// What the built-in book accepts. Pure; the InvalidInput of each names the place ("doctor/hours/1/0: …") and what
// belongs there, never what stood there, and has a text key for people.

namespace delpek::clinic
{

/// Longest visit in minutes.
inline constexpr int LongestVisit = 12 * 60;

/// InvalidInput with "<place>: <expected>".
tl::unexpected<Error> refuse(const QString& place, const QString& expected, const char* key);

/// One of both languages has letters, none is longer than 200.
Result<Done> checkName(const QString& place, const domain::Bilingual& name);
/// Each span ends after it begins, spans of a day do not overlap.
Result<Done> checkHours(const QString& place, const domain::WeeklyHours& hours);
/// Empty is fine.
Result<Done> checkEmail(const QString& place, const QString& email);
/// 1 minute to 12 hours.
Result<Done> checkMinutes(const QString& place, int minutes);
/// 0 (with `positive` more than that) to a thousand million, three letters of a currency.
Result<Done> checkMoney(const QString& place, const domain::Money& money, bool positive);
/// What the clinic is called, how it is reached and where it is: a telephone number, short ones (*1234) too, or
/// nothing; an address of at most 500 letters a language; a place on the earth; health funds of one line each.
Result<Done> checkClinic(const domain::ClinicInfo& info);
/// Not empty, at most `most` characters.
Result<Done> checkText(const QString& place, const QString& text, int most);
/// Null is fine; else within 130 years before `today`.
Result<Done> checkBirthDate(const QString& place, QDate date, QDate today);
/// planned, in_progress, done, cancelled.
Result<Done> checkPlanState(const QString& place, const QString& state);

} // namespace delpek::clinic
