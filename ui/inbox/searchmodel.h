// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QAbstractListModel>

#include <set>

namespace delpek::ui
{

/// What a search found, newest first, conversations before messages. Pages by key as the list is scrolled; the answer
/// to what was typed before is dropped.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit SearchModel(const Context& context, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Empty: finds nothing and asks nobody.
    void search(const QString& text);
    /// Asks the same again, for as many rows as there are. Rows that stay keep their indexes. Does nothing while an
    /// answer is awaited, and beyond mostRefreshed rows.
    void refresh();
    /// Takes the rows of these conversations out at once.
    void forget(const std::set<domain::ConversationId>& erased);
    const QString& text() const { return m_text; }
    const desk::SearchHit& hit(int row) const { return m_hits[static_cast<size_t>(row)]; }
    bool isLoading() const { return m_loading; }
    /// An answer to refresh() is awaited.
    bool isRefreshing() const { return m_isRefreshing; }
    qint64 notYetSearchable() const { return m_notYetSearchable; }

    static constexpr int mostRefreshed = 500;

Q_SIGNALS:
    void loaded();
    /// Around the changes that refresh() makes to the rows.
    void refreshing();
    void refreshed();

private:
    void onAnswer(const Result<desk::SearchPage>& page);
    void onRefreshed(const Result<desk::SearchPage>& page, int limit);
    std::vector<desk::SearchHit> withoutErased(std::vector<desk::SearchHit> hits) const;
    void merge(const std::vector<desk::SearchHit>& hits);
    QString sentence(const desk::SearchHit& hit) const;

    Context m_context;
    QString m_text;
    std::vector<desk::SearchHit> m_hits;
    domain::MessageId m_next;
    qint64 m_notYetSearchable = 0;
    bool m_loading = false;
    bool m_isRefreshing = false;
    bool m_isFollowed = true;                  ///< what arrives is looked for
    std::set<domain::ConversationId> m_erased; ///< an answer under way may still tell of them
    int m_generation = 0;
};

/// Who wrote what was found, or what of the conversation it is.
QString hitSource(const desk::SearchHit& hit);

} // namespace delpek::ui
