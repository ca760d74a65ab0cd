// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "clinic/odoo/check.h"
#include "clinic/odoo/gateway.h"
#include "clinic/odoo/login.h"
#include "clinic/odoo/onceonly.h"
#include "clinic/odoo/wire.h"
#include "http/networkclient.h"

#include <QTest>
#include <QUuid>

using namespace delpek;
using namespace delpek::clinic::odoo;
using base::at;
using base::Json;

namespace
{

const auto partner = QStringLiteral("res.partner");

/// DELPEK_LIVE_ODOO_URL, _DATABASE, _LOGIN and _SECRET: a test database, and a user with Contact Creation.
Connection connectionOf(Protocol protocol)
{
    Connection connection;
    connection.url = QUrl(qEnvironmentVariable("DELPEK_LIVE_ODOO_URL"));
    connection.database = qEnvironmentVariable("DELPEK_LIVE_ODOO_DATABASE");
    connection.login = qEnvironmentVariable("DELPEK_LIVE_ODOO_LOGIN");
    connection.secret = qEnvironmentVariable("DELPEK_LIVE_ODOO_SECRET");
    connection.protocol = protocol;
    return connection;
}

} // namespace

Q_DECLARE_METATYPE(delpek::clinic::odoo::Protocol)

/// What the double promises, asked of a real Odoo. What is made is deleted again.
class LiveOdooTransport : public QObject
{
    Q_OBJECT

    base::SystemClock m_clock;
    http::NetworkClient m_client;

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariable("DELPEK_LIVE_ODOO_URL").isEmpty()) {
            QFAIL("set DELPEK_LIVE_ODOO_URL, _DATABASE, _LOGIN and _SECRET to a test database");
        }
    }

    void aContactGoesThereAndBack_data()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::newRow("JSON-RPC") << Protocol::JsonRpc;
        QTest::newRow("XML-RPC") << Protocol::XmlRpc;
        QTest::newRow("JSON-2") << Protocol::Json2;
    }

    void aContactGoesThereAndBack()
    {
        QFETCH(Protocol, protocol);
        if (protocol == Protocol::Json2 && !looksLikeKey(connectionOf(protocol).secret)) {
            QSKIP("JSON-2 takes a key alone");
        }
        Gateway gateway(connectionOf(protocol), m_client, m_clock);
        const auto session = base::await(gateway.session());
        if (!session && session.error().code == ErrorCode::Unsupported) {
            QSKIP("this server does not speak it");
        }
        QVERIFY2(session, session ? "" : qPrintable(base::describe(session.error())));
        const auto ask = [&](const char* method, const Json& args, bool changes) {
            Call call{partner, QString::fromLatin1(method), args};
            call.changes = changes;
            return base::await(gateway.call(call));
        };
        const std::string name = "Delpek " + QUuid::createUuid().toString().toStdString();
        const auto id = ask("create", Json::array({Json{{"name", name}, {"company_type", "person"}}}), true);
        QVERIFY2(id, id ? "" : qPrintable(base::describe(id.error())));
        QVERIFY(id->is_number_integer());
        const auto street = wire::fromText(QStringLiteral("ד\"ר <b> & 🙂"));
        const auto written = ask("write", Json::array({Json::array({*id}), Json{{"street", street}}}), true);
        const auto archived = ask("action_archive", Json::array({Json::array({*id})}), true);
        const auto rows = ask("read", Json::array({Json::array({*id}), {"name", "street", "country_id"}}), false);
        const auto refused = ask("write", Json::array({Json::array({*id}), Json{{"no_such_field", 1}}}), true);
        QVERIFY(ask("unlink", Json::array({Json::array({*id})}), true));
        QVERIFY(written);
        QVERIFY(archived && archived->is_null());
        QVERIFY(rows && rows->size() == 1);
        QCOMPARE(wire::text(at(rows->front(), "street")), wire::text(street));
        QVERIFY(at(rows->front(), "country_id") == Json(false));
        QVERIFY(!refused);
        QCOMPARE(refused.error().key, QStringLiteral("records.odooMapping"));
    }

    /// What is made once by its external id is left alone when it is loaded again.
    void aContactIsLoadedOnce()
    {
        Connection connection = connectionOf(Protocol::JsonRpc);
        connection.protocol.reset();
        Gateway gateway(connection, m_client, m_clock);
        const QString id = externalId(QStringLiteral("live"), QUuid::createUuid().toString());
        const auto load = [&](const char* name) {
            const Call create{partner, QStringLiteral("create"),
                              Json::array({Json{{"name", name}, {"company_type", "person"}}}),
                              Json{{"context", wire::quietContext()}}, true};
            const auto answer = base::await(gateway.call(*loadOnce(create, id, {})));
            return answer ? loadedId(*answer) : 0;
        };
        const qint64 first = load("Delpek live");
        const qint64 again = load("Delpek live, again");
        const auto rows = base::await(gateway.call(
            {partner, QStringLiteral("read"), Json::array({Json::array({first}), Json::array({"name"})})}));
        (void)base::await(gateway.call(
            {partner, QStringLiteral("unlink"), Json::array({Json::array({first})}), Json::object(), true}));
        QVERIFY(first != 0);
        QCOMPARE(again, first);
        QCOMPARE(wire::text(at(rows->front(), "name")), QStringLiteral("Delpek live"));
    }

    void theCheckComesToAnEnd()
    {
        CheckSetup setup;
        setup.connection = connectionOf(Protocol::JsonRpc);
        setup.connection.protocol.reset();
        for (const auto& finding : check(setup, m_client, m_clock)) {
            qInfo("%s: %s %s", qPrintable(finding.subject), qPrintable(finding.key), qPrintable(finding.detail));
            QVERIFY(finding.subject != QLatin1String("login") || finding.state == domain::FindingState::Good);
        }
    }
};

QTEST_GUILESS_MAIN(LiveOdooTransport)
#include "live_odootransport.moc"
