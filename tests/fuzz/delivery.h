// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/event.h"

#include <functional>

namespace delpek::fuzz
{

/// A text that stands in a delivery with all that makes it a patient's message.
struct PlainText {
    QString providerId;
    QString text;
};

/// One channel's parser, and what can be said of a delivery without it.
struct Parser {
    domain::ChannelKind channel;
    QString account;
    std::function<Result<std::vector<domain::Event>>(const QByteArray&)> parse;
    /// Texts that the parser must give as messages, whatever stands beside them.
    std::function<std::vector<PlainText>(const base::Json&)> plainTexts;
    /// How many items each need an event of their own.
    std::function<std::size_t(const base::Json&)> items;
};

/// Requires of any bytes: the same bytes give the same events, again and from another place in memory; what is refused
/// is InvalidInput; nothing vanishes; no event is of another account; ids and words of events stand in the delivery;
/// no error and no note for the log holds a word of it.
void holdDelivery(const Parser& parser, const QByteArray& raw);

} // namespace delpek::fuzz
