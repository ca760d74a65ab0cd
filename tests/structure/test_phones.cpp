// SPDX-License-Identifier: GPL-3.0-or-later
#include "structure/sourcefiles.h"

#include <QRegularExpression>
#include <QTest>

using namespace delpek::structure;

/// There is one normaliser of telephone numbers, and numbers are compared as domain::Phone, never as text.
class TestPhones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheNormaliserReadsNumbers()
    {
        QStringList readers;
        for (const auto& line : lines()) {
            if (line.text.startsWith(QLatin1String("#include <phonenumbers/"))) {
                readers << line.path;
            }
        }
        QCOMPARE(readers, QStringList(QStringLiteral("core/domain/phone.cpp")));
    }

    void nobodyComparesNumbersAsText()
    {
        static const QRegularExpression compares(QStringLiteral(
            "(e164|digits|display)\\(\\)\\s*[!=]=|[!=]=\\s*[\\w.>()*-]+(\\.|->)(e164|digits|display)\\(\\)"));
        QStringList wrong;
        for (const auto& [path, number, line] : lines()) {
            if (line.contains(compares)) {
                wrong << QStringLiteral("%1:%2").arg(path).arg(number);
            }
        }
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("compare them as domain::Phone: ") + wrong.join(QLatin1Char(' '))));
    }

private:
    struct Line {
        QString path;
        qsizetype number;
        QString text;
    };
    static std::vector<Line> lines()
    {
        std::vector<Line> all;
        for (const char* folder : {"core", "ui"}) {
            for (const QString& path :
                 filesBelow(QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
                const QStringList text = linesOf(path);
                for (qsizetype i = 0; i < text.size(); ++i) {
                    all.push_back({path, i + 1, text[i]});
                }
            }
        }
        return all;
    }
};

QTEST_GUILESS_MAIN(TestPhones)
#include "test_phones.moc"
