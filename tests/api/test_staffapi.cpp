// SPDX-License-Identifier: GPL-3.0-or-later
#include "outsideclinic.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::Role;

namespace
{

const QString noa = QStringLiteral("ד״ר נועה לוי");

http::Headers as(Role role, const QByteArray& key = apiKey)
{
    return {{"Authorization", "Bearer " + api::staff::issueToken(key, {noa, role, noon, noon + 8h})}};
}

QByteArray path(domain::EscalationId id, const char* act = "")
{
    return "/api/escalations/" + QByteArray::number(id.value) + act;
}

} // namespace

/// Escalations by the staff API: who may do what, and what comes of it.
class TestStaffApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAGoodTokenNothingIsTold_data()
    {
        QTest::addColumn<http::Headers>("headers");
        QTest::newRow("none") << http::Headers{};
        QTest::newRow("another scheme") << http::Headers{{"Authorization", "Basic YTpi"}};
        QTest::newRow("another key") << as(Role::Admin, QByteArray(32, 'x'));
        QTest::newRow("unsigned") << http::Headers{{"Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."}};
    }
    void withoutAGoodTokenNothingIsTold()
    {
        QFETCH(http::Headers, headers);
        OutsideClinic clinic;
        const auto id = clinic.raise(clinic.conversation(QStringLiteral("dana")));
        const QByteArray expected = textOf(clinic.get("/api/escalations"));
        for (const QByteArray& target : {QByteArray("/api/escalations"), path(id), path({999})}) {
            const auto refused = clinic.get(target, headers);
            QCOMPARE(refused.status, 401);
            QCOMPARE(textOf(refused), expected);
            QVERIFY(http::header(refused.headers, "WWW-Authenticate").startsWith("Bearer"));
        }
        for (const char* act : {"/links", "/acknowledge", "/reply", "/close"}) {
            QCOMPARE(clinic.post(path(id, act), headers, {{"text", "x"}}).status, 401);
        }
        QVERIFY(clinic.card(id).escalation.isOpen());
    }

    void tokensEnd()
    {
        OutsideClinic clinic;
        const auto headers = as(Role::Doctor);
        QCOMPARE(clinic.get("/api/escalations", headers).status, 200);
        clinic.clock().advance(8h);
        QCOMPARE(clinic.get("/api/escalations", headers).status, 401);
    }

    /// A key that is made while the program runs counts from then on.
    void theKeyMayComeLater()
    {
        OutsideClinic clinic;
        clinic.setKey(fail(ErrorCode::NotFound, QStringLiteral("none yet")));
        QCOMPARE(clinic.get("/api/escalations", as(Role::Doctor)).status, 401);
        clinic.setKey(apiKey);
        QCOMPARE(clinic.get("/api/escalations", as(Role::Doctor)).status, 200);
    }

    void rolesAreKept_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QList<int>>("statuses"); // show, raise, links, acknowledge, reply, close
        QTest::newRow("auditor") << Role::Auditor << QList<int>{200, 403, 403, 403, 403, 403};
        QTest::newRow("receptionist") << Role::Receptionist << QList<int>{200, 201, 201, 200, 403, 403};
        QTest::newRow("doctor") << Role::Doctor << QList<int>{200, 201, 201, 200, 200, 200};
        QTest::newRow("admin") << Role::Admin << QList<int>{200, 201, 201, 200, 200, 200};
    }
    void rolesAreKept()
    {
        QFETCH(Role, role);
        QFETCH(QList<int>, statuses);
        OutsideClinic clinic;
        const auto conversation = clinic.conversation(QStringLiteral("dana"));
        clinic.says(conversation, QStringLiteral("x"));
        const auto id = clinic.raise(conversation);
        const auto doctor = clinic.member(QStringLiteral("ד״ר כהן"));
        const auto headers = as(role);
        QList<int> given;
        given << clinic.get(path(id), headers).status;
        given << clinic
                     .post("/api/escalations", headers,
                           {{"conversation", conversation.value}, {"urgency", "EMERGENCY"}, {"reason", "x"}})
                     .status;
        given << clinic.post(path(id, "/links"), headers, {{"staff", doctor.value}}).status;
        given << clinic.post(path(id, "/acknowledge"), headers, base::Json::object()).status;
        given << clinic.post(path(id, "/reply"), headers, {{"text", "x"}}).status;
        given << clinic.post(path(id, "/close"), headers, {{"reason", "x"}}).status;
        QCOMPARE(given, statuses);
    }

    void raisedWithALink()
    {
        OutsideClinic clinic;
        const auto conversation = clinic.conversation(QStringLiteral("dana"));
        const auto doctor = clinic.member(QStringLiteral("ד״ר כהן"));
        base::Json body{{"conversation", conversation.value},
                        {"urgency", "DOCTOR_REQUIRED"},
                        {"reason", "שאלה על כדור"},
                        {"link", {{"staff", doctor.value}}}};
        const auto raised = clinic.post("/api/escalations", as(Role::Receptionist), body);
        QCOMPARE(raised.status, 201);
        const auto json = jsonOf(raised);
        QCOMPARE(base::textAt(json["escalation"], "urgency"), QStringLiteral("DOCTOR_REQUIRED"));
        const QString link = base::textAt(json, "link");
        QVERIFY(link.startsWith(QLatin1String("https://chat.clinic.example/doctor-chat/")));
        QCOMPARE(clinic.get(QUrl(link).path().toLatin1()).status, 200);
        // Without that colleague the escalation is there all the same, and the answer says what is missing.
        body["link"]["staff"] = 999;
        const auto without = jsonOf(clinic.post("/api/escalations", as(Role::Receptionist), body));
        QVERIFY(without["link"].is_null());
        QCOMPARE(base::textAt(without, "linkFault"), QStringLiteral("no-staff"));
    }

    void linksAreRevoked()
    {
        OutsideClinic clinic;
        const auto id = clinic.raise(clinic.conversation(QStringLiteral("dana")));
        const auto doctor = clinic.member(QStringLiteral("ד״ר כהן"));
        const QByteArray token = clinic.link(id, doctor);
        (void)clinic.link(id, doctor);
        const auto revoked = base::await(clinic.ask("DELETE", path(id, "/links"), as(Role::Receptionist)));
        QCOMPARE(base::integerAt(jsonOf(*revoked), "revoked"), std::optional<qint64>(2));
        QCOMPARE(clinic.get("/doctor-chat/" + token).status, 404);
        const auto again = base::await(clinic.ask("DELETE", path(id, "/links"), as(Role::Receptionist)));
        QCOMPARE(base::integerAt(jsonOf(*again), "revoked"), std::optional<qint64>(0));
    }

    void aReplyGoesOutUnderTheTokensName()
    {
        OutsideClinic clinic;
        const auto conversation = clinic.conversation(QStringLiteral("dana"));
        clinic.says(conversation, QStringLiteral("x"));
        const auto id = clinic.raise(conversation);
        const auto answered = jsonOf(clinic.post(path(id, "/reply"), as(Role::Doctor), {{"text", "יש להגיע מיד."}}));
        QCOMPARE(base::textAt(answered["escalation"], "state"), QStringLiteral("answered"));
        QCOMPARE(base::textAt(answered["escalation"], "answeredBy"), noa);
        const auto message = clinic.thread(conversation).back();
        QCOMPARE(message.author, domain::AuthorKind::Doctor);
        QCOMPARE(message.authorName, noa);
        const auto closed = jsonOf(clinic.post(path(id, "/close"), as(Role::Doctor), {{"reason", "הגיע"}}));
        QCOMPARE(base::textAt(closed["escalation"], "state"), QStringLiteral("closed"));
        QCOMPARE(clinic.post(path(id, "/reply"), as(Role::Doctor), {{"text", "x"}}).status, 409);
        const auto audit = clinic.audit();
        QCOMPARE(audit.filter(QStringLiteral("escalation.reply")).size(), 2);
        QCOMPARE(audit.filter(QStringLiteral("escalation.close")).size(), 1);
    }

    void aReplyNeedsConsent()
    {
        OutsideClinic clinic;
        const auto conversation = clinic.conversation(QStringLiteral("dana"));
        clinic.says(conversation, QStringLiteral("x"));
        const auto id = clinic.raise(conversation);
        must(base::await(clinic.desk().lowerEscalation(id, domain::Urgency::DoctorRequired, QStringLiteral("x"))));
        must(base::await(clinic.desk().noteConsent(conversation, false)));
        const auto before = clinic.thread(conversation).size();
        const auto refused = clinic.post(path(id, "/reply"), as(Role::Doctor), {{"text", "x"}});
        QCOMPARE(refused.status, 409);
        QCOMPARE(keyOf(refused), QStringLiteral("consent-refused"));
        const auto card = jsonOf(clinic.get(path(id), as(Role::Doctor)));
        QCOMPARE(base::textAt(card, "answerFault"), QStringLiteral("consent.answerRefused"));
        QCOMPARE(clinic.post(path(id, "/promise-call"), as(Role::Receptionist), base::Json::object()).status, 403);
        QCOMPARE(clinic.post(path(id, "/promise-call"), as(Role::Doctor), base::Json::object()).status, 200);
        QCOMPARE(clinic.post(path(id, "/promise-call"), as(Role::Doctor), base::Json::object()).status, 200);
        QCOMPARE(clinic.thread(conversation).size(), before + 1);
        QCOMPARE(clinic.audit().filter(QStringLiteral("escalation.promiseCall")).size(), 2);
    }

    void listsArePaged()
    {
        OutsideClinic clinic;
        QList<qint64> raised;
        for (int i = 0; i < 5; ++i) {
            raised << clinic.raise(clinic.conversation(QString::number(i))).value;
            clinic.clock().advance(1min);
        }
        const auto headers = as(Role::Auditor);
        QList<qint64> listed;
        QByteArray target = "/api/escalations?state=open&limit=2";
        int pages = 0;
        for (; pages < 9; ++pages) {
            const auto json = jsonOf(clinic.get(target, headers));
            for (const auto& one : json["escalations"]) {
                listed << one["id"].get<qint64>();
            }
            if (json["next"].is_null()) {
                break;
            }
            target = "/api/escalations?limit=2&after=" + QByteArray::number(json["next"].get<qint64>());
        }
        QCOMPARE(listed, raised);
        QCOMPARE(pages, 2);
        QVERIFY(jsonOf(clinic.get("/api/escalations?state=closed", headers))["escalations"].empty());
        QCOMPARE(clinic.get("/api/escalations?state=lost", headers).status, 422);
        QCOMPARE(clinic.get("/api/escalations?limit=0", headers).status, 422);
        QCOMPARE(clinic.get("/api/escalations?limit=501", headers).status, 422);
    }

    void whatIsNotThere()
    {
        OutsideClinic clinic;
        const auto headers = as(Role::Admin);
        for (const QByteArray& id : {QByteArray("999"), QByteArray("0"), QByteArray("x"), QByteArray("-1")}) {
            QCOMPARE(clinic.get("/api/escalations/" + id, headers).status, 404);
            QCOMPARE(clinic.post("/api/escalations/" + id + "/close", headers, {{"reason", "x"}}).status, 404);
        }
        QCOMPARE(
            clinic.post("/api/escalations", headers, {{"conversation", 999}, {"urgency", "EMERGENCY"}, {"reason", "x"}})
                .status,
            404);
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no reason") << QByteArray(R"({"conversation": 1, "urgency": "EMERGENCY", "reason": " "})");
        QTest::newRow("no such urgency") << QByteArray(R"({"conversation": 1, "urgency": "HIGH", "reason": "x"})");
    }
    void malformed()
    {
        QFETCH(QByteArray, body);
        OutsideClinic clinic;
        clinic.conversation(QStringLiteral("dana"));
        const auto refused = base::await(clinic.ask("POST", "/api/escalations", as(Role::Admin), body));
        QCOMPARE(refused->status, 422);
        QCOMPARE(keyOf(*refused), QStringLiteral("malformed"));
    }
};

QTEST_GUILESS_MAIN(TestStaffApi)
#include "test_staffapi.moc"
