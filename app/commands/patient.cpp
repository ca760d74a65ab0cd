// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/withstore.h"
#include "app/memoryparts.h"
#include "app/output.h"
#include "app/patientexport.h"
#include "base/await.h"
#include "base/cutpoint.h"
#include "desk/erasure.h"
#include "domain/searchterms.h"
#include "http/networkclient.h"
#include "node/retention.h"
#include "store/auditlog.h"
#include "store/conversations.h"
#include "store/search.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace delpek::app
{

namespace
{

using domain::Conversation;

const auto usage =
    QStringLiteral("Usage: delpekd patient show WHO   |   export WHO FILE   |   erase WHO [--yes]\n"
                   "       [--config FILE] [--set key=value …]\n"
                   "show lists somebody's conversations and how much there is of each; export writes all of their\n"
                   "words into a JSON file; erase takes them away for good, with their files and what is remembered.\n"
                   "Without --yes erase only says what it would take. The clinic's records are never touched.\n"
                   "WHO is a phone number, conversation:12 as show and the audit log write it, or a name (show only).\n"
                   "All three are written into the audit log. docs/privacy.md tells what is kept where.");

const auto actor = QStringLiteral("system");
constexpr int mostNamed = 20;

using Conversations = std::vector<Conversation>;

Result<Conversations> withIds(store::Session& session, const std::vector<domain::ConversationId>& ids)
{
    Conversations found;
    for (const auto id : ids) {
        auto one = store::Conversations(session).find(id);
        if (!one) {
            return fail(one.error());
        }
        found.push_back(std::move(*one));
    }
    return found;
}

/// Everything of everybody whom `who` names: with a conversation come the others of the same person.
Result<Conversations> whoIs(store::Session& session, const config::Config& config, const QString& who)
{
    const QString prefix = QStringLiteral("conversation:");
    store::Conversations conversations(session);
    if (who.startsWith(prefix)) {
        const auto named = conversations.find({who.mid(prefix.size()).toLongLong()});
        const auto all = named ? conversations.ofPerson(named->person) : fail(named.error());
        return all ? withIds(session, *all) : fail(all.error());
    }
    const auto phone = domain::Phone::parse(who, config.get(config::keys::clinicRegion));
    if (!phone) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("\"%1\" is neither a phone number nor conversation:NUMBER; "
                                                            "delpekd patient show NAME tells the number")
                                                 .arg(who));
    }
    const auto ids = conversations.withPhone(*phone);
    return ids ? withIds(session, *ids) : fail(ids.error());
}

Result<Conversations> byName(store::Session& session, const QString& name)
{
    store::SearchQuery query;
    query.terms = domain::searchTerms(name);
    query.limit = mostNamed;
    return store::Search(session).names(query);
}

QString amountsOf(const store::ErasedAmounts& amounts)
{
    return QStringLiteral("messages %1, files %2, decisions %3, escalations %4, notes %5")
        .arg(amounts.messages)
        .arg(amounts.files)
        .arg(amounts.decisions)
        .arg(amounts.escalations)
        .arg(amounts.notes);
}

Result<Done> note(store::Store& store, const Conversations& all, const QString& action, base::Instant now)
{
    return base::await(store.write([&](store::Session& session) {
        Result<Done> noted = Done{};
        for (const auto& one : all) {
            noted = noted.and_then([&](Done) {
                return store::AuditLog(session).append(
                    actor, action, QStringLiteral("conversation:%1").arg(one.id.value), QStringLiteral("command"), now);
            });
        }
        return noted;
    }));
}

/// One line a conversation.
Result<Done> list(store::Store& store, const Conversations& all)
{
    for (const auto& one : all) {
        const auto amounts = base::await(
            store.read([id = one.id](store::Session& session) { return store::Erasure(session).amounts(id); }));
        if (!amounts) {
            return fail(amounts.error());
        }
        print(QStringLiteral("conversation:%1  %2  %3  %4  %5")
                  .arg(QString::number(one.id.value), base::toText(one.address.channel), one.displayName,
                       one.phone ? one.phone->display() : QStringLiteral("-"), amountsOf(*amounts)));
    }
    return Done{};
}

int show(store::Store& store, const Conversations& all, base::Instant now)
{
    const auto shown =
        note(store, all, QStringLiteral("conversation.listed"), now).and_then([&](Done) { return list(store, all); });
    return shown ? exitOk : complain(shown.error(), exitFailed);
}

int exportTo(store::Store& store, const Conversations& all, const QString& path, base::Instant now)
{
    const auto json = note(store, all, QStringLiteral("conversation.exported"), now).and_then([&](Done) {
        return base::await(store.read([&](store::Session& session) { return exportOf(session, all, now); }));
    });
    if (!json) {
        return complain(json.error(), exitFailed);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(QByteArray::fromStdString(json->dump(2)) + '\n') < 0 || !file.commit()) {
        return complain(QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()), exitFailed);
    }
    print(QStringLiteral("written to %1; it holds the patient's words, so give it to nobody else").arg(path));
    return exitOk;
}

/// What could not be done now is done by the program, which finds it in the database.
void finish(const config::Config& config, secrets::SecretStore& secrets, store::Store& store, const Conversations& all,
            base::Clock& clock)
{
    media::FileDoor files(config.get(config::keys::mediaFolder), {}, [] { return QByteArray(); });
    if (const auto removed = node::removeErasedFiles(store, files); !removed) {
        complain(QStringLiteral("files are removed when Delpek runs next: %1").arg(base::describe(removed.error())));
    }
    if (const auto compacted = node::compactErased(store, false); !compacted) {
        complain(QStringLiteral("the search index is merged when Delpek runs next: %1")
                     .arg(base::describe(compacted.error())));
    }
    http::NetworkClient client;
    auto memory = openMemory(config, secrets, client, store, clock);
    Result<Done> forgotten = memory ? Result<Done>(Done{}) : fail(memory.error());
    for (const auto& one : all) {
        forgotten = forgotten.and_then([&](Done) { return base::await((*memory)->forget(one.person, clock.now())); });
    }
    if (!forgotten) {
        complain(QStringLiteral("the memory forgets when Delpek runs next: %1").arg(base::describe(forgotten.error())));
    }
}

int erase(const config::Config& config, secrets::SecretStore& secrets, store::Store& store, const Conversations& all,
          bool isMeant)
{
    base::SystemClock clock;
    if (!isMeant) {
        const auto listed = list(store, all);
        if (!listed) {
            return complain(listed.error(), exitFailed);
        }
        print(QStringLiteral("nothing was erased; the same with --yes erases all of this for good"));
        return exitOk;
    }
    const auto erased = base::await(store.write([&](store::Session& session) -> Result<store::ErasedAmounts> {
        store::ErasedAmounts sum;
        for (const auto& one : all) {
            const auto gone = desk::eraseConversation(session, one.id, actor, desk::ErasureCause::Request, clock.now());
            if (!gone) {
                return fail(gone.error().code, QStringLiteral("conversation:%1: %2; nothing was erased")
                                                   .arg(one.id.value)
                                                   .arg(gone.error().detail));
            }
            sum += *gone;
        }
        return sum;
    }));
    if (!erased) {
        return complain(erased.error(), exitFailed);
    }
    base::cutPoint("erasure.committed");
    finish(config, secrets, store, all, clock);
    print(QStringLiteral("erased: conversations %1, %2").arg(all.size()).arg(amountsOf(*erased)));
    return exitOk;
}

} // namespace

int patientCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, [](const config::Config& config, QStringList words) {
        const bool isMeant = words.removeAll(QStringLiteral("--yes")) > 0;
        const QString what = words.value(0);
        const bool shows = what == QLatin1String("show") && words.size() == 2 && !isMeant;
        const bool exports = what == QLatin1String("export") && words.size() == 3 && !isMeant;
        const bool erases = what == QLatin1String("erase") && words.size() == 2;
        if (!shows && !exports && !erases) {
            return complain(usage);
        }
        return withStore(config, [&](secrets::SecretStore& secrets, store::Store& store) {
            auto found = base::await(store.read([&](store::Session& session) -> Result<Conversations> {
                auto all = whoIs(session, config, words[1]);
                return !all && all.error().code == ErrorCode::InvalidInput && shows ? byName(session, words[1]) : all;
            }));
            if (!found) {
                return complain(found.error(), found.error().code == ErrorCode::InvalidInput ? exitUsage : exitFailed);
            }
            if (found->empty()) {
                return complain(QStringLiteral("nobody here is known by \"%1\"").arg(words[1]), exitFailed);
            }
            const auto now = base::SystemClock().now();
            if (shows) {
                return show(store, *found, now);
            }
            return exports ? exportTo(store, *found, words[2], now) : erase(config, secrets, store, *found, isMeant);
        });
    });
}

} // namespace delpek::app
