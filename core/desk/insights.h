// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/figures.h"

#include <optional>
#include <vector>

namespace delpek::desk
{

/// Days of the clinic, both inclusive; without a channel all of them.
struct InsightsRequest {
    QDate first;
    QDate last;
    std::optional<domain::ChannelKind> channel;
    friend bool operator==(const InsightsRequest&, const InsightsRequest&) = default;
};

/// Without days on which nothing happened.
struct InsightsReport {
    InsightsRequest request;
    std::vector<domain::DayFigures> channels; ///< by day and channel
    std::vector<domain::DayFigures> days;     ///< of all channels that were asked for
    domain::Figures total;                    ///< a conversation counts once, waits are of all cases together
    QString currency;                         ///< of the costs, ISO 4217; empty where no model is set up
    QDate costsSince;                         ///< what models cost before that day is kept no longer
    base::Instant asOf;
};

/// How an account of a channel does.
struct AccountHealth {
    domain::ChannelKind channel = domain::ChannelKind::WhatsApp;
    QString account;
    std::optional<base::Instant> lastReceived;
    std::optional<base::Instant> lastSent;
    QString fault;     ///< a text key; empty: nothing is known to stand in the way
    bool sends = true; ///< whether messages go out with that fault
};

/// How Delpek does at this moment.
struct Health {
    int inbox = 0; ///< deliveries that the engine has not taken in yet
    std::optional<base::Instant> inboxSince;
    int outbox = 0; ///< messages that are to go out
    std::optional<base::Instant> outboxSince;
    int unknown = 0; ///< sends that a person has to look after
    std::vector<AccountHealth> accounts;
    std::optional<Error> recordsError;        ///< the clinic's records cannot be reached
    std::optional<base::Instant> recordsAsOf; ///< what they tell comes from a cache of that moment
    qint64 cost = 0;                          ///< of models in the last 24 hours, millionths of `currency`
    qint64 costLimit = 0;                     ///< 0: none
    qint64 tokens = 0;                        ///< of models in the last 24 hours
    qint64 tokenLimit = 0;                    ///< 0: none
    QString currency;                         ///< empty where no model is set up
    base::Instant asOf;
};

/// The longest stretch that is counted at once, in days.
inline constexpr int longestInsights = 366;

/// What happened at the clinic's desk, in figures. As Desk: any thread, answers later, blocks nowhere. No patient's
/// name, number or words are in it.
class Insights
{
public:
    virtual ~Insights() = default;

    /// InvalidInput for no day, or more than longestInsights.
    virtual Future<InsightsReport> report(const InsightsRequest& request) = 0;
    virtual Future<Health> health() = 0;
};

} // namespace delpek::desk
