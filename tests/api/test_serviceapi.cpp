// SPDX-License-Identifier: GPL-3.0-or-later
#include "outsideclinic.h"

#include "agent/mind.h"
#include "agent/service/codes.h"
#include "api/services/serviceapi.h"
#include "clinic/clinicfile.h"
#include "support/paths.h"

#include <QFile>
#include <QTest>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using base::Json;
using domain::Role;

namespace
{

const QString childsCode = QStringLiteral("48291375");

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

http::Headers as(Role role, base::Instant from = noon)
{
    return {{"Authorization", "Bearer " + api::staff::issueToken(apiKey, {u("Ruti"), role, from, from + 8h})}};
}

const agent::Mind& mind()
{
    static const agent::Mind loaded = must(agent::Mind::load(u(":/delpek"), u("alex")));
    return loaded;
}

/// The demo clinic, and the API in front of it.
class Bench
{
public:
    Bench()
        : book(clinic.store(), clinic.clock())
        , codes(clinic.store(), clinic.clock())
        , m_desks(clinic.store(), book, clinic.clock(), u("IL"), {})
        , m_turns({clinic.clock(),
                   book,
                   *mind().understander,
                   *mind().triage,
                   *mind().guard,
                   *mind().brain,
                   mind().team,
                   nullptr,
                   mind().roster.get(),
                   {},
                   {mind().services.get(), [this](const auto& tried) { return codes.check(tried); }}},
                  {})
        , m_api({clinic.store(),
                 clinic.clock(),
                 book,
                 m_desks,
                 *mind().services,
                 *mind().understander,
                 m_turns,
                 [] { return apiKey; },
                 {}})
        , m_routing(m_api.routes())
    {
        QFile file(sourcePath() + u("/resources/demo/clinic.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("the demo clinic is missing");
        }
        (void)must(base::await(book.import(must(clinic::parseClinicFile(file.readAll())))));
    }

    http::ServerResponse ask(const QByteArray& method, const QByteArray& path, const http::Headers& headers,
                             const Json& body = nullptr)
    {
        auto promise = std::make_shared<Promise<http::ServerResponse>>();
        const auto found = m_routing.find(method, path);
        (*found.handler)(
            {method, path, {}, headers, body.is_null() ? QByteArray() : base::toBytes(body), u("10.0.0.1"), {}},
            [promise](const http::ServerResponse& response) { promise->finish(response); });
        return must(base::await(promise->future()));
    }

    /// One message of a talk that a program leads; the first begins it.
    Json say(const char* text)
    {
        Json body{{"text", text}, {"language", "he"}};
        if (session > 0) {
            body["session"] = session;
        } else if (conversation.isValid()) {
            body["conversation"] = conversation.value;
        }
        const auto response = ask("POST", "/orchestrate", as(Role::Receptionist), body);
        if (response.status != 200) {
            throw std::runtime_error(response.body.toStdString());
        }
        const Json answer = jsonOf(response);
        session = base::integerAt(answer, "session").value_or(0);
        return answer;
    }
    QByteArray path(const char* more = "") const { return "/sessions/" + QByteArray::number(session) + more; }
    static QString firstOf(const Json& answer) { return base::textAt(base::at(answer, "replies").front(), "text"); }

    OutsideClinic clinic;
    clinic::BuiltinRecords book;
    agent::service::Codes codes;
    qint64 session = 0;
    domain::ConversationId conversation;

private:
    desk::StaffDesks m_desks;
    agent::TurnRunner m_turns;
    api::services::ServiceApi m_api;
    http::Routing m_routing;
};

} // namespace

/// Services from outside: who may do what, talks that a program leads, sessions and what they left behind.
class TestServiceApi : public QObject
{
    Q_OBJECT

    static void toTheForm(Bench& bench)
    {
        (void)must(bench.codes.issue(u("p9"), {u("יעל אזולאי"), u("Yael Azoulay")}, 24h, u("רותי"), childsCode));
        bench.say("יש לי קוד הורים");
        bench.say("יעל אזולאי");
        const Json told = bench.say("48291375");
        QVERIFY2(Bench::firstOf(told).contains(u("10:30")), qPrintable(Bench::firstOf(told)));
    }

private Q_SLOTS:
    void eachRoleDoesWhatItMay_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("auditor");
        QTest::addColumn<bool>("receptionist");
        QTest::newRow("services") << QByteArray("GET") << QByteArray("/admin/services") << false << false;
        QTest::newRow("session") << QByteArray("GET") << QByteArray("/sessions/1") << true << true;
        QTest::newRow("change") << QByteArray("PUT") << QByteArray("/sessions/1") << false << true;
        QTest::newRow("artifacts") << QByteArray("GET") << QByteArray("/sessions/1/artifacts") << true << true;
        QTest::newRow("talk") << QByteArray("POST") << QByteArray("/orchestrate") << false << true;
    }
    void eachRoleDoesWhatItMay()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(bool, auditor);
        QFETCH(bool, receptionist);
        Bench bench;
        QCOMPARE(bench.ask(method, path, {}).status, 401);
        QCOMPARE(bench.ask(method, path, {{"Authorization", "Bearer x"}}).status, 401);
        QCOMPARE(bench.ask(method, path, as(Role::Admin, noon - 9h)).status, 401);
        QCOMPARE(bench.ask(method, path, as(Role::Auditor)).status != 403, auditor);
        QCOMPARE(bench.ask(method, path, as(Role::Receptionist)).status != 403, receptionist);
        QVERIFY(bench.ask(method, path, as(Role::Admin)).status != 403);
    }

    void anAdminSeesTheServices()
    {
        Bench bench;
        const Json list = base::at(jsonOf(bench.ask("GET", "/admin/services", as(Role::Admin))), "services");
        QCOMPARE(list.size(), size_t(3));
        QCOMPARE(base::textAt(list[0], "id"), u("human_contact"));
        QVERIFY(base::boolAt(list[0], "open")); // Tuesday, 14:00
        QCOMPARE(base::textAt(list[2], "by"), u("form"));
        QCOMPARE(base::at(list[2], "fields").size(), size_t(4));
    }

    void aProgramLeadsATalk()
    {
        Bench bench;
        const Json told = bench.say("אפשר לקבל מידע על המרפאה?");
        QCOMPARE(base::textAt(told, "service"), u("information"));
        QCOMPARE(base::textAt(told, "ending"), u("answered"));
        QCOMPARE(base::textAt(told, "outcome"), u("replied"));
        QVERIFY(Bench::firstOf(told).contains(u("אבן גבירול")));
        // What is no service is for the agent, in the same talk.
        const Json price = bench.say("כמה עולה ביקורת?");
        QVERIFY(base::at(price, "service").is_null());
        QVERIFY2(Bench::firstOf(price).contains(u("220")), qPrintable(Bench::firstOf(price)));
    }

    void aFormLeavesItsArtifacts()
    {
        Bench bench;
        toTheForm(bench);
        for (const char* text : {"קבלה", "דילוג", "דילוג", "050-765-4321"}) {
            bench.say(text);
        }
        const Json done = bench.say("כן");
        QCOMPARE(base::textAt(done, "ending"), u("completed"));
        QCOMPARE(base::textAt(done, "urgency"), u("ROUTINE"));
        QVERIFY(base::at(done, "escalation").is_null()); // nobody said with which conversation
        const Json list = base::at(jsonOf(bench.ask("GET", bench.path("/artifacts"), as(Role::Auditor))), "artifacts");
        QCOMPARE(list.size(), size_t(2));
        const Json form = *base::parseJson(base::textAt(list[0], "body").toUtf8());
        QCOMPARE(base::textAt(base::at(form, "values"), "document"), u("receipt"));
        QCOMPARE(base::textAt(base::at(form, "values"), "phone"), u("+972507654321"));
        QCOMPARE(base::textAt(list[1], "kind"), u("summary"));
        QVERIFY(bench.clinic.audit().contains(QStringLiteral("Ruti session.artifacts session:%1").arg(bench.session)));
    }

    void aSessionIsShownAndChanged()
    {
        Bench bench;
        toTheForm(bench);
        const Json shown = jsonOf(bench.ask("GET", bench.path(), as(Role::Auditor)));
        QCOMPARE(base::textAt(shown, "status"), u("open"));
        QCOMPARE(base::textAt(shown, "service"), u("parents"));
        QCOMPARE(base::textAt(base::at(shown, "form"), "role"), u("parent"));
        const auto put = [&](const Json& body) { return bench.ask("PUT", bench.path(), as(Role::Doctor), body); };
        const auto changed = put({{"values", {{"document", "קבלה"}, {"phone", "050-7654321"}}}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(base::textAt(base::at(base::at(jsonOf(changed), "form"), "values"), "document"), u("receipt"));
        QVERIFY(Bench::firstOf(bench.say("חזרה")).contains(u("איזה מסמך"))); // the talk goes on from there
        QCOMPARE(put({{"values", {{"document", "מכונית"}}}}).status, 422);
        QCOMPARE(put({{"values", {{"car", "קבלה"}}}}).status, 422);
        QCOMPARE(put(Json::object()).status, 422);
        const auto millis = [](base::Instant at) { return qint64(base::toMillis(at)); };
        QCOMPARE(put({{"expires", millis(noon - 1h)}}).status, 422);
        const auto later = put({{"expires", millis(noon + 5h)}});
        QCOMPARE(base::integerAt(jsonOf(later), "expires"), std::optional(millis(noon + 5h)));
        QCOMPARE(base::textAt(jsonOf(put({{"status", "ended"}})), "status"), u("ended"));
        QCOMPARE(put({{"expires", millis(noon + 6h)}}).status, 409);
        const auto over =
            bench.ask("POST", "/orchestrate", as(Role::Doctor), {{"text", "x"}, {"session", bench.session}});
        QCOMPARE(over.status, 409);
        QCOMPARE(bench.ask("GET", "/sessions/99", as(Role::Doctor)).status, 404);
        QCOMPARE(bench.ask("GET", "/sessions/99/artifacts", as(Role::Doctor)).status, 404);
        QCOMPARE(bench.ask("PUT", "/sessions/99", as(Role::Doctor), {{"status", "ended"}}).status, 404);
    }

    void aSessionEndsByItself()
    {
        Bench bench;
        toTheForm(bench);
        bench.clinic.clock().advance(61min);
        QCOMPARE(base::textAt(jsonOf(bench.ask("GET", bench.path(), as(Role::Doctor))), "status"), u("expired"));
        QCOMPARE(
            bench.ask("POST", "/orchestrate", as(Role::Doctor), {{"text", "x"}, {"session", bench.session}}).status,
            409);
    }

    void anEmergencyIsRaisedWithTheNamedConversation()
    {
        Bench bench;
        bench.conversation = bench.clinic.conversation(u("patient"));
        toTheForm(bench);
        const Json told = bench.say("הוא נפל עכשיו ולא נושם טוב");
        QCOMPARE(base::textAt(told, "outcome"), u("emergency"));
        QCOMPARE(base::textAt(told, "ending"), u("emergency"));
        QVERIFY(Bench::firstOf(told).contains(u("101")));
        const domain::EscalationId id{base::integerAt(told, "escalation").value_or(0)};
        QVERIFY(id.isValid());
        QCOMPARE(bench.clinic.card(id).escalation.urgency, domain::Urgency::Emergency);
        QVERIFY(base::at(bench.say("קבלה"), "replies").empty()); // nobody but a person answers now
    }

    /// Booking is for the desk and for conversations: nothing is changed from here.
    void nothingIsChangedInTheRecords()
    {
        Bench bench;
        const auto before = must(base::await(bench.book.allAppointments())).size();
        bench.say("אפשר תור לניקוי אבנית ביום חמישי בבוקר?");
        bench.say("1");
        bench.say("נועה לוי, 29.4.1991");
        bench.say("כן");
        QCOMPARE(must(base::await(bench.book.allAppointments())).size(), before);
    }

    void whatIsNoRequestIsRefused()
    {
        Bench bench;
        const auto post = [&](const Json& body) {
            return bench.ask("POST", "/orchestrate", as(Role::Doctor), body).status;
        };
        QCOMPARE(post(Json::object()), 422);
        QCOMPARE(post(Json::array()), 422);
        QCOMPARE(post({{"text", std::string(4001, 'x')}}), 422);
        QCOMPARE(post({{"text", "x"}, {"session", 99}}), 404);
    }
};

QTEST_GUILESS_MAIN(TestServiceApi)
#include "test_serviceapi.moc"
