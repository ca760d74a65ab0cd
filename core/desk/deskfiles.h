// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "desk/desk.h"
#include "media/filedoor.h"

namespace delpek::desk
{

/// The door for files as the desk uses it: on a thread of its own, so that nothing here blocks. Any thread.
class DeskFiles
{
public:
    /// `files` may be null: then there are none.
    explicit DeskFiles(media::FileDoor* files)
        : m_files(files)
    {
    }

    /// Whether keep would take the file: its kind and its size.
    Result<Done> check(const FileContent& file) const;
    /// Keeps a file that a person sends. InvalidInput for a type or size that is not taken.
    Future<domain::Attachment> keep(const FileContent& file);
    /// See Desk::voiceNote.
    Future<FileContent> voiceNote(const domain::Recording& recording);
    /// NotFound when the file is not kept here (yet).
    Future<QByteArray> read(const domain::Attachment& attachment);

private:
    media::FileDoor* m_files;
    base::Workers m_worker{1};
};

} // namespace delpek::desk
