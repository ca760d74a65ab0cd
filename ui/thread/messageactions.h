// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/message.h"
#include "ui/context.h"

#include <QObject>

namespace delpek::ui
{

class AttachmentActions;
class ThreadView;
class ThreadWindow;
enum class BubbleAction;

/// Does what a person presses in the bubbles of one thread.
class MessageActions final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    MessageActions(const Context& context, ThreadView& view, const ThreadWindow& window,
                   AttachmentActions& attachments);

private:
    void run(domain::MessageId id, BubbleAction action);
    void showQuoted(domain::MessageId id);
    void showEarlier(domain::MessageId id);
    template <typename T>
    void tell(Future<T> future);

    Context m_context;
    ThreadView& m_view;
    const ThreadWindow& m_window;
    AttachmentActions& m_attachments;
};

} // namespace delpek::ui
