// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditmodel.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/audit/auditwords.h"
#include "ui/call.h"
#include "ui/problembar.h"

namespace delpek::ui
{

namespace
{

const auto auditSource = QStringLiteral("audit");

} // namespace

AuditModel::AuditModel(const Context& context, QObject* parent)
    : QAbstractTableModel(parent)
    , m_context(context)
{
}

void AuditModel::read(const domain::AuditFilter& filter)
{
    // Whoever follows the rows asks for none before the first are in.
    m_reading = true;
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    m_next = 0;
    m_isOver = false;
    endResetModel();
    ask();
}

void AuditModel::ask()
{
    m_reading = true;
    m_failed = false;
    Q_EMIT stateChanged();
    whenDone(m_context.desk.auditRoom().page({m_filter, m_next}), this, [this, asked = ++m_asked](const auto& page) {
        // What was asked before the last filter is of no use any more.
        if (asked == m_asked) {
            take(page);
        }
    });
}

void AuditModel::take(const Result<desk::AuditPage>& page)
{
    if (!page) {
        m_reading = false;
        m_failed = true;
        m_context.problems.report(auditSource, page.error(), [this] { ask(); });
        return Q_EMIT stateChanged();
    }
    m_context.problems.worked(auditSource);
    m_next = page->next;
    m_isOver = page->next == 0;
    if (page->rows.empty() && !m_isOver) {
        return ask();
    }
    if (!page->rows.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(page->rows.size()) - 1);
        m_rows.insert(m_rows.end(), page->rows.begin(), page->rows.end());
        endInsertRows();
    }
    m_reading = false;
    Q_EMIT stateChanged();
}

bool AuditModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_isOver && !m_reading && !m_failed;
}

void AuditModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        ask();
    }
}

int AuditModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AuditModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const desk::AuditRow& one = row(index.row());
    const auto& entry = one.entry;
    if (role == Qt::DisplayRole) {
        switch (Column(index.column())) {
        case When:
            return auditwords::when(entry.at);
        case Who:
            return auditwords::actor(entry.actor);
        case What:
            return auditwords::action(entry.action);
        case About:
            return auditwords::subject(one);
        case Details:
            return domain::isolate(entry.detail);
        case ColumnCount:
            break;
        }
    } else if (role == Qt::AccessibleTextRole) {
        return tr("%1, %2: %3. %4")
            .arg(auditwords::when(entry.at), auditwords::actor(entry.actor), auditwords::action(entry.action),
                 auditwords::subject(one));
    } else if (role == Qt::ToolTipRole) {
        return tr("Entry %1: %2")
            .arg(domain::isolate(QString::number(entry.number)),
                 domain::isolate(
                     QStringList{entry.action, entry.subject, entry.detail}.join(QLatin1Char(' ')).trimmed()));
    }
    return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (Column(section)) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case About:
        return tr("About");
    case Details:
        return tr("Details");
    case ColumnCount:
        break;
    }
    return {};
}

void AuditModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

} // namespace delpek::ui
