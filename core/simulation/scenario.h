// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "domain/conversation.h"

#include <QRegularExpression>

#include <map>
#include <optional>
#include <variant>
#include <vector>

// The scenario format: a simulated patient with a wish, and what must have happened at the end.

namespace delpek::simulation
{

/// What the patient does with one message.
struct Say {
    domain::MessageKind kind = domain::MessageKind::Text;
    QString text; ///< words, caption, transcript, button title, emoji or new text
    bool isEdit = false;
    bool isReaction = false;
    bool isButton = false;
    std::optional<domain::Place> place = {};
};

struct SayStep {
    std::vector<Say> burst; ///< sent a second apart
};
struct AnswerStep {
    std::map<QString, QString> byKind;
    int max = 8;
};
struct WaitStep {
    base::Duration duration{0};
};
struct StaffStep {
    QString action; ///< take_over, reply, phone_reply, hand_back, doctor_reply, close_escalation, parent_code
    QString text;   ///< of parent_code: "<patient's id> <code>"
};
struct FaultStep {
    QString target; ///< clinic, channel, llm
    QString kind;   ///< down, timeout, error, slow, cached (the clinic's alone: read out of a cache), crash
    base::Duration duration{0};
};

using Step = std::variant<SayStep, AnswerStep, WaitStep, StaffStep, FaultStep>;

struct ExpectedAppointment {
    QString patient; ///< E.164
    QString treatment;
    QString doctor;
    QString person;
    QString at;   ///< local, exact
    QString from; ///< local span, end exclusive
    QString to;
};

struct Expectation {
    std::optional<std::vector<ExpectedAppointment>> added;
    std::optional<std::vector<ExpectedAppointment>> removed;
    std::optional<std::optional<QString>> escalation; ///< outer: is it checked; inner: null or the urgency
    QString holder;
    std::vector<QRegularExpression> says;
    std::vector<QRegularExpression> neverSays;
    std::optional<std::pair<int, int>> sentBetween;
    std::optional<int> maxPatientMessages;
    QString language;
    std::optional<QStringList> invoicesShown;
    std::optional<int> notesAdded;
    bool noSendAfterTakeOver = false;
};

struct Scenario {
    QString id;
    QString now; ///< ISO 8601 with offset
    base::Instant start;
    domain::ChannelKind channel = domain::ChannelKind::WhatsApp;
    base::Json clinic; ///< null: the demo clinic
    QString phone;
    QString name;
    domain::Language language = domain::Language::Hebrew;
    std::vector<Step> script;
    Expectation expect;
};

/// Whether nobody of the clinic has a part in it: no step of the staff, no records that are away, no escalation and no
/// other holder than the agent expected.
bool needsNoPerson(const Scenario& scenario);

/// The error names the place ("script[2].answer.max") and what it should be. Unknown keys are errors.
Result<Scenario> parseScenario(const QByteArray& json);

/// "PT2H", "P3D", "PT1M30S".
std::optional<base::Duration> parseDuration(const QString& text);

} // namespace delpek::simulation
