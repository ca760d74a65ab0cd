// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/ids.h"
#include "ui/thread/bubble.h"

#include <QObject>

class QAudioOutput;
class QBuffer;
class QMediaPlayer;

namespace delpek::ui
{

/// Plays one voice note at a time, from memory: nothing of it is written to a disk. The system's media libraries are
/// not touched before the first one.
class VoicePlayer final : public QObject
{
    Q_OBJECT

public:
    explicit VoicePlayer(QObject* parent = nullptr);
    ~VoicePlayer() override;

    /// Whether this machine has something to hear it with.
    static bool hasDevice();

    /// Begins a note, or goes on with the one that was paused.
    void play(domain::MessageId id, const QByteArray& bytes);
    void resume();
    void pause();
    void stop();
    /// The note that is played or paused; an invalid id: none.
    domain::MessageId current() const { return m_id; }

Q_SIGNALS:
    void progressed(delpek::domain::MessageId id, const delpek::ui::Listening& listening);
    void ended(delpek::domain::MessageId id);
    /// The key is voice.unplayable.
    void failed(const delpek::base::Error& error);

private:
    void build();
    void tell();

    QMediaPlayer* m_player = nullptr;
    QAudioOutput* m_output = nullptr;
    QBuffer* m_buffer = nullptr;
    domain::MessageId m_id;
};

} // namespace delpek::ui
