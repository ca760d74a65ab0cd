// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/voice/soundsource.h"

#include <deque>
#include <map>

namespace delpek::ui
{

/// What a person speaks and has not sent yet: one recording at a time in the whole window, one finished note for each
/// conversation. Kept in memory while the program runs, whichever place the conversation is answered from; nothing of
/// it is written to a disk before it is sent. UI thread.
class VoiceNotes final : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Recording, Making, Ready };
    using Id = domain::ConversationId;

    VoiceNotes(desk::Desk& desk, MakeSource makeSource, QObject* parent = nullptr);
    ~VoiceNotes() override;

    State state(Id id) const;
    /// Something is there that is not ready to be sent.
    bool isBusy(Id id) const { return state(id) == State::Recording || state(id) == State::Making; }
    /// Null unless it is ready.
    const desk::FileContent* note(Id id) const;
    /// What went wrong last; no code: nothing did.
    std::optional<base::Error> trouble(Id id) const;
    void dismissTrouble(Id id);

    /// Listens; what was recorded for another conversation ends and is kept with it.
    void begin(Id id);
    /// Ends the recording; it becomes the conversation's note.
    void stop();
    /// The conversation is left: nothing is recorded that nobody looks at. What was said so far is kept.
    void leave(Id id);
    /// Throws away the recording or the note.
    void discard(Id id);
    std::optional<desk::FileContent> take(Id id);
    /// A note that did not go, or was taken back. False when another one is there.
    bool putBack(Id id, const desk::FileContent& note);

    /// Of the recording that runs.
    base::Duration elapsed() const { return domain::lengthOf(m_recording); }
    /// How loud it was, 0 to 1, the newest last.
    const std::deque<double>& levels() const { return m_levels; }
    /// It runs for a while and nothing was heard in it.
    bool isMuted() const;
    /// Conversations with something that was spoken and not sent.
    std::vector<Id> unsent() const;

    void setSource(MakeSource makeSource) { m_makeSource = std::move(makeSource); }

Q_SIGNALS:
    void changed(delpek::domain::ConversationId id);
    /// The running recording goes on.
    void progressed();

private:
    struct Entry {
        State state = State::None;
        desk::FileContent note = {};
        std::optional<base::Error> trouble = {};
        int attempt = 0; ///< of making a note
    };

    void take(const std::vector<qint16>& samples);
    void onFailed(const base::Error& error);
    void endSource();
    void make(Id id, std::optional<base::Error> told);

    desk::Desk& m_desk;
    MakeSource m_makeSource;
    std::map<Id, Entry> m_entries;
    std::unique_ptr<SoundSource> m_source;
    Id m_running;
    domain::Recording m_recording;
    std::deque<double> m_levels;
    double m_loudest = 0;
    int m_attempts = 0;
};

} // namespace delpek::ui
