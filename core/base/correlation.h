// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::base
{

/// The id that follows one delivery through intake, turn, send and receipt in the logs.
QString newCorrelation();

/// The id of the work the calling thread is doing now; empty outside of any.
QString currentCorrelation();

/// Names the work of the calling thread until the end of the scope.
class CorrelationScope
{
public:
    explicit CorrelationScope(QString correlation);
    ~CorrelationScope();
    CorrelationScope(const CorrelationScope&) = delete;
    CorrelationScope& operator=(const CorrelationScope&) = delete;

private:
    QString m_previous;
};

} // namespace delpek::base
