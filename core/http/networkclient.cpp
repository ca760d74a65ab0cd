// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkclient.h"

#include "http/exchange.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QThread>

namespace delpek::http
{

class NetworkClient::Private
{
public:
    Private()
    {
        thread.setObjectName(QStringLiteral("network"));
        manager = new QNetworkAccessManager;
        manager->moveToThread(&thread);
        // It must end on its own thread; its replies end with it.
        QObject::connect(&thread, &QThread::finished, manager, &QObject::deleteLater);
        thread.start();
    }

    ~Private()
    {
        thread.quit();
        thread.wait();
    }

    QThread thread;
    QNetworkAccessManager* manager = nullptr;
};

NetworkClient::NetworkClient()
    : d(std::make_unique<Private>())
{
}

NetworkClient::~NetworkClient() = default;

Future<Response> NetworkClient::send(const Request& request)
{
    if (auto objection = objectionTo(request)) {
        return base::ready<Response>(fail(*std::move(objection)));
    }
    Promise<Response> promise;
    auto future = promise.future();
    const auto exchange = std::make_shared<Exchange>(request, std::move(promise));
    QNetworkAccessManager* manager = d->manager;
    QMetaObject::invokeMethod(
        manager, [exchange, manager] { exchange->begin(*manager); }, Qt::QueuedConnection);
    return future;
}

void NetworkClient::giveUp()
{
    QNetworkAccessManager* manager = d->manager;
    QMetaObject::invokeMethod(
        manager,
        [manager] {
            for (auto* reply : manager->findChildren<QNetworkReply*>()) {
                reply->abort();
            }
        },
        Qt::QueuedConnection);
}

} // namespace delpek::http
