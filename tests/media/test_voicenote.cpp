// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/filetypes.h"
#include "media/voicenote.h"
#include "support/speech.h"

#include <QTest>
#include <QtEndian>

#include <opus.h>

using namespace delpek;
using namespace std::chrono_literals;

namespace
{

struct Opus {
    int channels = 0;
    int preSkip = 0;
    qint64 end = 0; ///< granule position of the last page: samples of 48 kHz with the pre-skip
    int pages = 0;
    bool isEnded = false;
    std::vector<QByteArray> packets; ///< behind the two headers
};

/// Pages and packets of one logical stream, by RFC 3533 and RFC 7845.
Opus readOgg(const QByteArray& bytes)
{
    Opus opus;
    QByteArray packet;
    std::vector<QByteArray> packets;
    qsizetype at = 0;
    while (at + 27 <= bytes.size() && bytes.mid(at, 4) == "OggS") {
        const auto flags = quint8(bytes[at + 5]);
        opus.end = qFromLittleEndian<qint64>(bytes.constData() + at + 6);
        opus.isEnded = flags & 4;
        const int segments = quint8(bytes[at + 26]);
        qsizetype body = at + 27 + segments;
        for (int segment = 0; segment < segments; ++segment) {
            const int length = quint8(bytes[at + 27 + segment]);
            packet += bytes.mid(body, length);
            body += length;
            if (length < 255) {
                packets.push_back(std::exchange(packet, {}));
            }
        }
        at = body;
        ++opus.pages;
    }
    if (at != bytes.size() || packets.size() < 3 || !packets[0].startsWith("OpusHead") ||
        !packets[1].startsWith("OpusTags")) {
        return {};
    }
    opus.channels = quint8(packets[0][9]);
    opus.preSkip = qFromLittleEndian<quint16>(packets[0].constData() + 10);
    opus.packets.assign(packets.begin() + 2, packets.end());
    return opus;
}

/// What is heard, at 16 kHz.
std::vector<qint16> decoded(const Opus& opus)
{
    int fault = 0;
    OpusDecoder* decoder = opus_decoder_create(16'000, 1, &fault);
    std::vector<qint16> sound;
    std::vector<qint16> piece(16'000);
    for (const QByteArray& packet : opus.packets) {
        const int count = opus_decode(decoder, reinterpret_cast<const unsigned char*>(packet.constData()),
                                      opus_int32(packet.size()), piece.data(), int(piece.size()), 0);
        sound.insert(sound.end(), piece.begin(), piece.begin() + std::max(count, 0));
    }
    opus_decoder_destroy(decoder);
    return sound;
}

/// How often it goes through zero upwards in a second: a pure tone's frequency.
double pitch(const std::vector<qint16>& sound)
{
    int crossings = 0;
    for (size_t at = 1; at < sound.size(); ++at) {
        crossings += sound[at - 1] < 0 && sound[at] >= 0;
    }
    return crossings * 16'000.0 / double(sound.size());
}

QByteArray number(quint32 value, int bytes)
{
    QByteArray text(4, '\0');
    qToLittleEndian(value, text.data());
    return text.left(bytes);
}

QByteArray chunk(const char* name, const QByteArray& content)
{
    return QByteArray(name) + number(quint32(content.size()), 4) + content + QByteArray(content.size() % 2, '\0');
}

QByteArray format(int kind = 1, int channels = 1, quint32 rate = 16'000, int bits = 16)
{
    const int sample = channels * bits / 8;
    return number(quint32(kind), 2) + number(quint32(channels), 2) + number(rate, 4) +
           number(rate * quint32(sample), 4) + number(quint32(sample), 2) + number(quint32(bits), 2);
}

QByteArray riff(const QByteArray& chunks)
{
    return "RIFF" + number(quint32(chunks.size() + 4), 4) + "WAVE" + chunks;
}

QByteArray wav(const QByteArray& head, const QByteArray& sound)
{
    return riff(chunk("fmt ", head) + chunk("data", sound));
}

} // namespace

/// What is spoken becomes a voice note as the channels want it, and what a browser sends is read with suspicion.
class TestVoiceNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoteIsWholeMonoOpusInOgg_data()
    {
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("length");
        for (const int rate : {8'000, 11'025, 16'000, 44'100, 48'000}) {
            QTest::addRow("%d Hz", rate) << rate << 2'000;
        }
        QTest::newRow("the shortest") << 16'000 << 500;
        QTest::newRow("the longest") << 16'000 << 180'000;
    }
    void aNoteIsWholeMonoOpusInOgg()
    {
        QFETCH(int, rate);
        QFETCH(int, length);
        const auto note = media::voiceNote(support::speech(base::Duration(length), rate));
        QVERIFY(note);
        QVERIFY(media::isVoiceNote(*note));
        QCOMPARE(media::acceptedType(QStringLiteral("audio/ogg; codecs=opus"), *note).value_or(QString()),
                 QString::fromLatin1(media::voiceType));
        const Opus opus = readOgg(*note);
        QCOMPARE(opus.channels, 1);
        QVERIFY(opus.isEnded);
        // The last granule says where the sound ends, to the sample of 48 kHz but for what resampling rounds.
        QVERIFY2(std::abs(opus.end - opus.preSkip - qint64(length) * 48) <= 48, "another length");
        const auto sound = decoded(opus);
        QVERIFY(std::abs(pitch(sound) - 440) < 12);
        QVERIFY(domain::loudnessOf(sound) > 0.08);
        QVERIFY2(note->size() < 1'000'000, "more than what Telegram shows as a voice note");
    }

    void theSameRecordingIsTheSameFile()
    {
        const auto recording = support::speech(1s);
        QCOMPARE(*media::voiceNote(recording), *media::voiceNote(recording));
    }

    void refused_data()
    {
        QTest::addColumn<domain::Recording>("recording");
        QTest::addColumn<QString>("key");
        QTest::newRow("nothing") << domain::Recording() << QStringLiteral("voice.tooShort");
        QTest::newRow("a slip of the finger") << support::speech(499ms) << QStringLiteral("voice.tooShort");
        QTest::newRow("a lecture") << support::speech(3min + 1ms) << QStringLiteral("voice.tooLong");
        QTest::newRow("a muted microphone") << support::silence(2s) << QStringLiteral("voice.silent");
        QTest::newRow("a rate of nothing") << support::speech(0s, 7'999) << QStringLiteral("voice.unreadable");
        QTest::newRow("a rate of studios") << support::speech(1s, 96'000) << QStringLiteral("voice.unreadable");
        auto word = support::silence(5s);
        const auto said = support::speech(300ms);
        std::ranges::copy(said.samples, word.samples.begin() + 30'000);
        QTest::newRow("one word in silence") << word << QString();
    }
    void refused()
    {
        QFETCH(domain::Recording, recording);
        const auto note = media::voiceNote(recording);
        QTEST(note ? QString() : note.error().key, "key");
        QVERIFY(note || note.error().code == ErrorCode::InvalidInput);
    }

    void otherSoundsAreNoNotes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        auto note = *media::voiceNote(support::speech(1s));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("Ogg of something") << QByteArray("OggS sound");
        QTest::newRow("cut off") << note.left(40);
        note[37] = 2;
        QTest::newRow("two channels") << note;
        QTest::newRow("MP3") << QByteArray("ID3\x04");
    }
    void otherSoundsAreNoNotes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!media::isVoiceNote(bytes));
    }

    void wav_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("key");
        const QByteArray sound("\x01\x00\xff\x7f\x00\x80", 6);
        const QString bad = QStringLiteral("voice.unreadable");
        const auto row = [](const char* what, const QByteArray& bytes, const QString& key = {}) {
            QTest::newRow(what) << bytes << key;
        };
        row("as a page makes it", ::wav(format(), sound));
        row("8 kHz", ::wav(format(1, 1, 8'000), sound));
        row("48 kHz", ::wav(format(1, 1, 48'000), sound));
        row("a longer head", ::wav(format() + QByteArray(2, '\0'), sound));
        row("with a list before the sound",
            riff(chunk("fmt ", format()) + chunk("LIST", "odd") + chunk("data", sound)));
        row("no sound yet", ::wav(format(), {}));

        row("nothing", {}, bad);
        row("Ogg", "OggS....................", bad);
        row("RIFF of a picture", QByteArray("RIFF\x04\0\0\0WEBP", 12), bad);
        row("no chunks", riff({}), bad);
        row("no format", riff(chunk("data", sound)), bad);
        row("the format behind the sound", riff(chunk("data", sound) + chunk("fmt ", format())), bad);
        row("no sound", riff(chunk("fmt ", format())), bad);
        row("a short format", ::wav(format().left(15), sound), bad);
        row("floats", ::wav(format(3, 1, 16'000, 32), sound), bad);
        row("extensible", ::wav(format(0xfffe), sound), bad);
        row("stereo", ::wav(format(1, 2), sound), bad);
        row("8 bits", ::wav(format(1, 1, 16'000, 8), sound), bad);
        row("24 bits", ::wav(format(1, 1, 16'000, 24), sound), bad);
        row("too slow", ::wav(format(1, 1, 7'999), sound), bad);
        row("too quick", ::wav(format(1, 1, 48'001), sound), bad);
        row("no rate", ::wav(format(1, 1, 0), sound), bad);
        row("half a sample", ::wav(format(), sound.left(5)), bad);
        QByteArray other = ::wav(format(), sound);
        other[28] = char(other[28] + 1);
        row("bytes a second that do not fit", other, bad);
        row("cut off", ::wav(format(), sound).chopped(2), bad);
        row("more behind it", ::wav(format(), sound) + "more", bad);
        QByteArray streamed = ::wav(format(), sound);
        streamed.replace(4, 4, "\xff\xff\xff\xff");
        row("a length not known yet", streamed, bad);
        QByteArray endless = ::wav(format(), sound);
        endless.replace(40, 4, "\xff\xff\xff\xff");
        row("sound longer than the file", endless, bad);
        QByteArray wrapping = ::wav(format(), sound);
        wrapping.replace(16, 4, "\xf0\xff\xff\xff");
        row("a part that would wrap around", wrapping, bad);
        row("longer than a note", ::wav(format(1, 1, 8'000), QByteArray(2 * (180 * 8'000 + 1), '\1')),
            QStringLiteral("voice.tooLong"));
    }
    void wav()
    {
        QFETCH(QByteArray, bytes);
        const auto recording = media::readWav(bytes);
        QTEST(recording ? QString() : recording.error().key, "key");
        QVERIFY(recording || recording.error().code == ErrorCode::InvalidInput);
    }

    void samplesAreThoseOfTheFile()
    {
        const auto recording = media::readWav(::wav(format(1, 1, 22'050), QByteArray("\x01\x00\xff\x7f\x00\x80", 6)));
        QVERIFY(recording);
        QCOMPARE(*recording, (domain::Recording{22'050, {1, 32'767, -32'768}}));
    }
};

QTEST_APPLESS_MAIN(TestVoiceNote)
#include "test_voicenote.moc"
