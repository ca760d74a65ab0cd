// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "base/cutpoint.h"
#include "desk/latersending.h"
#include "node/backupfiles.h"
#include "node/holdingtexts.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/filelock.h"
#include "store/holdingrows.h"
#include "store/latersends.h"
#include "store/messages.h"
#include "store/outbox.h"
#include "store/store.h"

#include <QDir>

#include <filesystem>
#include <limits>

namespace delpek::node
{

namespace
{

const auto incoming = QStringLiteral(".restoring");
const auto unready = QStringLiteral(".restoring-new");
const QStringList databaseParts{QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};

QString realName(const QString& path)
{
    QFileInfo place(path);
    // A restore that was cut may have left a link to nothing.
    for (int links = 0; place.isSymLink() && !place.exists() && links < 10; ++links) {
        place.setFile(place.symLinkTarget());
    }
    return place.exists() ? place.canonicalFilePath() : place.absoluteFilePath();
}

QString endingAt(base::Instant now)
{
    return QStringLiteral(".before-") +
           QDateTime::fromMSecsSinceEpoch(base::toMillis(now), Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"));
}

tl::unexpected<Error> cannotRename(const QString& path)
{
    return fail(ErrorCode::Unavailable, QStringLiteral("%1 cannot be renamed").arg(path),
                QStringLiteral("backup.folder"));
}

/// Words that the agent had not answered yet: meanwhile somebody may have. They are judged all the same; a person
/// answers them.
Result<Done> leaveToPeople(store::Session& session, base::Instant now)
{
    store::Conversations conversations(session);
    const auto waiting = store::Messages(session).conversationsWaiting();
    if (!waiting) {
        return fail(waiting.error());
    }
    for (const auto id : *waiting) {
        const auto conversation = conversations.find(id);
        if (!conversation) {
            return fail(conversation.error());
        }
        if (conversation->holder.kind != domain::HolderKind::Agent) {
            continue;
        }
        if (const auto left = conversations.setHolder(id, {domain::HolderKind::Nobody, {}}, now); !left) {
            return fail(left.error());
        }
    }
    return Done{};
}

Result<Done> holdBackPlanned(store::Session& session, base::Instant now)
{
    const auto planned = store::LaterSends(session).waiting();
    if (!planned) {
        return fail(planned.error());
    }
    for (const auto& send : *planned) {
        if (const auto held = desk::holdBack(session, send, QStringLiteral("later.restored"), now); !held) {
            return held;
        }
    }
    return Done{};
}

/// What was due to patients who wait for a doctor counts as sent, also what waited for the morning: where the clinic is
/// only its settings would say.
Result<Done> passHoldingTexts(store::Session& session, base::Instant now)
{
    const auto open = store::Escalations(session).openOnes(std::numeric_limits<int>::max());
    if (!open) {
        return fail(open.error());
    }
    const HoldingRules rules;
    store::HoldingRows rows(session);
    for (const auto& escalation : *open) {
        int number = 0;
        for (const auto after : escalation.urgency == domain::Urgency::Emergency ? rules.emergency : rules.doctor) {
            ++number;
            if (now < escalation.openedAt + after) {
                break;
            }
            if (const auto added = rows.add(escalation.id, number, now); !added) {
                return fail(added.error());
            }
        }
    }
    return Done{};
}

/// What waited when the copy was made went out since, as like as not: nothing of it is done again by itself.
Result<Done> holdBackReplies(const QString& database, base::Instant now)
{
    auto store = store::Store::open({QStringLiteral("sqlite:") + database});
    if (!store) {
        return fail(store.error());
    }
    const auto held = base::await((*store)->write([now](store::Session& session) {
        return store::Outbox(session)
            .doubtAll()
            .and_then([&](int) { return leaveToPeople(session, now); })
            .and_then([&](Done) { return holdBackPlanned(session, now); })
            .and_then([&](Done) { return passHoldingTexts(session, now); });
    }));
    // Closed, the file is whole by itself.
    store->reset();
    QFile::remove(database + QStringLiteral(".lock"));
    if (held && QFileInfo::exists(database + QStringLiteral("-wal"))) {
        return fail(ErrorCode::Unavailable, QStringLiteral("%1 was not closed as a whole; try again").arg(database),
                    QStringLiteral("backup.folder"));
    }
    return held.and_then([&](Done) { return syncPath(database); });
}

/// Takes the place of what has that name.
Result<Done> moveOver(const QString& from, const QString& to)
{
    std::error_code failed;
    std::filesystem::rename(std::filesystem::path(from.toStdU16String()), std::filesystem::path(to.toStdU16String()),
                            failed);
    return failed ? cannotRename(from) : Result<Done>(Done{});
}

tl::unexpected<Error> cannotMake(const QString& path)
{
    return fail(ErrorCode::Unavailable, QStringLiteral("%1 cannot be made").arg(path), QStringLiteral("backup.folder"));
}

/// Within the folder itself, which may be a disk of its own.
QDir nearFiles(const RestoreTarget& target)
{
    return QDir(QDir(target.media).filePath(incoming));
}

/// What the folder of the files lacks, or has otherwise.
Result<Done> bringFilesNear(const QDir& backup, const RestoreTarget& target)
{
    const QDir near = nearFiles(target);
    QDir(near).removeRecursively();
    const bool isNew = !QFileInfo::exists(target.media);
    if (!QDir().mkpath(near.path()) || !keepPrivate(near.path()) || (isNew && !keepPrivate(target.media))) {
        return cannotMake(near.path());
    }
    const auto list = listOf(backup.path());
    if (!list) {
        return fail(list.error());
    }
    for (const auto& file : base::at(*list, "files")) {
        const QString name = base::textAt(file, "name");
        const auto there = markOf(QDir(target.media).filePath(name));
        if (there && isAsListed(*there, file)) {
            continue;
        }
        const auto copied = copyFile(backup.filePath(mediaPart + QLatin1Char('/') + name), near.filePath(name));
        if (!copied) {
            return fail(copied.error());
        }
    }
    return syncPath(near.path());
}

/// Whole and on the disk beside the places where it belongs.
Result<Done> bringNear(const QString& path, const RestoreTarget& target, base::Instant now)
{
    // What an earlier restore brought stays until this is whole: it is the mark of one that was cut.
    const QString database = target.database + unready;
    for (const QString& part : databaseParts) {
        QFile::remove(database + part);
    }
    const auto copied = copyFile(QDir(path).filePath(databasePart), database);
    if (!copied) {
        return fail(copied.error());
    }
    return holdBackReplies(database, now)
        .and_then([&](Done) { return bringFilesNear(QDir(path), target); })
        .and_then([&](Done) { return moveOver(database, target.database + incoming); });
}

/// The names of files say what is in them, so those that are there stay: a cut leaves the old database with all of its
/// own.
Result<Done> addFiles(const RestoreTarget& target)
{
    const QDir near = nearFiles(target);
    const QDir media(target.media);
    for (const QString& name : filesOf(near.path())) {
        // One that is there in a damaged form gives way.
        if (const auto moved = moveOver(near.filePath(name), media.filePath(name)); !moved) {
            return moved;
        }
    }
    QDir(near).removeRecursively();
    return syncPath(media.path());
}

/// The clinic's own services, where there is a folder for them; one that is there and says something else is put aside.
Result<Done> bringServicesBack(const QString& path, const RestoreTarget& target, const QString& ending)
{
    const auto list = listOf(path);
    if (!list) {
        return fail(list.error());
    }
    if (target.services.isEmpty() || base::at(*list, "services").empty()) {
        return Done{};
    }
    if (!QDir().mkpath(target.services)) {
        return cannotMake(target.services);
    }
    for (const auto& file : base::at(*list, "services")) {
        const QString name = base::textAt(file, "name");
        const QString there = QDir(target.services).filePath(name);
        const auto mark = markOf(there);
        if (mark && isAsListed(*mark, file)) {
            continue;
        }
        if (QFileInfo::exists(there) && !QDir().rename(there, there + ending)) {
            return cannotRename(there);
        }
        if (const auto copied = copyFile(QDir(path).filePath(servicesPart + QLatin1Char('/') + name), there); !copied) {
            return fail(copied.error());
        }
    }
    return syncPath(target.services);
}

Result<Done> rename(const QString& from, const QString& to)
{
    if (QFileInfo::exists(from) && !QDir().rename(from, to)) {
        return cannotRename(from);
    }
    return Done{};
}

/// The database goes last: while the old one is there, nothing seems restored.
Result<Done> swapIn(const RestoreTarget& target, const QString& ending)
{
    auto done = addFiles(target);
    base::cutPoint("restore.media");
    for (const QString& part : databaseParts) {
        done = done.and_then([&](Done) { return rename(target.database + part, target.database + ending + part); });
    }
    base::cutPoint("restore.aside");
    return done.and_then([&](Done) { return rename(target.database + incoming, target.database); }).and_then([&](Done) {
        return syncPath(QFileInfo(target.database).path());
    });
}

} // namespace

Result<Done> checkRestoreEnded(const QString& database)
{
    const QString place = realName(database);
    if (!QFileInfo::exists(place) && QFileInfo::exists(place + incoming)) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("bringing back a copy to %1 was cut; run the same delpekd restore again").arg(place),
                    QStringLiteral("restore.cut"));
    }
    return Done{};
}

Result<QString> restoreBackup(const QString& path, const RestoreTarget& wanted, base::Instant now)
{
    // By its real name, as the store locks it.
    const RestoreTarget target{realName(wanted.database), realName(wanted.media), wanted.services, wanted.overwrite};
    if (const auto whole = verifyBackup(path); !whole) {
        return fail(whole.error());
    }
    const bool isThere = QFileInfo::exists(target.database);
    if (isThere && !target.overwrite) {
        return fail(
            ErrorCode::Conflict,
            QStringLiteral("there is data at %1 already; --overwrite puts it aside and keeps it").arg(target.database),
            QStringLiteral("restore.there"));
    }
    if (!QDir().mkpath(QFileInfo(target.database).path())) {
        return cannotMake(QFileInfo(target.database).path());
    }
    // The store's own lock: a program that runs has it.
    const auto lock = store::FileLock::acquire(target.database + QStringLiteral(".lock"));
    if (!lock) {
        return fail(lock.error());
    }
    const QString ending = endingAt(now);
    const auto done = bringNear(path, target, now)
                          .and_then([&](Done) { return bringServicesBack(path, target, ending); })
                          .and_then([&](Done) { return swapIn(target, ending); });
    return done.map([&](Done) { return isThere ? ending : QString(); });
}

} // namespace delpek::node
