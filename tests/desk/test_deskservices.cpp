// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localsignin.h"
#include "desk/rutisdesk.h"
#include "desk/signeddesk.h"
#include "desk/templateroom.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "ui/fakeserviceroom.h"

using namespace delpek;
using desk::SignedDesk;
using domain::Role;
using test::must;
using test::Session;

/// Who may read and change services, agents and templates at a desk, and what of it stands in the audit log.
class TestDeskServices : public QObject, private test::RutisDesk
{
    Q_OBJECT

    domain::StaffId hire(const QString& name, Role role)
    {
        domain::StaffMember member;
        member.name = name;
        member.role = role;
        return m_store->write([&](Session& session) {
            store::Staff staff(session);
            return staff.add(member).and_then(
                [&](domain::StaffId added) { return staff.setPin(added, m_hash).map([&](Done) { return added; }); });
        });
    }

    void enter(Role role)
    {
        // Nobody is asked for a PIN where no administrator has one.
        hire(QStringLiteral("Ronit"), Role::Admin);
        const auto id = hire(QStringLiteral("Dana"), role);
        m_store->write([](Session& session) {
            return desk::setSignInRules(session, {true, std::chrono::minutes(10)});
        });
        QVERIFY(QTest::qWaitFor([&] { return m_signIn->state().entry == desk::Entry::SignedOut; }));
        must(m_signIn->signIn(id, QStringLiteral("274851")).result());
    }

    /// The whole log as text.
    QString audit()
    {
        m_store->write([](Session&) { return Result<Done>(Done{}); });
        QStringList lines;
        for (const auto& entry :
             m_store->read([](Session& session) { return store::AuditLog(session).after(0, 200); })) {
            lines << QStringList{entry.actor, entry.action, entry.subject, entry.detail}.join(QLatin1Char(' '));
        }
        return lines.join(QLatin1Char('\n'));
    }

    template <typename T>
    static ErrorCode codeOf(const Result<T>& result)
    {
        return result ? ErrorCode::Internal : result.error().code;
    }

    static desk::ServiceDraft parking()
    {
        desk::ServiceDraft draft;
        draft.id = QStringLiteral("parking");
        return draft;
    }

    /// The codes of every call that only reads, and of every one that changes something.
    std::vector<ErrorCode> codesOfReading(desk::Desk& desk)
    {
        return {codeOf(desk.serviceRoom().state().result()), codeOf(desk.serviceRoom().teams().result()),
                codeOf(desk.serviceRoom().tryOut(QStringLiteral("hello"), true).result()),
                codeOf(desk.templateRoom().all().result())};
    }
    std::vector<ErrorCode> codesOfChanging(desk::Desk& desk)
    {
        auto& room = desk.serviceRoom();
        return {codeOf(room.check(parking()).result()),
                codeOf(room.keep(parking(), QStringLiteral("1")).result()),
                codeOf(room.turn(QStringLiteral("parking"), false, QStringLiteral("1")).result()),
                codeOf(room.remove(QStringLiteral("parking"), QStringLiteral("1")).result()),
                codeOf(room.chooseFolder(QStringLiteral("/geheim")).result()),
                codeOf(room.chooseTeam(QStringLiteral("team")).result())};
    }
    std::vector<ErrorCode> codesOfAsking(desk::Desk& desk)
    {
        return {codeOf(desk.templateRoom().refresh().result()),
                codeOf(desk.templateRoom().handIn(QStringLiteral("payment_reminder"), QStringLiteral("he")).result())};
    }
    /// A template of the clinic's own, without a text.
    std::vector<ErrorCode> codesOfWriting(desk::Desk& desk)
    {
        auto& room = desk.templateRoom();
        domain::OwnTemplate own;
        own.name = QStringLiteral("parking");
        own.language = QStringLiteral("he");
        return {codeOf(room.check(own).result()), codeOf(room.keep(own).result()),
                codeOf(room.remove(own.name, own.language).result())};
    }
    bool changedNothing() const
    {
        return m_room.kept.empty() && m_room.turned.isEmpty() && m_room.removed.isEmpty() &&
               m_room.team.chosen == QLatin1String("alex");
    }

    const QString m_hash = must(secrets::hashPin(QStringLiteral("274851")));
    test::FakeServiceRoom m_room;
    std::unique_ptr<desk::LocalSignIn> m_signIn;
    std::unique_ptr<desk::StaffDesks> m_desks;
    std::unique_ptr<SignedDesk> m_signed;

private Q_SLOTS:
    void init()
    {
        m_room = test::FakeServiceRoom();
        open();
        desk::Means means;
        means.services = &m_room;
        m_signIn = must(desk::LocalSignIn::open(**m_store, *m_clock, QStringLiteral("Front desk")));
        m_desks = std::make_unique<desk::StaffDesks>(**m_store, *m_records, *m_clock, QStringLiteral("IL"), means);
        m_signed = std::make_unique<SignedDesk>(**m_store, *m_clock, *m_signIn, *m_desks,
                                                m_desks->of(QStringLiteral("Front desk")));
    }
    void cleanup()
    {
        m_signed.reset();
        m_desks.reset();
        m_signIn.reset();
        close();
    }

    void whereThereAreNoneEveryCallSaysSo()
    {
        QCOMPARE(m_desk->serviceRoom().state().result().error().key, QStringLiteral("service.none"));
        for (const auto code : codesOfChanging(*m_desk)) {
            QVERIFY(code == ErrorCode::Unsupported);
        }
        QCOMPARE(m_desk->templateRoom().refresh().result().error().key, QStringLiteral("template.none"));
    }

    void everybodyReadsAndWhoManagesTheClinicChanges_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("changes");
        QTest::newRow("admin") << int(Role::Admin) << true;
        QTest::newRow("receptionist") << int(Role::Receptionist) << false;
        QTest::newRow("doctor") << int(Role::Doctor) << false;
        QTest::newRow("auditor") << int(Role::Auditor) << false;
    }
    void everybodyReadsAndWhoManagesTheClinicChanges()
    {
        QFETCH(int, role);
        QFETCH(bool, changes);
        enter(Role(role));
        for (const auto code : codesOfReading(*m_signed)) {
            QVERIFY(code == ErrorCode::Internal);
        }
        for (const auto code : codesOfChanging(*m_signed)) {
            QVERIFY(code == (changes ? ErrorCode::Internal : ErrorCode::Forbidden));
        }
        // There is no provider here.
        for (const auto code : codesOfAsking(*m_signed)) {
            QVERIFY(code == (changes ? ErrorCode::Unsupported : ErrorCode::Forbidden));
        }
        const std::vector written{ErrorCode::Internal, ErrorCode::InvalidInput, ErrorCode::NotFound};
        QCOMPARE(codesOfWriting(*m_signed), changes ? written : std::vector(3, ErrorCode::Forbidden));
        QCOMPARE(changedNothing(), !changes);
        QCOMPARE(audit().contains(QStringLiteral("service.")), changes);
        QCOMPARE(audit().contains(QStringLiteral("template.")), changes);
    }

    void nobodyChangesAnythingAtALockedDesk()
    {
        enter(Role::Admin);
        m_signIn->lock();
        for (const auto& codes : {codesOfChanging(*m_signed), codesOfAsking(*m_signed), codesOfWriting(*m_signed)}) {
            for (const auto code : codes) {
                QVERIFY(code == ErrorCode::Unauthorised);
            }
        }
        QVERIFY(changedNothing());
    }

    void theLogHasWhatWasDoneAndNoTexts()
    {
        enter(Role::Admin);
        auto draft = parking();
        draft.answer.english = desk::ServiceForms::same(QStringLiteral("geheim"));
        must(m_signed->serviceRoom().keep(draft, {}).result());
        codesOfChanging(*m_signed);
        codesOfAsking(*m_signed);
        codesOfWriting(*m_signed);
        const QString log = audit();
        for (const char* line :
             {"Dana service.keep service:parking", "Dana service.off service:parking",
              "Dana service.remove service:parking", "Dana service.folder services", "Dana service.team services team",
              "Dana template.refresh templates", "Dana template.handIn template:payment_reminder he",
              "Dana template.keep template:parking he", "Dana template.remove template:parking he"}) {
            QVERIFY2(log.contains(QLatin1String(line)), line);
        }
        QVERIFY(!log.contains(QStringLiteral("geheim")));
    }

    void whatIsNoNameIsNeitherDoneNorNoted()
    {
        enter(Role::Admin);
        auto draft = parking();
        draft.id = QStringLiteral("../geheim");
        QVERIFY(codeOf(m_signed->serviceRoom().keep(draft, {}).result()) == ErrorCode::InvalidInput);
        QVERIFY(codeOf(m_signed->serviceRoom().turn(draft.id, false, {}).result()) == ErrorCode::InvalidInput);
        QVERIFY(codeOf(m_signed->serviceRoom().remove(draft.id, {}).result()) == ErrorCode::InvalidInput);
        QVERIFY(codeOf(m_signed->serviceRoom().chooseTeam(draft.id).result()) == ErrorCode::InvalidInput);
        QVERIFY(codeOf(m_signed->templateRoom().handIn(draft.id, QStringLiteral("he")).result()) ==
                ErrorCode::NotFound);
        QVERIFY(changedNothing());
        QVERIFY(!audit().contains(QStringLiteral("geheim")));
    }
};

QTEST_MAIN(TestDeskServices)
#include "test_deskservices.moc"
