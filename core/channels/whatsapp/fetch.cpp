// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/fetch.h"

#include "channels/whatsapp/errors.h"
#include "channels/whatsapp/files.h"
#include "channels/whatsapp/media.h"

namespace delpek::channels::whatsapp
{

namespace
{

Error tooLarge(qint64 most)
{
    return {ErrorCode::InvalidInput, QStringLiteral("media.tooLarge"),
            QStringLiteral("the file is longer than %1 bytes").arg(most)};
}

Error gone()
{
    return {ErrorCode::NotFound, QStringLiteral("media.gone"),
            QStringLiteral("WhatsApp does not have the file any more")};
}

/// Nothing was changed on the other side: an error without its word is what it is.
Error lookFailure(Error error)
{
    if (error.code == ErrorCode::Unavailable) {
        error.key = QStringLiteral("send.unavailable");
    }
    return error;
}

Future<MediaFile> ended(Error error)
{
    return base::ready<MediaFile>(fail(std::move(error)));
}

bool isGood(const http::Response& response)
{
    return response.status >= 200 && response.status <= 299;
}

Future<MediaFile> locate(http::Client& client, const Fetch& fetch, int times);

Future<MediaFile> take(http::Client& client, const Fetch& fetch, const MediaPlace& place, int times)
{
    if (place.size > fetch.most) {
        return ended(tooLarge(fetch.most));
    }
    auto request = download(fetch.endpoint, fetch.token, place.url, fetch.most, fetch.timeout);
    if (!request) {
        return ended(request.error());
    }
    return client.send(*request).then([&client, fetch, place,
                                       times](const Result<http::Response>& answer) -> Future<MediaFile> {
        if (!answer) {
            return ended(answer.error().code == ErrorCode::InvalidInput ? tooLarge(fetch.most)
                                                                        : lookFailure(answer.error()));
        }
        if (answer->status == 404) {
            return times > 1 ? locate(client, fetch, times - 1) : ended(gone());
        }
        if (!isGood(*answer)) {
            return ended(classify(*answer));
        }
        if (const auto good = checkDigest(place, answer->body); !good) {
            return ended(good.error());
        }
        const QString declared = QString::fromLatin1(http::header(answer->headers, "Content-Type"));
        return base::ready<MediaFile>(MediaFile{answer->body, place.type.isEmpty() ? bareType(declared) : place.type});
    });
}

Future<MediaFile> locate(http::Client& client, const Fetch& fetch, int times)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("phone_number_id"), fetch.endpoint.phoneNumberId);
    return client.send(call(fetch.endpoint, fetch.token, "GET", fetch.reference, fetch.timeout, query))
        .then([&client, fetch, times](const Result<http::Response>& answer) -> Future<MediaFile> {
            if (!answer) {
                return ended(lookFailure(answer.error()));
            }
            if (!isGood(*answer)) {
                return ended(saysGone(*answer) ? gone() : classify(*answer));
            }
            const auto place = readMediaPlace(answer->body);
            return place ? take(client, fetch, *place, times) : ended(place.error());
        });
}

} // namespace

Future<MediaFile> fetch(http::Client& client, const Fetch& fetch)
{
    if (!isMediaId(fetch.reference)) {
        return ended({ErrorCode::InvalidInput, {}, QStringLiteral("not the id of a file at WhatsApp")});
    }
    return locate(client, fetch, 2);
}

} // namespace delpek::channels::whatsapp
