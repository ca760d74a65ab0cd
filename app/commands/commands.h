// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace delpek::app
{

// The commands of delpekd. `arguments` are those behind the command's name; each gives the process's exit code.

int runCommand(const QStringList& arguments);
int simulateCommand(const QStringList& arguments);
int replayCommand(const QStringList& arguments);
int understandCommand(const QStringList& arguments);
int checkCommand(const QStringList& arguments);
int configCommand(const QStringList& arguments);
int secretCommand(const QStringList& arguments);
int templatesCommand(const QStringList& arguments);
int wahaCommand(const QStringList& arguments);
int bookCommand(const QStringList& arguments);
int staffCommand(const QStringList& arguments);
int odooCommand(const QStringList& arguments);
int auditCommand(const QStringList& arguments);
int memoryCommand(const QStringList& arguments);
int tokenCommand(const QStringList& arguments);
int modelCommand(const QStringList& arguments);
int patientCommand(const QStringList& arguments);
int serviceCommand(const QStringList& arguments);
int backupCommand(const QStringList& arguments);
int restoreCommand(const QStringList& arguments);

} // namespace delpek::app
