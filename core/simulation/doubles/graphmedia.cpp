// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphmedia.h"

#include "http/multipart.h"

#include <QCryptographicHash>

namespace delpek::simulation
{

using namespace std::chrono_literals;

namespace
{

constexpr auto lifeOfUploads = 30 * 24h;
constexpr auto lifeOfPatientsFiles = 7 * 24h;
constexpr auto lifeOfAddresses = 5min;

/// The largest file of a type in bytes; 0 for a type that is not supported.
qint64 mostOf(const QByteArray& type)
{
    constexpr qint64 megabyte = 1024 * 1024;
    static const std::map<QByteArray, qint64> table{
        {"audio/aac", 16 * megabyte},
        {"audio/amr", 16 * megabyte},
        {"audio/mpeg", 16 * megabyte},
        {"audio/mp4", 16 * megabyte},
        {"audio/ogg", 16 * megabyte},
        {"image/jpeg", 5 * megabyte},
        {"image/png", 5 * megabyte},
        {"image/webp", 500 * 1024},
        {"video/mp4", 16 * megabyte},
        {"video/3gpp", 16 * megabyte},
        {"text/plain", 100 * megabyte},
        {"application/pdf", 100 * megabyte},
        {"application/msword", 100 * megabyte},
        {"application/vnd.ms-excel", 100 * megabyte},
        {"application/vnd.ms-powerpoint", 100 * megabyte},
        {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", 100 * megabyte},
        {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 100 * megabyte},
        {"application/vnd.openxmlformats-officedocument.presentationml.presentation", 100 * megabyte},
    };
    const auto found = table.find(type);
    return found == table.end() ? 0 : found->second;
}

} // namespace

tl::expected<StoredFile, GraphRefusal> GraphMedia::read(const QByteArray& contentType, const QByteArray& body)
{
    const auto form = http::readForm(contentType, body);
    if (!form) {
        return refuse(QStringLiteral("The body is not multipart/form-data"));
    }
    QByteArray product;
    QByteArray type;
    const http::FormPart* file = nullptr;
    for (const http::FormPart& part : *form) {
        if (part.name == "messaging_product") {
            product = part.body;
        } else if (part.name == "type") {
            type = part.body;
        } else if (part.name == "file") {
            file = &part;
        } else {
            return refuse(QStringLiteral("Unexpected field in the form"));
        }
    }
    if (product != "whatsapp") {
        return refuse(QStringLiteral("The parameter messaging_product is required."));
    }
    if (!file || file->fileName.isEmpty() || file->type.isEmpty() || file->body.isEmpty()) {
        return refuse(QStringLiteral("The parameter file is required, with its name and type."));
    }
    if (file->type != type || mostOf(type) == 0) {
        return refuse(QStringLiteral("Param file must be a file of one of the supported types"));
    }
    if (file->body.size() > mostOf(type)) {
        return refuse(QStringLiteral("Media file size too big"), 131053);
    }
    return StoredFile{file->body, QString::fromLatin1(type)};
}

QString GraphMedia::keep(const StoredFile& file, base::Instant until)
{
    const QString id = QString::number(m_next++);
    m_files[id] = {file, until};
    return id;
}

QString GraphMedia::keepUpload(const StoredFile& file, base::Instant now)
{
    return keep(file, now + lifeOfUploads);
}

QString GraphMedia::keepPatients(const StoredFile& file, base::Instant now)
{
    return keep(file, now + lifeOfPatientsFiles);
}

std::optional<StoredFile> GraphMedia::find(const QString& id, base::Instant now) const
{
    const auto found = m_files.find(id);
    return found == m_files.end() || found->second.until <= now ? std::nullopt : std::optional(found->second.file);
}

std::optional<base::Json> GraphMedia::describe(const QString& id, const QUrl& base, base::Instant now)
{
    const auto file = find(id, now);
    if (!file) {
        return std::nullopt;
    }
    const QByteArray ticket = "t" + QByteArray::number(qint64(m_tickets.size()) + 1);
    m_tickets[ticket] = {id, now + lifeOfAddresses};
    QUrl url = base;
    url.setPath(QStringLiteral("/attachments"));
    url.setQuery(QStringLiteral("mid=%1&ticket=%2").arg(id, QString::fromLatin1(ticket)));
    const QByteArray digest = QCryptographicHash::hash(file->bytes, QCryptographicHash::Sha256).toHex();
    return base::Json{{"messaging_product", "whatsapp"},     {"url", base::utf8(url.toString(QUrl::FullyEncoded))},
                      {"mime_type", base::utf8(file->type)}, {"sha256", digest.toStdString()},
                      {"file_size", file->bytes.size()},     {"id", base::utf8(id)}};
}

std::optional<StoredFile> GraphMedia::open(const QByteArray& ticket, base::Instant now) const
{
    const auto found = m_tickets.find(ticket);
    return found == m_tickets.end() || found->second.until <= now ? std::nullopt : find(found->second.id, now);
}

} // namespace delpek::simulation
