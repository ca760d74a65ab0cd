// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoofixture.h"

#include "clinic/odoo/versions.h"
#include "clinic/odoo/wire.h"

using namespace delpek;
using namespace delpek::clinic::odoo;
using base::Json;
using simulation::OdooDouble;
using tests::OdooClinic;

namespace
{

Result<Session> loginTo(OdooClinic& clinic)
{
    return login(clinic.connection, clinic.client, clinic.clock);
}

QString keyOf(const Result<Session>& session)
{
    return session ? QStringLiteral("taken") : session.error().key;
}

} // namespace

/// Versions, databases, passwords and keys.
class TestOdooLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVersionIsSpokenTo_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("hasKey");
        QTest::addColumn<Protocol>("protocol");
        for (int version = oldestVersion; version <= newestVersion; ++version) {
            for (const bool hasKey : {true, false}) {
                QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(version).arg(hasKey)))
                    << version << hasKey << (hasKey && version >= firstWithJson2 ? Protocol::Json2 : Protocol::JsonRpc);
            }
        }
    }

    void everyVersionIsSpokenTo()
    {
        QFETCH(int, version);
        QFETCH(bool, hasKey);
        QFETCH(Protocol, protocol);
        OdooDouble::Setup setup;
        setup.version = version;
        OdooClinic clinic(setup);
        if (!hasKey) {
            clinic.connection.secret = QStringLiteral("password of the double");
        }
        const auto session = loginTo(clinic);
        QVERIFY2(session, session ? "" : qPrintable(base::describe(session.error())));
        QCOMPARE(session->server.major, version);
        QVERIFY(!session->server.isEnterprise);
        QCOMPARE(session->server.protocol, protocol);
        QCOMPARE(session->user, clinic.user);
        QCOMPARE(session->name, QStringLiteral("delpek"));
        QVERIFY(session->partner > 0);
        QCOMPARE(session->companyName, QStringLiteral("My Company"));
        QCOMPARE(session->companies, std::vector<qint64>{1});
        QCOMPARE(session->language, QStringLiteral("en_US"));
    }

    void aServerWithoutTheOldWaysIsFound()
    {
        OdooDouble::Setup setup;
        setup.version = 19;
        setup.hasJsonRpc = false;
        setup.hasXmlRpc = false;
        OdooClinic clinic(setup);
        QCOMPARE(loginTo(clinic)->server.protocol, Protocol::Json2);
    }

    void theDatabaseMayBeLeftOut()
    {
        OdooClinic clinic;
        clinic.connection.database.clear();
        QCOMPARE(loginTo(clinic)->database, QStringLiteral("clinic"));
        QCOMPARE(databases(clinic.connection, clinic.client).value(), QStringList{QStringLiteral("clinic")});
        OdooDouble::Setup closed;
        closed.listsDatabases = false;
        OdooClinic hidden(closed);
        QVERIFY(loginTo(hidden));
        hidden.connection.database.clear();
        QCOMPARE(keyOf(loginTo(hidden)), QStringLiteral("records.odooDatabase"));
        QCOMPARE(databases(hidden.connection, hidden.client).error().code, ErrorCode::Unauthorised);
        OdooDouble::Setup several;
        several.otherDatabases = {QStringLiteral("old")};
        OdooClinic two(several);
        two.connection.database.clear();
        QCOMPARE(keyOf(loginTo(two)), QStringLiteral("records.odooDatabase"));
    }

    void whatIsRefusedIsTold()
    {
        OdooClinic clinic;
        const Connection good = clinic.connection;
        clinic.connection.database = QStringLiteral("nowhere");
        QCOMPARE(keyOf(loginTo(clinic)), QStringLiteral("records.odooDatabase"));
        clinic.connection = good;
        clinic.connection.secret = QStringLiteral("wrong");
        QCOMPARE(keyOf(loginTo(clinic)), QStringLiteral("records.odooLogin"));
        clinic.connection = good;
        clinic.connection.login = QStringLiteral("nobody");
        QCOMPARE(keyOf(loginTo(clinic)), QStringLiteral("records.odooLogin"));
        clinic.connection = good;
        clinic.odoo->removeKeys(clinic.user);
        QCOMPARE(keyOf(loginTo(clinic)), QStringLiteral("records.odooLogin"));
    }

    void json2SaysByAPageThatThereIsNoDatabase()
    {
        OdooDouble::Setup newest;
        newest.version = 19;
        OdooClinic clinic(newest);
        const Connection good = clinic.connection;
        clinic.connection.database = QStringLiteral("nowhere");
        QCOMPARE(keyOf(loginTo(clinic)), QStringLiteral("records.odooDatabase"));
        clinic.connection = good;
        clinic.connection.database.clear();
        clinic.connection.secret = QStringLiteral("password of the double");
        QCOMPARE(loginTo(clinic)->database, QStringLiteral("clinic"));
        OdooClinic older;
        older.connection.protocol = Protocol::Json2;
        QCOMPARE(keyOf(loginTo(older)), QStringLiteral("records.odooProtocol"));
    }

    void aDeletedUserIsAWrongLogin()
    {
        OdooClinic clinic;
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        Call call{QStringLiteral("res.partner"), QStringLiteral("search"), Json::array({Json::array()})};
        QVERIFY(clinic.wait(gateway.call(call)));
        clinic.odoo->removeUser(clinic.user);
        const auto stopped = clinic.wait(gateway.call(call));
        QCOMPARE(stopped.error().code, ErrorCode::Unauthorised);
    }

    void aRefusedLoginIsNotRepeated()
    {
        OdooClinic clinic;
        clinic.connection.secret = QStringLiteral("wrong");
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        Call call{QStringLiteral("res.partner"), QStringLiteral("search"), Json::array({Json::array()})};
        QCOMPARE(clinic.wait(gateway.call(call)).error().code, ErrorCode::Unauthorised);
        QCOMPARE(clinic.clock.now(), tests::odooNow);
    }

    void anArchivedUserIsStoppedAndMayComeBack()
    {
        OdooClinic clinic;
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        Call call{QStringLiteral("res.partner"), QStringLiteral("search"), Json::array({Json::array()})};
        QVERIFY(clinic.wait(gateway.call(call)));
        clinic.odoo->archiveUser(clinic.user);
        const auto stopped = clinic.wait(gateway.call(call));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Unauthorised);
        QCOMPARE(clinic.wait(gateway.session()).error().code, ErrorCode::Unauthorised);
    }

    void theServersClockIsLookedAt()
    {
        OdooClinic clinic;
        base::VirtualClock late(tests::odooNow - std::chrono::minutes(7));
        const auto server = findServer(clinic.connection, clinic.client, late);
        QVERIFY(server);
        QCOMPARE(server->clockAhead, base::Duration(std::chrono::minutes(7)));
    }

    void versionsAreReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("major");
        QTest::addColumn<int>("minor");
        QTest::addColumn<bool>("isEnterprise");
        QTest::newRow("community") << QByteArray(
                                          R"({"server_version":"17.0","server_version_info":[17,0,0,"final",0,""]})")
                                   << 17 << 0 << false;
        QTest::newRow("enterprise")
            << QByteArray(R"({"server_version":"16.0+e","server_version_info":[16,0,0,"final",0,"e"]})") << 16 << 0
            << true;
        QTest::newRow("hosted")
            << QByteArray(R"({"server_version":"saas~17.4+e","server_version_info":["saas~17",4,0,"final",0,"e"]})")
            << 17 << 4 << true;
        QTest::newRow("page") << QByteArray(R"({"version":"19.0","version_info":[19,0,0,"final",0,""]})") << 19 << 0
                              << false;
        QTest::newRow("something else") << QByteArray(R"({"version":"2.1"})") << -1 << 0 << false;
        QTest::newRow("text") << QByteArray(R"("17.0")") << -1 << 0 << false;
    }

    void versionsAreReadInEveryForm()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, major);
        QFETCH(int, minor);
        QFETCH(bool, isEnterprise);
        const auto server = readVersion(base::parseJson(answer).value());
        QCOMPARE(server ? server->major : -1, major);
        if (server) {
            QCOMPARE(server->minor, minor);
            QCOMPARE(server->isEnterprise, isEnterprise);
        }
    }

    void keysAreKnownByTheirForm()
    {
        QVERIFY(looksLikeKey(QString(40, QLatin1Char('a'))));
        QVERIFY(!looksLikeKey(QString(39, QLatin1Char('a'))));
        QVERIFY(!looksLikeKey(QStringLiteral("a password")));
    }
};

QTEST_GUILESS_MAIN(TestOdooLogin)
#include "test_odoologin.moc"
