// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/presence.h"
#include "domain/change.h"

#include <QObject>
#include <QTimer>

namespace delpek::desk
{
class Desk;
}

namespace delpek::ui
{

class ChangeFeed;

/// Where this desk is, told to the others, and where they are. UI thread.
class PresenceKeeper final : public QObject
{
    Q_OBJECT

public:
    PresenceKeeper(desk::Desk& desk, ChangeFeed& feed, QObject* parent = nullptr);
    ~PresenceKeeper() override;

    /// This conversation is open here now; an invalid one: none.
    void open(domain::ConversationId id);
    /// Something was typed to it.
    void wrote();
    /// Who has it open at other desks.
    std::vector<desk::Companion> at(domain::ConversationId id) const;

Q_SIGNALS:
    void changed();

private:
    void tell();
    void read();

    desk::Desk& m_desk;
    domain::ConversationId m_id;
    bool m_isWriting = false;
    std::vector<desk::Companion> m_others;
    QTimer m_beat;
    QTimer m_pause; ///< runs while what was typed last is fresh
};

} // namespace delpek::ui
