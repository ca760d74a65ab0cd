// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <map>

// Writing settings back into a configuration file. Which keys and values there may be is not looked at here.

namespace delpek::config
{

/// Values by key: "telegram.enabled" -> "true".
using SettingValues = std::map<QString, QString>;

/// As a file may hold it: quoted where the plain text would be read otherwise.
QString asWritten(QString text);

/// The text of a file with these values in it; all else stays byte for byte: comments, order, ends of lines. A setting
/// that is new comes at the end of its section, a new section at the end of the file. InvalidInput, as parseIni, for a
/// file that cannot be read, and for a value that no line can hold; its detail begins with the key and a colon.
Result<QByteArray> withSettings(const QByteArray& bytes, const SettingValues& values, const QString& fileName);

/// The same in the file `path`, which is made where it is missing: afterwards it holds all of the values, or is as it
/// was. Fails as withSettings, and with Unavailable (key setup.file) when it cannot be read or written. Blocks.
Result<Done> keepSettings(const QString& path, const SettingValues& values);

} // namespace delpek::config
