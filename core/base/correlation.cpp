// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/correlation.h"

#include <QRandomGenerator>

namespace delpek::base
{

namespace
{
thread_local QString t_correlation;
}

QString newCorrelation()
{
    return QString::number(QRandomGenerator::global()->generate64(), 36);
}

QString currentCorrelation()
{
    return t_correlation;
}

CorrelationScope::CorrelationScope(QString correlation)
    : m_previous(std::exchange(t_correlation, std::move(correlation)))
{
}

CorrelationScope::~CorrelationScope()
{
    t_correlation = std::move(m_previous);
}

} // namespace delpek::base
