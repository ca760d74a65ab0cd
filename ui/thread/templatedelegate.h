// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QStyledItemDelegate>

namespace delpek::ui
{

/// A template on two lines: what it is for, and what the provider says of it.
class TemplateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole + 1, StateRole, SendableRole };

    explicit TemplateDelegate(const Context& context, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Context m_context;
};

} // namespace delpek::ui
