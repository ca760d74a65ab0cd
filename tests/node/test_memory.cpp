// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"

#include "store/decisions.h"
#include "store/memoryjobs.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// A memory that can be away; what it says to that is Unavailable.
class MoodyMemory final : public memory::Memory
{
public:
    QString name() const override { return u("moody"); }
    Future<Done> remember(std::vector<memory::Episode> episodes) override
    {
        if (isAway) {
            return away<Done>();
        }
        for (auto& episode : episodes) {
            told << episode.id;
        }
        return base::ready<Done>(Done{});
    }
    Future<memory::Recollection> recall(const memory::Query&) override
    {
        return isAway ? away<memory::Recollection>() : base::ready<memory::Recollection>(known);
    }
    Future<memory::UserMemory> list(domain::PersonId) override { return away<memory::UserMemory>(); }
    Future<Done> correct(domain::PersonId, const QString&, const QString&, const QString&, base::Instant) override
    {
        return away<Done>();
    }
    Future<Done> forget(domain::PersonId, base::Instant) override
    {
        forgotten += isAway ? 0 : 1;
        return isAway ? away<Done>() : base::ready<Done>(Done{});
    }
    Future<int> sweep(base::Instant before) override
    {
        swept.push_back(before);
        return base::ready<int>(0);
    }
    Future<Done> health() override { return away<Done>(); }

    std::atomic<bool> isAway = false;
    QStringList told;
    int forgotten = 0;
    std::vector<base::Instant> swept;
    memory::Recollection known;

private:
    template <typename T>
    static Future<T> away()
    {
        return base::ready<T>(fail(ErrorCode::Unavailable, u("away")));
    }
};

test::DaySetup withPhone(memory::Memory* memory = nullptr)
{
    test::DaySetup setup;
    setup.channel = domain::ChannelKind::WhatsApp;
    setup.offline = true;
    setup.phone = domain::Phone::parse(u("054-000-0077"), u("IL")).value();
    setup.memory = memory;
    return setup;
}

base::Json memoryStep(test::ClinicDay& day)
{
    const auto decisions = day.read(
        [id = day.conversation().id](store::Session& session) { return store::Decisions(session).before(id, {}, 1); });
    for (const auto& step : decisions.at(0).steps) {
        if (step.kind == domain::StepKind::Memory) {
            return step.detail;
        }
    }
    return nullptr;
}

int waiting(test::ClinicDay& day)
{
    return day.read([](store::Session& session) { return store::MemoryJobs(session).waiting(); });
}

} // namespace

/// What turns read from the memory and leave in it.
class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappenedIsRememberedAndReadBeforeTheNextTurn()
    {
        test::ClinicDay day(withPhone());
        day.addPatient(u("Noa Levi"));
        day.says(u("Hello, when are you open on Friday?"));
        day.pass(1min);
        QCOMPARE(waiting(day), 0);
        const auto user = day.conversation().person;
        const auto known = base::await(day.memory().list(user)).value();
        QCOMPARE(known.talks.size(), 1u);
        QCOMPARE(known.patterns.at(u("information")), 1);

        day.pass(24h * 10);
        day.says(u("Hi"));
        day.pass(1min);
        const auto step = memoryStep(day);
        QVERIFY(base::boolAt(step, "read"));
        QCOMPARE(base::textAt(base::at(step, "facts").at(0), "kind"), u("language"));
        QVERIFY2(day.sentTexts().last().contains(u("good to hear from you again")), qPrintable(day.sentTexts().last()));
        QCOMPARE(base::await(day.memory().list(user)).value().talks.size(), 2u);
    }

    void aSharedNumberIsNotRead()
    {
        test::ClinicDay day(withPhone());
        day.addPatient(u("Noa Levi"));
        day.addPatient(u("Gil Levi"));
        day.says(u("When are you open?"));
        day.pass(1min);
        QVERIFY(!base::boolAt(memoryStep(day), "read", true));
    }

    void aMemoryThatIsAwayStopsNoTurnAndIsToldLaterOnce()
    {
        MoodyMemory memory;
        memory.isAway = true;
        test::ClinicDay day(withPhone(&memory));
        day.addPatient(u("Noa Levi"));
        day.says(u("When are you open?"));
        day.pass(3s);
        QVERIFY(!day.sentTexts().isEmpty());
        QCOMPARE(base::textAt(base::at(memoryStep(day), "error"), "code"), u("unavailable"));
        day.says(u("And where are you?"));
        day.pass(3s);
        QVERIFY(memory.told.isEmpty());
        QCOMPARE(waiting(day), 2);
        day.restart();
        memory.isAway = false;
        day.pass(10min);
        QCOMPARE(memory.told.size(), 2);
        QVERIFY(memory.told[0] < memory.told[1]);
        QCOMPARE(waiting(day), 0);
        day.restart();
        day.pass(1h);
        QCOMPARE(memory.told.size(), 2);
    }

    /// As after a cut behind "memory.told".
    void whatWasToldAndNotNotedIsRememberedOnce()
    {
        test::ClinicDay day(withPhone());
        day.addPatient(u("Noa Levi"));
        day.says(u("When are you open?"));
        day.pass(1min);
        const auto user = day.conversation().person;
        const auto before = base::await(day.memory().list(user)).value();
        (void)base::await(day.store().write(
            [](store::Session& session) { return session.execute(u("UPDATE memory_job SET state = 'waiting'")); }));
        QCOMPARE(waiting(day), 1);
        day.restart();
        day.pass(1min);
        QCOMPARE(waiting(day), 0);
        const auto after = base::await(day.memory().list(user)).value();
        QVERIFY(after.facts == before.facts && after.patterns == before.patterns);
        QCOMPARE(after.talks.size(), 1u);
    }

    void theUsualDentistsTimesComeFirst()
    {
        MoodyMemory memory;
        test::ClinicDay day(withPhone(&memory));
        day.addPatient(u("Noa Levi"));
        day.openBook();
        const auto doctors = base::await(day.records().doctors()).value();
        QString second;
        for (const auto& doctor : doctors) {
            if (doctor.treatments.contains(u("cleaning"))) {
                second = doctor.id; // the last who does it
            }
        }
        memory::Fact fact;
        fact.kind = u("doctor");
        fact.value = second;
        memory.known.open = {fact};
        day.says(u("I'd like to book a cleaning next week"));
        day.pass(1min);
        const auto thread = day.thread();
        QVERIFY(!thread.back().options.empty());
        bool others = false;
        for (const auto& option : thread.back().options) {
            if (option.value.startsWith(u("slot:"))) {
                const bool usual = option.value.endsWith(QLatin1Char(':') + second);
                QVERIFY2(!(usual && others), qPrintable(option.value));
                others = others || !usual;
            }
        }
    }

    void aFiledExchangeIsRemembered()
    {
        test::ClinicDay day(withPhone());
        day.addPatient(u("Noa Levi"));
        day.says(u("I have a terrible toothache and cannot sleep"));
        day.pass(1min);
        const auto user = day.conversation().person;
        QCOMPARE(pendingOf(day, user), u("doctor"));
        const auto id = day.read([conversation = day.conversation().id](store::Session& session) {
            return store::Escalations(session).ofConversation(conversation);
        });
        (void)base::await(day.desk().answerEscalation(id.at(0).id, u("Dr. Levi"), u("Come at four.")));
        (void)base::await(day.desk().closeEscalation(id.at(0).id, u("visit agreed")));
        day.pass(1min);
        const auto known = base::await(day.memory().list(user)).value();
        QCOMPARE(known.talks.size(), 1u);
        QCOMPARE(known.talks[0].outcome, u("filed"));
        QCOMPARE(known.talks[0].agent, u("Dr. Levi"));
        QVERIFY(known.talks[0].words.isEmpty());
        QCOMPARE(pendingOf(day, user), QString());
    }

    void whatIsOldIsSweptByTheClock()
    {
        MoodyMemory memory;
        test::ClinicDay day(withPhone(&memory));
        const auto begun = day.clock.now();
        day.pass(25h);
        QCOMPARE(memory.swept.size(), 2u);
        QCOMPARE(memory.swept[0], begun - 24h * 90);
    }

    void toForgetIsNeverGivenUp()
    {
        MoodyMemory memory;
        memory.isAway = true;
        test::ClinicDay day(withPhone(&memory));
        day.says(u("When are you open?"));
        day.pass(3s);
        QCOMPARE(waiting(day), 1);
        const auto user = day.conversation().person;
        (void)base::await(day.store().write([user, now = day.clock.now()](store::Session& session) {
            return store::MemoryJobs(session).addForget(user, now);
        }));
        QCOMPARE(waiting(day), 1); // what waited to be told is dropped
        day.restart();
        day.pass(1h);
        memory.isAway = false;
        day.pass(20min);
        QCOMPARE(memory.forgotten, 1);
        QVERIFY(memory.told.isEmpty());
    }

private:
    static QString pendingOf(test::ClinicDay& day, domain::PersonId user)
    {
        return base::await(day.memory().recall({user, {}, {}, day.clock.now()})).value().valueOf("pending");
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
