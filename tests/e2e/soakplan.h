// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"

#include <chrono>
#include <random>
#include <vector>

// What happens in a soak, as data: made from a seed alone, before anything runs.

namespace delpek::test
{

struct SoakPatient {
    domain::ChannelKind channel = domain::ChannelKind::WhatsApp;
    int number = 0; ///< unique in the soak; ids and phone numbers come from it
    int messages = 0;
};

enum class SoakAct {
    Say,          ///< the patient's message `message` arrives; messages do not arrive in their order
    SayAgain,     ///< it is delivered once more, perhaps before it is delivered at all
    Edit,         ///< the patient changed it; never in the web chat
    React,        ///< the patient reacted to it; never in the web chat
    ClinicWrites, ///< a person writes from the clinic's own phone; WhatsApp and WAHA only
    Trouble,      ///< the next send of the patient's provider goes wrong
    Report,       ///< the patient's provider tells of what was delivered and read, in any order, in part twice
};

enum class SoakTrouble {
    Busy,      ///< refused for now, without effect
    TooFast,   ///< refused with a time to wait
    Slow,      ///< answered late
    Gateway,   ///< an error of a gateway: nobody knows whether the message was taken; it was not
    TakenOnly, ///< the same, and the message was taken
    Silent,    ///< taken and never answered
};

struct SoakStep {
    SoakAct act = SoakAct::Say;
    int patient = 0; ///< index in SoakPlan::patients
    int message = 0; ///< 1, 2 …
    SoakTrouble trouble = SoakTrouble::Busy;
    std::chrono::milliseconds pause{0}; ///< after it
};

/// How a life of the process ends: by SIGTERM, by SIGKILL, or by SIGKILL while a delivery is on its way to it.
enum class SoakEnd { Ended, Killed, KilledInDelivery };

struct SoakLife {
    std::vector<SoakStep> steps;
    SoakEnd end = SoakEnd::Ended;
    std::chrono::milliseconds breath{0}; ///< before the end
};

struct SoakPlan {
    std::vector<SoakPatient> patients;
    std::vector<SoakLife> lives; ///< the last one settles before it ends
};

struct SoakSize {
    int patientsEach = 8; ///< a channel
    int lives = 5;
    bool silence = false; ///< sends that are never answered; each costs the client's whole patience
};

SoakPlan makeSoakPlan(std::mt19937_64& random, const SoakSize& size, int firstPatient);

/// Whether the message is a picture with these words below it; never in the web chat.
bool isPicture(const SoakPatient& patient, int message);

/// What the patient says in this message, the same each time it is asked.
QString wordsOf(const SoakPatient& patient, int message);

/// "life 2: Say waha 17/3" for each step of this patient, and what befell its provider.
QStringList storyOf(const SoakPlan& plan, int patient);

} // namespace delpek::test
