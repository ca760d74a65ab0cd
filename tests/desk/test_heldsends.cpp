// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::LocalDesk;
using domain::DeliveryState;
using store::OutboxState;
using store::Session;
using test::must;
using test::noon;

/// A few seconds in which a person can take a message back, kept in the outbox and not in a window.
class TestHeldSends : public QObject, private test::RutisDesk
{
    Q_OBJECT

    std::vector<store::OutboxRow> due()
    {
        return m_store->read([now = m_clock->now()](Session& session) { return store::Outbox(session).due(now, 50); });
    }

    std::vector<desk::HeldSend> held() { return must(m_desk->heldSends().result()); }

private Q_SLOTS:
    void init() { open({.undo = 5s}); }
    void cleanup() { close(); }

    void aSendWaitsAndGoesOutByItself()
    {
        const auto id = patient({}, QStringLiteral("Dana"));
        const auto sent = must(m_desk->reply(id, QStringLiteral("Come at nine.")).result());
        QVERIFY(due().empty());
        QCOMPARE(held().size(), size_t(1));
        QCOMPARE(held()[0].message, sent);
        QCOMPARE(held()[0].recipient, QStringLiteral("Dana"));
        QVERIFY(held()[0].goesOut == noon + 5s);
        m_clock->advance(5s);
        QVERIFY(held().empty());
        QCOMPARE(due().size(), size_t(1));
        QCOMPARE(due()[0].message, sent);
    }

    void whatIsTakenBackNeverGoesOutAndIsTheDraftAgain()
    {
        const auto id = patient();
        const QString before = m_store->reload(id).preview;
        const auto sent = must(m_desk->reply(id, QStringLiteral("Too early")).result());
        must(m_desk->saveDraft(id, QStringLiteral("written since")).result());
        const auto back = must(m_desk->takeBack(sent).result());
        QCOMPARE(back.conversation, id);
        QCOMPARE(back.draft, QStringLiteral("Too early\nwritten since"));
        QCOMPARE(must(m_desk->draft(id).result()), back.draft);
        QVERIFY(row(sent).state == OutboxState::Withdrawn);
        const auto message = m_store->message(sent);
        QVERIFY(message.delivery == DeliveryState::Withdrawn && message.deleted);
        QCOMPARE(message.deliveryError, QStringLiteral("send.taken-back"));
        QCOMPARE(m_store->reload(id).preview, before);
        QVERIFY(held().empty());
        m_clock->advance(1h);
        QVERIFY(due().empty());
    }

    void itIsInTheDatabaseNotInTheWindow()
    {
        const auto id = patient();
        const auto sent = must(m_desk->reply(id, QStringLiteral("Hello")).result());
        // The program ends and begins again.
        m_desk = std::make_unique<LocalDesk>(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Ruti")});
        QCOMPARE(held().size(), size_t(1));
        must(m_desk->takeBack(sent).result());
        QCOMPARE(must(m_desk->draft(id).result()), QStringLiteral("Hello"));
    }

    void oneGoComesBackWhole()
    {
        const auto id = patient();
        const QString text = QString(5000, QLatin1Char('x')) + QStringLiteral(". ") + QString(2000, QLatin1Char('y'));
        const auto last = must(m_desk->reply(id, text).result());
        QCOMPARE(held().size(), size_t(1));
        QCOMPARE(held()[0].message, last);
        QVERIFY(must(m_desk->takeBack(last).result()).messages.size() > 1);
        QVERIFY(held().empty());
    }

    void nothingComesBackOnceAPartIsOnItsWay()
    {
        const auto id = patient();
        const QString text = QString(5000, QLatin1Char('x')) + QStringLiteral(". ") + QString(2000, QLatin1Char('y'));
        const auto last = must(m_desk->reply(id, text).result());
        m_clock->advance(5s);
        const auto first = due().at(0);
        m_store->write([&](Session& session) { return store::Outbox(session).claim(first.id, m_clock->now()); });
        const auto refused = m_desk->takeBack(last).result();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().key, QStringLiteral("send.on-its-way"));
        QVERIFY(row(last).state == OutboxState::Queued);
        QCOMPARE(must(m_desk->draft(id).result()), QString());
    }

    void anotherPersonsSendStaysTheirs()
    {
        const auto id = patient();
        const auto sent = must(m_desk->reply(id, QStringLiteral("Hello")).result());
        LocalDesk other(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Maya")});
        QVERIFY(must(other.heldSends().result()).empty());
        QCOMPARE(other.takeBack(sent).result().error().code, ErrorCode::Conflict);
        QVERIFY(row(sent).state == OutboxState::Queued);
    }

    /// Seconds count there, and the recipient stands on the button all the same.
    void inAnEmergencyNothingIsHeld()
    {
        const auto id = patient();
        m_store->write(
            [=](Session& session) { return store::Conversations(session).setUrgency(id, domain::Urgency::Emergency); });
        must(m_desk->reply(id, QStringLiteral("Call 101 now.")).result());
        QVERIFY(held().empty());
        QCOMPARE(due().size(), size_t(1));
    }

    void theWindowDoesNotCloseOverWhatIsHeld()
    {
        const auto id = patient();
        m_clock->advance(24h - 3s);
        must(m_desk->reply(id, QStringLiteral("Just in time")).result());
        QVERIFY(held().empty());
        QCOMPARE(due().size(), size_t(1));
    }

    void aDoctorsAnswerIsNotHeld()
    {
        must(m_desk->doctorReply(patient(), QStringLiteral("Dr. Levi"), QStringLiteral("Rest.")).result());
        QVERIFY(held().empty());
        QCOMPARE(due().size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestHeldSends)
#include "test_heldsends.moc"
