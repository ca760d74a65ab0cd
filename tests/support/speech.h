// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/recording.h"

#include <QByteArray>
#include <QtEndian>

#include <cmath>
#include <numbers>

// What a test speaks into a microphone.

namespace delpek::support
{

/// A tone of 440 Hz that swells and fades twice a second, as loud as speech.
inline domain::Recording speech(base::Duration length, int rate = 16'000)
{
    domain::Recording recording{rate, {}};
    const auto count = size_t(length.count() * rate / 1000);
    recording.samples.reserve(count);
    for (size_t at = 0; at < count; ++at) {
        const double second = double(at) / rate;
        const double swell = 0.6 + 0.4 * std::sin(4 * std::numbers::pi * second);
        recording.samples.push_back(qint16(8'000 * swell * std::sin(880 * std::numbers::pi * second)));
    }
    return recording;
}

/// The same length of a muted microphone.
inline domain::Recording silence(base::Duration length, int rate = 16'000)
{
    return {rate, std::vector<qint16>(size_t(length.count() * rate / 1000), 3)};
}

/// As the doctor's page sends it.
inline QByteArray wavOf(const domain::Recording& recording)
{
    QByteArray bytes("RIFF....WAVEfmt \x10\0\0\0\x01\0\x01\0....----\x02\0\x10\0data====", 44);
    const auto put = [&bytes](qsizetype at, quint32 value) { qToLittleEndian(value, bytes.data() + at); };
    const auto length = quint32(recording.samples.size() * 2);
    put(4, length + 36);
    put(24, quint32(recording.rate));
    put(28, quint32(recording.rate) * 2);
    put(40, length);
    bytes.resize(44 + qsizetype(length));
    if (!recording.samples.empty()) { // no samples have no address
        qToLittleEndian<qint16>(recording.samples.data(), qsizetype(recording.samples.size()), bytes.data() + 44);
    }
    return bytes;
}

} // namespace delpek::support
