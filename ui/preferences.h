// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"

namespace delpek::ui
{

enum class ThemeKind { Light, Dark };

/// What is called for by a sound.
enum class Sounds { All, Emergencies, None };

/// What a person chose for this window on this machine.
struct Preferences {
    domain::Language language = domain::Language::Hebrew;
    ThemeKind theme = ThemeKind::Light;
    int textSize = 10; ///< points, 8 to 16
    Sounds sounds = Sounds::All;
    int volume = 80; ///< of sounds, 0 to 100
    bool marksSpelling = true;

    /// From QSettings of the application; what is missing or out of range has its default.
    static Preferences load();
    void save() const;

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

} // namespace delpek::ui

template <>
inline constexpr auto delpek::base::enumWords<delpek::ui::Sounds> =
    std::to_array<std::pair<delpek::ui::Sounds, const char*>>({{delpek::ui::Sounds::All, "all"},
                                                               {delpek::ui::Sounds::Emergencies, "emergencies"},
                                                               {delpek::ui::Sounds::None, "none"}});
