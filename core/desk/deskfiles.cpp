// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskfiles.h"

#include "media/filetypes.h"
#include "media/voicenote.h"

namespace delpek::desk
{

namespace
{

Result<domain::Attachment> kept(media::FileDoor& files, const FileContent& file)
{
    const auto type = media::acceptedType(file.type, file.bytes);
    if (!type) {
        return fail(type.error());
    }
    if (file.voice && !media::isVoiceNote(file.bytes)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a voice note is one channel of Opus in Ogg"),
                    QStringLiteral("media.type"));
    }
    return files.keep(kindOfFile(*type), file.bytes).map([&](const QString& id) {
        domain::Attachment attachment;
        attachment.type = *type;
        attachment.name = file.name;
        attachment.size = file.bytes.size();
        attachment.voice = file.voice;
        attachment.seconds = file.voice ? file.seconds : 0;
        attachment.state = domain::AttachmentState::Kept;
        attachment.file = id;
        return attachment;
    });
}

Result<FileContent> noteOf(const domain::Recording& recording)
{
    return media::voiceNote(recording).map([&](const QByteArray& bytes) {
        // Providers go by the ending of the name, too.
        FileContent note{bytes, QString::fromLatin1(media::voiceType), QStringLiteral("voice.ogg")};
        note.voice = true;
        note.seconds = int(std::chrono::ceil<std::chrono::seconds>(domain::lengthOf(recording)).count());
        return note;
    });
}

} // namespace

Result<Done> DeskFiles::check(const FileContent& file) const
{
    if (!m_files) {
        return fail(ErrorCode::Unsupported, QStringLiteral("this desk keeps no files"), QStringLiteral("send.noFiles"));
    }
    return media::acceptedType(file.type, file.bytes).and_then([&](const QString& type) -> Result<Done> {
        const qint64 most = m_files->most(kindOfFile(type));
        return file.bytes.size() <= most
                   ? Result<Done>(Done{})
                   : fail(ErrorCode::InvalidInput, QStringLiteral("the file has more than %1 bytes").arg(most),
                          QStringLiteral("media.size"));
    });
}

Future<domain::Attachment> DeskFiles::keep(const FileContent& file)
{
    if (!m_files) {
        return base::ready<domain::Attachment>(
            fail(ErrorCode::Unsupported, QStringLiteral("this desk keeps no files"), QStringLiteral("send.noFiles")));
    }
    auto promise = std::make_shared<Promise<domain::Attachment>>();
    m_worker.post([this, file, promise] { promise->finish(kept(*m_files, file)); });
    return promise->future();
}

Future<FileContent> DeskFiles::voiceNote(const domain::Recording& recording)
{
    auto promise = std::make_shared<Promise<FileContent>>();
    m_worker.post([recording, promise] { promise->finish(noteOf(recording)); });
    return promise->future();
}

Future<QByteArray> DeskFiles::read(const domain::Attachment& attachment)
{
    if (!m_files || attachment.state != domain::AttachmentState::Kept) {
        return base::ready<QByteArray>(
            fail(ErrorCode::NotFound, QStringLiteral("the file is not here"), QStringLiteral("media.gone")));
    }
    auto promise = std::make_shared<Promise<QByteArray>>();
    m_worker.post([this, id = attachment.file, promise] { promise->finish(m_files->read(id)); });
    return promise->future();
}

} // namespace delpek::desk
