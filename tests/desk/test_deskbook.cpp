// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include "agent/offerholder.h"
#include "clinic/clinicfile.h"
#include "store/auditlog.h"
#include "support/paths.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::Book;
using desk::BookEntry;
using test::must;
using test::noon;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

domain::Slot slot(const char* start, const char* doctor = "tamir")
{
    return {u(doctor), u("checkup"), domain::LocalTime::fromText(u(start)), 30};
}

const QDate sunday(2026, 3, 8);

} // namespace

/// What people at the desk do with the clinic's book.
class TestDeskBook : public QObject, private test::RutisDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        open();
        QFile file(test::sourcePath("tests/data/clinic/contract.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        must(m_records->import(must(clinic::parseClinicFile(file.readAll()))).result());
    }
    void cleanup() { close(); }

    void aDayShowsVisitsWithNamesAndWhatIsOffered()
    {
        const auto id = patient(u("972541234567"), u("Noa"));
        hold(agent::offerHolder(id), "2026-03-08T10:00");
        hold(u("desk"), "2026-03-08T11:00");
        const auto book = must(m_desk->book().days(sunday, sunday).result());
        QCOMPARE(book.doctors.size(), size_t(3));
        QVERIFY(!book.asOf);
        QCOMPARE(kinds(book), (QStringList{u("visit 09:00 tamir Dor"), u("visit 10:00 barak Megan"),
                                           u("held 10:00 tamir Noa"), u("held 11:00 tamir ")}));
        const auto& offered = book.entries[2];
        QCOMPARE(offered.conversation, id);
        QCOMPARE(offered.until, noon + 10min);
        QCOMPARE(offered.end.time, QTime(10, 30));
        QVERIFY(!book.entries[3].conversation.isValid());
    }

    void itIsShownForSixWeeksAtMost()
    {
        QCOMPARE(m_desk->book().days(sunday, sunday.addDays(desk::longestBook)).result().error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(m_desk->book().days(sunday, sunday.addDays(-1)).result().error().code, ErrorCode::InvalidInput);
        must(m_desk->book().days(sunday, sunday.addDays(desk::longestBook - 1)).result());
    }

    void aVisitIsBookedOnceAndMovedAndCancelled()
    {
        auto& book = m_desk->book();
        const QString reference = Book::newReference();
        const auto visit = must(book.book(u("yael"), slot("2026-03-11T09:00"), reference, {}).result());
        QCOMPARE(must(book.book(u("yael"), slot("2026-03-11T09:00"), reference, {}).result()).id, visit.id);
        QCOMPARE(book.move(visit.id, slot("2026-03-08T09:00"), Book::newReference()).result().error().key,
                 u("clinic.slot-taken"));
        must(book.move(visit.id, slot("2026-03-11T10:00"), Book::newReference()).result());
        must(book.cancel(visit.id, Book::newReference()).result());
        QVERIFY(must(book.days({2026, 3, 11}, {2026, 3, 11}).result()).entries.empty());
    }

    void whatIsOfferedIsKeptButForItsConversation()
    {
        const auto id = patient();
        hold(agent::offerHolder(id), "2026-03-11T09:00");
        auto& book = m_desk->book();
        const auto wished = [&](domain::ConversationId conversation) {
            desk::SlotWish wish{u("checkup"), u("tamir"), {2026, 3, 11}, {2026, 3, 11}, conversation};
            const auto found = must(book.freeSlots(wish).result());
            return std::ranges::find(found, slot("2026-03-11T09:00")) != found.end();
        };
        QVERIFY(!wished({}));
        QVERIFY(wished(id));
        QCOMPARE(book.book(u("yael"), slot("2026-03-11T09:00"), Book::newReference(), {}).result().error().key,
                 u("clinic.slot-held"));
        must(book.book(u("yael"), slot("2026-03-11T09:00"), Book::newReference(), id).result());
    }

    void whoChangesStandsInTheAuditLog()
    {
        const auto visit =
            must(m_desk->book().book(u("yael"), slot("2026-03-11T09:00"), Book::newReference(), {}).result());
        must(m_desk->book().cancel(visit.id, Book::newReference()).result());
        const auto entries = m_store->read([](Session& session) { return store::AuditLog(session).after(0, 10); });
        QCOMPARE(entries.size(), size_t(2));
        QCOMPARE(entries[0].actor, u("Ruti"));
        QCOMPARE(entries[0].action, u("visit.book"));
        QCOMPARE(entries[0].subject, u("patient:yael"));
        QCOMPARE(entries[1].action, u("visit.cancel"));
        QCOMPARE(entries[1].subject, u("visit:") + visit.id);
    }

private:
    using Session = store::Session;

    void hold(const QString& holder, const char* start)
    {
        must(m_records->hold({{holder, slot(start), m_clock->now() + 10min}}).result());
    }

    static QStringList kinds(const desk::DayBook& book)
    {
        QStringList lines;
        for (const auto& entry : book.entries) {
            const char* kind = entry.kind == BookEntry::Kind::Visit  ? "visit"
                               : entry.kind == BookEntry::Kind::Held ? "held"
                                                                     : "away";
            lines << QStringLiteral("%1 %2 %3 %4")
                         .arg(u(kind), entry.start.time.toString(u("HH:mm")), entry.doctor,
                              entry.name.en.section(QLatin1Char(' '), 0, 0));
        }
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestDeskBook)
#include "test_deskbook.moc"
