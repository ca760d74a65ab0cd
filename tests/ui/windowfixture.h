// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fakedesk.h"
#include "ui/inbox/inboxpane.h"
#include "ui/mainwindow.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/heldsends.h"
#include "ui/thread/outgoingfiles.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

namespace delpek::test
{

/// The whole window over a FakeDesk, with settings of its own.
struct WindowFixture {
    /// `prepare` sees the desk before the window does.
    explicit WindowFixture(
        base::Duration undo = {}, domain::Language language = domain::Language::English,
        void (*prepare)(FakeDesk&) = [](FakeDesk&) {})
        : window((useOwnSettings(), desk.setUndo(undo), prepare(desk), desk), withoutSpelling(language))
        , inbox(*window.findChild<ui::InboxPane*>())
        , thread(*window.findChild<ui::ThreadPane*>())
        , composer(thread.composer())
    {
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        // Shortcuts work in the active window only.
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    /// The dictionaries of the machine are not what is tested.
    static ui::Preferences withoutSpelling(domain::Language language)
    {
        ui::Preferences preferences{language, ui::ThemeKind::Light, 10};
        preferences.marksSpelling = false;
        return preferences;
    }
    static void useOwnSettings()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("delpek-tests"));
        QSettings().clear();
    }

    void open(FakeDesk::Demo which) { inbox.select({which}); }
    void press(const QKeySequence& keys) { QTest::keySequence(&window, keys); }

    FakeDesk desk;
    ui::MainWindow window;
    ui::InboxPane& inbox;
    ui::ThreadPane& thread;
    ui::Composer& composer;
};

} // namespace delpek::test
