// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"

namespace delpek::channels
{

/// That a file of ours holds something and at most `most` bytes. InvalidInput with "send.fileEmpty" or
/// "send.fileTooLarge". Pure.
Result<Done> checkFileSize(const OutgoingFile& file, qint64 most);

} // namespace delpek::channels
