// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/odoorecordsprivate.h"

// How a visit comes to stand alone at its time, in a calendar that stops nobody.

namespace delpek::clinic::odoo
{

/// A visit that is to stand alone at its time.
struct Claim {
    qint64 visit = 0; ///< 0: not written yet
    DoctorRef doctor;
    qint64 patient = 0;
    TimeSpan span;
    MarkKind kind = MarkKind::Booked;
    QString reference;
};

struct Surrounding {
    std::optional<Visit> own;
    std::vector<Visit> twins;   ///< carry the same reference, cancelled ones too; in order of id
    std::vector<Visit> givenUp; ///< were booked under the reference and withdrawn
    std::vector<Visit> rivals;  ///< take the same time of the doctor or the patient
};

/// How a claim stands after it was looked at.
enum class Standing {
    Kept,
    Lost,      ///< another was there before
    LostToAll, ///< nobody may have kept the time: worth another try
};

struct Verdict {
    Standing standing = Standing::Kept;
    Visit visit;
    bool atDoctor = true; ///< of a loss: at the doctor, else at the patient
    std::vector<Visit> twins = {};
};

/// Conflict: somebody has the time.
Error taken(bool atDoctor);
/// Internal: two visits stand at one time and only a person can say which of them moves.
Error doubled(const Visit& visit);
/// What was written stands unproved when it could not be looked at: Timeout.
Error unproved(const Error& error);

/// Looking at visits and changing them, for one piece of work. Waits.
class ClaimWork
{
public:
    ClaimWork(OdooRecords::Private& records, const Facts& facts)
        : m_records(records)
        , m_facts(facts)
    {
    }

    Result<Surrounding> look(const Claim& claim);
    /// Looks at what was written until it is known who keeps the time. Whoever commits last sees the other: with a
    /// lower number there, ours goes at once; with higher ones only, those have a moment to go. A booking that was
    /// moved since has its time by that move.
    Result<Verdict> settle(const Claim& claim);
    Result<base::Json> change(const Call& call);
    /// Gives up a visit of ours that should not be: archived or cancelled, and no longer under its reference.
    Result<Done> withdraw(const Visit& visit, const QString& reference);
    /// The program ended between the mark of a withdrawal and its state, where these are two calls.
    bool isHalfWithdrawn(const Visit& visit) const;
    /// Whether a visit comes to stand alone at its time, when it is not this one that gives way: others have a moment
    /// to go.
    Result<bool> isAlone(const Claim& claim);

    bool isAtDoctor(const Visit& visit, const Claim& claim) const;
    bool anyAtDoctor(const Surrounding& around, const Claim& claim) const;

private:
    OdooRecords::Private& m_records;
    const Facts& m_facts;
};

} // namespace delpek::clinic::odoo
