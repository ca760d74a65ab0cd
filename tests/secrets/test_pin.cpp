// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/pin.h"

#include <QTest>

using namespace delpek;

class TestPin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPinsThatAreHardToGuess_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<bool>("good");
        QTest::newRow("six digits") << "274019" << true;
        QTest::newRow("twelve digits") << "274019274019" << true;
        QTest::newRow("five digits") << "27401" << false;
        QTest::newRow("thirteen digits") << "2740192740190" << false;
        QTest::newRow("letters") << "27401a" << false;
        QTest::newRow("Arabic digits") << QStringLiteral("٢٧٤٠١٩") << false;
        QTest::newRow("one digit") << "777777" << false;
        QTest::newRow("a row") << "123456" << false;
        QTest::newRow("a row backwards") << "654321" << false;
        QTest::newRow("empty") << "" << false;
    }

    void onlyPinsThatAreHardToGuess()
    {
        QFETCH(QString, pin);
        QFETCH(bool, good);
        QCOMPARE(secrets::checkPin(pin).has_value(), good);
    }

    void aHashTellsThePinAndNothingElse()
    {
        const auto hash = secrets::hashPin(QStringLiteral("274019"));
        QVERIFY(hash);
        QVERIFY(hash->startsWith(QStringLiteral("$argon2id$")));
        QVERIFY(!hash->contains(QStringLiteral("274019")));
        QVERIFY(secrets::pinMatches(QStringLiteral("274019"), *hash));
        QVERIFY(!secrets::pinMatches(QStringLiteral("274018"), *hash));
        QVERIFY(!secrets::pinMatches(QString(), *hash));
        const auto again = secrets::hashPin(QStringLiteral("274019"));
        QVERIFY(again && *again != *hash);
    }

    void aBrokenHashMatchesNothing()
    {
        QVERIFY(!secrets::pinMatches(QStringLiteral("274019"), QString()));
        QVERIFY(!secrets::pinMatches(QStringLiteral("274019"), QStringLiteral("274019")));
        QVERIFY(!secrets::pinMatches(QStringLiteral("274019"), QString(400, QLatin1Char('x'))));
        QVERIFY(!secrets::hashPin(QStringLiteral("1234")));
    }
};

QTEST_GUILESS_MAIN(TestPin)
#include "test_pin.moc"
