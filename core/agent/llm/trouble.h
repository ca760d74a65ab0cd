// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/json.h"
#include "http/client.h"

namespace delpek::agent::llm
{

/// What goes wrong with a model, by what to do about it. As an error: the code decides whether to try again, the key
/// ("llm." and the word) says it to people, the detail holds the provider's words for types and codes and nothing else:
/// its sentences may quote a patient.
enum class Trouble {
    Key,        ///< the key is missing, wrong or has expired
    Right,      ///< the key may not do this, or the country may not
    Quota,      ///< money or quota is used up: nothing helps but an admin
    Model,      ///< there is no such model
    Request,    ///< the provider refuses how we ask
    TooLong,    ///< more than fits the model's window
    Rate,       ///< too many requests just now
    Overloaded, ///< the provider is out of breath or broken
    Cut,        ///< the answer ended before its end
    Length,     ///< the answer was longer than allowed and is not whole
    Refused,    ///< the model or its filter will not answer
    Empty,      ///< an answer without words and tools
    Malformed   ///< not what the provider documents
};

base::Error troubleError(Trouble trouble, const QString& detail,
                         std::optional<base::Duration> retryAfter = std::nullopt);

inline tl::unexpected<base::Error> failWith(Trouble trouble, const QString& detail)
{
    return tl::unexpected(troubleError(trouble, detail));
}

/// By the status alone, where the body says nothing better. A good status is that of a stream that broke off with an
/// error.
Trouble troubleOf(int status);

/// How long the provider asks to wait: retry-after-ms, then retry-after in seconds or as a date (against the answer's
/// own Date). Source: llm-providers.md, 1.5 and 2.4.
std::optional<base::Duration> retryAfter(const http::Headers& headers);

/// A provider's word for a kind of error: short, of letters, digits and "_.-"; anything else is left out.
QString codeWord(const QString& text);

} // namespace delpek::agent::llm

template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::llm::Trouble> =
    std::to_array<std::pair<delpek::agent::llm::Trouble, const char*>>(
        {{delpek::agent::llm::Trouble::Key, "key"},
         {delpek::agent::llm::Trouble::Right, "right"},
         {delpek::agent::llm::Trouble::Quota, "quota"},
         {delpek::agent::llm::Trouble::Model, "model"},
         {delpek::agent::llm::Trouble::Request, "request"},
         {delpek::agent::llm::Trouble::TooLong, "too-long"},
         {delpek::agent::llm::Trouble::Rate, "rate"},
         {delpek::agent::llm::Trouble::Overloaded, "overloaded"},
         {delpek::agent::llm::Trouble::Cut, "cut"},
         {delpek::agent::llm::Trouble::Length, "length"},
         {delpek::agent::llm::Trouble::Refused, "refused"},
         {delpek::agent::llm::Trouble::Empty, "empty"},
         {delpek::agent::llm::Trouble::Malformed, "malformed"}});
