// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/templateroom.h"

namespace delpek::ui::templatestatewords
{

/// As the picker of the composer has it, for its words.
desk::TemplateChoice choiceOf(const QString& name, const desk::TemplateText& text);
/// "In Hebrew".
QString language(const QString& code);
QString category(const QString& category);
/// Why the provider refused one, as a sentence; empty for none.
QString reason(const QString& reason);
/// What keeps a template from being kept, as a sentence.
QString finding(const desk::TemplateFinding& finding);
/// What failed, by the error's key; empty for a key that is not of templates.
QString sentence(const QString& key);

} // namespace delpek::ui::templatestatewords
