// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/microphone.h"

#include "domain/recording.h"

#include <QAudioDevice>
#include <QAudioSource>
#include <QMediaDevices>

#include <cmath>

namespace delpek::ui
{

namespace
{

QAudioFormat formatOf(const QAudioDevice& device)
{
    QAudioFormat format;
    format.setSampleFormat(QAudioFormat::Int16);
    format.setChannelCount(1);
    format.setSampleRate(16'000);
    if (device.isFormatSupported(format)) {
        return format;
    }
    format = device.preferredFormat();
    format.setSampleRate(std::clamp(format.sampleRate(), domain::lowestVoiceRate, domain::highestVoiceRate));
    return format;
}

base::Error inaccessible(const char* why)
{
    return {ErrorCode::Unavailable, QStringLiteral("voice.noAccess"), QString::fromLatin1(why)};
}

} // namespace

std::vector<qint16> Microphone::mixed(const QByteArray& bytes, const QAudioFormat& format)
{
    const int frame = format.bytesPerFrame();
    const int sample = format.bytesPerSample();
    std::vector<qint16> samples;
    if (frame <= 0) {
        return samples;
    }
    samples.reserve(size_t(bytes.size() / frame));
    for (qsizetype at = 0; at + frame <= bytes.size(); at += frame) {
        float sum = 0;
        for (int channel = 0; channel < format.channelCount(); ++channel) {
            sum += format.normalizedSampleValue(bytes.constData() + at + channel * sample);
        }
        const float value = std::clamp(sum / float(format.channelCount()), -1.0F, 1.0F);
        samples.push_back(qint16(std::lround(value * 32767.0F)));
    }
    return samples;
}

Result<int> Microphone::start()
{
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    if (device.isNull()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no audio input"),
                    QStringLiteral("voice.noMicrophone"));
    }
    m_format = formatOf(device);
    m_source = new QAudioSource(device, m_format, this);
    m_device = m_source->start();
    if (m_device == nullptr || m_source->error() != QAudio::NoError) {
        return fail(inaccessible("the audio input does not open"));
    }
    connect(m_device, &QIODevice::readyRead, this, &Microphone::read);
    connect(m_source, &QAudioSource::stateChanged, this, &Microphone::onState);
    return m_format.sampleRate();
}

void Microphone::stop()
{
    if (m_source != nullptr) {
        m_source->disconnect(this);
        read();
        m_device = nullptr;
        m_source->stop();
    }
}

void Microphone::read()
{
    if (m_device == nullptr) {
        return;
    }
    m_rest += m_device->readAll();
    const qsizetype whole = m_rest.size() - m_rest.size() % std::max(1, m_format.bytesPerFrame());
    const QByteArray frames = m_rest.left(whole);
    m_rest.remove(0, whole);
    if (!frames.isEmpty()) {
        Q_EMIT heard(mixed(frames, m_format));
    }
}

void Microphone::onState(QAudio::State state)
{
    if (state == QAudio::StoppedState && m_source->error() != QAudio::NoError) {
        Q_EMIT failed(inaccessible("the audio input ended by itself"));
    }
}

} // namespace delpek::ui
