// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"
#include "ui/preferences.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace delpek::ui
{

class RestartBar;
class SettingsPage;

/// The settings, in sections: this window's for everybody, the clinic's for whoever may keep them.
class SettingsPane final : public QWidget
{
    Q_OBJECT

public:
    SettingsPane(const Context& context, const Preferences& preferences, QWidget* parent = nullptr);

    SettingsPage& window() const { return *m_window; }

Q_SIGNALS:
    /// A conversation is to be shown in the inbox.
    void openWanted(delpek::domain::ConversationId id);
    /// A day is to be shown in the day book.
    void dayWanted(QDate day);
    /// The program is to end and to start again.
    void restartWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(const char* name, QWidget* page);
    void retranslate();

    Context m_context;
    QListWidget* m_sections;
    RestartBar* m_restart;
    QStackedWidget* m_pages;
    SettingsPage* m_window;
    std::vector<const char*> m_names;
};

} // namespace delpek::ui
