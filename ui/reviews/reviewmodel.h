// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviews.h"
#include "ui/context.h"

#include <QAbstractTableModel>

namespace delpek::ui
{

/// Reported turns, open ones first, page after page as the view asks for more. UI thread.
class ReviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, About, Who, When, State, ColumnCount };

    explicit ReviewModel(const Context& context, QObject* parent = nullptr);

    /// Begins anew with these.
    void read(const desk::ReviewRequest& request);
    /// The same ones as they are now, as many as are there.
    void readAgain();
    const desk::ReviewRow& row(int index) const { return m_rows[size_t(index)]; }
    /// -1: it is not there.
    int rowOf(domain::ReviewId id) const;
    bool isReading() const { return m_reading; }
    bool hasFailed() const { return m_failed; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// It reads, has read, or could not.
    void stateChanged();

private:
    void ask(bool anew, int limit);
    void take(const Result<desk::ReviewPage>& page, bool anew);

    Context m_context;
    desk::ReviewRequest m_request;
    std::vector<desk::ReviewRow> m_rows;
    std::optional<desk::ReviewRequest::Place> m_next;
    int m_asked = 0;
    bool m_reading = false;
    bool m_failed = false;
};

} // namespace delpek::ui
