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

void Patient::sayWords(const QString& words)
{
    ++m_messages;
    m_world.otherSide().say(words);
}

void Patient::react(const QString& emoji)
{
    const auto messages = thread();
    const auto last = std::find_if(messages.rbegin(), messages.rend(), [](const domain::Message& message) {
        return message.author == domain::AuthorKind::Agent && !message.providerId.isEmpty();
    });
    if (last != messages.rend()) {
        m_world.otherSide().react(last->providerId, emoji);
    }
}

void Patient::press(const QString& label)
{
    ++m_messages;
    if (const auto last = lastMessage()) {
        for (const auto& option : last->options) {
            if (option.label == label) {
                m_world.otherSide().press(option, *last);
                return;
            }
        }
    }
    m_world.otherSide().say(label);
}

void Patient::say(const Say& say)
{
    if (say.isEdit) {
        m_world.otherSide().edit(say.text);
    } else if (say.isReaction) {
        react(say.text);
    } else if (say.isButton) {
        press(say.text);
    } else if (say.kind == domain::MessageKind::Audio) {
        const QByteArray sound = "OggS sound " + QByteArray::number(++m_messages);
        m_world.speech().hear(sound, say.text);
        m_world.otherSide().sendVoice(sound, say.text);
    } else if (say.kind == domain::MessageKind::Image) {
        m_world.otherSide().sendPicture("\xff\xd8\xff picture " + QByteArray::number(++m_messages), say.text);
    } else if (say.place) {
        ++m_messages;
        m_world.otherSide().sendPlace(*say.place);
    } else {
        sayWords(say.text);
    }
    m_world.quiesce();
}

std::optional<domain::Conversation> Patient::conversation()
{
    const auto found = base::await(m_world.store().read([address = m_world.patientAddress()](store::Session& session) {
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
            ++m_messages;
            m_world.otherSide().press(last->options[index - 1], *last);
        } else {
            sayWords(words(QStringLiteral("*")));
        }
    } else {
        sayWords(reply);
    }
    m_world.quiesce();
    return true;
}

} // namespace delpek::simulation
