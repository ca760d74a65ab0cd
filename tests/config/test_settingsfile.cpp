// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsfile.h"

#include "config/config.h"
#include "config/inifile.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using namespace delpek::config;

class TestSettingsFile : public QObject
{
    Q_OBJECT

    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

private Q_SLOTS:
    void writes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* before, const char* key, const char* value,
                            const char* after) {
            QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(key) << QString::fromUtf8(value)
                                << QByteArray(after);
        };
        row("empty file", "", "telegram.enabled", "true", "[telegram]\nenabled = true\n");
        row("value in place, comments and order kept", "# ours\n[a]\n  x  =  old   # why\ny = 2\n", "a.x", "new",
            "# ours\n[a]\n  x  =  new   # why\ny = 2\n");
        row("no spaces", "[a]\nx=1\n", "a.x", "2", "[a]\nx=2\n");
        row("empty value", "[a]\nx =\n", "a.x", "2", "[a]\nx = 2\n");
        row("only a comment", "[a]\nx = # not yet\n", "a.x", "2", "[a]\nx = 2 # not yet\n");
        row("to empty", "[a]\nx = 1 # c\n", "a.x", "", "[a]\nx =  # c\n");
        row("hash inside the old value", "[a]\nx = v#1\n", "a.x", "w", "[a]\nx = w\n");
        row("quotes needed", "[a]\nx = 1\n", "a.x", "a # b", "[a]\nx = \"a # b\"\n");
        row("quotes and backslash", "[a]\nx = 1\n", "a.x", "\"C:\\d\" ", "[a]\nx = \"\\\"C:\\\\d\\\" \"\n");
        row("old value quoted", "[a]\nx = \"v # \\\" 1\" # c\n", "a.x", "w", "[a]\nx = w # c\n");
        row("Hebrew", "[a]\nx = ד\"ר כהן # רופאה\n", "a.x", "ד\"ר לוי", "[a]\nx = ד\"ר לוי # רופאה\n");
        row("without section", "a.x = 1\n", "a.x", "2", "a.x = 2\n");
        row("new in its section, before what follows", "[a]\nx = 1\n\n# of b\n[b]\ny = 1\n", "a.z", "3",
            "[a]\nx = 1\nz = 3\n\n# of b\n[b]\ny = 1\n");
        row("new in an empty section", "[a]\n# nothing yet\n[b]\ny = 1\n", "a.z", "3",
            "[a]\nz = 3\n# nothing yet\n[b]\ny = 1\n");
        row("the longer section fits better", "[notify]\nx = 1\n[notify.email]\nby = off\n", "notify.email.from",
            "a@b.c", "[notify]\nx = 1\n[notify.email]\nby = off\nfrom = a@b.c\n");
        row("a section whose name only begins alike", "[we]\nx = 1\n", "webchat.enabled", "true",
            "[we]\nx = 1\n\n[webchat]\nenabled = true\n");
        row("new section", "[a]\nx = 1\n", "odoo.url", "https://o.example",
            "[a]\nx = 1\n\n[odoo]\nurl = https://o.example\n");
        row("no end of line at the end", "[a]\nx = 1", "b.y", "2", "[a]\nx = 1\n\n[b]\ny = 2\n");
        row("no end of line, same section", "[a]\nx = 1", "a.y", "2", "[a]\nx = 1\ny = 2");
        row("ends of lines of Windows", "[a]\r\nx = 1 # c\r\n", "a.x", "2", "[a]\r\nx = 2 # c\r\n");
        row("new with ends of lines of Windows", "[a]\r\nx = 1\r\n", "a.y", "2", "[a]\r\nx = 1\r\ny = 2\r\n");
        row("a mark at the start", "\xef\xbb\xbf[a]\nx = 1\n", "a.y", "2", "\xef\xbb\xbf[a]\nx = 1\ny = 2\n");
        row("a regular expression's signs", "[a]\nx = 1\n", "a.x", "\\1 $&", "[a]\nx = \\1 $&\n");
    }
    void writes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QByteArray, after);
        const auto written = withSettings(before, {{key, value}}, QStringLiteral("f"));
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
        QCOMPARE(*written, after);
        // What was written is what is read.
        const auto entries = parseIni(*written, QStringLiteral("f"));
        QVERIFY(entries);
        const auto found = std::ranges::find(*entries, key, &IniEntry::key);
        QVERIFY(found != entries->end());
        QCOMPARE(found->value, value);
        // And again it changes nothing.
        QCOMPARE(withSettings(*written, {{key, value}}, QStringLiteral("f")).value(), after);
    }

    void severalAtOnce()
    {
        const auto written = withSettings("[odoo]\nurl = a # c\n",
                                          {{QStringLiteral("odoo.url"), QStringLiteral("b")},
                                           {QStringLiteral("odoo.login"), QStringLiteral("me")},
                                           {QStringLiteral("llm.model"), QStringLiteral("m")},
                                           {QStringLiteral("llm.provider"), QStringLiteral("gemini")}},
                                          QStringLiteral("f"));
        QCOMPARE(written.value(),
                 QByteArray("[odoo]\nurl = b # c\nlogin = me\n\n[llm]\nmodel = m\nprovider = gemini\n"));
    }

    void whatCannotBeIsRefused()
    {
        const auto broken = withSettings("[a\n", {{QStringLiteral("a.x"), QStringLiteral("1")}}, QStringLiteral("f"));
        QVERIFY(broken.error().detail.startsWith(QStringLiteral("f:1:")));
        const auto lines =
            withSettings("", {{QStringLiteral("a.x"), QStringLiteral("geheim\nb.y = 2")}}, QStringLiteral("f"));
        QVERIFY(lines.error().code == ErrorCode::InvalidInput);
        QVERIFY(lines.error().detail.startsWith(QStringLiteral("a.x:")));
        QVERIFY(!lines.error().detail.contains(QStringLiteral("geheim")));
    }

    void theFileIsMadeAndOnlyItsOwnTextChanges()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new/delpek.conf"));
        QVERIFY(keepSettings(path, {{QStringLiteral("telegram.enabled"), QStringLiteral("true")}}));
        QCOMPARE(contents(path), QByteArray("[telegram]\nenabled = true\n"));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(keepSettings(path, {{QStringLiteral("telegram.enabled"), QStringLiteral("false")}}));
        QCOMPARE(contents(path), QByteArray("[telegram]\nenabled = false\n"));
        QVERIFY(!(QFile::permissions(path) & (QFile::ReadOther | QFile::ReadGroup)));
    }

    /// Nothing half written: not the file, and nothing left beside it.
    void whatFailsLeavesTheFileAsItWas()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("delpek.conf"));
        const QByteArray before = "[a]\nx = 1\nthis is no setting\n";
        write(path, before);
        QVERIFY(!keepSettings(path, {{QStringLiteral("a.x"), QStringLiteral("2")}}));
        QCOMPARE(contents(path), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("delpek.conf")});
        // A folder that cannot be made, because a file stands there.
        const auto refused =
            keepSettings(path + QStringLiteral("/sub/delpek.conf"), {{QStringLiteral("a.x"), QStringLiteral("2")}});
        QCOMPARE(refused.error().key, QStringLiteral("setup.file"));
        QCOMPARE(contents(path), before);
        // What another one left in the middle of its writing is not read.
        write(path, "[telegram]\nenabled = false\n");
        write(path + QStringLiteral(".a1B2c3"), "[telegram]\nena");
        QVERIFY(keepSettings(path, {{QStringLiteral("telegram.enabled"), QStringLiteral("true")}}));
        QCOMPARE(contents(path), QByteArray("[telegram]\nenabled = true\n"));
    }

    void aLinkStaysALink()
    {
        QTemporaryDir folder;
        const QString real = folder.filePath(QStringLiteral("real.conf"));
        const QString link = folder.filePath(QStringLiteral("delpek.conf"));
        write(real, "[a]\nx = 1\n");
        QVERIFY(QFile::link(real, link));
        QVERIFY(keepSettings(link, {{QStringLiteral("a.x"), QStringLiteral("2")}}));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(contents(real), QByteArray("[a]\nx = 2\n"));
    }

    void aConfigurationTellsWhatItMayBecome_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char* name, const char* key, const char* value, const char* refusal) {
            QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(value)
                                << QString::fromLatin1(refusal);
        };
        row("a default", "odoo.login", "me", "");
        row("from the file", "telegram.enabled", "false", "");
        row("against the rule", "telegram.enabled", "perhaps", "setup.value");
        row("no such choice", "clinic.records", "paper", "setup.value");
        row("environment", "odoo.url", "https://b.example", "setup.overridden");
        row("command line", "llm.model", "b", "setup.overridden");
        row("unknown", "odoo.colour", "red", "setup.unknown");
    }
    void aConfigurationTellsWhatItMayBecome()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, refusal);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("delpek.conf"));
        write(path, "[telegram]\nenabled = true\n");
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("DELPEK_ODOO_URL"), QStringLiteral("https://a.example"));
        const auto config = Config::load({QStringLiteral("/nowhere/delpek.conf"), path}, environment,
                                         {QStringLiteral("--llm.model"), QStringLiteral("a")});
        QVERIFY(config);
        QCOMPARE(config->ownFile(), path);
        const auto then = config->with({{key, value}});
        QCOMPARE(then ? QString() : then.error().key, refusal);
        if (then) {
            QCOMPARE(then->text(key), value);
        } else {
            QVERIFY(!then.error().detail.contains(value));
        }
    }
};

QTEST_MAIN(TestSettingsFile)
#include "test_settingsfile.moc"
