// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "clinic/odoo/contractrows.h"
#include "clinic/odoo/mappingtest.h"
#include "clinic/odoo/odooclinic.h"
#include "clinic/odoo/profile.h"
#include "support/paths.h"

#include <QtTest>

using namespace delpek;
using namespace delpek::test;
using namespace delpek::test::contract;
using base::Json;

namespace
{

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

/// What a model's field holds in the double.
Json held(OdooContract& fixture, const char* model, const QString& id, const char* field)
{
    return fixture.odoo().record(QLatin1String(model), id.toLongLong())[field];
}

QByteArray callNames(OdooContract& fixture)
{
    QStringList names;
    for (const auto& call : fixture.odoo().calls()) {
        names << call.model + QLatin1Char('.') + call.method;
    }
    return names.join(QLatin1Char(' ')).toUtf8();
}

} // namespace

class TestOdooRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheContract_data() { eachContractCase(); }
    void keepsTheContract()
    {
        QFETCH(int, version);
        QFETCH(QString, profile);
        QFETCH(int, number);
        try {
            OdooContract fixture(version, profile);
            contractCases()[size_t(number)].run(fixture);
            for (const auto& call : fixture.odoo().calls()) {
                QVERIFY(call.method != text("unlink"));
                QVERIFY2(!call.changes || call.kwargs.at("context").value("no_mail_to_attendees", false),
                         "Odoo would mail the patient");
            }
        } catch (const std::exception& broken) {
            QFAIL(broken.what());
        }
    }

    void aTrialTellsWhatTheDeskWillSee()
    {
        OdooClinic house(17, text("community"));
        OdooDesk desk(house);
        clinic::odoo::CachedReads reads(house.odoo(), desk.store(), house.clock(), {});
        const auto trial = clinic::odoo::tryMapping(reads, {house.mapping(), {}}, {}, house.clock().now(), {});
        QVERIFY2(trial, trial ? "" : qPrintable(trial.error().detail));
        QVERIFY2(trial->flaws.empty(), qPrintable(clinic::odoo::describe(trial->flaws)));
        QCOMPARE(trial->doctors.size(), 3U);
        QVERIFY(trial->doctors.front().contains(text("Sun 08:00-12:00, 13:00-16:00; Mon 08:00-12:00")));
        QCOMPARE(trial->treatments, (QStringList{text("checkup"), text("filling"), text("cleaning")}));

        auto wrong = house.mapping();
        wrong.entities[text("appointment")].columns[text("end")].field = text("finish");
        const auto failed = clinic::odoo::tryMapping(reads, {wrong, {}}, {}, house.clock().now(), {});
        QVERIFY(failed);
        QVERIFY(!failed->flaws.empty());
        QCOMPARE(failed->flaws.front().place, text("/appointment/fields/end"));
        QVERIFY(failed->flaws.front().remedy.contains(text("finish")));
    }

    void theProfileIsChosenByWhatTheDatabaseHas_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::newRow("community") << text("community");
        QTest::newRow("dental") << text("dental");
    }
    void theProfileIsChosenByWhatTheDatabaseHas()
    {
        QFETCH(QString, profile);
        OdooClinic house(17, profile);
        for (const char* module : {"calendar", "contacts"}) {
            house.odoo().create(text("ir.module.module"), {{"name", module}, {"state", "installed"}});
        }
        OdooDesk desk(house);
        clinic::odoo::CachedReads reads(house.odoo(), desk.store(), house.clock(), {});
        const auto profiles = clinic::odoo::loadProfiles(test::sourcePath("resources/odoo"));
        const auto trial =
            clinic::odoo::tryMapping(reads, {std::nullopt, profiles.value()}, {}, house.clock().now(), {});
        QVERIFY2(trial, trial ? "" : qPrintable(trial.error().detail));
        QVERIFY2(trial->flaws.empty(), qPrintable(clinic::odoo::describe(trial->flaws)));
        QCOMPARE(trial->mapping.name, profile);
    }

    /// The hot path: who is it, what is free, book it.
    void aBookingStepIsThreeCalls()
    {
        OdooContract fixture(17, text("community"));
        auto& records = fixture.records();
        const auto phone = domain::Phone::parse(text("055-005-0001")).value();
        // An earlier message of the conversation: the rarely changing facts are known, and who writes.
        value(records.findPatients(phone));
        fixture.odoo().forgetCalls();

        value(records.findPatients(phone));
        clinic::SlotQuery query;
        query.treatment = fixture.idOf(text("checkup"));
        query.from = QDate(2026, 3, 11);
        query.to = QDate(2026, 3, 18);
        QVERIFY(!value(records.freeSlots(query)).empty());
        value(records.book(booking(fixture, "step", "2026-03-11T09:00")));
        const QByteArray names = callNames(fixture);
        QVERIFY2(fixture.odoo().calls().size() <= 3, names.constData());
    }

    void theFirstBookingOfAMessageIsThreeCalls()
    {
        OdooContract fixture(17, text("community"));
        auto& records = fixture.records();
        value(records.info());
        fixture.odoo().forgetCalls();
        value(records.findPatients(domain::Phone::parse(text("055-005-0001")).value()));
        value(records.book(booking(fixture, "step", "2026-03-11T09:00")));
        const QByteArray names = callNames(fixture);
        QVERIFY2(fixture.odoo().calls().size() <= 3, names.constData());
    }

    void aVisitIsWrittenAsAClinicWouldWriteIt()
    {
        OdooContract fixture(17, text("community"));
        const auto visit = value(fixture.records().book(booking(fixture, "turn:1_a%", "2026-03-29T09:00")));
        const Json row = fixture.odoo().record(text("calendar.event"), visit.id.toLongLong());
        QCOMPARE(row["start"], Json("2026-03-29 06:00:00")); // the first Sunday of summer time
        QCOMPARE(row["stop"], Json("2026-03-29 06:30:00"));
        QCOMPARE(row["partner_ids"].size(), 2U);
        QCOMPARE(row["show_as"], Json("busy"));
        QVERIFY(row["name"].get<std::string>().find("בדיקה") == 0);
        QCOMPARE(visit.reference, text("turn:1_a%"));
    }

    void aCancelledVisitIsArchivedAndNeverDeleted()
    {
        OdooContract fixture(17, text("community"));
        const auto visit = value(fixture.records().book(booking(fixture, "b", "2026-03-11T09:00")));
        value(fixture.records().cancel(visit.id, text("c")));
        QCOMPARE(held(fixture, "calendar.event", visit.id, "active"), Json(false));
        for (const auto& call : fixture.odoo().calls()) {
            QVERIFY(call.method != text("unlink"));
        }
    }

    void whatADoctorDeclinedDoesNotTakeTime()
    {
        OdooContract fixture(17, text("community"));
        const qint64 partner = fixture.house().partnerOf(text("tamir"));
        const qint64 event = fixture.odoo().create(text("calendar.event"),
                                                   {{"name", "meeting"},
                                                    {"start", "2026-03-11 09:00:00"},
                                                    {"stop", "2026-03-11 10:00:00"},
                                                    {"partner_ids", Json::array({Json::array({6, 0, {partner}})})}});
        QVERIFY(!isFree(fixture, slot(fixture, "2026-03-11T11:00")));
        fixture.odoo().create(text("calendar.attendee"),
                              {{"event_id", event}, {"partner_id", partner}, {"state", "declined"}});
        fixture.clock().advance(std::chrono::minutes(6));
        QVERIFY(isFree(fixture, slot(fixture, "2026-03-11T11:00")));
        value(fixture.records().book(booking(fixture, "b", "2026-03-11T11:00")));
    }

    void anAllDayEventTakesTheDay()
    {
        OdooContract fixture(17, text("community"));
        // Its moments are no moments: bare hours of the day, whatever the zone.
        fixture.odoo().create(
            text("calendar.event"),
            {{"name", "course"},
             {"allday", true},
             {"start", "2026-03-11 08:00:00"},
             {"stop", "2026-03-11 18:00:00"},
             {"start_date", "2026-03-11"},
             {"stop_date", "2026-03-11"},
             {"partner_ids", Json::array({Json::array({6, 0, {fixture.house().partnerOf(text("tamir"))}})})}});
        QVERIFY(!isFree(fixture, slot(fixture, "2026-03-11T08:00")));
        QVERIFY(!isFree(fixture, slot(fixture, "2026-03-11T15:30")));
        QVERIFY(isFree(fixture, slot(fixture, "2026-03-12T08:00")));
        requireError(fixture.records().book(booking(fixture, "b", "2026-03-11T08:00")), ErrorCode::Conflict, "course");
    }

    void aNoteIsInternalAndReadsAsItWasWritten()
    {
        OdooContract fixture(17, text("community"));
        const QString id = fixture.idOf(text("dor"));
        const domain::Note note{QDate(2026, 3, 3), QStringLiteral("רותי"), QStringLiteral("שורה אחת\nשורה שתיים"),
                                text("note-7")};
        value(fixture.records().appendNote(id, note));
        const auto notes = value(fixture.records().patient(id)).notes;
        QCOMPARE(notes.back().text, note.text);
        QCOMPARE(notes.back().by, note.by);
        QCOMPARE(notes.back().reference, note.reference);
        QCOMPARE(notes.back().date, note.date);
    }

    void aCreditNoteIsNegativeAndAnUnknownStateIsKept()
    {
        OdooContract fixture(17, text("community"));
        const qint64 dor = fixture.idOf(text("dor")).toLongLong();
        const auto invoices = value(fixture.records().invoices(QString::number(dor)));
        QCOMPARE(invoices.size(), 2U);
        const auto known =
            fixture.odoo().search(text("account.move"), Json::array({Json::array({"partner_id", "=", dor})}));
        fixture.odoo().write(text("account.move"), known.back(), {{"payment_state", "invoicing_legacy"}});
        const auto again = value(fixture.records().invoices(QString::number(dor)));
        QVERIFY(std::any_of(again.begin(), again.end(),
                            [](const auto& one) { return one.state == QLatin1String("invoicing_legacy"); }));
    }
};

QTEST_GUILESS_MAIN(TestOdooRecords)
#include "test_odoorecords.moc"
