// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

// A mail as it travels. Source: RFC 5322, 2045, 2047. Pure.

namespace delpek::notify
{

struct Mail {
    QString from; ///< an address, without a name
    QString fromName;
    QString to; ///< an address, without a name
    QString subject;
    QString text;
    QString messageId; ///< the part before the @; unique for each mail that is to be told apart
    base::Instant at;
    bool important = false;
};

/// Header text as encoded words (UTF-8, base64), each at most 75 characters and cut between characters; plain ASCII
/// stays as it is where it may. Line ends and other controls become spaces.
QByteArray encodedHeader(const QString& text);

/// The whole mail: CRLF at each line's end, none longer than 78 characters where that can be, the body in base64.
/// InvalidInput when an address is none.
Result<QByteArray> writeMail(const Mail& mail);

} // namespace delpek::notify
