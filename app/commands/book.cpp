// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/book.h"

#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/database.h"
#include "app/output.h"
#include "app/secretreading.h"
#include "base/await.h"

#include <QFile>
#include <QSaveFile>

namespace delpek::app
{

namespace
{

const auto usage = QStringLiteral(
    "Usage: delpekd book import patients FILE [--dry-run]                    [--config FILE …]\n"
    "       delpekd book import appointments FILE [--dry-run]\n"
    "       delpekd book import absences FILE [--doctor ID] [--keep-visits] [--dry-run]\n"
    "       delpekd book export patients FILE\n"
    "       delpekd book export appointments FILE\n"
    "       delpekd book export calendar FILE [--doctor ID]\n"
    "Files for the built-in book: CSV for patients and visits, iCalendar for absences and for the calendar.\n"
    "An import is whole or not at all: with one bad line nothing is written and every bad line is listed.\n"
    "  --dry-run      say what would be written, and write nothing\n"
    "  --doctor ID    whose absences or visits; without it the whole clinic's\n"
    "  --keep-visits  take an absence over booked visits; the visits stay booked\n"
    "docs/records.md tells the columns. With SQLite end Delpek first: a database belongs to one program.");

struct Wish {
    QString direction;
    QString what;
    QString file;
    QString doctor;
    bool dryRun = false;
    bool keepVisits = false;
};

Result<Wish> wishOf(const QStringList& arguments)
{
    QStringList words;
    Wish wish;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (word == QLatin1String("--dry-run")) {
            wish.dryRun = true;
        } else if (word == QLatin1String("--keep-visits")) {
            wish.keepVisits = true;
        } else if (word == QLatin1String("--doctor") && i + 1 < arguments.size()) {
            wish.doctor = arguments[++i];
        } else if (word.startsWith(QLatin1String("--"))) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("unknown argument %1: see --help").arg(word));
        } else {
            words << word;
        }
    }
    if (words.size() != 3) {
        return fail(ErrorCode::InvalidInput, usage);
    }
    wish.direction = words[0];
    wish.what = words[1];
    wish.file = words[2];
    return wish;
}

int printReport(const Result<clinic::ImportReport>& report, const Wish& wish)
{
    if (!report) {
        return complain(report.error(), exitFailed);
    }
    for (const auto& bad : report->bad) {
        const QString place = bad.column.isEmpty() ? QStringLiteral("line %1").arg(bad.line)
                                                   : QStringLiteral("line %1, %2").arg(bad.line).arg(bad.column);
        complain(QStringLiteral("%1: %2").arg(place, bad.reason));
    }
    print(QStringLiteral("%1 new, %2 there already, %3 left out, %4 bad lines")
              .arg(report->added)
              .arg(report->there)
              .arg(report->ignored)
              .arg(report->bad.size()));
    if (report->repeatedUntil.isValid()) {
        print(QStringLiteral("Events that repeat are taken until %1: import the calendar again before then.")
                  .arg(report->repeatedUntil.toString(Qt::ISODate)));
    }
    if (!report->bad.empty()) {
        return complain(QStringLiteral("Nothing was written: correct these lines and import the file again."),
                        exitFailed);
    }
    if (wish.dryRun) {
        print(QStringLiteral("Nothing was written (--dry-run)."));
    }
    return exitOk;
}

int importFile(clinic::Book& book, const Wish& wish)
{
    QFile file(wish.file);
    if (!file.open(QIODevice::ReadOnly)) {
        return complain(QStringLiteral("%1 cannot be read: %2").arg(wish.file, file.errorString()));
    }
    const QByteArray bytes = file.readAll();
    if (wish.what == QLatin1String("patients")) {
        return printReport(base::await(book.importPatients(bytes, wish.dryRun)), wish);
    }
    if (wish.what == QLatin1String("appointments")) {
        return printReport(base::await(book.importAppointments(bytes, wish.dryRun)), wish);
    }
    if (wish.what == QLatin1String("absences")) {
        return printReport(base::await(book.importAbsences(bytes, wish.doctor, wish.keepVisits, wish.dryRun)), wish);
    }
    return complain(usage);
}

int exportFile(clinic::Book& book, const Wish& wish)
{
    const bool patients = wish.what == QLatin1String("patients");
    const bool appointments = wish.what == QLatin1String("appointments");
    if (!patients && !appointments && wish.what != QLatin1String("calendar")) {
        return complain(usage);
    }
    const auto bytes = base::await(patients       ? book.exportPatients()
                                   : appointments ? book.exportAppointments()
                                                  : book.exportCalendar(wish.doctor));
    if (!bytes) {
        return complain(bytes.error(), exitFailed);
    }
    QSaveFile file(wish.file);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || !file.commit()) {
        return complain(QStringLiteral("%1 cannot be written: %2").arg(wish.file, file.errorString()), exitFailed);
    }
    print(QStringLiteral("%1 written; it holds patients' names: keep it as you keep their files").arg(wish.file));
    return exitOk;
}

/// Only a server needs a password, and so the secrets.
Result<QString> locationOf(const config::Config& config)
{
    const QString location = config.get(config::keys::storeLocation);
    if (!location.startsWith(QLatin1String("postgresql:"))) {
        return location;
    }
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return fail(secrets.error());
    }
    return databaseLocation(config, **secrets);
}

int bringFiles(const config::Config& config, const QStringList& words)
{
    const auto wish = wishOf(words);
    if (!wish) {
        return complain(wish.error());
    }
    const bool imports = wish->direction == QLatin1String("import");
    if (!imports && wish->direction != QLatin1String("export")) {
        return complain(usage);
    }
    const auto location = locationOf(config);
    if (!location) {
        return complain(location.error());
    }
    const auto store = openDatabase(config, *location);
    if (!store) {
        return complain(store.error(), exitFailed);
    }
    base::SystemClock clock;
    clinic::Book book(**store, clock, QStringLiteral("import"));
    return imports ? importFile(book, *wish) : exportFile(book, *wish);
}

} // namespace

int bookCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, bringFiles);
}

} // namespace delpek::app
