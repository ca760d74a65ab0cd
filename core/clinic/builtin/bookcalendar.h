// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/csvcolumns.h"
#include "store/session.h"

namespace delpek::clinic
{

/// How the UIDs of the book's own visits end.
QString ownVisitUid();

/// The visits of a doctor (empty: of all) as iCalendar, cancelled ones as such, in order of start. A visit keeps its
/// UID for ever and its SEQUENCE rises when it is moved or cancelled.
Result<QByteArray> exportCalendar(store::Session& session, const QString& doctor, base::Instant now);

/// Takes a doctor's (empty: the whole clinic's) busy times from an iCalendar file as absences, once by UID: an event
/// that was moved moves its absence, a cancelled one ends it. Of an event that repeats each day of the next 400 is an
/// absence, and a day that it no longer has ends its absence. Events shown as free, those that are over and the book's
/// own visits are left out. An event over booked visits is a bad line that names them, unless `keepVisits`. The caller
/// rolls back when there are bad lines.
Result<ImportReport> importAbsences(store::Session& session, const QByteArray& calendar, const QString& doctor,
                                    bool keepVisits, base::Instant now);

} // namespace delpek::clinic
