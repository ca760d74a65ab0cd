// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/patient.h"

#include "base/await.h"
#include "store/conversations.h"
#include "store/messages.h"

namespace delpek::simulation
{

namespace
{

constexpr int threadLimit = 100000;

}

Patient::Patient(World& world, const Scenario& scenario)
    : m_world(world)
{
    m_sender.address = {scenario.channel, world.channel().account(), QStringLiteral("patient-") + scenario.phone};
    m_sender.displayName = scenario.name;
    m_sender.language = base::toText(scenario.language);
    if (const auto phone = domain::Phone::parse(scenario.phone)) {
        m_sender.phone = *phone;
    }
}

domain::MessageReceived Patient::text(const QString& words, const QString& choice)
{
    domain::MessageReceived event;
    event.sender = m_sender;
    event.providerId = QStringLiteral("patient-%1").arg(++m_messages);
    event.sentAt = m_world.clock().now();
    event.text = words;
    event.choice = choice;
    event.kind = choice.isEmpty() ? domain::MessageKind::Text : domain::MessageKind::Choice;
    m_lastSent = event.providerId;
    return event;
}

void Patient::send(domain::Event event)
{
    m_world.deliver({std::move(event)});
}

void Patient::choose(const domain::Option& option)
{
    const bool buttons = m_world.channel().capabilities().buttons;
    send(text(option.label, buttons ? option.value : QString()));
}

void Patient::say(const Say& say)
{
    if (say.isEdit) {
        send(domain::MessageEdited{m_sender, m_lastSent, say.text, m_world.clock().now()});
        return;
    }
    if (say.isReaction) {
        const auto messages = thread();
        const auto last = std::find_if(messages.rbegin(), messages.rend(), [](const domain::Message& message) {
            return message.author == domain::AuthorKind::Agent && !message.providerId.isEmpty();
        });
        if (last != messages.rend()) {
            send(domain::ReactionChanged{m_sender, last->providerId, say.text, m_world.clock().now()});
        }
        return;
    }
    if (say.isButton) {
        const auto last = lastMessage();
        if (last) {
            for (const auto& option : last->options) {
                if (option.label == say.text) {
                    choose(option);
                    return;
                }
            }
        }
    }
    auto event = text(say.text);
    event.kind = say.kind;
    event.transcribed = say.kind == domain::MessageKind::Audio;
    send(event);
}

std::optional<domain::Conversation> Patient::conversation()
{
    const auto found = base::await(m_world.store().read([address = m_sender.address](store::Session& session) {
        return store::Conversations(session).findByAddress(address);
    }));
    return found ? *found : std::nullopt;
}

std::vector<domain::Message> Patient::thread()
{
    const auto own = conversation();
    if (!own) {
        return {};
    }
    const auto messages = base::await(m_world.store().read(
        [id = own->id](store::Session& session) { return store::Messages(session).after(id, {}, threadLimit); }));
    return messages ? *messages : std::vector<domain::Message>();
}

std::optional<domain::Message> Patient::lastMessage()
{
    auto messages = thread();
    std::erase_if(messages, [](const domain::Message& message) {
        return !message.isIncoming() && message.delivery == domain::DeliveryState::Withdrawn;
    });
    return messages.empty() ? std::nullopt : std::optional(messages.back());
}

bool Patient::answer(const AnswerStep& step)
{
    const auto last = lastMessage();
    const auto own = conversation();
    if (!last || !own || last->author != domain::AuthorKind::Agent || last->asks == domain::Asks::Nothing) {
        return false;
    }
    const auto words = [&](const QString& kind) {
        const auto found = step.byKind.find(kind);
        return found == step.byKind.end()
                   ? step.byKind.contains(QStringLiteral("*")) ? step.byKind.at(QStringLiteral("*")) : QString()
                   : found->second;
    };
    const QString reply = words(base::toText(last->asks));
    if (reply.isEmpty()) {
        return false;
    }
    if (reply.startsWith(QLatin1Char('#'))) {
        const size_t index = reply.mid(1).toUInt();
        if (index >= 1 && index <= last->options.size()) {
            choose(last->options[index - 1]);
            return true;
        }
        send(text(words(QStringLiteral("*"))));
        return true;
    }
    send(text(reply));
    return true;
}

} // namespace delpek::simulation
