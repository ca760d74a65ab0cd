// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/forgetting.h"

#include "base/await.h"
#include "base/logging.h"
#include "store/auditlog.h"
#include "store/memoryjobs.h"

namespace delpek::memory
{

QString subjectOf(domain::PersonId user)
{
    return QStringLiteral("person:%1").arg(user.value);
}

Result<bool> forgetUser(store::Store& store, Memory& memory, domain::PersonId user, const QString& by,
                        const QString& how, base::Instant now)
{
    const auto job = base::await(store.write([&](store::Session& session) {
        return store::AuditLog(session)
            .append(by, QStringLiteral("memory.forgotten"), subjectOf(user), how, now)
            .and_then([&](Done) { return store::MemoryJobs(session).addForget(user, now); });
    }));
    if (!job) {
        return fail(job.error());
    }
    if (const auto forgotten = base::await(memory.forget(user, now)); !forgotten) {
        qCWarning(lcNode).noquote() << "memory" << memory.name()
                                    << "forgets later:" << base::describe(forgotten.error());
        return false;
    }
    return base::await(store.write([id = job->id](store::Session& session) {
               return store::MemoryJobs(session).markDone({id});
           }))
        .map([](Done) { return true; });
}

} // namespace delpek::memory
