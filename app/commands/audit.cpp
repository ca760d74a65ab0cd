// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/withstore.h"
#include "app/output.h"
#include "app/secretreading.h"
#include "base/await.h"
#include "store/auditlog.h"

namespace delpek::app
{

namespace
{

const auto usage = QStringLiteral("Usage: delpekd audit export | verify   [--config FILE] [--set key=value …]\n"
                                  "export prints the audit log as JSON lines, the oldest entry first.\n"
                                  "verify follows the chain and prints how many entries are whole, and the last hash:\n"
                                  "keep it elsewhere, and a later look tells whether the log's end was cut off.\n"
                                  "docs/doctor-link.md describes the entries.");

constexpr int pageSize = 1000;

int exportAll(store::Store& store)
{
    for (qint64 last = 0;;) {
        const auto entries = base::await(
            store.read([last](store::Session& session) { return store::AuditLog(session).after(last, pageSize); }));
        if (!entries) {
            return complain(entries.error(), exitFailed);
        }
        for (const auto& entry : *entries) {
            print(store::lineOf(entry));
            last = entry.number;
        }
        if (std::ssize(*entries) < pageSize) {
            return exitOk;
        }
    }
}

int verify(store::Store& store)
{
    const auto state =
        base::await(store.read([](store::Session& session) { return store::AuditLog(session).verify(); }));
    if (!state) {
        return complain(state.error(), exitFailed);
    }
    if (state->brokenAt) {
        return complain(QStringLiteral("the audit log was changed: entry %1 is missing or not as it was written; %2 "
                                       "entries before it are whole")
                            .arg(*state->brokenAt)
                            .arg(state->entries),
                        exitFailed);
    }
    print(QStringLiteral("%1 entries, all whole; the last hash is %2")
              .arg(state->entries)
              .arg(state->head.isEmpty() ? QStringLiteral("none") : state->head));
    return exitOk;
}

} // namespace

int auditCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, [](const config::Config& config, const QStringList& words) {
        const bool isExport = words == QStringList{QStringLiteral("export")};
        if (!isExport && words != QStringList{QStringLiteral("verify")}) {
            return complain(usage);
        }
        return withStore(config, [&](secrets::SecretStore&, store::Store& store) {
            return isExport ? exportAll(store) : verify(store);
        });
    });
}

} // namespace delpek::app
