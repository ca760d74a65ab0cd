// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace delpek::channels
{
struct OutgoingFile;
}

namespace delpek::channels::whatsapp
{

/// Whether WhatsApp takes the file as what it is to be shown as. InvalidInput with key "send.fileKind" or
/// "send.fileTooLarge" says in its detail which types and sizes go. Source: Meta, "Media", supported types.
Result<Done> checkFile(const OutgoingFile& file);

/// The bare type of "audio/ogg; codecs=opus", in lower case.
QString bareType(const QString& type);

} // namespace delpek::channels::whatsapp
