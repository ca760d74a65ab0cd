// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramthread.h"

#include <algorithm>

namespace delpek::simulation
{

using base::Json;

namespace
{

QString providerId(const BotMessage& message, const QString& id)
{
    const QString via = message.connection.isEmpty() ? QString() : QLatin1Char('@') + message.connection;
    return message.to + via + QLatin1Char(':') + id;
}

/// The sent message that an edit names.
template <typename Messages>
auto target(Messages& sent, const BotMessage& wanted)
{
    const QString id = providerId(wanted, wanted.quotedProviderId);
    return std::find_if(sent.begin(), sent.end(), [&](const BotMessage& message) { return message.providerId == id; });
}

BotRefusal badRequest(const char* description)
{
    return {400, QStringLiteral("Bad Request: ") + QLatin1String(description)};
}

} // namespace

Json BotThread::take(BotMessage message, base::Instant now)
{
    message.order = static_cast<qint64>(m_sent.size()) + 1;
    message.at = now;
    // Away from the ids that patients' messages take in tests and in the demo.
    message.providerId = providerId(message, QString::number(1'000'000 + message.order));
    m_sent.push_back(std::move(message));
    return shown(m_sent.back());
}

std::optional<BotRefusal> BotThread::editRefusal(const BotMessage& wanted) const
{
    const auto found = target(m_sent, wanted);
    if (found == m_sent.end()) {
        return badRequest("message to edit not found");
    }
    if (found->method != QLatin1String("sendMessage")) {
        return badRequest("there is no text in the message to edit");
    }
    if (found->text == wanted.text && found->styles == wanted.styles && found->options == wanted.options) {
        return badRequest("message is not modified: specified new message content and reply markup are exactly the "
                          "same as a current content and reply markup of the message");
    }
    return std::nullopt;
}

Json BotThread::edit(const BotMessage& wanted)
{
    const auto found = target(m_sent, wanted);
    found->text = wanted.text;
    found->styles = wanted.styles;
    found->options = wanted.options;
    found->rows = wanted.rows;
    ++found->edits;
    return shown(*found);
}

Json BotThread::shown(const BotMessage& message) const
{
    Json json{{"message_id", message.providerId.section(QLatin1Char(':'), -1).toLongLong()},
              {"date", base::toMillis(message.at) / 1000},
              {"chat", {{"id", message.to.toLongLong()}, {"type", "private"}}},
              {"from", {{"id", m_bot.toLongLong()}, {"is_bot", true}, {"first_name", "Clinic"}}}};
    if (!message.text.isEmpty()) {
        json[message.file.isEmpty() ? "text" : "caption"] = base::utf8(message.text);
    }
    if (!message.connection.isEmpty()) {
        json["business_connection_id"] = base::utf8(message.connection);
    }
    return json;
}

} // namespace delpek::simulation
