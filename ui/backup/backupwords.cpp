// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backupwords.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

#include <QLocale>

namespace delpek::ui::backupwords
{

namespace
{

struct BackupWords {
    Q_DECLARE_TR_FUNCTIONS(BackupWords)
};

constexpr auto backupSentences = std::to_array<KeyText>({
    {"backup.none",
     QT_TRANSLATE_NOOP("BackupWords", "Nothing is copied here: this is the demo clinic, and it ends with "
                                      "the program.")},
    {"backup.server",
     QT_TRANSLATE_NOOP("BackupWords", "This clinic's database is on a server, and several desks share it. It is copied "
                                      "there, not here: with pg_dump, once a day, together with the folder of the "
                                      "files. The guide says how.")},
    {"backup.unset", QT_TRANSLATE_NOOP("BackupWords", "Choose a folder for the copies first.")},
    {"backup.folder", QT_TRANSLATE_NOOP("BackupWords", "The folder for the copies is missing or cannot be written to. "
                                                       "Connect the disk, or choose another folder.")},
    {"backup.inside", QT_TRANSLATE_NOOP("BackupWords", "This folder lies among the clinic's data itself. Choose one on "
                                                       "another disk, or it would be lost together with the data.")},
    {"backup.full", QT_TRANSLATE_NOOP("BackupWords", "There is not enough room on the disk for a copy. Make room, keep "
                                                     "fewer copies, or choose another disk.")},
    {"backup.broken",
     QT_TRANSLATE_NOOP("BackupWords", "The copy is not whole and was not kept. Try again; if it stays, "
                                      "the disk may be failing: choose another one.")},
    {"backup.source",
     QT_TRANSLATE_NOOP("BackupWords", "A file of the clinic's data cannot be read, so no copy was made. "
                                      "An administrator has to look at the disk.")},
    {"backup.busy",
     QT_TRANSLATE_NOOP("BackupWords", "Another Delpek is making a copy in this folder. Try again in a few "
                                      "minutes.")},
    {"backup.oldStay", QT_TRANSLATE_NOOP("BackupWords", "The copy was made, but an older one could not be removed. An "
                                                        "administrator has to remove it by hand.")},
    {"backup.keep", QT_TRANSLATE_NOOP("BackupWords", "Keep between 1 and 365 copies.")},
});

} // namespace

QString size(qint64 bytes)
{
    return domain::isolate(QLocale(QLocale::English).formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat));
}

QString moment(base::Instant at)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(base::toMillis(at), currentZone());
    return domain::isolate(QLocale().toString(local, currentLanguage() == domain::Language::Hebrew
                                                         ? QStringLiteral("ddd d.M.yy HH:mm")
                                                         : QStringLiteral("ddd d MMM yyyy HH:mm")));
}

QString progress(const desk::BackupProgress& progress)
{
    switch (progress.step) {
    case desk::BackupProgress::Step::Database:
        return BackupWords::tr("Copying the database…");
    case desk::BackupProgress::Step::Files:
        return BackupWords::tr("Copying files of messages: %1 of %2")
            .arg(domain::isolate(QString::number(progress.done)), domain::isolate(QString::number(progress.all)));
    case desk::BackupProgress::Step::Checking:
        return BackupWords::tr("Checking the copy…");
    }
    return {};
}

QString age(base::Instant madeAt, base::Instant now)
{
    return words::waited(std::max(now - madeAt, base::Duration(0)));
}

QString sentence(const QString& key)
{
    return textOf(backupSentences, key, "BackupWords");
}

} // namespace delpek::ui::backupwords
