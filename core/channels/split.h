// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"

#include <QStringList>

// Long texts in parts that a channel takes. Pure.

namespace delpek::channels
{

/// The text in parts of at most `most` UTF-16 units, the last of at most `mostOfLast` (both at least 16), cut where it
/// hurts least: between paragraphs, else between lines, else behind a sentence (Hebrew or English; not behind "Dr." or
/// the number of a list), else between words, and in a word only when it alone is too long, never within a character.
/// White space at the cuts is dropped. At least one part; a text that fits is left as it is.
QStringList splitText(const QString& text, qsizetype most, qsizetype mostOfLast);

/// The same by what a channel takes: the last part leaves room for the options, as buttons or as numbered lines.
QStringList splitFor(const Capabilities& limits, const QString& text, const std::vector<domain::Option>& options);

} // namespace delpek::channels
