// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/filesize.h"

namespace delpek::channels
{

Result<Done> checkFileSize(const OutgoingFile& file, qint64 most)
{
    if (file.bytes.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the file is empty"), QStringLiteral("send.fileEmpty"));
    }
    if (file.bytes.size() > most) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the file has %1 bytes, %2 are sent at most").arg(file.bytes.size()).arg(most),
                    QStringLiteral("send.fileTooLarge"));
    }
    return Done{};
}

} // namespace delpek::channels
