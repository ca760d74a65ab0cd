// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"

namespace delpek::ui
{

enum class ThemeKind { Light, Dark };

/// What a person chose for this window on this machine.
struct Preferences {
    domain::Language language = domain::Language::Hebrew;
    ThemeKind theme = ThemeKind::Light;
    int textSize = 10; ///< points, 8 to 16

    /// From QSettings of the application; what is missing or out of range has its default.
    static Preferences load();
    void save() const;

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

} // namespace delpek::ui
