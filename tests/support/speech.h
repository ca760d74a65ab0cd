// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/recording.h"

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

} // namespace delpek::support
