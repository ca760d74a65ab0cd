// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace delpek::channels
{
struct OutgoingFile;
}

// Which of our files go out, and how. Source: Telegram Bot API, "Sending files", sendPhoto, sendVoice, sendAudio.

namespace delpek::channels::telegram
{

inline constexpr qint64 maxUpload = 50LL * 1024 * 1024;
inline constexpr qint64 maxPhoto = 10LL * 1024 * 1024;
inline constexpr qint64 maxDownload = 20LL * 1024 * 1024; ///< what a bot may fetch
inline constexpr int maxCaption = 1024;                   ///< UTF-16 units

/// The method that shows such a file best, and the name of its field.
struct Upload {
    const char* method;
    const char* field;
};

/// A file of a type or size that has no form of its own (a TIFF, a picture beyond 10 MB) goes as a document.
Upload uploadFor(const OutgoingFile& file);

/// InvalidInput for an empty file, one beyond 50 MB and a sticker.
Result<Done> checkFile(const OutgoingFile& file);

} // namespace delpek::channels::telegram
