// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QStyledItemDelegate>

namespace delpek::ui
{

/// A quick reply in a list: its name, and below it one line of what it says.
class QuickReplyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit QuickReplyDelegate(const Context& context, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Context m_context;
};

} // namespace delpek::ui
