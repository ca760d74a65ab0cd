// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/wahashelf.h"

namespace delpek::simulation
{

using base::Json;
using base::utf8;

namespace
{

constexpr auto lifetime = std::chrono::seconds(180);

} // namespace

void WahaShelf::addFile(const QString& name, const QString& key, const StoredFile& file, base::Instant now)
{
    m_files[name] = {key, file, now + lifetime};
}

std::optional<StoredFile> WahaShelf::file(const QString& name, base::Instant now) const
{
    const auto found = m_files.find(name);
    return found != m_files.end() && now < found->second.until ? std::optional(found->second.file) : std::nullopt;
}

std::optional<Json> WahaShelf::message(const QString& session, const QString& key, bool loads, base::Instant now)
{
    const auto found =
        std::find_if(m_files.begin(), m_files.end(), [&](const auto& entry) { return entry.second.key == key; });
    if (found == m_files.end()) {
        return std::nullopt;
    }
    Json media;
    if (loads) {
        found->second.until = now + lifetime;
        media = {{"url", "http://localhost:3000/api/files/" + utf8(session) + "/" + utf8(found->first)},
                 {"mimetype", utf8(found->second.file.type)},
                 {"filename", nullptr},
                 {"error", nullptr}};
    }
    return Json{{"id", utf8(key)}, {"hasMedia", true}, {"media", std::move(media)}, {"body", ""}};
}

Json WahaShelf::number(const QString& lid) const
{
    const auto found = m_numbers.find(lid);
    return {{"lid", utf8(lid)}, {"pn", found == m_numbers.end() ? Json() : Json(utf8(found->second))}};
}

} // namespace delpek::simulation
