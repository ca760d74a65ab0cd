// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/parentcodes.h"
#include "store/servicesessions.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using store::ParentCode;
using store::ParentCodeId;
using store::ParentCodes;
using store::ServiceSession;
using store::ServiceSessionId;
using store::ServiceSessions;
using store::Session;

/// Sessions of services, what they leave behind, and the codes of parents.
class TestServiceSessions : public QObject
{
    Q_OBJECT

    Engines m_engines;

    static ServiceSession talk(const QString& reference, domain::ConversationId conversation = {})
    {
        return {{},   reference,    conversation, QStringLiteral("parents"), {{"stage", "name"}}, {},
                noon, noon + 30min, noon};
    }
    static ServiceSessionId save(TestStore& store, const ServiceSession& session)
    {
        return store.write([=](Session& writing) { return ServiceSessions(writing).save(session); });
    }
    static ServiceSession load(TestStore& store, ServiceSessionId id)
    {
        return store.read([=](Session& session) { return ServiceSessions(session).find(id); });
    }
    static ParentCodeId addCode(TestStore& store, const QString& patient, base::Instant until = noon + 24h)
    {
        return store.write([=](Session& session) {
            ParentCode code;
            code.patient = patient;
            code.name = {QStringLiteral("יעל אזולאי"), QStringLiteral("Yael Azoulay")};
            code.hash = QStringLiteral("hash of ") + patient;
            code.madeBy = QStringLiteral("רותי");
            code.madeAt = noon;
            code.expiresAt = until;
            return ParentCodes(session).add(code);
        });
    }
    static std::vector<ParentCode> good(TestStore& store, base::Instant now)
    {
        return store.read([=](Session& session) { return ParentCodes(session).goodAt(now); });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void theSameReferenceIsTheSameSession()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto conversation = store.conversation().id;
        auto session = talk(QStringLiteral("c1-m1"), conversation);
        const auto id = save(store, session);
        session.state = {{"stage", "code"}};
        session.expiresAt = noon + 10min; // sooner than before: the later one stays
        QCOMPARE(save(store, session), id);
        auto known = load(store, id);
        QCOMPARE(known.conversation, conversation);
        QCOMPARE(known.service, QStringLiteral("parents"));
        QCOMPARE(base::textAt(known.state, "stage"), QStringLiteral("code"));
        QCOMPARE(known.expiresAt, noon + 30min);
        QVERIFY(known.isOpenAt(noon + 30min - 1ms));
        QVERIFY(!known.isOpenAt(noon + 30min));
        session.ending = QStringLiteral("completed");
        save(store, session);
        QVERIFY(!load(store, id).isOpenAt(noon));
        QVERIFY(save(store, talk(QStringLiteral("api-1"))) != id);
    }

    void whatTheDeskClosedStaysClosed()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto id = save(store, talk(QStringLiteral("r")));
        store.write([=](Session& session) { return ServiceSessions(session).close(id, noon + 1min); });
        auto again = talk(QStringLiteral("r"));
        again.state = {{"stage", "code"}};
        QCOMPARE(save(store, again), id);
        QCOMPARE(load(store, id).ending, store::closedByDesk);
        QCOMPARE(base::textAt(load(store, id).state, "stage"), QStringLiteral("name"));
    }

    void theDeskSetsTheExpiry()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto id = save(store, talk(QStringLiteral("r")));
        store.write([=](Session& session) { return ServiceSessions(session).setExpiry(id, noon + 5min, noon); });
        QCOMPARE(load(store, id).expiresAt, noon + 5min);
        const auto missing =
            store->write([](Session& session) { return ServiceSessions(session).setExpiry({99}, noon, noon); })
                .result();
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    }

    void artifactsOfTheSameNameTakeTheirPlace()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto conversation = store.conversation().id;
        const auto id = save(store, talk(QStringLiteral("r"), conversation));
        const auto message = store.message(conversation, domain::AuthorKind::Patient, QStringLiteral("x"));
        const auto add = [&](const char* kind, const char* body, domain::MessageId of) {
            store.write([=](Session& session) {
                return ServiceSessions(session).addArtifact(
                    {0, id, QString::fromLatin1(kind), QStringLiteral("n"), QString::fromUtf8(body), of, noon});
            });
        };
        add("summary", "ראשון", {});
        add("file", "", message);
        add("summary", "שני", {});
        const auto all = store.read([=](Session& session) { return ServiceSessions(session).artifacts(id); });
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[0].body, QStringLiteral("שני"));
        QVERIFY(!all[0].message.isValid());
        QCOMPARE(all[1].message, message);
    }

    void aNewCodeTakesThePlaceOfTheOld()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto first = addCode(store, QStringLiteral("p9"));
        const auto second = addCode(store, QStringLiteral("p9"));
        const auto other = addCode(store, QStringLiteral("p8"), noon + 1h);
        auto codes = good(store, noon + 1min);
        QCOMPARE(codes.size(), size_t(2));
        QCOMPARE(codes[0].id, second);
        QCOMPARE(codes[0].name.he, QStringLiteral("יעל אזולאי"));
        QCOMPARE(codes[1].id, other);
        QCOMPARE(good(store, noon + 1h).size(), size_t(1));
        const auto all =
            store.read([](Session& session) { return ParentCodes(session).ofPatient(QStringLiteral("p9")); });
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[1].id, first);
        QVERIFY(all[1].revokedAt.has_value());
    }

    void aTryOfOneReferenceCountsOnce()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto id = addCode(store, QStringLiteral("p9"));
        const auto wrong = [&](const char* reference) {
            return store.write(
                [=](Session& session) { return ParentCodes(session).noteWrong(id, QString::fromLatin1(reference)); });
        };
        QCOMPARE(wrong("m1"), 1);
        QCOMPARE(wrong("m1"), 1);
        QCOMPARE(wrong("m2"), 2);
        store.write([=](Session& session) { return ParentCodes(session).noteRight(id); });
        QCOMPARE(wrong("m2"), 1);
        QVERIFY(store.write([=](Session& session) { return ParentCodes(session).revoke(id, noon); }));
        QVERIFY(!store.write([=](Session& session) { return ParentCodes(session).revoke(id, noon); }));
        QVERIFY(good(store, noon).empty());
    }
};

QTEST_GUILESS_MAIN(TestServiceSessions)
#include "test_servicesessions.moc"
