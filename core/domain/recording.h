// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <span>
#include <vector>

// What a person speaks into a microphone, before it is a voice note. Pure.

namespace delpek::domain
{

inline constexpr auto shortestVoiceNote = base::Duration(500);
inline constexpr auto longestVoiceNote = base::Duration(std::chrono::minutes(3));
inline constexpr int lowestVoiceRate = 8'000;
inline constexpr int highestVoiceRate = 48'000;

/// One channel of 16-bit samples.
struct Recording {
    int rate = 16'000; ///< samples a second, lowestVoiceRate to highestVoiceRate
    std::vector<qint16> samples;
    friend bool operator==(const Recording&, const Recording&) = default;
};

base::Duration lengthOf(const Recording& recording);

/// How loud a stretch is: 0 for nothing, 1 for all that 16 bits can carry (root mean square).
double loudnessOf(std::span<const qint16> samples);

/// Whether it can go out as a voice note. InvalidInput with voice.tooShort, voice.tooLong or, when nothing is heard in
/// it anywhere (a muted or unplugged microphone), voice.silent; voice.unreadable for a rate that is none.
Result<Done> checkRecording(const Recording& recording);

} // namespace delpek::domain
