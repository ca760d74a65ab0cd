// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/book.h"
#include "desk/insights.h"
#include "desk/outgoing.h"
#include "desk/search.h"
#include "desk/signin.h"
#include "desk/staffroom.h"
#include "domain/change.h"
#include "domain/clinicfacts.h"
#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/escalation.h"
#include "domain/message.h"
#include "domain/recording.h"
#include "domain/tiedcard.h"

#include <QByteArray>

namespace delpek::desk
{

class AgentDrafts;
class AuditRoom;
class Backups;
class ClinicRoom;
class DutyRoom;
class Hours;
class LaterSends;
class Notes;
class PatientCards;
class Presence;
class Privacy;
class QuickReplies;
class Reviews;
class RuleBook;
class ServiceRoom;
class Setup;
class Shifts;
class Sorting;
class TemplateRoom;

/// Conversations that are put off are in Snoozed and WindowClosing alone.
enum class View { All, NeedsPerson, Mine, Agent, WaitingForDoctor, WindowClosing, Snoozed };

struct Cursor {
    base::Instant lastActivity;
    domain::ConversationId id;
};

struct InboxRequest {
    View view = View::All;
    std::optional<domain::LabelId> label = {}; ///< only those that have it
    std::optional<Cursor> after;               ///< the last row of the page before
    int limit = 50;
};

/// One row of the inbox.
struct InboxRow {
    domain::Conversation conversation;
    QString draft; ///< this member of staff's unsent text
    std::vector<domain::LabelId> labels = {};
    std::optional<base::Instant> plannedFor = {}; ///< when the next of its planned messages goes out
    bool hasAgentDraft = false;                   ///< the agent's words wait for a person to send them
};

/// A stretch of a conversation, ascending, with what is needed to page on.
struct ThreadPage {
    std::vector<domain::Message> messages;
    bool hasOlder = false;
    bool hasNewer = false;
};

/// The patients the records know behind a conversation's phone, then those whose cards are tied to it; and their next
/// visits.
struct PatientSide {
    std::vector<domain::Patient> patients;
    std::vector<domain::TiedCard> tied; ///< of `patients`
    std::vector<domain::Appointment> nextVisits;
    std::vector<domain::Doctor> doctors;
    std::vector<domain::Treatment> treatments;
    std::optional<Error> recordsError;
};

/// What staff can see and do: the only thing `ui` talks to. Every function may be called from any thread and answers
/// later; nothing here blocks. Changes by anybody arrive through `subscribe`.
class Desk
{
public:
    virtual ~Desk() = default;

    /// The member of staff at this desk; empty while nobody is signed in.
    virtual QString staffName() const = 0;
    /// Who is there, and how others come in. A call that the person may not make fails with Forbidden, each but the
    /// reading ones with Unauthorised while the desk is locked, and every one while nobody is signed in.
    virtual SignIn& signIn() = 0;
    /// Who works here; it lives as long as the desk.
    virtual StaffRoom& staffRoom() = 0;
    virtual base::Instant now() const = 0;
    /// The clinic's, in which times are shown; the machine's until the records have told it.
    virtual QTimeZone zone() const = 0;

    /// The clinic's book; it lives as long as the desk.
    virtual Book& book() = 0;
    /// What happened in figures, and how the program does; lives as long as the desk.
    virtual Insights& insights() = 0;
    /// The clinic's quick replies; they live as long as the desk.
    virtual QuickReplies& quickReplies() = 0;
    /// What staff write on conversations for each other; it lives as long as the desk.
    virtual Notes& notes() = 0;
    /// Labels, putting off and what is done to several conversations at once; lives as long as the desk.
    virtual Sorting& sorting() = 0;
    /// Who saw and did what; it lives as long as the desk.
    virtual AuditRoom& auditRoom() = 0;
    /// What is kept of patients, and erasing it; it lives as long as the desk.
    virtual Privacy& privacy() = 0;
    /// Who began and ended a shift, and what is handed over; lives as long as the desk.
    virtual Shifts& shifts() = 0;
    /// What is written now and sent at a set time; lives as long as the desk.
    virtual LaterSends& laterSends() = 0;
    /// The rules by which urgency is judged, to be read and tried out; lives as long as the desk.
    virtual RuleBook& ruleBook() = 0;
    /// What the clinic is connected to, and its settings; lives as long as the desk.
    virtual Setup& setup() = 0;

    // Rooms of their own; each lives as long as the desk.
    virtual AgentDrafts& agentDrafts() = 0;
    virtual Backups& backups() = 0;
    virtual DutyRoom& dutyRoom() = 0;
    virtual Hours& hours() = 0;
    virtual ClinicRoom& clinicRoom() = 0;
    virtual PatientCards& patientCards() = 0;
    virtual Presence& presence() = 0;
    virtual Reviews& reviews() = 0;
    virtual ServiceRoom& serviceRoom() = 0;
    virtual TemplateRoom& templateRoom() = 0;

    virtual Future<std::vector<InboxRow>> inbox(const InboxRequest& request) = 0;
    /// Finds messages, transcripts, names and numbers. A newer search (one within a conversation: a newer one of that
    /// kind) ends this one with Cancelled.
    virtual Future<SearchPage> search(const SearchRequest& request) = 0;
    virtual Future<domain::Conversation> conversation(domain::ConversationId id) = 0;
    /// The newest `limit` messages below `before` (an invalid id: the end of the conversation).
    virtual Future<ThreadPage> threadBefore(domain::ConversationId id, domain::MessageId before, int limit) = 0;
    /// The oldest `limit` messages above `after`.
    virtual Future<ThreadPage> threadAfter(domain::ConversationId id, domain::MessageId after, int limit) = 0;
    virtual Future<domain::Message> message(domain::MessageId id) = 0;
    /// The message that this one answers. NotFound when it answers none, or one that is not here.
    virtual Future<domain::Message> quoted(domain::MessageId id) = 0;
    /// What an edited message said before, the oldest first; without versions that said nothing.
    virtual Future<QStringList> earlierTexts(domain::MessageId id) = 0;
    /// The bytes of a message's kept file. NotFound when there is none.
    virtual Future<QByteArray> attachmentBytes(domain::MessageId id) = 0;
    virtual Future<std::vector<domain::Decision>> decisions(domain::ConversationId id, domain::DecisionId before,
                                                            int limit) = 0;
    virtual Future<std::vector<domain::Escalation>> escalations(domain::ConversationId id) = 0;
    virtual Future<std::vector<domain::Escalation>> openEscalations() = 0;
    /// Last closed first.
    virtual Future<std::vector<domain::Escalation>> closedEscalations(int limit) = 0;
    /// All that a person needs who is called to it. Flags of the record are missing while the records are away.
    virtual Future<domain::EscalationCard> escalationCard(domain::EscalationId id) = 0;
    /// What keeps channels from sending and receiving now, as text keys ("channel.wahaFailed"), each once.
    virtual Future<QStringList> channelFaults() = 0;
    virtual Future<ComposerState> composer(domain::ConversationId id) = 0;
    virtual Future<PatientSide> patientSide(domain::ConversationId id) = 0;

    /// Takes the conversation. When the future completes no agent's message is on its way any more and none follows.
    virtual Future<Done> takeOver(domain::ConversationId id) = 0;
    virtual Future<Done> handBack(domain::ConversationId id) = 0;
    /// Nobody: waits for whoever is free.
    virtual Future<Done> release(domain::ConversationId id) = 0;
    virtual Future<Done> setMode(domain::ConversationId id, domain::Mode mode) = 0;
    /// Sends as this member of staff; takes the conversation if somebody else held it. The draft is cleared in the same
    /// transaction. Completes, like takeOver, when no agent's message is on its way any more. Fails with WindowClosed
    /// when a template is needed and with Unreachable when the patient blocked the clinic; the text is then kept as the
    /// draft. A text that is longer than the channel takes goes out in parts; the id is the last one's.
    virtual Future<domain::MessageId> reply(domain::ConversationId id, const QString& text) = 0;
    /// As the doctor `doctorName`. Fails like reply and answerEscalation.
    virtual Future<domain::MessageId> doctorReply(domain::ConversationId id, const QString& doctorName,
                                                  const QString& text) = 0;
    /// Sends all of it in one write, like reply: nothing goes when one file is not taken.
    virtual Future<domain::MessageId> send(domain::ConversationId id, const Parcel& parcel) = 0;
    /// What was spoken, as a file that send, sendFile and answerWithFile take; it is sent by them alone. InvalidInput
    /// when it is too short, too long or nothing is heard in it (domain::checkRecording).
    virtual Future<FileContent> voiceNote(const domain::Recording& recording) = 0;
    /// Whether sendFile would take the file. InvalidInput tells why not.
    virtual Future<Done> checkFile(domain::ConversationId id, const FileContent& file) = 0;
    /// Sends a file as this member of staff, like reply; the caption may be empty. InvalidInput when the type or size
    /// is not taken here or on the channel.
    virtual Future<domain::MessageId> sendFile(domain::ConversationId id, const FileContent& file,
                                               const QString& caption) = 0;
    /// Sends where the clinic is. NotFound when the clinic's facts hold no place.
    virtual Future<domain::MessageId> sendPlace(domain::ConversationId id) = 0;
    /// The templates of the conversation's channel, with the fields filled from what is known; none where it has none.
    virtual Future<std::vector<TemplateChoice>> templates(domain::ConversationId id) = 0;
    /// What the patient would read. InvalidInput when a field is missing or holds what the provider refuses.
    virtual Future<QString> templateText(const domain::TemplateUse& use) = 0;
    /// Sends an approved template, also when free text may not be sent. `readsAs` is what it says. The draft stays.
    /// Forbidden when the provider has said that it may not be sent.
    virtual Future<domain::MessageId> sendTemplate(domain::ConversationId id, const domain::TemplateUse& use,
                                                   const QString& readsAs) = 0;
    /// This member of staff's sends that can still be taken back, the next to go first.
    virtual Future<std::vector<HeldSend>> heldSends() = 0;
    /// Takes back all that was sent in one go with the message; the words become the draft again. Conflict when it is
    /// on its way, or was never held.
    virtual Future<TakenBack> takeBack(domain::MessageId id) = 0;
    /// A new send of a failed or unknown message, as a new message of this member of staff.
    virtual Future<domain::MessageId> sendAgain(domain::MessageId id) = 0;
    /// A person decides that an unknown send did arrive.
    virtual Future<Done> confirmArrived(domain::MessageId id) = 0;
    virtual Future<Done> acknowledge(domain::EscalationId id) = 0;
    /// A person calls a doctor or a colleague: opens one, or raises the open one; an agent lets the conversation go.
    /// `reason` is the person's words. InvalidInput without one.
    virtual Future<domain::EscalationId> raiseEscalation(domain::ConversationId id, domain::Urgency urgency,
                                                         const QString& reason) = 0;
    /// Sends as the doctor; the escalation is acknowledged and answered. Conflict when it is closed. Forbidden, with
    /// the key of answerFault, when the patient's consent is missing. Fails like reply.
    virtual Future<domain::MessageId> answerEscalation(domain::EscalationId id, const QString& doctorName,
                                                       const QString& text) = 0;
    /// The same with a file, in one write with the words below it or behind it, if there are any. InvalidInput when it
    /// is not taken.
    virtual Future<domain::MessageId> answerWithFile(domain::EscalationId id, const QString& doctorName,
                                                     const FileContent& file, const QString& text) = 0;
    /// What keeps a doctor's words from the conversation's channel (a text key), as far as the patient's consent goes;
    /// empty: nothing does.
    virtual Future<QString> answerFault(domain::ConversationId id) = 0;
    /// Tells the patient, in words that the clinic approved, that the clinic calls; needs no consent. Somebody is on
    /// the escalation then, it is not answered. Told once, until it is opened again. Conflict when it is closed.
    virtual Future<Done> promiseCall(domain::EscalationId id, const QString& doctorName) = 0;
    /// InvalidInput without a reason or when it is not lower than now.
    virtual Future<Done> lowerEscalation(domain::EscalationId id, domain::Urgency urgency, const QString& reason) = 0;
    /// InvalidInput without a reason. The agent gets the conversation back unless a member of staff holds it.
    virtual Future<Done> closeEscalation(domain::EscalationId id, const QString& reason) = 0;
    /// InvalidInput without a reason, Conflict while one is open. An agent lets the conversation go.
    virtual Future<Done> reopenEscalation(domain::EscalationId id, const QString& reason) = 0;
    /// What the agent is to know when it gets the conversation back: as a person kept it, else a draft out of what
    /// people of the clinic wrote since it was raised. Empty when they wrote nothing.
    virtual Future<QString> resumeBrief(domain::EscalationId id) = 0;
    /// Gives the conversation back to the agent, which is told the brief; it is kept with the newest escalation.
    /// NotFound when the conversation has none.
    virtual Future<Done> handBackWithBrief(domain::ConversationId id, const QString& brief) = 0;
    /// Says into whose record the closed exchange belongs (`FilingState::Choose`). Conflict where nothing waits.
    virtual Future<Done> fileEscalation(domain::EscalationId id, const QString& patient) = 0;
    /// Notes what the patient said, also on the phone and without being asked here, about reading a doctor's answer on
    /// this channel.
    virtual Future<Done> noteConsent(domain::ConversationId id, bool given) = 0;
    /// Closes all open escalations and gives the conversation back to the agent.
    virtual Future<Done> closeEscalations(domain::ConversationId id) = 0;
    virtual Future<Done> markSeen(domain::ConversationId id) = 0;
    virtual Future<QString> draft(domain::ConversationId id) = 0;
    virtual Future<Done> saveDraft(domain::ConversationId id, const QString& text) = 0;

    /// `callback` runs on a thread of the store: hop to your own before touching anything.
    [[nodiscard]] virtual domain::Subscription subscribe(domain::ChangeCallback callback) = 0;
};

} // namespace delpek::desk
