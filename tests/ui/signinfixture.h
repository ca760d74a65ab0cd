// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/speech.h"
#include "ui/signin/signinpane.h"
#include "ui/spokensource.h"
#include "ui/voice/voicenotes.h"
#include "ui/windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace delpek::test
{

/// A window that asks who is there. Its panes come and go: they are looked for each time.
struct SignInFixture {
    explicit SignInFixture(FakeSignIn::Staff who = FakeSignIn::Rivka, base::Duration lockAfter = {})
        : window((WindowFixture::useOwnSettings(), desk.signIn().ask(lockAfter), desk),
                 ui::Preferences{domain::Language::English, ui::ThemeKind::Light, 10})
        , pane(*window.findChild<ui::SignInPane*>())
    {
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        if (who != 0) {
            desk.signIn().admit(who);
            QTRY_VERIFY(inbox() != nullptr);
        }
    }

    ui::InboxPane* inbox() const { return window.findChild<ui::InboxPane*>(); }
    ui::ThreadPane* thread() const { return window.findChild<ui::ThreadPane*>(); }
    QLineEdit& pin() const { return *pane.findChild<QLineEdit*>(QStringLiteral("pin")); }
    QString trouble() const { return pane.findChild<QLabel*>(QStringLiteral("signInTrouble"))->text(); }
    QPushButton& button(const QString& name) const { return *window.findChild<QPushButton*>(name); }
    QPushButton* person(const QString& name) const
    {
        QPushButton* found = nullptr;
        // They come with the answer of the desk.
        (void)QTest::qWaitFor([&] {
            for (auto* button : pane.findChildren<QPushButton*>()) {
                if (!button->visibleRegion().isEmpty() && button->accessibleName().startsWith(name)) {
                    found = button;
                }
            }
            return found != nullptr;
        });
        return found;
    }
    void type(const QString& digits)
    {
        QTest::keyClicks(&pin(), digits);
        QTest::keyClick(&pin(), Qt::Key_Return);
    }
    /// The microphone of the next recording.
    SpokenSource& listen()
    {
        microphone = new SpokenSource;
        window.voice().setSource([this] { return std::unique_ptr<SpokenSource>(microphone); });
        return *microphone;
    }
    /// Says something to the microphone that is not sent.
    void speak(FakeDesk::Demo which)
    {
        inbox()->select({which});
        auto& source = listen();
        window.voice().begin({which});
        source.say(support::speech(std::chrono::seconds(2)));
        window.voice().stop();
        QTRY_COMPARE(window.voice().unsent().size(), size_t(1));
    }
    void lock() { QTest::keySequence(&window, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L)); }

    FakeDesk desk;
    ui::MainWindow window;
    ui::SignInPane& pane;
    SpokenSource* microphone = nullptr;
};

} // namespace delpek::test
