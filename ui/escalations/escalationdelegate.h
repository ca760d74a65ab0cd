// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QStyledItemDelegate>

namespace delpek::ui
{

/// One escalation on four lines: urgency and clock; whom it concerns; why; how far it is.
class EscalationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EscalationDelegate(const Context& context, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Context m_context;
};

} // namespace delpek::ui
