// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakedesk.h"

#include "ui/democontent.h"
#include "ui/demotemplates.h"
#include "ui/fakeagentdrafts.h"
#include "ui/fakebackups.h"
#include "ui/fakeclinicroom.h"
#include "ui/fakedutyroom.h"
#include "ui/fakehours.h"
#include "ui/fakelatersends.h"
#include "ui/fakepatientcards.h"
#include "ui/fakepresence.h"
#include "ui/fakereviews.h"
#include "ui/fakerulebook.h"
#include "ui/fakeserviceroom.h"
#include "ui/fakesetup.h"
#include "ui/fakeshifts.h"
#include "ui/faketemplateroom.h"

namespace delpek::test
{

namespace
{

using domain::HolderKind;
using domain::Topic;

bool inView(const domain::Conversation& c, desk::View view, const QString& me, base::Instant now)
{
    if (c.snoozedUntil && view != desk::View::WindowClosing) {
        return view == desk::View::Snoozed;
    }
    switch (view) {
    case desk::View::Snoozed:
        return false;
    case desk::View::All:
        return true;
    case desk::View::NeedsPerson:
        return c.needsPerson;
    case desk::View::Mine:
        return c.holder == domain::Holder{HolderKind::Staff, me};
    case desk::View::Agent:
        return c.holder.kind == HolderKind::Agent;
    case desk::View::WaitingForDoctor:
        return c.urgency == domain::Urgency::DoctorRequired;
    case desk::View::WindowClosing:
        return c.lastPatientMessage && now - *c.lastPatientMessage > std::chrono::hours(20);
    }
    return false;
}

Error noConversation()
{
    return {ErrorCode::NotFound, {}, QStringLiteral("there is no such conversation")};
}

} // namespace

FakeDesk::FakeDesk()
    : m_shifts(std::make_unique<FakeShifts>(*this))
    , m_laterSends(std::make_unique<FakeLaterSends>(FakeLaterSends::Room{
          [this](const auto& changes) { publish(changes); }, [this] { return staffName(); }, [this] { return m_now; },
          [this](domain::ConversationId id, const QString& text) { return reply(id, text); },
          [this](domain::ConversationId id) -> QString& { return m_drafts[id]; }}))
    , m_ruleBook(std::make_unique<FakeRuleBook>())
    , m_setup(std::make_unique<FakeSetup>())
    , m_backups(std::make_unique<FakeBackups>())
    , m_dutyRoom(std::make_unique<FakeDutyRoom>([this](const auto& changes) { publish(changes); }))
    , m_hours(std::make_unique<FakeHours>())
    , m_clinicRoom(std::make_unique<FakeClinicRoom>())
    , m_patientCards(std::make_unique<FakePatientCards>())
    , m_presence(std::make_unique<FakePresence>([this](domain::ConversationId id) {
        publish({{domain::Topic::Presence, 0, id.value}});
    }))
    , m_agentDrafts(std::make_unique<FakeAgentDrafts>(
          [this](domain::ConversationId id) {
              publish({{domain::Topic::AgentDraft, 0, id.value}});
          },
          [this] { return staffName(); }))
    , m_reviews(std::make_unique<FakeReviews>(FakeReviews::Room{
          [this](const auto& changes) { publish(changes); }, [this] { return staffName(); }, [this] { return m_now; },
          [this](domain::DecisionId id) -> const domain::Decision* {
              const auto found = std::ranges::find(m_decisions, id, &domain::Decision::id);
              return found == m_decisions.end() ? nullptr : &*found;
          },
          [this](domain::ConversationId id) { return at(id); }}))
    , m_serviceRoom(std::make_unique<FakeServiceRoom>())
    , m_templateRoom(std::make_unique<FakeTemplateRoom>())
{
    DemoContent(*this).fill();
    for (const auto& [id, phone] : m_patientCards->phones) {
        for (const auto& record : phone.records) {
            m_patientCards->writes[record.patient.id] = {at(id)};
        }
    }
}

FakeDesk::~FakeDesk() = default;

desk::Shifts& FakeDesk::shifts()
{
    return *m_shifts;
}

desk::LaterSends& FakeDesk::laterSends()
{
    return *m_laterSends;
}

desk::RuleBook& FakeDesk::ruleBook()
{
    return *m_ruleBook;
}

desk::Setup& FakeDesk::setup()
{
    return *m_setup;
}

desk::Backups& FakeDesk::backups()
{
    return *m_backups;
}

desk::DutyRoom& FakeDesk::dutyRoom()
{
    return *m_dutyRoom;
}

desk::Hours& FakeDesk::hours()
{
    return *m_hours;
}

desk::ClinicRoom& FakeDesk::clinicRoom()
{
    return *m_clinicRoom;
}

desk::PatientCards& FakeDesk::patientCards()
{
    return *m_patientCards;
}

desk::Presence& FakeDesk::presence()
{
    return *m_presence;
}

desk::AgentDrafts& FakeDesk::agentDrafts()
{
    return *m_agentDrafts;
}

desk::Reviews& FakeDesk::reviews()
{
    return *m_reviews;
}

desk::ServiceRoom& FakeDesk::serviceRoom()
{
    return *m_serviceRoom;
}

desk::TemplateRoom& FakeDesk::templateRoom()
{
    return *m_templateRoom;
}

QString FakeDesk::staffName() const
{
    return m_signIn.state().person.name;
}

std::vector<desk::InboxRow> FakeDesk::matching(const desk::InboxRequest& request) const
{
    std::vector<desk::InboxRow> rows;
    for (const auto& [id, c] : m_conversations) {
        const bool after = !request.after ||
                           std::pair(c.lastActivity, c.id) < std::pair(request.after->lastActivity, request.after->id);
        const auto labels = m_sorting.worn.find(id);
        const auto worn = labels == m_sorting.worn.end() ? std::vector<domain::LabelId>{} : labels->second;
        const bool wears = !request.label || std::ranges::find(worn, *request.label) != worn.end();
        if (after && wears && inView(c, request.view, staffName(), m_now)) {
            rows.push_back({c, savedDraft(id), worn});
        }
    }
    std::ranges::sort(rows, std::greater{},
                      [](const auto& row) { return std::pair(row.conversation.lastActivity, row.conversation.id); });
    return rows;
}

Future<std::vector<desk::InboxRow>> FakeDesk::inbox(const desk::InboxRequest& request)
{
    auto rows = matching(request);
    if (int(rows.size()) > request.limit) {
        rows.resize(static_cast<size_t>(request.limit));
    }
    return answer<std::vector<desk::InboxRow>>(std::move(rows));
}

Future<domain::Conversation> FakeDesk::conversation(domain::ConversationId id)
{
    const auto found = m_conversations.find(id);
    return found == m_conversations.end() ? answer<domain::Conversation>(fail(noConversation()))
                                          : answer<domain::Conversation>(found->second);
}

Future<desk::ThreadPage> FakeDesk::threadBefore(domain::ConversationId id, domain::MessageId before, int limit)
{
    const auto& all = m_threads[id];
    const auto end = before.isValid() ? std::ranges::lower_bound(all, before, {}, &domain::Message::id) : all.end();
    const auto begin = end - std::min<std::ptrdiff_t>(limit, end - all.begin());
    return answer<desk::ThreadPage>(desk::ThreadPage{{begin, end}, begin != all.begin(), end != all.end()});
}

Future<desk::ThreadPage> FakeDesk::threadAfter(domain::ConversationId id, domain::MessageId after, int limit)
{
    const auto& all = m_threads[id];
    const auto begin = std::ranges::upper_bound(all, after, {}, &domain::Message::id);
    const auto end = begin + std::min<std::ptrdiff_t>(limit, all.end() - begin);
    return answer<desk::ThreadPage>(desk::ThreadPage{{begin, end}, begin != all.begin(), end != all.end()});
}

Future<domain::Message> FakeDesk::message(domain::MessageId id)
{
    for (const auto& [conversation, thread] : m_threads) {
        const auto place = std::ranges::lower_bound(thread, id, {}, &domain::Message::id);
        if (place != thread.end() && place->id == id) {
            return answer<domain::Message>(*place);
        }
    }
    return answer<domain::Message>(fail(ErrorCode::NotFound, QStringLiteral("no such message")));
}

Future<domain::Message> FakeDesk::quoted(domain::MessageId id)
{
    const auto answering = message(id).result();
    if (answering && !answering->quotedProviderId.isEmpty()) {
        const auto& thread = m_threads[answering->conversation];
        const auto place = std::ranges::find(thread, answering->quotedProviderId, &domain::Message::providerId);
        if (place != thread.end()) {
            return answer<domain::Message>(*place);
        }
    }
    return answer<domain::Message>(fail(ErrorCode::NotFound, QStringLiteral("the quoted message is not here")));
}

Future<QStringList> FakeDesk::earlierTexts(domain::MessageId id)
{
    return answer<QStringList>(QStringList(m_earlier[id]));
}

Future<QByteArray> FakeDesk::attachmentBytes(domain::MessageId id)
{
    ++m_filesRead;
    const auto file = m_files.find(id);
    return file == m_files.end()
               ? answer<QByteArray>(fail(ErrorCode::NotFound, QStringLiteral("the message has no kept file")))
               : answer<QByteArray>(file->second);
}

Future<std::vector<domain::Decision>> FakeDesk::decisions(domain::ConversationId id, domain::DecisionId, int)
{
    std::vector<domain::Decision> found;
    std::ranges::copy_if(m_decisions, std::back_inserter(found), [&](const auto& d) { return d.conversation == id; });
    return answer<std::vector<domain::Decision>>(std::move(found));
}

Future<QStringList> FakeDesk::channelFaults()
{
    return answer<QStringList>(m_channelFaults);
}

void FakeDesk::setChannelFaults(const QStringList& faults)
{
    m_channelFaults = faults;
    publish({{domain::Topic::Setting, 0, 0}});
}

Future<desk::ComposerState> FakeDesk::composer(domain::ConversationId id)
{
    if (m_signIn.state().entry == desk::Entry::SignedIn && !m_signIn.mayDo(domain::Right::Converse)) {
        desk::ComposerState readOnly;
        readOnly.canSendText = false;
        readOnly.reason = QStringLiteral("staff.readOnly");
        return answer(Result<desk::ComposerState>(readOnly));
    }
    if (!m_conversations.contains(id)) {
        return answer<desk::ComposerState>(fail(noConversation()));
    }
    const domain::Conversation& c = m_conversations.at(id);
    desk::ComposerState state;
    if (c.address.channel == domain::ChannelKind::WhatsApp && c.lastPatientMessage) {
        state.windowCloses = *c.lastPatientMessage + std::chrono::hours(24);
        if (*state.windowCloses <= m_now) {
            state.canSendText = false;
            state.reason = QStringLiteral("window.closed");
        }
    }
    state.files = c.address.channel != domain::ChannelKind::WebChat;
    state.places = state.files;
    state.templates = c.address.channel == domain::ChannelKind::WhatsApp;
    return answer<desk::ComposerState>(state);
}

Future<desk::PatientSide> FakeDesk::patientSide(domain::ConversationId id)
{
    auto side = m_sides[id];
    for (const auto& tied : m_patientCards->tied[id]) {
        side.tied.push_back(tied);
        side.patients.push_back(m_patientCards->at(tied.patient)->patient);
    }
    return answer<desk::PatientSide>(std::move(side));
}

Future<Done> FakeDesk::hold(domain::ConversationId id, const domain::Holder& holder)
{
    if (!m_failure) {
        auto& c = m_conversations.at(id);
        c.holder = holder;
        ++c.epoch;
        publish({{Topic::Conversation, id.value, id.value}});
    }
    return answer<Done>(Done{});
}

Future<Done> FakeDesk::takeOver(domain::ConversationId id)
{
    return hold(id, {HolderKind::Staff, staffName()});
}

Future<Done> FakeDesk::handBack(domain::ConversationId id)
{
    return hold(id, {HolderKind::Agent, {}});
}

Future<Done> FakeDesk::release(domain::ConversationId id)
{
    return hold(id, {HolderKind::Nobody, {}});
}

Future<Done> FakeDesk::setMode(domain::ConversationId id, domain::Mode mode)
{
    m_conversations.at(id).mode = mode;
    publish({{Topic::Conversation, id.value, id.value}});
    return answer<Done>(Done{});
}

Future<domain::MessageId> FakeDesk::add(domain::ConversationId id, domain::AuthorKind author, const QString& name,
                                        const QString& text)
{
    if (m_failure) {
        return answer<domain::MessageId>(domain::MessageId{});
    }
    domain::Message message;
    message.id = {++m_nextMessage};
    message.conversation = id;
    message.author = author;
    message.authorName = name;
    message.text = text;
    message.sentAt = message.createdAt = m_now;
    message.delivery =
        author == domain::AuthorKind::Patient ? domain::DeliveryState::None : domain::DeliveryState::Queued;
    m_threads[id].push_back(message);
    auto& c = m_conversations.at(id);
    c.lastActivity = m_now;
    c.preview = text;
    c.previewAuthor = author;
    publish({{Topic::Message, message.id.value, id.value}, {Topic::Conversation, id.value, id.value}});
    return answer<domain::MessageId>(message.id);
}

void FakeDesk::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    publish({{Topic::Clinic, 0, 0}});
}

void FakeDesk::advance(base::Duration time)
{
    m_now += time;
    std::erase_if(m_held, [this](const auto& held) { return held.goesOut <= m_now; });
    publish({{Topic::Outbox, 1, 0}});
}

Future<Done> FakeDesk::markSeen(domain::ConversationId id)
{
    if (!m_conversations.contains(id)) {
        return answer<Done>(fail(noConversation()));
    }
    auto& c = m_conversations.at(id);
    const bool wasReminded = std::exchange(c.isReminded, false);
    if (std::exchange(c.unread, 0) > 0 || wasReminded) {
        publish({{Topic::Conversation, id.value, id.value}});
    }
    return answer<Done>(Done{});
}

Future<QString> FakeDesk::draft(domain::ConversationId id)
{
    return answer<QString>(savedDraft(id));
}

Future<Done> FakeDesk::saveDraft(domain::ConversationId id, const QString& text)
{
    if (!m_failure && savedDraft(id) != text) {
        m_drafts[id] = text;
        publish({{Topic::Draft, id.value, id.value}});
    }
    return answer<Done>(Done{});
}

domain::Subscription FakeDesk::subscribe(domain::ChangeCallback callback)
{
    const int number = ++*m_alive;
    m_callbacks[number] = std::move(callback);
    return {m_alive.get(), [this, number, alive = std::weak_ptr(m_alive)](void*) {
                if (!alive.expired()) {
                    m_callbacks.erase(number);
                }
            }};
}

domain::MessageId FakeDesk::receive(domain::ConversationId id, const QString& text)
{
    auto& c = m_conversations.at(id);
    ++c.unread;
    c.lastPatientMessage = m_now;
    return add(id, domain::AuthorKind::Patient, {}, text).result().value();
}

QString FakeDesk::savedDraft(domain::ConversationId id) const
{
    const auto place = m_drafts.find(id);
    return place == m_drafts.end() ? QString() : place->second;
}

void FakeDesk::erase(domain::ConversationId id)
{
    m_conversations.erase(id);
    m_threads.erase(id);
    m_sides.erase(id);
    publish({{domain::Topic::Erased, id.value, id.value}, {domain::Topic::Conversation, id.value, id.value}});
}

std::vector<desk::Erasable> FakeDesk::kept() const
{
    std::vector<desk::Erasable> all;
    for (const auto& [id, conversation] : m_conversations) {
        desk::Erasable one{conversation, {}};
        if (const auto thread = m_threads.find(id); thread != m_threads.end()) {
            one.amounts.messages = int(thread->second.size());
            one.amounts.files = int(
                std::ranges::count_if(thread->second, [](const auto& message) { return bool(message.attachment); }));
        }
        one.amounts.decisions = int(std::ranges::count(m_decisions, id, &domain::Decision::conversation));
        for (const auto& escalation : m_escalations) {
            if (escalation.conversation == id) {
                ++one.amounts.escalations;
                one.hindrance = escalation.closedAt ? one.hindrance : QStringLiteral("erasure.escalation");
            }
        }
        one.amounts.notes = int(std::ranges::count(m_notes.all, id, &domain::InternalNote::conversation));
        all.push_back(std::move(one));
    }
    return all;
}

void FakeDesk::publish(const std::vector<domain::Change>& changes)
{
    for (const auto& [number, callback] : m_callbacks) {
        callback(changes);
    }
}

} // namespace delpek::test
