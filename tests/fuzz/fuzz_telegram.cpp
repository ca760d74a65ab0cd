// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/eventtext.h"
#include "channels/telegram/parser.h"
#include "fuzz/delivery.h"
#include "fuzz/numbers.h"
#include "fuzz/require.h"

using namespace delpek;
using base::Json;

namespace
{

const QString bot = QStringLiteral("770011");

std::vector<fuzz::PlainText> plainTexts(const Json& update)
{
    const Json& message = base::at(update, "message");
    const Json& chat = base::at(message, "chat");
    const QString id = base::textAt(message, "message_id");
    const QString text = base::textAt(message, "text");
    const bool person = base::textAt(chat, "type") == QLatin1String("private") &&
                        fuzz::isNumber(base::textAt(chat, "id")) && base::at(message, "from").is_object() &&
                        !base::boolAt(base::at(message, "from"), "is_bot");
    // A command may be read as what it stands for.
    if (person && fuzz::isNumber(id) && fuzz::isTime(message, "date") && !text.isEmpty() &&
        !text.startsWith(QLatin1Char('/'))) {
        return {{base::textAt(chat, "id") + QLatin1Char(':') + id, text}};
    }
    return {};
}

std::size_t items(const Json&)
{
    return 1;
}

/// What polling brings is kept as a webhook would have brought it.
void holdPolled(const QByteArray& raw)
{
    const auto events = channels::telegram::parse(raw, bot);
    const auto updates = channels::telegram::updatesOf(R"({"ok":true,"result":[)" + raw + "," + raw + "]}");
    fuzz::require(!events || updates.has_value(), "an update that can be read can be polled");
    if (!events) {
        return;
    }
    fuzz::require(updates->size() == 2, "each update is kept");
    for (const auto& update : *updates) {
        fuzz::require(testing::dump(channels::telegram::parse(update.bytes, bot)) == testing::dump(events),
                      "a polled update says what it says in a webhook");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::Parser parser{domain::ChannelKind::Telegram, bot,
                                     [](const QByteArray& raw) { return channels::telegram::parse(raw, bot); },
                                     plainTexts, items};
    const QByteArray raw(reinterpret_cast<const char*>(data), qsizetype(size));
    fuzz::holdDelivery(parser, raw);
    const auto callback = channels::telegram::callbackId(raw);
    fuzz::require(!callback || !callback->isEmpty(), "a press that is to be answered has an id");
    const auto polled = channels::telegram::updatesOf(raw);
    fuzz::require(polled || polled.error().code == ErrorCode::InvalidInput, "what is refused is InvalidInput");
    if (base::parseJson(raw)) {
        holdPolled(raw);
    }
    return 0;
}
