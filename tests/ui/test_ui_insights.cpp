// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/insights/csv.h"
#include "ui/insights/daychart.h"
#include "ui/insights/figuressheet.h"
#include "ui/insights/figuretile.h"
#include "ui/insights/healthpanel.h"
#include "ui/insights/insightspane.h"
#include "ui/insights/rangebar.h"
#include "ui/problembar.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

using namespace delpek;
using domain::ChannelKind;
using domain::Language;
using ui::InsightsRange;

namespace
{

const QDate today(2026, 3, 5);

/// The window on its figures, on Thursday 5 March 2026 at 10:30.
struct Pane : test::WindowFixture {
    explicit Pane(Language language = Language::English, bool isSlow = false)
        : WindowFixture({}, language)
        , figures(desk.insights())
        , pane(*window.findChild<ui::InsightsPane*>())
    {
        figures.slow = isSlow;
        pane.setPace(std::chrono::milliseconds(20));
        press(Qt::CTRL | Qt::Key_4);
    }

    template <typename Widget>
    Widget* part(const char* name)
    {
        return pane.findChild<Widget*>(QLatin1String(name));
    }
    QString state()
    {
        auto* label = part<QLabel>("figuresState");
        return label->isVisible() ? label->text() : QString();
    }
    const ui::DayChart& chart(int number) { return *pane.charts()[size_t(number)]; }

    test::FakeInsights& figures;
    ui::InsightsPane& pane;
};

desk::InsightsReport oneRow(const domain::Figures& figures)
{
    desk::InsightsReport report;
    report.request = {today, today, {}};
    report.channels = {{today, ChannelKind::Telegram, figures}};
    report.days = {{today, {}, figures}};
    report.currency = QStringLiteral("USD");
    return report;
}

} // namespace

/// The page of figures: what is asked, shown, saved and told.
class TestUiInsights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsAFieldOfTheFile_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char* name, const char* value, const char* field) {
            QTest::newRow(name) << QString::fromUtf8(value) << QByteArray(field);
        };
        row("a word", "Telegram", "Telegram");
        row("nothing", "", "");
        row("a comma", "a, b", "\"a, b\"");
        row("a quotation mark", "ד\"ר לוי", "\"ד\"\"ר לוי\"");
        row("two lines", "a\nb", "\"a\nb\"");
        row("a formula", "=1+1", "'=1+1");
        row("a formula with quotes", "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        row("plus", "+972", "'+972");
        row("minus", "-2+3", "'-2+3");
        row("at", "@SUM(A1)", "'@SUM(A1)");
        row("a tab before it", "\t=1", "'\t=1");
        row("a sign within", "1-2", "1-2");
    }
    void aValueIsAFieldOfTheFile()
    {
        QFETCH(QString, value);
        QFETCH(QByteArray, field);
        QCOMPARE(ui::csv({{QStringLiteral("x"), value}, {}}), QByteArray("\xEF\xBB\xBFx,") + field + "\r\n\r\n");
    }

    void theSheetIsAModel()
    {
        ui::FiguresSheet sheet;
        const QAbstractItemModelTester tester(&sheet, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto report = oneRow({});
        sheet.setReport(report);
        const int one = sheet.rowCount();
        QVERIFY(one > 0);
        report.channels.push_back({today.addDays(-1), ChannelKind::WhatsApp, {}});
        sheet.setReport(report);
        QCOMPARE(sheet.rowCount(), one + 1);
        for (int column = 0; column < sheet.columnCount(); ++column) {
            QVERIFY(!sheet.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        }
        sheet.setReport({});
        QCOMPARE(sheet.rowCount(), 0);
    }

    void theSpreadsheetHoldsPlainValues()
    {
        ui::applyLanguage(*qApp, Language::English);
        domain::Figures f;
        f.conversations = 1204;
        f.asked = 3;
        f.automated = 2;
        f.agentAnswer = {2, std::chrono::milliseconds(4600), std::chrono::seconds(95)};
        f.escalations = {4, 5, 6};
        f.cost = 1'234'500;
        const auto rows = ui::spreadsheet(oneRow(f));
        QCOMPARE(rows.size(), 2);
        const auto value = [&](const char* heading) {
            const auto column = rows[0].indexOf(QLatin1String(heading));
            return column < 0 ? QStringLiteral("there is no such column") : rows[1][column];
        };
        QCOMPARE(rows[0].size(), rows[1].size());
        QCOMPARE(value("Day"), QStringLiteral("2026-03-05"));
        QCOMPARE(value("Channel"), QStringLiteral("Telegram"));
        QCOMPARE(value("Conversations"), QStringLiteral("1204"));
        QCOMPARE(value("Without a person (percent)"), QStringLiteral("67"));
        QCOMPARE(value("Agent: median wait (seconds)"), QStringLiteral("5"));
        QCOMPARE(value("Agent: 9 in 10 (seconds)"), QStringLiteral("95"));
        QCOMPARE(value("People: median wait (seconds)"), QString());
        QCOMPARE(value("Emergencies"), QStringLiteral("6"));
        QCOMPARE(value("For a person"), QStringLiteral("4"));
        QCOMPARE(value("Model cost (USD)"), QStringLiteral("1.234500"));
    }

    void aScaleEndsAtANumberThatOneCountsIn_data()
    {
        QTest::addColumn<double>("most");
        QTest::addColumn<double>("top");
        const std::pair<double, double> cases[] = {{0, 4},    {3, 4},     {4, 4},     {5, 8},    {9, 20},
                                                   {83, 100}, {100, 100}, {101, 200}, {480, 800}};
        for (const auto& [most, top] : cases) {
            QTest::addRow("%g", most) << most << top;
        }
    }
    void aScaleEndsAtANumberThatOneCountsIn()
    {
        QFETCH(double, most);
        QFETCH(double, top);
        QCOMPARE(ui::niceTop(most), top);
    }

    void aRangeEndsToday_data()
    {
        QTest::addColumn<InsightsRange>("range");
        QTest::addColumn<QDate>("first");
        QTest::newRow("today") << InsightsRange::Today << today;
        QTest::newRow("week") << InsightsRange::Week << QDate(2026, 2, 27);
        QTest::newRow("thirty") << InsightsRange::ThirtyDays << QDate(2026, 2, 4);
        QTest::newRow("month") << InsightsRange::Month << QDate(2026, 3, 1);
    }
    void aRangeEndsToday()
    {
        QFETCH(InsightsRange, range);
        QFETCH(QDate, first);
        Pane f;
        f.pane.range().setRange(range, today);
        QCOMPARE(f.figures.asked.back(), (desk::InsightsRequest{first, today, {}}));
        QTRY_COMPARE(f.state(), QString());
        const auto shown = f.chart(0).chart().labels.size();
        QCOMPARE(shown, range == InsightsRange::Today ? 3 : first.daysTo(today) + 1);
    }

    void ownDaysAreTakenEitherWayRound()
    {
        Pane f;
        f.pane.range().setRange(InsightsRange::Own, today);
        f.pane.range().setOwnDays(QDate(2026, 2, 20), QDate(2026, 2, 10));
        QCOMPARE(f.pane.range().request(today), (desk::InsightsRequest{QDate(2026, 2, 10), QDate(2026, 2, 20), {}}));
    }

    void oneChannelIsAskedFor()
    {
        Pane f;
        auto* channels = f.part<QComboBox>("insightsChannel");
        QTRY_COMPARE(channels->count(), 4);
        channels->setCurrentIndex(channels->findData(int(ChannelKind::Telegram)));
        QVERIFY(f.figures.asked.back().channel == ChannelKind::Telegram);
        QTRY_COMPARE(f.part<QTableView>("figuresTable")->model()->rowCount(), 7);
    }

    void totalsStandOnTheTiles()
    {
        Pane f;
        QTRY_VERIFY(f.state().isEmpty());
        int conversations = 0;
        for (const auto& one : f.figures.all) {
            conversations += one.day >= today.addDays(-6) ? one.figures.conversations : 0;
        }
        QVERIFY(conversations > 100);
        QCOMPARE(f.pane.tiles()[0]->figure(), QLocale().toString(conversations));
        QCOMPARE(f.pane.tiles()[0]->accessibleName(), QStringLiteral("Conversations"));
        QVERIFY(f.pane.tiles()[6]->note().contains(QStringLiteral("unknown: 1")));
        QVERIFY(f.pane.tiles()[7]->figure().startsWith(QLatin1Char('$')));
    }

    void withoutAModelNothingIsSaidOfItsCost()
    {
        Pane f;
        QTRY_VERIFY(f.pane.tiles()[7]->isVisible());
        f.figures.state.currency.clear();
        for (auto& one : f.figures.all) {
            one.figures.tokens = one.figures.cost = 0;
        }
        f.pane.range().setRange(InsightsRange::Month, today);
        QTRY_VERIFY(!f.pane.tiles()[7]->isVisible());
        QVERIFY(!f.pane.charts().back()->isVisible());
    }

    void emptyDaysSaySo()
    {
        Pane f;
        f.figures.all.clear();
        f.pane.range().setRange(InsightsRange::Month, today);
        QTRY_COMPARE(f.state(), QStringLiteral("Nothing happened in these days."));
        QVERIFY(!f.part<QPushButton>("exportFigures")->isEnabled());
    }

    void waitingIsSaidAndAnOldAnswerIsNotShown()
    {
        Pane f(Language::English, true);
        QCOMPARE(f.state(), QStringLiteral("Counting…"));
        f.pane.range().setRange(InsightsRange::Month, today);
        f.figures.answer();
        QTRY_COMPARE(f.state(), QString());
        QTest::qWait(1);
        QCOMPARE(f.chart(0).chart().labels.size(), 5);
    }

    void aFailureCanBeTriedAgain()
    {
        Pane f;
        QTRY_VERIFY(f.state().isEmpty());
        f.figures.failure = Error{ErrorCode::Unavailable, {}, {}};
        f.pane.range().setRange(InsightsRange::Month, today);
        QTRY_COMPARE(f.state(), QStringLiteral("The figures could not be read."));
        auto* retry = f.part<QPushButton>("retryFigures");
        QVERIFY(retry->isVisible());
        QVERIFY(!f.window.findChild<ui::ProblemBar*>()->text().isEmpty());
        f.figures.failure.reset();
        retry->click();
        QTRY_COMPARE(f.state(), QString());
        QTRY_COMPARE(f.window.findChild<ui::ProblemBar*>()->text(), QString());
    }

    void aChangeLeadsToOneMoreLook()
    {
        Pane f;
        QTRY_VERIFY(f.state().isEmpty());
        const auto before = f.figures.asked.size();
        for (int message = 0; message < 5; ++message) {
            f.desk.receive({test::FakeDesk::Booking}, QStringLiteral("?"));
        }
        QTRY_COMPARE(f.figures.asked.size(), before + 1);
        f.press(Qt::CTRL | Qt::Key_1);
        f.desk.receive({test::FakeDesk::Booking}, QStringLiteral("?"));
        QTest::qWait(120);
        QCOMPARE(f.figures.asked.size(), before + 1);
    }

    void daysThatAreOverAreNotCountedAgain()
    {
        Pane f;
        f.pane.range().setOwnDays(QDate(2026, 2, 10), QDate(2026, 2, 20));
        f.pane.range().setRange(InsightsRange::Own, today);
        QTRY_VERIFY(f.state().isEmpty());
        const auto before = f.figures.asked.size();
        f.figures.state.unknown = 7;
        f.desk.receive({test::FakeDesk::Booking}, QStringLiteral("?"));
        QTRY_VERIFY(f.pane.health().lines()[0].detail.startsWith(QLatin1String("2 to be sent")));
        QTRY_VERIFY(f.pane.health().lines()[0].detail.contains(QLatin1String("7 sent")));
        QCOMPARE(f.figures.asked.size(), before);
    }

    void theKeysGoThroughTheColumns_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<Qt::Key>("forward");
        QTest::newRow("en") << Language::English << Qt::Key_Right;
        QTest::newRow("he") << Language::Hebrew << Qt::Key_Left;
    }
    void theKeysGoThroughTheColumns()
    {
        QFETCH(Language, language);
        QFETCH(Qt::Key, forward);
        Pane f(language);
        QTRY_VERIFY(f.state().isEmpty());
        auto* chart = f.pane.charts()[0];
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chart->current(), 0);
        QTest::keyClick(chart, forward);
        QCOMPARE(chart->current(), 1);
        const auto* spoken = QAccessible::queryAccessibleInterface(chart);
        QCOMPARE(spoken->text(QAccessible::Name), chart->chart().title);
        QCOMPARE(spoken->text(QAccessible::Description), chart->readout(1));
        const QString value = QLocale().toString(int(chart->chart().series[0].values[1]));
        QVERIFY(domain::withoutIsolates(chart->readout(1)).contains(value));
        QTest::keyClick(chart, Qt::Key_End);
        QTest::keyClick(chart, forward);
        QCOMPARE(chart->current(), 6);
    }

    /// Days run from the right in Hebrew: the pointer over the rightmost column is on the first day.
    void aMirroredChartIsPointedAtWhereItIsDrawn()
    {
        Pane f(Language::Hebrew);
        QTRY_VERIFY(f.state().isEmpty());
        auto* chart = f.pane.charts()[0];
        QTest::mouseMove(chart, QPoint(24, chart->height() / 2));
        QTRY_COMPARE(chart->current(), 6);
    }

    void theTableHoldsTheSame()
    {
        Pane f;
        QTRY_VERIFY(f.state().isEmpty());
        f.pane.showTable(true);
        auto* table = f.part<QTableView>("figuresTable");
        QVERIFY(table->isVisible());
        const auto* model = table->model();
        QVERIFY(model->rowCount() >= 18);
        QCOMPARE(model->headerData(2, Qt::Horizontal).toString(), QStringLiteral("Conversations"));
        QVERIFY(
            model->index(0, 2).data(Qt::AccessibleTextRole).toString().startsWith(QLatin1String("Thu 5 Mar, Conv")));
    }

    void whatIsShownIsSaved()
    {
        Pane f;
        QTRY_VERIFY(f.state().isEmpty());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("מרץ.csv"));
        f.pane.saveTo(path);
        QTRY_VERIFY(f.part<QLabel>("exportNotice")->isVisible());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"
                                 "Day,Channel,"));
        QCOMPARE(bytes.count("\r\n"), f.part<QTableView>("figuresTable")->model()->rowCount() + 1);
        QVERIFY(f.part<QLabel>("exportNotice")->text().contains(path));
    }

    void whatCannotBeSavedNamesThePlace()
    {
        Pane f;
        QTRY_VERIFY(f.state().isEmpty());
        const QString path = QStringLiteral("/no such folder/figures.csv");
        f.pane.saveTo(path);
        const auto* notice = f.part<QLabel>("exportNotice");
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->text().startsWith(QLatin1String("Not saved")));
        QVERIFY(notice->text().contains(path));
    }

    /// What was shown when the desk could still be asked is marked as old.
    void healthTellsItsTime()
    {
        Pane f;
        QTRY_COMPARE(f.pane.health().asOf(), QStringLiteral("As of 10:30"));
        QTRY_COMPARE(f.pane.health().lines().size(), size_t(7));
        const auto* asOf = f.part<QLabel>("healthAsOf");
        QCOMPARE(asOf->property("kind").toString(), QStringLiteral("muted"));
        f.figures.failure = Error{ErrorCode::Unavailable, {}, {}};
        f.desk.receive({test::FakeDesk::Booking}, QStringLiteral("?"));
        QTRY_COMPARE(asOf->property("kind").toString(), QStringLiteral("warn"));
        QCOMPARE(f.pane.health().asOf(), QStringLiteral("As of 10:30"));
    }

    void everyLanguageHasItsWords()
    {
        Pane f(Language::Hebrew);
        QTRY_VERIFY(f.state().isEmpty());
        static const QRegularExpression latin(QStringLiteral("[a-z]{3}"));
        for (const auto* chart : f.pane.charts()) {
            QVERIFY2(!chart->accessibleName().contains(latin), qPrintable(chart->accessibleName()));
        }
        for (const auto* tile : f.pane.tiles()) {
            QVERIFY2(!(tile->accessibleName() + tile->note()).contains(latin), qPrintable(tile->note()));
        }
        const auto* model = f.part<QTableView>("figuresTable")->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            const QString name = model->headerData(column, Qt::Horizontal).toString();
            QVERIFY2(!name.contains(latin), qPrintable(name));
        }
    }
};

QTEST_MAIN(TestUiInsights)
#include "test_ui_insights.moc"
