// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/transcriptioncheck.h"

#include "app/secretreading.h"
#include "base/await.h"
#include "config/keys.h"
#include "media/transcriber.h"
#include "media/voicenote.h"

#include <cmath>
#include <numbers>

namespace delpek::app::check
{

namespace keys = config::keys;

namespace
{

/// A second of a quiet tone.
domain::Recording tone()
{
    constexpr double pitch = 440;
    constexpr double loudness = 3000;
    domain::Recording recording;
    recording.samples.resize(size_t(recording.rate));
    for (size_t i = 0; i < recording.samples.size(); ++i) {
        recording.samples[i] =
            qint16(loudness * std::sin(2 * std::numbers::pi * pitch * double(i) / double(recording.rate)));
    }
    return recording;
}

channels::Finding findingFor(const Error& error)
{
    if (error.code == ErrorCode::Unauthorised) {
        return fault(QStringLiteral("secret"), QStringLiteral("check.transcription.key"), error.detail);
    }
    return fault(QStringLiteral("server"),
                 error.code == ErrorCode::InvalidInput ? QStringLiteral("check.transcription.refused")
                                                       : QStringLiteral("check.transcription.unreachable"),
                 error.detail);
}

} // namespace

bool writesVoiceDown(const config::Config& config)
{
    return !config.get(keys::transcriptionApiBase).isEmpty();
}

Section transcriptionSection(const Parts& parts)
{
    Section section{transcriptionName, parts.config.get(keys::transcriptionModel), {}};
    media::Transcriber transcriber(
        {QUrl(parts.config.get(keys::transcriptionApiBase)), parts.config.get(keys::transcriptionModel),
         parts.config.get(keys::transcriptionPatience)},
        [key = optionalSecret(parts.secrets, QStringLiteral("transcription.api-key"))] { return key; }, parts.client);
    const auto sound = media::voiceNote(tone());
    const auto words = sound ? base::await(transcriber.transcribe(*sound, QLatin1String(media::voiceType)))
                             : Result<QString>(fail(sound.error()));
    section.findings.push_back(words ? good(QStringLiteral("server"), parts.config.get(keys::transcriptionModel))
                                     : findingFor(words.error()));
    return section;
}

} // namespace delpek::app::check
