// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"
#include "ui/context.h"

#include <QObject>

#include <functional>

class QWidget;

namespace delpek::ui
{

/// Who is on shift, and what the person at the desk does about it. UI thread.
class ShiftKeeper final : public QObject
{
    Q_OBJECT

public:
    /// What the bar above the pages says, the weightiest first.
    enum class Say { Nothing, WasForgotten, Forgotten, Unread, Offer };

    /// Dialogs open over `window`.
    ShiftKeeper(const Context& context, QWidget* window);

    const desk::ShiftState& state() const { return m_state; }
    /// The person at the desk may begin shifts, and the state was read.
    bool isOn() const { return m_isRead; }
    Say say() const;
    /// The person's last shift, which was ended when the new one began.
    const std::optional<domain::Shift>& forgotten() const { return m_forgotten; }
    /// Whether a shift is offered to who signs in at this window.
    bool isOffering() const;
    void setOffering(bool on);

    /// Somebody else is at the desk, or nobody: what was said is said anew.
    void restart();
    /// Asks anew who is on shift.
    void read();
    /// What the bar says now is known.
    void dismiss();
    void begin();
    /// Shows what is handed over, to end the shift or not. `then` runs after it was ended.
    void end(const std::function<void()>& then = {});
    /// Asks whoever leaves while on shift whether to end it; `leave` runs unless the person stays. `goOn`: the button
    /// by which the shift goes on.
    void askBefore(const QString& goOn, const std::function<void()>& leave);
    /// The sheets, the newest that is unread first.
    void showSheets();

Q_SIGNALS:
    void changed();
    void openWanted(delpek::domain::ConversationId id);

private:
    Context m_context;
    QWidget* m_window;
    desk::ShiftState m_state;
    bool m_isRead = false;
    int m_reads = 0;
    bool m_isBeginning = false;
    bool m_hasBegun = false; ///< what is to be read is shown once it is known
    std::optional<domain::Shift> m_forgotten;
    bool m_isOfferKnown = false;
    bool m_isForgottenKnown = false;
    domain::ShiftId m_knownSheet; ///< the newest whose bar was put away
};

} // namespace delpek::ui
