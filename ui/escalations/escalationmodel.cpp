// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/escalationmodel.h"

#include "desk/desk.h"
#include "ui/escalations/escalationlist.h"
#include "ui/escalations/escalationwords.h"
#include "ui/wording.h"

namespace delpek::ui
{

EscalationModel::EscalationModel(const Context& context, EscalationList& list, QObject* parent)
    : EscalationRows(parent)
    , m_context(context)
    , m_list(list)
{
    connect(&list, &EscalationList::changed, this, &EscalationModel::refresh);
    connect(&m_ticker, &QTimer::timeout, this, &EscalationModel::tick);
    m_ticker.start(std::chrono::seconds(10));
    refresh();
}

QVariant EscalationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return words::title(row(index.row()).conversation);
    case Qt::AccessibleTextRole:
        return sentence(row(index.row()));
    default:
        return {};
    }
}

void EscalationModel::setFilter(Filter filter)
{
    m_filter = filter;
    m_list.showClosed(filter == Filter::Closed);
    refresh();
}

void EscalationModel::tick()
{
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    }
}

void EscalationModel::refresh()
{
    std::vector<EscalationRow> rows;
    for (const auto& escalation : m_filter == Filter::Closed ? m_list.closed() : m_list.open()) {
        EscalationRow row{escalation, m_list.conversationOf(escalation.conversation)};
        if (m_filter != Filter::Mine || isMine(row)) {
            rows.push_back(std::move(row));
        }
    }
    apply(std::move(rows));
    Q_EMIT refreshed();
}

bool EscalationModel::isMine(const EscalationRow& row) const
{
    const QString me = m_context.desk.staffName();
    return row.escalation.acknowledgedBy == me || row.conversation.holder.name == me;
}

QString EscalationModel::sentence(const EscalationRow& row) const
{
    const base::Instant now = m_context.desk.now();
    return QStringList{words::urgency(row.escalation.urgency), words::title(row.conversation),
                       words::why(row.escalation), escalationwords::clock(tierClock(row.escalation, now)),
                       escalationwords::state(row.escalation, now)}
        .join(QStringLiteral(", "));
}

} // namespace delpek::ui
