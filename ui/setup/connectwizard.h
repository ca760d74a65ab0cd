// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QDialog>

#include <map>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace delpek::ui
{

class ConnectionCard;

/// "Connect my clinic": a channel, the records, the language model; each can be skipped and is checked live.
class ConnectWizard final : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectWizard(const Context& context, QWidget* parent = nullptr);

    /// Also where a lock closes it: typed secrets go, and a check that is under way is given up.
    void done(int result) override;

Q_SIGNALS:
    void kept();

private:
    void addCard(const QString& name, QWidget* parent);
    ConnectionCard& card() const;
    void read();
    void go(int step);
    void next();
    void refresh();

    Context m_context;
    int m_step = 0;
    bool m_goesOn = false; ///< when what is being saved is kept
    std::map<QString, ConnectionCard*> m_cards;
    QLabel* m_count;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_choice;
    QComboBox* m_channel;
    QStackedWidget* m_stack;
    QLabel* m_note;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_close;
};

/// Offers the wizard over the demo clinic, once on this machine; nobody has to take it. UI thread.
void offerSetup(const Context& context, QWidget& window);

} // namespace delpek::ui
