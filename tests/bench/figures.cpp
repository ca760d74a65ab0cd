// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"

#include <algorithm>
#include <cstdio>

namespace delpek::bench
{

namespace
{

QString number(double value)
{
    return QString::number(value, 'f', value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

} // namespace

double millisecondsSince(Steady::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
}

double millisecondsOf(const std::function<void()>& work)
{
    const auto begin = Steady::now();
    work();
    return millisecondsSince(begin);
}

double quantile(std::vector<double> samples, double share)
{
    if (samples.empty()) {
        return 0;
    }
    std::ranges::sort(samples);
    return samples[static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1) + 0.5)];
}

Table::Table(const QString& heading)
{
    std::printf("\n`%s`\n\n| figure | median | min – max | target |\n|---|---|---|---|\n", qPrintable(heading));
    std::fflush(stdout);
}

void Table::row(const QString& figure, const std::vector<double>& repeats, const QString& unit,
                const QString& target) const
{
    const auto line = QStringLiteral("| %1 | %2 %3 | %4 – %5 | %6 |")
                          .arg(figure, number(quantile(repeats, 0.5)), unit, number(quantile(repeats, 0)),
                               number(quantile(repeats, 1)), target);
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace delpek::bench
