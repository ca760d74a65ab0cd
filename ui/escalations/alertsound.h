// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/urgency.h"
#include "ui/preferences.h"

#include <QObject>

#include <memory>

class QAudioSink;
class QBuffer;

namespace delpek::ui
{

/// Samples of alert tones: one channel, 16 bits, this many a second.
inline constexpr int toneRate = 44'100;

/// What is heard when somebody is called: an emergency rises three times, a question for the doctor twice, anything
/// else sounds once. `volume`: 0 to 100. Pure.
QByteArray alertTone(domain::Urgency urgency, int volume);

/// What is heard when a patient writes in a conversation that one holds: short, and higher than a call. Pure.
QByteArray messageTone(int volume);

/// Whether a call of this urgency is heard at this desk.
bool isHeard(const Preferences& preferences, domain::Urgency urgency);

/// Plays alert tones. UI thread.
class AlertSound final : public QObject
{
public:
    explicit AlertSound(QObject* parent = nullptr);
    ~AlertSound() override;

    /// Instead of one that still sounds. False when this machine has nothing to play on.
    bool play(domain::Urgency urgency, int volume);
    /// Not while something else sounds.
    void playMessage(int volume);

private:
    bool start(const QByteArray& tone);

    std::unique_ptr<QBuffer> m_tone;
    std::unique_ptr<QAudioSink> m_sink;
};

} // namespace delpek::ui
