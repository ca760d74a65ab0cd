// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"

namespace delpek::ui::servicewords
{

/// The service's name in the language of the window; its file's name where it has none.
QString name(const desk::ServiceEntry& entry);
/// "A fixed answer": what happens when somebody asks for it.
QString happens(const desk::ServiceEntry& entry);
/// "Switched off", "Changed by the clinic" …
QString state(const desk::ServiceEntry& entry);
/// Who may use it: "Everybody", "Only who is in the records" …
QString roles(const QStringList& roles);
QString opening(desk::ServiceDraft::Opening opening);

/// What is wrong, and what to write instead.
QString finding(const desk::ServiceFinding& finding);
/// The same with where it is, for what has no field of its own.
QString findingAtPlace(const desk::ServiceFinding& finding);

/// "One agent for everything".
QString team(const QString& name);
/// What a tool does, to stand behind "May".
QString tool(const QString& name);

/// What failed, by the error's key; empty for a key that is not of services.
QString sentence(const QString& key);

} // namespace delpek::ui::servicewords
