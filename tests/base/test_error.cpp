// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include <QTest>

#include <set>

using namespace delpek;
using namespace delpek::base;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnWords()
    {
        std::set<QString> seen;
        const int last = static_cast<int>(ErrorCode::Internal);
        for (int code = 0; code <= last; ++code) {
            seen.insert(toText(static_cast<ErrorCode>(code)));
        }
        QCOMPARE(seen.size(), size_t(last + 1));
        QVERIFY(!seen.contains(QStringLiteral("unknown")));
    }

    void describeJoinsCodeAndDetail()
    {
        QCOMPARE(describe({ErrorCode::NotFound, {}, QStringLiteral("no row 7")}),
                 QStringLiteral("not found: no row 7"));
        QCOMPARE(describe({ErrorCode::Timeout, {}, {}}), QStringLiteral("timeout"));
    }

    void onlyPassingTroubleIsTransient()
    {
        std::set<ErrorCode> transient;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            if (isTransient(static_cast<ErrorCode>(code))) {
                transient.insert(static_cast<ErrorCode>(code));
            }
        }
        QCOMPARE(transient, (std::set{ErrorCode::RateLimited, ErrorCode::Timeout, ErrorCode::Unavailable}));
    }

    void failCarriesAllParts()
    {
        const Result<int> result = fail(ErrorCode::Forbidden, QStringLiteral("detail"), QStringLiteral("key"));
        QCOMPARE(result.error(), (Error{ErrorCode::Forbidden, QStringLiteral("key"), QStringLiteral("detail")}));
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "test_error.moc"
