// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/alertsound.h"

#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace delpek::ui
{

namespace
{

constexpr double noteSeconds = 0.16;
constexpr double pauseSeconds = 0.05;
constexpr double edgeSeconds = 0.012; ///< swelling and dying away, so that nothing clicks
constexpr double low = 660;           ///< Hz
constexpr double high = 990;

struct Note {
    double pitch = 0; ///< Hz; 0: silence
    double seconds = 0;
};

std::vector<Note> notesOf(domain::Urgency urgency)
{
    const Note pause{0, pauseSeconds};
    const std::vector<Note> rise{{low, noteSeconds}, pause, {high, noteSeconds}, {0, 4 * pauseSeconds}};
    const int times = urgency == domain::Urgency::Emergency ? 3 : urgency == domain::Urgency::DoctorRequired ? 2 : 0;
    std::vector<Note> notes;
    for (int i = 0; i < times; ++i) {
        notes.insert(notes.end(), rise.begin(), rise.end());
    }
    return notes.empty() ? std::vector<Note>{{low, noteSeconds}} : notes;
}

QByteArray toneOf(const std::vector<Note>& notes, int volume)
{
    const double loudest = std::clamp(volume, 0, 100) / 100.0 * 0.9 * 32'767;
    QByteArray samples;
    for (const Note& note : notes) {
        const int count = int(note.seconds * toneRate);
        const double edge = edgeSeconds * toneRate;
        for (int i = 0; i < count; ++i) {
            const double swell = std::min({1.0, i / edge, (count - i) / edge});
            const double wave = note.pitch > 0 ? std::sin(2 * std::numbers::pi * note.pitch * i / toneRate) : 0;
            const auto sample = qToLittleEndian(qint16(std::lround(loudest * swell * wave)));
            samples.append(reinterpret_cast<const char*>(&sample), sizeof sample);
        }
    }
    return samples;
}

} // namespace

QByteArray alertTone(domain::Urgency urgency, int volume)
{
    return toneOf(notesOf(urgency), volume);
}

QByteArray messageTone(int volume)
{
    return toneOf({{high, noteSeconds / 2}}, volume);
}

bool isHeard(const Preferences& preferences, domain::Urgency urgency)
{
    return preferences.sounds == Sounds::All ||
           (preferences.sounds == Sounds::Emergencies && urgency == domain::Urgency::Emergency);
}

AlertSound::AlertSound(QObject* parent)
    : QObject(parent)
{
}

AlertSound::~AlertSound() = default;

bool AlertSound::play(domain::Urgency urgency, int volume)
{
    return start(alertTone(urgency, volume));
}

void AlertSound::playMessage(int volume)
{
    if (!m_sink || m_sink->state() != QAudio::ActiveState) {
        start(messageTone(volume));
    }
}

bool AlertSound::start(const QByteArray& tone)
{
    m_sink.reset();
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    QAudioFormat format;
    format.setSampleRate(toneRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isNull() || !device.isFormatSupported(format)) {
        return false;
    }
    m_tone = std::make_unique<QBuffer>();
    m_tone->setData(tone);
    m_tone->open(QIODevice::ReadOnly);
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_sink->start(m_tone.get());
    return m_sink->error() == QAudio::NoError;
}

} // namespace delpek::ui
