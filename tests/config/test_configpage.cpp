// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/keys.h"
#include "support/paths.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

using namespace delpek::config;

namespace
{

QString accepted(const KeySpec& key)
{
    const QString most =
        key.most == std::numeric_limits<qint64>::max() ? QStringLiteral("…") : QString::number(key.most);
    const QString range = QStringLiteral("%1 – %2").arg(QString::number(key.least), most);
    switch (key.type) {
    case ValueType::Text:
        return QStringLiteral("text");
    case ValueType::Path:
        return QStringLiteral("path");
    case ValueType::Boolean:
        return QStringLiteral("`true`, `false`");
    case ValueType::Choice:
        return QLatin1Char('`') + QString::fromLatin1(key.choices).replace(QLatin1Char('|'), QStringLiteral("`, `")) +
               QLatin1Char('`');
    case ValueType::Integer:
        return range;
    case ValueType::Bytes:
        return range + QStringLiteral(" bytes");
    case ValueType::Duration:
        return range + QStringLiteral(" ms");
    }
    return {};
}

QString rowOf(const KeySpec& key)
{
    const QString fallback = QString::fromLatin1(key.fallback);
    return QStringLiteral("| `%1` | %2 | %3 | %4 |")
        .arg(QString::fromLatin1(key.name),
             fallback.isEmpty() ? QStringLiteral("(empty)") : QStringLiteral("`%1`").arg(fallback), accepted(key),
             QString::fromLatin1(key.description));
}

} // namespace

/// The page for people holds the table of the program, row for row. On a difference the rows to paste are printed.
class TestConfigPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageEqualsTable()
    {
        QStringList expected;
        for (const KeySpec* key : allKeys()) {
            expected += rowOf(*key);
        }
        QFile page(delpek::test::sourcePath("docs/configuration.md"));
        QVERIFY2(page.open(QIODevice::ReadOnly), "docs/configuration.md is missing");
        const QStringList lines = QString::fromUtf8(page.readAll()).split(QLatin1Char('\n'));
        const QStringList found = lines.filter(QRegularExpression(QStringLiteral("^\\| `[a-z]+\\.")));
        if (found != expected) {
            QTextStream(stdout) << expected.join(QLatin1Char('\n')) << Qt::endl;
        }
        QVERIFY2(found == expected,
                 "docs/configuration.md differs from core/config/keys.h; its rows should be those above");
    }
};

QTEST_GUILESS_MAIN(TestConfigPage)
#include "test_configpage.moc"
