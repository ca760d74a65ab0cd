// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/posts.h"
#include "base/json.h"
#include "fuzz/planting.h"
#include "fuzz/require.h"

using namespace delpek;
using namespace delpek::api;

namespace
{

constexpr int maxText = 200;

void holdPost(const QByteArray& raw)
{
    const auto post = webchat::readPost(raw, maxText);
    if (!post) {
        fuzz::require(post.error().status >= 400 && post.error().status < 500 && *post.error().key != '\0',
                      "a refusal is the caller's fault and has a sentence");
        return;
    }
    fuzz::require(webchat::isClientId(post->clientId), "a post has an id of its page");
    fuzz::require(post->choice.isEmpty() || post->message.isValid(), "a pressed button has its message");
    fuzz::require(!post->choice.isEmpty() || (!post->text.isEmpty() && post->text.size() <= maxText),
                  "a text is within its limits");
    fuzz::require(post->language == QLatin1String("he") || post->language == QLatin1String("en"),
                  "the language is one that the page has");
}

/// The reason of a refusal goes to the log of who reads it, not the words that were refused.
void holdReason(const base::Json& planted)
{
    const auto post = webchat::readPost(base::toBytes(planted), maxText);
    fuzz::require(post || !fuzz::showsPlanted(post.error().reason), "no reason quotes what was posted");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray raw(reinterpret_cast<const char*>(data), qsizetype(size));
    holdPost(raw);
    const auto seen = webchat::readSeen(raw);
    fuzz::require(!seen || seen->size() <= 100, "no more is seen than a page shows");
    if (const auto json = base::parseJson(raw)) {
        for (const auto& planted : fuzz::plantings(*json)) {
            holdReason(planted);
        }
    }
    return 0;
}
