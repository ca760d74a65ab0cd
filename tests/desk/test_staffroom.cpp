// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localsignin.h"
#include "desk/localstaffroom.h"
#include "desk/rutisdesk.h"
#include "secrets/pin.h"
#include "store/auditlog.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::LocalStaffRoom;
using domain::Role;
using domain::StaffId;
using domain::StaffMember;
using test::must;
using test::Session;

/// An administrator keeps the staff; nobody can lock the clinic out.
class TestStaffRoom : public QObject, private test::RutisDesk
{
    Q_OBJECT

    static StaffMember somebody(const QString& name, Role role = Role::Receptionist)
    {
        StaffMember member;
        member.name = name;
        member.role = role;
        return member;
    }

    template <typename T>
    static QString keyOf(const Result<T>& result)
    {
        return result ? QStringLiteral("fine") : result.error().key;
    }

    StaffMember byName(const QString& name)
    {
        for (const auto& member : must(m_room->all().result())) {
            if (member.name == name) {
                return member;
            }
        }
        return {};
    }

    std::unique_ptr<LocalStaffRoom> m_room;

private Q_SLOTS:
    void init()
    {
        open();
        m_room = std::make_unique<LocalStaffRoom>(**m_store, *m_clock, QStringLiteral("Ruti"), QStringLiteral("IL"));
    }
    void cleanup()
    {
        m_room.reset();
        close();
    }

    void whatIsEntered_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("telegram");
        QTest::addColumn<QString>("key");
        QTest::newRow("a name alone") << "Dana"
                                      << ""
                                      << ""
                                      << ""
                                      << "fine";
        QTest::newRow("all of it") << " Dana  Levi "
                                   << "054-123 4567"
                                   << "dana@clinic.example"
                                   << "700100"
                                   << "fine";
        QTest::newRow("no name") << "  "
                                 << ""
                                 << ""
                                 << ""
                                 << "staff.name";
        QTest::newRow("a name that is there") << "Ruti"
                                              << ""
                                              << ""
                                              << ""
                                              << "staff.nameTaken";
        QTest::newRow("no phone number") << "Dana"
                                         << "12"
                                         << ""
                                         << ""
                                         << "staff.phone";
        QTest::newRow("no address") << "Dana"
                                    << ""
                                    << "dana at home"
                                    << ""
                                    << "notice.badAddress";
        QTest::newRow("no chat") << "Dana"
                                 << ""
                                 << ""
                                 << "@dana"
                                 << "staff.telegram";
    }
    void whatIsEntered()
    {
        QFETCH(QString, name);
        QFETCH(QString, phone);
        QFETCH(QString, email);
        QFETCH(QString, telegram);
        must(m_room->keep(somebody(QStringLiteral("Ruti")), {}).result());
        StaffMember member = somebody(name);
        member.email = email;
        member.telegramChat = telegram;
        const auto kept = m_room->keep(member, phone).result();
        QTEST(keyOf(kept), "key");
        QCOMPARE(must(m_room->all().result()).size(), size_t(kept ? 2 : 1));
        if (kept && !phone.isEmpty()) {
            const auto found = byName(QStringLiteral("Dana Levi"));
            QCOMPARE(found.phone->e164(), QStringLiteral("+972541234567"));
            QCOMPARE(found.telegramChat, QStringLiteral("700100"));
        }
    }

    void aChangeTakesThePhoneAsItIsWritten()
    {
        const auto id = must(m_room->keep(somebody(QStringLiteral("Dana")), QStringLiteral("0541234567")).result());
        auto dana = byName(QStringLiteral("Dana"));
        dana.role = Role::Doctor;
        QCOMPARE(must(m_room->keep(dana, {}).result()), id);
        QVERIFY(!byName(QStringLiteral("Dana")).phone);
        QVERIFY(byName(QStringLiteral("Dana")).role == Role::Doctor);
    }

    void whoHasLeftStandsAtTheEnd()
    {
        for (const char* name : {"Adi", "Dana", "Bar"}) {
            auto member = somebody(QLatin1String(name));
            member.active = member.name != QLatin1String("Adi");
            must(m_room->keep(member, {}).result());
        }
        QStringList names;
        for (const auto& member : must(m_room->all().result())) {
            names << member.name;
        }
        QCOMPARE(names, (QStringList{QStringLiteral("Bar"), QStringLiteral("Dana"), QStringLiteral("Adi")}));
    }

    void thereIsAlwaysAnAdminWhoCanComeIn()
    {
        const auto id = must(m_room->keep(somebody(QStringLiteral("Dana"), Role::Admin), {}).result());
        QCOMPARE(keyOf(m_room->setRules({true, 10min}).result()), QStringLiteral("staff.noAdmin"));
        QCOMPARE(keyOf(m_room->setPin(id, QStringLiteral("123456")).result()), QStringLiteral("staff.weakPin"));
        must(m_room->setPin(id, QStringLiteral("274851")).result());
        must(m_room->setRules({true, 10min}).result());
        QVERIFY((must(m_room->rules().result()) == desk::SignInRules{true, 10min}));
        QCOMPARE(keyOf(m_room->setPin(id, {}).result()), QStringLiteral("staff.noAdmin"));
        auto dana = byName(QStringLiteral("Dana"));
        QVERIFY(dana.hasPin);
        dana.active = false;
        QCOMPARE(keyOf(m_room->keep(dana, {}).result()), QStringLiteral("staff.noAdmin"));
        dana.active = true;
        dana.role = Role::Doctor;
        QCOMPARE(keyOf(m_room->keep(dana, {}).result()), QStringLiteral("staff.noAdmin"));
        QVERIFY(byName(QStringLiteral("Dana")).role == Role::Admin);
        must(m_room->setRules({false, 0min}).result());
        must(m_room->setPin(id, {}).result());
        QVERIFY(!byName(QStringLiteral("Dana")).hasPin);
    }

    void onesOwnPinNeedsTheOldOne()
    {
        const auto id = must(m_room->keep(somebody(QStringLiteral("Ruti")), {}).result());
        must(m_room->setPin(id, QStringLiteral("274851")).result());
        const auto change = [this](const char* old, const char* fresh) {
            return keyOf(m_room->changeOwnPin(QLatin1String(old), QLatin1String(fresh)).result());
        };
        QCOMPARE(change("274850", "918273"), QStringLiteral("staff.wrongPin"));
        QCOMPARE(change("274851", ""), QStringLiteral("staff.weakPin"));
        QCOMPARE(change("274851", "111111"), QStringLiteral("staff.weakPin"));
        QCOMPARE(change("274851", "918273"), QStringLiteral("fine"));
        QVERIFY(desk::tryPin(**m_store, *m_clock, id, QStringLiteral("918273")));
        QVERIFY(!desk::tryPin(**m_store, *m_clock, id, QStringLiteral("274851")));
    }

    void theLogSaysWhoChangedWhat()
    {
        const auto id = must(m_room->keep(somebody(QStringLiteral("Dana"), Role::Admin), {}).result());
        must(m_room->setPin(id, QStringLiteral("274851")).result());
        must(m_room->setRules({true, 5min}).result());
        QStringList lines;
        for (const auto& entry :
             m_store->read([](Session& session) { return store::AuditLog(session).after(0, 20); })) {
            lines << QStringList{entry.actor, entry.action, entry.subject, entry.detail}.join(QLatin1Char('|'));
        }
        QCOMPARE(lines, (QStringList{QStringLiteral("Ruti|staff.add|staff:%1|admin").arg(id.value),
                                     QStringLiteral("Ruti|staff.pin|staff:%1|").arg(id.value),
                                     QStringLiteral("Ruti|staff.rules|desk|sign-in, lock after 5 min")}));
    }
};

QTEST_GUILESS_MAIN(TestStaffRoom)
#include "test_staffroom.moc"
