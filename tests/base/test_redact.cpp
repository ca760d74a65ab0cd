// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redact.h"

#include <QTest>

using delpek::base::redact;

class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("bearer", "header Authorization: Bearer EAAGm0PX4ZCpsBA.x-y_z=", "header Authorization: Bearer [redacted]");
        row("bearer in lower case", "bearer abcdef123456 sent", "bearer [redacted] sent");
        row("bot URL", "GET https://api.telegram.org/bot123456789:AAF0abcdefghijklmnopqrstuvwxyz_-123/getMe failed",
            "GET https://api.telegram.org/bot[redacted]/getMe failed");
        row("Meta token", "token is EAAGm0PX4ZCpsBAabcdefghij0123456789", "token is [redacted]");
        row("model key",
            "key sk-"
            "ant-abcdefghij0123456789 refused",
            "key [redacted] refused");
        row("query", "GET /v25.0/me?access_token=abc123&fields=id", "GET /v25.0/me?access_token=[redacted]&fields=id");
        row("JSON member", "{\"password\": \"hunter two\"}", "{\"password\": \"[redacted] two\"}");
        row("database", "postgresql://delpek:pa:ss@db:5432/delpek", "postgresql://delpek:[redacted]@db:5432/delpek");
        row("mobile", "call 0501234567 now", "call [number] now");
        row("mobile with dashes", "call 050-123-4567 now", "call [number] now");
        row("international", "call +972 50 123 4567, please", "call [number], please");
        row("brackets", "call +1 (555) 123-4567", "call [number]");
        row("wa_id in a word", "to=972501234567", "to=[number]");
        row("two", "0501234567,0529876543", "[number],[number]");
        row("after a date", "2026-11-21 0501234567", "2026-11-21 [number]");
        row("date and time", "due 2026-11-21 10:30 for conversation 1234",
            "due 2026-11-21 10:30 for conversation 1234");
        row("ISO time", "2026-11-21T10:30:00.123Z", "2026-11-21T10:30:00.123Z");
        row("short numbers", "conversation 12345678 at 10.0.0.12:8787", "conversation 12345678 at 10.0.0.12:8787");
        row("Hebrew", "הודעה 17 נשלחה", "הודעה 17 נשלחה");
        row("nothing", "", "");
    }
    void masks()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(redact(text), expected);
        QCOMPARE(redact(redact(text)), expected);
    }

    void longTextIsNoTrouble()
    {
        const QString text = QString(200'000, QLatin1Char('-')) + QStringLiteral("0501234567");
        QVERIFY(!redact(text).contains(QStringLiteral("0501234567")));
        QCOMPARE(redact(QString(100'000, QLatin1Char('7'))), QStringLiteral("[number]"));
    }
};

QTEST_GUILESS_MAIN(TestRedact)
#include "test_redact.moc"
