// SPDX-License-Identifier: GPL-3.0-or-later
#include "structure/sourcefiles.h"

#include <QTest>

using namespace delpek::structure;

namespace
{

constexpr int mostLines = 500;
const QStringList folders{QStringLiteral("core"),  QStringLiteral("ui"),    QStringLiteral("app"),
                          QStringLiteral("tests"), QStringLiteral("cmake"), QStringLiteral("scripts")};

} // namespace

class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileNamesItsLicence()
    {
        const QStringList patterns{QStringLiteral("*.cpp"),   QStringLiteral("*.h"),  QStringLiteral("CMakeLists.txt"),
                                   QStringLiteral("*.cmake"), QStringLiteral("*.sh"), QStringLiteral("*.py")};
        QStringList files{QStringLiteral("CMakeLists.txt"), QStringLiteral("resources/CMakeLists.txt"),
                          QStringLiteral("run"), QStringLiteral("test")};
        for (const auto& folder : folders) {
            files += filesBelow(folder, patterns);
        }
        QVERIFY(files.size() > 300);
        QStringList wrong;
        for (const auto& path : files) {
            const auto lines = linesOf(path);
            // Scripts begin with their interpreter.
            const int at = !lines.isEmpty() && lines[0].startsWith(QLatin1String("#!")) ? 1 : 0;
            if (!lines.value(at).endsWith(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later"))) {
                wrong << path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("without the SPDX line: ") + wrong.join(QLatin1Char(' '))));
    }

    void noFileIsLong()
    {
        QStringList wrong;
        for (const auto* folder : {"core", "ui", "app"}) {
            for (const auto& path :
                 filesBelow(QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
                if (const auto count = linesOf(path).size(); count > mostLines) {
                    wrong << QStringLiteral("%1: %2 lines; split it").arg(path).arg(count);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "test_sources.moc"
