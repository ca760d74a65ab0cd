// SPDX-License-Identifier: GPL-3.0-or-later
// render_pictures <folder>: the window in both languages, both themes and two sizes, from fixed content at a fixed
// time.
#include "ui/application.h"
#include "ui/fakedesk.h"
#include "ui/inbox/inboxpane.h"
#include "ui/mainwindow.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"

#include <QApplication>
#include <QDir>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QTextStream>

using namespace delpek;

namespace
{

struct Scene {
    QString name;
    qint64 conversation;
    int tab;
    QString keys; ///< an action's shortcut to press first
};

bool picture(const QDir& folder, const ui::Preferences& preferences, QSize size, const Scene& scene)
{
    test::FakeDesk desk;
    ui::MainWindow window(desk, preferences);
    window.resize(size);
    window.show();
    window.findChild<ui::InboxPane*>()->select({scene.conversation});
    window.findChild<QTabWidget*>()->setCurrentIndex(scene.tab);
    if (!scene.keys.isEmpty()) {
        for (QAction* action : window.actions()) {
            if (action->shortcut().toString() == scene.keys) {
                action->trigger();
            }
        }
    }
    QTest::qWait(120);
    if (scene.name == QLatin1String("picture")) {
        auto& thread = *window.findChild<ui::ThreadPane*>();
        thread.view().verticalScrollBar()->setValue(0);
        thread.attachments().showPicture(thread.threadWindow().messages().front().id);
        QTest::qWait(120);
    }
    const QString file =
        QStringLiteral("%1-%2-%3-%4.png")
            .arg(scene.name, base::toText(preferences.language),
                 preferences.theme == ui::ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
            .arg(size.width());
    return window.grab().save(folder.filePath(file));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "Asia/Jerusalem");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("delpek-pictures"));
    if (argc != 2) {
        QTextStream(stderr) << "usage: render_pictures <folder>\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const Scene scenes[] = {{QStringLiteral("booking"), test::FakeDesk::Booking, 0, {}},
                            {QStringLiteral("emergency"), test::FakeDesk::Emergency, 1, {}},
                            {QStringLiteral("decisions"), test::FakeDesk::Booking, 1, {}},
                            {QStringLiteral("troubles"), test::FakeDesk::Mine, 0, {}},
                            {QStringLiteral("files"), test::FakeDesk::Files, 0, {}},
                            {QStringLiteral("picture"), test::FakeDesk::Files, 0, {}},
                            {QStringLiteral("closed"), test::FakeDesk::Closed, 0, {}},
                            {QStringLiteral("escalations"), test::FakeDesk::Booking, 0, QStringLiteral("Ctrl+2")},
                            {QStringLiteral("settings"), test::FakeDesk::Booking, 0, QStringLiteral("Ctrl+3")}};
    for (const Scene& scene : scenes) {
        for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
            for (const auto theme : {ui::ThemeKind::Light, ui::ThemeKind::Dark}) {
                for (const QSize size : {QSize(1280, 800), QSize(1680, 1000)}) {
                    if (!picture(folder, {language, theme, 10, std::chrono::milliseconds(4000)}, size, scene)) {
                        QTextStream(stderr) << "cannot write to " << folder.path() << "\n";
                        return 1;
                    }
                }
            }
        }
    }
    return 0;
}
