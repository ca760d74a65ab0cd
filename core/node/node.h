// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/turn.h"
#include "channels/channel.h"
#include "node/dispatcher.h"
#include "node/fetcher.h"
#include "node/filing.h"
#include "node/holdingtexts.h"
#include "node/identities.h"
#include "node/latersending.h"
#include "node/mailboxes.h"
#include "node/memorykeeper.h"
#include "node/reminders.h"
#include "node/retention.h"
#include "node/searchindexer.h"
#include "node/turncommit.h"
#include "node/unanswered.h"
#include "store/inbox.h"
#include "store/store.h"

#include <atomic>

namespace delpek::node
{

struct NodeParts {
    store::Store& store;
    base::Clock& clock;
    std::vector<channels::Channel*> channels;
    agent::TurnRunner& turns;
    media::FileDoor* files = nullptr;          ///< without it no file is fetched or sent
    media::Transcriber* transcriber = nullptr; ///< without it voice notes are for a person
    /// Without both nobody is told that no answer came yet, and no exchange is filed.
    clinic::ClinicRecords* records = nullptr;
    const agent::EscalationBook* escalations = nullptr;
    agent::TurnMemory memory = {}; ///< nothing is remembered without it
};

struct NodeOptions {
    int workers = 4;
    QuietWindow quiet;
    DispatchOptions dispatch;
    base::Duration unanswered = std::chrono::minutes(10); ///< patience with the question whether there is danger
    base::Duration staleAfter = std::chrono::hours(12);   ///< an older burst is left to a person
    FetchOptions fetch;
    HoldingRules holding;
    base::Duration memory = std::chrono::hours(24 * 90); ///< for so long what happened is remembered
    bool needsConsent = false;                           ///< a doctor's words need the patient's yes (StaffSend)
    base::Duration keep{0};                              ///< a conversation that rested longer is erased; zero: none is
};

/// The running engine: deliveries in, turns, sends out. Everything it knows is in the store; it may be cut anywhere.
/// Any thread, after start().
class Node
{
public:
    Node(NodeParts parts, NodeOptions options);
    /// A clean end: as stop(), and what is still under way is waited for.
    ~Node();

    /// No new work, running turns are cancelled. Waits for what is under way, at most `grace` of real time, and tells
    /// whether it ended. When not, sends hang at their provider: end them there before the node goes.
    bool stop(base::Duration grace);

    /// Takes up what an earlier run left: deliveries not taken in, messages without a turn, sends without a receipt.
    Result<Done> start();

    /// Keeps a delivery durably; completes after the commit. False: it was there already.
    Future<bool> accept(domain::ChannelKind channel, const QString& account, const QByteArray& body,
                        const QString& correlation);

    /// Looks again at what the memory is to be told.
    void tellMemory();

    /// Waits until nothing is under way (timers that are not due do not count). For clean ends and simulations.
    void waitIdle();
    /// The same for at most `longest` of real time.
    void waitIdle(base::Duration longest) { m_activity.waitIdle(longest); }
    /// How much is under way; a call to a provider counts as one.
    int underWay() const { return m_activity.running(); }

private:
    void onChanges(const std::vector<domain::Change>& changes);
    void pokeConversation(domain::ConversationId conversation);
    /// Something waits for a turn. What triage calls an emergency is looked for at once.
    void poke(const Work& work);
    /// One look at a time for each conversation, however fast its messages come.
    void lookForEmergency(const Work& work);
    void takeIn();
    Result<bool> takeInPage();
    ReadDelivery readOne(const store::Delivery& delivery) const;
    Future<std::set<Work>> takeInOne(const store::Delivery& delivery, ReadDelivery read);
    bool runTurns(const std::set<domain::ConversationId>& conversations, const base::Cancel& cancel);
    bool runTurn(domain::ConversationId conversation, const base::Cancel& cancel);
    /// A person asked for a draft: nobody waits for the patient's next message.
    void followDraft(domain::ConversationId conversation);
    /// Waits for the words of a voice note.
    void lookAgain(domain::ConversationId conversation, base::Instant due);
    /// Shows the patient that somebody reads.
    void showReading(const agent::TurnInput& input);
    channels::Channel* channelFor(domain::ChannelKind kind, const QString& account) const;

    store::Store& m_store;
    base::Clock& m_clock;
    std::vector<channels::Channel*> m_channels;
    agent::TurnRunner& m_turns;
    base::Activity m_activity;
    IntakeRules m_intakeRules;
    TurnRules m_turnRules;
    base::Duration m_quiet;
    base::Workers m_turnWorkers;
    base::Workers m_pumpWorkers;
    base::Workers m_lookWorker;
    Mailboxes m_mailboxes;
    Dispatcher m_dispatcher;
    UnansweredQuestions m_unanswered;
    std::unique_ptr<Fetcher> m_fetcher; ///< null without a door for files
    std::unique_ptr<HoldingTexts> m_holding;
    std::unique_ptr<Filing> m_filing;
    SearchIndexer m_search;
    Retention m_retention;
    Reminders m_reminders;
    LaterSending m_later;
    std::unique_ptr<MemoryKeeper> m_memory; ///< null where nothing is remembered
    Pump m_intake;
    std::atomic<base::Clock::TimerId> m_retry = 0;
    std::mutex m_mutex;
    std::map<domain::ConversationId, base::Clock::TimerId> m_looks;
    std::map<domain::ConversationId, bool> m_emergencyLooks; ///< under way; true: something came meanwhile
    bool m_stopped = false;
    domain::InboxId m_takenIn;
    domain::Subscription m_subscription;
};

} // namespace delpek::node
