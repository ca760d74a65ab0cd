// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QString>

namespace delpek::bench
{

/// What a practice has after years: 20,000 conversations, one of which holds a tenth of all messages or 100,000,
/// whichever is less.
struct BigStore {
    QString path;
    qint64 messages = 0;
    domain::ConversationId longest;
    qint64 longestMessages = 0;

    QString location() const { return QStringLiteral("sqlite:") + path; }
    /// Lets the system forget the file's pages, so that the next open reads from the disk.
    void makeCold() const;
};

/// The store with so many messages at `folder`; written on the first call, through the store's own writes. `took` gets
/// the seconds that writing needed, if it was written now.
BigStore bigStore(const QString& folder, qint64 messages, double* took = nullptr);

} // namespace delpek::bench
