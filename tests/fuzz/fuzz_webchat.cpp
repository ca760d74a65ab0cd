// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/eventtext.h"
#include "channels/webchat/delivery.h"
#include "fuzz/delivery.h"
#include "fuzz/numbers.h"
#include "fuzz/require.h"

using namespace delpek;
using base::Json;
namespace webchat = channels::webchat;

namespace
{

const QString site = QStringLiteral("site");

std::vector<fuzz::PlainText> plainTexts(const Json& delivery)
{
    const QString id = base::textAt(delivery, "id");
    const QString text = base::textAt(delivery, "text");
    const bool message =
        base::at(delivery, "v") == Json(1) && base::textAt(delivery, "kind") == QLatin1String("message");
    if (message && base::at(delivery, "media").is_null() && !base::textAt(delivery, "user").isEmpty() &&
        fuzz::isTime(delivery, "at") && !id.isEmpty() && !text.isEmpty()) {
        return {{QStringLiteral("in:") + id, text}};
    }
    return {};
}

std::size_t items(const Json& delivery)
{
    return base::textAt(delivery, "kind") == QLatin1String("evidence") ? fuzz::listAt(delivery, "references").size()
                                                                       : 1;
}

/// The form is our own: what was read, written again, is read as the same.
void holdRewritten(const domain::MessageReceived& message, const Json& delivery)
{
    webchat::Post post;
    post.user = message.sender.address.user;
    post.clientId = base::textAt(delivery, "id");
    post.at = message.sentAt;
    post.language = message.sender.language;
    post.text = message.text;
    post.choice = message.choice;
    post.quotedProviderId = message.quotedProviderId;
    post.mediaId = message.mediaId;
    post.mediaType = message.mediaType;
    post.mediaName = message.mediaName;
    post.mediaSize = message.mediaSize;
    // We write a quotation with a press only, and what describes a file only with a file.
    const bool describes = !message.mediaType.isEmpty() || !message.mediaName.isEmpty() || message.mediaSize != 0;
    const bool stray =
        (message.choice.isEmpty() && !message.quotedProviderId.isEmpty()) || (message.mediaId.isEmpty() && describes);
    if (stray) {
        return;
    }
    const auto again = webchat::parse(webchat::toDelivery(post), site);
    fuzz::require(testing::dump(again) == testing::dump(std::vector<domain::Event>{message}),
                  "a post that was kept is read as it was");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::Parser parser{domain::ChannelKind::WebChat, site,
                                     [](const QByteArray& raw) { return webchat::parse(raw, site); }, plainTexts,
                                     items};
    const QByteArray raw(reinterpret_cast<const char*>(data), qsizetype(size));
    fuzz::holdDelivery(parser, raw);
    const auto events = webchat::parse(raw, site);
    if (events && events->size() == 1 && std::holds_alternative<domain::MessageReceived>(events->front())) {
        holdRewritten(std::get<domain::MessageReceived>(events->front()), *base::parseJson(raw));
    }
    return 0;
}
