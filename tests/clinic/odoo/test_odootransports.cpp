// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoofixture.h"

#include "clinic/odoo/protocol.h"
#include "clinic/odoo/wire.h"
#include "support/paths.h"

using namespace delpek;
using namespace delpek::clinic::odoo;
using base::at;
using base::Json;
using simulation::OdooDouble;
using simulation::OdooFault;
using simulation::OdooWire;
using tests::OdooClinic;

namespace
{

const auto partner = QStringLiteral("res.partner");
const auto eventModel = QStringLiteral("calendar.event");

const QString goldenFile = test::sourcePath("tests/data/odoo/requests.txt");

Call reading()
{
    return {partner, QStringLiteral("search_read"),
            Json::array({Json::array({{"ref", "=", "p1"}}), {"name", "phone"}})};
}

Call creating(const char* name = "New")
{
    Call call{partner, QStringLiteral("create"), Json::array({Json{{"name", name}, {"phone", "050-223-4567"}}})};
    call.changes = true;
    return call;
}

OdooDouble::Setup setupFor(Protocol protocol)
{
    OdooDouble::Setup setup;
    setup.version = protocol == Protocol::Json2 ? 19 : 17;
    setup.hasJsonRpc = protocol != Protocol::XmlRpc;
    return setup;
}

/// As it goes over the line, with the host and the secret written as words.
QByteArray written(const Connection& connection, Protocol protocol, const Call& call)
{
    const auto request = requestFor(connection, protocol, 7, call);
    if (!request) {
        return "refused: " + base::describe(request.error()).toUtf8() + "\n\n";
    }
    QByteArray text = request->method + ' ' + request->url.path().toUtf8() + '\n';
    for (const auto& [name, value] : request->headers) {
        text += name + ": " + value + '\n';
    }
    return text + request->body.trimmed() + "\n\n";
}

} // namespace

Q_DECLARE_METATYPE(delpek::clinic::odoo::Protocol)
Q_DECLARE_METATYPE(delpek::simulation::OdooFault::Kind)

/// Each protocol against the double: the same calls, the same answers, and the same word on what may have happened.
class TestOdooTransports : public QObject
{
    Q_OBJECT

    static void addProtocols()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::newRow("JSON-RPC") << Protocol::JsonRpc;
        QTest::newRow("XML-RPC") << Protocol::XmlRpc;
        QTest::newRow("JSON-2") << Protocol::Json2;
    }

private Q_SLOTS:
    void theBestProtocolIsTaken_data() { addProtocols(); }
    void theBestProtocolIsTaken()
    {
        QFETCH(Protocol, protocol);
        OdooClinic clinic(setupFor(protocol));
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        const auto session = clinic.wait(gateway.session());
        QVERIFY2(session, session ? "" : qPrintable(base::describe(session.error())));
        QCOMPARE(session->server.protocol, protocol);
        QCOMPARE(session->user, clinic.user);
        QCOMPARE(session->zone, QStringLiteral("Asia/Jerusalem"));
        QCOMPARE(session->company, 1);
    }

    void callsGiveTheSameOnEach_data() { addProtocols(); }
    void callsGiveTheSameOnEach()
    {
        QFETCH(Protocol, protocol);
        OdooClinic clinic(setupFor(protocol));
        clinic.loadDemo();
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        const auto rows = clinic.wait(gateway.call(reading()));
        QVERIFY2(rows, rows ? "" : qPrintable(base::describe(rows.error())));
        QCOMPARE(rows->size(), std::size_t(1));
        COMPARE_JSON(at(rows->front(), "name"), Json("נועה שרעבי"));
        // One record gives one id, many give a list.
        const auto id = clinic.wait(gateway.call(creating()));
        QVERIFY(id && id->is_number_integer());
        Call both{partner, QStringLiteral("create"),
                  Json::array({Json::array({Json{{"name", "A"}}, Json{{"name", "B"}}})})};
        QCOMPARE(clinic.wait(gateway.call(both))->size(), std::size_t(2));
        // Quotes, brackets, emoji, control characters.
        const QString odd = QStringLiteral("ד\"ר <b>&\u202b 🙂 \u0001");
        Call write{partner, QStringLiteral("write"), Json::array({{*id}, {{"street", wire::fromText(odd)}}})};
        COMPARE_JSON(*clinic.wait(gateway.call(write)), Json(true));
        const Json record = clinic.odoo->record(partner, id->get<qint64>());
        QCOMPARE(wire::text(at(record, "street")), QString(odd).remove(QChar(1)));
        const auto requests = clinic.odoo->requests();
        QCOMPARE(requests.back().wire, protocol == Protocol::JsonRpc  ? OdooWire::JsonRpc
                                       : protocol == Protocol::XmlRpc ? OdooWire::XmlRpc
                                                                      : OdooWire::Json2);
        // The user's language and company go along.
        COMPARE_JSON(at(at(requests.back().kwargs, "context"), "allowed_company_ids"), Json::array({1}));
    }

    void nothingReturnedIsSuccess_data() { addProtocols(); }
    void nothingReturnedIsSuccess()
    {
        QFETCH(Protocol, protocol);
        OdooClinic clinic(setupFor(protocol));
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        const qint64 id = clinic.odoo->create(partner, {{"name", "Old"}});
        Call archive{partner, QStringLiteral("action_archive"), Json::array({{id}})};
        archive.changes = true;
        const auto done = clinic.wait(gateway.call(archive));
        QVERIFY2(done, done ? "" : qPrintable(base::describe(done.error())));
        QVERIFY(done->is_null());
        COMPARE_JSON(at(clinic.odoo->record(partner, id), "active"), Json(false));
        // Once: nothing was asked again.
        const auto requests = clinic.odoo->requests();
        QCOMPARE(std::count_if(requests.begin(), requests.end(),
                               [](const auto& one) { return one.method == QLatin1String("action_archive"); }),
                 1);
    }

    void refusalsAreTheSameOnEach_data() { addProtocols(); }
    void refusalsAreTheSameOnEach()
    {
        QFETCH(Protocol, protocol);
        OdooClinic clinic(setupFor(protocol));
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        QString said;
        const auto keyOf = [&](const char* model, const char* method, const Json& args) {
            Call call{QString::fromLatin1(model), QString::fromLatin1(method), args};
            call.onRefusal = [&](const QString& words) { said = words; };
            const auto result = clinic.wait(gateway.call(call));
            return result ? QStringLiteral("taken") : result.error().key;
        };
        QCOMPARE(keyOf("res.partner", "create", Json::array({Json::object()})), QStringLiteral("records.odooRule"));
        QCOMPARE(said, QStringLiteral("Contacts require a name"));
        QCOMPARE(keyOf("hr.employee", "write", Json::array({{1}, {{"name", "x"}}})),
                 QStringLiteral("records.odooRights"));
        QVERIFY(!said.contains(QLatin1String("Traceback")));
        QCOMPARE(keyOf("dental.beard", "search", Json::array({Json::array()})), QStringLiteral("records.odooMapping"));
        QCOMPARE(keyOf("res.partner", "shave", Json::array({{1}})), QStringLiteral("records.odooMapping"));
        QCOMPARE(keyOf("res.partner", "write", Json::array({{9999}, {{"name", "x"}}})),
                 QStringLiteral("records.odooGone"));
        QCOMPARE(keyOf("res.partner", "read", Json::array({{1}, {"beard"}})), QStringLiteral("records.odooMapping"));
        QVERIFY(!said.contains(QLatin1String("/srv/odoo")));
    }

    void whatMayHaveHappenedIsSaid_data()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::addColumn<OdooFault::Kind>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("happened");
        for (const auto& [name, protocol] :
             {std::pair("JSON-RPC", Protocol::JsonRpc), std::pair("XML-RPC", Protocol::XmlRpc),
              std::pair("JSON-2", Protocol::Json2)}) {
            const auto row = [&](const char* what, OdooFault::Kind kind, ErrorCode code, bool happened) {
                QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name), QLatin1String(what))))
                    << protocol << kind << code << happened;
            };
            row("silence before", OdooFault::Kind::DropBefore, ErrorCode::Timeout, false);
            row("silence after", OdooFault::Kind::DropAfter, ErrorCode::Timeout, true);
            row("cut", OdooFault::Kind::CutAfter, ErrorCode::Timeout, true);
            row("a proxy's page before", OdooFault::Kind::Page, ErrorCode::Timeout, false);
            row("a proxy's page after", OdooFault::Kind::PageAfter, ErrorCode::Timeout, true);
            row("PostgreSQL away", OdooFault::Kind::NoDatabase, ErrorCode::Unavailable, false);
        }
    }

    void whatMayHaveHappenedIsSaid()
    {
        QFETCH(Protocol, protocol);
        QFETCH(OdooFault::Kind, kind);
        QFETCH(ErrorCode, code);
        QFETCH(bool, happened);
        OdooClinic clinic(setupFor(protocol));
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        QVERIFY(clinic.wait(gateway.session()));
        clinic.odoo->failNext(1, {kind, 502, {}, {}, QStringLiteral("create")});
        const auto result = clinic.wait(gateway.call(creating("Perhaps")));
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
        // A change is never asked for again, so that it happened once at most.
        QCOMPARE(clinic.odoo->search(partner, Json::array({Json::array({"name", "=", "Perhaps"})})).size(),
                 std::size_t(happened ? 1 : 0));
    }

    void aLostRaceIsTriedAgain_data() { addProtocols(); }
    void aLostRaceIsTriedAgain()
    {
        QFETCH(Protocol, protocol);
        OdooClinic clinic(setupFor(protocol));
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        clinic.odoo->failNext(2, {OdooFault::Kind::Serialisation, 0, {}, {}, QStringLiteral("create")});
        QVERIFY(clinic.wait(gateway.call(creating("Racer"))));
        clinic.odoo->failNext(3, {OdooFault::Kind::Serialisation, 0, {}, {}, QStringLiteral("create")});
        const auto lost = clinic.wait(gateway.call(creating("Racer")));
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::Unavailable);
        QCOMPARE(lost.error().key, QStringLiteral("records.odooBusy"));
        QCOMPARE(clinic.odoo->search(partner, Json::array({Json::array({"name", "=", "Racer"})})).size(),
                 std::size_t(1));
        QVERIFY(clinic.clock.now() > tests::odooNow); // it waited in between
    }

    void aReadIsAskedAgain()
    {
        OdooClinic clinic;
        clinic.loadDemo();
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        clinic.odoo->failNext(1, {OdooFault::Kind::Page, 502, {}, {}, QStringLiteral("search_read")});
        QVERIFY(clinic.wait(gateway.call(reading())));
        clinic.odoo->failNext(2, {OdooFault::Kind::Page, 502, {}, {}, QStringLiteral("search_read")});
        QCOMPARE(clinic.wait(gateway.call(reading())).error().code, ErrorCode::Timeout);
    }

    void anOdooThatIsAwayHadNoEffect()
    {
        OdooClinic clinic;
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        QVERIFY(clinic.wait(gateway.session()));
        QVERIFY(clinic.odoo->setRunning(false));
        QTest::qWait(100); // until the client knows that its connection is gone
        const auto away = clinic.wait(gateway.call(creating()));
        QVERIFY(!away);
        QCOMPARE(away.error().code, ErrorCode::Unavailable);
        QCOMPARE(away.error().key, QStringLiteral("records.odooUnreachable"));
        QVERIFY(clinic.odoo->setRunning(true));
        QVERIFY(clinic.wait(gateway.call(creating())));
    }

    void anAnswerThatIsTooLongIsNotTaken()
    {
        OdooClinic clinic;
        clinic.loadDemo();
        clinic.connection.largestAnswer = 1000;
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        Call all{partner, QStringLiteral("search_read"), Json::array({Json::array(), {"name", "phone", "comment"}})};
        const auto result = clinic.wait(gateway.call(all));
        QVERIFY(!result);
        QCOMPARE(result.error().key, QStringLiteral("records.odooUnreadable"));
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    }

    void changesGoOneByOne()
    {
        OdooClinic clinic;
        clinic.connection.changePatience = std::chrono::seconds(20);
        Gateway gateway(clinic.connection, clinic.client, clinic.clock);
        QVERIFY(clinic.wait(gateway.session()));
        clinic.odoo->failNext(1, {OdooFault::Kind::Slow, 0, std::chrono::hours(1), {}, QStringLiteral("create")});
        const auto first = gateway.call(creating("First"));
        const auto second = gateway.call(creating("Second"));
        const auto read = gateway.call(reading());
        // The clock stands: the first one is not answered, a read passes, the second change waits.
        while (!read.isFinished()) {
            QTest::qWait(2);
        }
        QVERIFY(!first.isFinished());
        QVERIFY(clinic.odoo->search(partner, Json::array({Json::array({"name", "=", "Second"})})).empty());
        QVERIFY(clinic.wait(first));
        QVERIFY(clinic.wait(second));
    }

    void whatWaitsEndsWithTheGateway()
    {
        OdooClinic clinic;
        auto gateway = std::make_unique<Gateway>(clinic.connection, clinic.client, clinic.clock);
        QVERIFY(clinic.wait(gateway->session()));
        clinic.odoo->failNext(1, {OdooFault::Kind::DropBefore, 0, {}, {}, QStringLiteral("create")});
        const auto running = gateway->call(creating("First"));
        const auto waiting = gateway->call(creating("Second"));
        gateway.reset();
        QCOMPARE(clinic.wait(waiting).error().code, ErrorCode::Cancelled);
        QCOMPARE(clinic.wait(running).error().code, ErrorCode::Cancelled);
    }

    void requestsAreAsRecorded()
    {
        Connection connection;
        connection.url = QUrl(QStringLiteral("https://odoo.clinic.example/erp/"));
        connection.database = QStringLiteral("clinic");
        connection.secret = QStringLiteral("SECRET");
        Call nothing{eventModel,
                     QStringLiteral("write"),
                     Json::array({{12}, {{"active", false}, {"location", Json()}, {"duration", 0.75}}}),
                     {{"context", wire::quietContext()}}};
        Call note{partner,
                  QStringLiteral("message_post"),
                  Json::array({{7}}),
                  {{"body", "שלום <b>&</b>"}, {"subtype_xmlid", "mail.mt_note"}}};
        Call action{QStringLiteral("dental.appointment"), QStringLiteral("action_cancel"), Json::array({{3, 4}})};
        Call positional{QStringLiteral("dental.appointment"), QStringLiteral("move_to"), Json::array({{3}, "later"})};
        Call large{partner, QStringLiteral("write"), Json::array({{7}, {{"color", 5'000'000'000LL}}})};
        QByteArray text;
        for (const Protocol protocol : {Protocol::JsonRpc, Protocol::XmlRpc, Protocol::Json2}) {
            for (const Call& call : {reading(), creating(), nothing, note, action, positional, large}) {
                text += written(connection, protocol, call);
            }
        }
        QFile file(goldenFile);
        if (qEnvironmentVariableIsSet("DELPEK_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(file.readAll()));
    }

    void brokenXmlIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("page") << QByteArray("<html><body>no</body></html>");
        QTest::newRow("cut") << QByteArray("<methodResponse><params><param><value><int>1</int></value>");
        QTest::newRow("no number") << QByteArray(
            "<methodResponse><params><param><value><int>x</int></value></param></params></methodResponse>");
        QTest::newRow("no type") << QByteArray(
            "<methodResponse><params><param><value><thing>1</thing></value></param></params></methodResponse>");
        QTest::newRow("an entity") << QByteArray(
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><methodResponse><params><param><value>&b;</value>"
            "</param></params></methodResponse>");
        QByteArray deep = "<methodResponse><params><param>";
        for (int level = 0; level < 500; ++level) {
            deep += "<value><array><data>";
        }
        QTest::newRow("deep") << deep;
    }

    void brokenXmlIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        const auto answer = answerOf(Protocol::XmlRpc, {200, {}, body}, creating());
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.code, ErrorCode::Timeout);
    }
};

QTEST_GUILESS_MAIN(TestOdooTransports)
#include "test_odootransports.moc"
