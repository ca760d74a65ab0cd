// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QAbstractListModel>

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
    const QString& text() const { return m_text; }
    const desk::SearchHit& hit(int row) const { return m_hits[static_cast<size_t>(row)]; }
    bool isLoading() const { return m_loading; }
    qint64 notYetSearchable() const { return m_notYetSearchable; }

Q_SIGNALS:
    void loaded();

private:
    void onAnswer(const Result<desk::SearchPage>& page);
    QString sentence(const desk::SearchHit& hit) const;

    Context m_context;
    QString m_text;
    std::vector<desk::SearchHit> m_hits;
    domain::MessageId m_next;
    qint64 m_notYetSearchable = 0;
    bool m_loading = false;
    int m_generation = 0;
};

/// Who wrote what was found, or what of the conversation it is.
QString hitSource(const desk::SearchHit& hit);

} // namespace delpek::ui
