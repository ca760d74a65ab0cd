// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/inifile.h"

#include <QRandomGenerator>
#include <QTest>

using namespace delpek;
using namespace delpek::config;

class TestIniFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected"); // line:key=value, parted by |
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("empty", "", "");
        row("comments only", "# a\n\n   # b\n", "");
        row("section", "[listen]\nport = 1\naddress=::1\n", "2:listen.port=1|3:listen.address=::1");
        row("without section", "listen.port = 1", "1:listen.port=1");
        row("two sections", "[a]\nx=1\n[b] # other\nx=2", "2:a.x=1|4:b.x=2");
        row("windows line ends and a mark at the start", "\xef\xbb\xbf[a]\r\nx = 1\r\n", "2:a.x=1");
        row("comment behind", "a.x = v # comment", "1:a.x=v");
        row("hash inside", "a.x = v#1", "1:a.x=v#1");
        row("only a comment", "a.x = # nothing", "1:a.x=");
        row("no value", "a.x =", "1:a.x=");
        row("equals sign in the value", "a.x = b=c", "1:a.x=b=c");
        row("quotes", "a.x = \" v # 1 \" # comment", "1:a.x= v # 1 ");
        row("escapes", "a.x = \"C:\\\\dir \\\"q\\\"\"", "1:a.x=C:\\dir \"q\"");
        row("Hebrew", "a.x = ד\"ר כהן", "1:a.x=ד\"ר כהן");
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const auto entries = parseIni(text, QStringLiteral("f"));
        QVERIFY2(entries, qPrintable(entries ? QString() : entries.error().detail));
        QStringList found;
        for (const IniEntry& entry : *entries) {
            found += QStringLiteral("%1:%2=%3").arg(entry.line).arg(entry.key, entry.value);
        }
        QCOMPARE(found.join(QLatin1Char('|')), expected);
    }

    void complains_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("begin");
        const auto row = [](const char* name, const char* text, const char* begin) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(begin);
        };
        row("no equals sign", "\nlisten.port 8787", "/etc/x.conf:2: not a setting");
        row("no key", "= 1", "/etc/x.conf:1: not a setting");
        row("open section", "[listen", "/etc/x.conf:1: not a section");
        row("section in capitals", "[Listen]", "/etc/x.conf:1: not a section");
        row("text behind a section", "[a] x", "/etc/x.conf:1: not a section");
        row("open quote", "a.x = \"v", "/etc/x.conf:1: the closing quote is missing");
        row("text behind quotes", "a.x = \"v\" w", "/etc/x.conf:1: text follows the closing quote");
        row("unknown escape", "a.x = \"\\n\"", "/etc/x.conf:1: inside quotes a backslash");
        row("backslash at the end", "a.x = \"\\", "/etc/x.conf:1: inside quotes a backslash");
        row("twice", "[a]\nx = 1\n\nx = 2", "/etc/x.conf:4: \"a.x\" stands already in line 2");
        row("twice in two forms", "a.x = 1\n[a]\nx = 2", "/etc/x.conf:3: \"a.x\" stands already in line 1");
        row("not UTF-8", "a.x = \xff", "/etc/x.conf: not UTF-8");
    }
    void complains()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, begin);
        const auto entries = parseIni(text, QStringLiteral("/etc/x.conf"));
        QVERIFY(!entries);
        QCOMPARE(entries.error().code, ErrorCode::InvalidInput);
        QCOMPARE(entries.error().detail.left(begin.size()), begin);
    }

    void noisePassesWithoutHarm()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        const QByteArray letters("[]=#\"\\ \n\r.ab\xd7\x90\0", 15);
        for (int round = 0; round < 2000; ++round) {
            QByteArray text;
            for (int i = random.bounded(60); i > 0; --i) {
                text += letters[random.bounded(static_cast<int>(letters.size()))];
            }
            const auto entries = parseIni(text, QStringLiteral("f"));
            QVERIFY(entries || entries.error().code == ErrorCode::InvalidInput);
        }
    }
};

QTEST_GUILESS_MAIN(TestIniFile)
#include "test_inifile.moc"
