// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/mapping.h"
#include "clinic/odoo/transport.h"

// Texts of Odoo's records: HTML, and the marks by which we find our own work again. Pure.

namespace delpek::clinic::odoo
{

/// HTML as a person reads it: a line for each paragraph and break, entities resolved, no tags.
QString textFromHtml(const QString& html);

/// What a mark stands for.
enum class MarkKind {
    Booked = 'b',
    Moved = 'm',
    Cancelled = 'c',
    Withdrawn = 'w', ///< booked by us and given up at once, because somebody else was first
    Returned = 'r',  ///< moved by us and put back at once, because somebody else was first
    Note = 'n',
    Birth = 'd', ///< a date of birth where the database has no field for it
    Treatment = 't',
};

/// "[delpek:b:conversation.17.3]": found again by searching for exactly this text, in plain text and in HTML. Letters,
/// digits, dot and minus stand for themselves, everything else is written as its code, so that neither HTML nor a
/// search pattern changes it.
struct Mark {
    MarkKind kind = MarkKind::Booked;
    QString reference;
    QString extra; ///< what else belongs to it; may be empty
    friend bool operator==(const Mark&, const Mark&) = default;
};
QString toText(const Mark& mark);
/// The beginning that a mark of this kind and reference has, whatever else belongs to it.
QString searchText(MarkKind kind, const QString& reference);
/// Every mark in a text, in order.
std::vector<Mark> marksIn(const QString& text);
QString withoutMarks(const QString& text);
/// `text` (HTML or plain) with one more mark at its end.
QString withMark(const QString& text, const Mark& mark);
/// `text` without the marks of that kind; of that reference only, when there is one.
QString withoutMark(const QString& text, MarkKind kind, const QString& reference = {});

/// How a text names the reference under which it is kept once: its own, or one made of its content.
QString referenceOf(const domain::Note& note);

/// The question whether the note is there already, and the call that adds it to the patient.
Call findNote(const Entity& note, const Entity& patient, qint64 record, const QString& reference);
Call addNote(const Entity& note, const Entity& patient, qint64 record, const domain::Note& text, int version);
/// The question for a patient's notes, newest first.
Call readNotes(const Entity& note, const Entity& patient, qint64 record);
std::vector<domain::Note> notesFrom(const Entity& note, const base::Json& rows, const QTimeZone& zone);

} // namespace delpek::clinic::odoo
