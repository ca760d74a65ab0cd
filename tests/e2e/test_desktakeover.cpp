// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "desk/localdesk.h"
#include "simulation/doubles/graphdouble.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/outbox.h"
#include "support/postgresserver.h"

#include <QTest>

#include <csignal>
#include <random>

using namespace delpek;
using namespace std::chrono_literals;
using simulation::GraphDouble;
using test::Daemon;
using test::eventually;

namespace
{

constexpr int patients = 30;
const QString words = QStringLiteral("This is Ruti, I am with you now");

QString waId(int patient)
{
    return QStringLiteral("9725412%1").arg(patient, 5, 10, QLatin1Char('0'));
}

} // namespace

/// The engine in one process, the desk in another, one PostgreSQL between them: a person takes conversations over at
/// any moment, while the provider is slow, and once the engine is killed. When the take-over is done, no message of the
/// agent follows, and what the person writes goes out once.
class TestDeskTakeOver : public QObject
{
    Q_OBJECT

    base::SystemClock m_clock;
    std::unique_ptr<test::PostgresServer> m_server;
    std::unique_ptr<GraphDouble> m_graph;
    std::unique_ptr<Daemon> m_daemon;
    std::unique_ptr<store::Store> m_store;
    std::mt19937_64 m_random;

    bool says(int patient, int message, const char* text)
    {
        const simulation::GraphPayloads::From from{waId(patient), QStringLiteral("Tamar"),
                                                   QStringLiteral("wamid.T%1-%2").arg(patient).arg(message),
                                                   m_clock.now()};
        const auto body = m_graph->payloads().text(from, QString::fromLatin1(text));
        return eventually([&] { return m_daemon->deliver(*m_graph, body).status == 200; });
    }

    std::vector<simulation::SentMessage> sentTo(int patient) const
    {
        auto sent = m_graph->sent();
        std::erase_if(sent, [&](const auto& one) { return one.to != QLatin1Char('+') + waId(patient); });
        return sent;
    }

    domain::ConversationId conversationOf(int patient)
    {
        domain::ConversationId id;
        const bool found = eventually([&] {
            const auto conversation = base::await(m_store->read([&](store::Session& session) {
                return store::Conversations(session).findByAddress(
                    {domain::ChannelKind::WhatsApp, m_graph->setup().phoneNumberId, waId(patient)});
            }));
            id = conversation && *conversation ? (*conversation)->id : domain::ConversationId();
            return id.isValid();
        });
        return found ? id : domain::ConversationId();
    }

    /// Rows of the outbox in that state, of one conversation or of all.
    int rowsIn(store::OutboxState state, domain::ConversationId conversation = {})
    {
        const auto rows = base::await(
            m_store->read([state](store::Session& session) { return store::Outbox(session).inState(state, 10'000); }));
        return rows ? int(std::count_if(
                          rows->begin(), rows->end(),
                          [&](const auto& row) { return !conversation.isValid() || row.conversation == conversation; }))
                    : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const quint64 seed = qEnvironmentVariableIsSet("DELPEK_TEST_SEED")
                                 ? qEnvironmentVariable("DELPEK_TEST_SEED").toULongLong()
                                 : std::random_device{}();
        qInfo().nospace() << "DELPEK_TEST_SEED=" << seed;
        m_random.seed(seed);
        m_server = std::move(test::PostgresServer::start().value());
        const QString database = m_server->newDatabase().value();
        m_graph = GraphDouble::start({}, m_clock).value();
        m_daemon = std::make_unique<Daemon>();
        m_daemon->useWhatsApp(*m_graph);
        m_daemon->set(QStringLiteral("store.location"), database);
        m_daemon->set(QStringLiteral("outbox.unknown-after"), QStringLiteral("1s"));
        QVERIFY(m_daemon->start());
        m_store = std::move(store::Store::open({database}).value());
    }

    void nothingOfTheAgentFollows()
    {
        clinic::BuiltinRecords records(*m_store, m_clock);
        desk::LocalDesk desk(*m_store, records, m_clock, {QStringLiteral("Ruti")});
        std::vector<std::size_t> held(patients);
        int before = 0;
        for (int patient = 0; patient < patients; ++patient) {
            if (m_random() % 2 == 0) {
                simulation::Fault slow;
                slow.delay = std::chrono::milliseconds(m_random() % 400);
                m_graph->failNext(1, slow);
            }
            QVERIFY(says(patient, 1, "How much is a teeth cleaning?"));
            const auto id = conversationOf(patient);
            QVERIFY(id.isValid());
            QTest::qWait(int(m_random() % 300));
            QVERIFY(base::await(desk.takeOver(id)));
            // What was already on its way to the provider is no message after the take-over.
            QVERIFY(eventually([&] { return rowsIn(store::OutboxState::Sending, id) == 0; }));
            held[std::size_t(patient)] = sentTo(patient).size();
            before += int(held[std::size_t(patient)]);
            QVERIFY(base::await(desk.reply(id, words)));
            if (patient == patients / 2) {
                ::kill(pid_t(m_daemon->pid()), SIGKILL);
                QVERIFY(m_daemon->waitUntilCut());
                QVERIFY(m_daemon->start());
            }
            QVERIFY(says(patient, 2, "And what are your opening hours?"));
        }
        QVERIFY(eventually(
            [&] { return rowsIn(store::OutboxState::Queued) == 0 && rowsIn(store::OutboxState::Sending) == 0; }));
        QTest::qWait(1000); // long enough for the agent to break in, if it ever would
        for (int patient = 0; patient < patients; ++patient) {
            const auto sent = sentTo(patient);
            const auto since = sent.size() - held[std::size_t(patient)];
            // The send that the kill cut off may have arrived or not, and is shown as unknown.
            const int unknown = rowsIn(store::OutboxState::Unknown, conversationOf(patient));
            QVERIFY2(since == 1 || (since == 0 && unknown == 1), qPrintable(QString::number(patient)));
            QVERIFY(since == 0 || sent.back().text == words);
        }
        qInfo() << before << "answers before the take-overs," << rowsIn(store::OutboxState::Unknown) << "unknown";
        QCOMPARE(m_daemon->terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDeskTakeOver)
#include "test_desktakeover.moc"
