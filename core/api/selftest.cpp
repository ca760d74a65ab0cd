// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/selftest.h"

#include "base/json.h"
#include "http/signature.h"
#include "store/decisions.h"

#include <QRandomGenerator>

namespace delpek::api::selftest
{

namespace
{

const QString setting = QStringLiteral("self-test.mark");
constexpr qsizetype nonceLength = 32;

QByteArray randomHex(qsizetype bytes)
{
    std::vector<quint32> words(static_cast<size_t>(bytes) / sizeof(quint32));
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), bytes).toHex();
}

bool isNonce(const QByteArray& text)
{
    return text.size() == nonceLength &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

Result<QByteArray> keptMark(store::Session& session)
{
    return store::Settings(session).value(setting).map([](const QString& mark) { return mark.toLatin1(); });
}

Result<QByteArray> ownMark(store::Session& session)
{
    auto kept = keptMark(session);
    if (!kept || !kept->isEmpty()) {
        return kept;
    }
    // Of two processes that start on one new database, the first one's mark holds.
    const auto made =
        session.execute(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING"),
                        {setting, QString::fromLatin1(randomHex(32))});
    return made.and_then([&](int) { return keptMark(session); });
}

QByteArray newNonce()
{
    return randomHex(nonceLength / 2);
}

QByteArray proofOf(const QByteArray& mark, const QByteArray& nonce)
{
    return http::hmacSha256Hex(mark, nonce);
}

http::Server::Route route(const QByteArray& mark)
{
    return {"GET", path, [mark](const http::ServerRequest& request, const http::Respond& respond) {
                const QByteArray nonce = request.queryValue("nonce");
                if (!isNonce(nonce)) {
                    respond(http::refusal(400, QStringLiteral("The nonce must be 32 lower-case hex digits.")));
                    return;
                }
                const base::Json body = {{"proof", proofOf(mark, nonce).toStdString()}};
                respond({200, base::toBytes(body), "application/json", {{"Cache-Control", "no-store"}}});
            }};
}

} // namespace delpek::api::selftest
