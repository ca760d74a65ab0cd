// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/echobrain.h"

#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "node/node.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "support/memorychannel.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <random>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace delpek;
using namespace std::chrono_literals;

namespace
{

constexpr int cuts = 240;
constexpr int patients = 3;
constexpr int deliveriesEach = 3;

constexpr const char* boundaries[] = {"listener.before-commit", "listener.after-commit",
                                      "intake.before-commit",   "intake.after-commit",
                                      "turn.before-commit",     "turn.after-commit",
                                      "send.claimed",           "send.after-call",
                                      "receipt.committed",      "fetch.claimed",
                                      "fetch.answered",         "media.before-write",
                                      "media.after-write",      "fetch.kept",
                                      "fetch.committed"};

/// Appends one line with a single write: it survives the process, as what a provider knows does.
void appendLine(const QString& path, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    [[maybe_unused]] const auto written = ::write(file, bytes.constData(), size_t(bytes.size()));
    ::close(file);
}

QStringList readLines(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// What every process of the test thinks with; loaded once, before the first fork.
struct Mind {
    std::unique_ptr<language::Understander> understander =
        std::move(language::Understander::load(QStringLiteral(":/delpek/language")).value());
    std::unique_ptr<safety::Triage> triage = std::move(safety::Triage::load(QStringLiteral(":/delpek/rules")).value());
    std::unique_ptr<safety::Guard> guard = std::move(safety::Guard::load(QStringLiteral(":/delpek/rules")).value());
};

QByteArray pictureOf(const QString& reference)
{
    return "\x89PNG\r\n\x1a\n" + reference.toUtf8();
}

/// A provider outside of the process: it remembers what it accepted, and reports on it with our reference.
class OutsideChannel final : public channels::Channel
{
public:
    explicit OutsideChannel(QString ledger)
        : m_ledger(std::move(ledger))
    {
    }
    domain::ChannelKind kind() const override { return domain::ChannelKind::WhatsApp; }
    QString account() const override { return QStringLiteral("memory"); }
    channels::Capabilities capabilities() const override { return m_inner.capabilities(); }

    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override
    {
        if (!raw.startsWith("status ")) {
            return m_inner.parse(raw);
        }
        domain::DeliveryReported report;
        report.account = account();
        report.reference = QString::fromUtf8(raw.mid(7));
        report.providerId = QStringLiteral("out-") + report.reference;
        return std::vector<domain::Event>{report};
    }

    Future<channels::MediaFile> fetchMedia(const QString& reference, qint64) override
    {
        return base::ready<channels::MediaFile>(channels::MediaFile{pictureOf(reference), QStringLiteral("image/png")});
    }

    Future<channels::Receipt> send(const channels::Outgoing& outgoing) override
    {
        appendLine(m_ledger, outgoing.reference + QLatin1Char('\t') + outgoing.text);
        return base::ready<channels::Receipt>(channels::Receipt{QStringLiteral("out-") + outgoing.reference});
    }

private:
    QString m_ledger;
    test::MemoryChannel m_inner{domain::ChannelKind::WhatsApp};
};

struct Place {
    QString folder;
    QString database() const { return QStringLiteral("sqlite:") + folder + QStringLiteral("/cut.db"); }
    QString ledger() const { return folder + QStringLiteral("/ledger"); }
    QString acknowledged() const { return folder + QStringLiteral("/acknowledged"); }
    media::FileDoor files() const
    {
        return media::FileDoor(folder + QStringLiteral("/files"), {},
                               []() -> Result<QByteArray> { return QByteArray(32, 'k'); });
    }
};

/// When the patients write: the same in every life, and not long ago.
const base::Instant written = base::SystemClock().now();

QByteArray deliveryOf(int patient, int number)
{
    domain::MessageReceived event;
    event.sender.address = {domain::ChannelKind::WhatsApp, QStringLiteral("memory"),
                            QStringLiteral("p%1").arg(patient)};
    event.providerId = QStringLiteral("m%1-%2").arg(patient).arg(number);
    event.sentAt = written;
    event.text = QStringLiteral("message %1").arg(number);
    event.kind = domain::MessageKind::Image;
    event.mediaId = event.providerId;
    event.mediaType = QStringLiteral("image/png");
    return test::MemoryChannel::delivery({event});
}

/// One life of the engine: takes every delivery that was not acknowledged yet, again, as a provider repeats it.
int live(const Place& place, const Mind& mind)
{
    int argc = 0;
    QCoreApplication application(argc, nullptr);
    base::SystemClock clock;
    auto store = store::Store::open({place.database()});
    if (!store) {
        return 3;
    }
    clinic::BuiltinRecords records(**store, clock);
    testing::EchoBrain brain;
    agent::TurnRunner turns({clock, records, *mind.understander, *mind.triage, *mind.guard, brain});
    OutsideChannel channel(place.ledger());
    node::NodeOptions options;
    options.quiet = {2ms, 8ms};
    options.dispatch.unknownAfter = 20ms;
    options.fetch.lease = 20ms;
    auto files = place.files();
    {
        node::Node node({**store, clock, {&channel}, turns, &files}, options);
        if (!node.start()) {
            return 4;
        }
        const auto known = readLines(place.acknowledged());
        for (const auto& line : readLines(place.ledger())) {
            const QByteArray status = "status " + line.section(QLatin1Char('\t'), 0, 0).toUtf8();
            base::await(node.accept(channel.kind(), channel.account(), status, QString()));
        }
        for (int number = 0; number < deliveriesEach; ++number) {
            for (int patient = 0; patient < patients; ++patient) {
                const QString name = QStringLiteral("m%1-%2").arg(patient).arg(number);
                if (known.contains(name)) {
                    continue;
                }
                const auto kept =
                    base::await(node.accept(channel.kind(), channel.account(), deliveryOf(patient, number), QString()));
                if (kept) {
                    appendLine(place.acknowledged(), name);
                }
            }
        }
        // Long enough for every quiet window and every look at an unknown send.
        for (int idle = 0; idle < 12; ++idle) {
            node.waitIdle();
            ::usleep(5'000);
        }
        node.waitIdle();
    }
    return 0;
}

/// True when the process was cut.
bool runChild(const Place& place, const Mind& mind, const QByteArray& cutAt, int& exitCode)
{
    const pid_t child = ::fork();
    if (child == 0) {
        qputenv("DELPEK_CUT_AT", cutAt);
        ::_exit(live(place, mind));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

struct Aftermath {
    std::vector<domain::Message> messages;
    std::vector<store::OutboxRow> unknown;
    std::vector<domain::Escalation> escalations;
    size_t waiting = 0;
    size_t unsettled = 0;
};

Result<Aftermath> look(store::Session& session)
{
    Aftermath found;
    store::Messages messages(session);
    for (int patient = 0; patient < patients; ++patient) {
        const auto conversation = store::Conversations(session).findByAddress(
            {domain::ChannelKind::WhatsApp, QStringLiteral("memory"), QStringLiteral("p%1").arg(patient)});
        if (!conversation || !*conversation) {
            return fail(ErrorCode::NotFound, QStringLiteral("a conversation is missing"));
        }
        const auto thread = messages.after((*conversation)->id, {}, 1000);
        const auto waiting = messages.waiting((*conversation)->id);
        found.messages.insert(found.messages.end(), thread->begin(), thread->end());
        found.waiting += waiting->size();
    }
    store::Outbox outbox(session);
    found.unknown = *outbox.inState(store::OutboxState::Unknown, 1000);
    found.unsettled = outbox.inState(store::OutboxState::Queued, 1000)->size() +
                      outbox.inState(store::OutboxState::Sending, 1000)->size();
    found.escalations = *store::Escalations(session).openOnes(1000);
    return found;
}

} // namespace

class TestCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndNothingGoesOutTwice()
    {
        const quint64 seed = qEnvironmentVariableIsSet("DELPEK_TEST_SEED")
                                 ? qEnvironmentVariable("DELPEK_TEST_SEED").toULongLong()
                                 : std::random_device{}();
        qInfo() << "seed" << seed;
        QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false"));
        std::mt19937_64 random(seed);
        const Mind mind;
        std::map<QByteArray, int> cutsAt;
        int total = 0;
        while (total < cuts) {
            const QTemporaryDir folder;
            const Place place{folder.path()};
            for (int lives = 0; lives < 6; ++lives) {
                const QByteArray boundary = boundaries[random() % std::size(boundaries)];
                const QByteArray at = boundary + ':' + QByteArray::number(1 + int(random() % 6));
                int code = 0;
                if (runChild(place, mind, at, code)) {
                    ++total;
                    ++cutsAt[boundary];
                } else {
                    QCOMPARE(code, 0);
                }
            }
            int code = 0;
            QVERIFY(!runChild(place, mind, "none:0", code));
            QCOMPARE(code, 0);
            verify(place);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        for (const auto& [boundary, count] : cutsAt) {
            qInfo() << boundary << count;
        }
        QCOMPARE(cutsAt.size(), std::size(boundaries));
    }

private:
    void verify(const Place& place)
    {
        const auto acknowledged = readLines(place.acknowledged());
        QCOMPARE(acknowledged.size(), patients * deliveriesEach);
        std::set<QString> references;
        QStringList answered;
        for (const auto& line : readLines(place.ledger())) {
            QVERIFY2(references.insert(line.section(QLatin1Char('\t'), 0, 0)).second, "a message went out twice");
            answered += line.section(QLatin1Char('\t'), 1).split(QLatin1Char(' ')).mid(1);
        }
        QCOMPARE(QSet<QString>(answered.begin(), answered.end()).size(), answered.size());

        auto store = store::Store::open({place.database()});
        QVERIFY(store);
        const auto found = base::await((*store)->read([](store::Session& session) { return look(session); }));
        QVERIFY(found);
        QCOMPARE(found->waiting, size_t(0));
        QCOMPARE(found->unsettled, size_t(0));
        int incoming = 0;
        auto files = place.files();
        for (const auto& message : found->messages) {
            incoming += message.isIncoming() ? 1 : 0;
            if (message.isIncoming()) {
                QCOMPARE(message.attachment->state, domain::AttachmentState::Kept);
                QCOMPARE(files.read(message.attachment->file).value_or(QByteArray()), pictureOf(message.providerId));
                verifyAnsweredOrSeen(message, answered, *found);
            }
        }
        QCOMPARE(incoming, patients * deliveriesEach);
        for (const auto& row : found->unknown) {
            QVERIFY2(!references.contains(row.reference), "the provider's evidence was not taken");
        }
    }

    /// Answered at the provider, or a person was called to the conversation.
    void verifyAnsweredOrSeen(const domain::Message& message, const QStringList& answered, const Aftermath& found)
    {
        const QString part = QStringLiteral("%1_%2").arg(message.id.value).arg(message.version);
        const bool called = std::any_of(found.escalations.begin(), found.escalations.end(),
                                        [&](const auto& one) { return one.conversation == message.conversation; });
        QVERIFY2(answered.contains(part) || called, "a message was neither answered nor shown to a person");
    }
};

QTEST_APPLESS_MAIN(TestCuts)
#include "test_cuts.moc"
