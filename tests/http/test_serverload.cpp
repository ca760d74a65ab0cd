// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"
#include "support/loadclient.h"

#include <QTest>

#include <condition_variable>
#include <thread>

using namespace delpek;
using namespace std::chrono_literals;

namespace
{

QByteArray webhook(qint64 number)
{
    const QByteArray body =
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + QByteArray::number(number) + "\"}]}";
    return "POST /webhook HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256=00\r\n"
           "Content-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Answers in bulk from a thread of its own, as a store does after a commit.
class Committer
{
public:
    void add(http::Respond respond)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(respond));
        m_changed.notify_one();
    }

private:
    void run(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
            auto group = std::exchange(m_waiting, {});
            lock.unlock();
            for (const auto& respond : group) {
                respond({});
            }
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<http::Respond> m_waiting;
    std::jthread m_thread{[this](const std::stop_token& stop) { run(stop); }};
};

} // namespace

class TestServerLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAll_data();
    void answersAll();
    void countsRefusals();
    void saysWhenNobodyListens();
};

void TestServerLoad::answersAll_data()
{
    QTest::addColumn<int>("connections");
    QTest::addColumn<qint64>("requests");
    QTest::addColumn<double>("perSecond");
    QTest::newRow("one connection") << 1 << qint64(2'000) << 0.0;
    QTest::newRow("as fast as it goes") << 64 << qint64(20'000) << 0.0;
    QTest::newRow("at a fixed rate") << 16 << qint64(1'000) << 2'000.0;
}

void TestServerLoad::answersAll()
{
    QFETCH(int, connections);
    QFETCH(qint64, requests);
    QFETCH(double, perSecond);
    Committer committer;
    auto server = http::Server::start({}, {{"POST", "/webhook", [&](http::ServerRequest, http::Respond respond) {
                                                committer.add(std::move(respond));
                                            }}});
    QVERIFY(server);
    const auto result = test::runLoad({(*server)->port(), connections, requests, perSecond, webhook, 60s});
    QVERIFY2(result, qPrintable(result ? QString() : base::describe(result.error())));
    qInfo("%s", qPrintable(test::toText(*result)));
    QCOMPARE(result->succeeded, requests);
    QCOMPARE(result->refused, 0);
    QCOMPARE(result->lost, 0);
    QVERIFY(result->p50 <= result->p99 && result->p99 <= result->longest);
    if (perSecond > 0) {
        QVERIFY(result->perSecond < perSecond * 1.1);
    }
}

void TestServerLoad::countsRefusals()
{
    auto server = http::Server::start({}, {});
    QVERIFY(server);
    const auto get = [](qint64) { return QByteArray("GET /none HTTP/1.1\r\nHost: h\r\n\r\n"); };
    const auto result = test::runLoad({(*server)->port(), 2, 10, 0, get, 10s});
    QVERIFY(result);
    QCOMPARE(result->refused, 10);
}

void TestServerLoad::saysWhenNobodyListens()
{
    const auto result = test::runLoad({1, 1, 1, 0, webhook, 10s});
    QCOMPARE(result.error().code, ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(TestServerLoad)
#include "test_serverload.moc"
