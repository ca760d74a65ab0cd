// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "clinic/odoo/gateway.h"
#include "clinic/odoo/mappingtest.h"
#include "clinic/odoo/odoorecords.h"
#include "clinic/odoo/profile.h"
#include "clinic/odoo/wire.h"
#include "http/networkclient.h"
#include "store/store.h"
#include "support/paths.h"

#include <QtTest>

using namespace delpek;
using namespace delpek::clinic;
using base::Json;

// Against a real Odoo with throw-away data: DELPEK_LIVE_ODOO_URL, _DATABASE, _LOGIN, _SECRET, and _MAPPING (auto).
// A patient of its own is made, visits of its own are booked far ahead; at the end all of it is archived.

namespace
{

QString setting(const char* name, const char* fallback = "")
{
    return qEnvironmentVariable(QByteArray("DELPEK_LIVE_ODOO_") + name, QString::fromLatin1(fallback));
}

template <typename T>
T got(Future<T> future)
{
    auto result = base::await(std::move(future));
    if (!result) {
        throw std::runtime_error(base::describe(result.error()).toStdString());
    }
    return std::move(*result);
}

odoo::MappingChoice choice()
{
    const QString folder = test::sourcePath("resources/odoo");
    const QString wanted = setting("MAPPING", "auto");
    if (wanted == QLatin1String("auto")) {
        return {std::nullopt, odoo::loadProfiles(folder).value()};
    }
    return {odoo::loadMapping(wanted, folder).value(), {}};
}

} // namespace

class TestLiveOdoo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_store = store::Store::open({QStringLiteral("sqlite:")}).value();
        m_gateway = std::make_unique<odoo::Gateway>(
            odoo::Connection{QUrl(setting("URL")), setting("DATABASE"), setting("LOGIN"), setting("SECRET")}, m_client,
            m_clock);
        m_session = got(m_gateway->session());
        const auto chosen = choice();
        odoo::OdooRecords::Setup setup;
        setup.mapping = chosen.fixed;
        setup.profiles = chosen.profiles;
        setup.session = [this] { return m_gateway->session(); };
        m_records = std::make_unique<odoo::OdooRecords>(*m_gateway, *m_store, m_clock, std::move(setup));
        m_mark = QStringLiteral("live-%1").arg(base::toMillis(m_clock.now()));
    }

    void theMappingFits()
    {
        odoo::CachedReads reads(*m_gateway, *m_store, m_clock, {});
        const auto trial = odoo::tryMapping(reads, choice(), m_session, m_clock.now(), {});
        QVERIFY2(trial, trial ? "" : qPrintable(trial.error().detail));
        QVERIFY2(trial->flaws.empty(), qPrintable(odoo::describe(trial->flaws)));
        m_mapping = trial->mapping;
    }

    void aPatientIsAddedOnceAndFoundByPhone()
    {
        NewPatient wanted;
        wanted.reference = m_mark + QStringLiteral("-patient");
        wanted.name.he = QStringLiteral("בדיקה חיה");
        wanted.phone =
            domain::Phone::parse(
                QStringLiteral("055-000-%1").arg(base::toMillis(m_clock.now()) % 10'000, 4, 10, QLatin1Char('0')))
                .value();
        wanted.birthDate = QDate(1990, 1, 2);
        m_patient = got(m_records->addPatient(wanted));
        QCOMPARE(got(m_records->addPatient(wanted)).id, m_patient.id);
        const auto found = got(m_records->findPatients(*wanted.phone));
        QVERIFY(std::any_of(found.begin(), found.end(), [&](const auto& one) { return one.id == m_patient.id; }));
    }

    void aVisitIsBookedOnceMovedAndCancelled()
    {
        SlotQuery query;
        const auto treatments = got(m_records->treatments());
        QVERIFY(!treatments.empty());
        const QDate today = QDateTime::currentDateTimeUtc().date();
        query.from = today.addDays(200);
        query.to = today.addDays(240);
        query.limit = 12;
        std::vector<domain::Slot> free;
        for (const auto& treatment : treatments) {
            query.treatment = treatment.id;
            free = got(m_records->freeSlots(query));
            if (free.size() > 1) {
                break;
            }
        }
        QVERIFY2(free.size() > 1, "no free time in Odoo 200 days ahead: enter a doctor with working hours");
        const Booking booking{m_mark + QStringLiteral("-visit"),
                              m_patient.id,
                              free[0].doctor,
                              free[0].treatment,
                              free[0].start,
                              free[0].minutes};
        const auto visit = got(m_records->book(booking));
        QCOMPARE(got(m_records->book(booking)).id, visit.id);
        QCOMPARE(visit.start, free[0].start);
        const auto moved = got(m_records->move(visit.id, free[1], m_mark + QStringLiteral("-move")));
        QCOMPARE(moved.start, free[1].start);
        got(m_records->cancel(visit.id, m_mark + QStringLiteral("-cancel")));
        QVERIFY(got(m_records->appointments(m_patient.id, {today, QTime(0, 0)})).empty());
    }

    void aNoteIsThereOnce()
    {
        const domain::Note note{QDate(2026, 1, 1), QStringLiteral("Delpek"), QStringLiteral("שורה <אחת> & שתיים"),
                                m_mark + QStringLiteral("-note")};
        got(m_records->appendNote(m_patient.id, note));
        got(m_records->appendNote(m_patient.id, note));
        const auto card = got(m_records->patient(m_patient.id));
        QCOMPARE(std::count_if(card.notes.begin(), card.notes.end(),
                               [&](const auto& one) { return one.reference == note.reference; }),
                 1);
    }

    void cleanupTestCase()
    {
        if (m_patient.id.isEmpty()) {
            return;
        }
        const auto archived = base::await(
            m_gateway->call({m_mapping.entity("patient").model, QStringLiteral("write"),
                             Json::array({Json::array({m_patient.id.toLongLong()}), Json{{"active", false}}}),
                             Json{{"context", odoo::wire::quietContext()}}, true}));
        QVERIFY2(archived, archived ? "" : qPrintable(archived.error().detail));
    }

private:
    base::SystemClock m_clock;
    http::NetworkClient m_client;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<odoo::Gateway> m_gateway;
    std::unique_ptr<odoo::OdooRecords> m_records;
    odoo::Session m_session;
    odoo::Mapping m_mapping;
    domain::Patient m_patient;
    QString m_mark;
};

QTEST_GUILESS_MAIN(TestLiveOdoo)
#include "test_liveodoo.moc"
