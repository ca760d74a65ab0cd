// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changefeed.h"

#include "desk/desk.h"

#include <QTimer>

#include <mutex>
#include <set>

namespace delpek::ui
{

namespace
{

constexpr auto stretch = std::chrono::milliseconds(40);

} // namespace

struct ChangeFeed::Gathered {
    std::mutex mutex;
    std::set<domain::Change> changes;
    bool posted = false;
};

ChangeFeed::ChangeFeed(desk::Desk& desk, QObject* parent)
    : QObject(parent)
    , m_gathered(std::make_unique<Gathered>())
    , m_subscription(desk.subscribe([this](const std::vector<domain::Change>& changes) { gather(changes); }))
{
}

ChangeFeed::~ChangeFeed()
{
    m_subscription.reset();
}

void ChangeFeed::gather(const std::vector<domain::Change>& changes)
{
    const std::lock_guard lock(m_gathered->mutex);
    m_gathered->changes.insert(changes.begin(), changes.end());
    if (!m_gathered->posted) {
        m_gathered->posted = true;
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(stretch, this, &ChangeFeed::deliver); }, Qt::QueuedConnection);
    }
}

void ChangeFeed::deliver()
{
    std::vector<domain::Change> changes;
    {
        const std::lock_guard lock(m_gathered->mutex);
        changes.assign(m_gathered->changes.begin(), m_gathered->changes.end());
        m_gathered->changes.clear();
        m_gathered->posted = false;
    }
    Q_EMIT changed(changes);
}

} // namespace delpek::ui
