// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QString>

namespace delpek::ui
{
enum class BubbleAction;
struct Listening;
} // namespace delpek::ui

/// What a bubble says beside the message itself.
namespace delpek::ui::bubblewords
{

QString deleted();
QString forwarded();
/// On the line above the first message that nobody has seen.
QString firstUnread();
/// Above words that are referred to when nobody knows whose they are.
QString quotation();
/// One line with the words that the message refers to.
QString quoted(const QString& words);
/// The words of the bubble: text, caption, transcript, or a place as lines.
QString content(const domain::Message& message);
QString edited(const QString& time);
/// "Before: …".
QString before(const QString& text);
/// "0:03 / 0:12".
QString listening(const Listening& listening);
/// A message in one line, to stand above its answer.
QString shortened(const domain::Message& message);
QString action(BubbleAction action);
/// Why a send failed, from the key of a delivery report.
QString failure(const QString& key);
/// The whole message as a sentence for a screen reader.
QString spoken(const domain::Message& message, const QString& patient);

} // namespace delpek::ui::bubblewords
