// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"

#include <QStringList>

#include <vector>

// What the guard sees in a draft besides the words of its rules. Pure.

namespace delpek::safety
{

/// The draft as a reader's eye takes it: compatibility forms and digits plain, invisible marks gone, l e t t e r s that
/// stand apart joined. What was written so that a rule would miss it, a rule finds here.
QString asRead(const QString& draft);

/// Links in the draft that are not on the list, with or without "https://".
QStringList strangeLinks(const QString& draft, const QStringList& allowed);

/// Names as whole words (with Hebrew prefix letters), phones by their last nine digits, however they are written.
bool namesOther(const QString& draft, const std::vector<QString>& others);

/// Most of the letters are of the other language. Short drafts and names pass.
bool isInOtherLanguage(const QString& draft, domain::Language language);

/// Identifiers, names of tools, data formats and references that a patient has no use for.
bool showsInternals(const QString& draft);

} // namespace delpek::safety
