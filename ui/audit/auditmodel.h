// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/auditroom.h"
#include "ui/context.h"

#include <QAbstractTableModel>

namespace delpek::ui
{

/// The audit log, newest entry first, page after page as the view asks for more. UI thread.
class AuditModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, About, Details, ColumnCount };

    explicit AuditModel(const Context& context, QObject* parent = nullptr);

    /// Begins anew with these entries.
    void read(const domain::AuditFilter& filter);
    const desk::AuditRow& row(int index) const { return m_rows[size_t(index)]; }
    bool isReading() const { return m_reading; }
    bool hasFailed() const { return m_failed; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// It reads, has read, or could not.
    void stateChanged();

private:
    void ask();
    void take(const Result<desk::AuditPage>& page);

    Context m_context;
    domain::AuditFilter m_filter;
    std::vector<desk::AuditRow> m_rows;
    qint64 m_next = 0;
    int m_asked = 0;
    bool m_isOver = true;
    bool m_reading = false;
    bool m_failed = false;
};

} // namespace delpek::ui
