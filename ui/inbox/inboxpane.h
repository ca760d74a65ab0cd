// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;

namespace delpek::ui
{

class InboxModel;
class SearchResults;

/// Search, filters and the list of conversations. While something is searched, what was found stands in the place of
/// the list; the list comes back as it was.
class InboxPane final : public QWidget
{
    Q_OBJECT

public:
    explicit InboxPane(const Context& context, QWidget* parent = nullptr);

    void focusSearch();
    void focusList();
    /// Goes to the conversation that waits longest among the rows shown, most urgent first; after the current one when
    /// that is already it.
    void selectNextWaiting();
    /// Selects the row, or takes the filter off where it is hidden.
    void select(domain::ConversationId id);
    domain::ConversationId current() const;
    InboxModel& model() { return *m_model; }
    SearchResults& results() { return *m_results; }
    /// Back to the list, on the conversation that is open.
    void leaveSearch();

Q_SIGNALS:
    void opened(delpek::domain::ConversationId id);
    /// A message that was searched so, of the conversation that was opened just before.
    void found(delpek::domain::MessageId id, const QString& search);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void onLoaded();
    void onTyped();
    void open(domain::ConversationId conversation, domain::MessageId message);

    Context m_context;
    InboxModel* m_model;
    QLineEdit* m_search;
    QAction* m_searchIcon;
    QButtonGroup* m_filters;
    QListView* m_list;
    QLabel* m_empty;
    SearchResults* m_results;
    QTimer m_typing;
    domain::ConversationId m_opened; ///< out of what was found
    domain::ConversationId m_wanted;
};

} // namespace delpek::ui
