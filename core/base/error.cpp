// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace delpek::base
{

QString toText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return QStringLiteral("invalid input");
    case ErrorCode::NotFound:
        return QStringLiteral("not found");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::StaleEpoch:
        return QStringLiteral("stale epoch");
    case ErrorCode::Unauthorised:
        return QStringLiteral("unauthorised");
    case ErrorCode::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorCode::WindowClosed:
        return QStringLiteral("window closed");
    case ErrorCode::Unreachable:
        return QStringLiteral("unreachable");
    case ErrorCode::RateLimited:
        return QStringLiteral("rate limited");
    case ErrorCode::Timeout:
        return QStringLiteral("timeout");
    case ErrorCode::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorCode::Internal:
        return QStringLiteral("internal error");
    }
    return QStringLiteral("unknown");
}

QString describe(const Error& error)
{
    return error.detail.isEmpty() ? toText(error.code) : toText(error.code) + QStringLiteral(": ") + error.detail;
}

bool isTransient(ErrorCode code)
{
    return code == ErrorCode::RateLimited || code == ErrorCode::Timeout || code == ErrorCode::Unavailable;
}

} // namespace delpek::base
