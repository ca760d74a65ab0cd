// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QStyledItemDelegate>

namespace delpek::ui
{

/// A line of the timeline: what happened at its start, when or how long at its end. Lines of detail wrap.
class DecisionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    DecisionDelegate(const Context& context, QObject* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Context m_context;
};

} // namespace delpek::ui
