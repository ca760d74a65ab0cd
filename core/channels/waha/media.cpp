// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/media.h"

#include "channels/waha/errors.h"
#include "channels/waha/ids.h"

namespace delpek::channels::waha
{

namespace
{

const QString files = QStringLiteral("/api/files/");

bool isFilePath(const QString& path)
{
    return path.startsWith(files) && path.size() > files.size() && !path.contains(QLatin1String("..")) &&
           !path.contains(QLatin1Char('?')) && !path.contains(QLatin1Char('\\'));
}

tl::unexpected<Error> gone()
{
    return fail(ErrorCode::NotFound, QStringLiteral("WAHA does not have the file any more"),
                QStringLiteral("media.gone"));
}

bool isGone(const Result<http::Response>& answer)
{
    return answer && (answer->status == 404 || answer->status == 410);
}

Result<MediaFile> fileOf(const Result<http::Response>& answer, const QString& type, qint64 most)
{
    const bool tooLong = answer ? answer->body.size() > most : answer.error().code == ErrorCode::InvalidInput;
    if (tooLong) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the file is larger than %1 bytes").arg(most),
                    QStringLiteral("media.tooLarge"));
    }
    if (!answer) {
        return fail(answer.error());
    }
    if (isGone(answer)) {
        return gone();
    }
    if (answer->status < 200 || answer->status > 299) {
        return fail(classify(*answer));
    }
    const QString served = QString::fromLatin1(http::header(answer->headers, "Content-Type"));
    const bool tells = !served.isEmpty() && !served.startsWith(QLatin1String("application/octet-stream"));
    return MediaFile{answer->body, type.isEmpty() && tells ? served : type};
}

Line withTimeFor(Line line, qint64 most)
{
    line.timeout += std::chrono::seconds(most / (256 * 1024));
    return line;
}

Future<MediaFile> getFile(const Line& line, const QString& path, const QString& type, qint64 most)
{
    return withTimeFor(line, most).get(path, most).then([type, most](const Result<http::Response>& answer) {
        return fileOf(answer, type, most);
    });
}

/// The message as it is now, whose file WAHA loads again.
Future<MediaFile> askMessage(const Line& line, const MessageKey& key, qint64 most)
{
    const QString whole = writeMessageKey(key.fromMe.value_or(false), key.chat, key.id);
    const QString path =
        sessionPath(line.endpoint.session,
                    QStringLiteral("/chats/%1/messages/%2?downloadMedia=true").arg(segment(key.chat), segment(whole)));
    return withTimeFor(line, most).get(path).then([line, most](const Result<http::Response>& answer) {
        if (!answer) {
            return base::ready<MediaFile>(fail(answer.error()));
        }
        if (answer->status < 200 || answer->status > 299) {
            const Error error = classify(*answer);
            // An engine that keeps no messages knows nothing of this one.
            const bool unknown = isGone(answer) || error.code == ErrorCode::InvalidInput;
            return base::ready<MediaFile>(unknown ? gone() : fail(error));
        }
        const base::Json message = base::parseJson(answer->body).value_or(base::Json());
        const base::Json& media = base::at(message, "media");
        const QString file = filePathOf(base::textAt(media, "url"));
        return file.isEmpty() ? base::ready<MediaFile>(gone())
                              : getFile(line, file, base::textAt(media, "mimetype"), most);
    });
}

} // namespace

QString writeReference(const MediaReference& reference)
{
    return reference.messageKey.isEmpty() ? reference.path : reference.path + QLatin1Char('#') + reference.messageKey;
}

Result<MediaReference> readReference(const QString& text)
{
    const MediaReference reference{text.section(QLatin1Char('#'), 0, 0), text.section(QLatin1Char('#'), 1)};
    const bool goodPath = reference.path.isEmpty() || isFilePath(reference.path);
    const bool goodKey =
        reference.messageKey.isEmpty() || readChat(readMessageKey(reference.messageKey).chat).kind == ChatKind::Person;
    if (!goodPath || !goodKey || (reference.path.isEmpty() && reference.messageKey.isEmpty())) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("no reference to a file of WAHA's"));
    }
    return reference;
}

QString filePathOf(const QString& url)
{
    const QString path = QUrl(url).path(QUrl::FullyEncoded);
    const qsizetype at = path.indexOf(files);
    const QString below = at < 0 ? QString() : path.mid(at);
    return isFilePath(below) ? below : QString();
}

Future<MediaFile> fetch(const Line& line, const QString& text, qint64 most)
{
    const auto reference = readReference(text);
    if (!reference) {
        return base::ready<MediaFile>(fail(reference.error()));
    }
    const MessageKey key = readMessageKey(reference->messageKey);
    if (reference->path.isEmpty()) {
        return askMessage(line, key, most);
    }
    return getFile(line, reference->path, {}, most).then([line, key, most](const Result<MediaFile>& file) {
        const bool again = !file && file.error().code == ErrorCode::NotFound && !key.chat.isEmpty();
        return again ? askMessage(line, key, most) : base::ready<MediaFile>(file);
    });
}

} // namespace delpek::channels::waha
