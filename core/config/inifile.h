// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace delpek::config
{

/// One line "key = value" of a configuration file.
struct IniEntry {
    QString key;   ///< with its section: "listen.port"
    QString value; ///< without quotes
    int line = 0;  ///< from 1
};

/// Reads UTF-8 text of the form
///
///     # a comment (also after a value, when a space stands before the #)
///     [section]
///     key = value
///     other = "a value with # or spaces at its ends; \" and \\ stand for themselves"
///
/// Outside of any section a key is written with its section: "listen.port = 8787". A key may stand once. The error
/// names `fileName`:line and how to mend it, and never repeats a value. Which keys exist is not looked at here.
Result<std::vector<IniEntry>> parseIni(const QByteArray& bytes, const QString& fileName);

} // namespace delpek::config
