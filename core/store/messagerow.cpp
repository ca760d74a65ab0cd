// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messagerow.h"

#include "base/json.h"
#include "store/conversationrow.h"

namespace delpek::store
{

const char* const messageColumns =
    "id, conversation, author, author_name, kind, text, choice, provider_id, quoted_provider_id, sent_at, created_at, "
    "epoch, delivery, delivery_error, asks, options, version, deleted, reaction, decision, correlation";

namespace
{

std::vector<domain::Option> optionsFromText(const QString& text)
{
    std::vector<domain::Option> options;
    if (text.isEmpty()) {
        return options;
    }
    const auto json = base::parseJson(text.toUtf8());
    for (const auto& item : json.value_or(base::Json::array())) {
        options.push_back({base::textAt(item, "value"), base::textAt(item, "label")});
    }
    return options;
}

} // namespace

QString optionsToText(const std::vector<domain::Option>& options)
{
    if (options.empty()) {
        return {};
    }
    auto json = base::Json::array();
    for (const auto& option : options) {
        json.push_back({{"value", base::utf8(option.value)}, {"label", base::utf8(option.label)}});
    }
    return base::toCompactText(json);
}

Result<domain::Message> messageFrom(const Rows& rows)
{
    const auto author = wordAt<domain::AuthorKind>(rows, 2);
    const auto kind = wordAt<domain::MessageKind>(rows, 4);
    const auto delivery = wordAt<domain::DeliveryState>(rows, 12);
    const auto asks = wordAt<domain::Asks>(rows, 14);
    if (!author || !kind || !delivery || !asks) {
        return fail(ErrorCode::Internal,
                    QStringLiteral("message %1 holds a word this program does not know").arg(rows.integer(0)));
    }
    domain::Message message;
    message.id = {rows.integer(0)};
    message.conversation = {rows.integer(1)};
    message.author = *author;
    message.authorName = rows.text(3);
    message.kind = *kind;
    message.text = rows.text(5);
    message.choice = rows.text(6);
    message.providerId = rows.text(7);
    message.quotedProviderId = rows.text(8);
    message.sentAt = rows.instant(9);
    message.createdAt = rows.instant(10);
    message.epoch = rows.integer(11);
    message.delivery = *delivery;
    message.deliveryError = rows.text(13);
    message.asks = *asks;
    message.options = optionsFromText(rows.text(15));
    message.version = int(rows.integer(16));
    message.deleted = rows.flag(17);
    message.reaction = rows.text(18);
    message.decision = {rows.integer(19)};
    message.correlation = rows.text(20);
    return message;
}

} // namespace delpek::store
