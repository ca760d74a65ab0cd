// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/doctorchat.h"
#include "media/voicenote.h"

// What the doctor speaks.

namespace delpek::api::doctor
{

namespace
{

const webchat::Objection tooLong{413, "voice-too-long", QStringLiteral("The recording is too long.")};

webchat::Objection spokenObjection(const Error& error)
{
    if (error.key == QLatin1String("voice.tooLong")) {
        return tooLong;
    }
    if (error.key == QLatin1String("voice.tooShort")) {
        return {422, "voice-too-short", QStringLiteral("The recording is too short.")};
    }
    if (error.key == QLatin1String("voice.silent")) {
        return {422, "voice-silent", QStringLiteral("Nothing is heard in the recording.")};
    }
    return error.code == ErrorCode::InvalidInput
               ? webchat::Objection{422, "voice-unreadable",
                                    QStringLiteral("WAV is taken: PCM of 16 bits, one channel, 8 to 48 kHz.")}
               : objectionTo(error);
}

} // namespace

int DoctorChat::longestVoice() const
{
    return int(std::min<qint64>(domain::longestVoiceNote / std::chrono::seconds(1),
                                (m_setup.maxVoice - wavHead) / wavBytesASecond));
}

void DoctorChat::takeVoice(const Visit& visit)
{
    const Request& request = visit.request;
    if (request.body.size() > m_setup.maxVoice) {
        return visit.respond(webchat::refusal(tooLong));
    }
    if (http::header(request.headers, "Content-Type").toLower() != "audio/wav") {
        return visit.respond(
            webchat::refusal({415, "voice-unreadable", QStringLiteral("A recording is sent as audio/wav.")}));
    }
    const auto recording = media::readWav(request.body).and_then([](domain::Recording spoken) {
        return domain::checkRecording(spoken).map([&](Done) { return std::move(spoken); });
    });
    if (!recording) {
        return visit.respond(webchat::refusal(spokenObjection(recording.error())));
    }
    deskOf(visit).voiceNote(*recording).then([this, visit](const Result<desk::FileContent>& note) {
        if (note) {
            sendFile(visit, *note, QStringLiteral("link.voice"));
        } else {
            visit.respond(webchat::refusal(spokenObjection(note.error())));
        }
    });
}

} // namespace delpek::api::doctor
