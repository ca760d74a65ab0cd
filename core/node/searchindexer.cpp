// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/searchindexer.h"

#include "base/await.h"
#include "base/logging.h"
#include "store/searchindex.h"

namespace delpek::node
{

namespace
{

/// Some hundredths of a second of the writer.
constexpr int batch = 250;
constexpr auto again = std::chrono::minutes(1);

} // namespace

SearchIndexer::SearchIndexer(store::Store& store, base::Clock& clock, base::Activity& activity)
    : m_store(store)
    , m_clock(clock)
    , m_workers(1)
    , m_pump(m_workers, activity, [this] { work(); })
{
}

void SearchIndexer::stop()
{
    m_pump.stop();
    m_stopped = true;
    const std::lock_guard lock(m_mutex);
    m_clock.cancel(m_timer);
}

void SearchIndexer::work()
{
    using store::Priority;
    using store::SearchIndex;
    auto prepared = base::await(
        m_store.write([](store::Session& session) { return SearchIndex(session).prepare(); }, Priority::Low));
    auto left = prepared.and_then([&](Done) {
        return base::await(m_store.read([](store::Session& session) { return SearchIndex(session).remaining(); }));
    });
    const bool any = left && left->any();
    while (left && left->any() && !m_stopped) {
        left = base::await(
            m_store.write([](store::Session& session) { return SearchIndex(session).fill(batch); }, Priority::Low));
    }
    if (!left) {
        qCWarning(lcNode).noquote() << "old messages are not searchable yet:" << base::describe(left.error());
        const std::lock_guard lock(m_mutex);
        if (!m_stopped) {
            m_timer = m_clock.schedule(m_clock.now() + again, [this] { m_pump.wake(); });
        }
    } else if (any && !left->any()) {
        qCInfo(lcNode) << "all messages are searchable";
    }
}

} // namespace delpek::node
