// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/latersending.h"

#include "base/await.h"
#include "base/cutpoint.h"
#include "base/logging.h"
#include "desk/latersending.h"
#include "store/latersends.h"

#include <algorithm>

namespace delpek::node
{

namespace
{

constexpr auto lookAgainAfter = std::chrono::minutes(1);
constexpr int triedAtOnce = 20;

desk::StaffSend meansOf(const std::vector<channels::Channel*>& channels, bool needsConsent)
{
    desk::StaffSend means;
    means.author = domain::AuthorKind::Staff;
    means.needsConsent = needsConsent;
    means.limitsOf = [channels](const domain::ChannelAddress& address) {
        const auto found = std::ranges::find_if(channels, [&](const channels::Channel* channel) {
            return channel->kind() == address.channel && channel->account() == address.account;
        });
        return found == channels.end() ? channels::Capabilities{} : (*found)->capabilities();
    };
    return means;
}

} // namespace

LaterSending::LaterSending(store::Store& store, base::Clock& clock, base::Activity& activity,
                           const std::vector<channels::Channel*>& channels, bool needsConsent)
    : m_store(store)
    , m_clock(clock)
    , m_means(meansOf(channels, needsConsent))
    , m_workers(1)
    , m_pump(m_workers, activity, [this] { work(); })
{
}

void LaterSending::start()
{
    m_news = m_store.subscribe([this](const std::vector<domain::Change>& changes) {
        if (std::ranges::any_of(changes, [](const auto& change) { return change.topic == domain::Topic::LaterSend; })) {
            m_pump.wake();
        }
    });
    m_pump.wake();
}

void LaterSending::stop()
{
    m_news.reset();
    m_pump.stop();
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_clock.cancel(m_timer);
}

void LaterSending::work()
{
    const auto now = m_clock.now();
    const auto first =
        base::await(m_store.read([](store::Session& session) { return store::LaterSends(session).next(); }));
    Result<bool> again = false;
    int skip = 0; // what cannot be written now keeps nothing else waiting
    if (!first) {
        again = fail(first.error());
    } else if (*first && **first <= now) {
        base::cutPoint("later.before-commit");
        do {
            again = base::await(m_store.write([means = m_means, now, skip](store::Session& session) {
                return desk::sendFirstDue(session, means, now, skip);
            }));
            if (!again) {
                qCWarning(lcNode).noquote() << "what was planned is sent later:" << base::describe(again.error());
            }
        } while (!again && again.error().code != ErrorCode::Unavailable && ++skip < triedAtOnce);
        base::cutPoint("later.after-commit");
    }
    if (again && *again) {
        m_pump.wake();
    } else if (skip > 0 && again) {
        again = fail(ErrorCode::Internal, QStringLiteral("%1 could not be written").arg(skip));
    }
    const auto due = !again ? std::optional(now + lookAgainAfter) : *again ? std::nullopt : *first;
    const std::lock_guard lock(m_mutex);
    m_clock.cancel(m_timer);
    if (due && !m_stopped) {
        m_timer = m_clock.schedule(*due, [this] { m_pump.wake(); });
    }
}

} // namespace delpek::node
