// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/errors.h"
#include "clinic/odoo/jsonrpc.h"

#include <QTest>

using namespace delpek;
using namespace delpek::clinic::odoo;

namespace
{

const Call reading{QStringLiteral("res.partner"), QStringLiteral("read")};

Call changing()
{
    Call call{QStringLiteral("calendar.event"), QStringLiteral("create")};
    call.changes = true;
    return call;
}

} // namespace

/// What the server's refusals are taken for.
class TestOdooErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesHaveTheirMeaning_data()
    {
        QTest::addColumn<QString>("className");
        QTest::addColumn<QString>("said");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* className, const char* said, ErrorCode code, const char* key) {
            QTest::newRow(QByteArray(className) + " " + key)
                << QString::fromLatin1(className) << QString::fromLatin1(said) << code
                << QStringLiteral("records.odoo") + QLatin1String(key);
        };
        row("odoo.exceptions.AccessDenied", "Access Denied", ErrorCode::Unauthorised, "Login");
        row("odoo.exceptions.AccessError", "top secret", ErrorCode::Forbidden, "Rights");
        row("odoo.exceptions.AccessDenied", "Too many login failures, please wait a bit before trying again.",
            ErrorCode::RateLimited, "Busy");
        row("odoo.exceptions.MissingError", "gone", ErrorCode::NotFound, "Gone");
        row("odoo.exceptions.MissingError", "Record does not exist.\n(Record: res.users(13,), User: 13)",
            ErrorCode::Unauthorised, "Login");
        row("odoo.exceptions.MissingError", "Record does not exist.\n(Record: res.users(13,), User: 2)",
            ErrorCode::NotFound, "Gone");
        row("builtins.AssertionError", "Invalid domain", ErrorCode::Unsupported, "Mapping");
        row("odoo.exceptions.UserError", "No.", ErrorCode::InvalidInput, "Rule");
        row("odoo.exceptions.UserError", "Object res.partner doesn't exist", ErrorCode::Unsupported, "Mapping");
        row("odoo.exceptions.ValidationError", "No.", ErrorCode::InvalidInput, "Rule");
        row("builtins.ValueError", "Invalid field", ErrorCode::Unsupported, "Mapping");
        row("ValueError", "Invalid field", ErrorCode::Unsupported, "Mapping");
        row("builtins.AttributeError", "no method", ErrorCode::Unsupported, "Mapping");
        row("psycopg2.errors.SerializationFailure", "could not serialize", ErrorCode::Unavailable, "Busy");
        row("psycopg2.OperationalError", "connection to server failed: FATAL:  database \"x\" does not exist",
            ErrorCode::Unauthorised, "Database");
        row("psycopg2.OperationalError", "connection to server failed: Connection refused", ErrorCode::Unavailable,
            "Unreachable");
        row("psycopg2.OperationalError", "server closed the connection unexpectedly", ErrorCode::Timeout, "Timeout");
        row("some.module.Oddity", "?", ErrorCode::InvalidInput, "Fault");
        row("", "?", ErrorCode::InvalidInput, "Fault");
    }

    void classesHaveTheirMeaning()
    {
        QFETCH(QString, className);
        QFETCH(QString, said);
        QFETCH(ErrorCode, code);
        QFETCH(QString, key);
        const Refusal refusal = refusalOfClass(className, said, reading);
        QCOMPARE(refusal.error.code, code);
        QCOMPARE(refusal.error.key, key);
        QVERIFY(refusal.error.detail.contains(QLatin1String("res.partner.read")));
    }

    void aRefusalsWordsStayOutOfTheError()
    {
        const auto words = QStringLiteral("Sorry, not for you:\n- Contact, Noa Sharabi (res.partner: 12)");
        const Refusal refusal = refusalOfClass(QStringLiteral("odoo.exceptions.AccessError"), words, reading);
        QCOMPARE(refusal.said, words);
        QVERIFY(!refusal.error.detail.contains(QLatin1String("Noa")));
        const Refusal odd = refusalOfClass(QStringLiteral("some.Oddity"), words, reading);
        QVERIFY(!odd.error.detail.contains(QLatin1String("Noa")));
    }

    void faultsAreReadByNumberAndLastLine()
    {
        QCOMPARE(refusalOfFault(2, QStringLiteral("No."), reading).error.key, QStringLiteral("records.odooRule"));
        QCOMPARE(refusalOfFault(2, QStringLiteral("Gone.\n(Record: res.partner(5,), User: 2)"), reading).error.code,
                 ErrorCode::NotFound);
        QCOMPARE(refusalOfFault(3, QStringLiteral("Access Denied"), reading).error.code, ErrorCode::Unauthorised);
        QCOMPARE(refusalOfFault(4, QStringLiteral("groups"), reading).error.code, ErrorCode::Forbidden);
        const auto trace = QStringLiteral("Traceback (most recent call last):\n  File \"/srv/x.py\", line 3, in f\n"
                                          "    raise\npsycopg2.errors.SerializationFailure: could not serialize\n"
                                          "DETAIL:  the other one was first\n");
        const Refusal race = refusalOfFault(1, trace, reading);
        QVERIFY(isLostRace(race.error));
        QVERIFY(!race.said.contains(QLatin1String("/srv")));
        QCOMPARE(refusalOfFault(1, QStringLiteral("Traceback\nValueError: Invalid field\n"), reading).error.code,
                 ErrorCode::Unsupported);
    }

    void whatComesFromNoOdooIsToldApart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a page with success") << 200 << ErrorCode::Timeout;
        QTest::newRow("elsewhere") << 301 << ErrorCode::Unavailable;
        QTest::newRow("login of a proxy") << 401 << ErrorCode::Unauthorised;
        QTest::newRow("a gate") << 403 << ErrorCode::Forbidden;
        QTest::newRow("no such path") << 404 << ErrorCode::Unsupported;
        QTest::newRow("too long for a proxy") << 413 << ErrorCode::InvalidInput;
        QTest::newRow("too often") << 429 << ErrorCode::RateLimited;
        QTest::newRow("broke") << 500 << ErrorCode::Timeout;
        QTest::newRow("bad gateway") << 502 << ErrorCode::Timeout;
        QTest::newRow("not there") << 503 << ErrorCode::Unavailable;
        QTest::newRow("gateway's patience") << 504 << ErrorCode::Timeout;
    }

    void whatComesFromNoOdooIsToldApart()
    {
        QFETCH(int, status);
        QFETCH(ErrorCode, code);
        const http::Response response{status, {}, "<html>Bad Gateway of 05x-000-0000</html>"};
        const auto answer = jsonrpc::answerOf(response, changing());
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.code, code);
        QVERIFY(answer.error().said.isEmpty());
        QVERIFY(!answer.error().error.detail.contains(QLatin1String("000")));
    }

    void onlyWhatNeverLeftHadNoEffect()
    {
        const Error refused{ErrorCode::Unavailable, QStringLiteral("connection.refused"), QStringLiteral("refused")};
        QCOMPARE(transportFailure(refused, changing()).code, ErrorCode::Unavailable);
        const Error silent{ErrorCode::Timeout, {}, QStringLiteral("silent")};
        QCOMPARE(transportFailure(silent, changing()).code, ErrorCode::Timeout);
        const Error tooLong{ErrorCode::InvalidInput, {}, QStringLiteral("too long")};
        QCOMPARE(transportFailure(tooLong, changing()).code, ErrorCode::Timeout);
        QCOMPARE(transportFailure(tooLong, reading).code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestOdooErrors)
#include "test_odooerrors.moc"
