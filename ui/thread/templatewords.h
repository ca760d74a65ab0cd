// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QStringList>

class QColor;

/// What a person reads of a template. UI thread.
namespace delpek::ui::templatewords
{

/// "Appointment reminder"; a template of the clinic's own goes by its name with spaces.
QString name(const QString& name);
/// "Patient's name"; a field of the clinic's own as above.
QString field(const QString& name);
/// The fields that Delpek fills in by itself where it can, and those that templates come with.
QStringList knownFields();
/// The names of the fields in a text, in its order, each once.
QStringList fieldsIn(const QString& text);
/// What the provider says of it: "Approved", "Waiting for WhatsApp's approval" …
QString state(const desk::TemplateChoice& choice);
/// Why one that is not approved cannot be sent, and what to do.
QString whyNot(const desk::TemplateChoice& choice);

/// The text as the patient will read it, as rich text: values put in, what is missing in words of `missing`'s colour.
QString preview(const desk::TemplateChoice& choice, const std::vector<std::pair<QString, QString>>& values,
                const QColor& missing);

} // namespace delpek::ui::templatewords
