// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/streamhub.h"

#include "api/webchat/streamview.h"
#include "base/logging.h"

#include <mutex>
#include <unordered_map>

namespace delpek::api::webchat
{

namespace
{

constexpr qsizetype mostQueued = 2 * 1024 * 1024;

struct Viewer {
    quint64 number = 0;
    QString user;
    QString caller;
    std::weak_ptr<http::EventStream> stream;
    Position position;
    bool isBusy = false;   ///< a read or a write is under way
    bool isWanted = false; ///< something changed meanwhile
};

using Viewers = std::vector<std::shared_ptr<Viewer>>;

} // namespace

/// Outlives the hub in what is still under way; `isOver` keeps it from the store then.
class StreamHub::Private : public std::enable_shared_from_this<StreamHub::Private>
{
public:
    Private(store::Store& store, QString account, StreamLimits limits, std::function<void(const QStringList&)> wrote)
        : store(store)
        , account(std::move(account))
        , limits(limits)
        , wrote(std::move(wrote))
    {
    }

    Result<std::shared_ptr<Viewer>> enter(const QString& user, const QString& caller,
                                          const std::shared_ptr<http::EventStream>& stream,
                                          std::optional<domain::MessageId> after);
    void leave(quint64 number);
    void onChanges(const std::vector<domain::Change>& changes);
    void wake(const std::shared_ptr<Viewer>& viewer);
    void onRead(const std::shared_ptr<Viewer>& viewer, const Result<View>& view);
    void rest(const std::shared_ptr<Viewer>& viewer, bool again);

    store::Store& store;
    QString account;
    StreamLimits limits;
    std::function<void(const QStringList&)> wrote;
    std::mutex mutex;
    bool isOver = false;
    quint64 last = 0;
    std::map<quint64, std::shared_ptr<Viewer>> viewers; ///< oldest first
    std::unordered_map<qint64, Viewers> byConversation; ///< under 0 those whose conversation is not known yet
};

Result<std::shared_ptr<Viewer>> StreamHub::Private::enter(const QString& user, const QString& caller,
                                                          const std::shared_ptr<http::EventStream>& stream,
                                                          std::optional<domain::MessageId> after)
{
    const auto viewer = std::make_shared<Viewer>();
    std::shared_ptr<http::EventStream> oldest;
    {
        const std::lock_guard lock(mutex);
        const auto same = [&](auto member, const QString& value) {
            return std::count_if(viewers.begin(), viewers.end(),
                                 [&](const auto& entry) { return (*entry.second).*member == value; });
        };
        const auto ofVisitor = same(&Viewer::user, user);
        if (ofVisitor >= limits.perVisitor) {
            const auto first = std::find_if(viewers.begin(), viewers.end(),
                                            [&](const auto& entry) { return entry.second->user == user; });
            oldest = first->second->stream.lock();
        } else if (int(viewers.size()) >= limits.inAll || same(&Viewer::caller, caller) >= limits.perCaller) {
            return fail(ErrorCode::RateLimited, QStringLiteral("too many open chats; try again later"));
        }
        viewer->number = ++last;
        viewer->user = user;
        viewer->caller = caller;
        viewer->stream = stream;
        viewer->position.after = after;
        viewers.emplace(viewer->number, viewer);
        byConversation[0].push_back(viewer);
    }
    if (oldest) {
        oldest->finish();
    }
    return viewer;
}

void StreamHub::Private::leave(quint64 number)
{
    const std::lock_guard lock(mutex);
    const auto found = viewers.find(number);
    if (found == viewers.end()) {
        return;
    }
    const auto group = byConversation.find(found->second->position.conversation.value);
    if (group != byConversation.end()) {
        std::erase(group->second, found->second);
        if (group->second.empty()) {
            byConversation.erase(group);
        }
    }
    viewers.erase(found);
}

void StreamHub::Private::onChanges(const std::vector<domain::Change>& changes)
{
    std::set<qint64> concerned;
    for (const auto& change : changes) {
        if (change.topic == domain::Topic::Message || change.topic == domain::Topic::Conversation) {
            // A change of a conversation may be that of one that has just begun.
            concerned.insert(change.topic == domain::Topic::Conversation ? 0 : change.conversation);
            concerned.insert(change.conversation);
            if (change.id == 0) {
                concerned.insert(-1);
            }
        }
    }
    if (concerned.empty()) {
        return;
    }
    Viewers woken;
    {
        const std::lock_guard lock(mutex);
        for (const auto& [conversation, group] : byConversation) {
            if (concerned.contains(conversation) || concerned.contains(-1)) {
                woken.insert(woken.end(), group.begin(), group.end());
            }
        }
    }
    for (const auto& viewer : woken) {
        wake(viewer);
    }
}

void StreamHub::Private::wake(const std::shared_ptr<Viewer>& viewer)
{
    std::optional<Future<View>> reading;
    {
        const std::lock_guard lock(mutex);
        if (isOver || viewer->isBusy) {
            viewer->isWanted = true;
            return;
        }
        viewer->isBusy = true;
        viewer->isWanted = false;
        const domain::ChannelAddress visitor{domain::ChannelKind::WebChat, account, viewer->user};
        reading = store.read([visitor, position = viewer->position](store::Session& session) {
            return readOn(session, visitor, position);
        });
    }
    reading->then([self = shared_from_this(), viewer](const Result<View>& view) { self->onRead(viewer, view); });
}

void StreamHub::Private::onRead(const std::shared_ptr<Viewer>& viewer, const Result<View>& view)
{
    const auto stream = viewer->stream.lock();
    if (!stream) {
        return;
    }
    if (!view) {
        // The page connects again, and by then the store may be back.
        qCWarning(lcHttp).noquote() << "a chat cannot be read:" << base::describe(view.error());
        stream->finish();
        return;
    }
    {
        const std::lock_guard lock(mutex);
        const qint64 before = viewer->position.conversation.value;
        const qint64 now = view->position.conversation.value;
        viewer->position = view->position;
        if (before != now && viewers.contains(viewer->number)) {
            std::erase(byConversation[before], viewer);
            byConversation[now].push_back(viewer);
            // What changed there between the read and now has woken nobody.
            viewer->isWanted = true;
        }
    }
    if (view->bytes.isEmpty()) {
        return rest(viewer, view->hasMore);
    }
    stream->send(view->bytes, [self = shared_from_this(), viewer, references = view->references,
                               again = view->hasMore](bool written) {
        if (!written) {
            return;
        }
        if (!references.isEmpty()) {
            self->wrote(references);
        }
        self->rest(viewer, again);
    });
}

void StreamHub::Private::rest(const std::shared_ptr<Viewer>& viewer, bool again)
{
    {
        const std::lock_guard lock(mutex);
        viewer->isBusy = false;
        again = again || viewer->isWanted;
    }
    if (again) {
        wake(viewer);
    }
}

StreamHub::StreamHub(store::Store& store, QString account, StreamLimits limits,
                     std::function<void(const QStringList& references)> wrote)
    : d(std::make_shared<Private>(store, std::move(account), limits, std::move(wrote)))
    , m_subscription(
          store.subscribe([d = d.get()](const std::vector<domain::Change>& changes) { d->onChanges(changes); }))
{
}

StreamHub::~StreamHub()
{
    m_subscription.reset();
    const std::lock_guard lock(d->mutex);
    d->isOver = true;
}

Result<std::shared_ptr<http::EventStream>> StreamHub::open(const QString& user, const QString& caller,
                                                           std::optional<domain::MessageId> after)
{
    const auto stream = std::make_shared<http::EventStream>(mostQueued);
    const auto viewer = d->enter(user, caller, stream, after);
    if (!viewer) {
        return fail(viewer.error());
    }
    stream->whenClosed([d = std::weak_ptr<Private>(d), number = (*viewer)->number] {
        if (const auto hub = d.lock()) {
            hub->leave(number);
        }
    });
    d->wake(*viewer);
    return stream;
}

int StreamHub::streams() const
{
    const std::lock_guard lock(d->mutex);
    return int(d->viewers.size());
}

} // namespace delpek::api::webchat
