// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/streamview.h"

#include "base/json.h"
#include "http/eventstream.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/outbox.h"

namespace delpek::api::webchat
{

using base::Json;
using base::utf8;
using domain::DeliveryState;
using domain::Message;
using domain::MessageId;

namespace
{

constexpr int pageSize = 50;
/// How far back a message that was let out late is looked for.
constexpr int lateSize = 20;

bool mayBecomeVisible(const Message& message)
{
    return message.delivery == DeliveryState::Queued || message.delivery == DeliveryState::Sending;
}

bool isUnproven(const Message& message)
{
    return !message.isIncoming() &&
           (message.delivery == DeliveryState::Sent || message.delivery == DeliveryState::Unknown);
}

/// What the page needs to show a file or to ask for it (GET files); the bytes are not here.
Json fileJson(const domain::Attachment& file)
{
    return {{"type", utf8(file.type)}, {"name", utf8(file.name)}, {"size", file.size}, {"voice", file.voice}};
}

Json placeJson(const domain::Place& place)
{
    return {{"latitude", place.latitude},
            {"longitude", place.longitude},
            {"name", utf8(place.name)},
            {"address", utf8(place.address)}};
}

Json toJson(const Message& message)
{
    Json json{{"id", message.id.value},
              {"from", message.isIncoming() ? "visitor" : utf8(base::toText(message.author))},
              {"name", utf8(message.authorName)},
              {"kind", utf8(base::toText(message.kind))},
              {"text", utf8(message.sentText())},
              {"at", base::toMillis(message.createdAt)}};
    if (message.isIncoming()) {
        json["clientId"] = utf8(message.providerId.section(QLatin1Char(':'), -1));
    }
    Json options = Json::array();
    for (const auto& option : message.options) {
        options.push_back({{"value", utf8(option.value)}, {"label", utf8(option.label)}});
    }
    json["options"] = std::move(options);
    if (message.attachment && message.attachment->state == domain::AttachmentState::Kept) {
        json["file"] = fileJson(*message.attachment);
    }
    if (message.place) {
        json["place"] = placeJson(*message.place);
    }
    return json;
}

Result<QByteArray> stateOf(store::Session& session, const domain::Conversation& conversation)
{
    const bool byAgent = conversation.holder.kind == domain::HolderKind::Agent;
    bool preparing = false;
    if (byAgent && conversation.mode == domain::Mode::Autopilot) {
        const auto waiting = store::Messages(session).waiting(conversation.id);
        if (!waiting) {
            return fail(waiting.error());
        }
        preparing = !waiting->empty();
    }
    return base::toBytes({{"holder", byAgent ? "agent" : "person"}, {"preparing", preparing}});
}

Result<std::vector<Message>> newMessages(store::Session& session, const Position& position)
{
    store::Messages messages(session);
    return position.after ? messages.after(position.conversation, *position.after, pageSize)
                          : messages.before(position.conversation, {}, pageSize);
}

/// Those before the place the stream has reached that were let out since, or that no stream has written yet.
Result<std::vector<Message>> lateMessages(store::Session& session, const Position& position)
{
    if (!position.after) {
        return std::vector<Message>();
    }
    auto before = store::Messages(session).before(position.conversation, {position.after->value + 1}, lateSize);
    if (before) {
        std::erase_if(*before, [&](const Message& message) {
            const bool late = position.hidden.contains(message.id) || (position.isFirst && isUnproven(message));
            return !isVisible(message) || !late;
        });
    }
    return before;
}

Result<Done> append(store::Session& session, View& view, const Message& message)
{
    const MessageId reached = std::max(view.position.after.value_or(MessageId{}), message.id);
    view.position.after = reached;
    view.bytes += http::eventText(QByteArray::number(reached.value), "message", base::toBytes(toJson(message)));
    if (!isUnproven(message)) {
        return Done{};
    }
    const auto row = store::Outbox(session).findByMessage(message.id);
    if (!row) {
        return fail(row.error());
    }
    if (*row) {
        view.references << (*row)->reference;
    }
    return Done{};
}

Result<std::optional<domain::Conversation>>
conversationOf(store::Session& session, const domain::ChannelAddress& visitor, const Position& position)
{
    store::Conversations conversations(session);
    if (!position.conversation.isValid()) {
        return conversations.findByAddress(visitor);
    }
    return conversations.find(position.conversation).map([](domain::Conversation found) {
        return std::optional(std::move(found));
    });
}

} // namespace

bool isVisible(const Message& message)
{
    return message.isIncoming() || message.delivery == DeliveryState::Sent ||
           message.delivery == DeliveryState::Unknown || message.delivery == DeliveryState::Delivered ||
           message.delivery == DeliveryState::Read;
}

Result<View> readOn(store::Session& session, const domain::ChannelAddress& visitor, Position position)
{
    const auto conversation = conversationOf(session, visitor, position);
    if (!conversation) {
        return fail(conversation.error());
    }
    View view;
    view.position = std::move(position);
    if (!*conversation) {
        return view;
    }
    view.position.conversation = (*conversation)->id;
    const auto late = lateMessages(session, view.position);
    const auto fresh = newMessages(session, view.position);
    if (!late || !fresh) {
        return fail(late ? fresh.error() : late.error());
    }
    view.hasMore = view.position.after && fresh->size() == pageSize;
    for (const auto* messages : {&*late, &*fresh}) {
        for (const Message& message : *messages) {
            const auto told = isVisible(message) ? append(session, view, message) : Result<Done>(Done{});
            if (!told) {
                return fail(told.error());
            }
            view.position.after = std::max(view.position.after.value_or(MessageId{}), message.id);
            if (mayBecomeVisible(message)) {
                view.position.hidden.insert(message.id);
            } else {
                view.position.hidden.erase(message.id);
            }
        }
    }
    const auto state = stateOf(session, **conversation);
    if (!state) {
        return fail(state.error());
    }
    if (*state != view.position.state) {
        view.position.state = *state;
        view.bytes += http::eventText({}, "state", *state);
    }
    view.position.isFirst = false;
    view.position.after = view.position.after.value_or(MessageId{});
    return view;
}

} // namespace delpek::api::webchat
