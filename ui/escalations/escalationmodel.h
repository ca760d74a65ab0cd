// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/escalation.h"
#include "ui/context.h"
#include "ui/rowmodel.h"

#include <QTimer>

namespace delpek::ui
{

class EscalationList;

/// One row: an escalation and whom it concerns (without an id while that is not known yet).
struct EscalationRow {
    domain::Escalation escalation;
    domain::Conversation conversation;
};

inline domain::EscalationId escalationOf(const EscalationRow& row)
{
    return row.escalation.id;
}

using EscalationRows = RowModel<EscalationRow, &escalationOf>;

/// The escalations under one filter. Mine: open ones that I took on, or whose conversation I hold.
class EscalationModel final : public EscalationRows
{
    Q_OBJECT

public:
    enum class Filter { Open, Mine, Closed };

    /// The list outlives it.
    EscalationModel(const Context& context, EscalationList& list, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    /// The clocks moved on.
    void tick();

Q_SIGNALS:
    void refreshed();

private:
    void refresh();
    bool isMine(const EscalationRow& row) const;
    QString sentence(const EscalationRow& row) const;

    Context m_context;
    EscalationList& m_list;
    Filter m_filter = Filter::Open;
    QTimer m_ticker;
};

} // namespace delpek::ui
