// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/ids.h"
#include "ui/context.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace delpek::ui
{

/// Holds one written message for the few seconds in which it can be taken back, then hands it to the desk. It keeps its
/// own recipient, whatever is shown meanwhile; until the desk has it, its text is also the saved draft.
class SendQueue final : public QObject
{
    Q_OBJECT

public:
    struct Pending {
        domain::ConversationId conversation;
        QString recipient;
        QString text;
    };

    explicit SendQueue(const Context& context, QObject* parent = nullptr);
    ~SendQueue() override;

    void setUndoTime(std::chrono::milliseconds time) { m_undoTime = time; }
    /// One that still waits goes out first.
    void add(Pending pending);
    /// Takes the waiting message back.
    std::optional<Pending> undo();
    /// Sends the waiting message now.
    void flush();
    const std::optional<Pending>& waiting() const { return m_waiting; }

Q_SIGNALS:
    void changed();
    void sent(delpek::domain::ConversationId conversation);
    void failed(delpek::domain::ConversationId conversation, const QString& text, const delpek::base::Error& error);

private:
    Context m_context;
    std::optional<Pending> m_waiting;
    QTimer m_timer;
    std::chrono::milliseconds m_undoTime{4000};
};

} // namespace delpek::ui
