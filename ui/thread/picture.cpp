// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QThreadPool>

namespace delpek::ui::picture
{

namespace
{

constexpr qint64 mostPixels = 50'000'000;

/// Qt's name of the format; empty for types that are not shown.
QByteArray formatOf(const QString& type)
{
    const QString plain = type.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
    if (plain == QLatin1String("image/jpeg")) {
        return "jpeg";
    }
    if (plain == QLatin1String("image/png")) {
        return "png";
    }
    return plain == QLatin1String("image/webp") ? QByteArray("webp") : QByteArray();
}

tl::unexpected<Error> unreadable(const QString& detail)
{
    return fail(ErrorCode::Unsupported, detail, QStringLiteral("attachment.unreadable"));
}

} // namespace

bool canShow(const domain::Attachment& attachment)
{
    const QByteArray format = formatOf(attachment.type);
    return attachment.state == domain::AttachmentState::Kept && !format.isEmpty() &&
           QImageReader::supportedImageFormats().contains(format);
}

Result<QImage> decode(const QByteArray& bytes, const QString& type, int side)
{
    const QByteArray format = formatOf(type);
    if (format.isEmpty()) {
        return unreadable(QStringLiteral("pictures of this type are not shown"));
    }
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || qint64(size.width()) * size.height() > mostPixels) {
        return unreadable(QStringLiteral("the bytes are no %1 of a bearable size").arg(QString::fromLatin1(format)));
    }
    if (size.width() > side || size.height() > side) {
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    QImage image = reader.read();
    if (image.isNull()) {
        return unreadable(QStringLiteral("the %1 cannot be decoded").arg(QString::fromLatin1(format)));
    }
    return image;
}

Future<QImage> decodeLater(const QByteArray& bytes, const QString& type, int side)
{
    Promise<QImage> promise;
    auto future = promise.future();
    QThreadPool::globalInstance()->start(
        [bytes, type, side, promise = std::make_shared<Promise<QImage>>(std::move(promise))] {
            promise->finish(decode(bytes, type, side));
        });
    return future;
}

} // namespace delpek::ui::picture
