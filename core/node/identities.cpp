// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/identities.h"

#include "base/await.h"
#include "base/logging.h"
#include "store/conversations.h"

namespace delpek::node
{

namespace
{

/// The patient of an event, where it has one.
domain::Sender* senderOf(domain::Event& event)
{
    return std::visit(
        [](auto& one) -> domain::Sender* {
            if constexpr (requires { one.sender; }) {
                return &one.sender;
            } else if constexpr (requires { one.patient; }) {
                return &one.patient;
            } else {
                return nullptr;
            }
        },
        event);
}

bool isKnown(store::Store& store, const domain::ChannelAddress& address)
{
    const auto known = base::await(store.read(
        [address](store::Session& session) { return store::Conversations(session).findByAddress(address); }));
    return known && *known && (*known)->phone;
}

struct Question {
    domain::ChannelAddress address;
    std::vector<domain::Sender*> senders;
    std::optional<Future<domain::Sender>> answer; ///< nothing: he is known
};

void take(const domain::Sender& identified, domain::Sender& sender)
{
    const QString name = sender.displayName;
    const QString language = sender.language;
    sender = identified;
    sender.displayName = name;
    sender.language = language;
}

} // namespace

void identifySenders(store::Store& store, std::vector<ReadDelivery>& deliveries)
{
    std::vector<Question> questions;
    for (auto& delivery : deliveries) {
        if (!delivery.channel || !delivery.events) {
            continue;
        }
        for (auto& event : *delivery.events) {
            domain::Sender* sender = senderOf(event);
            if (!sender || !delivery.channel->isHidden(*sender)) {
                continue;
            }
            auto question = std::ranges::find(questions, sender->address, &Question::address);
            if (question == questions.end()) {
                const bool known = isKnown(store, sender->address);
                questions.push_back(
                    {sender->address, {}, known ? std::nullopt : std::optional(delivery.channel->identify(*sender))});
                question = std::prev(questions.end());
            }
            question->senders.push_back(sender);
        }
    }
    for (const Question& question : questions) {
        const auto identified =
            question.answer ? base::await(*question.answer) : Result<domain::Sender>(*question.senders.front());
        if (!identified) {
            qCWarning(lcNode).noquote() << "a hidden id stays as it is:" << base::describe(identified.error());
            continue;
        }
        for (domain::Sender* sender : question.senders) {
            take(*identified, *sender);
        }
    }
}

} // namespace delpek::node
