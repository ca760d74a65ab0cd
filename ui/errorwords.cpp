// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording.h"

#include <QCoreApplication>

namespace delpek::ui::words
{

namespace
{

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

} // namespace

QString sentence(const base::Error& error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return ErrorWords::tr("This cannot be done as it was entered. Check it and try again.");
    case ErrorCode::NotFound:
        return ErrorWords::tr("This is no longer there. It may have been removed at another desk.");
    case ErrorCode::Conflict:
        return ErrorWords::tr("Somebody else was first. Look at the conversation again before you go on.");
    case ErrorCode::StaleEpoch:
        return ErrorWords::tr("The conversation moved on in the meantime. Read the latest messages and try again.");
    case ErrorCode::Unauthorised:
        return ErrorWords::tr("The connection's key was refused or has expired. An administrator has to renew it.");
    case ErrorCode::Forbidden:
        return ErrorWords::tr("This is not allowed here. An administrator can change that.");
    case ErrorCode::WindowClosed:
        return reason(QStringLiteral("window.closed"));
    case ErrorCode::Unreachable:
        return ErrorWords::tr("The patient cannot be reached on this channel. Try the telephone.");
    case ErrorCode::RateLimited:
        return ErrorWords::tr("Too many messages went out at once. Wait a little and try again.");
    case ErrorCode::Timeout:
        return ErrorWords::tr("No answer came in time. Check what happened before you try again.");
    case ErrorCode::Unavailable:
        return ErrorWords::tr("The other side is not connected right now. Nothing was changed.");
    case ErrorCode::Cancelled:
        return ErrorWords::tr("This was stopped before it was done.");
    case ErrorCode::Unsupported:
        return ErrorWords::tr("This channel cannot do that.");
    case ErrorCode::Internal:
        return ErrorWords::tr("Something went wrong in Delpek. Try again; if it stays, tell an administrator.");
    }
    return {};
}

QString reason(const QString& key)
{
    if (key == QLatin1String("window.closed")) {
        return ErrorWords::tr("More than 24 hours have passed since the patient last wrote, so WhatsApp does not allow "
                              "free text. Your draft is kept; call the patient, or write once they write again.");
    }
    if (key == QLatin1String("channel.off")) {
        return ErrorWords::tr("This channel is not connected, so nothing can be sent. Your draft is kept.");
    }
    if (key == QLatin1String("opted.out")) {
        return ErrorWords::tr("The patient asked not to receive messages. Your draft is kept.");
    }
    if (key == QLatin1String("human.requested")) {
        return ErrorWords::tr("Asked to speak to a person");
    }
    if (key == QLatin1String("agent.lost")) {
        return ErrorWords::tr("The agent could not go on");
    }
    if (key == QLatin1String("doctor.requested")) {
        return ErrorWords::tr("Asked for the doctor");
    }
    if (key.startsWith(QLatin1String("triage."))) {
        const QString what = key.mid(7);
        if (what == QLatin1String("breathing")) {
            return ErrorWords::tr("Trouble breathing or swallowing");
        }
        if (what == QLatin1String("bleeding")) {
            return ErrorWords::tr("Bleeding that does not stop");
        }
        if (what == QLatin1String("swelling")) {
            return ErrorWords::tr("Swelling");
        }
        if (what == QLatin1String("trauma") || what == QLatin1String("knocked-out-tooth")) {
            return ErrorWords::tr("A blow or a knocked-out tooth");
        }
        return ErrorWords::tr("A safety rule fired");
    }
    return ErrorWords::tr("Waits for a person");
}

} // namespace delpek::ui::words
