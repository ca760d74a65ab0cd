// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QString>

namespace delpek::ui
{
enum class BubbleAction;
}

/// What a bubble says beside the message itself.
namespace delpek::ui::bubblewords
{

QString deleted();
QString forwarded();
/// One line with the words that the message refers to.
QString quoted(const QString& words);
/// The words of the bubble: text, caption, transcript, or a place as lines.
QString content(const domain::Message& message);
QString edited(const QString& time);
QString action(BubbleAction action);
/// Why a send failed, from the key of a delivery report.
QString failure(const QString& key);
/// The whole message as a sentence for a screen reader.
QString spoken(const domain::Message& message, const QString& patient);

} // namespace delpek::ui::bubblewords
