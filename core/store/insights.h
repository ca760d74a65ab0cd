// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/figures.h"
#include "store/session.h"

#include <QTimeZone>

#include <vector>

namespace delpek::store
{

/// Some days one after the other: the moments at which they begin, and at last the one at which they end.
struct DaySpans {
    std::vector<base::Instant> borders;
    std::optional<domain::ChannelKind> channel; ///< without: all
};

/// The days from `first` to `last` (inclusive) as the clocks of the zone show them: some have 23 or 25 hours.
DaySpans daysIn(QDate first, QDate last, const QTimeZone& zone);

struct NumberedDay {
    int day = 0;                                ///< of the spans, from 0
    std::optional<domain::ChannelKind> channel; ///< without: all that were asked for
    domain::Figures figures;
};

/// Without days on which nothing happened.
struct InsightsFound {
    std::vector<NumberedDay> channels; ///< by day and channel
    std::vector<NumberedDay> days;
    domain::Figures total; ///< a conversation counts once, waits are of all cases together
};

/// What waits between a provider and a patient.
struct QueueState {
    int inbox = 0; ///< deliveries that were not taken in yet
    std::optional<base::Instant> inboxSince;
    int outbox = 0; ///< messages that are to go out
    std::optional<base::Instant> outboxSince;
    int unknown = 0; ///< sends of which nobody knows whether they arrived
};

struct AccountTraffic {
    domain::ChannelKind channel = domain::ChannelKind::WhatsApp;
    QString account;
    std::optional<base::Instant> lastReceived;
    std::optional<base::Instant> lastSent; ///< among the last few thousand sends
};

/// Counts over several tables, in the database; it knows no patient and no words. Reads only.
///
/// Messages are found by their number, which rises with the time: one that stands more than a day out of its order
/// (the clock of the machine was wrong) may be missed.
class Insights
{
public:
    explicit Insights(Session& session)
        : m_session(session)
    {
    }

    Result<InsightsFound> figures(const DaySpans& spans);
    Result<QueueState> queue();
    /// Every account with which there is a conversation.
    Result<std::vector<AccountTraffic>> accounts();

private:
    Session& m_session;
};

} // namespace delpek::store
