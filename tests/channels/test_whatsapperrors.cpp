// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/errors.h"
#include "http/client.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using channels::whatsapp::classifyCode;

/// Each error code that Meta documents: what it means, which sentence, and how long to wait where Meta says so.
class TestWhatsAppErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentedCode_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("seconds");
        const auto rows = [](std::initializer_list<int> numbers, ErrorCode code, const char* key, int seconds = 0) {
            for (const int number : numbers) {
                QTest::addRow("%d", number) << number << static_cast<int>(code) << QString::fromLatin1(key) << seconds;
            }
        };
        rows({0, 190}, ErrorCode::Unauthorised, "send.tokenRefused");
        rows({3, 10, 200, 250, 299, 131005}, ErrorCode::Forbidden, "send.permissionMissing");
        rows({1, 2, 131000, 131016, 133004}, ErrorCode::Unavailable, "send.unavailable");
        rows({131057}, ErrorCode::Unavailable, "send.unavailable", 300);
        rows({4, 80007}, ErrorCode::RateLimited, "send.rateLimited", 120);
        rows({131056}, ErrorCode::RateLimited, "send.rateLimited", 6);
        rows({130429, 132069}, ErrorCode::RateLimited, "send.rateLimited");
        rows({33}, ErrorCode::Forbidden, "send.configuration");
        rows({131037}, ErrorCode::Forbidden, "send.displayName");
        rows({131042}, ErrorCode::Forbidden, "send.paymentMissing");
        rows({131045, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016}, ErrorCode::Forbidden,
             "send.notRegistered");
        rows({131030}, ErrorCode::Forbidden, "send.testRecipientsOnly");
        rows({368, 131031}, ErrorCode::Forbidden, "send.accountRestricted");
        rows({131048}, ErrorCode::Forbidden, "send.spamRestricted");
        rows({130497}, ErrorCode::Forbidden, "send.countryRestricted");
        rows({130472, 131063, 131064}, ErrorCode::Forbidden, "send.withheld");
        rows({131049}, ErrorCode::Forbidden, "send.withheld", 24 * 60 * 60);
        rows({131050}, ErrorCode::Forbidden, "send.optedOut");
        rows({131047}, ErrorCode::WindowClosed, "send.windowClosed");
        rows({130403}, ErrorCode::Unreachable, "send.blockedByClinic");
        rows({131021}, ErrorCode::Unreachable, "send.ownNumber");
        rows({131026}, ErrorCode::Unreachable, "send.unreachable");
        rows({131062}, ErrorCode::Unreachable, "send.numberNeeded");
        rows({100, 131008, 131009, 131051, 135000}, ErrorCode::InvalidInput, "send.rejected");
        rows({131052, 131053}, ErrorCode::InvalidInput, "send.fileRefused");
        rows({132000, 132005, 132012, 132018}, ErrorCode::InvalidInput, "send.templateFields");
        rows({132001}, ErrorCode::InvalidInput, "send.templateMissing");
        rows({132015}, ErrorCode::InvalidInput, "send.templatePaused");
        rows({132016}, ErrorCode::InvalidInput, "send.templateDisabled");
        rows({132007, 132008, 132068}, ErrorCode::InvalidInput, "send.templateRefused");
        rows({2388019}, ErrorCode::InvalidInput, "template.tooMany");
        rows({2388040, 2388047, 2388072, 2388073, 2388293, 2388299}, ErrorCode::InvalidInput, "template.refused");
        rows({987654}, ErrorCode::InvalidInput, "send.rejected");
    }
    void everyDocumentedCode()
    {
        QFETCH(int, number);
        QFETCH(int, code);
        QFETCH(QString, key);
        QFETCH(int, seconds);
        const Error error = classifyCode(number);
        QCOMPARE(static_cast<int>(error.code), code);
        QCOMPARE(error.key, key);
        QCOMPARE(error.retryAfter, seconds == 0 ? std::nullopt : std::optional(base::Duration(seconds * 1000)));
        QVERIFY(error.detail.contains(QString::number(number)));
    }

    /// A message that waits for nobody's help waits by itself; what needs a person does not come back alone.
    void onlyWhatPassesIsTriedAgain()
    {
        for (const int number : {1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 132069, 133004}) {
            QVERIFY2(base::isTransient(classifyCode(number).code), qPrintable(QString::number(number)));
        }
        for (const int number : {0, 10, 100, 190, 368, 131026, 131047, 131049, 131050, 132001, 133010}) {
            QVERIFY2(!base::isTransient(classifyCode(number).code), qPrintable(QString::number(number)));
        }
    }

    /// What is wrong with a template that was to be created stands in the subcode of a general code.
    void theSubcodeTellsOfTemplates()
    {
        QCOMPARE(classifyCode(100, 2388299).key, QStringLiteral("template.refused"));
        QCOMPARE(classifyCode(100, 2388019).key, QStringLiteral("template.tooMany"));
        QCOMPARE(classifyCode(100, 33).key, QStringLiteral("send.configuration"));
        QCOMPARE(classifyCode(100, 2494010).key, QStringLiteral("send.rejected"));
        QCOMPARE(classifyCode(190, 2388299).key, QStringLiteral("send.tokenRefused"));
    }
};

QTEST_GUILESS_MAIN(TestWhatsAppErrors)
#include "test_whatsapperrors.moc"
