// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "domain/erasedamounts.h"

#include <vector>

namespace delpek::desk
{

/// A conversation that may be erased.
struct Erasable {
    domain::Conversation conversation;
    domain::ErasedAmounts amounts;
    QString hindrance = {}; ///< a text key ("erasure.escalation"): what has to end before; empty: nothing
};

/// What is kept of patients, and erasing it. As Desk: any thread, answers later, blocks nowhere. Needs the right to
/// manage the clinic. docs/privacy.md tells what an erasure takes and leaves.
class Privacy
{
public:
    virtual ~Privacy() = default;

    /// Of everybody who has that number, as a person writes it; none when nobody has. InvalidInput (privacy.phone) for
    /// what is no phone number.
    virtual Future<std::vector<Erasable>> ofPhone(const QString& phone) = 0;
    /// This conversation first, then the others of the same person.
    virtual Future<std::vector<Erasable>> ofPerson(domain::ConversationId id) = 0;
    /// Erases all of them or none; gives what there was. Conflict, with the key of the hindrance, where something has
    /// to end first; NotFound when one is gone; InvalidInput for none.
    virtual Future<domain::ErasedAmounts> erase(const std::vector<domain::ConversationId>& ids) = 0;
    /// How many conversations would be erased by themselves today if privacy.keep-days were that many (1 and more).
    virtual Future<int> resting(int days) = 0;
};

} // namespace delpek::desk
