// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/session.h"

#include <QStringList>

namespace delpek::store
{

/// One step of the schema. A released step is never edited: a new database runs all steps in order, an old one those
/// it lacks, so both end equal. In the statements {id} stands for a generated primary key and {blob} for bytes;
/// everything else is SQL that both engines read the same way. What cannot be (triggers) comes after it, for each
/// engine by itself.
struct Migration {
    int version = 0;
    QStringList statements;
    QStringList sqlite = {};
    QStringList postgres = {};
};

/// In order of version, without gaps from 1.
std::vector<Migration> migrations();

/// Zero for an empty database.
Result<int> schemaVersion(Session& session);

/// Unsupported when the database is of a newer program. Reads only.
Result<Done> checkVersion(Session& session, const std::vector<Migration>& steps);

/// Brings the database up to the last step in one transaction. Other processes that start on the same server wait.
Result<Done> migrate(Session& session, const std::vector<Migration>& steps);

// Each in a file of its own.
Migration migration001();
Migration migration002();
Migration migration003();
Migration migration004();
Migration migration005();
Migration migration006();
Migration migration007();
Migration migration008();
Migration migration009();
Migration migration010();
Migration migration011();
Migration migration012();
Migration migration013();
Migration migration014();
Migration migration015();
Migration migration016();
Migration migration017();
Migration migration018();
Migration migration019();
Migration migration020();
Migration migration021();
Migration migration022();
Migration migration023();
Migration migration024();
Migration migration025();
Migration migration026();
Migration migration027();
Migration migration028();
Migration migration029();
Migration migration030();
Migration migration031();
Migration migration032();
Migration migration033();
Migration migration034();

} // namespace delpek::store
