// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/holdingtexts.h"

#include "agent/clinicphone.h"
#include "base/await.h"
#include "base/logging.h"
#include "desk/window.h"
#include "domain/said.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/holdingrows.h"
#include "store/messages.h"
#include "store/outgoing.h"

#include <algorithm>

namespace delpek::node
{

namespace
{

constexpr int mostOpen = 1000;
constexpr int lookBack = 100; ///< messages in which a person's is looked for
constexpr base::Duration tooLate = std::chrono::hours(6);
constexpr base::Duration patience = std::chrono::minutes(1); ///< until a look that failed is repeated
constexpr int nightBegins = 22;                              // o'clock, at the clinic
constexpr int nightEnds = 7;

/// The moment itself by day; the next morning at night.
base::Instant notAtNight(base::Instant at, const QTimeZone& zone)
{
    const auto local = domain::toLocal(at, zone);
    if (local.time.hour() >= nightEnds && local.time.hour() < nightBegins) {
        return at;
    }
    const QDate morning = local.time.hour() >= nightBegins ? local.date.addDays(1) : local.date;
    return domain::toInstant({morning, QTime(nightEnds, 0)}, zone);
}

QTimeZone zoneOf(const domain::ClinicInfo& clinic)
{
    return clinic.zone.isValid() ? clinic.zone : QTimeZone("Asia/Jerusalem");
}

QString keyOf(const domain::Escalation& escalation, int number)
{
    if (escalation.urgency == domain::Urgency::Emergency) {
        return QStringLiteral("holding.emergency");
    }
    return number == 1 ? QStringLiteral("holding.doctor") : QStringLiteral("holding.again");
}

/// Whether the patient may be written to, and nobody of the clinic has.
Result<bool> mayHold(store::Session& session, const domain::Conversation& conversation,
                     const domain::Escalation& escalation, base::Instant now)
{
    using domain::HolderKind;
    const bool held = conversation.holder.kind == HolderKind::Staff || conversation.holder.kind == HolderKind::Doctor;
    if (held || conversation.mode != domain::Mode::Autopilot || conversation.blocked || conversation.optedOut ||
        desk::windowClosed(conversation, now)) {
        return false;
    }
    return store::Messages(session).before(conversation.id, {}, lookBack).map([&](const auto& messages) {
        return std::ranges::none_of(messages, [&](const domain::Message& message) {
            return domain::isSaidByPerson(message) && message.createdAt >= escalation.openedAt;
        });
    });
}

Result<Done> queue(store::Session& session, const domain::Conversation& conversation, const QString& text,
                   base::Instant now)
{
    domain::Message message;
    message.conversation = conversation.id;
    message.author = domain::AuthorKind::Agent;
    message.text = text;
    message.epoch = conversation.epoch;
    return store::queueMessage(session, std::move(message), store::Fence::Safety, now).map([](auto&&) {
        return Done{};
    });
}

} // namespace

std::optional<HoldingDue> holdingDue(const domain::Escalation& escalation, int sent, const HoldingRules& rules,
                                     base::Instant now, const QTimeZone& zone)
{
    if (!escalation.isOpen() || escalation.answeredAt || escalation.urgency == domain::Urgency::Routine) {
        return std::nullopt;
    }
    const auto& after = escalation.urgency == domain::Urgency::Emergency ? rules.emergency : rules.doctor;
    std::optional<HoldingDue> due;
    for (int number = sent + 1; number <= int(after.size()); ++number) {
        auto at = escalation.openedAt + after[size_t(number) - 1];
        at = number > 1 ? notAtNight(at, zone) : at;
        if (!due || at <= now) {
            due = HoldingDue{number, at};
        }
    }
    return due && now - due->at < tooLate ? due : std::nullopt;
}

Result<std::optional<base::Instant>> sendHolding(store::Session& session, domain::ConversationId id,
                                                 const HoldingRules& rules, const agent::EscalationBook& book,
                                                 const domain::ClinicInfo& clinic, base::Instant now)
{
    using Next = std::optional<base::Instant>;
    store::Escalations escalations(session);
    const auto known = escalations.ofConversation(id);
    if (!known) {
        return fail(known.error());
    }
    const auto open = std::ranges::find_if(*known, &domain::Escalation::isOpen);
    if (open == known->end()) {
        return Next();
    }
    const auto sent = store::HoldingRows(session).last(open->id);
    const auto conversation = store::Conversations(session).find(id);
    if (!sent || !conversation) {
        return fail(sent ? conversation.error() : sent.error());
    }
    const QTimeZone zone = zoneOf(clinic);
    const auto due = holdingDue(*open, *sent, rules, now, zone);
    const auto may = mayHold(session, *conversation, *open, now);
    if (!due || !may || !*may) {
        return may.map([](bool) { return Next(); });
    }
    if (due->at > now) {
        return Next(due->at);
    }
    const auto mine = store::HoldingRows(session).add(open->id, due->number, now);
    if (!mine || !*mine) {
        return mine.map([](bool) { return Next(); });
    }
    const auto gender = domain::Gender::Unknown;
    QString text = book.texts().text(keyOf(*open, due->number), conversation->language, gender);
    if (const QString phone = agent::clinicPhone(clinic); !phone.isEmpty()) {
        text += QLatin1Char(' ') + book.texts().text(QStringLiteral("holding.call"), conversation->language, gender,
                                                     {{QStringLiteral("phone"), phone}});
    }
    return queue(session, *conversation, text, now)
        .and_then([&](Done) {
            return escalations.addEvent(
                {{}, open->id, now, QStringLiteral("holding.sent"), {}, QString::number(due->number)});
        })
        .map([&](Done) -> Next {
            const auto further = holdingDue(*open, due->number, rules, now, zone);
            return further ? Next(further->at) : Next();
        });
}

HoldingTexts::HoldingTexts(store::Store& store, base::Clock& clock, base::Activity& activity,
                           clinic::ClinicRecords& records, const agent::EscalationBook& book, HoldingRules rules)
    : m_store(store)
    , m_clock(clock)
    , m_activity(activity)
    , m_records(records)
    , m_book(book)
    , m_rules(std::move(rules))
    , m_timers(clock)
{
}

Result<Done> HoldingTexts::start()
{
    const auto open = base::await(
        m_store.read([](store::Session& session) { return store::Escalations(session).openOnes(mostOpen); }));
    if (!open) {
        return fail(open.error());
    }
    for (const auto& escalation : *open) {
        watch(escalation.conversation);
    }
    return Done{};
}

void HoldingTexts::watch(domain::ConversationId conversation)
{
    // The clinic's number and hours are asked first; without them the text goes all the same.
    m_records.info().then([this, conversation, token = m_activity.begin()](const Result<domain::ClinicInfo>& clinic) {
        look(conversation, clinic.value_or(domain::ClinicInfo{}));
    });
}

void HoldingTexts::look(domain::ConversationId conversation, const domain::ClinicInfo& clinic)
{
    const auto now = m_clock.now();
    m_store
        .write([this, conversation, clinic, now](store::Session& session) {
            return sendHolding(session, conversation, m_rules, m_book, clinic, now);
        })
        .then([this, conversation, token = m_activity.begin()](const Result<std::optional<base::Instant>>& due) {
            if (!due) {
                qCWarning(lcNode).noquote() << "holding text of conversation" << conversation.value
                                            << "not sent:" << base::describe(due.error());
                arm(conversation, m_clock.now() + patience);
            } else if (*due) {
                arm(conversation, **due);
            }
        });
}

void HoldingTexts::arm(domain::ConversationId conversation, base::Instant due)
{
    m_timers.arm(conversation, due, [this, conversation] { watch(conversation); });
}

void HoldingTexts::stop()
{
    m_timers.stop();
}

} // namespace delpek::node
