// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/book.h"
#include "agent/service/codes.h"
#include "agent/service/servicefile.h"
#include "agent/service/textcheck.h"
#include "app/commands/commands.h"
#include "app/commands/withstore.h"
#include "app/odooparts.h"
#include "base/await.h"
#include "base/file.h"
#include "clinic/builtin/builtinrecords.h"
#include "config/value.h"
#include "http/networkclient.h"

#include <QFileInfo>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;
namespace service = agent::service;

const auto serviceUsage = QStringLiteral(
    "Usage: delpekd service list | check [FILE|FOLDER] | code PATIENT [--valid 90d] | code remove PATIENT\n"
    "                                                                               [--config FILE …]\n"
    "Services are topics of the desk that a patient's message is routed to (docs/services.md).\n"
    "  list         the services in force: the shipped ones, and those of services.folder\n"
    "  check        whether a service's file is right and the guard lets its texts pass;\n"
    "               without a name, all that are in force\n"
    "  code         makes the code by which the parents of a child prove who they are, and prints\n"
    "               it this one time; PATIENT is the child's id in the records\n"
    "  code remove  the child's codes are good no more\n"
    "Exit code: 0 done, 1 a fault was found or it could not be done, 2 a wrong command line or settings.");

const auto commandActor = QStringLiteral("system");

Result<std::unique_ptr<service::Book>> bookOf(const config::Config& config)
{
    return service::Book::load(QStringLiteral(":/delpek"), config.get(keys::servicesFolder));
}

int listServices(const config::Config& config)
{
    const auto book = bookOf(config);
    if (!book) {
        return complain(book.error());
    }
    constexpr size_t shown = 3;
    for (const auto& one : (*book)->services()) {
        QStringList keywords;
        for (size_t i = 0; i < std::min(shown, one.keywords.size()); ++i) {
            keywords << one.keywords[i].written;
        }
        if (one.keywords.size() > shown) {
            keywords << QStringLiteral("… (%1)").arg(one.keywords.size());
        }
        print(QStringLiteral("%1  %2  %3: %4")
                  .arg(one.id, -20)
                  .arg(base::toText(one.by), -6)
                  .arg(one.name.en, keywords.join(QStringLiteral(", "))));
    }
    return exitOk;
}

/// Of one file, of a folder, or (empty) of all that is in force.
Result<std::vector<service::Service>> servicesAt(const config::Config& config, const QString& path)
{
    std::vector<service::Service> found;
    if (path.isEmpty()) {
        return bookOf(config).map([](const auto& book) { return book->services(); });
    }
    if (QFileInfo(path).isDir()) {
        const auto services = service::readServices(path);
        if (!services) {
            return fail(services.error());
        }
        for (const auto& [id, one] : *services) {
            if (one) {
                found.push_back(*one);
            }
        }
        return found;
    }
    const auto one =
        base::readJsonFile(path).and_then([&](const base::Json& json) { return service::parseService(json, path); });
    if (!one) {
        return fail(one.error());
    }
    if (*one) {
        found.push_back(**one);
    }
    return found;
}

int checkServices(const config::Config& config, const QString& path)
{
    const auto services = servicesAt(config, path);
    const auto guard = safety::Guard::load(QStringLiteral(":/delpek/rules"));
    if (!services || !guard) {
        return complain(services ? guard.error() : services.error(), exitFailed);
    }
    int code = exitOk;
    for (const auto& one : *services) {
        const QStringList refused = service::refusedTexts(one, **guard);
        print(QStringLiteral("%1  %2").arg(refused.isEmpty() ? QStringLiteral("ok   ") : QStringLiteral("FAULT"),
                                           one.id));
        for (const QString& fault : refused) {
            code = complain(
                QStringLiteral("%1, %2; the guard holds this text back: say it without that").arg(one.id, fault),
                exitFailed);
        }
    }
    return code;
}

/// The child's names in the records that the settings name.
Result<domain::Patient> childIn(const config::Config& config, secrets::SecretStore& secrets, store::Store& store,
                                base::Clock& clock, const QString& id)
{
    if (config.get(keys::clinicRecords) == QLatin1String("odoo")) {
        http::NetworkClient client;
        auto odoo = openOdoo(config, secrets, client, store, clock);
        return odoo ? base::await(odoo->records->patient(id)) : fail(odoo.error());
    }
    clinic::BuiltinRecords book(store, clock);
    return base::await(book.patient(id));
}

int makeCode(const config::Config& config, const QStringList& words)
{
    const bool hasTime = words.size() == 4 && words[2] == QLatin1String("--valid");
    const auto valid = config::parseDuration(hasTime ? words[3] : QStringLiteral("90d"));
    constexpr auto longest = std::chrono::hours(24 * 366);
    if ((words.size() != 2 && !hasTime) || !valid || *valid < std::chrono::hours(1) || *valid > longest) {
        return complain(QStringLiteral("service code: name a patient's id, and with --valid a time from 1h to 366d"));
    }
    return withStore(config, [&](secrets::SecretStore& secrets, store::Store& store) {
        base::SystemClock clock;
        const auto child = childIn(config, secrets, store, clock, words[1]);
        if (!child) {
            return complain(child.error(), exitFailed);
        }
        const auto code = service::Codes(store, clock).issue(child->id, child->name, *valid, commandActor);
        if (!code) {
            return complain(code.error(), exitFailed);
        }
        print(*code);
        return exitOk;
    });
}

int removeCodes(const config::Config& config, const QString& patient)
{
    return withStore(config, [&](secrets::SecretStore&, store::Store& store) {
        base::SystemClock clock;
        const auto removed = service::Codes(store, clock).end({patient}, commandActor);
        if (!removed) {
            return complain(removed.error(), exitFailed);
        }
        print(QStringLiteral("%1 removed").arg(*removed));
        return exitOk;
    });
}

} // namespace

int serviceCommand(const QStringList& arguments)
{
    return withWords(arguments, serviceUsage, [](const config::Config& config, const QStringList& words) {
        const QString& what = words.constFirst();
        if (what == QLatin1String("list") && words.size() == 1) {
            return listServices(config);
        }
        if (what == QLatin1String("check") && words.size() <= 2) {
            return checkServices(config, words.value(1));
        }
        if (what == QLatin1String("code") && words.size() == 3 && words[1] == QLatin1String("remove")) {
            return removeCodes(config, words[2]);
        }
        return what == QLatin1String("code") && words.size() >= 2 ? makeCode(config, words) : complain(serviceUsage);
    });
}

} // namespace delpek::app
