// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"

#include <optional>

class QTextDocument;
class QUrl;
class QWidget;

namespace delpek::ui
{

struct SheetLook {
    bool isLinked = false; ///< the patients' names lead to their conversations (conversationOf)
    bool withHead = true;  ///< the title and the person's own words
    bool withHeld = true;  ///< what the person holds
};

/// A hand-over sheet in the language of the window, for the screen and for paper.
void fillSheetDocument(QTextDocument& document, const desk::HandOverSheet& sheet, base::Instant now,
                       const SheetLook& look);

/// Where a link of the document leads; nothing for a foreign one.
std::optional<domain::ConversationId> conversationOf(const QUrl& link);

/// Asks for a printer and prints. UI thread.
void printSheet(const desk::HandOverSheet& sheet, base::Instant now, QWidget* parent);

} // namespace delpek::ui
