// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/notifier.h"

#include "base/await.h"
#include "base/cutpoint.h"
#include "base/logging.h"
#include "desk/channelstate.h"
#include "notify/delivery.h"
#include "notify/planning.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/notices.h"
#include "store/staff.h"

namespace delpek::notify
{

using domain::Notice;
using domain::NoticeState;
using domain::Urgency;
using store::Session;

namespace
{

constexpr int pageSize = 64;
constexpr auto soon = std::chrono::seconds(1);
const QString ladderSubject = QStringLiteral("ladder");

Result<Subject> subjectOf(Session& session, const Notice& notice)
{
    const auto conversation = store::Conversations(session).find(notice.conversation);
    const auto escalation = store::Escalations(session).byId(notice.escalation);
    if (!conversation || !escalation) {
        return fail(conversation ? escalation.error() : conversation.error());
    }
    return Subject{*escalation, conversation->displayName, escalation->summary};
}

QString referenceOf(const Notice& notice)
{
    return QStringLiteral("notice-%1%2")
        .arg(notice.id.value)
        .arg(notice.repeated ? QStringLiteral("-again") : QString());
}

} // namespace

Notifier::Notifier(NotifierParts parts, NotifierOptions options)
    : m_parts(std::move(parts))
    , m_options(std::move(options))
    , m_random(m_options.seed)
    , m_pump(m_workers, m_activity, [this] { work(); })
{
    m_options.ladder.ways.clear();
    for (const auto* sender : m_parts.senders) {
        m_options.ladder.ways.push_back(sender->way());
    }
}

Notifier::~Notifier()
{
    stop(base::Duration(0));
    m_activity.waitIdle();
    m_parts.clock.finishRunning();
}

bool Notifier::stop(base::Duration grace)
{
    m_subscription.reset();
    m_pump.stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        for (const auto timer : m_timers) {
            m_parts.clock.cancel(timer);
        }
        m_timers.clear();
    }
    if (m_activity.waitIdle(grace)) {
        return true;
    }
    for (auto* sender : m_parts.senders) {
        sender->giveUp();
    }
    return false;
}

Result<Done> Notifier::start()
{
    // A SQLite file has one process only: whatever is being sent, nobody is sending it any more.
    const bool alone = m_parts.store.engine() == store::Engine::Sqlite;
    const auto recovered = recover(alone ? base::Duration(-1) : m_options.lease);
    if (!recovered) {
        return recovered;
    }
    QStringList subjects{ladderSubject};
    for (const auto way : m_options.ladder.ways) {
        subjects << base::toText(way);
    }
    const auto kept = base::await(
        m_parts.store.write([subjects](Session& session) { return desk::keepNoticeStates(session, subjects); }));
    if (!kept) {
        return kept;
    }
    m_subscription = m_parts.store.subscribe([this](const std::vector<domain::Change>& changes) {
        const auto concerns = [](const domain::Change& change) {
            return change.topic == domain::Topic::Escalation || change.topic == domain::Topic::Setting;
        };
        if (std::ranges::any_of(changes, concerns)) {
            m_pump.wake();
        }
    });
    probe(true);
    m_pump.wake();
    return Done{};
}

Sender* Notifier::senderOf(domain::NoticeWay way) const
{
    const auto found = std::ranges::find(m_parts.senders, way, &Sender::way);
    return found == m_parts.senders.end() ? nullptr : *found;
}

void Notifier::work()
{
    const auto busy = base::await(m_parts.store.read(hasWork));
    if (busy && !*busy) {
        return;
    }
    const auto recovered = recover(m_options.lease);
    const auto lookAgain = busy && recovered ? plan() : fail(busy ? recovered.error() : busy.error());
    if (!lookAgain) {
        qCWarning(lcNode).noquote() << "notices cannot be planned:" << base::describe(lookAgain.error());
        wakeAt(m_parts.clock.now() + soon);
        return;
    }
    base::cutPoint("notice.planned");
    for (bool any = true; any;) {
        any = false;
        const auto now = m_parts.clock.now();
        const auto due = base::await(
            m_parts.store.read([now](Session& session) { return store::Notices(session).due(now, pageSize); }));
        for (const auto& notice : due.value_or(std::vector<Notice>())) {
            any = dispatch(notice) || any;
        }
    }
    const auto next = base::await(m_parts.store.read([this](Session& session) { return nextMoment(session); }));
    // What is overdue could not be done just now: whatever ends wakes, too.
    const auto earliest = m_parts.clock.now() + soon;
    for (const auto& moment : {*lookAgain, next.value_or(std::nullopt)}) {
        if (moment) {
            wakeAt(std::max(*moment, earliest));
        }
    }
}

Result<std::optional<base::Instant>> Notifier::nextMoment(Session& session)
{
    store::Notices notices(session);
    auto next = notices.nextDue();
    const auto sending = notices.claimedBefore(base::Instant::max());
    if (!next || !sending) {
        return next ? fail(sending.error()) : next;
    }
    const std::lock_guard lock(m_mutex);
    for (const auto& notice : *sending) {
        // Another process has it, or had it when it was cut.
        if (const auto end = *notice.claimedAt + m_options.lease + base::Duration(1); !m_inFlight.contains(notice.id)) {
            *next = *next ? std::min(**next, end) : end;
        }
    }
    return next;
}

Result<Done> Notifier::recover(base::Duration lease)
{
    const auto now = m_parts.clock.now();
    const auto cut = base::await(m_parts.store.read(
        [now, lease](Session& session) { return store::Notices(session).claimedBefore(now - lease); }));
    if (!cut) {
        return fail(cut.error());
    }
    for (const auto& notice : *cut) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_inFlight.contains(notice.id)) {
                continue;
            }
        }
        const auto noted = base::await(m_parts.store.write([this, notice, now](Session& session) {
            return noteUnknown(session, notice, QStringLiteral("the program ended while it was sent"), now);
        }));
        if (!noted) {
            return noted;
        }
    }
    return Done{};
}

Result<std::optional<base::Instant>> Notifier::plan()
{
    const auto now = m_parts.clock.now();
    const QTimeZone zone = m_parts.zone();
    return base::await(m_parts.store.write([this, now, zone](Session& session) -> Result<std::optional<base::Instant>> {
        const auto plan = planNotices(session, m_options.ladder, zone, now);
        if (!plan) {
            return fail(plan.error());
        }
        return desk::noteNoticeState(session, ladderSubject, plan->fault).map([&](bool) { return plan->lookAgain; });
    }));
}

bool Notifier::dispatch(const Notice& notice)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || int(m_inFlight.size()) >= m_options.inFlight || !m_inFlight.insert(notice.id).second) {
            return false;
        }
    }
    const auto prepared = claim(notice.id);
    Sender* sender = senderOf(notice.way);
    if (prepared && *prepared && sender) {
        base::cutPoint("notice.claimed");
        send(*sender, **prepared);
        return true;
    }
    if (!prepared) {
        qCWarning(lcNode).noquote() << "notice" << notice.id.value
                                    << "cannot be sent:" << base::describe(prepared.error());
    }
    const std::lock_guard lock(m_mutex);
    m_inFlight.erase(notice.id);
    return prepared.has_value();
}

Result<std::optional<Notifier::Prepared>> Notifier::claim(domain::NoticeId id)
{
    const auto now = m_parts.clock.now();
    return base::await(m_parts.store.write([this, id, now](Session& session) -> Result<std::optional<Prepared>> {
        store::Notices notices(session);
        const auto notice = notices.byId(id);
        const auto wanted = notice.and_then([&](const Notice& known) { return isWanted(session, known); });
        if (!wanted) {
            return fail(wanted.error());
        }
        if (notice->state != NoticeState::Waiting) {
            return std::optional<Prepared>();
        }
        if (!*wanted) {
            return notices.withdraw(notice->escalation, now).map([](int) { return std::optional<Prepared>(); });
        }
        auto claimed = notices.claim(id, now);
        auto member = store::Staff(session).byId(notice->staff);
        auto subject = subjectOf(session, *notice);
        if (!claimed || !member || !subject) {
            return fail(!claimed ? claimed.error() : !member ? member.error() : subject.error());
        }
        if (!senderOf(notice->way)) {
            return notices.markFailed(id, QStringLiteral("notice.off"), {}, now).map([](Done) {
                return std::optional<Prepared>();
            });
        }
        return std::optional(Prepared{std::move(*claimed), std::move(*member), std::move(*subject)});
    }));
}

void Notifier::send(Sender& sender, const Prepared& prepared)
{
    const auto& notice = prepared.notice;
    QString link;
    if (m_parts.link) {
        const auto made = m_parts.link(notice.escalation, notice.staff);
        if (!made) {
            qCWarning(lcNode).noquote() << "notice" << notice.id.value
                                        << "goes without a link:" << base::describe(made.error());
        }
        link = made.value_or(QString());
    }
    const auto wording = m_parts.texts.write(notice, prepared.subject, prepared.to.language, link, m_options.texts);
    const Message message{prepared.to, notice.urgency,      wording.subject,    wording.text,
                          link,        referenceOf(notice), m_parts.clock.now()};
    sender.send(message).then(
        [this, prepared, token = m_activity.begin()](const Result<Receipt>& receipt) { settle(prepared, receipt); });
}

void Notifier::settle(const Prepared& prepared, const Result<Receipt>& receipt)
{
    base::cutPoint("notice.after-call");
    const auto& notice = prepared.notice;
    std::optional<base::Duration> retryIn;
    {
        const std::lock_guard lock(m_mutex);
        const QString fault = receipt ? QString() : wayFault(notice.way, receipt.error().code);
        if (!receipt && receipt.error().code != ErrorCode::Timeout) {
            retryIn = m_options.retry.delayAfter(notice.attempts, receipt.error(), m_random);
        }
        if (fault.isEmpty()) {
            m_faulty.erase(notice.way);
        } else {
            m_faulty.insert(notice.way);
        }
    }
    if (receipt) {
        qCInfo(lcNode) << "notice" << notice.id.value << "sent";
    } else {
        qCWarning(lcNode).noquote() << "notice" << notice.id.value << "failed:" << base::describe(receipt.error());
    }
    const auto now = m_parts.clock.now();
    m_parts.store
        .write([this, notice, receipt, retryIn, now](Session& session) {
            return record(session, notice, receipt, retryIn, now);
        })
        .then([this, id = notice.id, token = m_activity.begin()](const Result<Done>& recorded) {
            base::cutPoint("notice.recorded");
            if (!recorded) {
                // The row stays in Sending: once the lease is over it is unknown.
                qCCritical(lcNode).noquote()
                    << "outcome of notice" << id.value << "was not recorded:" << base::describe(recorded.error());
            }
            {
                const std::lock_guard lock(m_mutex);
                m_inFlight.erase(id);
            }
            m_pump.wake();
        });
}

Result<Done> Notifier::record(Session& session, const Notice& notice, const Result<Receipt>& receipt,
                              std::optional<base::Duration> retryIn, base::Instant now) const
{
    const QString fault = receipt ? QString() : wayFault(notice.way, receipt.error().code);
    if (const auto shown = desk::noteNoticeState(session, base::toText(notice.way), fault); !shown) {
        return fail(shown.error());
    }
    store::Notices notices(session);
    if (receipt) {
        const QString id = receipt->providerId.isEmpty() ? QString() : QLatin1Char(' ') + receipt->providerId;
        const auto known = notices.byId(notice.id);
        const auto sent =
            known
                .and_then(
                    [&](auto&&) { return notices.markSent(notice.id, receipt->providerId, receipt->evidence, now); })
                .and_then([&](Done) { return store::Escalations(session).markNotified(notice.escalation, now); })
                .and_then(
                    [&](Done) { return addNoticeEvent(session, notice, "notice.sent", receipt->evidence + id, now); });
        // A report may be quicker than the receipt.
        const bool isLost = sent && known->delivery > domain::NoticeDelivery::Delivered;
        return isLost ? notices.markFailed(notice.id, known->error, base::toText(known->delivery), now) : sent;
    }
    const auto& error = receipt.error();
    if (error.code == ErrorCode::Timeout) {
        return noteUnknown(session, notice, error.detail, now);
    }
    const QString key = error.key.isEmpty() ? QStringLiteral("notice.rejected") : error.key;
    if (retryIn) {
        return notices.retryAt(notice.id, now + *retryIn, key, error.detail);
    }
    return notices.markFailed(notice.id, key, error.detail, now).and_then([&](Done) {
        return addNoticeEvent(session, notice, "notice.failed", error.detail, now);
    });
}

Result<Done> Notifier::noteUnknown(Session& session, const Notice& notice, const QString& evidence,
                                   base::Instant now) const
{
    store::Notices notices(session);
    const auto marked = notices.markUnknown(notice.id, evidence, now).and_then([&](Done) {
        return addNoticeEvent(session, notice, "notice.failed", evidence, now);
    });
    return marked.and_then([&](Done) -> Result<Done> {
        if (notice.urgency != Urgency::Emergency || notice.repeated) {
            return Done{};
        }
        return notices.repeatAt(notice.id, now + m_options.repeatAfter);
    });
}

void Notifier::probe(bool all)
{
    for (auto* sender : m_parts.senders) {
        const auto way = sender->way();
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopped) {
                return;
            }
            if (!all && !m_faulty.contains(way)) {
                continue;
            }
        }
        sender->check().then([this, way, token = m_activity.begin()](const Result<QString>& answer) {
            const QString fault = answer ? QString() : wayFault(way, answer.error().code);
            {
                const std::lock_guard lock(m_mutex);
                fault.isEmpty() ? void(m_faulty.erase(way)) : void(m_faulty.insert(way));
            }
            if (!answer) {
                qCWarning(lcNode).noquote()
                    << "notices by" << base::toText(way) << "do not work:" << base::describe(answer.error());
            }
            m_parts.store
                .write(
                    [way, fault](Session& session) { return desk::noteNoticeState(session, base::toText(way), fault); })
                .then([token](const Result<bool>& noted) {
                    if (!noted) {
                        qCWarning(lcNode).noquote() << "a fault is not shown:" << base::describe(noted.error());
                    }
                });
        });
    }
    const std::lock_guard lock(m_mutex);
    if (!m_stopped) {
        const auto timer = std::make_shared<base::Clock::TimerId>();
        *timer = m_parts.clock.after(m_options.probe, [this, timer] {
            {
                const std::lock_guard lock(m_mutex);
                m_timers.erase(*timer);
            }
            probe(false);
        });
        m_timers.insert(*timer);
    }
}

void Notifier::wakeAt(base::Instant due)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped || (m_wakeDue && *m_wakeDue <= due && *m_wakeDue > m_parts.clock.now())) {
        return;
    }
    m_wakeDue = due;
    const auto timer = std::make_shared<base::Clock::TimerId>();
    *timer = m_parts.clock.schedule(due, [this, timer] {
        {
            const std::lock_guard lock(m_mutex);
            m_timers.erase(*timer);
        }
        m_pump.wake();
    });
    m_timers.insert(*timer);
}

} // namespace delpek::notify
