// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QObject>
#include <QThread>

namespace delpek::secrets
{

/// Single calls to the system keychain, as futures, on one thread with an event loop. May be called from any thread.
class KeychainJobs
{
public:
    /// The one of this process. QtKeychain queues its jobs in a process-wide object that belongs to the thread of the
    /// first job: a second thread would wait for the first one for ever.
    static KeychainJobs& shared();

    ~KeychainJobs();

    /// NotFound; Forbidden when the user or the system refuses; Timeout after `patience` (the keychain may be waiting
    /// for its own password); Unavailable for all else.
    Future<QString> read(const QString& service, const QString& name, base::Duration patience);
    Future<Done> write(const QString& service, const QString& name, const QString& value,
                                base::Duration patience);
    Future<Done> remove(const QString& service, const QString& name, base::Duration patience);

private:
    KeychainJobs();

    QThread m_thread;
    QObject m_context;
};

} // namespace delpek::secrets
