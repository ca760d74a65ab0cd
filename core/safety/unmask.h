// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// What was written so that a rule would miss it, made plain. Pure.

namespace delpek::safety
{

/// The draft as a reader's eye takes it: compatibility forms and digits plain, invisible marks gone, marks of layout
/// inside a word gone, letters of another alphabet that look like Latin ones made Latin, digits for letters inside a
/// Latin word made letters, l e t t e r s and digits that stand apart joined.
QString asRead(const QString& draft);

/// Words that mix Hebrew and Latin letters behind Hebrew prefix letters: nobody writes so but to hide a word.
QStringList mixedWords(const QString& draft);

/// The consonants of a word of either alphabet, sounding alike: "noרופן" and "נורופן" have the same.
QString soundOf(QStringView word);

} // namespace delpek::safety
