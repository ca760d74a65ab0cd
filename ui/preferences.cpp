// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

#include <QSettings>

namespace delpek::ui
{

namespace
{

const auto languageKey = QStringLiteral("window/language");
const auto themeKey = QStringLiteral("window/theme");
const auto textSizeKey = QStringLiteral("window/textSize");
const auto soundsKey = QStringLiteral("alerts/sounds");
const auto volumeKey = QStringLiteral("alerts/volume");
const auto spellingKey = QStringLiteral("window/spelling");

} // namespace

Preferences Preferences::load()
{
    const QSettings settings;
    Preferences preferences;
    preferences.language =
        base::fromText<domain::Language>(settings.value(languageKey).toString()).value_or(preferences.language);
    preferences.theme =
        settings.value(themeKey).toString() == QLatin1String("dark") ? ThemeKind::Dark : ThemeKind::Light;
    preferences.textSize = std::clamp(settings.value(textSizeKey, preferences.textSize).toInt(), 8, 16);
    preferences.sounds = base::fromText<Sounds>(settings.value(soundsKey).toString()).value_or(preferences.sounds);
    preferences.volume = std::clamp(settings.value(volumeKey, preferences.volume).toInt(), 0, 100);
    preferences.marksSpelling = settings.value(spellingKey, preferences.marksSpelling).toBool();
    return preferences;
}

void Preferences::save() const
{
    QSettings settings;
    settings.setValue(languageKey, base::toText(language));
    settings.setValue(themeKey, theme == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    settings.setValue(textSizeKey, textSize);
    settings.setValue(soundsKey, base::toText(sounds));
    settings.setValue(volumeKey, volume);
    settings.setValue(spellingKey, marksSpelling);
}

} // namespace delpek::ui
