// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/value.h"

#include <QTest>

using namespace delpek;
using namespace delpek::config;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millis"); // -1: refused
        const auto row = [](const char* text, qint64 millis) {
            QTest::newRow(text) << QString::fromLatin1(text) << millis;
        };
        row("0s", 0);
        row("500ms", 500);
        row("30s", 30'000);
        row("5m", 300'000);
        row("2h", 7'200'000);
        row("1d", 86'400'000);
        row("PT30S", 30'000);
        row("PT1M30S", 90'000);
        row("PT2H", 7'200'000);
        row("P1D", 86'400'000);
        row("P1DT1H", 90'000'000);
        row("", -1);
        row("30", -1);
        row("30 s", -1);
        row("-5s", -1);
        row("1.5s", -1);
        row("5M", -1);
        row("5mi", -1);
        row("P", -1);
        row("PT", -1);
        row("P1DT", -1);
        row("PT1S1M", -1);
        row("pt1s", -1);
        row("999999999999d", -1);
    }
    void durations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, millis);
        const auto duration = parseDuration(text);
        QCOMPARE(duration ? qint64(duration->count()) : -1, millis);
    }

    void bytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes");
        const auto row = [](const char* text, qint64 bytes) {
            QTest::newRow(text) << QString::fromLatin1(text) << bytes;
        };
        row("0", 0);
        row("512", 512);
        row("16KiB", 16'384);
        row("3MiB", 3'145'728);
        row("1GiB", 1'073'741'824);
        row("", -1);
        row("3MB", -1);
        row("3 MiB", -1);
        row("-1", -1);
        row("MiB", -1);
        row("9999999999", -1);
    }
    void bytes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        QCOMPARE(parseBytes(text).value_or(-1), bytes);
    }

    void rangesAndWords_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("complaint"); // empty: accepted
        const auto row = [](const char* name, const char* key, const char* text, const char* complaint) {
            QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(text)
                                << QString::fromLatin1(complaint);
        };
        row("port 0", "listen.port", "0", "");
        row("port 65535", "listen.port", "65535", "");
        row("port 65536", "listen.port", "65536", "must lie between 0 and 65535");
        row("negative", "listen.port", "-1", "must be a whole number");
        row("hexadecimal", "listen.port", "0x10", "must be a whole number");
        row("empty number", "listen.port", "", "must be a whole number");
        row("huge", "listen.port", "99999999999999999999", "must be a whole number");
        row("least duration", "listen.idle", "100ms", "");
        row("too short", "listen.idle", "99ms", "must lie between 100 and 3600000 ms");
        row("no unit", "listen.idle", "30", "must be a duration such as 500ms, 30s, 5m, 2h or PT30S");
        row("size", "listen.max-body", "1KiB", "");
        row("too small", "listen.max-body", "1023", "must lie between 1024 and 67108864 bytes");
        row("word", "telegram.mode", "webhook", "");
        row("wrong word", "telegram.mode", "Polling", "must be one of: polling, webhook");
        row("part of the words", "telegram.mode", "polling|webhook", "must be one of: polling, webhook");
        row("true", "telegram.enabled", "true", "");
        row("yes", "telegram.enabled", "yes", "must be true or false");
        row("location", "store.location", "postgresql://delpek@db:5432/delpek", "");
        row("location with password", "store.location", "postgresql://delpek:pw@db:5432/delpek",
            "holds a password, which does not belong here; remove it and store it with: delpekd secret set "
            "store.password");
    }
    void rangesAndWords()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(QString, complaint);
        const auto value = parseValue(*findKey(key), text);
        QCOMPARE(value ? QString() : value.error().detail, complaint);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
