// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "base/json.h"
#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/message.h"
#include "language/understanding.h"
#include "memory/memory.h"
#include "safety/gates.h"

#include <optional>
#include <variant>
#include <vector>

namespace delpek::agent
{

/// Everything a brain may know when it proposes a step. Inert values.
struct TurnContext {
    domain::Conversation conversation;
    std::vector<domain::Message> burst;   ///< the patient messages to answer, oldest first
    std::vector<domain::Message> history; ///< before the burst, oldest first, at most 30
    QString text;                         ///< the burst joined by line ends
    base::Json dialogue;                  ///< the brain's own state from the last turn; null at first
    domain::LocalTime now;
    domain::ClinicInfo clinic;
    std::vector<domain::Doctor> doctors;
    std::vector<domain::Treatment> treatments;
    language::Understanding understanding;
    safety::TriageResult triage;
    bool firstContact = false;    ///< no agent message before: say that an assistant answers
    bool recordsReachable = true; ///< false: clinic, doctors and treatments are as last known, or empty
    /// The records answer out of a cache of this moment: what they say is told with it, and nothing can be changed.
    std::optional<domain::LocalTime> recordsAsOf;
    int identityTriesLeft = 1;   ///< 0: a person finds out who writes
    QString brief;               ///< what a person of the clinic noted for the agent; not to be contradicted
    QString servicePrompt;       ///< what the clinic asks of the service that the message belongs to; empty: none
    memory::Recollection memory; ///< empty where identity does not allow it, or the memory is away
};

struct ToolCall {
    QString tool;
    base::Json arguments;
};

struct ToolResult {
    ToolCall call;
    base::Json value; ///< null when `error` is set
    std::optional<Error> error;
};

/// One message to the patient.
struct Reply {
    QString text;
    domain::Asks asks = domain::Asks::Nothing;
    std::vector<domain::Option> options;
};

struct CallTools {
    std::vector<ToolCall> calls;
};
struct Answer {
    std::vector<Reply> replies;
};
/// To a person at the desk. `reason` is a text key.
struct HandOver {
    QString reason;
    std::vector<Reply> replies;
};
/// To the doctor (urgency at least DoctorRequired).
struct AskDoctor {
    QString reason;
    std::vector<Reply> replies;
};
struct StaySilent {
    QString reason;
};

/// The next step a brain proposes.
struct Proposal {
    std::variant<CallTools, Answer, HandOver, AskDoctor, StaySilent> step;
    base::Json dialogue; ///< the state to keep when the step ends the turn
    QString agent;       ///< the agent's name of the team
    QString intent;
    double score = 0;
    base::Json explanation;                   ///< for the decision's timeline
    std::optional<domain::Language> language; ///< the conversation's language from now on
    std::optional<bool> optOut;               ///< true: no messages of our own accord any more; false: again
};

/// Proposes; it does nothing by itself. Called again with all tool results of the turn until a step ends the turn.
/// Any thread; one call at a time for one conversation.
class Brain
{
public:
    virtual ~Brain() = default;
    virtual QString name() const = 0;
    /// `refusals`: rules of the guard that the last draft broke (then propose another).
    virtual Result<Proposal> next(const TurnContext& context, const std::vector<ToolResult>& results,
                                  const QStringList& refusals, const base::Cancel& cancel) = 0;
};

} // namespace delpek::agent
