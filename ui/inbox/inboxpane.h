// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;

namespace delpek::ui
{

class InboxDelegate;
class InboxModel;
class LabelBook;
class SearchResults;
class SortBar;
class SortMenu;
class Sorter;

/// Search, filters and the list of conversations. While something is searched, what was found stands in the place of
/// the list; the list comes back as it was.
class InboxPane final : public QWidget
{
    Q_OBJECT

public:
    explicit InboxPane(const Context& context, QWidget* parent = nullptr);
    ~InboxPane() override;

    void focusSearch();
    void focusList();
    /// Goes to the conversation that waits longest among the rows shown, most urgent first; after the current one when
    /// that is already it.
    void selectNextWaiting();
    /// Selects the row, or takes the filter off where it is hidden.
    void select(domain::ConversationId id);
    domain::ConversationId current() const;
    /// The conversations that are selected; without any, the one that is open.
    std::vector<domain::ConversationId> selected() const;
    /// What can be done to them, as a menu below the list's row or, without one, below the search.
    void showMenu();
    /// Shows a view, or what has a label.
    void showOnly(desk::View view, std::optional<domain::LabelId> label = {});
    InboxModel& model() { return *m_model; }
    Sorter& sorter() { return *m_sorter; }
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
    static constexpr int moreId = 100; ///< among the filters, beside desk::View

    void retranslate();
    void onLoaded();
    void onTyped();
    void connectSorting();
    void onCurrent();
    void onSelection();
    void countSelected();
    void connectRearranging();
    void connectRearranged();
    void clearSelection();
    void selectOnly(const QModelIndex& index);
    void selectNone();
    void openMore();
    void fillMore();
    void withRows(std::function<void(const std::vector<desk::InboxRow>&)> then);
    void popUp(const QPoint& at);
    void open(domain::ConversationId conversation, domain::MessageId message);

    Context m_context;
    LabelBook* m_labels;
    InboxModel* m_model;
    QLineEdit* m_search;
    QAction* m_searchIcon;
    QButtonGroup* m_filters;
    QListView* m_list;
    InboxDelegate* m_delegate;
    QPushButton* m_more; ///< what was put off, and labels
    Sorter* m_sorter;
    SortBar* m_bar;
    std::unique_ptr<SortMenu> m_menu;
    QLabel* m_empty;
    SearchResults* m_results;
    QTimer m_typing;
    domain::ConversationId m_opened; ///< out of what was found
    domain::ConversationId m_wanted;
    domain::ConversationId m_shown; ///< told last by opened()
    bool m_isRearranging = false;   ///< rows come or go
};

} // namespace delpek::ui
