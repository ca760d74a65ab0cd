// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QTextDocument;
class QWidget;

namespace delpek::ui
{

/// Asks for a printer over `parent`, and prints what `fill` writes once somebody has chosen one. UI thread; does not
/// wait.
void printDocument(QWidget* parent, const std::function<void(QTextDocument&)>& fill);

} // namespace delpek::ui
