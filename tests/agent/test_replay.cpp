// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/replay.h"

#include "dialogue.h"

#include <QDir>

using namespace delpek;
using namespace delpek::test;
using domain::Language;

namespace
{

const QString Noa = QStringLiteral("+972550010101");

agent::Mind mindOf(const QString& team)
{
    return orEnd(agent::Mind::load(QStringLiteral(":/delpek"), team));
}

/// Plays a conversation and keeps its turns as the store would.
std::vector<agent::KeptTurn> play(Dialogue& talk, const QStringList& words)
{
    std::vector<agent::KeptTurn> turns;
    qint64 number = 0;
    for (const QString& line : words) {
        agent::KeptTurn turn;
        turn.history = talk.history;
        const auto before = talk.state;
        talk.say(line);
        turn.burst = {talk.history[turn.history.size()]};
        turn.decision = talk.last.decision;
        turn.decision.id = {++number};
        turn.decision.dialogueBefore = before;
        // What the database gives back.
        turn.decision.steps = domain::stepsFromJson(domain::toJson(turn.decision.steps));
        for (const auto& reply : talk.last.replies) {
            turn.said << reply.reply.text;
        }
        turns.push_back(std::move(turn));
    }
    for (auto& turn : turns) {
        turn.conversation = talk.conversation; // as it is today
    }
    return turns;
}

const QStringList Booking{QStringLiteral("היי, אפשר תור לניקוי אבנית ביום חמישי הקרוב ב-9:30?"),
                          QStringLiteral("נועה שרעבי, 29.4.1991"), QStringLiteral("כן"), QStringLiteral("תודה!"),
                          QStringLiteral("מתי התור שלי?")};

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameMindDoesTheSame_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("a booking") << Booking;
        QTest::newRow("a wrong birth date")
            << QStringList{QStringLiteral("מתי התור שלי?"), QStringLiteral("נועה שרעבי, 29.4.1971"),
                           QStringLiteral("נועה שרעבי, 28.4.1991"), QStringLiteral("נועה שרעבי, 29.4.1981")};
        QTest::newRow("an emergency") << QStringList{QStringLiteral("שלום"),
                                                     QStringLiteral("הפנים שלי נפוחות ואני לא מצליח לנשום")};
        QTest::newRow("to a person") << QStringList{QStringLiteral("אפשר לדבר עם נציג?")};
    }
    void theSameMindDoesTheSame()
    {
        QFETCH(QStringList, words);
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        const auto turns = play(talk, words);
        const auto visits = talk.visits();
        talk.conversation.language = Language::English; // what happened since does not count
        const auto mind = mindOf(QStringLiteral("alex"));
        agent::TurnLimits limits;
        limits.asksConsent = false;
        agent::Replay replay(mind, limits);
        for (const auto& turn : turns) {
            const auto replayed = replay.run(turn);
            QCOMPARE(replayed.skipped, QString());
            QCOMPARE(replayed.unknown, QStringList());
            QVERIFY2(replayed.differences().isEmpty(),
                     qPrintable(replayed.differences().join(QLatin1Char(',')) + replayed.then.said +
                                QStringLiteral(" / ") + replayed.now.said));
        }
        QCOMPARE(talk.visits(), visits);
    }

    void anotherTeamIsTold()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        const auto turns = play(talk, Booking);
        const auto mind = mindOf(QStringLiteral("team"));
        agent::Replay replay(mind, {});
        QCOMPARE(replay.run(turns[0]).differences(), (QStringList{QStringLiteral("agent"), QStringLiteral("words")}));
        const auto second = replay.run(turns[1]);
        QCOMPARE(second.differences(), QStringList{QStringLiteral("agent")});
        QCOMPARE(second.now.agent, QStringLiteral("Sarah"));
    }

    void whatWasNotAskedThenIsNotKnown()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        auto turns = play(talk, Booking);
        turns[0].burst.front().text = QStringLiteral("כמה עולה סתימה?");
        const auto mind = mindOf(QStringLiteral("alex"));
        agent::Replay replay(mind, {});
        const auto replayed = replay.run(turns[0]);
        QCOMPARE(replayed.unknown.size(), 1);
        QVERIFY(replayed.unknown.front().startsWith(QStringLiteral("get_prices")));
        QVERIFY(replayed.differences().contains(QStringLiteral("intent")));
        QVERIFY(!replayed.differences().contains(QStringLiteral("words")));
    }

    void aDecisionThatDoesNotTellEnoughIsLeftOut()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        auto turns = play(talk, Booking);
        const auto mind = mindOf(QStringLiteral("alex"));
        agent::Replay replay(mind, {});
        QVERIFY(!replay.run(turns[1]).skipped.isEmpty()); // the clinic's facts stand with the first
        turns[0].decision.steps.front().detail.erase("input");
        QVERIFY(!replay.run(turns[0]).skipped.isEmpty());
    }

    void decisionsHoldTheClinicOnceAndNobodysIdentity()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        const auto turns = play(talk, Booking);
        int withFacts = 0;
        for (const auto& turn : turns) {
            const auto& context = turn.decision.steps.front().detail;
            withFacts += base::at(context, "input").contains("facts") ? 1 : 0;
            QVERIFY(!base::toCompactText(context).contains(QStringLiteral("שרעבי")));
        }
        QCOMPARE(withFacts, 1);
    }

    void readsWhatABurstSaidThen()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew);
        auto messages = talk.burst({QStringLiteral("שלום"), QStringLiteral("כמה עולה סתימה?")});
        messages[0].deleted = true;
        messages[1].version = 3;
        const auto result = talk.run(messages);
        QCOMPARE(agent::versionThen(result.decision, messages[0].id), std::optional(0));
        QCOMPARE(agent::versionThen(result.decision, messages[1].id), std::optional(3));
        QCOMPARE(agent::versionThen(domain::Decision{}, messages[1].id), std::nullopt);
    }

private:
    Gates m_gates;
};

QTEST_GUILESS_MAIN(TestReplay)
#include "test_replay.moc"
