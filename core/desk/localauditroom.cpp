// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localauditroom.h"

#include "base/await.h"
#include "desk/channelstate.h"
#include "store/auditlog.h"
#include "store/auditsearch.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "store/staff.h"

#include <QSaveFile>

#include <map>

namespace delpek::desk
{

namespace
{

using domain::AuditState;
using domain::Conversation;
using domain::ConversationId;
using store::Session;

constexpr int stepOfChain = 2000; ///< some hundredths of a second of a reader
constexpr int newestActors = 5000;
constexpr int exportPage = 1000;

/// What the subjects of a page are called; each is read once.
class Subjects
{
public:
    explicit Subjects(Session& session)
        : m_session(session)
    {
    }

    Result<Done> name(AuditRow& row)
    {
        const QString kind = row.entry.subject.section(QLatin1Char(':'), 0, 0);
        const qint64 id = row.entry.subject.section(QLatin1Char(':'), 1).toLongLong();
        if (kind == QLatin1String("staff")) {
            return known(store::Staff(m_session).byId({id}), [&](const auto& member) { row.staff = member.name; });
        }
        const auto conversation = conversationOf(kind, id);
        return !conversation             ? fail(conversation.error())
               : conversation->isValid() ? nameConversation(row, *conversation)
                                         : Result<Done>(Done{});
    }

private:
    /// What is gone has no name any more.
    template <typename T, typename Use>
    static Result<Done> known(const Result<T>& found, Use use)
    {
        if (found) {
            use(*found);
        } else if (found.error().code != ErrorCode::NotFound) {
            return fail(found.error());
        }
        return Done{};
    }

    Result<ConversationId> conversationOf(const QString& kind, qint64 id)
    {
        ConversationId about;
        const auto keep = [&](const auto& row) { about = row.conversation; };
        Result<Done> done = Done{};
        if (kind == QLatin1String("conversation")) {
            about = {id};
        } else if (kind == QLatin1String("message")) {
            done = known(store::Messages(m_session).find({id}), keep);
        } else if (kind == QLatin1String("escalation")) {
            done = known(store::Escalations(m_session).byId({id}), keep);
        } else if (kind == QLatin1String("person")) {
            done = known(store::Conversations(m_session).ofPerson({id}),
                         [&](const auto& all) { about = all.empty() ? ConversationId{} : all.front(); });
        }
        return done.map([&](Done) { return about; });
    }

    Result<Done> nameConversation(AuditRow& row, ConversationId id)
    {
        if (const auto place = m_known.find(id); place != m_known.end()) {
            row.conversation = place->second;
            return Done{};
        }
        return known(store::Conversations(m_session).find(id),
                     [&](const Conversation& found) { row.conversation = found; })
            .map([&](Done) {
                m_known.emplace(id, row.conversation);
                return Done{};
            });
    }

    Session& m_session;
    std::map<ConversationId, std::optional<Conversation>> m_known;
};

tl::unexpected<Error> unwritten(const QSaveFile& file)
{
    return fail(ErrorCode::Unavailable, QStringLiteral("the file cannot be written: %1").arg(file.errorString()),
                QStringLiteral("audit.file"));
}

} // namespace

LocalAuditRoom::~LocalAuditRoom()
{
    m_stopped = true;
    m_worker.drain();
}

Future<AuditPage> LocalAuditRoom::page(const AuditRequest& request)
{
    return m_store.read([request](Session& session) -> Result<AuditPage> {
        auto found = store::AuditSearch(session).page(request.filter, request.before, request.limit);
        if (!found) {
            return fail(found.error());
        }
        AuditPage page{{}, found->next};
        Subjects subjects(session);
        for (auto& entry : found->entries) {
            page.rows.push_back({std::move(entry)});
            if (const auto named = subjects.name(page.rows.back()); !named) {
                return fail(named.error());
            }
        }
        return page;
    });
}

Future<QStringList> LocalAuditRoom::actors()
{
    return m_store.read([](Session& session) -> Result<QStringList> {
        const auto staff = store::Staff(session).all();
        auto names = staff ? store::AuditSearch(session).actors(newestActors) : fail(staff.error());
        if (names) {
            for (const auto& member : *staff) {
                *names << member.name;
            }
            names->removeDuplicates();
        }
        return names;
    });
}

Future<AuditState> LocalAuditRoom::follow(const AuditState& from)
{
    return m_store.read([from](Session& session) { return store::AuditLog(session).follow(from, stepOfChain); })
        .then([&store = m_store](const Result<AuditState>& state) {
            if (!state || (!state->isWhole && !state->brokenAt)) {
                return base::ready(Result<AuditState>(state));
            }
            return store.write([found = *state](Session& session) {
                return noteAuditFault(session, found.brokenAt.has_value()).map([&](Done) { return found; });
            });
        });
}

Future<qint64> LocalAuditRoom::exportTo(const QString& path)
{
    const auto promise = std::make_shared<base::Promise<qint64>>();
    m_worker.post([this, path, promise] { promise->finish(writeAll(path)); });
    return promise->future();
}

Result<qint64> LocalAuditRoom::writeAll(const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return unwritten(file);
    }
    qint64 last = 0;
    qint64 written = 0;
    for (bool more = true; more;) {
        const auto entries = base::await(
            m_store.read([last](Session& session) { return store::AuditLog(session).after(last, exportPage); }));
        if (!entries) {
            return fail(entries.error());
        }
        for (const auto& entry : *entries) {
            if (const QByteArray line = store::lineOf(entry).toUtf8() + '\n'; file.write(line) != line.size()) {
                return unwritten(file);
            }
            last = entry.number;
            ++written;
        }
        if (m_stopped) {
            return fail(ErrorCode::Cancelled, QStringLiteral("the desk closed before all was written"));
        }
        more = std::ssize(*entries) == exportPage;
    }
    return file.commit() ? Result<qint64>(written) : unwritten(file);
}

} // namespace delpek::desk
