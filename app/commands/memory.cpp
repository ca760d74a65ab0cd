// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/withstore.h"
#include "app/memoryparts.h"
#include "app/output.h"
#include "app/secretreading.h"
#include "base/await.h"
#include "http/networkclient.h"
#include "memory/forgetting.h"
#include "memory/memoryjson.h"
#include "store/auditlog.h"

namespace delpek::app
{

namespace
{

const auto usage = QStringLiteral("Usage: delpekd memory show | forget USER   [--config FILE] [--set key=value …]\n"
                                  "show prints what is remembered of a user as JSON; forget takes all of it away.\n"
                                  "USER is the person's number, as the audit log writes it (person:12 is 12).\n"
                                  "Both are written into the audit log. docs/memory.md describes what is kept.");

const auto actor = QStringLiteral("system");
const auto how = QStringLiteral("command");

int show(store::Store& store, memory::Memory& memory, domain::PersonId user, base::Instant now)
{
    const auto noted = base::await(store.write([=](store::Session& session) {
        return store::AuditLog(session).append(actor, QStringLiteral("memory.viewed"), memory::subjectOf(user), how,
                                               now);
    }));
    const auto known = noted ? base::await(memory.list(user)) : fail(noted.error());
    if (!known) {
        return complain(known.error(), exitFailed);
    }
    print(QString::fromStdString(memory::toJson(*known).dump(2)));
    return exitOk;
}

int forget(store::Store& store, memory::Memory& memory, domain::PersonId user, base::Instant now)
{
    const auto forgotten = memory::forgetUser(store, memory, user, actor, how, now);
    if (!forgotten) {
        return complain(forgotten.error(), exitFailed);
    }
    print(*forgotten ? QStringLiteral("forgotten")
                     : QStringLiteral("the memory cannot be reached now; it is forgotten as soon as delpekd runs and "
                                      "reaches it"));
    return exitOk;
}

} // namespace

int memoryCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, [](const config::Config& config, const QStringList& words) {
        const domain::PersonId user{words.value(1).toLongLong()};
        const bool shows = words.value(0) == QLatin1String("show");
        if (words.size() != 2 || !user.isValid() || (!shows && words[0] != QLatin1String("forget"))) {
            return complain(usage);
        }
        return withStore(config, [&](secrets::SecretStore& secrets, store::Store& store) {
            base::SystemClock clock;
            http::NetworkClient client;
            const auto memory = openMemory(config, secrets, client, store, clock);
            if (!memory) {
                return complain(memory.error(), exitFailed);
            }
            return shows ? show(store, **memory, user, clock.now()) : forget(store, **memory, user, clock.now());
        });
    });
}

} // namespace delpek::app
