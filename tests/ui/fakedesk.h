// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/fakeauditroom.h"
#include "ui/fakebook.h"
#include "ui/fakeinsights.h"
#include "ui/fakenotes.h"
#include "ui/fakeprivacy.h"
#include "ui/fakequickreplies.h"
#include "ui/fakesignin.h"
#include "ui/fakesorting.h"
#include "ui/fakestaffroom.h"

#include <map>

namespace delpek::test
{

class FakeBackups;
class FakeDutyRoom;
class FakeHours;
class FakeClinicRoom;
class FakeLaterSends;
class FakePatientCards;
class FakePresence;
class FakeAgentDrafts;
class FakeReviews;
class FakeRuleBook;
class FakeServiceRoom;
class FakeSetup;
class FakeShifts;
class FakeTemplateRoom;

/// A Desk in memory with fixed content and a clock that stands still. Answers at once, on the calling thread.
class FakeDesk final : public desk::Desk
{
public:
    /// The conversations of the demo, by what they are for.
    enum Demo : qint64 { Booking = 1, Colleague, Emergency, Doctor, Long, Mine, Closed, Mixed, Nameless, Files };
    static constexpr int longLength = 100'000;

    FakeDesk();
    ~FakeDesk() override;

    QString staffName() const override;
    FakeSignIn& signIn() override { return m_signIn; }
    FakeStaffRoom& staffRoom() override { return m_staffRoom; }
    base::Instant now() const override { return m_now; }
    QTimeZone zone() const override { return m_zone; }
    FakeBook& book() override { return m_book; }
    FakeInsights& insights() override { return m_insights; }
    FakeQuickReplies& quickReplies() override { return m_quickReplies; }
    FakeNotes& notes() override
    {
        m_notes.now = m_now;
        return m_notes;
    }
    FakeSorting& sorting() override
    {
        m_sorting.now = m_now;
        return m_sorting;
    }
    FakeAuditRoom& auditRoom() override { return m_auditRoom; }
    FakePrivacy& privacy() override { return m_privacy; }
    desk::Shifts& shifts() override;
    desk::LaterSends& laterSends() override;
    desk::RuleBook& ruleBook() override;
    desk::Setup& setup() override;
    desk::Backups& backups() override;
    desk::DutyRoom& dutyRoom() override;
    desk::Hours& hours() override;
    desk::ClinicRoom& clinicRoom() override;
    desk::PatientCards& patientCards() override;
    desk::Presence& presence() override;
    desk::AgentDrafts& agentDrafts() override;
    desk::Reviews& reviews() override;
    desk::ServiceRoom& serviceRoom() override;
    desk::TemplateRoom& templateRoom() override;
    FakeShifts& fakeShifts() { return *m_shifts; }
    FakeLaterSends& fakeLaterSends() { return *m_laterSends; }
    FakeRuleBook& fakeRuleBook() { return *m_ruleBook; }
    FakeSetup& fakeSetup() { return *m_setup; }
    FakeBackups& fakeBackups() { return *m_backups; }
    FakeDutyRoom& fakeDutyRoom() { return *m_dutyRoom; }
    FakeHours& fakeHours() { return *m_hours; }
    FakeClinicRoom& fakeClinicRoom() { return *m_clinicRoom; }
    FakePatientCards& fakePatientCards() { return *m_patientCards; }
    FakePresence& fakePresence() { return *m_presence; }
    FakeAgentDrafts& fakeAgentDrafts() { return *m_agentDrafts; }
    FakeReviews& fakeReviews() { return *m_reviews; }
    FakeServiceRoom& fakeServiceRoom() { return *m_serviceRoom; }
    FakeTemplateRoom& fakeTemplateRoom() { return *m_templateRoom; }
    Future<std::vector<desk::InboxRow>> inbox(const desk::InboxRequest& request) override;
    Future<desk::SearchPage> search(const desk::SearchRequest& request) override;
    Future<domain::Conversation> conversation(domain::ConversationId id) override;
    Future<desk::ThreadPage> threadBefore(domain::ConversationId id, domain::MessageId before, int limit) override;
    Future<desk::ThreadPage> threadAfter(domain::ConversationId id, domain::MessageId after, int limit) override;
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
    Future<desk::ComposerState> composer(domain::ConversationId id) override;
    Future<desk::PatientSide> patientSide(domain::ConversationId id) override;
    Future<Done> takeOver(domain::ConversationId id) override;
    Future<Done> handBack(domain::ConversationId id) override;
    Future<Done> release(domain::ConversationId id) override;
    Future<Done> setMode(domain::ConversationId id, domain::Mode mode) override;
    Future<domain::MessageId> reply(domain::ConversationId id, const QString& text) override;
    Future<domain::MessageId> doctorReply(domain::ConversationId id, const QString& doctorName,
                                          const QString& text) override;
    Future<domain::MessageId> send(domain::ConversationId id, const desk::Parcel& parcel) override;
    Future<desk::FileContent> voiceNote(const domain::Recording& recording) override;
    Future<Done> checkFile(domain::ConversationId id, const desk::FileContent& file) override;
    Future<domain::MessageId> sendFile(domain::ConversationId id, const desk::FileContent& file,
                                       const QString& caption) override;
    Future<domain::MessageId> sendPlace(domain::ConversationId id) override;
    Future<std::vector<desk::TemplateChoice>> templates(domain::ConversationId id) override;
    Future<QString> templateText(const domain::TemplateUse& use) override;
    Future<domain::MessageId> sendTemplate(domain::ConversationId id, const domain::TemplateUse& use,
                                           const QString& readsAs) override;
    Future<std::vector<desk::HeldSend>> heldSends() override;
    Future<desk::TakenBack> takeBack(domain::MessageId id) override;
    Future<domain::MessageId> sendAgain(domain::MessageId id) override;
    Future<Done> confirmArrived(domain::MessageId id) override;
    Future<Done> acknowledge(domain::EscalationId id) override;
    Future<domain::EscalationId> raiseEscalation(domain::ConversationId id, domain::Urgency urgency,
                                                 const QString& reason) override;
    Future<domain::MessageId> answerEscalation(domain::EscalationId id, const QString& doctorName,
                                               const QString& text) override;
    Future<domain::MessageId> answerWithFile(domain::EscalationId id, const QString& doctorName,
                                             const desk::FileContent& file, const QString& text) override;
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

    // What a test turns.
    void setUndo(base::Duration undo) { m_undo = undo; }
    void setZone(const QTimeZone& zone);
    /// The clock goes on; what is due is out of the house.
    void advance(base::Duration time);
    /// Every call fails with this until it is taken away.
    void failWith(std::optional<Error> error) { m_failure = std::move(error); }
    void setChannelFaults(const QStringList& faults);
    domain::MessageId receive(domain::ConversationId id, const QString& text);
    /// So many old messages cannot be found yet.
    void setNotYetSearchable(qint64 messages) { m_notYetSearchable = messages; }
    void keepEarlier(domain::MessageId id, const QStringList& texts) { m_earlier[id] = texts; }
    domain::Conversation& at(domain::ConversationId id) { return m_conversations.at(id); }
    QList<domain::Message>& thread(domain::ConversationId id) { return m_threads[id]; }
    QString savedDraft(domain::ConversationId id) const;
    /// As it is, with the event of its raise.
    void keepEscalation(const domain::Escalation& escalation);
    /// What the card of an escalation shows besides (facts, flags, answers, filing, consent).
    domain::EscalationCard& card(domain::EscalationId id) { return m_cards[id]; }
    void keepFile(domain::MessageId id, const QByteArray& bytes) { m_files[id] = bytes; }
    int filesRead() const { return m_filesRead; }
    /// How often everything was searched, its further pages not counted.
    int searches() const { return m_searches; }
    void publish(const std::vector<domain::Change>& changes);
    void erase(domain::ConversationId id);

    /// What the desk was handed to send, until it is taken back.
    struct Sent {
        domain::ConversationId conversation;
        QString text;
        QStringList files = {};
        bool place = false;
        std::optional<domain::TemplateUse> templated = {};
        domain::MessageId message = {};
        std::vector<desk::FileContent> contents = {};
    };
    const std::vector<Sent>& sent() const { return m_sent; }

private:
    friend class DemoContent;
    template <typename T>
    Future<T> answer(Result<T> value) const
    {
        return m_failure ? base::ready(Result<T>(fail(*m_failure))) : base::ready(std::move(value));
    }
    Future<Done> hold(domain::ConversationId id, const domain::Holder& holder);
    Future<domain::MessageId> add(domain::ConversationId id, domain::AuthorKind author, const QString& name,
                                  const QString& text);
    Future<domain::MessageId> hand(Sent sent);
    domain::Escalation* escalation(domain::EscalationId id);
    domain::Escalation* openEscalationOf(domain::ConversationId id);
    void happened(const domain::Escalation& escalation, const QString& kind, const QString& by, const QString& detail);
    template <typename Change>
    Future<Done> change(domain::EscalationId id, const QString& reason, Change change);
    /// What an erasure would find of each conversation.
    std::vector<desk::Erasable> kept() const;
    std::vector<desk::InboxRow> matching(const desk::InboxRequest& request) const;

    FakeBook m_book;
    FakeSignIn m_signIn;
    FakeStaffRoom m_staffRoom;
    FakeInsights m_insights;
    FakeQuickReplies m_quickReplies{[this](const auto& changes) { publish(changes); }};
    FakeNotes m_notes{[this](const auto& changes) { publish(changes); },
                      [this](domain::ConversationId id) {
                          const auto& thread = m_threads[id];
                          return thread.empty() ? domain::MessageId{} : thread.back().id;
                      },
                      [this] { return staffName(); }};
    FakeAuditRoom m_auditRoom{[this](domain::ConversationId id) {
        const auto place = m_conversations.find(id);
        return place == m_conversations.end() ? std::nullopt : std::optional(place->second);
    }};
    FakePrivacy m_privacy{[this] { return kept(); }, [this](domain::ConversationId id) { erase(id); }};
    base::Instant m_now;
    base::Duration m_undo{0};
    QTimeZone m_zone{"Asia/Jerusalem"};
    std::vector<desk::HeldSend> m_held;
    std::map<domain::MessageId, QStringList> m_earlier;
    std::map<domain::ConversationId, std::map<QString, domain::Bilingual>> m_templateFacts;
    std::map<domain::ConversationId, domain::Conversation> m_conversations;
    FakeSorting m_sorting{[this](const auto& changes) { publish(changes); }, m_conversations};
    std::map<domain::ConversationId, QList<domain::Message>> m_threads; ///< the long one is shared by all desks
    std::map<domain::ConversationId, QString> m_drafts;
    std::map<domain::ConversationId, desk::PatientSide> m_sides;
    std::vector<domain::Decision> m_decisions;
    std::vector<domain::Escalation> m_escalations;
    std::map<domain::EscalationId, domain::EscalationCard> m_cards;
    std::map<domain::MessageId, QByteArray> m_files;
    int m_filesRead = 0;
    int m_searches = 0;
    std::unique_ptr<FakeShifts> m_shifts;
    std::unique_ptr<FakeLaterSends> m_laterSends;
    std::unique_ptr<FakeRuleBook> m_ruleBook;
    std::unique_ptr<FakeSetup> m_setup;
    std::unique_ptr<FakeBackups> m_backups;
    std::unique_ptr<FakeDutyRoom> m_dutyRoom;
    std::unique_ptr<FakeHours> m_hours;
    std::unique_ptr<FakeClinicRoom> m_clinicRoom;
    std::unique_ptr<FakePatientCards> m_patientCards;
    std::unique_ptr<FakePresence> m_presence;
    std::unique_ptr<FakeAgentDrafts> m_agentDrafts;
    std::unique_ptr<FakeReviews> m_reviews;
    std::unique_ptr<FakeServiceRoom> m_serviceRoom;
    std::unique_ptr<FakeTemplateRoom> m_templateRoom;
    std::map<int, domain::ChangeCallback> m_callbacks;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    std::vector<Sent> m_sent;
    std::optional<Error> m_failure;
    QStringList m_channelFaults;
    qint64 m_notYetSearchable = 0;
    qint64 m_nextMessage = 5'000'000;
};

} // namespace delpek::test
