// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/threadwindow.h"

#include "desk/notes.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("thread");
const auto notesSource = QStringLiteral("thread.notes");

bool isFinal(domain::DeliveryState state)
{
    using domain::DeliveryState;
    return state == DeliveryState::None || state == DeliveryState::Read || state == DeliveryState::Withdrawn;
}

} // namespace

ThreadWindow::ThreadWindow(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.feed, &ChangeFeed::changed, this, &ThreadWindow::onChanges);
}

void ThreadWindow::open(domain::ConversationId id)
{
    const int generation = ++m_generation;
    if (id != m_conversation) {
        m_conversation = id;
        m_messages.clear();
        m_quoted.clear();
        m_notes.clear();
        m_hasOlder = m_hasNewer = false;
        Q_EMIT reset();
        readNotes();
    }
    m_loadingOlder = m_loadingNewer = m_followAgain = false;
    if (!id.isValid()) {
        return;
    }
    m_loadingOlder = m_loadingNewer = true;
    whenDone(m_context.desk.threadBefore(id, {}, pageSize), this, [this, generation](auto result) {
        if (generation != m_generation) {
            return;
        }
        m_loadingOlder = m_loadingNewer = false;
        if (failed(result ? std::nullopt : std::optional(result.error()))) {
            return;
        }
        m_messages.assign(result->messages.begin(), result->messages.end());
        m_hasOlder = result->hasOlder;
        m_hasNewer = false;
        readQuotes();
        Q_EMIT reset();
        if (std::exchange(m_followAgain, false)) {
            follow();
        }
    });
}

void ThreadWindow::loadOlder()
{
    if (!m_hasOlder || m_loadingOlder || m_messages.empty()) {
        return;
    }
    m_loadingOlder = true;
    whenDone(m_context.desk.threadBefore(m_conversation, m_messages.front().id, pageSize), this,
             [this, generation = m_generation](auto result) {
                 if (generation != m_generation) {
                     return;
                 }
                 m_loadingOlder = false;
                 if (failed(result ? std::nullopt : std::optional(result.error()))) {
                     return;
                 }
                 m_messages.insert(m_messages.begin(), result->messages.begin(), result->messages.end());
                 m_hasOlder = result->hasOlder;
                 while (int(m_messages.size()) > maximum) {
                     m_messages.pop_back();
                     m_hasNewer = true;
                 }
                 readQuotes();
                 Q_EMIT moved(0);
             });
}

void ThreadWindow::openAt(domain::MessageId id)
{
    const int generation = ++m_generation;
    m_followAgain = false;
    m_loadingOlder = m_loadingNewer = true;
    whenDone(m_context.desk.threadBefore(m_conversation, {id.value + 1}, pageSize), this,
             [this, id, generation](auto result) {
                 if (generation != m_generation) {
                     return;
                 }
                 m_loadingOlder = m_loadingNewer = false;
                 if (failed(result ? std::nullopt : std::optional(result.error()))) {
                     return;
                 }
                 m_messages.assign(result->messages.begin(), result->messages.end());
                 m_hasOlder = result->hasOlder;
                 m_hasNewer = result->hasNewer;
                 readQuotes();
                 Q_EMIT reset();
                 Q_EMIT reached(id);
             });
}

const domain::Message* ThreadWindow::quotedBy(const domain::Message& message) const
{
    const auto place = m_quoted.find(message.quotedProviderId);
    return place == m_quoted.end() || !place->second ? nullptr : &*place->second;
}

void ThreadWindow::readQuotes()
{
    for (const domain::Message& message : m_messages) {
        const QString& quoted = message.quotedProviderId;
        if (quoted.isEmpty() || m_quoted.contains(quoted)) {
            continue;
        }
        const auto here = std::ranges::find(m_messages, quoted, &domain::Message::providerId);
        if (here != m_messages.end()) {
            m_quoted[quoted] = *here;
            continue;
        }
        m_quoted[quoted] = std::nullopt;
        whenDone(m_context.desk.quoted(message.id), this,
                 [this, quoted, id = message.id, conversation = m_conversation](const auto& found) {
                     // One that is not here any more is shown without: the answer stands for itself.
                     if (found && conversation == m_conversation) {
                         m_quoted[quoted] = *found;
                         Q_EMIT messageChanged(id);
                     }
                 });
    }
}

std::vector<domain::InternalNote> ThreadWindow::notesBelow(const domain::Message& message) const
{
    // A note stands below the last message that was there when it was written; above all others, where none was.
    const bool isFirst = m_messages.front().id == message.id;
    const auto next = std::ranges::upper_bound(m_messages, message.id, {}, &domain::Message::id);
    std::vector<domain::InternalNote> below;
    for (const auto& note : m_notes) {
        const bool isBehind = note.after >= message.id || (isFirst && !m_hasOlder);
        const bool isBefore =
            next == m_messages.end() ? !m_hasNewer || note.after == message.id : note.after < next->id;
        if (isBehind && isBefore) {
            below.push_back(note);
        }
    }
    return below;
}

void ThreadWindow::readNotes()
{
    if (!m_conversation.isValid()) {
        return;
    }
    whenDone(m_context.desk.notes().of(m_conversation), this, [this, id = m_conversation](const auto& notes) {
        if (id != m_conversation) {
            return;
        }
        if (!notes) {
            m_context.problems.report(notesSource, notes.error(), [this] { readNotes(); });
            return;
        }
        m_context.problems.worked(notesSource);
        m_notes = *notes;
        Q_EMIT notesChanged();
    });
}

void ThreadWindow::loadNewer()
{
    if (m_hasNewer) {
        follow();
    }
}

void ThreadWindow::follow()
{
    if (m_loadingNewer) {
        m_followAgain = true;
        return;
    }
    m_loadingNewer = true;
    const domain::MessageId last = m_messages.empty() ? domain::MessageId{} : m_messages.back().id;
    const bool wasAtEnd = !m_hasNewer;
    whenDone(m_context.desk.threadAfter(m_conversation, last, pageSize), this,
             [this, wasAtEnd, generation = m_generation](auto result) {
                 if (generation != m_generation) {
                     return;
                 }
                 m_loadingNewer = false;
                 if (failed(result ? std::nullopt : std::optional(result.error()))) {
                     return;
                 }
                 m_messages.insert(m_messages.end(), result->messages.begin(), result->messages.end());
                 m_hasNewer = result->hasNewer;
                 while (int(m_messages.size()) > maximum) {
                     m_messages.pop_front();
                     m_hasOlder = true;
                 }
                 if (!result->messages.empty()) {
                     readQuotes();
                     Q_EMIT moved(wasAtEnd ? int(result->messages.size()) : 0);
                 }
                 if (std::exchange(m_followAgain, false)) {
                     follow();
                 }
             });
}

void ThreadWindow::onChanges(const std::vector<domain::Change>& changes)
{
    std::set<domain::MessageId> touched;
    bool grew = false;
    bool noted = false;
    for (const domain::Change& change : changes) {
        if (!m_conversation.isValid() || change.conversation != m_conversation.value) {
            continue;
        }
        if (change.topic == domain::Topic::Message) {
            const domain::MessageId id{change.id};
            if (!m_messages.empty() && id.isValid() && id <= m_messages.back().id) {
                touched.insert(id);
            } else {
                grew = true;
            }
        } else if (change.topic == domain::Topic::Note) {
            noted = true;
        } else if (change.topic == domain::Topic::Outbox) {
            // An outbox row's number is not a message's: look again at those that are still on their way.
            for (auto m = m_messages.rbegin(); m != m_messages.rend() && touched.size() < 20; ++m) {
                if (!m->isIncoming() && !isFinal(m->delivery)) {
                    touched.insert(m->id);
                }
            }
        }
    }
    for (const domain::MessageId id : touched) {
        refresh(id);
    }
    if (noted) {
        readNotes();
    }
    if (grew && !m_hasNewer) {
        follow();
    }
}

void ThreadWindow::refresh(domain::MessageId id)
{
    if (std::ranges::find(m_messages, id, &domain::Message::id) == m_messages.end()) {
        return;
    }
    whenDone(m_context.desk.message(id), this, [this, id, generation = m_generation](auto result) {
        const auto place = std::ranges::find(m_messages, id, &domain::Message::id);
        if (generation != m_generation || place == m_messages.end() ||
            failed(result ? std::nullopt : std::optional(result.error()))) {
            return;
        }
        *place = *result;
        Q_EMIT messageChanged(id);
    });
}

bool ThreadWindow::failed(const std::optional<Error>& error)
{
    if (error) {
        m_context.problems.report(source, *error, [this] { toEnd(); });
    } else {
        m_context.problems.worked(source);
    }
    return error.has_value();
}

} // namespace delpek::ui
