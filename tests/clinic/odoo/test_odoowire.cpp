// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/wire.h"

#include "clinic/odoo/comparejson.h"

#include <QTest>

using namespace delpek;
using namespace delpek::clinic::odoo;
using base::Json;

/// Odoo's types as we read and write them.
class TestOdooWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void falseIsEmptyWhateverTheField()
    {
        for (const Json& empty : {Json(false), Json(), Json(0)}) {
            QVERIFY(wire::text(empty).isEmpty());
            QVERIFY(!wire::date(empty).isValid());
            QVERIFY(!wire::moment(empty));
            QCOMPARE(wire::id(empty), 0);
            QVERIFY(wire::name(empty).isEmpty());
            QVERIFY(wire::ids(empty).empty());
            QVERIFY(!wire::truth(empty));
        }
        QCOMPARE(wire::whole(Json(false)), 0);
        QCOMPARE(wire::hundredths(Json(false)), 0);
    }

    void aManyToOneIsReadInEveryForm()
    {
        QCOMPARE(wire::id(Json::array({12, "Noa"})), 12);
        QCOMPARE(wire::name(Json::array({12, "Noa"})), QStringLiteral("Noa"));
        QCOMPARE(wire::id(Json(12)), 12);
        QCOMPARE(wire::id(Json("12")), 0);
        QCOMPARE(wire::id(Json(true)), 0);
    }

    void whatIsWrittenKeepsToTheForm()
    {
        COMPARE_JSON(wire::fromText(QStringLiteral("")), Json(false));
        COMPARE_JSON(wire::fromText(QStringLiteral("a\u0001b\nc\td\u007f")), Json("ab\nc\td"));
        COMPARE_JSON(wire::fromText(QStringLiteral("\u0002")), Json(false));
        COMPARE_JSON(wire::fromId(0), Json(false));
        COMPARE_JSON(wire::fromId(7), Json(7));
        QVERIFY(wire::fromId(7).is_number_integer());
        COMPARE_JSON(wire::fromDate({}), Json(false));
        COMPARE_JSON(wire::fromDate(QDate(2026, 2, 1)), Json("2026-02-01"));
    }

    void momentsAreUtcWithoutZoneOrFraction()
    {
        const base::Instant moment = base::fromMillis(1'770'796'805'417);
        COMPARE_JSON(wire::fromMoment(moment), Json("2026-02-11 08:00:05"));
        QCOMPARE(base::toMillis(*wire::moment(Json("2026-02-11 08:00:05"))), qint64(1'770'796'805'000));
        for (const char* wrong : {"2026-02-11T08:00:05", "2026-02-11 08:00:05Z", "2026-02-11", "soon"}) {
            QVERIFY2(!wire::moment(Json(wrong)), wrong);
        }
    }

    void moneyIsRoundedToHundredths()
    {
        QCOMPARE(wire::hundredths(Json(220.0)), 22000);
        QCOMPARE(wire::hundredths(Json(0.1 + 0.2)), 30);
        QCOMPARE(wire::hundredths(Json(-19.99)), -1999);
    }

    void commandsAreArrays()
    {
        QCOMPARE(
            Json::array({wire::set({4, 5}), wire::link(6), wire::unlink(7), wire::clear(), wire::remove(8)}).dump(),
            std::string("[[6,0,[4,5]],[4,6],[3,7],[5],[2,8]]"));
        QCOMPARE(wire::create({{"name", "x"}}).dump(), std::string(R"([0,0,{"name":"x"}])"));
        QCOMPARE(wire::update(3, {{"name", "x"}}).dump(), std::string(R"([1,3,{"name":"x"}])"));
        QCOMPARE(wire::set({}).dump(), std::string("[6,0,[]]"));
    }

    void whatIsTypedIsNoPattern()
    {
        QCOMPARE(wire::escapedPattern(QStringLiteral("50%_a\\b")), QStringLiteral("50\\%\\_a\\\\b"));
    }

    void aNoteIsEscapedAndKeepsItsLines()
    {
        QCOMPARE(wire::noteHtml(QStringLiteral("<b>\nשלום & ברכה")), QStringLiteral("&lt;b&gt;<br>שלום &amp; ברכה"));
    }
};

QTEST_GUILESS_MAIN(TestOdooWire)
#include "test_odoowire.moc"
