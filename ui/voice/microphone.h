// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/soundsource.h"

#include <QAudio>
#include <QAudioFormat>

class QAudioSource;
class QIODevice;

namespace delpek::ui
{

/// The system's microphone. Its sound is asked for as a voice note wants it (16 kHz, one channel); a device that gives
/// only something else is taken as it is, its channels mixed into one.
class Microphone final : public SoundSource
{
    Q_OBJECT

public:
    using SoundSource::SoundSource;

    Result<int> start() override;
    void stop() override;

    /// The samples of whole frames in `bytes`, mixed into one channel. Pure.
    static std::vector<qint16> mixed(const QByteArray& bytes, const QAudioFormat& format);

private:
    void read();
    void onState(QAudio::State state);

    QAudioSource* m_source = nullptr;
    QIODevice* m_device = nullptr;
    QAudioFormat m_format;
    QByteArray m_rest; ///< of a frame that has not come whole
};

} // namespace delpek::ui
