// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/auditroom.h"

#include <QString>

/// The audit log in the words of the window. UI thread.
namespace delpek::ui::auditwords
{

/// What is asked for together.
enum class Kind { All, Conversations, Escalations, Records, Book, SignIn, Staff, Links, Services, Erasing };
inline constexpr Kind kinds[] = {Kind::All,    Kind::Conversations, Kind::Escalations, Kind::Records,  Kind::Book,
                                 Kind::SignIn, Kind::Staff,         Kind::Links,       Kind::Services, Kind::Erasing};
QString kind(Kind kind);
/// For domain::AuditFilter::actions.
QStringList actionsOf(Kind kind);

/// "Opened a conversation"; empty for an action that has no words.
QString knownAction(const QString& action);
/// The same, and an unknown action as it is.
QString action(const QString& action);
QString actor(const QString& actor);
/// What an entry is about: a patient's name where the conversation is still there. Values are isolated.
QString subject(const desk::AuditRow& row);
/// Day and time of day in the clinic's zone (see applyZone), isolated.
QString when(base::Instant at);
/// How the chain does; empty when nothing is known yet.
QString chain(const domain::AuditState& state);

} // namespace delpek::ui::auditwords
