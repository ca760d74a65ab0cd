// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/activity.h"
#include "desk/auditroom.h"
#include "desk/privacy.h"
#include "desk/staffdesks.h"

namespace delpek::desk
{

/// Asks the sign-in before each call whether the person may make it, and notes in the audit log who read what and who
/// did what: a change is noted before it is done, reading beside it and once in ten minutes for the same thing.
class SignedActs
{
public:
    /// References outlive it.
    SignedActs(store::Store& store, base::Clock& clock, SignIn& signIn, StaffDesks& desks)
        : m_store(store)
        , m_clock(clock)
        , m_signIn(signIn)
        , m_desks(desks)
    {
    }

    struct Note {
        QString action;
        QString subject;
        QString detail = {};
    };

    /// Waits for what was begun.
    ~SignedActs() { m_running.waitIdle(); }
    SignedActs(const SignedActs&) = delete;
    SignedActs& operator=(const SignedActs&) = delete;

    SignIn& signIn() { return m_signIn; }
    QString name() const { return m_signIn.state().person.name; }
    /// The person's own desk; Forbidden or Unauthorised.
    Result<Desk*> deskFor(domain::Right right);
    /// Notes that the person reads this; not again for ten minutes.
    void noteRead(const QString& action, const QString& subject);
    /// Notes that the person sees a list, once in eight hours.
    void noteListed(const QString& action);
    /// Notes a read of which only the answer tells whose it is.
    template <typename T, typename Subject>
    Future<T> noteReadOf(const Future<T>& read, const QString& action, Subject subject)
    {
        return read.then([this, action, subject, token = m_running.begin()](const Result<T>& answer) {
            if (answer) {
                noteRead(action, subject(*answer));
            }
            return answer;
        });
    }
    Future<Done> note(const std::vector<Note>& notes);

    template <typename T, typename Call>
    Future<T> run(domain::Right right, Call call)
    {
        const auto desk = deskFor(right);
        return desk ? call(**desk) : base::ready(Result<T>(fail(desk.error())));
    }
    template <typename T, typename Call>
    Future<T> run(domain::Right right, const Note& what, Call call)
    {
        return run<T>(right, std::vector{what}, std::move(call));
    }
    template <typename T, typename Call>
    Future<T> run(domain::Right right, const std::vector<Note>& what, Call call)
    {
        const auto desk = deskFor(right);
        if (!desk) {
            return base::ready(Result<T>(fail(desk.error())));
        }
        auto future = note(what).then([call, desk = *desk](const Result<Done>& noted) {
            return noted ? call(*desk) : base::ready(Result<T>(fail(noted.error())));
        });
        // Whoever closes the desk waits for it: what was noted is done.
        future.then([token = m_running.begin()](const Result<T>&) {});
        return future;
    }
    /// For what the person's own desk cuts short when it closes: only its beginning is waited for.
    template <typename T, typename Call>
    Future<T> launch(domain::Right right, const Note& what, Call call)
    {
        const auto desk = deskFor(right);
        if (!desk) {
            return base::ready(Result<T>(fail(desk.error())));
        }
        const auto token = std::make_shared<base::Activity::Token>(m_running.begin());
        return note({what}).then([call, desk = *desk, token](const Result<Done>& noted) {
            auto begun = noted ? call(*desk) : base::ready(Result<T>(fail(noted.error())));
            token->reset();
            return begun;
        });
    }

private:
    void noteRead(const QString& action, const QString& subject, base::Duration again);

    store::Store& m_store;
    base::Clock& m_clock;
    SignIn& m_signIn;
    StaffDesks& m_desks;
    base::Activity m_running;
    std::mutex m_mutex;
    QString m_reader;
    std::map<std::pair<QString, QString>, base::Instant> m_read; ///< by `m_reader`; noted again from then on
};

/// The book of whoever is signed in.
class SignedBook final : public Book
{
public:
    explicit SignedBook(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<DayBook> days(QDate first, QDate last) override;
    Future<std::vector<domain::Slot>> freeSlots(const SlotWish& wish) override;
    Future<domain::Appointment> book(const QString& patient, const domain::Slot& slot, const QString& reference,
                                     domain::ConversationId conversation) override;
    Future<domain::Appointment> move(const QString& appointment, const domain::Slot& to,
                                     const QString& reference) override;
    Future<Done> cancel(const QString& appointment, const QString& reference) override;

private:
    SignedActs& m_acts;
};

/// The figures, for whoever is signed in and may see them.
class SignedInsights final : public Insights
{
public:
    explicit SignedInsights(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<InsightsReport> report(const InsightsRequest& request) override;
    Future<Health> health() override;

private:
    SignedActs& m_acts;
};

/// The quick replies; who writes to patients keeps them.
class SignedQuickReplies final : public QuickReplies
{
public:
    explicit SignedQuickReplies(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<std::vector<domain::QuickReply>> all() override;
    Future<domain::ReplyFacts> facts(domain::ConversationId id) override;
    Future<domain::QuickReplyId> save(const domain::QuickReply& reply) override;
    Future<Done> remove(domain::QuickReplyId id) override;
    Future<Done> order(const std::vector<domain::QuickReplyId>& ids) override;

private:
    SignedActs& m_acts;
};

/// The internal notes of whoever is signed in.
class SignedNotes final : public Notes
{
public:
    explicit SignedNotes(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<std::vector<domain::InternalNote>> of(domain::ConversationId id) override;
    Future<domain::NoteId> write(domain::ConversationId id, const QString& text) override;
    Future<Done> remove(domain::NoteId id) override;
    Future<QString> draft(domain::ConversationId id) override;
    Future<Done> saveDraft(domain::ConversationId id, const QString& text) override;

private:
    SignedActs& m_acts;
};

/// The audit log, for whoever is signed in and may read it.
class SignedAuditRoom final : public AuditRoom
{
public:
    explicit SignedAuditRoom(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<AuditPage> page(const AuditRequest& request) override;
    Future<QStringList> actors() override;
    Future<domain::AuditState> follow(const domain::AuditState& from) override;
    Future<qint64> exportTo(const QString& path) override;

private:
    template <typename T, typename Call>
    Future<T> read(Call call);

    SignedActs& m_acts;
};

/// Erasing, by whoever is signed in and manages the clinic.
class SignedPrivacy final : public Privacy
{
public:
    explicit SignedPrivacy(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<std::vector<Erasable>> ofPhone(const QString& phone) override;
    Future<std::vector<Erasable>> ofPerson(domain::ConversationId id) override;
    Future<domain::ErasedAmounts> erase(const std::vector<domain::ConversationId>& ids) override;
    Future<int> resting(int days) override;

private:
    template <typename T, typename Call>
    Future<T> look(const QString& action, const QString& subject, Call call);

    SignedActs& m_acts;
};

/// Labels and order, for whoever is signed in.
class SignedSorting final : public Sorting
{
public:
    explicit SignedSorting(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<std::vector<domain::Label>> labels() override;
    Future<std::vector<domain::LabelId>> labelsOf(domain::ConversationId id) override;
    Future<domain::LabelId> addLabel(const domain::Label& label) override;
    Future<Done> changeLabel(const domain::Label& was, const domain::Label& to) override;
    Future<Done> removeLabel(domain::LabelId id) override;
    Future<Sorted> sort(const std::vector<domain::ConversationId>& ids, const SortAct& act) override;
    Future<int> undo(const Sorted& done) override;

private:
    SignedActs& m_acts;
};

/// The staff as whoever is signed in may keep it.
class SignedStaffRoom final : public StaffRoom
{
public:
    explicit SignedStaffRoom(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<std::vector<domain::StaffMember>> all() override;
    Future<domain::StaffId> keep(const domain::StaffMember& member, const QString& phone) override;
    Future<Done> setPin(domain::StaffId id, const QString& pin) override;
    Future<Done> changeOwnPin(const QString& old, const QString& fresh) override;
    Future<SignInRules> rules() override;
    Future<Done> setRules(const SignInRules& rules) override;

private:
    SignedActs& m_acts;
};

/// The desk of a window at which people take turns: each works at the desk of his own name.
class SignedDesk final : public Desk
{
public:
    /// `host`: the desk that is there also while nobody is; what it tells is nobody's secret (the time, the clinic's
    /// zone, that something changed). References outlive it.
    SignedDesk(store::Store& store, base::Clock& clock, SignIn& signIn, StaffDesks& desks, Desk& host);
    ~SignedDesk() override;

    QString staffName() const override { return m_acts.name(); }
    SignIn& signIn() override { return m_acts.signIn(); }
    base::Instant now() const override { return m_host.now(); }
    QTimeZone zone() const override { return m_host.zone(); }
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
    StaffRoom& staffRoom() override { return m_staffRoom; }

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
    domain::Subscription subscribe(domain::ChangeCallback callback) override;

private:
    template <typename T, typename Call>
    Future<T> see(Call call)
    {
        return m_acts.run<T>(domain::Right::See, std::move(call));
    }

    Desk& m_host;
    SignedActs m_acts;
    SignedBook m_book;
    SignedInsights m_insights;
    SignedQuickReplies m_quickReplies;
    SignedNotes m_notes;
    SignedSorting m_sorting;
    SignedAuditRoom m_auditRoom;
    SignedPrivacy m_privacy;
    SignedStaffRoom m_staffRoom;
    std::unique_ptr<Shifts> m_shifts;
    std::unique_ptr<LaterSends> m_laterSends;
    std::unique_ptr<RuleBook> m_ruleBook;
    std::unique_ptr<Setup> m_setup;
    std::unique_ptr<Backups> m_backups;
    std::unique_ptr<DutyRoom> m_dutyRoom;
    std::unique_ptr<Hours> m_hours;
    std::unique_ptr<ClinicRoom> m_clinicRoom;
    std::unique_ptr<PatientCards> m_patientCards;
    std::unique_ptr<Presence> m_presence;
    std::unique_ptr<AgentDrafts> m_agentDrafts;
    std::unique_ptr<Reviews> m_reviews;
    std::unique_ptr<ServiceRoom> m_serviceRoom;
    std::unique_ptr<TemplateRoom> m_templateRoom;
};

} // namespace delpek::desk
