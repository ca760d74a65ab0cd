// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/staff/token.h"
#include "base/json.h"
#include "http/signature.h"

#include <QTest>

using namespace delpek;
using namespace delpek::api::staff;
using namespace std::chrono_literals;
using base::Json;
using domain::Role;

namespace
{

const base::Instant noon = base::fromMillis(1'772'539'200'000);
const QByteArray key(32, 'k');
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray sealed(const Json& header, const Json& body, const QByteArray& with = key)
{
    const QByteArray content = base::toBytes(header).toBase64(base64) + '.' + base::toBytes(body).toBase64(base64);
    return content + '.' + QByteArray::fromHex(http::hmacSha256Hex(with, content)).toBase64(base64);
}

Json goodHeader()
{
    return {{"alg", "HS256"}, {"typ", "JWT"}};
}

Json goodBody()
{
    const qint64 now = base::toMillis(noon) / 1000;
    return {{"iss", "delpek"}, {"aud", "delpek-api"}, {"sub", "Noa"},          {"role", "doctor"},
            {"iat", now},      {"nbf", now},          {"exp", now + 8 * 3600}, {"jti", "1"}};
}

Json with(Json json, const char* member, const Json& value)
{
    json[member] = value;
    return json;
}

Json without(Json json, const char* member)
{
    json.erase(member);
    return json;
}

} // namespace

/// The tokens of the staff API: what is taken, and by whom what may be done.
class TestStaffToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasIssuedIsRead()
    {
        const Claims claims{QStringLiteral("ד״ר נועה לוי"), Role::Doctor, noon, noon + 8h};
        const auto token = issueToken(key, claims);
        const auto read = readToken(key, token, noon + 1h);
        QVERIFY(read);
        QCOMPARE(read->name, claims.name);
        QCOMPARE(read->role, Role::Doctor);
        QCOMPARE(read->until, claims.until);
        QVERIFY(readToken(key, token, noon + 8h - 1ms));
        QVERIFY(!readToken(key, token, noon + 8h));
        QVERIFY2(issueToken(key, claims) != token, "no two tokens are the same");
    }

    void theTestsOwnTokenIsGood() { QVERIFY(readToken(key, sealed(goodHeader(), goodBody()), noon)); }

    void attacks_data()
    {
        QTest::addColumn<QByteArray>("token");
        const qint64 now = base::toMillis(noon) / 1000;
        const auto body = [](const char* name, const Json& json) { QTest::newRow(name) << sealed(goodHeader(), json); };
        const auto header = [](const char* name, const Json& json) { QTest::newRow(name) << sealed(json, goodBody()); };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("dots") << QByteArray("..");
        QTest::newRow("another key") << sealed(goodHeader(), goodBody(), QByteArray(32, 'x'));
        QTest::newRow("no key") << sealed(goodHeader(), goodBody(), {});
        const QByteArray good = sealed(goodHeader(), goodBody());
        QTest::newRow("no signature") << good.left(good.lastIndexOf('.') + 1);
        QTest::newRow("two parts") << good.left(good.lastIndexOf('.'));
        QTest::newRow("four parts") << good + ".x";
        QTest::newRow("padded signature") << good + "=";
        const QByteArray none = base::toBytes(with(goodHeader(), "alg", "none")).toBase64(base64) + '.' +
                                base::toBytes(goodBody()).toBase64(base64) + '.';
        QTest::newRow("alg none, unsigned") << none;
        header("alg none", with(goodHeader(), "alg", "none"));
        header("alg HS512", with(goodHeader(), "alg", "HS512"));
        header("alg RS256", with(goodHeader(), "alg", "RS256"));
        header("alg in small letters", with(goodHeader(), "alg", "hs256"));
        header("alg missing", without(goodHeader(), "alg"));
        header("alg a list", with(goodHeader(), "alg", Json::array({"HS256"})));
        header("critical extension", with(goodHeader(), "crit", Json::array({"exp"})));
        header("header no object", Json::array());
        QTest::newRow("body no object") << sealed(goodHeader(), "x");
        body("another issuer", with(goodBody(), "iss", "someone"));
        body("another audience", with(goodBody(), "aud", "another-api"));
        body("audience a list", with(goodBody(), "aud", Json::array({"delpek-api"})));
        body("over", with(goodBody(), "exp", now));
        body("not yet", with(goodBody(), "nbf", now + 61));
        body("issued in the future", with(goodBody(), "iat", now + 61));
        body("for ever", with(goodBody(), "exp", now + 40 * 24 * 3600));
        body("end beyond time", with(goodBody(), "exp", 9'000'000'000'000'000'000));
        body("end as text", with(goodBody(), "exp", "9999999999"));
        body("end as a fraction", with(goodBody(), "exp", double(now) + 3600.5));
        body("unknown role", with(goodBody(), "role", "owner"));
        body("role a list", with(goodBody(), "role", Json::array({"admin"})));
        body("nobody", with(goodBody(), "sub", "  "));
        body("endless name", with(goodBody(), "sub", std::string(201, 'a')));
        for (const char* member : {"iss", "aud", "sub", "role", "iat", "nbf", "exp", "jti"}) {
            QTest::newRow(qPrintable(QStringLiteral("without ") + QLatin1String(member)))
                << sealed(goodHeader(), without(goodBody(), member));
        }
        QTest::newRow("endless") << sealed(goodHeader(), with(goodBody(), "more", std::string(3000, 'a')));
    }
    void attacks()
    {
        QFETCH(QByteArray, token);
        const auto read = readToken(key, token, noon);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unauthorised);
        QVERIFY2(!read.error().detail.contains(QLatin1String("Noa")), "errors name nobody");
    }

    void withoutAKeyNothingIsTaken() { QVERIFY(!readToken({}, sealed(goodHeader(), goodBody(), {}), noon)); }

    void everyChangedLetterIsRefused()
    {
        const QByteArray token = sealed(goodHeader(), goodBody());
        for (qsizetype i = 0; i < token.size() - 1; ++i) {
            QByteArray forged = token;
            forged[i] = forged[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!readToken(key, forged, noon), qPrintable(QString::number(i)));
        }
    }
};

QTEST_GUILESS_MAIN(TestStaffToken)
#include "test_stafftoken.moc"
