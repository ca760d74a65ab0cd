// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/quickreplyfile.h"

#include "base/file.h"
#include "base/json.h"

namespace delpek::desk
{

Result<std::vector<domain::QuickReply>> readQuickReplies(const QByteArray& json)
{
    const auto file = base::parseJson(json);
    if (!file) {
        return fail(file.error());
    }
    const base::Json& list = base::at(*file, "replies");
    if (!list.is_array()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("replies: a list is missing"));
    }
    std::vector<domain::QuickReply> replies;
    for (const auto& one : list) {
        const auto both = [&](const char* member) {
            const base::Json& words = base::at(one, member);
            return domain::Bilingual{base::textAt(words, "he"), base::textAt(words, "en")};
        };
        domain::QuickReply reply{{}, both("name"), both("text")};
        if (const QString fault = domain::quickReplyFault(reply); !fault.isEmpty()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("replies.%1: %2").arg(replies.size()).arg(fault));
        }
        replies.push_back(std::move(reply));
    }
    return replies;
}

Result<std::vector<domain::QuickReply>> loadQuickReplies(const QString& file)
{
    const auto bytes = base::readFile(file);
    return bytes ? readQuickReplies(*bytes) : fail(bytes.error());
}

} // namespace delpek::desk
