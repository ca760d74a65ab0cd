// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "domain/internalnote.h"
#include "ui/context.h"

#include <QObject>

#include <deque>
#include <map>
#include <set>

namespace delpek::ui
{

/// A stretch of at most `maximum` messages of one conversation, ascending, that moves over a thread of any length by
/// keyset pages and follows the change feed.
class ThreadWindow final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 60;
    static constexpr int maximum = 300;

    explicit ThreadWindow(const Context& context, QObject* parent = nullptr);

    /// Shows the end of the conversation; an invalid id shows nothing.
    void open(domain::ConversationId id);
    void loadOlder();
    void loadNewer();
    /// Shows the stretch that ends with this message of the conversation.
    void openAt(domain::MessageId id);
    /// The message that this one answers, once it is known; null before and where there is none.
    const domain::Message* quotedBy(const domain::Message& message) const;
    /// The internal notes that stand below this message of the window, in order.
    std::vector<domain::InternalNote> notesBelow(const domain::Message& message) const;
    /// Back to the newest page.
    void toEnd() { open(m_conversation); }

    domain::ConversationId conversation() const { return m_conversation; }
    const std::deque<domain::Message>& messages() const { return m_messages; }
    bool hasOlder() const { return m_hasOlder; }
    bool hasNewer() const { return m_hasNewer; }

Q_SIGNALS:
    /// Another conversation, or the same from its end.
    void reset();
    /// openAt has brought the message.
    void reached(delpek::domain::MessageId id);
    /// Messages came or went at either end; `arrived` of them are new at the end of the conversation.
    void moved(int arrived);
    void messageChanged(delpek::domain::MessageId id);
    /// Notes came or went.
    void notesChanged();

private:
    void onChanges(const std::vector<domain::Change>& changes);
    void refresh(domain::MessageId id);
    void follow();
    void readQuotes();
    void readNotes();
    bool failed(const std::optional<Error>& error);

    Context m_context;
    domain::ConversationId m_conversation;
    std::deque<domain::Message> m_messages;
    std::map<QString, std::optional<domain::Message>> m_quoted; ///< by the provider's id; nothing while it is asked for
    std::vector<domain::InternalNote> m_notes;                  ///< of the whole conversation, ascending
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    bool m_loadingOlder = false;
    bool m_loadingNewer = false;
    bool m_followAgain = false;
    int m_generation = 0;
};

} // namespace delpek::ui
