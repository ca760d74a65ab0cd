// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <memory>

namespace delpek::ui
{

enum class System { Linux, Windows, MacOs };

/// What has the program start when a person signs in to the computer: a desktop file (Desktop Application Autostart
/// Specification 0.5), a LaunchAgent's property list, or the command line of a Run key. `command` is the program and
/// its arguments. InvalidInput for none, and for control characters, which no form carries.
Result<QByteArray> autostartEntry(System system, const QStringList& command);

/// The program and its arguments in one line, quoted as the system's entries have it. InvalidInput for none, and for
/// control characters.
Result<QString> commandLine(System system, const QStringList& command);

/// What to start the next time: the program as it runs now, without what was meant for this once (a link), and with
/// the configuration's file found from anywhere: it was named from `folder`.
QStringList commandOfNextTime(const QString& program, const QStringList& arguments, const QString& folder);

/// The same of this program: an AppImage by its own file.
QStringList commandOfThisProgram();

/// Where the entry stands. The files are small and the person's own: they are read and written on the calling thread.
class AutostartPlace
{
public:
    virtual ~AutostartPlace() = default;
    /// nullopt: there is none.
    virtual std::optional<QByteArray> read() const = 0;
    /// All of it or nothing.
    virtual bool write(const QByteArray& entry) const = 0;
    virtual bool remove() const = 0;
};

/// A file; its folder is made.
std::unique_ptr<AutostartPlace> autostartFile(const QString& path);
/// A value of QSettings: the Run key of Windows, or a file that stands for it.
std::unique_ptr<AutostartPlace> autostartValue(const QString& settings, bool isRegistry);

/// Whether Delpek starts with the computer, as the computer sees it: asked anew each time, never remembered.
class Autostart
{
public:
    /// Other: there is an entry, but not the one we would write: somebody changed it, or the program moved.
    enum class State { Off, On, Other };

    Autostart(System system, const QStringList& command, std::unique_ptr<AutostartPlace> place);
    /// Of this program for this person.
    static Autostart ofThisProgram();

    State state() const;
    /// Unavailable with the key "autostart.failed" when it cannot be written or taken away.
    Result<Done> set(bool on) const;

private:
    System m_system;
    QStringList m_command;
    std::unique_ptr<AutostartPlace> m_place;
};

} // namespace delpek::ui
