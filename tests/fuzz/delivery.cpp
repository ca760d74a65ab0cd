// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/delivery.h"

#include "channels/eventtext.h"
#include "fuzz/planting.h"
#include "fuzz/require.h"
#include "fuzz/words.h"

namespace delpek::fuzz
{

namespace
{

using Events = Result<std::vector<domain::Event>>;

struct OfThisAccount {
    const Parser& parser;

    bool operator()(const domain::Sender& sender) const { return (*this)(sender.address); }
    bool operator()(const domain::ChannelAddress& address) const
    {
        return address.channel == parser.channel && address.account == parser.account && !address.user.isEmpty();
    }
    bool operator()(const domain::MessageReceived& event) const { return (*this)(event.sender); }
    bool operator()(const domain::MessageEdited& event) const { return (*this)(event.sender); }
    bool operator()(const domain::MessageDeleted& event) const { return (*this)(event.sender); }
    bool operator()(const domain::ReactionChanged& event) const { return (*this)(event.sender); }
    bool operator()(const domain::EchoReceived& event) const { return (*this)(event.patient); }
    bool operator()(const domain::AddressChanged& event) const { return (*this)(event.from); }
    bool operator()(const domain::ReachabilityChanged& event) const { return (*this)(event.sender); }
    bool operator()(const domain::DeliveryReported& event) const
    {
        return event.channel == parser.channel && event.account == parser.account;
    }
    bool operator()(const domain::TemplateChanged& event) const
    {
        return event.channel == parser.channel && event.account == parser.account;
    }
    bool operator()(const domain::Ignored&) const { return true; }
};

/// What goes to the log.
QString toldOf(const Events& events)
{
    if (!events) {
        return events.error().detail;
    }
    QString told;
    for (const domain::Event& event : *events) {
        if (const auto* ignored = std::get_if<domain::Ignored>(&event)) {
            told += ignored->what + QLatin1Char('\n');
        }
    }
    return told;
}

bool isPlainAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char('\n') || (c >= QLatin1Char(' ') && c <= QLatin1Char('~'));
    });
}

bool holds(const std::vector<domain::Event>& events, const PlainText& plain)
{
    return std::any_of(events.begin(), events.end(), [&](const domain::Event& event) {
        const auto* message = std::get_if<domain::MessageReceived>(&event);
        return message && message->providerId == plain.providerId && message->text == plain.text;
    });
}

void holdAgainst(const Parser& parser, const base::Json& json, const std::vector<domain::Event>& events)
{
    for (const domain::Event& event : events) {
        require(std::visit(OfThisAccount{parser}, event), "an event belongs to the account that was asked for");
    }
    require(events.size() >= parser.items(json), "every item of a delivery becomes an event");
    for (const PlainText& plain : parser.plainTexts(json)) {
        require(holds(events, plain), "a patient's text becomes a message");
    }
    const Words said(json);
    for (const domain::Event& event : events) {
        require(said.holdAllOf(event), "the words of an event stand in the delivery");
    }
}

} // namespace

void holdDelivery(const Parser& parser, const QByteArray& raw)
{
    const Events events = parser.parse(raw);
    QByteArray elsewhere = raw;
    elsewhere.detach();
    require(testing::dump(events) == testing::dump(parser.parse(elsewhere)), "the same bytes give the same events");
    require(isPlainAscii(toldOf(events)), "errors and notes are plain ASCII");
    require(events || events.error().code == ErrorCode::InvalidInput, "what is refused is InvalidInput");
    const auto json = base::parseJson(raw);
    if (!json) {
        require(!events, "what is not JSON is refused");
        return;
    }
    if (events) {
        holdAgainst(parser, *json, *events);
    }
    for (const base::Json& planted : plantings(*json)) {
        require(!showsPlanted(toldOf(parser.parse(base::toBytes(planted)))), "no word of a patient goes to the log");
    }
}

} // namespace delpek::fuzz
