// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/version.h"
#include "app/commands/settings.h"
#include "app/demo.h"
#include "app/demoday.h"
#include "app/output.h"
#include "app/playedday.h"
#include "app/signals.h"
#include "base/logfile.h"
#include "base/logging.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QSettings>

namespace
{

using namespace delpek;
using namespace delpek::app;

const auto usage =
    QStringLiteral("Usage: delpek [--demo | --demo-day FOLDER] [--config FILE] [--set key=value …]\n"
                   "\n"
                   "The front desk in a window, with its engine. Without a channel in the configuration it opens on\n"
                   "the built-in demo clinic.\n"
                   "  --demo             the demo clinic: three simulated patients write in\n"
                   "  --demo-day FOLDER  plays the demo day by itself, prints the transcript, writes pictures of the\n"
                   "                     window into FOLDER and ends with 0, or with 1 and the reason");

constexpr int windowWidth = 1440;
constexpr int windowHeight = 900;

int runWindow(desk::Desk& desk)
{
    ui::MainWindow window(desk);
    window.show();
    return QApplication::exec();
}

int runDemo(base::Clock& clock)
{
    auto demo = Demo::start({std::chrono::seconds(3), QStringLiteral("רותי")}, clock);
    if (!demo) {
        return complain(demo.error(), exitFailed);
    }
    print(QStringLiteral("demo clinic; listening on 127.0.0.1:%1").arg((*demo)->engine().port()));
    DemoDay day(**demo, std::chrono::seconds(4));
    QObject::connect(&day, &DemoDay::failed, &day,
                     [](const QString& reason) { qCWarning(lcApp).noquote() << "demo:" << reason; });
    day.begin();
    return runWindow((*demo)->engine().desk());
}

int runDemoDay(const QString& folder, base::Clock& clock)
{
    if (!QDir().mkpath(folder)) {
        return complain(QStringLiteral("--demo-day: %1 cannot be made; name a folder that can be written").arg(folder));
    }
    // The pictures' dress is not the user's own.
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QDir(folder).filePath(QStringLiteral("settings")));
    auto demo = Demo::start({std::chrono::milliseconds(900), QStringLiteral("רותי")}, clock);
    if (!demo) {
        return complain(demo.error(), exitFailed);
    }
    print(QStringLiteral("demo clinic; listening on 127.0.0.1:%1").arg((*demo)->engine().port()));
    ui::MainWindow window((*demo)->engine().desk());
    window.resize(windowWidth, windowHeight);
    window.show();
    PlayedDay day(**demo, window, QDir(folder));
    int code = exitOk;
    QObject::connect(&day, &PlayedDay::ended, &day, [&code, &folder](const QString& reason) {
        code = reason.isEmpty() ? exitOk : complain(QStringLiteral("the demo day failed: ") + reason, exitFailed);
        if (code == exitOk) {
            print(QStringLiteral("the day is over; pictures of the window are in %1").arg(folder));
        }
        QApplication::exit(code);
    });
    day.begin();
    QApplication::exec();
    return code;
}

int runClinic(const config::Config& config, base::Clock& clock)
{
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return complain(secrets.error(), exitFailed);
    }
    auto engine = Engine::start(config, **secrets, clock);
    if (!engine) {
        return complain(engine.error(), exitFailed);
    }
    print(QStringLiteral("listening on %1:%2").arg(config.get(config::keys::listenAddress)).arg((*engine)->port()));
    return runWindow((*engine)->desk());
}

/// What stands behind --demo-day; empty when it was not asked for.
QString takeOption(QStringList& arguments, const QString& name)
{
    const qsizetype at = arguments.indexOf(name);
    if (at < 0 || at + 1 >= arguments.size()) {
        return {};
    }
    const QString value = arguments.takeAt(at + 1);
    arguments.removeAt(at);
    return value;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Delpek"));
    QApplication::setApplicationName(QStringLiteral("delpek"));
    QApplication::setApplicationVersion(api::version());
    QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        print(usage);
        return exitOk;
    }
    if (arguments.contains(QStringLiteral("--version"))) {
        print(QStringLiteral("delpek %1 (%2)").arg(api::version(), api::commit()));
        return exitOk;
    }
    const bool wantsDemo = arguments.removeAll(QStringLiteral("--demo")) > 0;
    const QString demoDay = takeOption(arguments, QStringLiteral("--demo-day"));
    const auto config = loadConfig(arguments);
    if (!config) {
        return complain(config.error());
    }
    base::SystemClock clock;
    base::LogOptions logOptions;
    logOptions.file = config->get(config::keys::logFile);
    logOptions.level = demoDay.isEmpty() ? config->get(config::keys::logLevel) : QStringLiteral("warning");
    logOptions.maxSize = config->get(config::keys::logMaxSize);
    logOptions.keep = int(config->get(config::keys::logKeep));
    const auto log = base::LogFile::install(logOptions, clock);
    if (!log) {
        return complain(log.error());
    }
    onTermination(&application, [] { QApplication::quit(); });
    if (!demoDay.isEmpty()) {
        return runDemoDay(demoDay, clock);
    }
    const bool hasChannel = !config->get(config::keys::whatsappPhoneNumberId).isEmpty() ||
                            !config->get(config::keys::wahaSession).isEmpty() ||
                            config->get(config::keys::telegramEnabled);
    return wantsDemo || !hasChannel ? runDemo(clock) : runClinic(*config, clock);
}
