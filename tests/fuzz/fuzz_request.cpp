// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/webhook.h"
#include "channels/waha/webhook.h"
#include "channels/whatsapp/webhook.h"
#include "fuzz/require.h"
#include "http/requestparser.h"
#include "http/routing.h"

using namespace delpek;
using http::RequestParser;

namespace
{

// Small, so that the fuzzer meets them.
constexpr RequestParser::Limits limits{1024, 16, 512};

struct Taken {
    http::RequestHead head;
    QByteArray body;
};

/// What one connection carried, and how it ended.
struct Conversation {
    std::vector<Taken> requests;
    int refused = 0;
    bool waits = false; ///< for the rest of a request
};

/// Offers the bytes as a connection would, `step` more of them at a time.
Conversation converse(const QByteArray& bytes, qsizetype step)
{
    Conversation had;
    RequestParser parser(limits);
    qsizetype begin = 0;
    qsizetype end = 0;
    bool moved = true;
    while (moved || end < bytes.size()) {
        if (!moved) {
            end = std::min(end + step, bytes.size());
        }
        const auto before = parser.state();
        const auto taken = qsizetype(parser.feed(bytes.constData() + begin, std::size_t(end - begin)));
        fuzz::require(taken >= 0 && taken <= end - begin, "no more is taken than was offered");
        begin += taken;
        moved = taken > 0 || parser.state() != before;
        if (parser.state() == RequestParser::State::Refused) {
            had.refused = parser.refusedStatus();
            fuzz::require(had.refused >= 400 && had.refused < 500 && !parser.refusedReason().isEmpty(),
                          "a refusal is the caller's fault and says why");
            return had;
        }
        if (parser.state() == RequestParser::State::Complete) {
            had.requests.push_back({parser.takeHead(), parser.takeBody()});
            parser.reset();
            moved = true;
        }
    }
    had.waits = begin < end || parser.state() != RequestParser::State::Head;
    return had;
}

/// A head that is not whole yet may be refused early or waited for.
bool isSameEnd(const Conversation& left, const Conversation& right)
{
    return (left.refused == 0) == (right.refused == 0) || left.waits || right.waits;
}

bool isClean(const QByteArray& text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

/// Nobody without a secret may look like a provider.
void holdForged(const Taken& request)
{
    const QByteArray secret = "a secret of the fuzz target";
    const auto field = [&](const char* name) { return http::header(request.head.headers, name); };
    const auto whatsapp = channels::whatsapp::checkSignature(field("X-Hub-Signature-256"), request.body, secret);
    const auto waha = channels::waha::checkSignature(field("X-Webhook-Hmac"), field("X-Webhook-Hmac-Algorithm"),
                                                     request.body, secret);
    const auto telegram = channels::telegram::checkSecret(field("X-Telegram-Bot-Api-Secret-Token"), secret);
    fuzz::require(!whatsapp && !waha && !telegram, "a delivery that is not signed is refused");
}

void holdRequest(const Taken& request)
{
    fuzz::require(request.body.size() <= limits.body, "a body is within its limit");
    fuzz::require(request.head.headers.size() <= limits.fields, "the fields are within their number");
    fuzz::require(!request.head.contentLength || !request.head.isChunked, "the framing is told in one way");
    fuzz::require(!request.head.contentLength || *request.head.contentLength == quint64(request.body.size()),
                  "a body is as long as it was announced");
    fuzz::require(isClean(request.head.method) && isClean(request.head.target), "a request line is one line");
    for (const auto& [name, value] : request.head.headers) {
        fuzz::require(isClean(name) && !value.contains('\n') && !value.contains('\0'), "a field is one line");
    }
    if (const auto target = http::parseTarget(request.head.target)) {
        fuzz::require(!target->path.contains('\0'), "no NUL in a path");
    }
    holdForged(request);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const Conversation whole = converse(bytes, std::max<qsizetype>(bytes.size(), 1));
    for (const Taken& request : whole.requests) {
        holdRequest(request);
    }
    for (const qsizetype step : {1, 7}) {
        const Conversation parts = converse(bytes, step);
        fuzz::require(whole.requests.size() == parts.requests.size() && isSameEnd(whole, parts),
                      "how the bytes arrive decides nothing");
        for (std::size_t i = 0; i < whole.requests.size(); ++i) {
            fuzz::require(whole.requests[i].head.target == parts.requests[i].head.target &&
                              whole.requests[i].head.headers == parts.requests[i].head.headers &&
                              whole.requests[i].body == parts.requests[i].body,
                          "how the bytes arrive changes no request");
        }
    }
    return 0;
}
