// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/escalationbook.h"
#include "channels/channel.h"
#include "channels/whatsapp/templates.h"
#include "clinic/clinicrecords.h"
#include "desk/deskfiles.h"
#include "desk/localauditroom.h"
#include "desk/localbook.h"
#include "desk/localinsights.h"
#include "desk/localnotes.h"
#include "desk/localprivacy.h"
#include "desk/localquickreplies.h"
#include "desk/localsorting.h"
#include "desk/localstaffroom.h"
#include "desk/staffsend.h"
#include "desk/templateprovider.h"
#include "domain/notice.h"
#include "store/store.h"

#include <QUrl>

#include <atomic>
#include <mutex>

namespace delpek::desk
{

class TurnReplay;

/// Who works at this desk.
struct Actor {
    QString name;
};

/// What a desk sends with; nothing where it only looks on.
struct Means {
    std::vector<channels::Channel*> channels = {};
    media::FileDoor* files = nullptr;
    std::vector<channels::whatsapp::Template> templates = {};
    base::Duration undo{0};                             ///< how long a person's send can be taken back
    const agent::EscalationBook* escalations = nullptr; ///< without it a card has no facts and no ready answers
    const safety::Triage* triage = nullptr;             ///< without it a card has the record's flags only
    bool needsConsent = false; ///< a doctor's words need the patient's yes; else a refusal alone keeps them back
    bool transcribe = false;   ///< a service writes voice notes down, staff's too
    ModelBudget budget = {};
    std::vector<domain::QuickReply> quickReplies = {}; ///< what a clinic begins with
    Setup* setup = nullptr;                            ///< without it nothing is set up here
    Backups* backups = nullptr;                        ///< without them nothing is copied here
    ServiceRoom* services = nullptr;                   ///< without it services are not shown
    bool ownBook = false;                              ///< the records are ours, and may be changed in the window
    TurnReplay* replay = nullptr;                      ///< without it no turn is run again here
    std::shared_ptr<const TemplateProvider> templateProvider = {}; ///< without it templates are only read
    std::function<QUrl(const QString& patient)> recordLink = {};   ///< where a patient's record can be opened
    std::vector<domain::NoticeWay> noticeWays = {};                ///< in which the staff is told outside of the desk
};

/// The desk on the store of this process. What it decides is written in one transaction and reaches the engine and the
/// other desks through the change feed.
class LocalDesk final : public Desk
{
public:
    /// `region` is where phone numbers without a country code belong (ISO 3166 alpha-2). References outlive the desk.
    LocalDesk(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, Actor actor,
              QString region = QStringLiteral("IL"), Means means = {});
    ~LocalDesk() override;

    QString staffName() const override { return m_actor.name; }
    SignIn& signIn() override { return m_signIn; }
    StaffRoom& staffRoom() override { return m_staffRoom; }
    base::Instant now() const override { return m_clock.now(); }
    QTimeZone zone() const override;
    Book& book() override { return m_book; }
    Insights& insights() override { return m_insights; }
    QuickReplies& quickReplies() override { return m_quickReplies; }
    Notes& notes() override { return m_notes; }
    Sorting& sorting() override { return m_sorting; }
    AuditRoom& auditRoom() override { return m_auditRoom; }
    Privacy& privacy() override { return m_privacy; }
    Shifts& shifts() override { return *m_shifts; }
    LaterSends& laterSends() override { return *m_laterSends; }
    RuleBook& ruleBook() override { return *m_ruleBook; }
    Setup& setup() override { return *m_setup; }
    Backups& backups() override { return *m_backups; }
    DutyRoom& dutyRoom() override { return *m_dutyRoom; }
    Hours& hours() override { return *m_hours; }
    ClinicRoom& clinicRoom() override { return *m_clinicRoom; }
    PatientCards& patientCards() override { return *m_patientCards; }
    Presence& presence() override { return *m_presence; }
    AgentDrafts& agentDrafts() override { return *m_agentDrafts; }
    Reviews& reviews() override { return *m_reviews; }
    ServiceRoom& serviceRoom() override { return *m_serviceRoom; }
    TemplateRoom& templateRoom() override { return *m_templateRoom; }

    Future<std::vector<InboxRow>> inbox(const InboxRequest& request) override;
    Future<SearchPage> search(const SearchRequest& request) override;
    Future<domain::Conversation> conversation(domain::ConversationId id) override;
    Future<ThreadPage> threadBefore(domain::ConversationId id, domain::MessageId before, int limit) override;
    Future<ThreadPage> threadAfter(domain::ConversationId id, domain::MessageId after, int limit) override;
    Future<domain::Message> message(domain::MessageId id) override;
    Future<domain::Message> quoted(domain::MessageId id) override;
    Future<QStringList> earlierTexts(domain::MessageId id) override;
    Future<QByteArray> attachmentBytes(domain::MessageId id) override;
    Future<std::vector<domain::Decision>> decisions(domain::ConversationId id, domain::DecisionId before,
                                                    int limit) override;
    Future<std::vector<domain::Escalation>> escalations(domain::ConversationId id) override;
    Future<std::vector<domain::Escalation>> openEscalations() override;
    Future<std::vector<domain::Escalation>> closedEscalations(int limit) override;
    Future<domain::EscalationCard> escalationCard(domain::EscalationId id) override;
    Future<QStringList> channelFaults() override;
    Future<ComposerState> composer(domain::ConversationId id) override;
    Future<PatientSide> patientSide(domain::ConversationId id) override;

    Future<Done> takeOver(domain::ConversationId id) override;
    Future<Done> handBack(domain::ConversationId id) override;
    Future<Done> release(domain::ConversationId id) override;
    Future<Done> setMode(domain::ConversationId id, domain::Mode mode) override;
    Future<domain::MessageId> reply(domain::ConversationId id, const QString& text) override;
    Future<domain::MessageId> doctorReply(domain::ConversationId id, const QString& doctorName,
                                          const QString& text) override;
    Future<domain::MessageId> send(domain::ConversationId id, const Parcel& parcel) override;
    Future<FileContent> voiceNote(const domain::Recording& recording) override;
    Future<Done> checkFile(domain::ConversationId id, const FileContent& file) override;
    Future<domain::MessageId> sendFile(domain::ConversationId id, const FileContent& file,
                                       const QString& caption) override;
    Future<domain::MessageId> sendPlace(domain::ConversationId id) override;
    Future<std::vector<TemplateChoice>> templates(domain::ConversationId id) override;
    Future<QString> templateText(const domain::TemplateUse& use) override;
    Future<domain::MessageId> sendTemplate(domain::ConversationId id, const domain::TemplateUse& use,
                                           const QString& readsAs) override;
    Future<std::vector<HeldSend>> heldSends() override;
    Future<TakenBack> takeBack(domain::MessageId id) override;
    Future<domain::MessageId> sendAgain(domain::MessageId id) override;
    Future<Done> confirmArrived(domain::MessageId id) override;
    Future<Done> acknowledge(domain::EscalationId id) override;
    Future<domain::EscalationId> raiseEscalation(domain::ConversationId id, domain::Urgency urgency,
                                                 const QString& reason) override;
    Future<domain::MessageId> answerEscalation(domain::EscalationId id, const QString& doctorName,
                                               const QString& text) override;
    Future<domain::MessageId> answerWithFile(domain::EscalationId id, const QString& doctorName,
                                             const FileContent& file, const QString& text) override;
    Future<QString> answerFault(domain::ConversationId id) override;
    Future<Done> promiseCall(domain::EscalationId id, const QString& doctorName) override;
    Future<Done> lowerEscalation(domain::EscalationId id, domain::Urgency urgency, const QString& reason) override;
    Future<Done> closeEscalation(domain::EscalationId id, const QString& reason) override;
    Future<Done> reopenEscalation(domain::EscalationId id, const QString& reason) override;
    Future<QString> resumeBrief(domain::EscalationId id) override;
    Future<Done> handBackWithBrief(domain::ConversationId id, const QString& brief) override;
    Future<Done> fileEscalation(domain::EscalationId id, const QString& patient) override;
    Future<Done> noteConsent(domain::ConversationId id, bool given) override;
    Future<Done> closeEscalations(domain::ConversationId id) override;
    Future<Done> markSeen(domain::ConversationId id) override;
    Future<QString> draft(domain::ConversationId id) override;
    Future<Done> saveDraft(domain::ConversationId id, const QString& text) override;

    [[nodiscard]] domain::Subscription subscribe(domain::ChangeCallback callback) override;

private:
    /// What the records last told of the clinic; shared with the answer that is on its way.
    struct Facts {
        std::mutex mutex;
        std::optional<domain::ClinicInfo> clinic;
    };

    /// The number of the newest search of each kind; shared with those that are on their way.
    struct Searches {
        std::atomic<int> everywhere = 0;
        std::atomic<int> within = 0;
    };

    void readClinic();
    void readThread(domain::EscalationCard& card, const QStringList& words) const;
    void readTexts(domain::EscalationCard& card, domain::Gender gender) const;
    Future<domain::Escalation> openEscalation(domain::EscalationId id);
    std::optional<domain::ClinicInfo> clinic() const;
    Future<KnownFacts> knownFacts(domain::ConversationId id);
    Future<std::vector<domain::Attachment>> keepAll(const std::vector<FileContent>& files);
    Future<domain::MessageId> sendWithPlace(const StaffSend& send, const std::vector<FileContent>& files,
                                            domain::Language language);
    Future<domain::MessageId> sendWithFiles(const StaffSend& send, const std::vector<FileContent>& files);
    Future<domain::MessageId> sendAs(StaffSend send);
    const channels::Channel* channelFor(const domain::ChannelAddress& address) const;
    channels::Capabilities limits(const domain::ChannelAddress& address) const;
    Result<Done> takes(const domain::Conversation& conversation, const FileContent& file) const;
    Future<Done> hold(domain::ConversationId id, const domain::Holder& holder);

    store::Store& m_store;
    clinic::ClinicRecords& m_records;
    base::Clock& m_clock;
    Actor m_actor;
    QString m_region;
    std::vector<channels::Channel*> m_channels;
    DeskFiles m_files;
    std::vector<channels::whatsapp::Template> m_templates;
    base::Duration m_undo;
    const agent::EscalationBook* m_escalations;
    const safety::Triage* m_triage;
    bool m_needsConsent;
    bool m_transcribe;
    NoSignIn m_signIn;
    LocalStaffRoom m_staffRoom;
    LocalBook m_book;
    LocalInsights m_insights;
    LocalQuickReplies m_quickReplies;
    LocalNotes m_notes;
    LocalSorting m_sorting;
    LocalAuditRoom m_auditRoom;
    LocalPrivacy m_privacy;
    std::unique_ptr<Shifts> m_shifts;
    std::unique_ptr<LaterSends> m_laterSends;
    std::unique_ptr<RuleBook> m_ruleBook;
    Setup* m_setup;
    Backups* m_backups;
    std::unique_ptr<DutyRoom> m_dutyRoom;
    std::unique_ptr<Hours> m_hours;
    std::unique_ptr<ClinicRoom> m_clinicRoom;
    std::unique_ptr<PatientCards> m_patientCards;
    std::unique_ptr<Presence> m_presence;
    std::unique_ptr<AgentDrafts> m_agentDrafts;
    std::unique_ptr<Reviews> m_reviews;
    ServiceRoom* m_serviceRoom;
    std::unique_ptr<TemplateRoom> m_templateRoom;
    std::shared_ptr<Facts> m_facts = std::make_shared<Facts>();
    std::shared_ptr<Searches> m_searches = std::make_shared<Searches>();
    domain::Subscription m_clinicNews;
};

} // namespace delpek::desk
