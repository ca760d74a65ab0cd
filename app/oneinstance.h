// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/filelock.h"

#include <QLocalServer>

#include <functional>

namespace delpek::app
{

/// What a second start says to the window that is there: a link it was given, or none ("come to the front"). Nothing
/// else can be said.
QByteArray handover(const QString& link);
/// The link; empty for none. nullopt for everything that handover does not write.
std::optional<QString> readHandover(const QByteArray& line);
/// Longer lines are not read to their end.
inline constexpr qsizetype longestHandover = 1024;

/// Makes one window of several starts by the same person over the same workspace. An OS lock says who is first; a local
/// socket, open to this person alone, brings what the others were started with. Main thread.
class OneInstance
{
public:
    using Wanted = std::function<void(const QString& link)>;

    /// The name stands for the workspace: what must be opened once and what the numbers in links mean, which is the
    /// database. Of an SQLite file the same from every folder. It holds no part of the location.
    static QString nameOf(const QString& storeLocation);
    /// The person's own folder for such things.
    static QString ownFolder();

    /// The first one, or null when another start took it over: then this one is to end. Waits at most `patience`.
    /// Timeout when somebody is first and does not answer; Unavailable when the folder cannot be used.
    static Result<std::unique_ptr<OneInstance>> start(const QString& folder, const QString& name, const QString& link,
                                                      std::chrono::milliseconds patience);
    ~OneInstance();

    /// From the event loop of the thread that started it. Starts that came before are told then.
    void setWanted(Wanted wanted);

private:
    OneInstance(std::unique_ptr<store::FileLock> lock, const QString& socket);
    void take();
    void hear(QLocalSocket* peer);

    std::unique_ptr<store::FileLock> m_lock; ///< the last to go
    QLocalServer m_server;
    Wanted m_wanted;
};

} // namespace delpek::app
