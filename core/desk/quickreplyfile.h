// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/quickreply.h"

#include <QByteArray>

namespace delpek::desk
{

/// Reads the replies that a clinic begins with (resources/quickreplies/start.json): a list, each with name and text in
/// both languages. InvalidInput names the place.
Result<std::vector<domain::QuickReply>> readQuickReplies(const QByteArray& json);
Result<std::vector<domain::QuickReply>> loadQuickReplies(const QString& file);

} // namespace delpek::desk
