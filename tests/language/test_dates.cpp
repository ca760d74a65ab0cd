// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/dates.h"
#include "support/paths.h"

#include <QFile>
#include <QTest>

using namespace delpek;

class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheTable_data();
    void readsTheTable();
    void countsFromAnyWeekday();
};

namespace
{

/// The words of the table, in the order of `language::Purpose`.
QStringList purposes()
{
    return {QStringLiteral("wish"),     QStringLiteral("move"),  QStringLiteral("visit"),  QStringLiteral("report"),
            QStringLiteral("question"), QStringLiteral("aside"), QStringLiteral("opening")};
}

QString describe(const std::optional<language::When>& when, const language::DateReading& dates)
{
    QStringList words;
    for (const auto& piece : dates.pieces) {
        if (piece.birth) {
            words.append(QStringLiteral("birth ") + piece.date->toString(Qt::ISODate));
        }
    }
    if (when) {
        const auto clock = [](const QTime& time) { return time.toString(QStringLiteral("HH:mm")); };
        if (when->date) {
            words.append(when->date->toString(Qt::ISODate));
        }
        if (when->from) {
            words.append(when->from->toString(Qt::ISODate) + QStringLiteral("..") +
                         (when->to ? when->to->toString(Qt::ISODate) : QString()));
        }
        if (when->notBefore) {
            words.append(QLatin1Char('>') + clock(*when->notBefore));
        }
        if (when->notAfter) {
            words.append(QLatin1Char('<') + clock(*when->notAfter));
        }
        if (when->time) {
            words.append(clock(*when->time));
        }
        if (!when->part.isEmpty()) {
            words.append(when->part);
        }
        for (const auto& day : when->without) {
            words.append(QLatin1Char('!') + day.toString(Qt::ISODate));
        }
        if (when->soonest) {
            words.append(QStringLiteral("soonest"));
        }
    }
    return words.isEmpty() ? QStringLiteral("-") : words.join(QLatin1Char(' '));
}

} // namespace

void TestDates::readsTheTable_data()
{
    QTest::addColumn<int>("purpose");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    QFile file(test::sourcePath("tests/data/language/dates.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int number = 0;
    while (!file.atEnd()) {
        const auto line = QString::fromUtf8(file.readLine()).trimmed();
        ++number;
        if (line.isEmpty() || line.startsWith(QLatin1Char('#'))) {
            continue;
        }
        const auto cells = line.split(QLatin1Char('\t'));
        QCOMPARE(cells.size(), 3);
        const auto purpose = purposes().indexOf(cells[0]);
        QVERIFY2(purpose >= 0, qPrintable(line));
        QTest::addRow("%d", number) << int(purpose) << cells[1] << cells[2];
    }
    QVERIFY(number > 800);
}

void TestDates::readsTheTable()
{
    QFETCH(int, purpose);
    QFETCH(QString, words);
    QFETCH(QString, expected);
    const auto text = language::readText(words);
    const auto dates = language::readDates(text, {{QDate(2026, 3, 3), QTime(10, 0)}});
    const auto when = language::composeWhen(text, dates, language::Purpose(purpose));
    QVERIFY2(describe(when, dates) == expected,
             qPrintable(words + QStringLiteral(" -> ") + describe(when, dates) + QStringLiteral(", not ") + expected));
}

/// A weekday is always one to seven days ahead, whatever today is.
void TestDates::countsFromAnyWeekday()
{
    const auto text = language::readText(QStringLiteral("ביום ראשון"));
    for (int day = 0; day < 14; ++day) {
        const auto today = QDate(2026, 12, 25).addDays(day);
        const auto when =
            language::composeWhen(text, language::readDates(text, {{today, QTime(9, 0)}}), language::Purpose::Wish);
        QVERIFY(when && when->date);
        QCOMPARE(when->date->dayOfWeek(), 7);
        QVERIFY(*when->date > today && today.daysTo(*when->date) <= 7);
    }
}

QTEST_GUILESS_MAIN(TestDates)
#include "test_dates.moc"
