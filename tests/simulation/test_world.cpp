// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/runner.h"
#include "support/paths.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using simulation::ScenarioResult;

/// A scenario is played over the real channel against the double of its provider.
class TestWorld : public QObject
{
    Q_OBJECT

    agent::Mind m_mind;
    clinic::ClinicFile m_clinic;

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static base::Json kept(const char* name)
    {
        return base::parseJson(
                   contentOf(test::sourcePath("tests/scenarios/%1.json").arg(QLatin1String(name))))
            .value();
    }

    /// Someone on `channel` with these steps, in which single quotes stand for double ones.
    static base::Json made(const QString& channel, QByteArray script, QByteArray expect)
    {
        return {{"id", "made"},
                {"now", "2026-03-03T10:00:00+02:00"},
                {"channel", base::utf8(channel)},
                {"patient", {{"phone", "+972550020077"}, {"name", "Dana"}, {"language", "en"}}},
                {"script", base::parseJson(script.replace('\'', '"')).value()},
                {"expect", base::parseJson(expect.replace('\'', '"')).value()}};
    }

    ScenarioResult play(const base::Json& json)
    {
        const auto scenario = simulation::parseScenario(base::toBytes(json));
        if (!scenario) {
            ScenarioResult wrong;
            wrong.failures = {scenario.error().detail};
            return wrong;
        }
        const QTemporaryDir folder;
        return simulation::runScenario(*scenario, m_mind, {m_clinic, folder.path()});
    }

    static QByteArray why(const ScenarioResult& result)
    {
        QStringList lines = result.failures;
        for (const auto& line : result.transcript) {
            lines << line.from + QStringLiteral(": ") + line.text;
        }
        return lines.join(QLatin1Char('\n')).toUtf8();
    }

    static void onEveryChannel()
    {
        QTest::addColumn<QString>("channel");
        for (const char* channel : {"whatsapp", "waha", "telegram", "webchat"}) {
            QTest::newRow(channel) << QString::fromLatin1(channel);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false"));
        m_mind = std::move(agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex")).value());
        m_clinic = clinic::parseClinicFile(contentOf(QStringLiteral(":/delpek/demo/clinic.json"))).value();
    }

    void booksOnEveryChannel_data() { onEveryChannel(); }
    void booksOnEveryChannel()
    {
        QFETCH(QString, channel);
        auto scenario = kept("linked-phone-slot-by-number-he");
        scenario["channel"] = base::utf8(channel);
        scenario["script"][1]["answer"]["slot"] = "#2";
        const auto result = play(scenario);
        QVERIFY2(result.passed, why(result).constData());
        QVERIFY(result.automated);
    }

    /// Whatever a patient sends comes in, and what is said in a voice note is understood.
    void carriesEveryKindOfMessage_data() { onEveryChannel(); }
    void carriesEveryKindOfMessage()
    {
        QFETCH(QString, channel);
        const auto result = play(made(channel,
                                      "[{'say': {'voice': 'How much is a teeth cleaning?'}}, "
                                      "{'say': {'reaction': '👍'}}, {'say': 'Where are yu?'}, "
                                      "{'say': {'edit': 'Where are you?'}}, {'say': {'image': 'my tooth'}}, "
                                      "{'say': {'location': [32.08, 34.78]}}, {'say': {'button': 'no such button'}}]",
                                      "{'says': ['320'], 'max_patient_messages': 7}"));
        QVERIFY2(result.passed, why(result).constData());
        const auto incoming = std::count_if(result.transcript.begin(), result.transcript.end(),
                                            [](const auto& line) { return line.from == QLatin1String("patient"); });
        // On the chat page an edit and a reaction are words of their own, and so is the caption of a picture.
        QCOMPARE(incoming, channel == QLatin1String("webchat") ? 8 : 5);
    }

    void theSameBytesOutTwice_data() { onEveryChannel(); }
    void theSameBytesOutTwice()
    {
        QFETCH(QString, channel);
        auto scenario = kept("channel-down-five-minutes-he");
        scenario["channel"] = base::utf8(channel);
        const auto once = simulation::toJson(play(scenario)).dump();
        QVERIFY(once.find("\"passed\":true") != std::string::npos);
        for (int again = 0; again < 3; ++again) {
            QCOMPARE(QByteArray::fromStdString(simulation::toJson(play(scenario)).dump()),
                     QByteArray::fromStdString(once));
        }
    }

    void aSlowProviderIsWaitedFor_data() { onEveryChannel(); }
    void aSlowProviderIsWaitedFor()
    {
        QFETCH(QString, channel);
        const auto result = play(made(channel,
                                      "[{'fault': {'target': 'channel', 'kind': 'slow', 'for': 'PT5M'}}, "
                                      "{'say': 'How much is a teeth cleaning?'}, {'wait': 'PT1M'}]",
                                      "{'says': ['320'], 'sent_between': [1, 1], 'escalation': null}"));
        QVERIFY2(result.passed, why(result).constData());
    }

    void aCrashDuringASlowSendIsNotRepeated()
    {
        const auto result = play(made(QStringLiteral("telegram"),
                                      "[{'fault': {'target': 'channel', 'kind': 'slow', 'for': 'PT5M'}}, "
                                      "{'say': 'How much is a teeth cleaning?'}, {'wait': 'PT4S'}, "
                                      "{'fault': {'kind': 'crash'}}, {'wait': 'PT10M'}]",
                                      "{'sent_between': [0, 1]}"));
        QVERIFY2(result.passed, why(result).constData());
    }

    /// WhatsApp's own report settles a send whose answer was lost; Telegram tells nothing, so a person looks.
    void aLostAnswerIsNotRepeated_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QByteArray>("expect");
        QTest::newRow("whatsapp") << QStringLiteral("whatsapp")
                                  << QByteArray("{'says': ['320'], 'sent_between': [1, 1], 'escalation': null}");
        QTest::newRow("telegram") << QStringLiteral("telegram")
                                  << QByteArray("{'sent_between': [0, 0], 'escalation': {'urgency': 'ROUTINE'}}");
    }
    void aLostAnswerIsNotRepeated()
    {
        QFETCH(QString, channel);
        QFETCH(QByteArray, expect);
        const auto result = play(made(channel,
                                      "[{'fault': {'target': 'channel', 'kind': 'timeout', 'for': 'PT1M'}}, "
                                      "{'say': 'How much is a teeth cleaning?'}, {'wait': 'PT10M'}]",
                                      expect));
        QVERIFY2(result.passed, why(result).constData());
    }

    void theClinicsPhoneTakesTheConversation_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::newRow("whatsapp") << QStringLiteral("whatsapp");
        QTest::newRow("waha") << QStringLiteral("waha");
    }
    void theClinicsPhoneTakesTheConversation()
    {
        QFETCH(QString, channel);
        const auto result = play(made(channel,
                                      "[{'say': 'Hi'}, {'staff': {'phone_reply': 'It is Ruti, I will call you'}}, "
                                      "{'say': 'How much is a teeth cleaning?'}, {'wait': 'PT5M'}]",
                                      "{'holder': 'staff', 'never_says': ['320']}"));
        QVERIFY2(result.passed, why(result).constData());
        QVERIFY(std::any_of(result.transcript.begin(), result.transcript.end(), [](const auto& line) {
            return line.from == QLatin1String("staff") && line.text.contains(QLatin1String("Ruti"));
        }));
    }

    void aBotHasNoPhoneOfTheClinics()
    {
        const auto result =
            play(made(QStringLiteral("telegram"), "[{'say': 'Hi'}, {'staff': {'phone_reply': 'Hello'}}]", "{}"));
        QVERIFY(!result.passed);
        QVERIFY2(result.failures.join(QLatin1Char(' ')).contains(QLatin1String("no phone of its own")),
                 why(result).constData());
    }

    /// After 24 hours without a word WhatsApp refuses free text, and so does the desk.
    void theWindowOfWhatsAppCloses()
    {
        const auto result =
            play(made(QStringLiteral("whatsapp"),
                      "[{'say': 'Hi'}, {'wait': 'P2D'}, {'staff': {'reply': 'Are you coming?'}}]", "{}"));
        const auto late = std::count_if(result.transcript.begin(), result.transcript.end(), [](const auto& line) {
            return line.text.contains(QLatin1String("Are you coming"));
        });
        QCOMPARE(late, 0);
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "test_world.moc"
