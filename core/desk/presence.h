// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QString>

#include <vector>

namespace delpek::desk
{

/// Somebody at another desk.
struct Companion {
    QString staff;
    domain::ConversationId conversation; ///< which is open there
    bool isWriting = false;              ///< a message or a note, just now
    friend bool operator==(const Companion&, const Companion&) = default;
};

/// A desk says again where it is when so much time went by; one that said nothing for three times as long is gone.
inline constexpr base::Duration presenceBeat = std::chrono::seconds(15);

/// Who has which conversation open, at the desks of one clinic. Nobody is kept from anything by it. As Desk: any
/// thread, blocks nowhere. What changes is told with Topic::Presence. One desk alone has no others.
class Presence
{
public:
    virtual ~Presence() = default;

    /// Where this desk is now; also when nothing changed, every presenceBeat. It may fail unseen: it is said again.
    virtual void be(domain::ConversationId id, bool isWriting) = 0;
    /// Nobody is there any more.
    virtual void leave() = 0;
    /// At other desks, by name.
    virtual Future<std::vector<Companion>> others() = 0;
};

} // namespace delpek::desk
