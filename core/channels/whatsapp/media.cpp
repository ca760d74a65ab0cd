// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/media.h"

#include "channels/whatsapp/files.h"
#include "http/client.h"

#include <QCryptographicHash>

namespace delpek::channels::whatsapp
{

using base::textAt;

namespace
{

/// Hex in the API, base64 in webhooks.
QByteArray digestOf(const QString& text)
{
    const QByteArray latin = text.toLatin1();
    return latin.size() == 64 ? QByteArray::fromHex(latin) : QByteArray::fromBase64(latin);
}

} // namespace

bool isMediaId(const QString& reference)
{
    return !reference.isEmpty() && reference.size() <= 64 &&
           std::all_of(reference.begin(), reference.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

Result<MediaPlace> readMediaPlace(const QByteArray& body)
{
    const auto json = base::parseJson(body);
    MediaPlace place;
    if (json) {
        place.url = QUrl(textAt(*json, "url"));
        place.type = bareType(textAt(*json, "mime_type"));
        place.size = std::max(qint64(0), base::integerAt(*json, "file_size").value_or(0));
        place.sha256 = digestOf(textAt(*json, "sha256"));
    }
    if (!place.url.isValid() || place.url.host().isEmpty()) {
        return fail(ErrorCode::Unavailable, QStringLiteral("WhatsApp names no address for the file"),
                    QStringLiteral("send.unavailable"));
    }
    return place;
}

bool saysGone(const http::Response& response)
{
    const auto body = base::parseJson(response.body);
    const base::Json& error = body ? base::at(*body, "error") : base::at({}, "error");
    // "Object does not exist": an id that ran out (7 days for a patient's file) or never was.
    return response.status == 404 ||
           (base::integerAt(error, "code") == 100 && base::integerAt(error, "error_subcode") == 33);
}

Result<Done> checkDigest(const MediaPlace& place, const QByteArray& bytes)
{
    if (place.sha256.size() == 32 && QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != place.sha256) {
        return fail(ErrorCode::Unavailable, QStringLiteral("the file's bytes are not those that WhatsApp announced"),
                    QStringLiteral("send.unavailable"));
    }
    return Done{};
}

QString uploadedId(const QByteArray& body)
{
    const auto json = base::parseJson(body);
    const QString id = json ? textAt(*json, "id") : QString();
    return isMediaId(id) ? id : QString();
}

} // namespace delpek::channels::whatsapp
