// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/urgency.h"

#include <QStringList>

#include <vector>

namespace delpek::desk
{

/// Characters of a message that is tried out.
inline constexpr int maxTrial = 4000;

/// A rule by which urgency is judged, as a dentist reads it.
struct RuleEntry {
    QString id;
    QString tier; ///< E1 ambulance, E2 within the hour, U within 24 hours, S this week, R noted
    domain::Urgency urgency = domain::Urgency::Routine;
    QString version;    ///< of the rules when this one was changed last
    QString source;     ///< where its reason comes from
    QStringList fires;  ///< messages that must fire
    QStringList silent; ///< messages that sound like them and must not
};

struct RulePages {
    QString version;
    std::vector<RuleEntry> rules; ///< most urgent first
};

/// What the rules make of a message.
struct RuleTrial {
    struct Hit {
        QString rule;
        QString tier;
        QString words; ///< the part of the message that fired
    };
    domain::Urgency urgency = domain::Urgency::Routine;
    std::vector<Hit> hits; ///< most urgent first
    QString sent;          ///< the fixed text that a patient would get; empty: none
    QString asked;         ///< the fixed question behind it; empty: none
};

/// The rules by which urgency is judged, to be read and tried out. As Desk: any thread, answers later, blocks nowhere.
class RuleBook
{
public:
    virtual ~RuleBook() = default;

    virtual Future<RulePages> rules() = 0;
    /// Judges a message of nobody's; its lines are the messages of a burst. Nothing is kept or sent. InvalidInput for
    /// more than maxTrial characters; Unsupported where nothing judges.
    virtual Future<RuleTrial> tryOut(const QString& text) = 0;
};

} // namespace delpek::desk
