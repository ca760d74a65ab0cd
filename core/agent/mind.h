// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "agent/escalationbook.h"
#include "agent/service/book.h"
#include "agent/team.h"
#include "language/understanding.h"
#include "memory/rules.h"
#include "safety/gates.h"

#include <memory>

namespace delpek::agent
{

/// What every turn thinks with: understanding, gates and a brain. Loaded once, shared by all threads.
struct Mind {
    std::unique_ptr<language::Understander> understander;
    std::unique_ptr<safety::Triage> triage;
    std::unique_ptr<safety::Guard> guard;
    std::unique_ptr<Brain> brain;
    std::unique_ptr<EscalationBook> escalations;
    std::unique_ptr<memory::Rules> memory; ///< what is worth remembering
    QString team;
    std::shared_ptr<const Team> roster; ///< who answers
    std::unique_ptr<service::Book> services;

    /// `resources` is ":/delpek" or a folder with language/, rules/, agents/, memory/ and services/; `ownServices` as
    /// service::Book has it. Fails with file and place.
    static Result<Mind> load(const QString& resources, const QString& team, const QString& ownServices = {});
};

} // namespace delpek::agent
