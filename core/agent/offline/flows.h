// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/offline/talk.h"

// The dialogue flows. Each can be entered again at any message: it takes in what was said, then does the next thing
// that is missing.

namespace delpek::agent
{

/// Answers the questions about the clinic in the message (prices, hours, place, insurance, services). True when one was
/// answered or its tool has to run first.
bool answerQuestions(Talk& talk);

/// Takes treatment, doctor, person, time and identity out of the message, as far as it gives them for the open flow.
void takeIn(Talk& talk);
void book(Talk& talk);

/// Coming visits and balance.
void lookUp(Talk& talk);
void cancelVisit(Talk& talk);
void moveVisit(Talk& talk);

/// Brings the dialogue to one chosen slot: takes the patient's choice, or searches and offers. True when one is chosen;
/// false when something was asked, has to run first or was handed over.
bool arrangeSlot(Talk& talk, const QString& treatment, const QString& doctor);
/// The slot of the offer that the message means.
std::optional<domain::Slot> chosenSlot(const Talk& talk);

/// Asks for name and birth date unless they are known for `state.person`. True when they are.
bool haveIdentity(Talk& talk, const QString& askKey);

} // namespace delpek::agent
