// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"

#include <QDate>

#include <vector>

// Odoo's own types on the wire. Pure. Empty is false whatever the field; a moment is "YYYY-MM-DD HH:MM:SS" in UTC and
// nothing else is taken; a many2one is read as [id, name] and written as the bare id: every other form is taken with
// success and empties the field.

namespace delpek::clinic::odoo::wire
{

// Reading: empty or 0 for false, for null and for a value of another kind.
QString text(const base::Json& value);
qint64 whole(const base::Json& value);
/// Hundredths, rounded: money and decimals come as floating point.
qint64 hundredths(const base::Json& value);
bool truth(const base::Json& value);
QDate date(const base::Json& value);
std::optional<base::Instant> moment(const base::Json& value);
/// The id of a many2one ([id, name], a bare id, or false).
qint64 id(const base::Json& value);
/// Its display name; empty for a bare id.
QString name(const base::Json& value);
std::vector<qint64> ids(const base::Json& value);

// Writing.
/// False when empty; control characters but newline and tab are left out: no protocol carries them all.
base::Json fromText(const QString& text);
base::Json fromDate(QDate date);
base::Json fromMoment(base::Instant moment);
/// A many2one: the id, or false for 0.
base::Json fromId(qint64 id);
base::Json fromIds(const std::vector<qint64>& ids);
/// Plain text as the HTML that a note takes: escaped, a line break for each newline.
QString noteHtml(const QString& text);

// Commands of one2many and many2many fields. One field takes an array of them.
base::Json create(const base::Json& values);
base::Json update(qint64 id, const base::Json& values);
base::Json remove(qint64 id); ///< deletes the record
base::Json unlink(qint64 id);
base::Json link(qint64 id);
base::Json clear();
base::Json set(const std::vector<qint64>& ids);

// Domains: an array of terms and prefix operators.
base::Json term(const char* field, const char* op, const base::Json& value);
base::Json term(const QString& field, const char* op, const base::Json& value);
/// What a person typed, for `like` and `ilike`: percent, underscore and backslash stand for themselves.
QString escapedPattern(const QString& typed);

/// The context of a change that tells nobody: no mail to the patient, no follower, no log line.
base::Json quietContext();

} // namespace delpek::clinic::odoo::wire
