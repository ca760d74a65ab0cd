// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "desk/desk.h"
#include "ui/context.h"

#include <QObject>
#include <QTimer>

namespace delpek::ui
{

/// This member of staff's sends that wait in the outbox and can still be taken back. The desk holds them, not this
/// window: closing it loses nothing and sends nothing twice.
class HeldSends final : public QObject
{
    Q_OBJECT

public:
    explicit HeldSends(const Context& context, QObject* parent = nullptr);

    void read();
    /// The one that was sent last: the one a person wants back.
    const desk::HeldSend* newest() const { return m_held.empty() ? nullptr : &m_held.back(); }
    /// Whole seconds until it goes out, at least 1.
    int secondsLeft() const;
    /// Takes the newest back.
    void takeBack();

Q_SIGNALS:
    /// Another one waits, none does, or a second passed.
    void changed();
    void takenBack(const delpek::desk::TakenBack& back);
    void failed(const delpek::base::Error& error);

private:
    void dropDue();

    Context m_context;
    std::vector<desk::HeldSend> m_held;
    QTimer m_ticker;
    bool m_reading = false;
    bool m_again = false;
    bool m_takingBack = false;
};

} // namespace delpek::ui
