// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/clinicfacts.h"
#include "domain/message.h"
#include "language/understanding.h"

namespace delpek::agent
{

enum class Flow { None, Book, Lookup, Cancel, Move, Wait };

/// Where a conversation stands: inert data that outlives the process and the program's version.
struct DialogueState {
    Flow flow = Flow::None;
    QString agent;                              ///< of the team, who had the word last
    domain::Asks asked = domain::Asks::Nothing; ///< the question that is open

    QString treatment;
    QString topic;  ///< the treatment last spoken of ("can I book that?")
    QString doctor; ///< id
    QString person; ///< for whom; empty: the writer
    std::optional<language::When> when;
    std::optional<domain::Slot> slot;  ///< chosen
    std::vector<domain::Slot> offered; ///< shown to the patient
    domain::LocalTime offerExpires;

    QString name; ///< the identity as stated
    QDate birthDate;
    QString phone;          ///< stated; asked only where the channel vouches for none
    QString identityPerson; ///< whose identity it is, as `person`
    domain::LocalTime identityExpires;
    domain::Gender gender = domain::Gender::Unknown;

    bool wantsVisits = false; ///< what a lookup is for
    bool wantsBalance = false;
    bool wantsDetails = false; ///< what an invoice is for
    bool wantsPlan = false;
    QString invoice;        ///< number of the one that was named
    Flow done = Flow::None; ///< what was last brought to its end: "the other one too"
    base::Json held;        ///< a flow that waits until a lookup in between is done; null for none
    QString pending;        ///< a standing button that was pressed while a flow runs: asked whether to drop it
    QString visit;          ///< id of the visit to cancel or move
    std::optional<language::When> standing;  ///< when the visit to move is, as far as it was said
    std::vector<domain::Appointment> visits; ///< shown to choose from
    base::Json consent;                      ///< {tool, arguments} the patient said yes to, in this turn
    bool several = false;                    ///< a second visit, of somebody else, is to be booked after this one
    bool declined = false;                   ///< said no to the last summary
    bool courtesy = false;                   ///< the last message of ours was a courtesy
    int misses = 0;                          ///< in a row

    bool hasIdentity() const { return !name.isEmpty() && birthDate.isValid(); }
    /// Ends the flow; keeps what stays true of the person.
    void endFlow();
    /// Takes back what was asked for.
    void forgetWish();
    void forgetIdentity();
    /// Takes back the choice of a time and what was offered.
    void dropSlot();
};

base::Json toJson(const DialogueState& state);
/// Reads what toJson wrote. Anything else, and offers and identities that are past, is left out.
DialogueState stateFromJson(const base::Json& json, const domain::LocalTime& now);

} // namespace delpek::agent

template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::Flow> =
    std::to_array<std::pair<delpek::agent::Flow, const char*>>({{delpek::agent::Flow::None, ""},
                                                                {delpek::agent::Flow::Book, "book"},
                                                                {delpek::agent::Flow::Lookup, "lookup"},
                                                                {delpek::agent::Flow::Cancel, "cancel"},
                                                                {delpek::agent::Flow::Move, "move"},
                                                                {delpek::agent::Flow::Wait, "wait"}});
