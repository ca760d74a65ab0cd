// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace delpek::desk
{
class Desk;
}

namespace delpek::ui
{

class ChangeFeed;
class PresenceKeeper;
class ProblemBar;
class Shortcuts;
class SpellBook;
class Theme;
class VoiceNotes;

/// What every pane of the window is made with. The window owns all of it and outlives the panes.
struct Context {
    desk::Desk& desk;
    ChangeFeed& feed;
    Theme& theme;
    ProblemBar& problems;
    VoiceNotes& voice;
    Shortcuts& shortcuts;
    PresenceKeeper& presence;
    SpellBook& spelling;
};

} // namespace delpek::ui
