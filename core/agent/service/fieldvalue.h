// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/offline/texts.h"
#include "agent/service/service.h"
#include "language/understanding.h"

namespace delpek::agent::service
{

/// A message of the patient's, as a form reads it.
struct FormMessage {
    QString text;
    QString choice;                         ///< value of a pressed button; empty for words
    language::UnderstandingContext context; ///< without `asked`
};

/// With what the words of a message are read. References outlive it.
struct FormWords {
    const language::Understander& understander;
    const Texts& texts; ///< words.back, words.cancel, words.correct, words.skip, words.yes, words.no
};

/// Whether the message is one of the words of a text ("a|b c") in either language, and nothing else.
bool saysOnly(const QString& text, const Texts& texts, const QString& key);

/// Yes or no, by button or words; nothing for what is neither.
std::optional<bool> yesOrNoIn(const FormMessage& message, const FormWords& words);

/// The value that a message gives a field: a text as written, a date as "2026-03-05", an option's value, a number in
/// E.164 form, "yes" or "no". Nothing when it cannot be read as one. Pure.
std::optional<QString> valueIn(const FormMessage& message, const Field& field, const FormWords& words);

/// A value as a person reads it. "—" for one that was skipped.
QString shownValue(const Field& field, const QString& value, const Texts& texts, domain::Language language);

} // namespace delpek::agent::service
