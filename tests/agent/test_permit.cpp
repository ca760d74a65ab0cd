// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/gates.h"

#include <QTest>

using namespace delpek;
using base::Json;

namespace
{

domain::LocalTime time(const char* text)
{
    return domain::LocalTime::fromText(QString::fromLatin1(text));
}

/// All that a change rests on: Sunday to Thursday 8 to 17, 2026-03-10 closed, one slot offered, one visit shown.
safety::PermitRequest groundsFor(const char* tool, const char* start)
{
    safety::PermitRequest request;
    request.tool = QString::fromLatin1(tool);
    request.arguments = {
        {"doctor", "shaked"}, {"treatment", "cleaning"}, {"start", start}, {"minutes", 45}, {"appointment", "a1"}};
    request.identityEstablished = true;
    request.consentGiven = true;
    for (const char* offered : {"2026-03-05T09:30", "2026-03-02T09:30", "2026-03-06T09:30", "2026-03-10T09:30"}) {
        request.offered.push_back({QStringLiteral("shaked"), QStringLiteral("cleaning"), time(offered), 45});
    }
    request.visits = QStringList(QStringLiteral("a1"));
    for (size_t day = 0; day < 5; ++day) {
        request.hours[day] = {{QTime(8, 0), QTime(17, 0)}};
    }
    request.closed = {QDate(2026, 3, 10)};
    request.now = time("2026-03-03T10:00");
    return request;
}

enum Lacks { Nothing, Identity, Consent, Visit, Quota };

} // namespace

/// What each change and each hold rests on.
class TestPermit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QByteArray>("tool");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("lacks");
        QTest::addColumn<QString>("rules");
        const auto row = [](const char* tool, const char* start, Lacks lacks, const char* rules) {
            QTest::addRow("%s %s %s", tool, start, rules)
                << QByteArray(tool) << QByteArray(start) << int(lacks) << QString::fromLatin1(rules);
        };
        const char* good = "2026-03-05T09:30";
        for (const char* tool : {"create_appointment", "move_appointment", "hold_slot"}) {
            row(tool, good, Nothing, "");
            row(tool, "soon", Nothing, "permit.start");
            row(tool, "2026-03-05T11:00", Nothing, "permit.not-offered");
            row(tool, "2026-03-02T09:30", Nothing, "permit.past");
            row(tool, "2026-03-06T09:30", Nothing, "permit.closed");
            row(tool, "2026-03-10T09:30", Nothing, "permit.closed");
        }
        for (const char* tool : {"create_appointment", "move_appointment", "cancel_appointment", "join_waiting_list"}) {
            row(tool, good, Nothing, "");
            row(tool, good, Identity, "permit.identity");
            row(tool, good, Consent, "permit.consent");
            row(tool, good, Quota, "permit.too-many");
        }
        for (const char* tool : {"move_appointment", "cancel_appointment"}) {
            row(tool, good, Visit, "permit.appointment");
        }
        // Holding what was offered needs neither a name nor a yes, and uses nothing up.
        row("hold_slot", good, Identity, "");
        row("hold_slot", good, Consent, "");
        row("hold_slot", good, Quota, "");
        // Waiting is for no certain time.
        row("join_waiting_list", "2026-03-02T09:30", Nothing, "");
        row("write_note", good, Nothing, "permit.unknown-change");
        row("get_prices", good, Nothing, "permit.unknown-change");
    }
    void judges()
    {
        QFETCH(QByteArray, tool);
        QFETCH(QByteArray, start);
        QFETCH(int, lacks);
        QFETCH(QString, rules);
        auto request = groundsFor(tool.constData(), start.constData());
        request.identityEstablished = lacks != Identity;
        request.consentGiven = lacks != Consent;
        if (lacks == Visit) {
            request.visits.clear();
        }
        request.changesLastDay = lacks == Quota ? safety::mostChangesADay : 0;
        const auto verdict = safety::permit(request);
        QCOMPARE(verdict.rules.join(QLatin1Char(' ')), rules);
        QCOMPARE(verdict.allowed, rules.isEmpty());
    }

    void anotherDoctorOrTreatmentWasNotOffered()
    {
        auto request = groundsFor("hold_slot", "2026-03-05T09:30");
        request.arguments["doctor"] = "levi";
        QVERIFY(!safety::permit(request).allowed);
        request.arguments["doctor"] = "shaked";
        request.arguments["treatment"] = "filling";
        QVERIFY(!safety::permit(request).allowed);
    }
};

QTEST_GUILESS_MAIN(TestPermit)
#include "test_permit.moc"
