// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changelistener.h"

#include "base/logging.h"
#include "store/connection.h"
#include "store/notification.h"

#include <QSqlDriver>
#include <QTimer>
#include <QVariant>

namespace delpek::store
{

using namespace std::chrono_literals;

/// Lives on the listener's thread.
class ChangeListener::Ear
{
public:
    Ear(const ChangeListener& owner, ChangeFeed& feed)
        : m_owner(owner)
        , m_feed(feed)
    {
        m_check.setInterval(10s);
        QObject::connect(&m_check, &QTimer::timeout, &m_check, [this] { check(); });
        m_check.start();
    }

    Result<Done> listen()
    {
        auto opened = Connection::open(m_owner.m_location, Access::Read);
        if (!opened) {
            return fail(opened.error());
        }
        auto* driver = (*opened)->database().driver();
        if (!driver->subscribeToNotification(QLatin1String(notificationChannel))) {
            return fail(ErrorCode::Unavailable, QStringLiteral("the server does not let us listen for changes"));
        }
        QObject::connect(driver, &QSqlDriver::notification, &m_check,
                         [this](const QString&, QSqlDriver::NotificationSource, const QVariant& payload) {
                             hear(payload.toString());
                         });
        m_connection = std::move(*opened);
        return Done{};
    }

private:
    void hear(const QString& payload)
    {
        const auto notification = fromPayload(payload);
        if (!notification) {
            m_feed.publish(anything());
        } else if (notification->node != m_owner.m_node) {
            m_feed.publish(notification->changes);
        }
    }

    void check()
    {
        if (m_connection && m_connection->session().run(QStringLiteral("SELECT 1"))) {
            return;
        }
        m_connection.reset();
        if (listen()) {
            qCInfo(lcStore) << "listening for changes again";
            m_feed.publish(anything());
        }
    }

    const ChangeListener& m_owner;
    ChangeFeed& m_feed;
    std::unique_ptr<Connection> m_connection;
    QTimer m_check;
};

ChangeListener::ChangeListener(Location location, ChangeFeed& feed, QString node)
    : m_location(std::move(location))
    , m_feed(feed)
    , m_node(std::move(node))
{
}

ChangeListener::~ChangeListener()
{
    quit();
    wait();
}

Result<Done> ChangeListener::begin()
{
    auto started = m_started.get_future();
    start();
    return started.get();
}

void ChangeListener::run()
{
    Ear ear(*this, m_feed);
    const auto listening = ear.listen();
    m_started.set_value(listening);
    if (listening) {
        exec();
    }
}

} // namespace delpek::store
