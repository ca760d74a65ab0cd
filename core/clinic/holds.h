// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/slots.h"
#include "store/session.h"

namespace delpek::clinic
{

/// The slots kept for people who are still deciding, in our own store whoever keeps the records. Works in whatever
/// transaction the session is in. Two holds of different holders never overlap at one doctor, also when several
/// processes ask at once.
class Holds
{
public:
    /// `zone`: the clinic's. What is over at `now` is as if it had never been.
    Holds(store::Session& session, QTimeZone zone, base::Instant now)
        : m_session(session)
        , m_zone(std::move(zone))
        , m_now(now)
    {
    }

    /// Replaces everything the holders of `offered` held. Slots that another holder keeps are left out, as are those
    /// without a holder, a doctor or a time, and those that are over already. Whether a slot is free of visits is for
    /// the caller to say. Gives what is kept now.
    Result<std::vector<Hold>> replace(const std::vector<Hold>& offered);
    Result<Done> release(const QString& holder);
    /// Ends whatever is held in the time of `slot` at its doctor, for instance because it is booked now.
    Result<Done> end(const domain::Slot& slot);
    /// The unexpired ones that touch those days (both inclusive), in order of start, doctor, holder.
    Result<std::vector<Hold>> between(QDate from, QDate to);
    /// The same as time that is taken for everybody but `holder`.
    Result<std::vector<BusySpan>> busy(QDate from, QDate to, const QString& holder);
    /// Conflict when somebody else than `holder` keeps some of that time.
    Result<Done> checkFree(const domain::Slot& slot, const QString& holder);

private:
    /// Tells the others when something was released.
    Result<Done> toldOf(const Result<int>& released);
    Result<Done> lock();
    Result<bool> isHeldByOther(const domain::Slot& slot, const QString& holder);

    store::Session& m_session;
    QTimeZone m_zone;
    base::Instant m_now;
};

} // namespace delpek::clinic
