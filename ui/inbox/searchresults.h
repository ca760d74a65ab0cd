// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QListView;

namespace delpek::ui
{

class SearchModel;

/// What the search field of the inbox found, in the place of the list.
class SearchResults final : public QWidget
{
    Q_OBJECT

public:
    explicit SearchResults(const Context& context, QWidget* parent = nullptr);

    void search(const QString& text);
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

private:
    void open(const QModelIndex& index);
    void onLoaded();
    void retranslate();

    Context m_context;
    SearchModel* m_model;
    QListView* m_list;
    QLabel* m_empty;
    QLabel* m_note;
    bool m_openWanted = false;
};

} // namespace delpek::ui
