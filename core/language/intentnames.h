// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>

// The intents of the label guide, each by its place in this list.

namespace delpek::language
{

constexpr std::array<const char*, 28> intentNames = {"book_appointment",
                                                     "reschedule_appointment",
                                                     "cancel_appointment",
                                                     "confirm_appointment",
                                                     "my_appointments",
                                                     "invoice",
                                                     "pay",
                                                     "price",
                                                     "insurance",
                                                     "hours",
                                                     "location",
                                                     "service_info",
                                                     "symptom",
                                                     "medical_question",
                                                     "prescription",
                                                     "records",
                                                     "human",
                                                     "doctor",
                                                     "complaint",
                                                     "feedback",
                                                     "opt_out",
                                                     "privacy_request",
                                                     "affirm",
                                                     "deny",
                                                     "greeting",
                                                     "thanks",
                                                     "goodbye",
                                                     "other"};
constexpr int intentCount = int(intentNames.size());

/// -1 for a name that is none.
inline int intentOf(QStringView name)
{
    for (int i = 0; i < intentCount; ++i) {
        if (name == QLatin1String(intentNames[std::size_t(i)])) {
            return i;
        }
    }
    return -1;
}

/// For names written in the code, checked by the compiler.
consteval int intent(std::string_view name)
{
    for (int i = 0; i < intentCount; ++i) {
        if (intentNames[std::size_t(i)] == name) {
            return i;
        }
    }
    throw "no such intent";
}

} // namespace delpek::language
