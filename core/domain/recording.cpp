// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/recording.h"

#include <algorithm>
#include <cmath>

namespace delpek::domain
{

namespace
{

/// A quiet room's noise in a microphone that works is louder (-66 dB); what a muted one leaves is not.
constexpr double faintest = 0.0005;
constexpr int stretchesASecond = 50;

bool isHeard(const Recording& recording)
{
    const size_t stretch = size_t(recording.rate / stretchesASecond);
    const std::span all(recording.samples);
    for (size_t at = 0; at < all.size(); at += stretch) {
        if (loudnessOf(all.subspan(at, std::min(stretch, all.size() - at))) > faintest) {
            return true;
        }
    }
    return false;
}

} // namespace

base::Duration lengthOf(const Recording& recording)
{
    return base::Duration(recording.rate > 0 ? qint64(recording.samples.size()) * 1000 / recording.rate : 0);
}

double loudnessOf(std::span<const qint16> samples)
{
    if (samples.empty()) {
        return 0;
    }
    // About their mean: a microphone's constant offset is no sound.
    double sum = 0;
    double squares = 0;
    for (const double sample : samples) {
        sum += sample;
        squares += sample * sample;
    }
    const double mean = sum / double(samples.size());
    return std::sqrt(std::max(0.0, squares / double(samples.size()) - mean * mean)) / 32768.0;
}

Result<Done> checkRecording(const Recording& recording)
{
    if (recording.rate < lowestVoiceRate || recording.rate > highestVoiceRate) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1 samples a second are no voice").arg(recording.rate),
                    QStringLiteral("voice.unreadable"));
    }
    const auto length = lengthOf(recording);
    if (length < shortestVoiceNote) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a voice note of %1 ms").arg(length.count()),
                    QStringLiteral("voice.tooShort"));
    }
    if (length > longestVoiceNote) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a voice note of %1 ms").arg(length.count()),
                    QStringLiteral("voice.tooLong"));
    }
    if (!isHeard(recording)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("nothing is heard in the recording"),
                    QStringLiteral("voice.silent"));
    }
    return Done{};
}

} // namespace delpek::domain
