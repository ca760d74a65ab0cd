// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/voicenotes.h"

#include "ui/call.h"

namespace delpek::ui
{

namespace
{

constexpr size_t mostLevels = 64;
constexpr double faintest = 0.0005; // see domain::checkRecording
constexpr auto mutedAfter = std::chrono::seconds(2);

} // namespace

VoiceNotes::VoiceNotes(desk::Desk& desk, MakeSource makeSource, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_makeSource(std::move(makeSource))
{
}

VoiceNotes::~VoiceNotes()
{
    endSource();
}

VoiceNotes::State VoiceNotes::state(Id id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? State::None : found->second.state;
}

const desk::FileContent* VoiceNotes::note(Id id) const
{
    return state(id) == State::Ready ? &m_entries.at(id).note : nullptr;
}

std::optional<base::Error> VoiceNotes::trouble(Id id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::nullopt : found->second.trouble;
}

void VoiceNotes::dismissTrouble(Id id)
{
    m_entries[id].trouble.reset();
    Q_EMIT changed(id);
}

void VoiceNotes::begin(Id id)
{
    if (!id.isValid() || state(id) != State::None) {
        return;
    }
    stop();
    Entry& entry = m_entries[id];
    entry.trouble.reset();
    m_source = m_makeSource();
    connect(m_source.get(), &SoundSource::heard, this, qOverload<const std::vector<qint16>&>(&VoiceNotes::take));
    connect(m_source.get(), &SoundSource::failed, this, &VoiceNotes::onFailed);
    const auto rate = m_source->start();
    if (rate) {
        m_running = id;
        m_recording = {*rate, {}};
        m_levels.clear();
        m_loudest = 0;
        entry.state = State::Recording;
    } else {
        endSource();
        entry.trouble = rate.error();
    }
    Q_EMIT changed(id);
}

void VoiceNotes::take(const std::vector<qint16>& samples)
{
    if (!m_running.isValid()) {
        return;
    }
    const double level = domain::loudnessOf(samples);
    m_loudest = std::max(m_loudest, level);
    m_levels.push_back(level);
    if (m_levels.size() > mostLevels) {
        m_levels.pop_front();
    }
    const auto most = size_t(m_recording.rate * (domain::longestVoiceNote / std::chrono::seconds(1)));
    const auto room = std::min(samples.size(), most - m_recording.samples.size());
    m_recording.samples.insert(m_recording.samples.end(), samples.begin(), samples.begin() + qsizetype(room));
    if (m_recording.samples.size() == most && m_source) {
        make(m_running, base::Error{ErrorCode::InvalidInput, QStringLiteral("voice.full"), {}});
    } else {
        Q_EMIT progressed();
    }
}

void VoiceNotes::onFailed(const base::Error& error)
{
    if (!m_running.isValid()) {
        return;
    }
    if (elapsed() >= domain::shortestVoiceNote) {
        return make(m_running, base::Error{ErrorCode::Unavailable, QStringLiteral("voice.lost"), error.detail});
    }
    const Id id = m_running;
    discard(id);
    m_entries[id].trouble = error;
    Q_EMIT changed(id);
}

void VoiceNotes::endSource()
{
    if (auto* source = m_source.release()) {
        source->stop();
        // It may be what is calling.
        source->deleteLater();
    }
}

void VoiceNotes::stop()
{
    if (m_running.isValid()) {
        make(m_running, {});
    }
}

void VoiceNotes::leave(Id id)
{
    if (m_running.isValid() && id == m_running) {
        stop();
    }
}

/// `told` is said beside the note.
void VoiceNotes::make(Id id, std::optional<base::Error> told)
{
    // The last of it comes while the source ends.
    endSource();
    m_running = {};
    Entry& entry = m_entries[id];
    entry.state = State::Making;
    entry.attempt = ++m_attempts;
    entry.trouble = std::move(told);
    const domain::Recording spoken = std::exchange(m_recording, {});
    Q_EMIT changed(id);
    whenDone(m_desk.voiceNote(spoken), this, [this, id, attempt = entry.attempt](const auto& note) {
        Entry& mine = m_entries[id];
        if (mine.state != State::Making || mine.attempt != attempt) {
            return; // thrown away meanwhile
        }
        mine.state = note ? State::Ready : State::None;
        if (note) {
            mine.note = *note;
        } else {
            mine.trouble = note.error();
        }
        Q_EMIT changed(id);
    });
}

void VoiceNotes::discard(Id id)
{
    if (m_running.isValid() && id == m_running) {
        m_running = {};
        m_recording = {};
        endSource();
    }
    m_entries[id] = {};
    Q_EMIT changed(id);
}

std::optional<desk::FileContent> VoiceNotes::take(Id id)
{
    if (state(id) != State::Ready) {
        return std::nullopt;
    }
    desk::FileContent note = std::exchange(m_entries[id], {}).note;
    Q_EMIT changed(id);
    return note;
}

bool VoiceNotes::putBack(Id id, const desk::FileContent& note)
{
    Entry& entry = m_entries[id];
    if (entry.state != State::None) {
        return false;
    }
    entry.state = State::Ready;
    entry.note = note;
    Q_EMIT changed(id);
    return true;
}

bool VoiceNotes::isMuted() const
{
    return m_running.isValid() && elapsed() > mutedAfter && m_loudest < faintest;
}

std::vector<VoiceNotes::Id> VoiceNotes::unsent() const
{
    std::vector<Id> ids;
    for (const auto& [id, entry] : m_entries) {
        if (entry.state != State::None) {
            ids.push_back(id);
        }
    }
    return ids;
}

} // namespace delpek::ui
