// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/service/book.h"
#include "agent/turn.h"
#include "store/servicesessions.h"

// Services and their sessions as the API writes them, and the state of a session that a program of the clinic leads.

namespace delpek::api::services
{

base::Json toJson(const agent::service::Service& service, const domain::LocalTime& now,
                  const domain::ClinicInfo& clinic);
base::Json toJson(const store::ServiceSession& session, base::Instant now);
base::Json toJson(const store::ServiceArtifact& artifact);

/// What is kept of a talk that a program leads: everything a turn starts from.
struct LedTalk {
    base::Json dialogue;
    std::vector<domain::Message> history; ///< oldest first, at most agent::turnHistory
    domain::Language language = domain::Language::Hebrew;
    domain::HolderKind holder = domain::HolderKind::Agent;
    domain::Urgency urgency = domain::Urgency::Routine;
    domain::ConversationId conversation; ///< with which an escalation is raised; invalid: none was named
    qint64 lastMessage = 0;
};

base::Json toJson(const LedTalk& talk);
LedTalk talkFromJson(const base::Json& json);

/// The service's part of a session's state, as service::toJson wrote it; null where none is open.
const base::Json& serviceStateOf(const store::ServiceSession& session);

} // namespace delpek::api::services
