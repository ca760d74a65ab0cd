// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/escalationlinks.h"
#include "store/escalations.h"
#include "store/staff.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using store::EscalationLink;
using store::EscalationLinks;
using store::LinkId;
using store::Session;

/// Private links to an escalation, and the devices they were opened on.
class TestEscalationLinks : public QObject
{
    Q_OBJECT

    Engines m_engines;

    static domain::EscalationId escalation(TestStore& store)
    {
        const auto conversation = store.conversation().id;
        return store.write([=](Session& session) {
            domain::Escalation escalation;
            escalation.conversation = conversation;
            escalation.urgency = domain::Urgency::Emergency;
            escalation.reason = QStringLiteral("triage.breathing");
            escalation.openedAt = noon;
            return store::Escalations(session).open(escalation);
        });
    }
    static domain::StaffId doctor(TestStore& store, const QString& name)
    {
        return store.write([=](Session& session) -> Result<domain::StaffId> {
            const auto known = store::Staff(session).byName(name);
            if (!known || *known) {
                return known.map([](const auto& member) { return member->id; });
            }
            domain::StaffMember member;
            member.name = name;
            member.role = domain::Role::Doctor;
            return store::Staff(session).add(member);
        });
    }
    static LinkId add(TestStore& store, domain::EscalationId escalation, const QString& hash,
                      const QString& name = QStringLiteral("ד״ר לוי"))
    {
        const auto staff = doctor(store, name);
        return store.write([=](Session& session) {
            EscalationLink link;
            link.escalation = escalation;
            link.staff = staff;
            link.staffName = name;
            link.madeAt = noon;
            link.expiresAt = noon + 24h;
            return EscalationLinks(session).add(link, hash);
        });
    }
    static EscalationLink load(TestStore& store, const QString& hash)
    {
        return store.read([=](Session& session) { return EscalationLinks(session).findByToken(hash); })
            .value_or(EscalationLink{});
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void aLinkIsFoundByItsHashOnly()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto one = escalation(store);
        const auto id = add(store, one, QStringLiteral("h1"));
        const auto link = load(store, QStringLiteral("h1"));
        QCOMPARE(link.id, id);
        QCOMPARE(link.escalation, one);
        QCOMPARE(link.staff, doctor(store, QStringLiteral("ד״ר לוי")));
        QCOMPARE(link.staffName, QStringLiteral("ד״ר לוי"));
        QVERIFY(link.isGoodAt(noon + 24h - 1ms));
        QVERIFY(!link.isGoodAt(noon + 24h));
        QVERIFY(!load(store, QStringLiteral("h2")).id.isValid());
        const auto twice = store
                               ->write([&](Session& session) {
                                   EscalationLink again = link;
                                   return EscalationLinks(session).add(again, QStringLiteral("h1"));
                               })
                               .result();
        QVERIFY(!twice);
    }

    void noLinkWithoutItsEscalation()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto staff = doctor(store, QStringLiteral("ד״ר לוי"));
        const auto tried = store
                               ->write([=](Session& session) {
                                   EscalationLink link;
                                   link.escalation = {99};
                                   link.staff = staff;
                                   return EscalationLinks(session).add(link, QStringLiteral("h"));
                               })
                               .result();
        QVERIFY(!tried);
        QCOMPARE(tried.error().code, ErrorCode::NotFound);
    }

    void revokedOnce()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto id = add(store, escalation(store), QStringLiteral("h"));
        const auto revoke = [&](const char* reason, base::Instant at) {
            return store.write(
                [=](Session& session) { return EscalationLinks(session).revoke(id, QString::fromLatin1(reason), at); });
        };
        QVERIFY(revoke("link.pins", noon + 1min));
        QVERIFY(!revoke("link.byHand", noon + 2min));
        const auto link = load(store, QStringLiteral("h"));
        QVERIFY(!link.isGoodAt(noon + 3min));
        QCOMPARE(link.revokedFor, QStringLiteral("link.pins"));
    }

    void devicesBelongToOneLink()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto one = escalation(store);
        const auto first = add(store, one, QStringLiteral("h1"));
        const auto second = add(store, one, QStringLiteral("h2"));
        const auto wrong = [&] {
            return store.write([=](Session& session) { return EscalationLinks(session).noteWrongPin(first); });
        };
        QCOMPARE(wrong(), 1);
        QCOMPARE(wrong(), 2);
        store.write([=](Session& session) {
            return EscalationLinks(session).admitDevice(first, QStringLiteral("d"), noon + 1min);
        });
        const auto knows = [&](LinkId link, const char* device) {
            return store.read([=](Session& session) {
                return EscalationLinks(session).knowsDevice(link, QString::fromLatin1(device));
            });
        };
        QVERIFY(knows(first, "d"));
        QVERIFY(!knows(first, "e"));
        QVERIFY(!knows(second, "d"));
        const auto link = load(store, QStringLiteral("h1"));
        QCOMPARE(link.wrongPins, 0);
        QCOMPARE(link.openedAt, std::optional(noon + 1min));
    }

    /// Each doctor is announced once, however many links led there.
    void joinedOnceForEachDoctor()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const auto one = escalation(store);
        add(store, one, QStringLiteral("h1"));
        add(store, one, QStringLiteral("h2"));
        add(store, one, QStringLiteral("h3"), QStringLiteral("ד״ר כהן"));
        const auto join = [&](const char* hash) {
            const auto link = load(store, QString::fromLatin1(hash));
            return store.write([=](Session& session) { return EscalationLinks(session).noteJoined(link, noon); });
        };
        QVERIFY(join("h1"));
        QVERIFY(!join("h1"));
        QVERIFY(!join("h2"));
        QVERIFY(join("h3"));
    }
};

QTEST_GUILESS_MAIN(TestEscalationLinks)
#include "test_escalationlinks.moc"
