// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "simulation/doubles/graphrefusal.h"
#include "simulation/doubles/recorded.h"

#include <QUrl>

#include <map>

namespace delpek::simulation
{

/// Meta's shelf of files: uploads live 30 days, patients' files 7; an address of a file holds for 5 minutes. Not
/// thread-safe: its owner locks.
class GraphMedia
{
public:
    /// The file in a form as POST …/media takes it. Refuses what Meta refuses: missing fields, a type that is not
    /// supported or differs between field and file, a file too large for its type.
    static tl::expected<StoredFile, GraphRefusal> read(const QByteArray& contentType, const QByteArray& body);
    /// Both give the new id.
    QString keepUpload(const StoredFile& file, base::Instant now);
    QString keepPatients(const StoredFile& file, base::Instant now);

    /// Nothing when there is no such file, or not any more.
    std::optional<StoredFile> find(const QString& id, base::Instant now) const;
    /// The answer to GET /{media id}, with a new address below `base`.
    std::optional<base::Json> describe(const QString& id, const QUrl& base, base::Instant now);
    /// The file behind the address with this ticket, while it holds.
    std::optional<StoredFile> open(const QByteArray& ticket, base::Instant now) const;

private:
    struct Entry {
        StoredFile file;
        base::Instant until;
    };
    QString keep(const StoredFile& file, base::Instant until);

    struct Ticket {
        QString id;
        base::Instant until;
    };

    std::map<QString, Entry> m_files;
    std::map<QByteArray, Ticket> m_tickets;
    qint64 m_next = 51000001;
};

} // namespace delpek::simulation
