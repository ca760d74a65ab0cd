// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace delpek::base
{

/// What kind of failure it was; decides whether to try again and whom to tell.
enum class ErrorCode {
    InvalidInput, ///< what came in is malformed; the same again fails again
    NotFound,
    Conflict,     ///< somebody else was first (slot taken, duplicate reference)
    StaleEpoch,   ///< the conversation moved on since the work began; drop the work
    Unauthorised, ///< credential wrong, expired or missing
    Forbidden,    ///< credential is good, the right is missing; or a policy forbids it
    WindowClosed, ///< WhatsApp's 24 hours are over: only a template may be sent
    Unreachable,  ///< this recipient cannot be reached on this channel
    RateLimited,  ///< wait for `retryAfter` if given
    Timeout,      ///< no answer in time; the effect is unknown
    Unavailable,  ///< the other side is down or not connected; it had no effect
    Cancelled,
    Unsupported,
    Internal, ///< our own fault
};

/// An expected failure, as a value. `detail` goes to the log and to admins and must hold no secret and no patient's
/// words; `key` selects the sentence a user sees (the text itself is chosen in `ui`, in the user's language).
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString key;
    QString detail;
    std::optional<std::chrono::milliseconds> retryAfter = std::nullopt;

    friend bool operator==(const Error&, const Error&) = default;
};

QString toText(ErrorCode code);

/// "<code>: <detail>", for logs and for standard error.
QString describe(const Error& error);

/// True where the same request may succeed later without anybody changing anything.
bool isTransient(ErrorCode code);

} // namespace delpek::base
