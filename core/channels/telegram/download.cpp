// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/download.h"

#include "channels/failures.h"
#include "channels/telegram/files.h"

#include <QRegularExpression>

namespace delpek::channels::telegram
{

namespace
{

tl::unexpected<Error> tooLarge(qint64 most)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("the file is larger than %1 bytes").arg(most),
                QStringLiteral("media.tooLarge"));
}

bool isFileId(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-]{1,512}$"));
    return form.match(text).hasMatch();
}

/// Below Telegram's folder of this bot. A Bot API server in local mode names a path of its own disk instead.
bool isFilePath(const QString& path)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-][A-Za-z0-9_./ -]{0,511}$"));
    return form.match(path).hasMatch() && !path.contains(QLatin1String(".."));
}

Result<QString> pathOf(const Result<http::Response>& answer, qint64 most)
{
    const auto file = resultOf(answer);
    if (!file) {
        return fail(file.error());
    }
    if (base::integerAt(*file, "file_size").value_or(0) > most) {
        return tooLarge(most);
    }
    const QString path = base::textAt(*file, "file_path");
    if (!isFilePath(path)) {
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("Telegram names no path of a file to fetch; a Bot API server in local mode is not "
                                   "supported"));
    }
    return path;
}

Result<MediaFile> fileOf(const Result<http::Response>& answer, qint64 most)
{
    if (!answer) {
        return answer.error().code == ErrorCode::InvalidInput ? tooLarge(most) : fail(transportFailure(answer.error()));
    }
    if (answer->status == 404) {
        return fail(ErrorCode::NotFound, QStringLiteral("the link to the file has expired"));
    }
    if (answer->status < 200 || answer->status > 299) {
        return fail(statusFailure(*answer, QStringLiteral("Telegram")));
    }
    if (answer->body.size() > most) {
        return tooLarge(most);
    }
    return MediaFile{answer->body, {}};
}

} // namespace

Future<MediaFile> fetch(const Line& line, const QString& fileId, qint64 most)
{
    if (!isFileId(fileId)) {
        return base::ready<MediaFile>(fail(ErrorCode::InvalidInput, QStringLiteral("no file id of Telegram's")));
    }
    const qint64 limit = std::min(most, maxDownload);
    return line.post({QStringLiteral("getFile"), {{"file_id", base::utf8(fileId)}}})
        .then([line, limit](const Result<http::Response>& answer) {
            const auto path = pathOf(answer, limit);
            if (!path) {
                return base::ready<MediaFile>(fail(path.error()));
            }
            http::Request request = fileRequest(line.apiBase, line.token, *path, line.timeout);
            request.maxResponse = limit;
            request.timeout += std::chrono::seconds(limit / (256 * 1024));
            return line.client->send(request).then(
                [limit](const Result<http::Response>& file) { return fileOf(file, limit); });
        });
}

} // namespace delpek::channels::telegram
