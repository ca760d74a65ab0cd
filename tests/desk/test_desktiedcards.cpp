// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/cardfixture.h"

#include "desk/erasure.h"
#include "store/tiedcards.h"

using namespace delpek;
using store::Session;
using test::CardFixture;
using test::familyPhone;
using test::keyOf;
using test::must;
using test::noon;
using test::u;

/// Whose card is tied to a conversation, and patients who are entered beside one. On both engines.
class TestDeskTiedCards : public QObject
{
    Q_OBJECT

    test::Engines m_engines;

    CardFixture open(bool ownBook = true)
    {
        QFETCH_GLOBAL(bool, postgres);
        return CardFixture(m_engines.newLocation(postgres), ownBook);
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    /// Somebody writes on Telegram, without a number: staff says whose card it is.
    void aCardIsTiedToWhoeverWrites()
    {
        auto f = open();
        const auto chat = f.onTelegram();
        QVERIFY(f.side(chat).patients.empty() && must(f.cards.of(chat).result()).records.empty());
        must(f.cards.tie(chat, u("dor")).result());
        must(f.cards.tie(chat, u("dor")).result()); // said twice
        const auto side = f.side(chat);
        QCOMPARE(side.patients.size(), size_t(1));
        QCOMPARE(side.tied.size(), size_t(1));
        QCOMPARE(side.tied[0].patient, u("dor"));
        QCOMPARE(side.tied[0].by, u("Ruti"));
        QVERIFY(!side.nextVisits.empty());
        const auto whole = must(f.cards.of(chat).result());
        QCOMPARE(whole.records.size(), size_t(1));
        QCOMPARE(whole.records[0].pastVisits.size(), size_t(1));
        // Nobody else's conversation shows it.
        QVERIFY(f.side(f.onTelegram("777")).patients.empty());
        must(f.cards.untie(chat, u("dor")).result());
        must(f.cards.untie(chat, u("dor")).result());
        QVERIFY(f.side(chat).patients.empty());
        QCOMPARE(f.log().count(u("Ruti card.tied patient:dor conversation:%1").arg(chat.value)), 1);
        QCOMPARE(f.log().count(u("Ruti card.untied patient:dor conversation:%1").arg(chat.value)), 1);
        QCOMPARE(f.cards.tie(chat, u("nobody")).result().error().code, ErrorCode::NotFound);
        QCOMPARE(f.cards.tie({999}, u("dor")).result().error().code, ErrorCode::NotFound);
    }

    /// A phone's people and a tied card: each once, the tied one behind them.
    void aTiedCardStandsBehindThoseOfThePhone()
    {
        auto f = open();
        const auto other = f.secondCard();
        must(f.cards.tie(f.conversation, u("dor")).result());
        must(f.cards.tie(f.conversation, other).result());
        const auto ids = [&] {
            QStringList all;
            for (const auto& one : f.side(f.conversation).patients) {
                all << one.id;
            }
            for (const auto& one : f.family().records) {
                all << one.patient.id;
            }
            return all;
        };
        QCOMPARE(ids(), (QStringList{u("dor"), u("yael"), other, u("dor"), u("yael"), other}));
        QCOMPARE(f.side(f.conversation).tied.size(), size_t(2));
        // Joined since: the kept card, once; and it can be untied by its own id.
        must(f.cards.join(u("dor"), other).result());
        QCOMPARE(ids(), (QStringList{u("dor"), u("yael"), u("dor"), u("yael")}));
        QCOMPARE(f.side(f.conversation).tied.size(), size_t(1));
        must(f.cards.untie(f.conversation, u("dor")).result());
        QVERIFY(f.side(f.conversation).tied.empty());
    }

    /// From a visit to where one writes with its patient.
    void aCardLeadsToItsConversations()
    {
        auto f = open();
        const auto where = [&](const QString& patient) {
            std::vector<qint64> ids;
            for (const auto& one : must(f.cards.conversationsOf(patient).result())) {
                ids.push_back(one.id.value);
            }
            return ids;
        };
        const std::vector<qint64> ofThePhone{f.conversation.value};
        QCOMPARE(where(u("dor")), ofThePhone);
        const auto chat = f.onTelegram();
        QCOMPARE(where(u("dor")), ofThePhone);
        must(f.cards.tie(chat, u("dor")).result());
        must(f.cards.tie(f.conversation, u("dor")).result()); // by its number as well: once
        f.store.write([&](Session& session) {
            domain::Message message;
            message.conversation = chat;
            message.createdAt = message.sentAt = noon + std::chrono::hours(1);
            return store::Conversations(session).noteMessage(message);
        });
        QCOMPARE(where(u("dor")), (std::vector<qint64>{chat.value, f.conversation.value})); // active last
        QCOMPARE(f.cards.conversationsOf(u("nobody")).result().error().code, ErrorCode::NotFound);
        // What a joined card brought leads there as well.
        const auto other = f.secondCard();
        const auto second = f.onTelegram("777");
        must(f.cards.tie(second, other).result());
        QCOMPARE(where(other), std::vector<qint64>{second.value});
        must(f.cards.join(u("dor"), other).result());
        QCOMPARE(where(u("dor")).size(), size_t(3));
        QCOMPARE(where(other).size(), size_t(3));
    }

    /// Somebody who calls: a card, and no conversation that it stands beside.
    void aPatientIsEnteredWithoutAConversation()
    {
        auto f = open();
        desk::NewCard card{u("desk-1"), {u("רוני שלו"), {}}, u("052-777-1234"), QDate(1990, 3, 1)};
        const auto made = must(f.cards.add({}, card).result());
        QCOMPARE(must(f.cards.add({}, card).result()).id, made.id);
        QVERIFY(must(f.cards.conversationsOf(made.id).result()).empty());
        QCOMPARE(f.log().count(u("Ruti card.added book")), 2);
        card.name = {};
        QVERIFY(!f.cards.add({}, card).result());
    }

    void whatIsTiedIsErasedWithTheConversation()
    {
        auto f = open();
        const auto chat = f.onTelegram();
        must(f.cards.tie(chat, u("dor")).result());
        f.store.write([&](Session& session) {
            return desk::eraseConversation(session, chat, u("Owner"), desk::ErasureCause::Request, noon);
        });
        QVERIFY(f.store.read([&](Session& session) { return store::TiedCards(session).of(chat); }).empty());
    }

    /// What was said in one conversation of a person holds for the others, and goes with the last of them.
    void whatIsTiedStaysWithThePersonsOtherConversations()
    {
        auto f = open();
        domain::Sender sender;
        sender.address = {domain::ChannelKind::Waha, u("clinic"), familyPhone};
        sender.phone = domain::Phone::fromWaId(familyPhone).value();
        const auto second =
            f.store.write([&](Session& session) { return store::Conversations(session).findOrCreate(sender, noon); })
                .id;
        const auto other = f.secondCard();
        must(f.cards.tie(f.conversation, other).result());
        QCOMPARE(f.side(second).tied.size(), size_t(1));
        const auto erase = [&](domain::ConversationId id) {
            f.store.write([&](Session& session) {
                return desk::eraseConversation(session, id, u("Owner"), desk::ErasureCause::Age, noon);
            });
        };
        erase(f.conversation);
        QCOMPARE(f.side(second).tied.size(), size_t(1));
        QCOMPARE(f.side(second).tied[0].by, u("Ruti"));
        erase(second);
        QVERIFY(f.store.read([&](Session& session) { return store::TiedCards(session).of(second); }).empty());
    }

    /// A card that is gone from the records stands nowhere and is counted nowhere.
    void aTiedCardThatIsGoneIsNobody()
    {
        auto f = open();
        const auto chat = f.onTelegram();
        f.store.write([&](Session& session) {
            return store::TiedCards(session).tie(chat, u("gone"), u("Ruti"), noon).map([](bool) { return Done{}; });
        });
        must(f.cards.tie(chat, u("dor")).result());
        QCOMPARE(f.side(chat).patients.size(), size_t(1));
        QCOMPARE(must(f.cards.of(chat).result()).records.size(), size_t(1));
        QVERIFY(!f.side(chat).recordsError);
    }

    void aNewPatientIsEnteredOnceAndTied()
    {
        auto f = open();
        const auto chat = f.onTelegram();
        desk::NewCard card{u("form-1"), {u("רוני  שלו"), {}}, {}, QDate(1990, 2, 1), {}, {}};
        const auto made = must(f.cards.add(chat, card).result());
        QCOMPARE(made.name.he, u("רוני שלו"));
        QCOMPARE(must(f.cards.add(chat, card).result()).id, made.id); // the answer was lost, and it was sent again
        QCOMPARE(f.side(chat).patients.size(), size_t(1));
        QCOMPARE(f.log().count(u("Ruti card.added conversation:%1").arg(chat.value)), 2);
        QCOMPARE(f.log().count(u("Ruti card.tied patient:%1 conversation:%2").arg(made.id).arg(chat.value)), 1);
        card.reference = u("form-2");
        card.name = {u(" "), {}};
        QCOMPARE(f.cards.add(chat, card).result().error().code, ErrorCode::InvalidInput);
        card.name = {u("רוני"), {}};
        card.birthDate = QDate(2026, 3, 4);
        QCOMPARE(keyOf(f.cards.add(chat, card).result()), u("cards.birthAhead"));
        card.birthDate = {};
        card.phone = u("12");
        QCOMPARE(keyOf(f.cards.add(chat, card).result()), u("phone.invalid"));
        QCOMPARE(f.log().count(u("Ruti card.added conversation:%1").arg(chat.value)), 2); // nothing was done
        QCOMPARE(f.side(chat).patients.size(), size_t(1));
    }

    void elsewhereACardIsFoundByItsNumber()
    {
        auto f = open(false);
        QCOMPARE(must(f.cards.lookFor(u("055-005-0001")).result()).size(), size_t(2));
        QCOMPARE(keyOf(f.cards.lookFor(u("דור")).result()), u("cards.byPhone"));
        QVERIFY(must(f.cards.lookFor(u("  ")).result()).empty());
        auto own = open();
        QCOMPARE(must(own.cards.lookFor(u("דור")).result()).size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDeskTiedCards)
#include "test_desktiedcards.moc"
