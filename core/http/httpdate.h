// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>

#include <optional>

namespace delpek::http
{

/// The Date header's form, whole seconds: "Sun, 06 Nov 1994 08:49:37 GMT". Source: RFC 9110, 5.6.7.
QByteArray httpDate(base::Instant instant);

/// Nothing for any other form: the older two are not written by anybody any more.
std::optional<base::Instant> parseHttpDate(const QByteArray& text);

} // namespace delpek::http
