// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/clinicfacts.h"
#include "agent/escalationbook.h"
#include "agent/service/book.h"
#include "agent/service/codes.h"
#include "agent/service/session.h"
#include "agent/team.h"
#include "agent/tool.h"
#include "domain/escalation.h"
#include "memory/rules.h"
#include "store/outbox.h"

#include <mutex>

namespace delpek::agent
{

/// How many messages before the burst a turn is given.
constexpr int turnHistory = 30;

/// What a turn starts from: read from the store under one epoch.
struct TurnInput {
    domain::Conversation conversation;
    std::vector<domain::Message> burst;
    std::vector<domain::Message> history;
    base::Json dialogue;
    QString correlation;
    int changesLastDay = 0;                      ///< of the clinic's records, by turns of this conversation
    bool stale = false;                          ///< the burst is too old for an agent to answer it
    std::optional<base::Instant> notBefore = {}; ///< words of a voice note are awaited until then
    QString brief = {}; ///< what the person told who gave the conversation back; empty: nothing
    domain::ConsentState consent = domain::ConsentState::NotAsked; ///< to read a doctor's answer on this channel
    /// Until when the open session of a service holds, as the desk has it; in the past where the desk closed it. Empty:
    /// as the session itself says.
    std::optional<base::Instant> sessionUntil = {};
    bool drafting = false; ///< what is answered a person sends; nothing is changed in the records
    bool judged = false;   ///< an earlier turn judged these words: they open no escalation again
    /// When a person last closed an escalation of a conversation in which agents draft: what was said before is
    /// settled.
    std::optional<base::Instant> settledAt = {};
};

/// What a person may send in the agent's stead, or why the agent has no words for it.
struct TurnDraft {
    QString text;   ///< empty: none
    QString reason; ///< text key; why there are no words, or which approved ones they are
    QString tool;   ///< the change of the records that the agent would make first; a person makes it
    domain::Asks asks = domain::Asks::Nothing;          ///< what the words ask of the patient
    base::Json dialogue{};                              ///< the brain's state once these very words were sent
    domain::Urgency urgency = domain::Urgency::Routine; ///< what approved words are for
};

struct TurnReply {
    Reply reply;
    store::Fence fence = store::Fence::Agent;
};

/// What a turn ends with: the node commits all of it in one transaction, or (when the epoch moved on) nothing of it.
struct TurnResult {
    domain::Decision decision;
    std::vector<TurnReply> replies;
    QString agentName;
    base::Json dialogue;
    std::optional<domain::Escalation> escalation; ///< opened or raised
    std::optional<domain::HolderKind> holder;     ///< Nobody after a hand-over
    std::optional<domain::Language> language;
    std::optional<bool> optOut;    ///< true: no messages of our own accord any more; false: again
    bool madeChange = false;       ///< a tool changed the clinic's records, or may have: this must be told
    bool asksConsent = false;      ///< one of the replies asks for it
    QString consentWording;        ///< the version of the words by which it is asked
    std::optional<bool> consented; ///< the patient's answer to that
    QStringList settled;           ///< references of announced changes whose outcome the brain has seen
    std::vector<service::SessionChange> sessions; ///< what became of sessions of services
    std::optional<TurnDraft> draft;               ///< of a turn that drafts; it has no replies of an agent
};

/// Announces a change durably before it is made; an error (StaleEpoch) means: do not make it.
using IntendChange = std::function<Result<Done>(const QString& reference, const QString& tool)>;

struct TurnLimits {
    int steps = 8; ///< brain calls a turn
    int toolCalls = 12;
    base::Duration deadline = std::chrono::seconds(60);
    base::Duration held = std::chrono::minutes(10); ///< an offered slot is kept from others
    bool asksConsent = true;                        ///< to a doctor's answer on this channel
    int identityTries = 3;                          ///< of a conversation within a day, then a person finds out
};

/// What is remembered of people, and how it is asked; both or none.
struct TurnMemory {
    memory::Memory* memory = nullptr;
    const memory::Rules* rules = nullptr;
};

/// The services that messages are routed to. Without a book: none.
struct TurnServices {
    const service::Book* book = nullptr;
    /// Of parents; null: no code is right. It may block.
    std::function<Result<service::CodeAnswer>(const service::CodeTry&)> checkCode = {};
    /// A child's coming visits; null: they are read from the records. It may block.
    std::function<Result<std::vector<domain::Appointment>>(const QString& patient)> visits = {};
};

/// The parts every turn is made with. References outlive the runner.
struct TurnParts {
    const base::Clock& clock;
    clinic::ClinicRecords& records;
    const language::Understander& understander;
    const safety::Triage& triage;
    const safety::Guard& guard;
    Brain& brain;
    QString team = QStringLiteral("alex");
    const EscalationBook* escalations = nullptr; ///< without it: no deadlines, and no consent is asked
    const Team* roster = nullptr;                ///< without it every agent may call every tool
    TurnMemory memory = {};
    TurnServices services = {};
};

/// Runs turns straight down: context, triage, memory, brain and tools with permit, guard. Writes nothing itself except
/// through tools. When a person holds the conversation only triage runs: the result carries no reply of an agent.
/// Any thread; blocks.
class TurnRunner
{
public:
    TurnRunner(TurnParts parts, TurnLimits limits = {}, std::map<QString, std::unique_ptr<Tool>> tools = clinicTools());
    /// Asks the records who the clinic is, so that the first emergency need not; does not wait.
    void learnClinic();
    /// As if the records had been read before and given this.
    void know(const ClinicFacts& facts);
    TurnResult run(const TurnInput& input, const IntendChange& intend, const base::Cancel& cancel);
    /// Whether triage raises the words that are there already: such a turn waits for nothing. Blocks.
    bool raises(const TurnInput& input, const base::Cancel& cancel);
    /// Whether triage of the words alone, without the records, calls it an emergency: such a burst does not wait until
    /// the patient has been silent for a while. Blocks for less than a millisecond.
    bool isEmergency(const TurnInput& input);

private:
    class Run;
    /// What the clinic is, as last read: an emergency text shows the clinic's number even while the records are down.
    class KnownClinic
    {
    public:
        std::shared_ptr<const WrittenFacts> facts() const;
        void keep(ClinicFacts facts);
        /// Where nothing better is known.
        void keepIfNone(const domain::ClinicInfo& info);

    private:
        mutable std::mutex m_mutex;
        std::shared_ptr<const WrittenFacts> m_facts = std::make_shared<const WrittenFacts>();
    };

    TurnParts m_parts;
    TurnLimits m_limits;
    std::map<QString, std::unique_ptr<Tool>> m_tools;
    const std::shared_ptr<KnownClinic> m_known = std::make_shared<KnownClinic>();
};

} // namespace delpek::agent
