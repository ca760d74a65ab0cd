// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QStyledItemDelegate>

namespace delpek::desk
{
struct SearchHit;
}

namespace delpek::ui
{

/// One place that was found: channel, name and date; who wrote it; two lines around the words, which are marked.
class SearchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SearchDelegate(const Context& context, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTop(QPainter& painter, const QRect& area, Qt::LayoutDirection direction,
                  const desk::SearchHit& hit) const;
    void paintPlace(QPainter& painter, const QRect& area, Qt::LayoutDirection direction,
                    const desk::SearchHit& hit) const;

    Context m_context;
};

} // namespace delpek::ui
