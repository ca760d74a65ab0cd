// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/voiceplayer.h"

#include "base/result.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QBuffer>
#include <QMediaDevices>
#include <QMediaPlayer>

namespace delpek::ui
{

VoicePlayer::VoicePlayer(QObject* parent)
    : QObject(parent)
{
}

VoicePlayer::~VoicePlayer() = default;

bool VoicePlayer::hasDevice()
{
    return !QMediaDevices::defaultAudioOutput().isNull();
}

void VoicePlayer::build()
{
    m_output = new QAudioOutput(this);
    m_player = new QMediaPlayer(this);
    m_player->setAudioOutput(m_output);
    connect(m_player, &QMediaPlayer::positionChanged, this, &VoicePlayer::tell);
    connect(m_player, &QMediaPlayer::durationChanged, this, &VoicePlayer::tell);
    connect(m_player, &QMediaPlayer::playbackStateChanged, this, &VoicePlayer::tell);
    connect(m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::EndOfMedia && m_id.isValid()) {
            Q_EMIT ended(std::exchange(m_id, {}));
        }
    });
    connect(m_player, &QMediaPlayer::errorOccurred, this, [this](QMediaPlayer::Error, const QString& detail) {
        if (m_id.isValid()) {
            Q_EMIT ended(std::exchange(m_id, {}));
            Q_EMIT failed({ErrorCode::Unsupported, QStringLiteral("voice.unplayable"), detail});
        }
    });
}

void VoicePlayer::play(domain::MessageId id, const QByteArray& bytes)
{
    if (m_player == nullptr) {
        build();
    }
    stop();
    // The player may still read from the last one for a moment.
    auto* old = std::exchange(m_buffer, new QBuffer(this));
    m_buffer->setData(bytes);
    m_buffer->open(QIODevice::ReadOnly);
    m_id = id;
    m_player->setSourceDevice(m_buffer);
    if (old != nullptr) {
        old->deleteLater();
    }
    m_player->play();
}

void VoicePlayer::resume()
{
    if (m_id.isValid()) {
        m_player->play();
    }
}

void VoicePlayer::pause()
{
    if (m_id.isValid()) {
        m_player->pause();
    }
}

void VoicePlayer::stop()
{
    if (m_id.isValid()) {
        const auto id = std::exchange(m_id, {});
        m_player->stop();
        Q_EMIT ended(id);
    }
}

void VoicePlayer::tell()
{
    if (m_id.isValid()) {
        Q_EMIT progressed(m_id, {m_player->playbackState() == QMediaPlayer::PlayingState,
                                 int(m_player->position() / 1000), int((m_player->duration() + 999) / 1000)});
    }
}

} // namespace delpek::ui
