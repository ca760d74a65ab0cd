// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/autostart.h"

namespace delpek::ui
{

/// What has the computer open delpek:// links with this program, for the person who is signed in to it: a desktop file
/// that names the scheme (Desktop Entry Specification 1.5, "x-scheme-handler"), or the keys of a protocol under
/// Software\Classes on Windows. On macOS the bundle itself says so. Small files of the person's own: read and written
/// on the calling thread.
class LinkHandler
{
public:
    /// Other: something opens such links, but not the program as it runs now.
    enum class State { Off, On, Other };

    /// `place`: the folder of desktop files, or the registry's folder of classes (an INI file stands for it in tests).
    LinkHandler(System system, const QStringList& command, QString place, bool isRegistry = false);
    /// Of this program; nothing where the system has no such entry.
    static std::optional<LinkHandler> ofThisProgram();

    State state() const;
    /// Unavailable with the key "autostart.failed" when it cannot be written or taken away.
    Result<Done> set(bool on) const;

private:
    QByteArray entry() const;
    std::unique_ptr<AutostartPlace> place() const;

    System m_system;
    QStringList m_command;
    QString m_place;
    bool m_isRegistry;
};

} // namespace delpek::ui
