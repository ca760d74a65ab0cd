// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/echobrain.h"

#include "agent/mind.h"
#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "node/node.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "support/memorychannel.h"
#include "support/postgresserver.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace delpek;
using namespace std::chrono_literals;
using domain::AttachmentState;

namespace
{

const base::Instant noon = base::fromMillis(1'772'539'200'000);
constexpr int pictures = 40;

QByteArray pictureOf(const QString& reference)
{
    return "\xff\xd8\xff\xe0 picture " + reference.toUtf8();
}

/// A provider that writes down each file it is asked for, in a file that all processes share.
class CountedChannel final : public channels::Channel
{
public:
    explicit CountedChannel(QString ledger)
        : m_ledger(std::move(ledger))
    {
    }

    domain::ChannelKind kind() const override { return m_inner.kind(); }
    QString account() const override { return m_inner.account(); }
    channels::Capabilities capabilities() const override { return m_inner.capabilities(); }
    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override { return m_inner.parse(raw); }
    Future<channels::Receipt> send(const channels::Outgoing& outgoing) override { return m_inner.send(outgoing); }
    Future<channels::MediaFile> fetchMedia(const QString& reference, qint64) override
    {
        QFile file(m_ledger);
        if (file.open(QIODevice::Append)) {
            file.write(reference.toUtf8() + '\n');
        }
        return base::ready<channels::MediaFile>(
            channels::MediaFile{pictureOf(reference), QStringLiteral("image/jpeg")});
    }

private:
    QString m_ledger;
    test::MemoryChannel m_inner{domain::ChannelKind::Telegram};
};

/// Where all processes of the clinic meet: one database, one folder of files, one provider.
struct Place {
    QString database;
    QString folder;
    QString ledger() const { return folder + QStringLiteral("/ledger"); }
};

/// One process of the clinic: connections, threads and timers of its own.
class Desk
{
public:
    Desk(const Place& place, base::Clock& clock)
        : m_channel(place.ledger())
        , m_files(place.folder + QStringLiteral("/files"), {},
                  []() -> Result<QByteArray> { return QByteArray(32, 'k'); })
        , m_mind(std::move(agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex")).value()))
        , m_store(std::move(store::Store::open({place.database}).value()))
        , m_records(*m_store, clock)
        , m_turns({clock, m_records, *m_mind.understander, *m_mind.triage, *m_mind.guard, m_brain, m_mind.team})
        , m_node({*m_store, clock, {&m_channel}, m_turns, &m_files}, {})
    {
        (void)m_node.start();
    }

    void receive(int from, int until)
    {
        for (int i = from; i < until; ++i) {
            domain::MessageReceived event;
            event.sender.address = {m_channel.kind(), m_channel.account(), QStringLiteral("patient")};
            event.providerId = event.mediaId = QStringLiteral("picture-%1").arg(i);
            event.sentAt = noon;
            event.kind = domain::MessageKind::Image;
            event.mediaType = QStringLiteral("image/jpeg");
            (void)base::await(m_node.accept(m_channel.kind(), m_channel.account(),
                                            test::MemoryChannel::delivery({event}), QString()));
        }
    }
    /// How many of the patient's files are kept and hold what was sent.
    int kept()
    {
        const auto messages = base::await(m_store->read([this](store::Session& session) {
            const auto conversation = store::Conversations(session).findByAddress(
                {m_channel.kind(), m_channel.account(), QStringLiteral("patient")});
            return conversation && *conversation ? store::Messages(session).after((*conversation)->id, {}, 10'000)
                                                 : Result<std::vector<domain::Message>>();
        }));
        int kept = 0;
        for (const auto& message : messages.value_or(std::vector<domain::Message>())) {
            const auto& attachment = message.attachment;
            kept += attachment && attachment->state == AttachmentState::Kept &&
                            m_files.read(attachment->file).value_or(QByteArray()) == pictureOf(message.providerId)
                        ? 1
                        : 0;
        }
        return kept;
    }
    void waitIdle() { m_node.waitIdle(); }

private:
    CountedChannel m_channel;
    media::FileDoor m_files;
    agent::Mind m_mind;
    testing::EchoBrain m_brain;
    std::unique_ptr<store::Store> m_store;
    clinic::BuiltinRecords m_records;
    agent::TurnRunner m_turns;
    node::Node m_node;
};

QStringList asked(const Place& place)
{
    QFile file(place.ledger());
    return file.open(QIODevice::ReadOnly)
               ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)
               : QStringList();
}

/// A process that takes one message and is killed at `boundary` of its file; true when it was.
bool isCutAt(const Place& place, const char* boundary)
{
    const pid_t child = ::fork();
    if (child == 0) {
        qputenv("DELPEK_CUT_AT", QByteArray(boundary) + ":1");
        base::VirtualClock clock(noon);
        Desk desk(place, clock);
        desk.receive(0, 1);
        for (int i = 0; i < 1000; ++i) {
            desk.waitIdle();
            ::usleep(5'000);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace

/// Several desks of one clinic on one PostgreSQL: each file is fetched by one of them.
class TestFetchRace : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    Place m_place;
    std::map<QByteArray, bool> m_cut;
    std::map<QByteArray, Place> m_places;
    std::vector<std::unique_ptr<QTemporaryDir>> m_folders;

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false"));
        m_server = std::move(test::PostgresServer::start().value());
        // The boundary is read once in a process, so the others are cut before this one passes any.
        for (const QByteArray& boundary :
             {QByteArray("fetch.claimed"), QByteArray("fetch.answered"), QByteArray("fetch.kept")}) {
            init();
            m_cut[boundary] = isCutAt(m_place, boundary.constData());
            m_places[boundary] = m_place;
            m_folders.push_back(std::move(m_folder));
        }
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = {m_server->newDatabase().value(), m_folder->path()};
    }

    void oneOfTwoFetchesEachFile()
    {
        base::VirtualClock clock(noon);
        Desk here(m_place, clock);
        Desk there(m_place, clock);
        here.receive(0, pictures / 2);
        there.receive(pictures / 2, pictures);
        QTRY_COMPARE_WITH_TIMEOUT(here.kept(), pictures, 60'000);
        here.waitIdle();
        there.waitIdle();
        QStringList names = asked(m_place);
        QCOMPARE(names.size(), pictures);
        QCOMPARE(names.removeDuplicates(), 0);
    }

    /// The other desk takes up what a killed one had begun, when its time is over and not before.
    void aKilledDeskIsStoodInFor_data()
    {
        QTest::addColumn<QByteArray>("boundary");
        QTest::addColumn<int>("before"); ///< times the provider was asked by the killed one
        QTest::newRow("not asked yet") << QByteArray("fetch.claimed") << 0;
        QTest::newRow("with the file in hand") << QByteArray("fetch.answered") << 1;
        QTest::newRow("the file kept, nothing written") << QByteArray("fetch.kept") << 1;
    }
    void aKilledDeskIsStoodInFor()
    {
        QFETCH(QByteArray, boundary);
        QFETCH(int, before);
        QVERIFY(m_cut[boundary]);
        m_place = m_places[boundary];
        QCOMPARE(asked(m_place).size(), before);
        base::VirtualClock clock(noon);
        Desk here(m_place, clock);
        Desk there(m_place, clock);
        const auto settle = [&] {
            here.waitIdle();
            there.waitIdle();
        };
        const base::Duration lease = node::FetchOptions{}.lease;
        settle();
        clock.advance(lease - 1s);
        settle();
        QCOMPARE(asked(m_place).size(), before);
        QCOMPARE(here.kept(), 0);
        clock.advance(2s);
        QTRY_COMPARE_WITH_TIMEOUT(here.kept(), 1, 60'000);
        settle();
        QCOMPARE(asked(m_place).size(), before + 1);
        clock.advance(24h);
        settle();
        QCOMPARE(asked(m_place).size(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestFetchRace)
#include "test_fetchrace.moc"
