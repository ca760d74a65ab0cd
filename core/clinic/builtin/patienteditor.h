// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/bookreader.h"

namespace delpek::clinic
{

/// What staff writes on a patient's card. An empty id is a new one.
struct PatientCard {
    QString id;
    domain::Bilingual name;
    std::vector<domain::Phone> phones; ///< the main one first; a family may share one
    QDate birthDate;
    domain::Gender gender = domain::Gender::Unknown;
    domain::Language language = domain::Language::Hebrew;
    QString email;
    QStringList allergies;
    QStringList flags;
};

struct NoteEntry {
    qint64 number = 0; ///< of the patient
    domain::Note note;
};

struct PlanEntry {
    qint64 number = 0; ///< of the patient
    domain::PlanItem item;
};

/// A whole card as the book keeps it.
struct PatientEntry {
    PatientCard card;
    bool retired = false;
    QString mergedInto; ///< id; empty for a card of its own
    std::vector<NoteEntry> notes;
    std::vector<PlanEntry> plan;
};

/// Edits patients inside one write of the store. InvalidInput names the place; NotFound an id that is not there. What
/// stood there before is in the book's log under `author`.
class PatientEditor
{
public:
    PatientEditor(store::Session& session, base::Instant now, QString author)
        : m_session(session)
        , m_reader(session)
        , m_now(now)
        , m_author(std::move(author))
    {
    }

    /// Gives the id. `reference`: a new card is made once by it, with the card's own id where that is not there yet.
    Result<QString> save(const PatientCard& card, const QString& reference = {});
    /// Out of every search; Conflict while visits are booked ahead.
    Result<Done> retire(const QString& id);
    Result<Done> restore(const QString& id);
    /// Gives the note's number.
    Result<qint64> addNote(const QString& patient, const domain::Note& note);
    Result<Done> retireNote(const QString& patient, qint64 number);
    /// Number 0 is a new item. Gives the number. An item that is not wanted any more is cancelled.
    Result<qint64> savePlanItem(const QString& patient, const PlanEntry& entry);

    Result<PatientEntry> entry(const QString& id);
    /// By part of a name, or by a telephone number in any form; at most `limit`, in the order they came.
    Result<std::vector<domain::Patient>> find(const QString& text, int limit);

private:
    Result<Done> check(const PatientCard& card);
    Result<Done> writePhones(const PatientCard& card, const QString& id);
    Result<Done> logCard(const QString& id, const char* what);
    Result<Done> requireCard(const QString& id);
    Result<Done> setRetired(const QString& id, bool retired);
    Result<qint64> nextNumber(const QString& table, const QString& patient);

    store::Session& m_session;
    BookReader m_reader;
    base::Instant m_now;
    QString m_author;
};

} // namespace delpek::clinic
