// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"

#include <QStringList>

#include <vector>

// What the guard sees in a draft besides the words of its rules. Pure; drafts as `asRead` gives them.

namespace delpek::safety
{

/// Links, mail addresses and handles in the draft that are not on the list, with or without "https://", also with
/// "dot" spelled out.
QStringList strangeLinks(const QString& draft, const QStringList& allowed);

/// Phone numbers in the draft that end like none of `known`.
QStringList strangePhones(const QString& draft, const QStringList& known);

/// Names as whole words (with Hebrew prefix letters), phones by their last nine digits, however they are written.
bool namesOther(const QString& draft, const std::vector<QString>& others);

/// Most of the letters are of the other language, or a word is of an alphabet that neither language has and that
/// `patientWords` do not use. Short drafts and names pass.
bool isInOtherLanguage(const QString& draft, domain::Language language, const std::vector<QString>& patientWords);

/// Identifiers, names of tools, data formats and references that a patient has no use for.
bool showsInternals(const QString& draft);

} // namespace delpek::safety
