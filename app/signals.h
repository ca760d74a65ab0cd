// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace delpek::app
{

/// Calls `callback` on the event loop of the calling thread for SIGTERM and SIGINT, for as long as `owner` lives.
void onTermination(QObject* owner, std::function<void()> callback);

} // namespace delpek::app
