// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace delpek::ui
{

/// The table of the figures: one row a day and channel, the newest day first. Values as a person reads them.
class FiguresSheet final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FiguresSheet(QObject* parent = nullptr)
        : QAbstractTableModel(parent)
    {
    }

    void setReport(const desk::InsightsReport& report);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    desk::InsightsReport m_report;
};

/// The same for a spreadsheet, with a heading, the oldest day first: days as 2026-03-05, waits in whole seconds, shares
/// in percent, costs with a point. Empty where there was no case.
QList<QStringList> spreadsheet(const desk::InsightsReport& report);

} // namespace delpek::ui
