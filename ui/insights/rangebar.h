// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QDateEdit;

namespace delpek::ui
{

enum class InsightsRange { Today, Week, ThirtyDays, Month, Own };

/// The days that a range has on `today`; those of Own are a person's.
std::pair<QDate, QDate> daysOf(InsightsRange range, QDate today);

/// Which days and which channel are to be counted.
class RangeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RangeBar(QWidget* parent = nullptr);

    /// What is chosen, if the day is `today`.
    desk::InsightsRequest request(QDate today) const;
    InsightsRange range() const;
    void setRange(InsightsRange range, QDate today);
    void setOwnDays(QDate first, QDate last);
    /// Where the days of Own are entered; to be placed by whoever has the bar.
    QWidget* ownDays() { return m_own; }
    /// Those among which one can be chosen.
    void setChannels(const std::vector<domain::ChannelKind>& channels);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    QButtonGroup* m_ranges;
    QWidget* m_own;
    QDateEdit* m_first;
    QDateEdit* m_last;
    QComboBox* m_channels;
};

} // namespace delpek::ui
