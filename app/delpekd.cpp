// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/version.h"
#include "app/commands/commands.h"
#include "app/output.h"

#include <QCoreApplication>

#include <map>

namespace
{

using namespace delpek::app;

const auto usage =
    QStringLiteral("Usage: delpekd COMMAND [options]\n"
                   "\n"
                   "  run          receive, answer and send, without a window; SIGTERM ends it cleanly\n"
                   "  simulate     play scenarios against the engine\n"
                   "  understand   tell what messages mean, one JSON line each\n"
                   "  check        look whether every channel can receive and send, with a remedy for each fault\n"
                   "  config       print the settings in force and where they came from\n"
                   "  secret       store, remove and list credentials\n"
                   "  templates    WhatsApp's message templates: list, hand in, preview\n"
                   "  waha         link the clinic's phone to WAHA\n"
                   "  replay       run a conversation's turns again and say what would have been different\n"
                   "  book         bring patients, visits and absences in and out of the built-in book\n"
                   "  staff        who works here, how each is told, and who is on duty\n"
                   "  odoo         the mapping to a clinic's Odoo: profiles, test, fields\n"
                   "  audit        the log of who saw and did what: export, verify\n"
                   "  memory       what is remembered of a patient: show, forget\n"
                   "  patient      what there is of somebody's words: show, export, erase\n"
                   "  service      the topics that messages are routed to: list, check, codes for parents\n"
                   "  backup       copy the clinic's data into a folder, also while Delpek runs\n"
                   "  restore      bring such a copy back\n"
                   "  token        tokens for the staff API\n"
                   "  model        the language models that the provider has\n"
                   "\n"
                   "delpekd COMMAND --help tells more; delpekd --version prints the version.\n"
                   "Settings: docs/configuration.md.");

const auto runUsage = QStringLiteral(
    "Usage: delpekd run [--config FILE] [--set key=value …] [--<key> value …]\n"
    "Runs the engine: listener, channels, agent, outbox. It says on which address it listens, writes its\n"
    "log as JSON lines and ends cleanly on SIGTERM: what runs is finished or left to be taken up again.\n"
    "\"delpekd config\" lists the settings.");

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("delpek"));
    QCoreApplication::setApplicationVersion(delpek::api::version());

    const std::map<QString, int (*)(const QStringList&)> commands{
        {QStringLiteral("run"), runCommand},         {QStringLiteral("simulate"), simulateCommand},
        {QStringLiteral("replay"), replayCommand},   {QStringLiteral("understand"), understandCommand},
        {QStringLiteral("check"), checkCommand},     {QStringLiteral("config"), configCommand},
        {QStringLiteral("secret"), secretCommand},   {QStringLiteral("templates"), templatesCommand},
        {QStringLiteral("waha"), wahaCommand},       {QStringLiteral("book"), bookCommand},
        {QStringLiteral("staff"), staffCommand},     {QStringLiteral("odoo"), odooCommand},
        {QStringLiteral("audit"), auditCommand},     {QStringLiteral("memory"), memoryCommand},
        {QStringLiteral("token"), tokenCommand},     {QStringLiteral("model"), modelCommand},
        {QStringLiteral("service"), serviceCommand}, {QStringLiteral("backup"), backupCommand},
        {QStringLiteral("restore"), restoreCommand}, {QStringLiteral("patient"), patientCommand}};
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        return complain(usage);
    }
    const QString& first = arguments.constFirst();
    if (first == QLatin1String("--help") || first == QLatin1String("-h")) {
        print(usage);
        return exitOk;
    }
    if (first == QLatin1String("--version")) {
        print(QStringLiteral("delpekd %1 (%2)").arg(delpek::api::version(), delpek::api::commit()));
        return exitOk;
    }
    const auto command = commands.find(first);
    if (command == commands.end()) {
        return complain(QStringLiteral("delpekd: no command \"%1\"\n\n%2").arg(first, usage));
    }
    const QStringList rest = arguments.mid(1);
    if (first == QLatin1String("run") &&
        (rest.contains(QStringLiteral("--help")) || rest.contains(QStringLiteral("-h")))) {
        print(runUsage);
        return exitOk;
    }
    return command->second(rest);
}
