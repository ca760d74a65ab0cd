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
/// True when treatment and doctor are known and fit the clinic and each other; else it asked.
bool haveTreatment(Talk& talk);

/// Asks for what stands in the card or for the waiting list, in words that the intents take for something else ("put me
/// on the list", "my treatment plan"), and for nothing else that is for a person.
bool asksInOtherWords(const Talk& talk);
/// What a person or the doctor does, whatever else is going on. True when it was handed over.
bool handToPerson(Talk& talk);
/// Takes the patient off the list of those who get messages of our own accord. True when that is what they want.
bool leaveList(Talk& talk);
/// Who left that list wants to be on it again.
bool comesBack(const Talk& talk);

/// What of their own a patient asks for.
struct LookupWish {
    bool visits = false;
    bool balance = false;
    bool details = false;
    bool plan = false;
    QString invoice; ///< number, where one is named
    bool any() const { return visits || balance || details || plan; }
    /// Asks for what no intent stands for, in words that the intents would take for something else.
    bool ofCard() const { return details || plan; }
};
LookupWish lookupWish(const Talk& talk);
/// Visits, balance, what an invoice is for, treatment plan.
void lookUp(Talk& talk);
void cancelVisit(Talk& talk);
void moveVisit(Talk& talk);

/// Asks to be called when something becomes free.
bool wishesToWait(const Talk& talk);
void joinWaitingList(Talk& talk);
/// The button that offers it, beside a question for another time.
std::vector<domain::Option> waitingOption(const Talk& talk);

/// Brings the dialogue to one chosen slot: takes the patient's choice, or searches and offers. True when one is chosen;
/// false when something was asked, has to run first or was handed over.
bool arrangeSlot(Talk& talk, const QString& treatment, const QString& doctor);
/// The slot of the offer that the message means.
std::optional<domain::Slot> chosenSlot(const Talk& talk);

/// Asks for name and birth date unless they are known for `state.person`. True when they are; for what is `told` a name
/// is enough to try with.
bool haveIdentity(Talk& talk, const QString& askKey, bool told = false);

/// {name} and, where it was given, {birth_date} as tools take them.
base::Json identityArguments(const DialogueState& state);
/// The result of a tool that shows a patient's own data; null while it has to run, and when the identity is not
/// confirmed: then it asks again, and hands over when no try is left. What it says is the same whatever the records
/// hold.
const base::Json* confirmedCall(Talk& talk, const QString& tool, const base::Json& more = base::Json::object());
/// False, and handed over, when no try is left to say who writes.
bool mayIdentify(Talk& talk);
std::vector<domain::Appointment> visitsIn(const base::Json& result);

/// The standing buttons: "menu:book", "menu:invoice", "menu:doctor". They work in every state, also long after.
std::vector<domain::Option> menuOptions(const Talk& talk);
/// The standing button that the message presses, by its value, its number or its words; empty for none.
QString menuChoice(const Talk& talk);
/// Asks for the buttons ("menu", "help").
bool asksForMenu(const Talk& talk);

enum class MenuStep { None, Done, RunFlow };
/// Answers what is said about the conversation itself: stop, go back, say it again, that is not what I asked, are you a
/// machine. None: the message is none of these. RunFlow: the open flow has to go on.
MenuStep repair(Talk& talk);
/// Answers a standing button, a wish for them, or the question whether the running flow is to be dropped. None: the
/// message is none of these. RunFlow: `state.flow` has to go on.
MenuStep standingMenu(Talk& talk);

} // namespace delpek::agent
