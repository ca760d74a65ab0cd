// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>

namespace delpek::ui
{

/// A place in the window that a link from outside leads to: delpek://conversation/<id>, delpek://escalation/<id>,
/// delpek://book/<yyyy-mm-dd>. A link is untrusted: it shows something and does nothing.
struct DeepLink {
    enum class To { Conversation, Escalation, Book };

    To to = To::Conversation;
    qint64 id = 0; ///< of Conversation and Escalation, above 0
    QDate day;     ///< of Book, 2000 to 2099
    friend bool operator==(const DeepLink&, const DeepLink&) = default;
};

/// Longer ones are refused unread.
inline constexpr qsizetype longestDeepLink = 64;

/// Whether an argument of the program is meant as a link, also a wrong one.
bool looksLikeDeepLink(const QString& text);

/// InvalidInput with the key "link.unknown" for everything but exactly such a link.
Result<DeepLink> parseDeepLink(const QString& text);

QString toText(const DeepLink& link);

} // namespace delpek::ui
