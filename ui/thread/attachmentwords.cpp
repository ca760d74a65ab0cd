// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/attachmentwords.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QMimeDatabase>

namespace delpek::ui::attachmentwords
{

namespace
{

using domain::AttachmentState;
using domain::TranscriptState;

constexpr qsizetype longestName = 80;

struct AttachmentWords {
    Q_DECLARE_TR_FUNCTIONS(AttachmentWords)
};

/// "holiday.jpg" of "../x/holi\u202Egpj.exe": neither a folder nor letters that only change how others are read.
QString cleanName(const QString& given)
{
    const qsizetype slash = std::max(given.lastIndexOf(QLatin1Char('/')), given.lastIndexOf(QLatin1Char('\\')));
    QString name;
    for (const QChar c : given.mid(slash + 1)) {
        const auto category = c.category();
        if (category != QChar::Other_Control && category != QChar::Other_Format && category != QChar::Separator_Line &&
            category != QChar::Separator_Paragraph) {
            name.append(QStringLiteral("<>:\"|?*").contains(c) ? QLatin1Char('_') : c);
        }
    }
    name = name.trimmed();
    while (name.startsWith(QLatin1Char('.'))) {
        name.remove(0, 1);
    }
    if (name.size() > longestName) {
        const QString ending = name.section(QLatin1Char('.'), -1);
        const bool keeps = name.contains(QLatin1Char('.')) && ending.size() < 10;
        name = keeps ? name.left(longestName - ending.size() - 1) + QLatin1Char('.') + ending : name.left(longestName);
    }
    return name;
}

/// What was spoken has no name that anybody gave it.
QString nameOf(const domain::Attachment& attachment)
{
    return attachment.voice ? QString() : cleanName(attachment.name);
}

QString kindOf(const domain::Message& message)
{
    const bool spoken = message.attachment && message.attachment->voice;
    return message.kind == domain::MessageKind::Audio && message.attachment && !spoken
               ? AttachmentWords::tr("Audio file")
               : words::attachment(message.kind);
}

/// The names of hours and minutes only: what a file is called is nothing to translate.
QString timeName(base::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMillis(instant), currentZone())
        .toString(QStringLiteral("yyyy-MM-dd HH.mm"));
}

} // namespace

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString title(const domain::Message& message)
{
    if (!message.attachment) {
        return kindOf(message);
    }
    const int seconds = message.attachment->seconds;
    if (message.attachment->voice && seconds > 0) {
        const QString length = QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
        return QStringLiteral("%1 · %2").arg(kindOf(message), domain::isolate(length));
    }
    const QString name = nameOf(*message.attachment);
    // The line reads in the direction of the name.
    const QString what = name.isEmpty() ? kindOf(message) : name;
    return message.attachment->size > 0
               ? QStringLiteral("%1 · %2").arg(what, domain::isolate(sizeText(message.attachment->size)))
               : what;
}

QString state(const domain::Message& message)
{
    if (!message.attachment) {
        return {};
    }
    switch (message.attachment->state) {
    case AttachmentState::Remote:
        return message.isIncoming() ? AttachmentWords::tr("Being fetched …") : QString();
    case AttachmentState::Refused:
        return AttachmentWords::tr("Not taken: too large, or a kind of file that is not accepted here");
    case AttachmentState::Lost:
        return AttachmentWords::tr("Lost: the file is not available any more. Ask for it again.");
    case AttachmentState::Kept:
        break;
    }
    switch (message.attachment->transcript) {
    case TranscriptState::Wanted:
        return AttachmentWords::tr("Being written down …");
    case TranscriptState::Written:
        return AttachmentWords::tr("Written down by the computer, may hold mistakes:");
    case TranscriptState::Failed:
        return AttachmentWords::tr("Could not be written down. Listen to it.");
    case TranscriptState::None:
        break;
    }
    return {};
}

bool isTrouble(const domain::Message& message)
{
    return message.attachment && (message.attachment->state == AttachmentState::Refused ||
                                  message.attachment->state == AttachmentState::Lost ||
                                  message.attachment->transcript == TranscriptState::Failed);
}

QStringList place(const domain::Place& place)
{
    QStringList lines;
    for (const QString& line : {place.name, place.address}) {
        if (!line.trimmed().isEmpty() && !lines.contains(line.trimmed())) {
            lines.append(line.trimmed());
        }
    }
    return lines << placeLink(place);
}

QString mapHost()
{
    return QStringLiteral("maps.google.com");
}

QString placeLink(const domain::Place& place)
{
    return QStringLiteral("https://%1/?q=%2,%3")
        .arg(mapHost())
        .arg(place.latitude, 0, 'f', 6)
        .arg(place.longitude, 0, 'f', 6);
}

QString suggestedName(const domain::Message& message)
{
    const domain::Attachment attachment = message.attachment.value_or(domain::Attachment{});
    const QString name = nameOf(attachment);
    const QMimeDatabase types;
    // Only the declared type is asked: the bytes are never looked into.
    const QMimeType type = types.mimeTypeForName(attachment.type.section(QLatin1Char(';'), 0, 0).trimmed());
    const bool isKnown = type.isValid() && !type.isDefault();
    if (!name.isEmpty() && (!isKnown || types.mimeTypesForFileName(name).contains(type))) {
        return name;
    }
    const QString stem = name.isEmpty() ? kindOf(message) + QLatin1Char(' ') + timeName(message.sentAt) : name;
    return isKnown && !type.preferredSuffix().isEmpty() ? stem + QLatin1Char('.') + type.preferredSuffix() : stem;
}

} // namespace delpek::ui::attachmentwords
