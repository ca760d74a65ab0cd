// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localsignin.h"
#include "desk/rutisdesk.h"
#include "desk/setup.h"
#include "desk/signeddesk.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "ui/fakesetup.h"

using namespace delpek;
using desk::SignedDesk;
using domain::Role;
using test::must;
using test::Session;

namespace
{

const QString token = QStringLiteral("telegram.bot-token");
const QString geheim = QStringLiteral("12345:geheim");

} // namespace

/// Who may connect the clinic at a desk, and what of it stands in the audit log.
class TestDeskSetup : public QObject, private test::RutisDesk
{
    Q_OBJECT

    void openDesk()
    {
        desk::Means means;
        means.setup = &m_setup;
        m_signIn = must(desk::LocalSignIn::open(**m_store, *m_clock, QStringLiteral("Front desk")));
        m_desks = std::make_unique<desk::StaffDesks>(**m_store, *m_records, *m_clock, QStringLiteral("IL"), means);
        m_signed = std::make_unique<SignedDesk>(**m_store, *m_clock, *m_signIn, *m_desks,
                                                m_desks->of(QStringLiteral("Front desk")));
    }

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

    /// The codes of every call, in their order.
    std::vector<ErrorCode> codesOfAll(desk::Setup& setup)
    {
        const auto code = [](const auto& result) { return result ? ErrorCode::Internal : result.error().code; };
        return {code(setup.state().result()),
                code(setup.keep({{QStringLiteral("telegram.enabled"), QStringLiteral("true")}}).result()),
                code(setup.secret(token).result()),
                code(setup.keepSecret(token, geheim).result()),
                code(setup.forgetSecret(token).result()),
                code(setup.check(QStringLiteral("telegram")).result())};
    }

    const QString m_hash = must(secrets::hashPin(QStringLiteral("274851")));
    test::FakeSetup m_setup;
    std::unique_ptr<desk::LocalSignIn> m_signIn;
    std::unique_ptr<desk::StaffDesks> m_desks;
    std::unique_ptr<SignedDesk> m_signed;

private Q_SLOTS:
    void init()
    {
        m_setup = test::FakeSetup();
        open();
        openDesk();
    }
    void cleanup()
    {
        m_signed.reset();
        m_desks.reset();
        m_signIn.reset();
        close();
    }

    void whereNothingIsSetUpEveryCallSaysSo()
    {
        for (const auto code : codesOfAll(m_desk->setup())) {
            QVERIFY(code == ErrorCode::Unsupported);
        }
        QCOMPARE(m_desk->setup().state().result().error().key, QStringLiteral("setup.none"));
        m_desk->setup().stopCheck();
    }

    void onlyWhoManagesTheClinicMay_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("may");
        QTest::newRow("admin") << int(Role::Admin) << true;
        QTest::newRow("receptionist") << int(Role::Receptionist) << false;
        QTest::newRow("doctor") << int(Role::Doctor) << false;
        QTest::newRow("auditor") << int(Role::Auditor) << false;
    }
    void onlyWhoManagesTheClinicMay()
    {
        QFETCH(int, role);
        QFETCH(bool, may);
        enter(Role(role));
        for (const auto code : codesOfAll(m_signed->setup())) {
            QVERIFY(code == (may ? ErrorCode::Internal : ErrorCode::Forbidden));
        }
        QCOMPARE(m_setup.kept.empty(), !may);
        QCOMPARE(m_setup.typed.empty(), !may);
        QCOMPARE(m_setup.checked.isEmpty(), !may);
        QCOMPARE(audit().contains(QStringLiteral("setup.")), may);
        m_signIn->lock();
        for (const auto code : codesOfAll(m_signed->setup())) {
            QVERIFY(code == ErrorCode::Unauthorised);
        }
    }

    void theLogHasNamesAndNoValues()
    {
        auto& setup = m_signed->setup();
        must(setup.keepSecret(token, geheim).result());
        must(setup
                 .keep({{QStringLiteral("odoo.url"), QStringLiteral("https://geheim.example")},
                        {QStringLiteral("odoo.login"), QStringLiteral("geheim")}})
                 .result());
        must(setup.forgetSecret(token).result());
        must(setup.check(QStringLiteral("odoo")).result());
        QCOMPARE(m_setup.typed[token], geheim);
        const QString log = audit();
        QVERIFY(log.contains(QStringLiteral("Front desk setup.keepSecret setup telegram.bot-token")));
        QVERIFY(log.contains(QStringLiteral("Front desk setup.keep setup odoo.login, odoo.url")));
        QVERIFY(log.contains(QStringLiteral("Front desk setup.forgetSecret setup telegram.bot-token")));
        QVERIFY(log.contains(QStringLiteral("Front desk setup.check setup odoo")));
        QVERIFY2(!log.contains(QStringLiteral("geheim")), qPrintable(log));
    }

    /// What is no name could be a secret in the wrong place.
    void whatIsNoNameIsNotNoted()
    {
        auto& setup = m_signed->setup();
        const auto refused = [](const auto& result) {
            return !result && result.error().key == QLatin1String("setup.unknown") &&
                   !result.error().detail.contains(QStringLiteral("geheim"));
        };
        QVERIFY(refused(setup.keepSecret(geheim, token).result()));
        QVERIFY(refused(setup.forgetSecret(geheim).result()));
        QVERIFY(refused(setup.keep({{geheim, QStringLiteral("x")}}).result()));
        QVERIFY(refused(setup.check(geheim).result()));
        QVERIFY(m_setup.typed.empty() && m_setup.kept.empty());
        QVERIFY(!audit().contains(QStringLiteral("geheim")));
    }
};

QTEST_MAIN(TestDeskSetup)
#include "test_desksetup.moc"
