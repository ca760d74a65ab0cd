// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace delpek::ui
{

class LevelMeter;
class VoicePlayer;

/// What is spoken for one conversation: while it is recorded how long and how loud, then to be heard and thrown away.
/// It is sent by the place it stands in. Hidden while there is nothing.
class VoiceBar final : public QFrame
{
    Q_OBJECT

public:
    explicit VoiceBar(const Context& context, QWidget* parent = nullptr);

    /// The button that begins and ends a recording; whoever shows the bar puts it beside its own.
    QToolButton& button() { return *m_button; }
    void setConversation(domain::ConversationId id);
    /// Begins a recording or ends the one that runs.
    void toggle();

Q_SIGNALS:
    /// There is a note, or none any more.
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void play();
    void refresh();
    void refreshTime();

    Context m_context;
    domain::ConversationId m_id;
    VoicePlayer* m_player;
    QToolButton* m_button;
    LevelMeter* m_meter;
    QToolButton* m_play;
    QLabel* m_text;
    QLabel* m_time;
    QLabel* m_trouble;
    QPushButton* m_drop;
    QPushButton* m_stop;
    bool m_playing = false;
    int m_position = 0; ///< seconds
};

} // namespace delpek::ui
