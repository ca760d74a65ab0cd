// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change.h"

#include <QStringList>

#include <optional>

namespace delpek::store
{

// How changes travel between processes through PostgreSQL's NOTIFY: "<node> <topic>.<id>.<conversation> …", each
// payload under the server's limit of 8000 bytes.

inline constexpr const char* notificationChannel = "delpek_changes";

struct Notification {
    QString node;
    std::vector<domain::Change> changes;
};

QStringList toPayloads(const QString& node, const std::vector<domain::Change>& changes);
/// Nothing for a payload of another form (another version's): the reader should then read everything again.
std::optional<Notification> fromPayload(const QString& payload);
/// One change with id 0 for each topic: anything may have changed.
std::vector<domain::Change> anything();

} // namespace delpek::store
