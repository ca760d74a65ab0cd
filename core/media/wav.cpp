// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/voicenote.h"

#include <QtEndian>

namespace delpek::media
{

namespace
{

constexpr qsizetype riffHead = 12;
constexpr qsizetype chunkHead = 8;
constexpr qsizetype formatSize = 16;
constexpr quint16 pcm = 1;
constexpr quint16 sampleBytes = 2;

tl::unexpected<Error> unreadable(const QString& why)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("no WAV that is taken: ") + why,
                QStringLiteral("voice.unreadable"));
}

template <typename Number>
Number numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.data() + at);
}

struct Chunks {
    QByteArrayView format;
    QByteArrayView sound;
};

/// The sound is the last chunk that is looked for; what stands between is passed over.
Result<Chunks> chunksOf(QByteArrayView bytes)
{
    if (bytes.size() < riffHead || !bytes.startsWith("RIFF") || bytes.sliced(8, 4) != QByteArrayView("WAVE")) {
        return unreadable(QStringLiteral("it begins as something else"));
    }
    if (numberAt<quint32>(bytes, 4) != bytes.size() - chunkHead) {
        return unreadable(QStringLiteral("its length is another than it says"));
    }
    Chunks chunks;
    qsizetype at = riffHead;
    while (bytes.size() - at >= chunkHead) {
        const QByteArrayView name = bytes.sliced(at, 4);
        const qint64 size = numberAt<quint32>(bytes, at + 4);
        at += chunkHead;
        if (size > bytes.size() - at) {
            return unreadable(QStringLiteral("a part is longer than the whole"));
        }
        const QByteArrayView content = bytes.sliced(at, qsizetype(size));
        if (name == QByteArrayView("fmt ") && chunks.format.isNull()) {
            chunks.format = content;
        } else if (name == QByteArrayView("data")) {
            chunks.sound = content;
            return chunks;
        }
        at = std::min<qsizetype>(bytes.size(), at + qsizetype(size + size % 2));
    }
    return unreadable(QStringLiteral("there is no sound in it"));
}

Result<int> rateOf(QByteArrayView format)
{
    if (format.size() < formatSize) {
        return unreadable(QStringLiteral("it does not say what its sound is"));
    }
    const quint32 rate = numberAt<quint32>(format, 4);
    if (numberAt<quint16>(format, 0) != pcm || numberAt<quint16>(format, 2) != 1 ||
        numberAt<quint32>(format, 8) != quint64(rate) * sampleBytes || numberAt<quint16>(format, 12) != sampleBytes ||
        numberAt<quint16>(format, 14) != 8 * sampleBytes) {
        return unreadable(QStringLiteral("its sound is not one channel of 16-bit PCM"));
    }
    if (rate < quint32(domain::lowestVoiceRate) || rate > quint32(domain::highestVoiceRate)) {
        return unreadable(QStringLiteral("%1 samples a second").arg(rate));
    }
    return int(rate);
}

} // namespace

Result<domain::Recording> readWav(const QByteArray& bytes)
{
    const auto chunks = chunksOf(bytes);
    if (!chunks) {
        return fail(chunks.error());
    }
    const auto rate = rateOf(chunks->format);
    if (!rate) {
        return fail(rate.error());
    }
    const QByteArrayView sound = chunks->sound;
    if (sound.size() % sampleBytes != 0) {
        return unreadable(QStringLiteral("it ends within a sample"));
    }
    const qsizetype samples = sound.size() / sampleBytes;
    if (samples > qint64(*rate) * domain::longestVoiceNote / std::chrono::seconds(1)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the recording is too long"),
                    QStringLiteral("voice.tooLong"));
    }
    domain::Recording recording{*rate, std::vector<qint16>(size_t(samples))};
    for (qsizetype at = 0; at < samples; ++at) {
        recording.samples[size_t(at)] = numberAt<qint16>(sound, at * sampleBytes);
    }
    return recording;
}

} // namespace delpek::media
