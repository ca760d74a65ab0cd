// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace delpek::bench
{

using Steady = std::chrono::steady_clock;

double millisecondsSince(Steady::time_point begin);
double millisecondsOf(const std::function<void()>& work);

/// The value below which `share` (0 to 1) of the samples lie; 0 without samples.
double quantile(std::vector<double> samples, double share);

/// Samples of one figure from repeats of the same measurement; printed as one row of a Markdown table: figure, median,
/// min–max, target.
class Table
{
public:
    /// `heading` names the command that gives the figures.
    explicit Table(const QString& heading);
    void row(const QString& figure, const std::vector<double>& repeats, const QString& unit,
             const QString& target = {}) const;
};

/// The value, or ends the program with the error on stderr: a benchmark has nobody to hand it to.
template <typename T>
T orEnd(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(base::describe(result.error())));
    }
    return std::move(*result);
}

} // namespace delpek::bench
