// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signin.h"
#include "domain/change.h"
#include "domain/ids.h"
#include "ui/preferences.h"

#include <QMainWindow>

#include <functional>
#include <memory>

namespace delpek::desk
{
class Desk;
}

namespace delpek::ui
{

class VoiceNotes;

/// The window of a desk. Sets language and theme of the application from its preferences, and again when a person
/// changes them. What it shows belongs to the person who is signed in; while nobody is, or he is away, it is covered
/// and its commands do nothing. `desk` outlives it. UI thread; needs a QApplication.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(desk::Desk& desk, const Preferences& preferences = Preferences::load());
    ~MainWindow() override;

    const Preferences& preferences() const;
    /// What was spoken in this window and not sent yet.
    VoiceNotes& voice();
    /// Shows a conversation in the inbox; nothing else happens to it.
    void showConversation(domain::ConversationId id);
    /// Shows what a link from outside leads to (desktop/deeplink.h), or says that it leads nowhere; at a desk where
    /// nobody is it waits. Nothing else happens by it.
    void openLink(const QString& text);
    void comeToFront();
    /// Takes effect at once and is saved.
    void setPreferences(const Preferences& preferences);
    /// Closes, asking what closing asks, and then wants the start. Stays where Delpek would not start as it is set up.
    void restart();

Q_SIGNALS:
    /// The window closed, and the program is to start again.
    void startWanted();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;

private:
    struct Parts;
    void build();
    void buildPages();
    void dropPages();
    void followSignIn();
    void cover(const desk::SignIn::State& state);
    void uncover(const desk::SignIn::State& state);
    void closeDialogs();
    /// Saves what is being written.
    void flush();
    void lock();
    void signOut();
    void swapLanguage();
    void addActions();
    void toEscalations();
    void toBook();
    /// Somebody is signed in, and not away.
    bool isOpen() const;
    void followLink();
    void copyLink();
    void showHelp();
    void retranslate();
    /// Every text of the window is written anew.
    void retranslateAll();
    /// The records have told the clinic's zone, or another one.
    void followZone();
    void leaveErased(const std::vector<domain::Change>& changes);
    void restoreLayout();
    void restorePages();
    void layoutChanged();
    void saveLayout();
    /// Conversations with something that only this window keeps: voice messages, files.
    std::vector<domain::ConversationId> unsent() const;
    /// `what` would lose it; `then` runs when the person says `yes` to that.
    QString unsavedSettings() const;
    void askBeforeLosing(const QString& what, const QString& yes, const std::function<void()>& then);
    void showWhatWouldBeLost();
    void showSettings();
    void leadToClinic();

    std::unique_ptr<Parts> m;
};

} // namespace delpek::ui
