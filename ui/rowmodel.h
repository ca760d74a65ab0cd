// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <type_traits>
#include <vector>

namespace delpek::ui
{

/// A list whose rows have an identity: `idOf(row)`. New rows are laid over the old ones with the smallest changes, so
/// that a selection stays on its row. UI thread.
template <typename Row, auto idOf>
class RowModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;
    using RowId = std::decay_t<std::invoke_result_t<decltype(idOf), const Row&>>;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const Row& row(int index) const { return m_rows[static_cast<size_t>(index)]; }

    QModelIndex indexOf(const RowId& id) const
    {
        const auto place = std::ranges::find(m_rows, id, idOf);
        return place == m_rows.end() ? QModelIndex() : index(int(place - m_rows.begin()));
    }

protected:
    void apply(std::vector<Row> rows)
    {
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            if (std::ranges::find(rows, idOf(row(i)), idOf) == rows.end()) {
                beginRemoveRows({}, i, i);
                m_rows.erase(m_rows.begin() + i);
                endRemoveRows();
            }
        }
        for (int i = 0; i < int(rows.size()); ++i) {
            auto& fresh = rows[static_cast<size_t>(i)];
            const auto place = std::find_if(m_rows.begin() + std::min<qsizetype>(i, qsizetype(m_rows.size())),
                                            m_rows.end(), [&](const auto& old) { return idOf(old) == idOf(fresh); });
            if (place == m_rows.end()) {
                beginInsertRows({}, i, i);
                m_rows.insert(m_rows.begin() + i, std::move(fresh));
                endInsertRows();
                continue;
            }
            const int from = int(place - m_rows.begin());
            if (from != i) {
                beginMoveRows({}, from, from, {}, i);
                std::rotate(m_rows.begin() + i, m_rows.begin() + from, m_rows.begin() + from + 1);
                endMoveRows();
            }
            m_rows[static_cast<size_t>(i)] = std::move(fresh);
            Q_EMIT dataChanged(index(i), index(i));
        }
    }

    std::vector<Row> m_rows;
};

} // namespace delpek::ui
