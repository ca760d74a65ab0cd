// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"
#include "ui/preferences.h"

#include <QWidget>

#include <functional>

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
    /// The name of the first section in which something is not saved yet; empty: none.
    QString unsaved() const;
    void showUnsaved();
    /// Where the clinic's own data is kept; nothing for who may not.
    void showClinic();

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
    /// A page is made when it is first shown: most of them are not, and each takes its time.
    using Maker = std::function<QWidget*()>;
    struct Section {
        const char* name;
        Maker make;
        QWidget* page = nullptr;
    };

    void add(const char* name, Maker make);
    void addClinics();
    template <typename SomePage>
    void addPage(const char* name);
    template <typename SomePage>
    SomePage* followWaiting(SomePage* page);
    void show(int row);
    void showSection(const char* name);
    int unsavedRow() const;
    void retranslate();

    Context m_context;
    QListWidget* m_sections;
    RestartBar* m_restart;
    QStackedWidget* m_pages;
    SettingsPage* m_window;
    std::vector<Section> m_list;
};

} // namespace delpek::ui
