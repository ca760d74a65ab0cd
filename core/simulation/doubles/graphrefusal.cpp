// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphrefusal.h"

namespace delpek::simulation
{

using base::Json;

tl::unexpected<GraphRefusal> refuse(const QString& details, int code, int subcode)
{
    return tl::unexpected(GraphRefusal{400, code, details, subcode});
}

Checked onlyKeys(const Json& object, std::initializer_list<const char*> allowed, const QString& where)
{
    if (!object.is_object()) {
        return refuse(QStringLiteral("%1 must be an object").arg(where));
    }
    for (const auto& [key, value] : object.items()) {
        if (std::none_of(allowed.begin(), allowed.end(), [&key = key](const char* name) { return key == name; })) {
            return refuse(QStringLiteral("Unexpected key \"%1\" on %2").arg(QString::fromStdString(key), where));
        }
    }
    return Done{};
}

Checked length(const QString& text, int longest, const QString& where)
{
    if (text.isEmpty() || text.size() > longest) {
        return refuse(QStringLiteral("%1 must be between 1 and %2 characters").arg(where).arg(longest));
    }
    return Done{};
}

QByteArray graphErrorBody(const GraphRefusal& refusal, qint64 number)
{
    Json error{{"message", base::utf8(QStringLiteral("(#%1) %2").arg(refusal.code).arg(refusal.details))},
               {"type", "OAuthException"},
               {"code", refusal.code},
               {"error_data", {{"messaging_product", "whatsapp"}, {"details", base::utf8(refusal.details)}}},
               {"fbtrace_id", base::utf8(QStringLiteral("Trace%1").arg(number, 8, 10, QLatin1Char('0')))}};
    if (refusal.subcode != 0) {
        error["error_subcode"] = refusal.subcode;
    }
    return base::toBytes({{"error", std::move(error)}});
}

} // namespace delpek::simulation
