// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/modelclient.h"
#include "base/workers.h"

#include <QTest>

#include <deque>
#include <thread>

using namespace delpek;
using namespace delpek::agent;
using namespace std::chrono_literals;

namespace
{

const base::Instant start = base::fromMillis(1'772'000'000'000);

/// Answers each request with the next of a list, after a while of the clock.
class ListedClient final : public http::Client
{
public:
    explicit ListedClient(base::Clock& clock)
        : m_clock(clock)
    {
    }

    Future<http::Response> send(const http::Request& request) override
    {
        const std::lock_guard lock(m_mutex);
        times.push_back(m_clock.now());
        timeouts.push_back(request.timeout);
        Result<http::Response> answer = answers.empty() ? good() : answers.front();
        if (!answers.empty()) {
            answers.pop_front();
        }
        if (takes == 0ms) {
            return base::ready<http::Response>(std::move(answer));
        }
        const auto promise = std::make_shared<Promise<http::Response>>();
        m_clock.after(takes, [promise, answer] { promise->finish(answer); });
        return promise->future();
    }

    static http::Response good()
    {
        return {200, {}, "{\"choices\":[{\"message\":{\"content\":\"ok\"},\"finish_reason\":\"stop\"}]}"};
    }

    std::size_t sent()
    {
        const std::lock_guard lock(m_mutex);
        return times.size();
    }

    std::deque<Result<http::Response>> answers;
    std::vector<base::Instant> times;
    std::vector<base::Duration> timeouts;
    base::Duration takes{0};

private:
    base::Clock& m_clock;
    std::mutex m_mutex;
};

struct Bench {
    base::VirtualClock clock{start};
    ListedClient http{clock};
    llm::Effort effort;

    std::unique_ptr<llm::ModelClient> client()
    {
        return std::make_unique<llm::ModelClient>(llm::wireFor(QStringLiteral("openai")),
                                                  llm::Endpoint{QUrl(QStringLiteral("http://m.example/v1")), {}}, http,
                                                  clock, effort, 7);
    }
};

/// Asks on a thread of its own, and moves the clock whenever it waits for it.
Result<llm::Completion> ask(Bench& bench, llm::ModelClient& client)
{
    std::optional<Result<llm::Completion>> answer;
    std::atomic<bool> done = false;
    std::jthread thread([&] {
        answer = client.complete({}, {});
        done = true;
    });
    while (!done) {
        if (const auto due = bench.clock.nextDue(); due && client.pausing() > 0) {
            bench.clock.advanceTo(*due);
        }
        std::this_thread::yield();
    }
    thread.join();
    return *answer;
}

http::Response status(int code, http::Headers headers = {})
{
    return {code, std::move(headers), "{}"};
}

} // namespace

class ModelClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPassesByItselfIsTriedAgainThreeTimesAndNoMore();
    void whatDoesNotPassIsNotTriedAgain();
    void theProvidersWaitIsObeyedWithinTheDeadline();
    void waitsDoubleAndAreTheSameForTheSameSeed();
    void theBreakerOpensAndFindsOutWhetherItIsOver();
    void onlyOneCallProbes();
    void thePaceIsKept();
    void aCancelledCallEndsAtOnce();
    void manyWaitWithoutKeepingAWorkerFromWork();
    void whoComesAboveTheMostIsRefusedAtOnce();
};

void ModelClientTest::whatPassesByItselfIsTriedAgainThreeTimesAndNoMore()
{
    Bench bench;
    const auto client = bench.client();
    bench.http.answers = {status(529), status(503), fail(ErrorCode::Unavailable, QString())};
    QVERIFY(ask(bench, *client));
    QCOMPARE(bench.http.sent(), std::size_t(4));
    bench.http.answers = {status(503), status(503), status(503), status(503), ListedClient::good()};
    const auto answer = ask(bench, *client);
    QVERIFY(!answer && answer.error().key == QLatin1String("llm.overloaded"));
    QCOMPARE(bench.http.sent(), std::size_t(8));
}

void ModelClientTest::whatDoesNotPassIsNotTriedAgain()
{
    for (const int code : {400, 401, 402, 403, 404, 413}) {
        Bench bench;
        const auto client = bench.client();
        bench.http.answers = {status(code)};
        QVERIFY(!ask(bench, *client));
        QCOMPARE(bench.http.sent(), std::size_t(1));
    }
}

void ModelClientTest::theProvidersWaitIsObeyedWithinTheDeadline()
{
    Bench bench;
    const auto client = bench.client();
    bench.http.answers = {status(429, {{"retry-after", "11"}})};
    QVERIFY(ask(bench, *client));
    QVERIFY(bench.http.times[1] - bench.http.times[0] == 11s);
    QVERIFY(bench.http.timeouts[0] == 25s && bench.http.timeouts[1] == 14s);
    bench.http.answers = {status(429, {{"retry-after", "3600"}})};
    const auto before = bench.clock.now();
    const auto answer = ask(bench, *client);
    QVERIFY(!answer && answer.error().code == ErrorCode::RateLimited);
    QVERIFY(bench.clock.now() == before);
}

void ModelClientTest::waitsDoubleAndAreTheSameForTheSameSeed()
{
    std::vector<base::Instant> first;
    for (int run = 0; run < 2; ++run) {
        Bench bench;
        const auto client = bench.client();
        bench.http.answers = {status(500), status(500), status(500)};
        QVERIFY(ask(bench, *client));
        const auto& times = bench.http.times;
        for (std::size_t i = 1; i < times.size(); ++i) {
            const auto most = 500ms * (1 << (i - 1));
            QVERIFY(times[i] - times[i - 1] >= most / 2 && times[i] - times[i - 1] <= most);
        }
        first = run == 0 ? times : first;
        QVERIFY(first == times);
    }
}

void ModelClientTest::theBreakerOpensAndFindsOutWhetherItIsOver()
{
    Bench bench;
    bench.effort.retry.attempts = 1;
    bench.effort.breaker = {3, 30s};
    const auto client = bench.client();
    bench.http.answers = {status(500), status(500), status(500), status(500)};
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!ask(bench, *client));
    }
    QVERIFY(client->breakerState() == llm::Breaker::State::Open);
    QCOMPARE(ask(bench, *client).error().key, QStringLiteral("llm.resting"));
    QCOMPARE(bench.http.sent(), std::size_t(3));
    bench.clock.advance(30s);
    QVERIFY(client->breakerState() == llm::Breaker::State::HalfOpen);
    QVERIFY(!ask(bench, *client));
    QVERIFY(client->breakerState() == llm::Breaker::State::Open);
    bench.clock.advance(30s);
    QVERIFY(ask(bench, *client));
    QVERIFY(client->breakerState() == llm::Breaker::State::Closed);
}

void ModelClientTest::onlyOneCallProbes()
{
    llm::Breaker breaker({1, 30s});
    QVERIFY(breaker.pass(start));
    breaker.failed(start);
    QVERIFY(!breaker.pass(start + 29s));
    QVERIFY(breaker.pass(start + 30s));
    QVERIFY(!breaker.pass(start + 30s));
    breaker.toldNothing();
    QVERIFY(breaker.pass(start + 30s));
    breaker.succeeded();
    QVERIFY(breaker.pass(start + 30s) && breaker.pass(start + 30s));
}

void ModelClientTest::thePaceIsKept()
{
    Bench bench;
    const auto client = bench.client();
    for (int i = 0; i < 20; ++i) {
        QVERIFY(ask(bench, *client));
    }
    const auto& times = bench.http.times;
    QVERIFY(times[9] == start);
    QVERIFY(times[10] == start + 1s);
    QVERIFY(times[19] == start + 10s);
}

void ModelClientTest::aCancelledCallEndsAtOnce()
{
    Bench bench;
    bench.http.takes = 5s;
    const auto client = bench.client();
    std::stop_source stop;
    std::optional<Result<llm::Completion>> answer;
    std::jthread thread([&] { answer = client->complete({}, stop.get_token()); });
    while (bench.http.sent() == 0) {
        std::this_thread::yield();
    }
    stop.request_stop();
    thread.join();
    QVERIFY(!*answer && answer->error().code == ErrorCode::Cancelled);
    QVERIFY(client->breakerState() == llm::Breaker::State::Closed);
}

void ModelClientTest::manyWaitWithoutKeepingAWorkerFromWork()
{
    Bench bench;
    bench.effort.perMinute = 60'000;
    bench.effort.burst = 1'000;
    bench.http.takes = 2s;
    const auto client = bench.client();
    base::Workers workers(4);
    constexpr int conversations = 100;
    std::atomic<int> answered = 0;
    for (int i = 0; i < conversations; ++i) {
        workers.post([&] { answered += client->complete({}, {}) ? 1 : 0; });
    }
    // All of them are under way before the clock has moved at all.
    QTRY_COMPARE_WITH_TIMEOUT(bench.http.sent(), std::size_t(conversations), 30'000);
    // And who has nothing to wait for is served meanwhile.
    std::atomic<bool> served = false;
    workers.post([&] { served = true; });
    QTRY_VERIFY(served);
    bench.clock.advance(2s);
    workers.drain();
    QCOMPARE(answered.load(), conversations);
    QVERIFY(bench.clock.now() == start + 2s);
}

void ModelClientTest::whoComesAboveTheMostIsRefusedAtOnce()
{
    Bench bench;
    bench.effort.atOnce = 1;
    bench.http.takes = 2s;
    const auto client = bench.client();
    std::jthread first([&] { (void)client->complete({}, {}); });
    while (bench.http.sent() == 0) {
        std::this_thread::yield();
    }
    const auto second = client->complete({}, {});
    QVERIFY(!second);
    QCOMPARE(second.error().key, QStringLiteral("llm.busy"));
    bench.clock.advance(2s);
}

QTEST_GUILESS_MAIN(ModelClientTest)
#include "test_modelclient.moc"
