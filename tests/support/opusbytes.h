// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace delpek::support
{

/// The beginning of a voice note, for tests in which nobody listens to the rest.
inline QByteArray opusBytes(const QByteArray& rest = "sound")
{
    const QByteArray page = "OggS" + QByteArray(22, '\0');
    return page + "\x01\x13" + "OpusHead\x01\x01" + QByteArray(9, '\0') + page + "\x01\x08" + "OpusTags" + rest;
}

} // namespace delpek::support
