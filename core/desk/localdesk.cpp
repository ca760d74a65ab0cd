// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localdesk.h"

#include "agent/clinicphone.h"
#include "base/await.h"
#include "desk/backups.h"
#include "desk/channelstate.h"
#include "desk/clinicalconsent.h"
#include "desk/localagentdrafts.h"
#include "desk/localclinicroom.h"
#include "desk/localdutyroom.h"
#include "desk/localhours.h"
#include "desk/locallatersends.h"
#include "desk/localpatientcards.h"
#include "desk/localpresence.h"
#include "desk/localreviews.h"
#include "desk/localrulebook.h"
#include "desk/localshifts.h"
#include "desk/localtemplateroom.h"
#include "desk/serviceroom.h"
#include "desk/settlement.h"
#include "desk/setup.h"
#include "desk/window.h"
#include "store/agentdrafts.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/labels.h"
#include "store/latersends.h"
#include "store/messages.h"
#include "store/outbox.h"

namespace delpek::desk
{

namespace
{

using store::Session;

store::InboxView toStoreView(View view)
{
    switch (view) {
    case View::NeedsPerson:
        return store::InboxView::NeedsPerson;
    case View::Mine:
        return store::InboxView::Mine;
    case View::Agent:
        return store::InboxView::Agent;
    case View::WaitingForDoctor:
        return store::InboxView::WaitingForDoctor;
    case View::WindowClosing:
        return store::InboxView::WindowClosing;
    case View::Snoozed:
        return store::InboxView::Snoozed;
    case View::All:
        break;
    }
    return store::InboxView::All;
}

/// What stands where there is none. It holds nothing, so that one is enough for all desks.
template <typename T>
T& without()
{
    static T none;
    return none;
}

/// The clinic's WhatsApp number; empty without one.
QString whatsappAccount(const std::vector<channels::Channel*>& channels)
{
    const auto found = std::ranges::find(channels, domain::ChannelKind::WhatsApp, &channels::Channel::kind);
    return found == channels.end() ? QString() : (*found)->account();
}

} // namespace

LocalDesk::LocalDesk(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, Actor actor,
                     QString region, Means means)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
    , m_actor(std::move(actor))
    , m_region(std::move(region))
    , m_channels(std::move(means.channels))
    , m_files(means.files)
    , m_templates(std::move(means.templates))
    , m_undo(means.undo)
    , m_escalations(means.escalations)
    , m_triage(means.triage)
    , m_needsConsent(means.needsConsent)
    , m_transcribe(means.transcribe)
    , m_signIn(m_actor.name)
    , m_staffRoom(m_store, m_clock, m_actor.name, m_region)
    , m_book(m_store, m_records, m_clock, m_actor.name)
    , m_insights(
          m_store, m_records, m_clock, [this] { return zone(); }, std::move(means.budget))
    , m_quickReplies(
          m_store, m_clock, m_actor.name, [this](domain::ConversationId id) { return knownFacts(id); },
          std::move(means.quickReplies))
    , m_notes(m_store, m_clock, m_actor.name)
    , m_sorting(m_store, m_clock, m_actor.name)
    , m_auditRoom(m_store)
    , m_privacy(m_store, m_clock, m_actor.name, m_region)
    , m_shifts(std::make_unique<LocalShifts>(m_store, m_clock, m_actor.name))
    , m_laterSends(std::make_unique<LocalLaterSends>(
          m_store, m_clock,
          StaffSend{.conversation = {},
                    .author = domain::AuthorKind::Staff,
                    .authorName = m_actor.name,
                    .draftOf = m_actor.name,
                    .text = {},
                    .limitsOf = [this](const domain::ChannelAddress& address) { return limits(address); },
                    .undo = m_undo,
                    .needsConsent = m_needsConsent}))
    , m_ruleBook(std::make_unique<LocalRuleBook>(m_triage,
                                                 [this] {
                                                     const auto known = clinic();
                                                     return known ? agent::clinicPhone(*known) : QString();
                                                 }))
    , m_setup(means.setup ? means.setup : &without<NoSetup>())
    , m_backups(means.backups ? means.backups : &without<NoBackups>())
    , m_dutyRoom(std::make_unique<LocalDutyRoom>(
          m_store, m_clock, m_actor.name, [this] { return zone(); }, std::move(means.noticeWays)))
    , m_hours(std::make_unique<LocalHours>(store, records, clock, m_actor.name, means.ownBook))
    , m_clinicRoom(std::make_unique<LocalClinicRoom>(store, records, clock, m_actor.name, means.ownBook))
    , m_patientCards(std::make_unique<LocalPatientCards>(
          m_store, m_records, m_clock, m_actor.name,
          LocalPatientCards::Setup{means.ownBook, std::move(means.recordLink), m_region}))
    , m_presence(std::make_unique<LocalPresence>(m_store, m_clock, m_actor.name,
                                                 m_store.engine() == store::Engine::PostgreSql))
    , m_agentDrafts(std::make_unique<LocalAgentDrafts>(m_store, m_clock, m_actor.name))
    , m_reviews(std::make_unique<LocalReviews>(m_store, m_clock, m_actor.name, means.replay))
    , m_serviceRoom(means.services ? means.services : &without<NoServiceRoom>())
    , m_templateRoom(std::make_unique<LocalTemplateRoom>(m_store, m_clock, whatsappAccount(m_channels),
                                                         std::move(means.templateProvider)))
{
    m_clinicNews = store.subscribe([this](const std::vector<domain::Change>& changes) {
        if (std::ranges::any_of(changes, [](const auto& change) { return change.topic == domain::Topic::Clinic; })) {
            readClinic();
        }
    });
    readClinic();
}

LocalDesk::~LocalDesk() = default;

void LocalDesk::readClinic()
{
    m_records.info().then([facts = m_facts](const Result<domain::ClinicInfo>& info) {
        if (info) {
            const std::lock_guard lock(facts->mutex);
            facts->clinic = *info;
        }
    });
}

std::optional<domain::ClinicInfo> LocalDesk::clinic() const
{
    const std::lock_guard lock(m_facts->mutex);
    return m_facts->clinic;
}

Future<KnownFacts> LocalDesk::knownFacts(domain::ConversationId id)
{
    return patientSide(id).then([this](const Result<PatientSide>& side) -> Result<KnownFacts> {
        if (!side) {
            return fail(side.error());
        }
        return factsOf(clinic(), *side, {});
    });
}

QTimeZone LocalDesk::zone() const
{
    const auto known = clinic();
    return known && known->zone.isValid() ? known->zone : QTimeZone::systemTimeZone();
}

Future<std::vector<InboxRow>> LocalDesk::inbox(const InboxRequest& request)
{
    store::InboxQuery query;
    query.view = toStoreView(request.view);
    query.staff = m_actor.name;
    query.now = m_clock.now();
    query.limit = request.limit;
    query.label = request.label;
    if (request.after) {
        query.after = store::InboxCursor{request.after->lastActivity, request.after->id};
    }
    return m_store.read([query](Session& session) -> Result<std::vector<InboxRow>> {
        store::Conversations conversations(session);
        store::Labels labels(session);
        const auto page = conversations.page(query);
        std::vector<domain::ConversationId> ids;
        for (const auto& conversation : page.value_or(std::vector<domain::Conversation>{})) {
            ids.push_back(conversation.id);
        }
        const auto drafted = page ? store::AgentDrafts(session).openOf(ids) : fail(page.error());
        const auto planned = drafted ? store::LaterSends(session).nextOfEach() : fail(drafted.error());
        if (!planned) {
            return fail(planned.error());
        }
        std::vector<InboxRow> rows;
        rows.reserve(page->size());
        for (const auto& conversation : *page) {
            auto draft = conversations.draft(conversation.id, query.staff);
            if (!draft) {
                return fail(draft.error());
            }
            auto worn = labels.of(conversation.id);
            if (!worn) {
                return fail(worn.error());
            }
            const auto next = planned->find(conversation.id);
            rows.push_back({conversation, std::move(*draft), std::move(*worn),
                            next == planned->end() ? std::nullopt : std::optional(next->second),
                            drafted->contains(conversation.id)});
        }
        return rows;
    });
}

Future<domain::Conversation> LocalDesk::conversation(domain::ConversationId id)
{
    return m_store.read([id](Session& session) { return store::Conversations(session).find(id); });
}

Future<ThreadPage> LocalDesk::threadBefore(domain::ConversationId id, domain::MessageId before, int limit)
{
    return m_store.read([=](Session& session) -> Result<ThreadPage> {
        // One more than asked tells whether the conversation goes on.
        auto messages = store::Messages(session).before(id, before, limit + 1);
        if (!messages) {
            return fail(messages.error());
        }
        ThreadPage page;
        page.hasOlder = messages->size() > size_t(limit);
        page.hasNewer = before.isValid();
        if (page.hasOlder) {
            messages->erase(messages->begin());
        }
        page.messages = std::move(*messages);
        return page;
    });
}

Future<ThreadPage> LocalDesk::threadAfter(domain::ConversationId id, domain::MessageId after, int limit)
{
    return m_store.read([=](Session& session) -> Result<ThreadPage> {
        auto messages = store::Messages(session).after(id, after, limit + 1);
        if (!messages) {
            return fail(messages.error());
        }
        ThreadPage page;
        page.hasNewer = messages->size() > size_t(limit);
        page.hasOlder = after.isValid();
        if (page.hasNewer) {
            messages->pop_back();
        }
        page.messages = std::move(*messages);
        return page;
    });
}

Future<domain::Message> LocalDesk::message(domain::MessageId id)
{
    return m_store.read([id](Session& session) { return store::Messages(session).find(id); });
}

Future<domain::Message> LocalDesk::quoted(domain::MessageId id)
{
    return m_store.read([id](Session& session) -> Result<domain::Message> {
        store::Messages messages(session);
        const auto message = messages.find(id);
        if (!message) {
            return message;
        }
        auto found = messages.findByProviderId(message->conversation, message->quotedProviderId);
        if (!found) {
            return fail(found.error());
        }
        if (!*found || message->quotedProviderId.isEmpty()) {
            return fail(ErrorCode::NotFound, QStringLiteral("the quoted message is not here"));
        }
        return std::move(**found);
    });
}

Future<QStringList> LocalDesk::earlierTexts(domain::MessageId id)
{
    return m_store.read([id](Session& session) -> Result<QStringList> {
        store::Messages messages(session);
        const auto message = messages.find(id);
        if (!message) {
            return fail(message.error());
        }
        QStringList texts;
        for (int version = 1; version < message->version; ++version) {
            const auto text = messages.textOf(id, version);
            if (!text && text.error().code != ErrorCode::NotFound) {
                return fail(text.error());
            }
            texts << text.value_or(QString());
        }
        texts.removeAll(QString());
        return texts;
    });
}

Future<QByteArray> LocalDesk::attachmentBytes(domain::MessageId id)
{
    return message(id).then([this](const Result<domain::Message>& found) {
        if (!found || !found->attachment) {
            return base::ready<QByteArray>(fail(
                found ? Error{ErrorCode::NotFound, {}, QStringLiteral("the message has no file")} : found.error()));
        }
        return m_files.read(*found->attachment);
    });
}

Future<std::vector<domain::Decision>> LocalDesk::decisions(domain::ConversationId id, domain::DecisionId before,
                                                           int limit)
{
    return m_store.read([=](Session& session) { return store::Decisions(session).before(id, before, limit); });
}

Future<QStringList> LocalDesk::channelFaults()
{
    return m_store.read([](Session& session) { return desk::channelFaults(session); });
}

Future<ComposerState> LocalDesk::composer(domain::ConversationId id)
{
    const auto known = clinic();
    const bool hasPlace = known && known->location;
    return m_store.read([this, id, hasPlace, now = m_clock.now()](Session& session) -> Result<ComposerState> {
        const auto conversation = store::Conversations(session).find(id);
        const auto consent = conversation ? consentFault(session, *conversation, m_actor.name, m_needsConsent)
                                          : fail(conversation.error());
        if (!consent) {
            return fail(consent.error());
        }
        const auto& address = conversation->address;
        return channelFault(session, address.channel, address.account).map([&](const QString& fault) {
            ComposerState state = composerFor(*conversation, now);
            const auto can = limits(address);
            state.files = can.files;
            state.places = can.places && hasPlace;
            state.templates = can.templates && !conversation->blocked && !stopsSending(fault);
            if (!consent->isEmpty()) {
                state.canSendText = false;
                state.reason = *consent;
            }
            if (stopsSending(fault)) {
                state.canSendText = false;
                state.reason = fault;
            }
            return state;
        });
    });
}

Future<Done> LocalDesk::hold(domain::ConversationId id, const domain::Holder& holder)
{
    return m_store.write(
        [id, holder, now = m_clock.now()](Session& session) { return setHolder(session, id, holder, now); });
}

Future<Done> LocalDesk::takeOver(domain::ConversationId id)
{
    return hold(id, {domain::HolderKind::Staff, m_actor.name}).then([this, id](const Result<Done>& result) {
        return result ? whenAgentSendsSettled(m_store, id) : base::ready<Done>(result);
    });
}

Future<Done> LocalDesk::handBack(domain::ConversationId id)
{
    return hold(id, {domain::HolderKind::Agent, {}});
}

Future<Done> LocalDesk::release(domain::ConversationId id)
{
    return hold(id, {domain::HolderKind::Nobody, {}});
}

Future<Done> LocalDesk::setMode(domain::ConversationId id, domain::Mode mode)
{
    return m_store.write([id, mode](Session& session) -> Result<Done> {
        store::Conversations conversations(session);
        return conversations.setMode(id, mode)
            .and_then([&](Done) { return conversations.raiseEpoch(id); })
            .and_then([&](qint64) { return store::Outbox(session).withdrawStale(id); })
            .map([](auto&&) { return Done{}; });
    });
}

Future<Done> LocalDesk::confirmArrived(domain::MessageId id)
{
    return m_store.write([id](Session& session) -> Result<Done> {
        store::Outbox outbox(session);
        const auto row = outbox.findByMessage(id);
        if (!row) {
            return fail(row.error());
        }
        if (!*row || (*row)->state != store::OutboxState::Unknown) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("only an unknown send can be confirmed"));
        }
        return outbox.markSent((*row)->id, QString());
    });
}

Future<Done> LocalDesk::markSeen(domain::ConversationId id)
{
    return m_store.write([id](Session& session) { return store::Conversations(session).markSeen(id); });
}

Future<QString> LocalDesk::draft(domain::ConversationId id)
{
    return m_store.read(
        [id, name = m_actor.name](Session& session) { return store::Conversations(session).draft(id, name); });
}

Future<Done> LocalDesk::saveDraft(domain::ConversationId id, const QString& text)
{
    return m_store.write([id, text, name = m_actor.name](Session& session) {
        return store::Conversations(session).saveDraft(id, name, text);
    });
}

domain::Subscription LocalDesk::subscribe(domain::ChangeCallback callback)
{
    return m_store.subscribe(std::move(callback));
}

} // namespace delpek::desk
