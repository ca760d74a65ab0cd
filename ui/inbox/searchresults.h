// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change.h"
#include "domain/ids.h"
#include "ui/context.h"

#include <QPersistentModelIndex>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;

namespace delpek::ui
{

class SearchModel;

/// What the search field of the inbox found, in the place of the list. It follows what is written and erased meanwhile:
/// at most once in refreshPause, and not before so long after the last key was typed. The current row and the place of
/// the list stay.
class SearchResults final : public QWidget
{
    Q_OBJECT

public:
    explicit SearchResults(const Context& context, QWidget* parent = nullptr);

    static constexpr auto refreshPause = std::chrono::seconds(2);

    /// Something arrived, and what is shown will be asked for anew.
    bool isRefreshDue() const;
    void search(const QString& text);
    /// Somebody types: an answer to it will come.
    void hold() { m_refresh.stop(); }
    /// Puts the keyboard on the list, on its first row where none is current.
    void focusList();
    /// Opens the current row, else the first; as soon as the answer is there.
    void openCurrent();
    SearchModel& model() { return *m_model; }

Q_SIGNALS:
    /// `message` is invalid for a name or a number.
    void chosen(delpek::domain::ConversationId conversation, delpek::domain::MessageId message);
    void leaveWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void follow(const std::vector<domain::Change>& changes);
    void refresh();
    void keepPlace();
    void restorePlace();
    void open(const QModelIndex& index);
    void onLoaded();
    void retranslate();

    Context m_context;
    SearchModel* m_model;
    QListView* m_list;
    QLabel* m_empty;
    QLabel* m_note;
    bool m_openWanted = false;
    bool m_isStale = false; ///< something changed while nobody looked
    QTimer m_refresh;
    QPersistentModelIndex m_top; ///< the uppermost row while the rows change; invalid: the list is at its beginning
    int m_topOffset = 0;
};

} // namespace delpek::ui
