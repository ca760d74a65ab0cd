// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"
#include "language/intentnames.h"

using namespace delpek;
using namespace delpek::test;
using agent::Team;
using domain::Gender;
using domain::Language;

namespace
{

const QString Noa = QStringLiteral("+972550010101");

QString fileOf(const QString& team)
{
    return Source + QStringLiteral("/resources/agents/%1.json").arg(team);
}

base::Json teamJson()
{
    QFile file(fileOf(QStringLiteral("team")));
    return file.open(QIODevice::ReadOnly) ? orEnd(base::parseJson(file.readAll())) : base::Json();
}

QString errorOf(const base::Json& json)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("own.json")));
    if (!file.open(QIODevice::WriteOnly)) {
        return {};
    }
    file.write(base::toBytes(json));
    file.close();
    const auto team = Team::load(file.fileName());
    return team ? QString() : team.error().detail;
}

/// Without the greeting, which names who is there.
QString withoutGreeting(QString said)
{
    return said.section(QLatin1Char('\n'), said.startsWith(QStringLiteral("שלום! כאן")) ? 1 : 0);
}

} // namespace

class TestTeam : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTeamTakesEveryIntent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("alex") << QStringLiteral("alex");
        QTest::newRow("team") << QStringLiteral("team");
    }
    void eachTeamTakesEveryIntent()
    {
        QFETCH(QString, name);
        const Team team = orEnd(Team::load(fileOf(name)));
        QCOMPARE(team.name(), name);
        for (const auto& agent : team.agents()) {
            QVERIFY(agent.gender != Gender::Unknown);
            QVERIFY(!agent.prompt.isEmpty());
            for (const auto patient : {Gender::Unknown, Gender::Female, Gender::Male}) {
                QVERIFY(!agent.persona(Language::Hebrew, patient).isEmpty());
                QVERIFY(!agent.persona(Language::English, patient).isEmpty());
            }
            for (const char* intent : language::intentNames) {
                const auto way = team.route(agent, QLatin1String(intent));
                const auto* taker = way.empty() ? &agent : team.find(way.back()->to);
                QVERIFY2(taker->takes(QLatin1String(intent)), intent);
                QVERIFY(way.size() <= 2);
            }
        }
    }

    void nobodyButTheSchedulerChangesTheBook()
    {
        const Team team = orEnd(Team::load(fileOf(QStringLiteral("team"))));
        for (const auto& agent : team.agents()) {
            for (const char* tool : {"create_appointment", "move_appointment", "cancel_appointment", "hold_slot"}) {
                QCOMPARE(agent.tools.contains(QLatin1String(tool)), agent.name == QLatin1String("Sarah"));
            }
        }
    }

    void aBrokenFileNamesThePlace_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* pointer, const char* value, const char* place) {
            QTest::newRow(name) << QString::fromUtf8(pointer) << QString::fromUtf8(value) << QString::fromUtf8(place);
        };
        row("no such tool", "/agents/1/tools/0", "\"prescribe\"", "agents[1].tools");
        row("no such intent", "/agents/2/intents/0", "\"gossip\"", "agents[2].intents");
        row("a hand-off to nobody", "/agents/0/hand_offs/0/to", "\"Rivka\"", "Dana.hand_offs");
        row("passes what is nothing", "/agents/0/hand_offs/1/passes/0", "\"everything\"",
            "agents[0].hand_offs[1].passes");
        row("an intent that nobody reaches", "/agents/3/hand_offs", "[]", "Sarah.hand_offs");
        row("no form for a man", "/agents/3/persona/he/male", "\"\"", "agents[3].persona.he.male");
        row("no gender", "/agents/3/gender", "\"\"", "agents[3].gender");
        row("a coordinator who is not there", "/coordinator", "\"Rivka\"", "coordinator");
        row("no bound", "/hand_offs_per_turn", "0", "hand_offs_per_turn");
        row("a name twice", "/agents/1/name", "\"Dana\"", "agents[1]");
        row("a word it does not know", "/agents/1/salary", "\"1\"", "agents[1]");
    }
    void aBrokenFileNamesThePlace()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, place);
        auto json = teamJson();
        QCOMPARE(errorOf(json), QString());
        json[base::Json::json_pointer(pointer.toStdString())] = orEnd(base::parseJson(value.toUtf8()));
        const QString error = errorOf(json);
        QVERIFY2(error.contains(QStringLiteral("own.json")) && error.contains(place), qPrintable(error));
    }

    void whoTakesItAnswers_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("agent");
        const auto row = [](const char* words, const char* agent) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(agent);
        };
        row("שלום", "Dana");
        row("איפה אתם נמצאים?", "Dana");
        row("אפשר לדבר עם נציג?", "Dana");
        row("כמה עולה סתימה?", "Yosef");
        row("אתם עובדים עם מכבי?", "Yosef");
        row("כמה אני חייבת לכם?", "Yosef");
        row("אפשר לקבוע תור לסתימה ביום ראשון בבוקר?", "Sarah");
        row("מתי התור שלי?", "Sarah");
        row("אני רוצה לדבר עם הרופא", "Michal");
    }
    void whoTakesItAnswers()
    {
        QFETCH(QString, words);
        QFETCH(QString, agent);
        Dialogue talk(m_gates, Noa, Language::Hebrew, demoClinic(), QStringLiteral("2026-03-03T10:00"),
                      QStringLiteral("team"));
        const QString said = talk.say(words);
        QCOMPARE(talk.last.agentName, agent);
        QVERIFY2(said.startsWith(QStringLiteral("שלום! כאן דנה, העוזרת האוטומטית")), qPrintable(said));
    }

    void theWordPassesAndTheDecisionSaysHow()
    {
        Dialogue talk(m_gates, Noa, Language::Hebrew, demoClinic(), QStringLiteral("2026-03-03T10:00"),
                      QStringLiteral("team"));
        talk.say(QStringLiteral("אפשר לקבוע תור לסתימה ביום ראשון בבוקר?"));
        QCOMPARE(talk.last.agentName, QStringLiteral("Sarah"));
        QVERIFY(!talk.offered().isEmpty());
        const auto offered = talk.offered();
        talk.say(QStringLiteral("רגע, וכמה זה עולה?"));
        QCOMPARE(talk.last.agentName, QStringLiteral("Sarah")); // Yosef told the price, Sarah goes on
        QVERIFY(talk.said().contains(QStringLiteral("480")));
        QCOMPARE(talk.offered(), offered); // what was passed on was not lost
        QStringList way;
        for (const auto& step : talk.last.decision.steps) {
            if (step.kind == domain::StepKind::Brain) {
                way.clear();
                for (const auto& handOff : base::at(step.detail, "hand_offs")) {
                    way << base::textAt(handOff, "from") + QLatin1Char('>') + base::textAt(handOff, "to");
                }
            }
        }
        QCOMPARE(way, (QStringList{QStringLiteral("Sarah>Yosef"), QStringLiteral("Yosef>Sarah")}));
    }

    void bothTeamsSayTheSame_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* name, const QStringList& words) { QTest::newRow(name) << words; };
        row("books", {QStringLiteral("תור לניקוי אבנית ביום חמישי הקרוב ב-9:30 בבקשה"),
                      QStringLiteral("נועה שרעבי, 29.4.1991"), QStringLiteral("כן")});
        row("asks and books", {QStringLiteral("איפה אתם, כמה עולה ניקוי אבנית ואפשר תור ביום חמישי ב-9:30?"),
                               QStringLiteral("נועה שרעבי, 29.4.1991"), QStringLiteral("כן")});
        row("looks up", {QStringLiteral("מתי התור שלי וכמה אני חייבת?"), QStringLiteral("נועה שרעבי, 29.4.1991"),
                         QStringLiteral("תודה")});
    }
    void bothTeamsSayTheSame()
    {
        QFETCH(QStringList, words);
        Dialogue alone(m_gates, Noa, Language::Hebrew);
        Dialogue team(m_gates, Noa, Language::Hebrew, demoClinic(), QStringLiteral("2026-03-03T10:00"),
                      QStringLiteral("team"));
        for (const QString& line : words) {
            const QString one = withoutGreeting(alone.say(line));
            QCOMPARE(withoutGreeting(team.say(line)), one);
            QVERIFY(!alone.last.escalation && !team.last.escalation);
        }
        QCOMPARE(team.visits(), alone.visits());
    }

    void aToolThatIsNotTheirsIsRefused()
    {
        auto json = teamJson();
        auto& tools = json["agents"][3]["tools"];
        tools.erase(std::remove(tools.begin(), tools.end(), "get_available_slots"), tools.end());
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("own.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(base::toBytes(json));
        file.close();
        Dialogue talk(m_gates, Noa, Language::Hebrew, demoClinic(), QStringLiteral("2026-03-03T10:00"),
                      QStringLiteral("team"));
        talk.roster = orEnd(Team::load(file.fileName()));
        talk.say(QStringLiteral("אפשר לקבוע תור לסתימה ביום ראשון בבוקר?"));
        QVERIFY(talk.last.escalation);
        QCOMPARE(talk.last.escalation->reason, QStringLiteral("agent.failed"));
        bool refused = false;
        for (const auto& step : talk.last.decision.steps) {
            refused = refused || base::textAt(base::at(step.detail, "error"), "code") == QLatin1String("forbidden");
        }
        QVERIFY(refused);
    }

private:
    Gates m_gates;
};

QTEST_GUILESS_MAIN(TestTeam)
#include "test_team.moc"
