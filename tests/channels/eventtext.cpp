// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/eventtext.h"

namespace delpek::testing
{

namespace
{

using Out = nlohmann::ordered_json;

void put(Out& out, const char* key, const QString& value)
{
    if (!value.isEmpty()) {
        out[key] = base::utf8(value);
    }
}

Out sender(const domain::Sender& from)
{
    Out out;
    put(out, "channel", base::toText(from.address.channel));
    put(out, "account", from.address.account);
    put(out, "user", from.address.user);
    put(out, "name", from.displayName);
    put(out, "phone", from.phone ? from.phone->e164() : QString());
    put(out, "language", from.language);
    return out;
}

struct Writer {
    Out operator()(const domain::MessageReceived& event) const
    {
        Out out{{"event", "message"}, {"sender", sender(event.sender)}};
        put(out, "id", event.providerId);
        out["sentAt"] = base::toMillis(event.sentAt);
        put(out, "kind", base::toText(event.kind));
        put(out, "text", event.text);
        put(out, "choice", event.choice);
        put(out, "quoted", event.quotedProviderId);
        put(out, "mediaId", event.mediaId);
        put(out, "mediaType", event.mediaType);
        return out;
    }
    Out operator()(const domain::MessageEdited& event) const
    {
        Out out{{"event", "edit"}, {"sender", sender(event.sender)}};
        put(out, "id", event.providerId);
        put(out, "text", event.text);
        out["editedAt"] = base::toMillis(event.editedAt);
        return out;
    }
    Out operator()(const domain::MessageDeleted& event) const
    {
        Out out{{"event", "delete"}, {"sender", sender(event.sender)}};
        put(out, "id", event.providerId);
        return out;
    }
    Out operator()(const domain::ReactionChanged& event) const
    {
        Out out{{"event", "reaction"}, {"sender", sender(event.sender)}};
        put(out, "id", event.providerId);
        put(out, "emoji", event.emoji);
        out["at"] = base::toMillis(event.at);
        return out;
    }
    Out operator()(const domain::DeliveryReported& event) const
    {
        Out out{{"event", "delivery"}};
        put(out, "channel", base::toText(event.channel));
        put(out, "account", event.account);
        put(out, "id", event.providerId);
        put(out, "state", base::toText(event.state));
        out["at"] = base::toMillis(event.at);
        put(out, "reference", event.reference);
        if (event.errorCode != 0) {
            out["errorCode"] = event.errorCode;
        }
        put(out, "errorKey", event.errorKey);
        return out;
    }
    Out operator()(const domain::EchoReceived& event) const
    {
        Out out{{"event", "echo"}, {"patient", sender(event.patient)}};
        put(out, "id", event.providerId);
        put(out, "text", event.text);
        out["sentAt"] = base::toMillis(event.sentAt);
        return out;
    }
    Out operator()(const domain::ReachabilityChanged& event) const
    {
        return {{"event", "reachability"}, {"sender", sender(event.sender)}, {"reachable", event.reachable}};
    }
    Out operator()(const domain::Ignored& event) const
    {
        Out out{{"event", "ignored"}};
        put(out, "what", event.what);
        return out;
    }
};

} // namespace

Out dump(const Result<std::vector<domain::Event>>& events)
{
    if (!events) {
        return {{"error", base::utf8(base::describe(events.error()))}};
    }
    Out list = Out::array();
    for (const domain::Event& event : *events) {
        list.push_back(std::visit(Writer{}, event));
    }
    return list;
}

} // namespace delpek::testing
