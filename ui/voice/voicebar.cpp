// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/voicebar.h"

#include "domain/isolate.h"
#include "ui/problembar.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/thread/voiceplayer.h"
#include "ui/voice/levelmeter.h"
#include "ui/voice/voicenotes.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace delpek::ui
{

namespace
{

/// The player's name for what is no message yet.
constexpr domain::MessageId unsent{1};
const auto playSource = QStringLiteral("voice");

QString clock(int seconds)
{
    return domain::isolate(QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

} // namespace

VoiceBar::VoiceBar(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_player(new VoicePlayer(this))
    , m_button(new QToolButton(parent))
    , m_meter(new LevelMeter(context, this))
    , m_play(new QToolButton(this))
    , m_text(new QLabel(this))
    , m_time(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_drop(new QPushButton(this))
    , m_stop(new QPushButton(this))
{
    setObjectName(QStringLiteral("voiceBar"));
    m_button->setObjectName(QStringLiteral("microphone"));
    m_play->setObjectName(QStringLiteral("voicePlay"));
    m_trouble->setObjectName(QStringLiteral("voiceTrouble"));
    m_time->setObjectName(QStringLiteral("voiceTime"));
    m_drop->setObjectName(QStringLiteral("voiceDrop"));
    m_stop->setObjectName(QStringLiteral("voiceStop"));
    for (auto* tool : {m_button, m_play}) {
        tool->setProperty("kind", QStringLiteral("tool"));
        tool->setIconSize({20, 20});
    }
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_time->setProperty("kind", QStringLiteral("muted"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->setSpacing(2 * space);
    row->addWidget(m_play);
    row->addWidget(m_meter);
    row->addWidget(m_text);
    row->addWidget(m_time);
    row->addWidget(m_trouble, 100);
    row->addStretch(1);
    row->addWidget(m_drop);
    row->addWidget(m_stop);
    connect(m_button, &QToolButton::clicked, this, &VoiceBar::toggle);
    connect(m_play, &QToolButton::clicked, this, &VoiceBar::play);
    connect(m_stop, &QPushButton::clicked, &context.voice, &VoiceNotes::stop);
    connect(m_drop, &QPushButton::clicked, this, [this] {
        const bool hasOnlyTrouble = m_context.voice.state(m_id) == VoiceNotes::State::None;
        hasOnlyTrouble ? m_context.voice.dismissTrouble(m_id) : m_context.voice.discard(m_id);
    });
    connect(&context.voice, &VoiceNotes::changed, this, [this](domain::ConversationId id) {
        if (id == m_id) {
            m_player->stop();
            refresh();
            Q_EMIT changed();
        }
    });
    connect(&context.voice, &VoiceNotes::progressed, this, &VoiceBar::refreshTime);
    connect(&context.theme, &Theme::changed, this, &VoiceBar::refresh);
    connect(m_player, &VoicePlayer::progressed, this, [this](domain::MessageId, const Listening& listening) {
        m_playing = listening.playing;
        m_position = listening.second;
        refresh();
    });
    connect(m_player, &VoicePlayer::ended, this, [this] {
        m_playing = false;
        m_position = 0;
        refresh();
    });
    connect(m_player, &VoicePlayer::failed, this,
            [this](const base::Error& error) { m_context.problems.report(playSource, error); });
    refresh();
}

void VoiceBar::setConversation(domain::ConversationId id)
{
    if (id != m_id) {
        m_player->stop();
        m_context.voice.leave(m_id);
        m_id = id;
        refresh();
    }
}

void VoiceBar::toggle()
{
    if (m_context.voice.state(m_id) == VoiceNotes::State::Recording) {
        m_context.voice.stop();
    } else {
        m_context.voice.begin(m_id);
    }
}

void VoiceBar::play()
{
    const desk::FileContent* note = m_context.voice.note(m_id);
    if (note == nullptr) {
        return;
    }
    if (!VoicePlayer::hasDevice()) {
        m_context.problems.report(playSource, {ErrorCode::Unsupported, QStringLiteral("voice.noDevice"), {}});
    } else if (m_playing) {
        m_player->pause();
    } else if (m_player->current().isValid()) {
        m_player->resume();
    } else {
        m_context.problems.worked(playSource);
        m_player->play(unsent, note->bytes);
    }
}

void VoiceBar::refreshTime()
{
    if (m_context.voice.state(m_id) != VoiceNotes::State::Recording) {
        return;
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_context.voice.elapsed()).count();
    m_time->setText(tr("%1 of %2").arg(clock(int(seconds)), clock(int(domain::longestVoiceNote.count() / 1000))));
    // The words take the place of a level that is none.
    const bool muted = m_context.voice.isMuted();
    m_meter->setVisible(!muted);
    m_trouble->setText(muted ? tr("Nothing is heard. Is the microphone muted?") : QString());
    m_trouble->setVisible(muted);
}

void VoiceBar::refresh()
{
    using State = VoiceNotes::State;
    const State state = m_context.voice.state(m_id);
    const auto trouble = m_context.voice.trouble(m_id);
    const Colours& colours = m_context.theme.colours();
    const bool recording = state == State::Recording;
    m_meter->setVisible(recording);
    m_play->setVisible(state == State::Ready);
    m_stop->setVisible(recording);
    m_text->setVisible(state == State::Making || state == State::Ready);
    m_time->setVisible(recording || state == State::Ready);
    m_trouble->setText(trouble ? words::sentence(*trouble) : QString());
    m_trouble->setVisible(trouble.has_value());
    for (QLabel* label : {m_text, m_time, m_trouble}) {
        label->setFont(m_context.theme.small());
    }
    m_meter->setAccessibleName(tr("Being recorded"));
    m_play->setIcon(icon(m_playing ? QStringLiteral("pause") : QStringLiteral("play"), colours.text));
    const QString listen = m_playing ? tr("Pause") : tr("Listen to it before it is sent");
    m_play->setToolTip(listen);
    m_play->setAccessibleName(listen);
    m_text->setText(state == State::Making ? tr("The voice message is being made …")
                                           : tr("Voice message, not sent yet"));
    if (const auto* note = m_context.voice.note(m_id)) {
        m_time->setText(m_position > 0 ? tr("%1 of %2").arg(clock(m_position), clock(note->seconds))
                                       : clock(note->seconds));
    }
    m_drop->setText(recording                ? tr("Cancel")
                    : state == State::Making ? tr("Cancel")
                    : state == State::Ready  ? tr("Delete")
                                             : tr("Dismiss"));
    m_stop->setText(tr("Stop"));
    m_stop->setIcon(icon(QStringLiteral("stop"), colours.text));
    m_button->setIcon(icon(recording ? QStringLiteral("stop") : QStringLiteral("audio"),
                           recording ? colours.emergency : colours.text));
    const QString what = recording ? tr("Stop recording") : tr("Record a voice message");
    m_button->setToolTip(what);
    m_button->setAccessibleName(what);
    m_button->setEnabled(state == State::None || recording);
    setVisible(m_id.isValid() && (state != State::None || trouble));
    refreshTime();
}

void VoiceBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

void VoiceBar::hideEvent(QHideEvent* event)
{
    // Another page; a window that was made small is still the one that listens.
    if (!event->spontaneous()) {
        m_player->stop();
        m_context.voice.leave(m_id);
    }
    QFrame::hideEvent(event);
}

} // namespace delpek::ui
