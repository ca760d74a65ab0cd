// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskfiles.h"

#include "media/filetypes.h"

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
    return files.keep(kindOfFile(*type), file.bytes).map([&](const QString& id) {
        domain::Attachment attachment;
        attachment.type = *type;
        attachment.name = file.name;
        attachment.size = file.bytes.size();
        attachment.state = domain::AttachmentState::Kept;
        attachment.file = id;
        return attachment;
    });
}

} // namespace

domain::MessageKind kindOfFile(const QString& type)
{
    if (type.startsWith(QLatin1String("image/"))) {
        return domain::MessageKind::Image;
    }
    if (type.startsWith(QLatin1String("video/"))) {
        return domain::MessageKind::Video;
    }
    return type.startsWith(QLatin1String("audio/")) ? domain::MessageKind::Audio : domain::MessageKind::Document;
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
