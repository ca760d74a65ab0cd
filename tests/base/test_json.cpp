// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QTest>

using namespace delpek;
using namespace delpek::base;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenTextNamesTheByteOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"text\": \"patient words");
        QTest::newRow("more behind") << QByteArray("{} patient words");
        QTest::newRow("more behind a NUL") << QByteArray("{}\0 patient words", 17);
        QTest::newRow("NUL in a text") << QByteArray("\"patient\0words\"", 15);
        QTest::newRow("bad UTF-8") << QByteArray("\"patient words \xff\"");
    }
    void brokenTextNamesTheByteOnly()
    {
        QFETCH(QByteArray, bytes);
        const auto json = parseJson(bytes);
        QVERIFY(!json);
        QCOMPARE(json.error().code, ErrorCode::InvalidInput);
        QVERIFY2(json.error().detail.startsWith(QStringLiteral("not JSON at byte ")), qPrintable(json.error().detail));
        QVERIFY(!json.error().detail.contains(QStringLiteral("patient")));
    }

    /// What is taken can be copied and written again, both of which go down by calling themselves.
    void deepNestingIsNoCrash()
    {
        QVERIFY(!parseJson(QByteArray(100'000, '[')));
        QVERIFY(!parseJson(QByteArray(100'000, '[') + QByteArray(100'000, ']')));
        QVERIFY(!parseJson(QByteArray(R"({"\\":)").repeated(201) + '1' + QByteArray(201, '}')));
        const auto deepest = parseJson(QByteArray(200, '[') + QByteArray(200, ']'));
        QVERIFY(deepest);
        const Json copy = *deepest;
        QCOMPARE(toBytes(copy).size(), 400);
    }

    void bracketsInATextNestNothing()
    {
        QVERIFY(parseJson('"' + QByteArray(300, '[') + "\\\"" + QByteArray(300, '{') + "\\\\\""));
    }

    void membersByType_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("number"); // -1: none
        QTest::addColumn<bool>("truth");
        QTest::newRow("text") << QByteArray("\"abc\"") << QStringLiteral("abc") << qint64(-1) << false;
        QTest::newRow("Hebrew") << QByteArray("\"שלום\"") << QStringLiteral("שלום") << qint64(-1) << false;
        QTest::newRow("digits") << QByteArray("\"12\"") << QStringLiteral("12") << qint64(12) << false;
        QTest::newRow("number") << QByteArray("7") << QStringLiteral("7") << qint64(7) << false;
        QTest::newRow("large") << QByteArray("9007199254740993") << QStringLiteral("9007199254740993")
                               << qint64(9007199254740993) << false;
        QTest::newRow("fraction") << QByteArray("1.5") << QString() << qint64(-1) << false;
        QTest::newRow("true") << QByteArray("true") << QString() << qint64(-1) << true;
        QTest::newRow("null") << QByteArray("null") << QString() << qint64(-1) << false;
        QTest::newRow("array") << QByteArray("[1]") << QString() << qint64(-1) << false;
    }
    void membersByType()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, text);
        QFETCH(qint64, number);
        QFETCH(bool, truth);
        const auto json = parseJson("{\"m\":" + member + "}");
        QVERIFY(json);
        QCOMPARE(textAt(*json, "m"), text);
        QCOMPARE(integerAt(*json, "m").value_or(-1), number);
        QCOMPARE(boolAt(*json, "m"), truth);
    }

    void absentMembers()
    {
        const Json array = Json::array({1});
        QVERIFY(at(array, "m").is_null());
        QVERIFY(at(Json::object(), "m").is_null());
        QCOMPARE(textAt(Json(), "m"), QString());
        QVERIFY(boolAt(Json::object(), "m", true));
    }

    void invalidUtf8IsReplacedOnTheWayOut()
    {
        QCOMPARE(toBytes(Json(std::string("a\xff"))), QByteArray("\"a\xef\xbf\xbd\""));
        QCOMPARE(toCompactText(Json{{"שלום", 1}}), QStringLiteral("{\"שלום\":1}"));
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
