// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/voicenote.h"

#include <opusenc.h>

#include <memory>

namespace delpek::media
{

namespace
{

constexpr int bitsASecond =
    24'000; // clear speech; three minutes stay below Telegram's 1 MB for the look of a voice note
constexpr int pieceSamples = 4'800;

/// Ogg pages, as they come.
int take(void* bytes, const unsigned char* piece, opus_int32 length)
{
    static_cast<QByteArray*>(bytes)->append(reinterpret_cast<const char*>(piece), length);
    return 0;
}

int close(void*)
{
    return 0;
}

tl::unexpected<Error> encoderFault(int fault)
{
    return fail(ErrorCode::Internal,
                QStringLiteral("the voice note was not encoded: %1").arg(QString::fromLatin1(ope_strerror(fault))),
                QStringLiteral("voice.unreadable"));
}

} // namespace

Result<QByteArray> voiceNote(const domain::Recording& recording)
{
    if (const auto good = domain::checkRecording(recording); !good) {
        return fail(good.error());
    }
    const std::unique_ptr<OggOpusComments, void (*)(OggOpusComments*)> comments(ope_comments_create(),
                                                                                ope_comments_destroy);
    const OpusEncCallbacks callbacks{take, close};
    QByteArray bytes;
    int fault = OPE_OK;
    const std::unique_ptr<OggOpusEnc, void (*)(OggOpusEnc*)> encoder(
        ope_encoder_create_callbacks(&callbacks, &bytes, comments.get(), recording.rate, 1, 0, &fault),
        ope_encoder_destroy);
    if (!encoder) {
        return encoderFault(fault);
    }
    // A serial number by chance would give each encoding of one recording another name at the file door.
    ope_encoder_ctl(encoder.get(), OPE_SET_SERIALNO(1));
    ope_encoder_ctl(encoder.get(), OPUS_SET_BITRATE(bitsASecond));
    ope_encoder_ctl(encoder.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    for (size_t at = 0; at < recording.samples.size() && fault == OPE_OK; at += pieceSamples) {
        const size_t piece = std::min<size_t>(pieceSamples, recording.samples.size() - at);
        fault = ope_encoder_write(encoder.get(), recording.samples.data() + at, int(piece));
    }
    if (fault == OPE_OK) {
        fault = ope_encoder_drain(encoder.get());
    }
    return fault == OPE_OK ? Result<QByteArray>(bytes) : encoderFault(fault);
}

bool isVoiceNote(const QByteArray& bytes)
{
    // The first page holds one packet, OpusHead: magic, version 1, the number of channels.
    constexpr int firstPacket = 28;
    return bytes.startsWith("OggS") && bytes.mid(firstPacket, 10) == QByteArrayLiteral("OpusHead\x01\x01") &&
           bytes.indexOf("OpusTags") > firstPacket;
}

} // namespace delpek::media
