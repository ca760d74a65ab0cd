// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qrcode.h"

#include <QTest>

using namespace delpek::app;

/// A code of 21 modules, whose three corners are what scanners look for.
class TestQrCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsThreeCorners()
    {
        const auto code = qrCode(QStringLiteral("2@abc"));
        QVERIFY(code);
        QCOMPARE(code->width, 21);
        for (const auto& [x, y] : {std::pair(0, 0), std::pair(14, 0), std::pair(0, 14)}) {
            for (int i = 0; i < 7; ++i) {
                QVERIFY(code->isDark(x + i, y) && code->isDark(x, y + i) && code->isDark(x + i, y + 6));
            }
            QVERIFY(code->isDark(x + 3, y + 3));
            QVERIFY(!code->isDark(x + 1, y + 1));
        }
        QVERIFY(!code->isDark(-1, 0));
        QVERIFY(!code->isDark(0, 21));
    }

    void isDrawnWithItsQuietZone()
    {
        const auto code = qrCode(QStringLiteral("2@abc")).value();
        const QStringList lines = asBlocks(code).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 15);
        for (const QString& line : lines) {
            QCOMPARE(line.size(), 29);
            QVERIFY(line.startsWith(QString(4, QChar(0x2588))));
        }
        QCOMPARE(lines[2].mid(4, 3), QStringLiteral(" ▄▄"));
        const QByteArray svg = asSvg(code);
        QVERIFY(svg.contains("viewBox=\"0 0 29 29\""));
        QVERIFY(svg.contains("M4 4h1v1h-1z"));
    }

    void refusesWhatItCannotHold()
    {
        QVERIFY(!qrCode(QString()));
        QVERIFY(!qrCode(QString(5000, QLatin1Char('x'))));
        QVERIFY(qrCode(QString(800, QLatin1Char('x'))));
    }
};

QTEST_APPLESS_MAIN(TestQrCode)
#include "test_qrcode.moc"
