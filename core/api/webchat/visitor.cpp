// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/shownfile.h"
#include "api/webchat/site.h"
#include "api/webchat/streamview.h"
#include "api/webchat/webchat.h"
#include "base/correlation.h"
#include "base/json.h"
#include "base/logging.h"
#include "channels/webchat/delivery.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/outbox.h"

// What a visitor's page asks for. Everything here but the continuations runs on the listener thread.

namespace delpek::api::webchat
{

using channels::webchat::Post;
using domain::Message;
using domain::MessageId;

namespace
{

http::ServerResponse answer(const base::Json& json)
{
    return {200, base::toBytes(json), "application/json", commonHeaders(Cache::Never)};
}

const Objection noFile{404, "file-gone", QStringLiteral("There is no such file in this conversation.")};
const Objection notRead{503, "unavailable", QStringLiteral("The file cannot be read now; try again.")};
const Objection notKept{503, "unavailable", QStringLiteral("The message could not be kept; send it again.")};

Objection tooLarge(qint64 most)
{
    return {413, "file-too-large", QStringLiteral("The file is larger than %1 bytes.").arg(most)};
}

domain::MessageKind kindOf(const QString& type)
{
    return type.startsWith(QLatin1String("image/")) ? domain::MessageKind::Image : domain::MessageKind::Document;
}

/// The message when it belongs to this visitor.
Result<std::optional<Message>> ownMessage(store::Session& session, const domain::ChannelAddress& visitor, MessageId id)
{
    const auto conversation = store::Conversations(session).findByAddress(visitor);
    if (!conversation) {
        return fail(conversation.error());
    }
    auto message = store::Messages(session).find(id);
    if (!message && message.error().code != ErrorCode::NotFound) {
        return fail(message.error());
    }
    const bool own = *conversation && message && message->conversation == (*conversation)->id;
    return own ? std::optional(std::move(*message)) : std::nullopt;
}

Result<QStringList> referencesOf(store::Session& session, const domain::ChannelAddress& visitor,
                                 const std::vector<MessageId>& ids)
{
    QStringList references;
    for (const MessageId id : ids) {
        const auto message = ownMessage(session, visitor, id);
        if (!message) {
            return fail(message.error());
        }
        if (!*message || (*message)->isIncoming() || (*message)->delivery == domain::DeliveryState::Read) {
            continue;
        }
        const auto row = store::Outbox(session).findByMessage(id);
        if (!row) {
            return fail(row.error());
        }
        if (*row) {
            references << (*row)->reference;
        }
    }
    return references;
}

} // namespace

QString WebChat::addressOf(const Request& request) const
{
    return callerOf(request, m_setup.trustedProxy);
}

Taken<Done> WebChat::limited(RateLimits& limits, const QString& key)
{
    if (const auto wait = limits.take(key, m_parts.clock.now())) {
        return tl::make_unexpected(
            Objection{429, "too-fast", QStringLiteral("Too many requests. Please wait a little."), wait});
    }
    return Done{};
}

/// The visitor, when the request comes from our page.
Taken<QString> WebChat::userOf(const Request& request) const
{
    if (!isFromOurPage(request.headers, m_setup.allowedOrigins)) {
        return tl::make_unexpected(
            Objection{403, "origin", QStringLiteral("This request does not come from the clinic's chat page.")});
    }
    const auto user = m_sessions.userOf(bearerOf(http::header(request.headers, "Authorization")), m_parts.clock.now());
    if (!user) {
        return tl::make_unexpected(Objection{401, "session", user.error().detail});
    }
    return *user;
}

Taken<WebChat::Caller> WebChat::admit(const Request& request)
{
    const QString address = addressOf(request);
    if (const auto allowed = limited(m_ofAddress, address); !allowed) {
        return tl::make_unexpected(allowed.error());
    }
    const auto user = userOf(request);
    if (!user) {
        return tl::make_unexpected(user.error());
    }
    if (const auto allowed = limited(m_ofSession, *user); !allowed) {
        return tl::make_unexpected(allowed.error());
    }
    return Caller{*user, address};
}

void WebChat::beginSession(const Request& request, const Respond& respond)
{
    if (!isFromOurPage(request.headers, m_setup.allowedOrigins)) {
        return respond(
            refusal({403, "origin", QStringLiteral("This request does not come from the clinic's chat page.")}));
    }
    if (const auto allowed = limited(m_newSessions, addressOf(request)); !allowed) {
        return respond(refusal(allowed.error()));
    }
    respond(answer({{"token", m_sessions.issue(m_parts.clock.now()).toStdString()}}));
}

void WebChat::keep(const QByteArray& delivery, const QString& correlation, const Respond& respond)
{
    m_parts.node.accept(domain::ChannelKind::WebChat, m_setup.account, delivery, correlation)
        .then([respond](const Result<bool>& kept) {
            if (!kept) {
                qCWarning(lcHttp).noquote() << "chat message not kept:" << base::describe(kept.error());
                return respond(refusal(notKept));
            }
            respond(answer({{"status", "sent"}}));
        });
}

void WebChat::takeMessage(const Request& request, const Respond& respond)
{
    const auto caller = admit(request);
    if (!caller) {
        return respond(refusal(caller.error()));
    }
    const auto post = readPost(request.body, m_setup.maxText);
    if (!post) {
        return respond(refusal(post.error()));
    }
    if (!post->choice.isEmpty()) {
        return takeChoice(*caller, *post, request.correlation, respond);
    }
    Post delivery;
    delivery.user = caller->user;
    delivery.clientId = post->clientId;
    delivery.at = m_parts.clock.now();
    delivery.language = post->language;
    delivery.text = post->text;
    keep(toDelivery(delivery), request.correlation, respond);
}

/// The label is taken from what we offered, not from the page: what the desk reads is what the button said.
void WebChat::takeChoice(const Caller& caller, const PagePost& post, const QString& correlation, const Respond& respond)
{
    const domain::ChannelAddress visitor{domain::ChannelKind::WebChat, m_setup.account, caller.user};
    m_parts.store
        .read([visitor, id = post.message](store::Session& session) { return ownMessage(session, visitor, id); })
        .then([this, caller, post, correlation, respond,
               token = m_activity.begin()](const Result<std::optional<Message>>& offer) {
            if (!offer) {
                return respond(refusal(notKept));
            }
            const auto options = *offer && !(*offer)->isIncoming() ? (*offer)->options : std::vector<domain::Option>();
            const auto chosen = std::find_if(options.begin(), options.end(),
                                             [&](const auto& option) { return option.value == post.choice; });
            if (chosen == options.end()) {
                return respond(refusal({409, "choice-gone", QStringLiteral("This answer is not offered.")}));
            }
            Post delivery;
            delivery.user = caller.user;
            delivery.clientId = post.clientId;
            delivery.at = m_parts.clock.now();
            delivery.language = post.language;
            delivery.text = chosen->label;
            delivery.choice = chosen->value;
            delivery.quotedProviderId = (*offer)->providerId;
            keep(toDelivery(delivery), correlation, respond);
        });
}

void WebChat::takeFile(const Request& request, const Respond& respond)
{
    const auto caller = admit(request);
    if (!caller) {
        return respond(refusal(caller.error()));
    }
    if (const auto allowed = limited(m_files, caller->address); !allowed) {
        return respond(refusal(allowed.error()));
    }
    Post delivery;
    delivery.user = caller->user;
    delivery.clientId = QString::fromUtf8(request.queryValue("id"));
    delivery.at = m_parts.clock.now();
    delivery.language = languageFrom(QString::fromUtf8(request.queryValue("language")));
    if (!isClientId(delivery.clientId)) {
        return respond(
            refusal({400, "malformed", QStringLiteral("\"id\" must be 8 to 64 letters, digits and hyphens.")}));
    }
    if (request.body.size() > m_setup.maxFile) {
        return respond(refusal(tooLarge(m_setup.maxFile)));
    }
    const auto type = typeOf({QString::fromUtf8(request.queryValue("name")),
                              http::header(request.headers, "Content-Type").toLower(), request.body});
    if (!type) {
        return respond(refusal({415, "file-type", type.error().detail}));
    }
    delivery.mediaType = *type;
    delivery.mediaName = cleanFileName(QString::fromUtf8(request.queryValue("name")));
    delivery.mediaSize = request.body.size();
    const auto kind = kindOf(*type);
    m_fileWorker.post(
        [this, delivery, kind, bytes = request.body, correlation = request.correlation, respond]() mutable {
            const auto id = m_parts.files.keep(kind, bytes);
            if (!id && id.error().code == ErrorCode::InvalidInput) {
                return respond(refusal(tooLarge(m_parts.files.most(kind))));
            }
            if (!id) {
                qCWarning(lcHttp).noquote() << "file not kept:" << base::describe(id.error());
                return respond(refusal(notKept));
            }
            delivery.mediaId = *id;
            keep(toDelivery(delivery), correlation, respond);
        });
}

/// Only who has the conversation's token gets its files, and ours only once they were let out.
void WebChat::giveFile(const Request& request, const Respond& respond)
{
    const auto user = userOf(request);
    if (!user) {
        return respond(refusal(user.error()));
    }
    if (const auto allowed = limited(m_shown, *user); !allowed) {
        return respond(refusal(allowed.error()));
    }
    const domain::ChannelAddress visitor{domain::ChannelKind::WebChat, m_setup.account, *user};
    const MessageId id{request.queryValue("message").toLongLong()};
    m_parts.store.read([visitor, id](store::Session& session) { return ownMessage(session, visitor, id); })
        .then([this, respond, token = m_activity.begin()](const Result<std::optional<Message>>& message) {
            if (!message) {
                return respond(refusal(notRead));
            }
            const bool isThere = *message && isVisible(**message) && (*message)->attachment &&
                                 (*message)->attachment->state == domain::AttachmentState::Kept;
            if (!isThere) {
                return respond(refusal(noFile));
            }
            m_fileWorker.post([this, respond, file = *(*message)->attachment] {
                const auto bytes = m_parts.files.read(file.file);
                if (!bytes) {
                    qCWarning(lcHttp).noquote() << "file not read:" << base::describe(bytes.error());
                }
                const bool isGone = !bytes && bytes.error().code == ErrorCode::NotFound;
                respond(bytes ? fileAnswer(file, *bytes) : refusal(isGone ? noFile : notRead));
            });
        });
}

void WebChat::openStream(const Request& request, const Respond& respond)
{
    const QString address = addressOf(request);
    if (const auto allowed = limited(m_newStreams, address); !allowed) {
        return respond(refusal(allowed.error()));
    }
    const auto user = m_sessions.userOf(bearerOf(http::header(request.headers, "Authorization")), m_parts.clock.now());
    if (!user) {
        return respond(refusal({401, "session", user.error().detail}));
    }
    bool isNumber = false;
    const qint64 last = http::header(request.headers, "Last-Event-ID").toLongLong(&isNumber);
    const auto after = isNumber && last > 0 ? std::optional(MessageId{last}) : std::nullopt;
    auto stream = m_hub.open(*user, address, after);
    if (!stream) {
        return respond(refusal({429, "too-fast", stream.error().detail, std::chrono::seconds(30)}));
    }
    http::ServerResponse response{200, {}, "text/event-stream", commonHeaders(Cache::Never)};
    response.headers.emplaceBack("X-Accel-Buffering", "no");
    response.stream = std::move(*stream);
    respond(response);
}

void WebChat::takeSeen(const Request& request, const Respond& respond)
{
    const auto user = userOf(request);
    if (!user) {
        return respond(refusal(user.error()));
    }
    if (const auto allowed = limited(m_seen, *user); !allowed) {
        return respond(refusal(allowed.error()));
    }
    const auto ids = readSeen(request.body);
    if (!ids) {
        return respond(refusal(ids.error()));
    }
    const domain::ChannelAddress visitor{domain::ChannelKind::WebChat, m_setup.account, *user};
    m_parts.store
        .read([visitor, ids = *ids](store::Session& session) { return referencesOf(session, visitor, ids); })

        .then([this, respond, token = m_activity.begin()](const Result<QStringList>& references) {
            if (!references) {
                return respond(refusal(notKept));
            }
            if (!references->isEmpty()) {
                report(domain::DeliveryState::Read, *references);
            }
            respond(answer({{"status", "ok"}}));
        });
}

} // namespace delpek::api::webchat
