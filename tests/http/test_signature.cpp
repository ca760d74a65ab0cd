// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/signature.h"

#include <QTest>

using namespace delpek;

class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signs_data();
    void signs();
    void compares_data();
    void compares();
};

void TestSignature::signs_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray key = "made-up-app-secret";
    QTest::newRow("empty envelope") << key << QByteArray(R"({"object":"whatsapp_business_account","entry":[]})")
                                    << QByteArray("7ab0cabbfaab37cafcda1de01e1a4f287447be8ed23c1ec922ec71cbf0bceb2a");
    QTest::newRow("UTF-8") << key << QByteArray("{\"name\":\"שלום\"}")
                           << QByteArray("5e964fffc8073d1a08734fff6042f6de08becbe6100a14a9798600bbc57f40c5");
    QTest::newRow("escaped") << key << QByteArray(R"({"name":"\u05e9\u05dc\u05d5\u05dd"})")
                             << QByteArray("9155e58007a52337c7bbd7f286cc178a2beed40f6e522b4c05a84750745def16");
    // RFC 4231, test case 2 and 6.
    QTest::newRow("RFC 4231 2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                                << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("RFC 4231 6") << QByteArray(131, '\xaa')
                                << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
                                << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    QTest::newRow("nothing") << QByteArray() << QByteArray()
                             << QByteArray("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

void TestSignature::signs()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QTEST(http::hmacSha256Hex(key, message), "expected");
}

void TestSignature::compares_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("expected");
    QTest::newRow("equal") << QByteArray("abc") << QByteArray("abc") << true;
    QTest::newRow("empty") << QByteArray() << QByteArray("") << true;
    QTest::newRow("last byte") << QByteArray("abc") << QByteArray("abd") << false;
    QTest::newRow("longer") << QByteArray("abc") << QByteArray("abcd") << false;
    QTest::newRow("empty against something") << QByteArray() << QByteArray("a") << false;
    QTest::newRow("behind a NUL") << QByteArray("a\0b", 3) << QByteArray("a\0c", 3) << false;
}

void TestSignature::compares()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QTEST(http::equalInConstantTime(a, b), "expected");
}

QTEST_GUILESS_MAIN(TestSignature)
#include "test_signature.moc"
