// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/figurecharts.h"

#include "ui/insights/insightswords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace delpek::ui
{

namespace
{

using domain::Figures;
using domain::Urgency;
using domain::Waits;

QString chartWord(const char* text)
{
    return QCoreApplication::translate("FigureCharts", text);
}

/// The columns of all charts: the days of the range, also those on which nothing happened, or the channels of its one.
struct Columns {
    QStringList labels;
    QStringList longLabels;
    std::vector<Figures> figures;
};

Columns columnsOf(const desk::InsightsReport& report)
{
    Columns columns;
    if (report.request.first == report.request.last) {
        for (const auto& one : report.channels) {
            columns.labels << (one.channel ? insightswords::channel(*one.channel) : QString());
            columns.figures.push_back(one.figures);
        }
        columns.longLabels = columns.labels;
        return columns;
    }
    auto next = report.days.begin();
    for (QDate day = report.request.first; day <= report.request.last; day = day.addDays(1)) {
        columns.labels << insightswords::shortDay(day);
        columns.longLabels << insightswords::longDay(day);
        const bool isThere = next != report.days.end() && next->day == day;
        columns.figures.push_back(isThere ? next->figures : Figures{});
        next += int(isThere);
    }
    return columns;
}

template <typename Value>
ChartSeries seriesOf(const QString& name, const QColor& colour, Qt::BrushStyle pattern, const Columns& columns,
                     Value value)
{
    ChartSeries series{name, colour, pattern, {}};
    for (const Figures& figures : columns.figures) {
        series.values.push_back(double(value(figures)));
    }
    return series;
}

QString asCount(double value)
{
    return insightswords::count(qRound64(value));
}

/// The end of a scale of minutes: quarters of it are what a clock shows.
double minutesTop(double most)
{
    for (const double top : {4.0, 8.0, 20.0, 40.0, 60.0, 120.0, 240.0, 480.0, 960.0}) {
        if (most <= top) {
            return top;
        }
    }
    return std::ceil(most / 5760) * 5760;
}

/// Minutes on the scale, since nobody counts in sixtieths.
double minutesOf(base::Duration duration)
{
    return std::chrono::duration<double, std::ratio<60>>(duration).count();
}

} // namespace

std::vector<ChartData> chartsOf(const desk::InsightsReport& report, const Colours& c)
{
    const Columns columns = columnsOf(report);
    if (columns.figures.empty()) {
        return std::vector<ChartData>(chartNumber);
    }
    const auto chart = [&](const QString& title, std::vector<ChartSeries> series) {
        return ChartData{title, columns.labels, columns.longLabels, std::move(series), true, 0, asCount};
    };
    const auto urgency = [&](Urgency which, const QColor& colour, Qt::BrushStyle pattern) {
        return seriesOf(words::urgency(which), colour, pattern, columns,
                        [which](const Figures& f) { return f.escalations[size_t(which)]; });
    };
    const auto waits = [&](const QString& name, base::Duration Waits::*which, const QColor& colour,
                           Qt::BrushStyle pattern) {
        return seriesOf(name, colour, pattern, columns,
                        [which](const Figures& f) { return minutesOf(f.personAnswer.*which); });
    };

    auto messages =
        chart(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Messages")),
              {seriesOf(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Patients")), c.accent, Qt::SolidPattern, columns,
                        [](const Figures& f) { return f.patientMessages; }),
               seriesOf(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Agent")), c.accent, Qt::BDiagPattern, columns,
                        [](const Figures& f) { return f.agentMessages; }),
               seriesOf(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Staff and doctors")), c.doctor, Qt::SolidPattern,
                        columns, [](const Figures& f) { return f.staffMessages + f.doctorMessages; })});

    auto alone = chart(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Answered without a person")),
                       {seriesOf({}, c.accent, Qt::SolidPattern, columns,
                                 [](const Figures& f) { return f.asked == 0 ? 0 : 100.0 * f.automated / f.asked; })});
    alone.top = 100;
    alone.words = [](double value) { return insightswords::share(qRound(value), 100); };

    auto waiting = chart(
        chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Waiting for a person's answer")),
        {waits(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Median")), &Waits::median, c.accent, Qt::SolidPattern),
         waits(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "9 in 10")), &Waits::nineInTen, c.accent,
               Qt::BDiagPattern)});
    waiting.stacked = false;
    waiting.top = minutesTop(std::ranges::max(waiting.series.back().values));
    waiting.words = [](double value) { return insightswords::span(std::chrono::seconds(qRound64(value * 60))); };

    auto escalations = chart(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Escalations")),
                             {urgency(Urgency::Emergency, c.emergency, Qt::SolidPattern),
                              urgency(Urgency::DoctorRequired, c.doctor, Qt::BDiagPattern),
                              urgency(Urgency::Routine, c.muted, Qt::Dense5Pattern)});

    auto failures = chart(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Messages that did not arrive")),
                          {seriesOf(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Failed")), c.emergency,
                                    Qt::SolidPattern, columns, [](const Figures& f) { return f.failed; }),
                           seriesOf(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Unknown")), c.waiting,
                                    Qt::BDiagPattern, columns, [](const Figures& f) { return f.unknown; })});

    auto tokens = chart(chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Tokens of language models")),
                        {seriesOf({}, c.accent, Qt::SolidPattern, columns, [](const Figures& f) { return f.tokens; })});
    if (!report.currency.isEmpty()) {
        tokens.title = chartWord(QT_TRANSLATE_NOOP("FigureCharts", "Cost of language models"));
        // In hundredths, of which the scale takes whole ones.
        tokens.series = {seriesOf({}, c.accent, Qt::SolidPattern, columns,
                                  [](const Figures& f) { return double(f.cost) / 10'000; })};
        tokens.words = [currency = report.currency](double value) {
            return insightswords::money(qRound64(value * 10'000), currency);
        };
    }
    return {std::move(messages),    std::move(alone),    std::move(waiting),
            std::move(escalations), std::move(failures), std::move(tokens)};
}

} // namespace delpek::ui
