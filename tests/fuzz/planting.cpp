// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/planting.h"

#include <set>

namespace delpek::fuzz
{

namespace
{

using base::Json;
using Keys = std::set<std::string>;

const Keys envelope{"object", "field", "phone_number_id", "event", "session", "v", "kind"};
const Keys item{
    "object", "field", "phone_number_id", "event", "session", "v",    "kind", "type", "id",        "timestamp",
    "date",   "at",    "status",          "state", "user",    "from", "to",   "_id",  "message_id"};

// Half of it is Latin, half Hebrew: an error may hold either only by quoting.
const std::string planted = "ZQ7\u05e7\u05e0\u05e8\u05d9\u05ea";

void plant(Json& json, const Keys& kept)
{
    if (json.is_string()) {
        json = json.get_ref<const std::string&>() + planted;
    } else if (json.is_array()) {
        for (Json& child : json) {
            plant(child, kept);
        }
    } else if (json.is_object()) {
        for (auto it = json.begin(); it != json.end(); ++it) {
            if (!it.value().is_string() || !kept.contains(it.key())) {
                plant(it.value(), kept);
            }
        }
    }
}

} // namespace

std::vector<Json> plantings(const Json& json)
{
    std::vector<Json> all;
    for (const Keys& kept : {item, envelope, Keys()}) {
        plant(all.emplace_back(json), kept);
    }
    return all;
}

bool showsPlanted(const QString& told)
{
    return told.contains(QStringLiteral("ZQ7")) || told.contains(QChar(0x05E7));
}

} // namespace delpek::fuzz
