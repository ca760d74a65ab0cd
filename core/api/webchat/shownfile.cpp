// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/shownfile.h"

#include "api/webchat/site.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace delpek::api::webchat
{

namespace
{

constexpr qsizetype longestName = 100;

constexpr auto shownTypes =
    std::to_array<const char*>({"image/jpeg", "image/png", "image/webp", "audio/ogg", "audio/mpeg", "audio/mp4"});

QByteArray shownType(const QString& declared)
{
    const QString type = declared.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
    const auto found = std::find_if(shownTypes.begin(), shownTypes.end(),
                                    [&](const char* shown) { return type == QLatin1String(shown); });
    return found == shownTypes.end() ? QByteArray("application/octet-stream") : QByteArray(*found);
}

bool isPlain(QChar letter)
{
    return letter.category() != QChar::Other_Control && letter.category() != QChar::Other_Format;
}

} // namespace

http::ServerResponse fileAnswer(const domain::Attachment& file, const QByteArray& bytes)
{
    http::ServerResponse response{200, bytes, shownType(file.type), commonHeaders(Cache::Never)};
    const QString name = cleanFileName(file.name);
    response.headers.emplaceBack("Content-Disposition",
                                 "attachment; filename*=UTF-8''" +
                                     QUrl::toPercentEncoding(name.isEmpty() ? QStringLiteral("file") : name));
    response.headers.emplaceBack("Content-Security-Policy", "default-src 'none'; sandbox");
    response.headers.emplaceBack("Cross-Origin-Resource-Policy", "same-origin");
    return response;
}

QString cleanFileName(const QString& name)
{
    QString clean = name.section(QLatin1Char('/'), -1).section(QLatin1Char('\\'), -1);
    clean.removeIf([](QChar letter) { return !isPlain(letter); });
    clean = clean.trimmed();
    if (clean.size() <= longestName) {
        return clean;
    }
    // The ending says what it is.
    const QString ending = clean.section(QLatin1Char('.'), -1);
    const QString tail = clean.contains(QLatin1Char('.')) && ending.size() < 10 ? QLatin1Char('.') + ending : QString();
    QString head = clean.left(longestName - tail.size());
    if (head.back().isHighSurrogate()) {
        head.chop(1);
    }
    return head + tail;
}

} // namespace delpek::api::webchat
