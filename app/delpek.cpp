// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/version.h"
#include "app/commands/settings.h"
#include "app/demo.h"
#include "app/demoday.h"
#include "app/oneinstance.h"
#include "app/output.h"
#include "app/playedday.h"
#include "app/servicefolder.h"
#include "app/setup.h"
#include "app/signals.h"
#include "base/logfile.h"
#include "base/logging.h"
#include "ui/desktop/autostart.h"
#include "ui/desktop/deeplink.h"
#include "ui/desktop/openedlinks.h"
#include "ui/mainwindow.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QSettings>

namespace
{

using namespace delpek;
using namespace delpek::app;

const auto demoOption = QStringLiteral("--demo");

const auto usage =
    QStringLiteral("Usage: delpek [--demo | --demo-day FOLDER] [--config FILE] [--set key=value …] [LINK]\n"
                   "\n"
                   "The front desk in a window, with its engine. Without a channel in the configuration it opens on\n"
                   "the built-in demo clinic. Where it runs already over the same database, its window comes to the\n"
                   "front and this start ends.\n"
                   "  --demo             the demo clinic: three simulated patients write in\n"
                   "  --demo-day FOLDER  plays the demo day by itself, prints the transcript, writes pictures of the\n"
                   "                     window into FOLDER and ends with 0, or with 1 and the reason\n"
                   "  LINK               shows delpek://conversation/ID, delpek://escalation/ID or\n"
                   "                     delpek://book/YYYY-MM-DD");

constexpr int windowWidth = 1440;
constexpr int windowHeight = 900;

/// How a run ends that is to be followed by another.
constexpr int exitAgain = 1000;

/// Another start of the same person needs no longer than this to have its window up.
constexpr auto patienceWithOther = std::chrono::seconds(20);

/// What this start is about besides its clinic.
struct Start {
    QString link;
    std::unique_ptr<OneInstance> instance; ///< none where a second start cannot be told
};

int runWindow(desk::Desk& desk, const Start& start)
{
    ui::MainWindow window(desk);
    window.show();
    const auto open = [&window](const QString& link) {
        if (link.isEmpty()) {
            window.comeToFront();
        } else {
            window.openLink(link);
        }
    };
    const ui::OpenedLinks opened(open);
    if (!start.link.isEmpty()) {
        open(start.link);
    }
    if (start.instance) {
        start.instance->setWanted(open);
    }
    bool again = false;
    QObject::connect(&window, &ui::MainWindow::startWanted, &window, [&again] { again = true; });
    const int code = QApplication::exec();
    return again ? exitAgain : code;
}

/// How the clinic is connected, also while the demo runs. `arguments` are those of this start.
std::unique_ptr<FileSetup> setupOf(const config::Config& config, const QStringList& arguments, base::Clock& clock,
                                   bool isDemo)
{
    return std::make_unique<FileSetup>(FileSetup::Parts{config, [arguments] { return loadConfig(arguments); },
                                                        [config] { return openSecrets(config); }, clock, isDemo});
}

/// The services of the clinic itself, likewise.
std::unique_ptr<ServiceFolder> servicesOf(const config::Config& config, const QStringList& arguments, bool isDemo)
{
    ServiceFolder::Parts parts{config, [arguments] { return loadConfig(arguments); }, isDemo};
    return std::make_unique<ServiceFolder>(std::move(parts));
}

/// What of the clinic is changed in the window and read at the next start.
struct Rooms {
    desk::Setup& connections;
    desk::ServiceRoom& services;
};

int runDemo(const Rooms& rooms, const Start& start, base::Clock& clock)
{
    auto demo =
        Demo::start({std::chrono::seconds(3), QStringLiteral("רותי"), &rooms.connections, &rooms.services}, clock);
    if (!demo) {
        return complain(demo.error(), exitFailed);
    }
    print(QStringLiteral("demo clinic; listening on 127.0.0.1:%1").arg((*demo)->engine().port()));
    DemoDay day(**demo, std::chrono::seconds(4));
    QObject::connect(&day, &DemoDay::failed, &day,
                     [](const QString& reason) { qCWarning(lcApp).noquote() << "demo:" << reason; });
    day.begin();
    return runWindow((*demo)->engine().desk(), start);
}

int runDemoDay(const QString& folder, base::Clock& clock)
{
    if (!QDir().mkpath(folder)) {
        return complain(QStringLiteral("--demo-day: %1 cannot be made; name a folder that can be written").arg(folder));
    }
    // The pictures' dress is not the user's own.
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QDir(folder).filePath(QStringLiteral("settings")));
    // Nor is it where the day before ended.
    QSettings().clear();
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

int runClinic(const config::Config& config, const Rooms& rooms, const Start& start, base::Clock& clock)
{
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return complain(secrets.error(), exitFailed);
    }
    auto engine = Engine::start(config, **secrets, clock, &rooms.connections, &rooms.services);
    if (!engine) {
        return complain(engine.error(), exitFailed);
    }
    print(QStringLiteral("listening on %1:%2").arg(config.get(config::keys::listenAddress)).arg((*engine)->port()));
    return runWindow((*engine)->desk(), start);
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

/// The first link; all of them leave the arguments.
QString takeLink(QStringList& arguments)
{
    const auto first = std::ranges::find_if(arguments, &ui::looksLikeDeepLink);
    const QString link = first == arguments.end() ? QString() : *first;
    arguments.removeIf(&ui::looksLikeDeepLink);
    return link;
}

/// As this one was started, on the clinic: what was connected in the demo is what is to run now.
void startAgain()
{
    QStringList command = ui::commandOfThisProgram();
    const QString program = command.takeFirst();
    command.removeAll(demoOption);
    if (!QProcess::startDetached(program, command)) {
        complain(QStringLiteral("Delpek could not be started again; start it yourself"));
    }
}

int run(QApplication& application)
{
    QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        print(usage);
        return exitOk;
    }
    if (arguments.contains(QStringLiteral("--version"))) {
        print(QStringLiteral("delpek %1 (%2)").arg(api::version(), api::commit()));
        return exitOk;
    }
    const bool wantsDemo = arguments.removeAll(demoOption) > 0;
    Start start;
    start.link = takeLink(arguments);
    const QString demoDay = takeOption(arguments, QStringLiteral("--demo-day"));
    const auto config = loadConfig(arguments);
    if (!config) {
        return complain(config.error());
    }
    const bool hasChannel = !config->get(config::keys::whatsappPhoneNumberId).isEmpty() ||
                            !config->get(config::keys::wahaSession).isEmpty() ||
                            config->get(config::keys::telegramEnabled) || config->get(config::keys::webchatEnabled);
    const bool isDemo = wantsDemo || !hasChannel;
    if (demoDay.isEmpty()) {
        // Before the log is opened and the database: both are the other's if it runs.
        const QString place = isDemo ? QStringLiteral("demo") : config->get(config::keys::storeLocation);
        auto instance =
            OneInstance::start(OneInstance::ownFolder(), OneInstance::nameOf(place), start.link, patienceWithOther);
        if (instance && !*instance) {
            print(QStringLiteral("Delpek runs already; its window comes to the front"));
            return exitOk;
        }
        if (!instance && instance.error().code == ErrorCode::Timeout) {
            return complain(instance.error(), exitFailed);
        }
        if (!instance) {
            complain(instance.error(), exitOk);
        } else {
            start.instance = std::move(*instance);
        }
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
    const auto connections = setupOf(*config, arguments, clock, isDemo);
    const auto services = servicesOf(*config, arguments, isDemo);
    const Rooms rooms{*connections, *services};
    return isDemo ? runDemo(rooms, start, clock) : runClinic(*config, rooms, start, clock);
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Delpek"));
    QApplication::setApplicationName(QStringLiteral("delpek"));
    QApplication::setApplicationVersion(api::version());
    QApplication::setDesktopFileName(QStringLiteral("delpek"));
    QApplication::setWindowIcon(ui::appIcon());
    const int code = run(application);
    if (code != exitAgain) {
        return code;
    }
    // All of it is gone by now: the database, the port and the lock of the one instance are free.
    startAgain();
    return exitOk;
}
