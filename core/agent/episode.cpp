// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/episode.h"

#include "domain/said.h"

#include <QStringList>

namespace delpek::agent
{

namespace
{

constexpr auto episode = std::chrono::hours(24);

} // namespace

QString joined(const std::vector<domain::Message>& messages)
{
    QStringList lines;
    for (const auto& message : messages) {
        if (!message.deleted && !message.text.isEmpty()) {
            lines << message.text;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

std::vector<domain::Message> episodeOf(const std::vector<domain::Message>& history, base::Instant now, Episode kind)
{
    std::vector<domain::Message> messages;
    for (const auto& message : history) {
        if (kind == Episode::EndsWithPerson && domain::isSaidByPerson(message)) {
            messages.clear();
        } else if (message.createdAt + episode >= now && !message.deleted) {
            messages.push_back(message);
        }
    }
    return messages;
}

domain::Asks lastAsked(const std::vector<domain::Message>& history)
{
    for (auto message = history.rbegin(); message != history.rend(); ++message) {
        if (domain::isSaid(*message)) {
            return message->asks; // a person's words ask only what an agent's draft asked
        }
    }
    return domain::Asks::Nothing;
}

} // namespace delpek::agent
