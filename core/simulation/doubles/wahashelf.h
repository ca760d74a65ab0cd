// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "simulation/doubles/recorded.h"

#include <map>
#include <optional>

namespace delpek::simulation
{

/// What a WAHA can be asked for: patients' files, for three minutes each, and the numbers behind hidden ids.
class WahaShelf
{
public:
    /// The file of the message `key`, at /api/files/<session>/<name> from `now` on.
    void addFile(const QString& name, const QString& key, const StoredFile& file, base::Instant now);
    void addNumber(const QString& lid, const QString& number) { m_numbers[lid] = number; }

    std::optional<StoredFile> file(const QString& name, base::Instant now) const;
    /// The message as the chats API shows it, its file loaded anew; nothing when it is not known.
    std::optional<base::Json> message(const QString& session, const QString& key, bool loads, base::Instant now);
    /// {"lid", "pn"}; "pn" is null when the number is not known.
    base::Json number(const QString& lid) const;

private:
    struct Entry {
        QString key;
        StoredFile file;
        base::Instant until;
    };
    std::map<QString, Entry> m_files; ///< by name
    std::map<QString, QString> m_numbers;
};

} // namespace delpek::simulation
