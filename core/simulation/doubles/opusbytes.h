// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace delpek::simulation
{

/// Whether the providers show the bytes as spoken: Ogg whose first packet is the head of Opus with one channel, and
/// whose second holds its tags (RFC 7845, section 5).
inline bool isSpoken(const QByteArray& bytes)
{
    const qsizetype head = bytes.indexOf("OpusHead");
    return bytes.startsWith("OggS") && head == 28 && bytes.size() > head + 18 && bytes[head + 9] == 1 &&
           bytes.indexOf("OpusTags", head) > head;
}

} // namespace delpek::simulation
