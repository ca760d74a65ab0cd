// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/posts.h"

#include "api/webchat/site.h"
#include "base/json.h"

#include <QRegularExpression>

namespace delpek::api::webchat
{

using base::Json;

namespace
{

constexpr qsizetype mostBody = 32 * 1024;
constexpr std::size_t mostSeen = 100;

tl::unexpected<Objection> malformed(const QString& reason)
{
    return tl::make_unexpected(Objection{400, "malformed", reason});
}

Taken<Json> objectOf(const QByteArray& body)
{
    if (body.size() > mostBody) {
        return tl::make_unexpected(Objection{413, "text-too-long", QStringLiteral("The request is too long.")});
    }
    auto json = base::parseJson(body);
    if (!json || !json->is_object()) {
        return malformed(QStringLiteral("The request is no JSON object."));
    }
    return std::move(*json);
}

} // namespace

http::ServerResponse refusal(const Objection& objection)
{
    http::ServerResponse response;
    response.status = objection.status;
    response.headers = commonHeaders(Cache::Never);
    response.body = base::toBytes(
        {{"error", {{"code", objection.status}, {"key", objection.key}, {"reason", base::utf8(objection.reason)}}}});
    if (objection.retryAfter) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*objection.retryAfter).count();
        response.headers.emplaceBack("Retry-After", QByteArray::number(qint64(seconds)));
    }
    return response;
}

bool isClientId(const QString& id)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9-]{8,64}\\z"));
    return form.match(id).hasMatch();
}

QString languageFrom(const QString& text)
{
    return text == QLatin1String("en") ? text : QStringLiteral("he");
}

Taken<PagePost> readPost(const QByteArray& body, int maxText)
{
    const auto json = objectOf(body);
    if (!json) {
        return tl::make_unexpected(json.error());
    }
    PagePost post;
    post.clientId = base::textAt(*json, "id");
    post.language = languageFrom(base::textAt(*json, "language"));
    post.text = base::textAt(*json, "text").trimmed();
    post.choice = base::textAt(*json, "choice");
    post.message = {base::integerAt(*json, "message").value_or(0)};
    if (!isClientId(post.clientId)) {
        return malformed(QStringLiteral("\"id\" must be 8 to 64 letters, digits and hyphens."));
    }
    if (!post.choice.isEmpty()) {
        return post.message.isValid() ? Taken<PagePost>(post)
                                      : malformed(QStringLiteral("\"message\" must name the message with the button."));
    }
    if (post.text.isEmpty()) {
        return tl::make_unexpected(Objection{422, "text-empty", QStringLiteral("The message is empty.")});
    }
    if (post.text.size() > maxText) {
        return tl::make_unexpected(
            Objection{422, "text-too-long",
                      QStringLiteral("The message has %1 characters; the chat takes at most %2. Please shorten it.")
                          .arg(post.text.size())
                          .arg(maxText)});
    }
    return post;
}

Taken<std::vector<domain::MessageId>> readSeen(const QByteArray& body)
{
    const auto json = objectOf(body);
    if (!json) {
        return tl::make_unexpected(json.error());
    }
    const Json& list = base::at(*json, "ids");
    if (!list.is_array() || list.size() > mostSeen) {
        return malformed(QStringLiteral("\"ids\" must be a list of at most 100 numbers."));
    }
    std::vector<domain::MessageId> ids;
    for (const Json& item : list) {
        if (!item.is_number_integer()) {
            return malformed(QStringLiteral("\"ids\" must be a list of numbers."));
        }
        ids.push_back({item.get<qint64>()});
    }
    return ids;
}

} // namespace delpek::api::webchat
