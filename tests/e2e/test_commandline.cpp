// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "base/json.h"
#include "support/paths.h"

#include <QFile>
#include <QTest>

using namespace delpek;
using test::CommandResult;
using test::runCommand;

namespace
{

const QString scenarios = test::sourcePath("tests/scenarios/");

QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("a file of the test cannot be written");
    }
    return file.fileName();
}

} // namespace

/// delpekd as somebody at a terminal, or a script, meets it.
class TestCommandline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Nobody has to make folders before the first start.
    void theFirstStartMakesItsFolder()
    {
        const QTemporaryDir home;
        const auto file = write(home, QStringLiteral("patients.csv"), "name,phone\nDana Cohen,050-555 0101\n");
        const auto result =
            runCommand({QStringLiteral("book"), QStringLiteral("import"), QStringLiteral("patients"), file}, {},
                       {{QStringLiteral("XDG_DATA_HOME"), home.filePath(QStringLiteral("share"))}});
        QVERIFY2(result.errors.contains("the built-in book is empty"), result.errors.constData());
        const QString folder = home.filePath(QStringLiteral("share/delpek"));
        QVERIFY(QFile::exists(folder + QStringLiteral("/delpek.sqlite")));
        QVERIFY(!(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
    }

    void helps_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArrayList>("says");
        QTest::newRow("program") << QStringList{QStringLiteral("--help")}
                                 << QByteArrayList{"Usage",  "run",       "simulate", "understand", "config",
                                                   "secret", "templates", "waha",     "book",       "odoo"};
        for (const char* command :
             {"run", "simulate", "understand", "config", "secret", "templates", "waha", "book", "odoo"}) {
            QTest::newRow(command) << QStringList{QLatin1String(command), QStringLiteral("--help")}
                                   << QByteArrayList{"Usage: ", command};
        }
        QTest::newRow("version") << QStringList{QStringLiteral("--version")} << QByteArrayList{"delpekd "};
    }

    void helps()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArrayList, says);
        const auto result = runCommand(arguments);
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
        for (const auto& word : says) {
            QVERIFY2(result.output.contains(word), result.output.constData());
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("names");
        const auto row = [](const char* tag, std::initializer_list<const char*> words, const char* names) {
            QStringList arguments;
            for (const char* word : words) {
                arguments.append(QString::fromUtf8(word));
            }
            QTest::newRow(tag) << arguments << QByteArray(names);
        };
        const QByteArray scenarios = test::sourcePath("tests/scenarios").toUtf8();
        row("nothing", {}, "Usage");
        row("command", {"dance"}, "\"dance\"");
        row("run: option", {"run", "--dance"}, "--dance");
        row("run: word", {"run", "dance"}, "dance");
        row("run: value missing", {"run", "--listen.port"}, "--listen.port");
        row("run: no such file", {"run", "--config", "/nowhere/delpek.conf"}, "/nowhere/delpek.conf");
        row("run: key", {"run", "--set", "listen.prot=1"}, "listen.port");
        row("run: value", {"run", "--set", "listen.port=high"}, "listen.port");
        row("run: range", {"run", "--set", "listen.port=70000"}, "65535");
        row("config: option", {"config", "--dance"}, "--dance");
        row("simulate: option", {"simulate", "--dance"}, "dance");
        row("simulate: nothing", {"simulate"}, "scenario");
        row("simulate: no such file", {"simulate", "/nowhere/a.json"}, "/nowhere/a.json");
        row("simulate: brain", {"simulate", "--brain", "big", "x"}, "big");
        row("simulate: team", {"simulate", "--team", "nobody", scenarios.constData()}, "nobody");
        row("simulate: repeat", {"simulate", "--repeat", "0", "x"}, "--repeat");
        row("understand: option", {"understand", "--dance"}, "dance");
        row("understand: time", {"understand", "--now", "soon"}, "--now");
        row("understand: word", {"understand", "file"}, "file");
        row("secret: word", {"secret", "dance"}, "Usage");
        row("templates: word", {"templates", "dance"}, "Usage");
        row("waha: word", {"waha", "dance"}, "Usage");
        row("waha: no session", {"waha", "pair"}, "waha.session is empty");
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, names);
        const auto result =
            runCommand(arguments, {}, {{QStringLiteral("DELPEK_SECRETS_STORE"), QStringLiteral("environment")}});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(names), result.errors.constData());
        QVERIFY2(result.output.isEmpty(), result.output.constData());
    }

    void namesThePlaceInAFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("remedy");
        QTest::newRow("unknown key") << QByteArray("# ours\nlisten.prot = 80\n") << 2
                                     << QByteArray("did you mean \"listen.port\"?");
        QTest::newRow("bad number") << QByteArray("listen.port = high\n") << 1 << QByteArray("listen.port");
        QTest::newRow("out of range") << QByteArray("\n\nlisten.port = 70000\n") << 3 << QByteArray("65535");
        QTest::newRow("bad word") << QByteArray("log.level = loud\n") << 1 << QByteArray("warning");
        QTest::newRow("bad duration") << QByteArray("agent.quiet-window = soon\n") << 1
                                      << QByteArray("agent.quiet-window");
        QTest::newRow("no setting") << QByteArray("listen\n") << 1 << QByteArray("key = value");
        QTest::newRow("twice") << QByteArray("listen.port = 1\nlisten.port = 2\n") << 2 << QByteArray("line 1");
        QTest::newRow("secret") << QByteArray("whatsapp.access-token = EAAG1\n") << 1
                                << QByteArray("delpekd secret set whatsapp.access-token");
    }

    void namesThePlaceInAFile()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QByteArray, remedy);
        const QTemporaryDir folder;
        const QString path = write(folder, QStringLiteral("delpek.conf"), text);
        for (const char* command : {"run", "config"}) {
            const auto result = runCommand({QLatin1String(command), QStringLiteral("--config"), path});
            QCOMPARE(result.exitCode, 2);
            QVERIFY2(result.errors.startsWith(path.toUtf8() + ":" + QByteArray::number(line) + ": "),
                     result.errors.constData());
            QVERIFY2(result.errors.contains(remedy), result.errors.constData());
            QVERIFY(!result.errors.contains("EAAG1"));
        }
    }

    void saysWhatKeepsItFromStarting_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QByteArray>("names");
        QTest::newRow("clinic's file") << QStringLiteral("clinic.file=/nowhere/clinic.json")
                                       << QByteArray("/nowhere/clinic.json");
        QTest::newRow("secret") << QStringLiteral("whatsapp.phone-number-id=1") << QByteArray("whatsapp.access-token");
        QTest::newRow("bot's token") << QStringLiteral("telegram.enabled=true") << QByteArray("telegram.bot-token");
        QTest::newRow("store") << QStringLiteral("store.location=sqlite:/nowhere/a.sqlite") << QByteArray("/nowhere");
        QTest::newRow("address") << QStringLiteral("listen.address=203.0.113.7") << QByteArray("203.0.113.7");
    }

    void saysWhatKeepsItFromStarting()
    {
        QFETCH(QString, setting);
        QFETCH(QByteArray, names);
        const QTemporaryDir folder;
        QStringList arguments{QStringLiteral("run"), QStringLiteral("--secrets.store"), QStringLiteral("environment"),
                              QStringLiteral("--listen.port"), QStringLiteral("0")};
        arguments << QStringLiteral("--store.location")
                  << QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("a.sqlite")) << QStringLiteral("--set")
                  << setting;
        const auto result = runCommand(arguments);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains(names), result.errors.constData());
        QVERIFY2(result.output.isEmpty(), result.output.constData());
    }

    void showsSettingsWithTheirOrigin()
    {
        const QTemporaryDir folder;
        const QString path = write(folder, QStringLiteral("delpek.conf"), "[listen]\nport = 1234\nidle = 5s\n");
        const auto result =
            runCommand({QStringLiteral("config"), QStringLiteral("--config"), path, QStringLiteral("--log.level"),
                        QStringLiteral("debug")},
                       {},
                       {{QStringLiteral("DELPEK_LISTEN_IDLE"), QStringLiteral("7s")},
                        {QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN"), QStringLiteral("EAAGhidden")},
                        {QStringLiteral("DELPEK_LISTEN_PROT"), QStringLiteral("9")}});
        QCOMPARE(result.exitCode, 0);
        const auto lines = result.output.split('\n');
        const auto has = [&](const QByteArray& line) { return lines.contains(line); };
        QVERIFY2(has("listen.port = 1234   # from " + path.toUtf8() + ":2"), result.output.constData());
        QVERIFY(has("listen.idle = 7s   # from environment DELPEK_LISTEN_IDLE"));
        QVERIFY(has("log.level = debug   # from command line"));
        QVERIFY(has("listen.address = 127.0.0.1   # from default"));
        QVERIFY2(result.errors.contains("DELPEK_LISTEN_PROT"), result.errors.constData());
        QVERIFY(!result.output.contains("EAAGhidden") && !result.errors.contains("EAAGhidden"));
        QVERIFY(!result.output.contains("access-token"));
    }

    void understandsLineByLine()
    {
        const QByteArray input = "{\"id\":\"a\",\"text\":\"How much is a cleaning?\",\"lang\":\"en\"}\n"
                                 "this is no JSON\n"
                                 "\n"
                                 "{\"id\":\"b\"}\n"
                                 "{\"id\":7,\"text\":\"number\"}\n"
                                 "[]\n"
                                 "{\"id\":\"c\",\"text\":\"אני רוצה לקבוע תור לניקוי אבנית\",\"more\":1}\n"
                                 "{\"id\":\"d\",\"text\":\"I cannot breathe and my face is swollen\"}";
        const auto result = runCommand(
            {QStringLiteral("understand"), QStringLiteral("--now"), QStringLiteral("2026-03-03T10:00:00+02:00")},
            input);
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
        auto lines = result.output.split('\n');
        QCOMPARE(lines.takeLast(), QByteArray());
        QCOMPARE(lines.size(), 7);
        std::vector<base::Json> answers;
        for (const auto& line : lines) {
            const auto json = base::parseJson(line);
            QVERIFY2(json, line.constData());
            answers.push_back(*json);
        }
        const QStringList ids{QStringLiteral("a"), {}, {}, {}, {}, QStringLiteral("c"), QStringLiteral("d")};
        for (qsizetype i = 0; i < ids.size(); ++i) {
            const auto& answer = answers[size_t(i)];
            QVERIFY(answer.contains("id"));
            QCOMPARE(base::textAt(answer, "id"), ids[i]);
            QCOMPARE(answer["id"].is_null(), ids[i].isEmpty());
            QCOMPARE(answer.contains("error"), ids[i].isEmpty());
            if (!ids[i].isEmpty()) {
                for (const char* key : {"intent", "score", "urgency", "rules", "slots"}) {
                    QVERIFY2(answer.contains(key), key);
                }
            }
        }
        QCOMPARE(base::textAt(answers[6], "urgency"), QStringLiteral("EMERGENCY"));
        QVERIFY(!answers[6]["rules"].empty());
        QCOMPARE(base::textAt(answers[5]["slots"], "treatment"), QStringLiteral("cleaning"));
    }

    void namesThePlaceInAScenario()
    {
        const QTemporaryDir folder;
        const QString good = scenarios + QStringLiteral("next-visit-and-balance-en.json");
        const QString bad = write(folder, QStringLiteral("bad.json"),
                                  R"({"id":"x","now":"2026-03-03T10:00:00+02:00","channel":"telegram","patient":{},)"
                                  R"("script":[{"say":"hi"},{"answer":{},"max":-1}],"expect":{}})");
        const auto result = runCommand({QStringLiteral("simulate"), good, bad});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(bad.toUtf8()), result.errors.constData());
        QVERIFY2(result.errors.contains("script[1]"), result.errors.constData());
    }

    void reports()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.json"));
        const QString good = scenarios + QStringLiteral("next-visit-and-balance-en.json");
        QFile file(good);
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto scenario = base::parseJson(file.readAll()).value();
        scenario["id"] = "impossible";
        scenario["expect"] = {{"says", {"a unicorn"}}};
        const QString bad = write(folder, QStringLiteral("impossible.json"), base::toBytes(scenario));

        const auto result = runCommand({QStringLiteral("simulate"), good, bad, QStringLiteral("--report"), path});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.output.contains("1 of 2 scenarios passed"), result.output.constData());
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto report = base::parseJson(written.readAll()).value();
        QCOMPARE(base::integerAt(report, "total").value_or(0), qint64(2));
        QCOMPARE(base::integerAt(report, "passed").value_or(0), qint64(1));
        const auto& results = base::at(report, "results");
        QCOMPARE(results.size(), size_t(2));
        for (const auto& one : results) {
            QVERIFY(one["id"].is_string() && one["passed"].is_boolean() && one["failures"].is_array());
            QVERIFY(one["turns"].is_number_integer() && one["automated"].is_boolean());
            QVERIFY(one["appointments_added"].is_array() && one["holder"].is_string());
            QVERIFY(one.contains("escalation"));
            QVERIFY(!one["transcript"].empty());
            for (const auto& line : one["transcript"]) {
                QVERIFY(line["from"].is_string() && line["text"].is_string() && line.contains("asks"));
            }
        }
        QVERIFY(results[0]["passed"].get<bool>() && results[0]["failures"].empty());
        QVERIFY(!results[1]["passed"].get<bool>() && !results[1]["failures"].empty());
        QVERIFY(!results[1]["automated"].get<bool>());
    }
};

QTEST_GUILESS_MAIN(TestCommandline)
#include "test_commandline.moc"
