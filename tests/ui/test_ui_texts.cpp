// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "support/paths.h"
#include "ui/application.h"
#include "ui/wording.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace delpek;

class TestUiTexts : public QObject
{
    Q_OBJECT

    static QString textOf(const QString& file)
    {
        QFile source(test::sourcePath("translations/") + file);
        return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
    }

    /// The first capture of every match in the sources of one folder of the core.
    static QStringList keysIn(const QString& folder, const QRegularExpression& pattern)
    {
        QStringList keys;
        for (QDirIterator it(test::sourcePath("core/") + folder, {QStringLiteral("*.cpp")}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile source(it.next());
            if (source.open(QIODevice::ReadOnly)) {
                for (auto match = pattern.globalMatch(QString::fromUtf8(source.readAll())); match.hasNext();) {
                    keys += match.next().captured(1);
                }
            }
        }
        return keys;
    }

    static base::Json resource(const char* rules)
    {
        QFile file(QStringLiteral(":/delpek/rules/") + QLatin1String(rules));
        return file.open(QIODevice::ReadOnly) ? base::parseJson(file.readAll()).value_or(base::Json()) : base::Json();
    }

private Q_SLOTS:
    void nothingIsUnfinished_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("he") << QStringLiteral("delpek_he.ts");
        QTest::newRow("en") << QStringLiteral("delpek_en.ts");
    }

    void nothingIsUnfinished()
    {
        QFETCH(QString, file);
        const QString text = textOf(file);
        QVERIFY(text.contains(QStringLiteral("<translation")));
        QVERIFY(!text.contains(QStringLiteral("type=\"unfinished\"")));
        QVERIFY(!text.contains(QStringLiteral("type=\"vanished\"")));
        QVERIFY(!text.contains(QStringLiteral("<translation></translation>")));
    }

    void placeholdersAreKept()
    {
        QXmlStreamReader xml(textOf(QStringLiteral("delpek_he.ts")));
        static const QRegularExpression placeholder(QStringLiteral("%\\d"));
        const auto found = [](const QString& text) {
            QStringList all;
            for (auto match = placeholder.globalMatch(text); match.hasNext();) {
                all.append(match.next().captured());
            }
            all.sort();
            return all;
        };
        QString source;
        int checked = 0;
        while (xml.readNextStartElement() || !xml.atEnd()) {
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation") && !source.contains(QLatin1String("%n"))) {
                const QString translation = xml.readElementText();
                QVERIFY2(found(source) == found(translation), qPrintable(source));
                ++checked;
            }
        }
        QVERIFY(checked > 150);
    }

    void wordsFollowTheLanguage()
    {
        ui::applyLanguage(*qApp, domain::Language::Hebrew);
        QCOMPARE(ui::words::urgency(domain::Urgency::Emergency), QStringLiteral("חירום"));
        QCOMPARE(qApp->layoutDirection(), Qt::RightToLeft);
        QVERIFY(ui::words::author(domain::AuthorKind::Agent, QStringLiteral("Alex")).contains(QStringLiteral("אלכס")));
        QVERIFY(ui::words::author(domain::AuthorKind::Agent, QStringLiteral("Mia")).contains(QStringLiteral("Mia")));
        ui::applyLanguage(*qApp, domain::Language::English);
        QCOMPARE(ui::words::urgency(domain::Urgency::Emergency), QStringLiteral("Emergency"));
        QCOMPARE(ui::words::waited(std::chrono::hours(24)), QStringLiteral("1 day"));
        QCOMPARE(ui::words::waited(std::chrono::hours(50)), QStringLiteral("2 days"));
        QCOMPARE(ui::words::waited(std::chrono::minutes(80)), QStringLiteral("1 h 20 min"));
    }

    void everyErrorHasASentence()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            QVERIFY(!ui::words::sentence(Error{ErrorCode(code), {}, {}}).isEmpty());
        }
    }

    void everyIntentHasWords()
    {
        QFile file(QStringLiteral(":/delpek/language/intents.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = base::parseJson(file.readAll()).value_or(base::Json());
        const base::Json& intents = base::at(json, "intents");
        QVERIFY(intents.size() > 20);
        for (const auto& [id, cues] : intents.items()) {
            const QString name = QString::fromStdString(id);
            QVERIFY2(ui::words::intent(name) != name, id.c_str());
        }
    }

    /// The keys are read from the core's own sources: a new one without words fails here.
    void everyReasonHasWords_data()
    {
        QTest::addColumn<QString>("key");
        const auto row = [](const QString& key) { QTest::newRow(qPrintable(key)) << key; };
        static const QRegularExpression sending(QStringLiteral("(?<!cutPoint\\()\"((?:send|channel)\\.[A-Za-z-]+)\""));
        static const QRegularExpression turning(
            QStringLiteral("(?:handOver|askDoctor|giveUp)\\(QStringLiteral\\(\"([a-z_.-]+)\"\\)"));
        static const QRegularExpression asking(
            QStringLiteral("\\{\"[a-z_]+\", \"([a-z_.]+)\", \"handover\\.[a-z_]+\"\\}"));
        QStringList keys;
        for (const auto& folder : {"channels", "node"}) {
            keys += keysIn(QLatin1String(folder), sending);
        }
        keys += keysIn(QStringLiteral("agent"), turning);
        keys += keysIn(QStringLiteral("agent"), asking);
        const auto responses = resource("responses.json");
        for (const auto& response : base::at(responses, "responses").items()) {
            keys += QStringLiteral("triage.") + QString::fromStdString(response.key());
        }
        keys.sort();
        keys.removeDuplicates();
        QVERIFY(keys.size() > 30);
        std::for_each(keys.begin(), keys.end(), row);
    }

    void everyReasonHasWords()
    {
        QFETCH(QString, key);
        QVERIFY2(!ui::words::escalationReason(key).isEmpty(), "add it to ui/reasonwords.cpp and translate it");
    }

    void everyTriageRuleHasWords()
    {
        int checked = 0;
        const auto triage = resource("triage.json");
        for (const auto& rule : base::at(triage, "rules")) {
            const QString id = base::textAt(rule, "id");
            QVERIFY2(!ui::words::triageRule(id).isEmpty(), qPrintable(id));
            ++checked;
        }
        QVERIFY(checked > 20);
    }

    /// What a person at the desk can run into has a sentence that says more than its code.
    void everyKeyOfTheDeskHasASentence()
    {
        static const QRegularExpression own(
            QStringLiteral("\"((?:send|window|clinic|phone)\\.(?!file|json|not-empty)[a-z-]+)\""));
        QStringList keys;
        for (const auto& folder : {"desk", "clinic"}) {
            keys += keysIn(QLatin1String(folder), own);
        }
        // What stands in the way of a channel's account is shown where people write.
        for (const auto& folder : {"channels/waha", "channels/telegram"}) {
            keys += keysIn(QLatin1String(folder), QRegularExpression(QStringLiteral("\"(channel\\.[A-Za-z]+)\"")));
        }
        keys += keysIn(QStringLiteral("notify"),
                       QRegularExpression(QStringLiteral(
                           "\"(notice\\.(?:[a-z]+[A-Z][A-Za-z]+|nobody|unanswered|held|off|rejected|unknown))\"")));
        QVERIFY(keys.size() > 16);
        for (const auto& key : keys) {
            QVERIFY2(!ui::words::keySentence(key).isEmpty(), qPrintable(key));
            QCOMPARE(ui::words::sentence(Error{ErrorCode::Internal, key, {}}), ui::words::keySentence(key));
        }
    }

    void theGravestRuleIsTold()
    {
        domain::Escalation escalation;
        escalation.reason = QStringLiteral("triage.ambulance");
        QCOMPARE(ui::words::why(escalation), QStringLiteral("Signs of a medical emergency"));
        escalation.rules = QStringList{QStringLiteral("airway-breathing"), QStringLiteral("fever")};
        QCOMPARE(ui::words::why(escalation), QStringLiteral("Trouble breathing"));
        escalation.rules = QStringList{QStringLiteral("of a later version")};
        QCOMPARE(ui::words::why(escalation), QStringLiteral("Signs of a medical emergency"));
        escalation.reason = QStringLiteral("send.newReason");
        QCOMPARE(ui::words::why(escalation), QStringLiteral("A message was not sent"));
        escalation.reason = QStringLiteral("something new");
        QCOMPARE(ui::words::why(escalation), QStringLiteral("Waits for a person"));
    }

    /// Every sentence of these tables is translated, each literally as it stands in the source.
    void everyReasonIsTranslated()
    {
        const QString translations = textOf(QStringLiteral("delpek_he.ts"));
        static const QRegularExpression text(
            QStringLiteral("QT_TRANSLATE_NOOP\\(\\s*\"(\\w+)\",\\s*((?:\"[^\"]*\"\\s*)+)\\)"));
        int checked = 0;
        for (const auto& name : {"reasonwords.cpp", "errorwords.cpp", "escalations/escalationwords.cpp",
                                 "sorting/sortingwords.cpp", "desktop/desktopwords.cpp", "shifts/shiftwords.cpp"}) {
            QFile source(test::sourcePath("ui/") + QLatin1String(name));
            QVERIFY(source.open(QIODevice::ReadOnly));
            for (auto it = text.globalMatch(QString::fromUtf8(source.readAll())); it.hasNext();) {
                QString sentence = it.next().captured(2);
                sentence.remove(QRegularExpression(QStringLiteral("\"\\s*\""))).remove(QLatin1Char('"'));
                sentence = sentence.trimmed().toHtmlEscaped().replace(QLatin1Char('\''), QStringLiteral("&apos;"));
                QVERIFY2(translations.contains(QStringLiteral("<source>%1</source>").arg(sentence)),
                         qPrintable(sentence));
                ++checked;
            }
        }
        QVERIFY(checked > 70);
    }
};

QTEST_MAIN(TestUiTexts)
#include "test_ui_texts.moc"
