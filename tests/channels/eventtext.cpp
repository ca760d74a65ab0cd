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
    if (!from.otherIds.isEmpty()) {
        out["otherIds"] = base::utf8(from.otherIds.join(QLatin1Char(' ')));
    }
    return out;
}

Out place(const domain::Place& place)
{
    Out out{{"latitude", place.latitude}, {"longitude", place.longitude}};
    put(out, "name", place.name);
    put(out, "address", place.address);
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
        put(out, "quotedText", event.quotedText);
        put(out, "mediaId", event.mediaId);
        put(out, "mediaType", event.mediaType);
        put(out, "mediaName", event.mediaName);
        if (event.mediaSize != 0) {
            out["mediaSize"] = event.mediaSize;
        }
        for (const auto& [key, value] : {std::pair("voice", event.voice), std::pair("forwarded", event.forwarded)}) {
            if (value) {
                out[key] = true;
            }
        }
        if (event.place) {
            out["place"] = place(*event.place);
        }
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
        if (event.kind != domain::MessageKind::Text) {
            put(out, "kind", base::toText(event.kind));
        }
        put(out, "mediaId", event.mediaId);
        put(out, "mediaType", event.mediaType);
        put(out, "mediaName", event.mediaName);
        return out;
    }
    Out operator()(const domain::AddressChanged& event) const
    {
        Out out{{"event", "address"}};
        put(out, "channel", base::toText(event.from.channel));
        put(out, "account", event.from.account);
        put(out, "from", event.from.user);
        put(out, "user", event.user);
        put(out, "phone", event.phone ? event.phone->e164() : QString());
        out["at"] = base::toMillis(event.at);
        return out;
    }
    Out operator()(const domain::TemplateChanged& event) const
    {
        Out out{{"event", "template"}};
        put(out, "channel", base::toText(event.channel));
        put(out, "account", event.account);
        put(out, "name", event.name);
        put(out, "language", event.language);
        put(out, "state", event.state);
        put(out, "category", event.category);
        put(out, "reason", event.reason);
        out["at"] = base::toMillis(event.at);
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
