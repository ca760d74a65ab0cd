// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/check.h"

#include "clinic/odoo/odoofixture.h"
#include "clinic/odoo/wire.h"

using namespace delpek;
using namespace delpek::clinic::odoo;
using base::Json;
using domain::FindingState;
using simulation::OdooDouble;
using tests::OdooClinic;

namespace
{

domain::Findings look(OdooClinic& clinic, QDate keyExpires = {})
{
    CheckSetup setup;
    setup.connection = clinic.connection;
    setup.keyExpires = keyExpires;
    return check(setup, clinic.client, clinic.clock);
}

/// "subject key" of everything that is not good.
QStringList faultsOf(const domain::Findings& findings)
{
    QStringList faults;
    for (const auto& finding : findings) {
        if (finding.state != FindingState::Good) {
            faults.append(finding.subject + QLatin1Char(' ') + finding.key.mid(QStringLiteral("check.odoo.").size()));
        }
    }
    return faults;
}

QString detailOf(const domain::Findings& findings, const QString& key)
{
    for (const auto& finding : findings) {
        if (finding.key == QStringLiteral("check.odoo.") + key) {
            return finding.detail;
        }
    }
    return QStringLiteral("(none)");
}

QStringList one(const char* fault)
{
    return {QString::fromLatin1(fault)};
}

} // namespace

/// What an administrator is told of a clinic's Odoo.
class TestOdooCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodOdooHasNoFault()
    {
        OdooClinic clinic;
        clinic.loadDemo();
        const auto findings = look(clinic);
        QCOMPARE(faultsOf(findings), QStringList());
        QCOMPARE(findings.size(), std::size_t(8));
    }

    void aFreshDatabasesHoursAreWrongInIsrael()
    {
        OdooClinic clinic;
        const auto findings = look(clinic);
        QCOMPARE(faultsOf(findings), one("hours hours"));
        QVERIFY(detailOf(findings, QStringLiteral("hours")).contains(QLatin1String("UTC, no Sunday")));
    }

    void aUsersZoneIsLookedAt()
    {
        OdooClinic clinic;
        clinic.loadDemo();
        clinic.odoo->write(QStringLiteral("res.users"), clinic.user, {{"tz", "Europe/Berlin"}});
        QCOMPARE(faultsOf(look(clinic)), one("hours userZone"));
    }

    void whereNobodyMayLoadItIsSaid()
    {
        OdooDouble::Setup setup;
        setup.allowsLoad = false;
        OdooClinic clinic(setup);
        clinic.loadDemo();
        QCOMPARE(faultsOf(look(clinic)), one("rights load"));
    }

    void whatDoesNotAnswerIsToldApart()
    {
        OdooClinic clinic;
        QVERIFY(clinic.odoo->setRunning(false));
        QCOMPARE(faultsOf(look(clinic)), one("server unreachable"));
        QVERIFY(clinic.odoo->setRunning(true));
        clinic.connection.url.setPath(QStringLiteral("/elsewhere"));
        QCOMPARE(faultsOf(look(clinic)), one("server notOdoo"));
        clinic.connection.url = QUrl(QStringLiteral("http://odoo.clinic.invalid"));
        QCOMPARE(faultsOf(look(clinic)), one("server nameUnknown"));
    }

    void theLoginIsToldApart()
    {
        OdooClinic clinic;
        clinic.loadDemo();
        const Connection good = clinic.connection;
        clinic.connection.secret.clear();
        QCOMPARE(faultsOf(look(clinic)), one("login secretMissing"));
        clinic.connection.secret = QStringLiteral("wrong");
        QCOMPARE(faultsOf(look(clinic)), one("login login"));
        clinic.connection = good;
        clinic.connection.database = QStringLiteral("nowhere");
        QCOMPARE(faultsOf(look(clinic)), one("database database"));
        clinic.connection = good;
        clinic.odoo->removeKeys(clinic.user);
        QCOMPARE(faultsOf(look(clinic)), one("login key"));
    }

    void versionsOutsideTheRangeAreTold()
    {
        OdooDouble::Setup old;
        old.version = 13;
        OdooClinic past(old);
        past.loadDemo();
        QVERIFY(faultsOf(look(past)).contains(QStringLiteral("version tooOld")));
        OdooDouble::Setup next;
        next.version = 20;
        OdooClinic future(next);
        future.loadDemo();
        QVERIFY(faultsOf(look(future)).contains(QStringLiteral("version newer")));
    }

    void aKeysEndIsToldInTime()
    {
        OdooDouble::Setup setup;
        setup.version = 19;
        OdooClinic clinic(setup);
        clinic.loadDemo();
        QCOMPARE(faultsOf(look(clinic)), one("key keyDate"));
        QCOMPARE(faultsOf(look(clinic, QDate(2026, 2, 10))), one("key keyExpired"));
        QCOMPARE(faultsOf(look(clinic, QDate(2026, 2, 11))), one("key keyExpires"));
        QCOMPARE(faultsOf(look(clinic, QDate(2026, 2, 25))), one("key keyExpires"));
        QCOMPARE(faultsOf(look(clinic, QDate(2026, 2, 26))), QStringList());
    }

    void whatIsMissingIsNamed()
    {
        OdooDouble::Setup setup;
        setup.withoutModules = {QStringLiteral("hr")};
        OdooClinic clinic(setup);
        clinic.loadDemo();
        const auto findings = look(clinic);
        QCOMPARE(faultsOf(findings), one("models model"));
        QCOMPARE(detailOf(findings, QStringLiteral("model")), QStringLiteral("hr.employee.public (hr)"));
        CheckSetup own;
        own.connection = clinic.connection;
        own.needs = {{QStringLiteral("res.partner"),
                      {QStringLiteral("name"), QStringLiteral("x_birth_date")},
                      {QStringLiteral("read")},
                      QStringLiteral("contacts"),
                      {}}};
        const auto other = check(own, clinic.client, clinic.clock);
        QCOMPARE(detailOf(other, QStringLiteral("field")), QStringLiteral("res.partner: x_birth_date"));
    }

    void missingRightsNameTheGroup_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("17") << 17;
        QTest::newRow("18") << 18;
        QTest::newRow("19") << 19;
    }

    void missingRightsNameTheGroup()
    {
        QFETCH(int, version);
        OdooDouble::Setup setup;
        setup.version = version;
        OdooClinic clinic(setup);
        clinic.loadDemo();
        const qint64 user = clinic.odoo->addUser(QStringLiteral("plain"), QStringLiteral("x"), {});
        clinic.connection.login = QStringLiteral("plain");
        clinic.connection.secret = clinic.odoo->addKey(user);
        const auto findings = look(clinic, QDate(2027, 1, 1));
        QCOMPARE(faultsOf(findings), QStringList({QStringLiteral("rights right"), QStringLiteral("rights right"),
                                                  QStringLiteral("rights right")}));
        QCOMPARE(detailOf(findings, QStringLiteral("right")),
                 QStringLiteral("res.partner: write, create by base.group_partner_manager"));
    }

    void theServersClockIsCompared()
    {
        OdooClinic clinic;
        clinic.loadDemo();
        CheckSetup setup;
        setup.connection = clinic.connection;
        base::VirtualClock little(tests::odooNow + std::chrono::seconds(90));
        QCOMPARE(faultsOf(check(setup, clinic.client, little)), one("clock clock"));
        base::VirtualClock much(tests::odooNow + std::chrono::minutes(9));
        const auto findings = check(setup, clinic.client, much);
        QCOMPARE(faultsOf(findings), one("clock clock"));
        QCOMPARE(detailOf(findings, QStringLiteral("clock")), QStringLiteral("-540 s"));
    }

    void nothingIsChanged()
    {
        OdooClinic clinic;
        clinic.loadDemo();
        clinic.odoo->forgetRequests();
        look(clinic);
        for (const auto& request : clinic.odoo->requests()) {
            QVERIFY2(request.method != QLatin1String("create") && request.method != QLatin1String("write") &&
                         request.method != QLatin1String("unlink"),
                     qPrintable(request.method));
        }
    }
};

QTEST_GUILESS_MAIN(TestOdooCheck)
#include "test_odoocheck.moc"
