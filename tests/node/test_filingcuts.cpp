// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/echobrain.h"

#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "clinic/clinicfile.h"
#include "desk/localdesk.h"
#include "node/node.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "store/transcripts.h"
#include "support/memorychannel.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace delpek;
using namespace std::chrono_literals;

namespace
{

constexpr const char* boundaries[] = {"filing.before-note", "filing.after-note", "filing.committed"};
const QString patientPhone = QStringLiteral("054-000-0077");

/// What every process of the test thinks with; loaded once, before the first fork.
struct Thinking {
    std::unique_ptr<language::Understander> understander =
        std::move(language::Understander::load(QStringLiteral(":/delpek/language")).value());
    std::unique_ptr<safety::Triage> triage = std::move(safety::Triage::load(QStringLiteral(":/delpek/rules")).value());
    std::unique_ptr<safety::Guard> guard = std::move(safety::Guard::load(QStringLiteral(":/delpek/rules")).value());
    std::unique_ptr<agent::EscalationBook> escalations =
        std::move(agent::EscalationBook::load(QStringLiteral(":/delpek")).value());
};

/// A patient with an open escalation that a doctor has answered.
Result<domain::EscalationId> prepare(store::Session& session, base::Instant now)
{
    domain::Sender sender;
    sender.address = {domain::ChannelKind::WhatsApp, QStringLiteral("memory"), QStringLiteral("p")};
    sender.phone = domain::Phone::parse(patientPhone, QStringLiteral("IL")).value();
    const auto conversation = store::Conversations(session).findOrCreate(sender, now);
    if (!conversation) {
        return fail(conversation.error());
    }
    domain::Message message;
    message.conversation = conversation->id;
    message.author = domain::AuthorKind::Doctor;
    message.authorName = QStringLiteral("Dr. Levi");
    message.text = QStringLiteral("Come at four.");
    message.sentAt = now;
    message.createdAt = now;
    domain::Escalation escalation;
    escalation.conversation = conversation->id;
    escalation.urgency = domain::Urgency::DoctorRequired;
    escalation.reason = QStringLiteral("triage.doctor");
    escalation.openedAt = now;
    return store::Escalations(session).open(escalation).and_then([&](domain::EscalationId id) {
        return store::Messages(session).add(message).map([&](auto&&) { return id; });
    });
}

/// One life: closes what is open, and lives on until what is due is filed.
int live(const QString& database, const Thinking& mind)
{
    int argc = 0;
    QCoreApplication application(argc, nullptr);
    base::SystemClock clock;
    auto store = store::Store::open({database});
    if (!store) {
        return 3;
    }
    clinic::BuiltinRecords records(**store, clock);
    if (base::await((*store)->read([](store::Session& session) { return store::Escalations(session).openOnes(1); }))
            .value()
            .empty() &&
        base::await((*store)->read([](store::Session& session) { return store::Escalations(session).closedOnes(1); }))
            .value()
            .empty()) {
        QFile demo(QStringLiteral(":/delpek/demo/clinic.json"));
        if (!demo.open(QIODevice::ReadOnly) ||
            !base::await(records.import(clinic::parseClinicFile(demo.readAll()).value()))) {
            return 7;
        }
        clinic::NewPatient patient;
        patient.reference = QStringLiteral("new");
        patient.name = {QStringLiteral("נועה לוי"), QStringLiteral("Noa Levi")};
        patient.phone = domain::Phone::parse(patientPhone, QStringLiteral("IL")).value();
        if (!base::await(records.addPatient(patient)) ||
            !base::await((*store)->write([now = clock.now()](store::Session& s) { return prepare(s, now); }))) {
            return 4;
        }
    }
    testing::EchoBrain brain;
    agent::TurnRunner turns({clock, records, *mind.understander, *mind.triage, *mind.guard, brain});
    test::MemoryChannel channel{domain::ChannelKind::WhatsApp};
    node::Node node({**store, clock, {&channel}, turns, nullptr, nullptr, &records, mind.escalations.get()}, {});
    if (!node.start()) {
        return 5;
    }
    desk::LocalDesk desk(**store, records, clock, desk::Actor{QStringLiteral("Ruti")});
    const auto escalations = base::await(desk.openEscalations()).value();
    for (const auto& open : escalations) {
        if (!base::await(desk.closeEscalation(open.id, QStringLiteral("visit agreed")))) {
            return 6;
        }
    }
    for (int idle = 0; idle < 5; ++idle) {
        node.waitIdle();
        ::usleep(5'000);
    }
    return 0;
}

/// True when the process was cut.
bool runChild(const QString& database, const Thinking& mind, const QByteArray& cutAt, int& code)
{
    const pid_t child = ::fork();
    if (child == 0) {
        qputenv("DELPEK_CUT_AT", cutAt);
        ::_exit(live(database, mind));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace

/// Cut at each step of closing and filing: the exchange is in the record exactly once.
class TestFilingCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExchangeIsFiledOnce_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        for (const char* first : boundaries) {
            for (const char* second : boundaries) {
                QTest::addRow("%s, %s", first, second) << QByteArray(first) << QByteArray(second);
            }
        }
    }

    void theExchangeIsFiledOnce()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false"));
        const Thinking mind;
        const QTemporaryDir folder;
        const QString database = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("cut.db"));
        int code = 0;
        QVERIFY(runChild(database, mind, first + ":1", code));
        // What is filed already passes no boundary any more.
        if (!runChild(database, mind, second + ":1", code)) {
            QCOMPARE(code, 0);
            QCOMPARE(first, QByteArray("filing.committed"));
        }
        QVERIFY(!runChild(database, mind, "none:0", code));
        QCOMPARE(code, 0);

        auto store = std::move(store::Store::open({database}).value());
        base::SystemClock clock;
        clinic::BuiltinRecords records(*store, clock);
        const auto patients =
            base::await(records.findPatients(*domain::Phone::parse(patientPhone, QStringLiteral("IL")))).value();
        QCOMPARE(patients.size(), size_t(1));
        QCOMPARE(base::await(records.patient(patients.front().id)).value().notes.size(), size_t(1));
        const auto closed = base::await(store->read([](store::Session& session) {
                                return store::Escalations(session).closedOnes(5);
                            })).value();
        QCOMPARE(closed.size(), size_t(1));
        const auto id = closed.front().id;
        const auto filing =
            base::await(store->read([&](store::Session& session) { return store::Transcripts(session).stateOf(id); }));
        QCOMPARE(filing.value(), domain::FilingState::Filed);
        const auto events = base::await(store->read([&](store::Session& session) {
                                return store::Escalations(session).eventsOf(id);
                            })).value();
        QCOMPARE(std::ranges::count(events, QStringLiteral("record.filed"), &domain::EscalationEvent::kind), 1);
    }
};

QTEST_APPLESS_MAIN(TestFilingCuts)
#include "test_filingcuts.moc"
