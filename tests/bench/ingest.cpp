// SPDX-License-Identifier: GPL-3.0-or-later
// bench_ingest [repeats] [messages] [only]: signed WhatsApp deliveries over loopback into the whole intake of the
// program. `only` runs the measurements whose name holds it.
#include "agent/mind.h"
#include "api/routes.h"
#include "base/await.h"
#include "base/logging.h"
#include "bench/deliveries.h"
#include "bench/figures.h"
#include "bench/plainsqlite.h"
#include "channels/whatsapp/channel.h"
#include "clinic/builtin/builtinrecords.h"
#include "http/networkclient.h"
#include "support/loadclient.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace delpek;
using namespace std::chrono_literals;

namespace
{

/// The engine behind a listener, as the program wires it. The quiet window never ends here: turns are measured by
/// bench_turn.
class System
{
public:
    System()
        : m_store(bench::orEnd(
              store::Store::open({m_folder.filePath(QStringLiteral("delpek.db")).prepend(QLatin1String("sqlite:"))})))
        , m_records(*m_store, m_clock)
        , m_channel({{QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("v23.0"), bench::account},
                     [] { return QString(); }},
                    m_client)
        , m_mind(bench::orEnd(agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex"))))
        , m_turns({m_clock, m_records, *m_mind.understander, *m_mind.triage, *m_mind.guard, *m_mind.brain, m_mind.team})
        , m_node({*m_store, m_clock, {&m_channel}, m_turns}, options())
    {
        bench::orEnd(m_node.start());
        api::Access access;
        access.whatsappAccount = bench::account;
        access.whatsappAppSecret = bench::appSecret;
        http::ServerOptions listener;
        listener.maxConnectionsPerAddress = 1024;
        m_server = bench::orEnd(http::Server::start(listener, api::routes(m_node, *m_store, access)));
    }

    quint16 port() const { return m_server->port(); }
    void drain() { m_node.waitIdle(); }
    qint64 count(const QString& sql)
    {
        return bench::orEnd(base::await(m_store->read([sql](store::Session& session) {
            return session.run(sql).map([](store::Rows rows) { return rows.next() ? rows.integer(0) : 0; });
        })));
    }

private:
    static node::NodeOptions options()
    {
        node::NodeOptions options;
        options.quiet = {24h, 24h};
        return options;
    }

    QTemporaryDir m_folder{QStringLiteral("bench-ingest-XXXXXX")};
    base::SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    clinic::BuiltinRecords m_records;
    http::NetworkClient m_client;
    channels::WhatsAppChannel m_channel;
    agent::Mind m_mind;
    agent::TurnRunner m_turns;
    node::Node m_node;
    std::unique_ptr<http::Server> m_server;
};

test::LoadResult load(quint16 port, int connections, double perSecond, const std::vector<QByteArray>& requests)
{
    const auto count = qint64(requests.size());
    const auto result = bench::orEnd(
        test::runLoad({port, connections, count, perSecond, [&](qint64 i) { return requests[size_t(i)]; }, 120s}));
    if (result.succeeded != count) {
        qFatal("%s", qPrintable(test::toText(result)));
    }
    return result;
}

struct Bench {
    int repeats;
    qint64 messages;
    QString only;
    bench::Table table;

    bool wanted(const QString& name) const { return name.contains(only); }

    void throughput(int connections, int perDelivery, const QString& target = {}) const
    {
        const auto name = QStringLiteral("durable, %1 connections, %2 a delivery").arg(connections).arg(perDelivery);
        if (!wanted(name)) {
            return;
        }
        const auto requests = bench::signedRequests(messages / perDelivery, perDelivery);
        std::vector<double> rates;
        std::vector<double> slowest;
        std::vector<double> drains;
        for (int i = 0; i < repeats; ++i) {
            System system;
            const auto result = load(system.port(), connections, 0, requests);
            rates.push_back(result.perSecond * perDelivery);
            slowest.push_back(double(result.p99.count()) / 1000);
            drains.push_back(bench::millisecondsOf([&] { system.drain(); }));
            const qint64 there = system.count(QStringLiteral("SELECT count(*) FROM message"));
            if (there != qint64(requests.size()) * perDelivery) {
                qFatal("%lld messages were taken in", static_cast<long long>(there));
            }
        }
        table.row(name, rates, QStringLiteral("messages/s"), target);
        table.row(name + QStringLiteral(": p99"), slowest, QStringLiteral("ms"));
        table.row(name + QStringLiteral(": then intake needs"), drains, QStringLiteral("ms"));
    }

    void latency(double perSecond) const
    {
        const auto name = QStringLiteral("durable, 64 connections, %1/s").arg(perSecond);
        if (!wanted(name)) {
            return;
        }
        const auto requests = bench::signedRequests(qint64(perSecond * 5), 1);
        std::vector<double> p50;
        std::vector<double> p99;
        std::vector<double> longest;
        for (int i = 0; i < repeats; ++i) {
            System system;
            const auto result = load(system.port(), 64, perSecond, requests);
            p50.push_back(double(result.p50.count()) / 1000);
            p99.push_back(double(result.p99.count()) / 1000);
            longest.push_back(double(result.longest.count()) / 1000);
        }
        table.row(name + QStringLiteral(": p50"), p50, QStringLiteral("ms"));
        table.row(name + QStringLiteral(": p99"), p99, QStringLiteral("ms"), QStringLiteral("< 10 ms"));
        table.row(name + QStringLiteral(": longest"), longest, QStringLiteral("ms"));
    }

    /// The same requests, checked and answered but kept nowhere.
    void answerOnly(int connections) const
    {
        const auto name = QStringLiteral("answered without storing, %1 connections").arg(connections);
        if (!wanted(name)) {
            return;
        }
        const auto requests = bench::signedRequests(messages, 1);
        std::vector<double> rates;
        for (int i = 0; i < repeats; ++i) {
            http::ServerOptions listener;
            listener.maxConnectionsPerAddress = 1024;
            const auto server = bench::orEnd(http::Server::start(
                listener, {{"POST", "/api/whatsapp/webhook", [](http::ServerRequest, http::Respond respond) {
                                respond({200, "{\"status\":\"ok\"}", "application/json", {}});
                            }}}));
            rates.push_back(load(server->port(), connections, 0, requests).perSecond);
        }
        table.row(name, rates, QStringLiteral("requests/s"));
    }

    void plainSqlite(int group, int perDelivery) const
    {
        const auto name = QStringLiteral("plain SQLite, %1 rows a commit, %2 a delivery").arg(group).arg(perDelivery);
        if (!wanted(name)) {
            return;
        }
        std::vector<double> rates;
        for (int i = 0; i < repeats; ++i) {
            const QTemporaryDir folder(QStringLiteral("bench-ingest-XXXXXX"));
            rates.push_back(perDelivery * bench::plainSqliteRows(folder.filePath(QStringLiteral("plain.db")),
                                                                 messages / perDelivery, perDelivery, group));
        }
        table.row(name, rates, QStringLiteral("messages/s"));
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*.info=false"));
    const auto arguments = QCoreApplication::arguments();
    const int repeats = arguments.value(1, QStringLiteral("5")).toInt();
    const qint64 messages = arguments.value(2, QStringLiteral("60000")).toLongLong();
    const Bench bench{repeats, messages, arguments.value(3),
                      bench::Table(QStringLiteral("bench_ingest ") + arguments.mid(1).join(QLatin1Char(' ')))};
    bench.throughput(64, 1);
    bench.throughput(256, 1, QStringLiteral("20,000/s"));
    bench.throughput(64, 10);
    bench.throughput(256, 10, QStringLiteral("20,000/s"));
    bench.latency(2000);
    bench.answerOnly(64);
    bench.answerOnly(256);
    bench.plainSqlite(64, 1);
    bench.plainSqlite(256, 1);
    bench.plainSqlite(256, 10);
    return 0;
}
