// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "media/filedoor.h"
#include "node/backup.h"
#include "store/engines.h"

#include <QDir>
#include <QTemporaryDir>

// What the tests of copies and of the way back share.

namespace delpek::test
{

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// A clinic's data in a folder, and a folder for copies beside it.
struct Clinic {
    Clinic()
    {
        QDir(folder.path()).mkpath(QStringLiteral("copies"));
        QDir(folder.path()).mkpath(QStringLiteral("data"));
        write(in("delpek.conf"), "[backup]\n");
    }
    QString in(const char* name) const { return folder.filePath(QLatin1String(name)); }
    QString database() const { return in("data/delpek.sqlite"); }
    QString copies() const { return in("copies"); }
    node::BackupSource source() const { return {database(), in("data/media"), in("delpek.conf"), services}; }
    node::RestoreTarget elsewhere() const { return {in("other/delpek.sqlite"), in("other/media"), {}}; }
    std::unique_ptr<store::Store> open(const QString& path) const
    {
        return must(store::Store::open({QStringLiteral("sqlite:") + path}));
    }
    media::FileDoor door(const QString& path) const
    {
        return {path, {}, [] { return Result<QByteArray>(QByteArray(32, 'k')); }};
    }

    QTemporaryDir folder;
    QString services; ///< none
};

/// A message of a new conversation; gives it as it is kept.
inline domain::Message addMessage(store::Store& store, domain::Message message)
{
    return must(base::await(store.write([message](store::Session& session) -> Result<domain::Message> {
        domain::Sender sender;
        sender.address = {domain::ChannelKind::Telegram, QStringLiteral("bot"), message.providerId};
        const auto conversation = store::Conversations(session).findOrCreate(sender, noon);
        if (!conversation) {
            return fail(conversation.error());
        }
        domain::Message kept = message;
        kept.conversation = conversation->id;
        kept.sentAt = noon;
        kept.createdAt = noon;
        const auto id = store::Messages(session).add(kept);
        if (!id) {
            return fail(id.error());
        }
        kept.id = **id;
        return kept;
    })));
}

/// A patient's picture, with its row.
inline QString addPicture(Clinic& clinic, store::Store& store, const QByteArray& bytes)
{
    auto door = clinic.door(clinic.source().media);
    domain::Message message;
    message.kind = domain::MessageKind::Image;
    message.attachment.emplace();
    message.attachment->state = domain::AttachmentState::Kept;
    message.attachment->file = must(door.keep(domain::MessageKind::Image, bytes));
    message.providerId = message.attachment->file;
    addMessage(store, message);
    return message.attachment->file;
}

inline QString keyOf(const Result<node::Backup>& made)
{
    return made ? QString() : made.error().key;
}

/// So many conversations with a message each, and a file.
inline QString fill(Clinic& clinic, store::Store& store, int count)
{
    for (int i = 0; i < count; ++i) {
        must(base::await(store.write([i](store::Session& session) -> Result<Done> {
            domain::Sender sender;
            sender.address = {domain::ChannelKind::Telegram, QStringLiteral("bot"), QStringLiteral("u%1").arg(i)};
            const auto conversation = store::Conversations(session).findOrCreate(sender, noon);
            if (!conversation) {
                return fail(conversation.error());
            }
            domain::Message message;
            message.conversation = conversation->id;
            message.text = QStringLiteral("שלום %1").arg(i);
            message.providerId = QStringLiteral("in-%1").arg(i);
            message.sentAt = noon;
            message.createdAt = noon;
            return store::Messages(session).add(message).map([](const auto&) { return Done{}; });
        })));
    }
    auto door = clinic.door(clinic.source().media);
    return must(door.keep(domain::MessageKind::Image, QByteArray("\xff\xd8\xff\xe0 a picture")));
}

inline QStringList textsIn(store::Store& store)
{
    return must(base::await(store.read([](store::Session& session) -> Result<QStringList> {
        auto rows = session.run(QStringLiteral("SELECT text FROM message ORDER BY id"));
        if (!rows) {
            return fail(rows.error());
        }
        QStringList texts;
        while (rows->next()) {
            texts << rows->text(0);
        }
        return texts;
    })));
}

} // namespace delpek::test
