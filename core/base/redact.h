// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::base
{

/// The last net under the log: masks what looks like a credential (bearer and bot tokens, keys of known providers,
/// passwords in URLs and in name=value) or like a telephone number (9 digits and more, with spaces or dashes between;
/// dates are left alone). Code must not rely on it: a message is written without such things in the first place.
/// Pure; may be called from any thread.
QString redact(QString text);

} // namespace delpek::base
