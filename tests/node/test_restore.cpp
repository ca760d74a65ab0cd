// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/backupclinic.h"
#include "store/databasecopy.h"
#include "store/decisions.h"
#include "store/escalations.h"
#include "store/holdingrows.h"
#include "store/latersends.h"
#include "store/outbox.h"
#include "store/outgoing.h"

#include <QLoggingCategory>

#include <atomic>
#include <thread>

using namespace delpek;
using namespace std::chrono_literals;
using node::Backup;
using store::Session;
using namespace test;

/// Copies of the clinic's data brought back.
class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }

    void aRunningClinicIsCopiedAndBroughtBackElsewhere()
    {
        Clinic clinic;
        auto store = clinic.open(clinic.database());
        const QString file = fill(clinic, *store, 20);
        // Made by the first copy; no clinic writes as much as this one.
        must(store::clinicIdOf(clinic.database()));
        std::atomic<bool> enough = false;
        std::atomic<int> written = 0;
        std::thread writer([&] {
            while (!enough) {
                must(base::await(store->write([&](Session& session) {
                    return store::Settings(session).setValue(QStringLiteral("test.count"), QString::number(++written));
                })));
            }
        });
        while (written < 5) {
            std::this_thread::yield();
        }
        std::vector<node::BackupProgress::Step> steps;
        const auto made = node::makeBackup(clinic.source(), clinic.copies(), noon, [&](const auto& progress) {
            steps.push_back(progress.step);
            return true;
        });
        enough = true;
        writer.join();
        const Backup backup = must(made);
        QCOMPARE(QFileInfo(backup.path).fileName(), QStringLiteral("delpek-20260303-120000"));
        QCOMPARE(backup.files, 1);
        QCOMPARE(backup.madeAt, noon);
        QVERIFY(steps.front() == node::BackupProgress::Step::Database &&
                steps.back() == node::BackupProgress::Step::Checking);
        QCOMPARE(node::backupsIn(clinic.copies()), std::vector<Backup>{backup});
        QCOMPARE(bytesOf(backup.path + QStringLiteral("/delpek.conf")), QByteArray("[backup]\n"));

        const node::RestoreTarget target = clinic.elsewhere();
        QCOMPARE(must(node::restoreBackup(backup.path, target, noon)), QString());
        const auto restored = clinic.open(target.database);
        QCOMPARE(textsIn(*restored), textsIn(*store));
        auto door = clinic.door(target.media);
        QCOMPARE(must(door.read(file)), QByteArray("\xff\xd8\xff\xe0 a picture"));
    }

    void dataThatIsThereIsPutAsideAndKept()
    {
        Clinic clinic;
        auto store = clinic.open(clinic.database());
        const QString file = fill(clinic, *store, 2);
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        fill(clinic, *store, 5);
        node::RestoreTarget target{clinic.database(), clinic.source().media, {}};
        QCOMPARE(node::restoreBackup(backup.path, target, noon).error().key, QStringLiteral("restore.there"));
        target.overwrite = true;
        // A program has the database.
        QVERIFY(node::restoreBackup(backup.path, target, noon).error().code == ErrorCode::Conflict);
        QVERIFY(QFile::link(clinic.in("data"), clinic.in("same")));
        const node::RestoreTarget same{clinic.in("same/delpek.sqlite"), clinic.in("same/media"), {}, true};
        QVERIFY(node::restoreBackup(backup.path, same, noon).error().code == ErrorCode::Conflict);
        const auto before = textsIn(*store);
        store.reset();
        const QString ending = must(node::restoreBackup(backup.path, target, noon));
        QCOMPARE(textsIn(*clinic.open(clinic.database())).size(), 2);
        QCOMPARE(textsIn(*clinic.open(clinic.database() + ending)), before);
        QVERIFY(QFileInfo::exists(target.media + QLatin1Char('/') + file));
    }

    void repliesThatWaitedAreForAPerson()
    {
        Clinic clinic;
        auto store = clinic.open(clinic.database());
        std::vector<domain::MessageId> replies;
        for (const char* name : {"queued", "sending"}) {
            domain::Message reply;
            reply.author = domain::AuthorKind::Staff;
            reply.text = QStringLiteral("at nine");
            reply.providerId = QString::fromLatin1(name);
            reply = addMessage(*store, reply);
            replies.push_back(reply.id);
            must(base::await(store->write(
                [reply, isSending = reply.providerId == QLatin1String("sending")](Session& session) -> Result<Done> {
                    store::OutboxRow row;
                    row.conversation = reply.conversation;
                    row.message = reply.id;
                    row.fence = store::Fence::None;
                    row.reference = reply.providerId;
                    row.nextAttempt = noon;
                    store::Outbox outbox(session);
                    const auto id = outbox.add(row);
                    if (!id) {
                        return fail(id.error());
                    }
                    return isSending ? outbox.claim(*id, noon).map([](const auto&) { return Done{}; })
                                     : Result<Done>(Done{});
                })));
        }
        domain::Message question;
        question.text = QStringLiteral("when?");
        question.providerId = QStringLiteral("question");
        question = addMessage(*store, question);
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        const node::RestoreTarget target = clinic.elsewhere();
        must(node::restoreBackup(backup.path, target, noon + 1h));
        const auto restored = clinic.open(target.database);
        must(base::await(restored->read([&](Session& session) -> Result<Done> {
            store::Outbox outbox(session);
            [&] {
                QVERIFY(must(outbox.due(noon + 24h, 10)).empty());
                QVERIFY(must(outbox.inState(store::OutboxState::Sending, 10)).empty());
                QCOMPARE(must(outbox.inState(store::OutboxState::Unknown, 10)).size(), size_t(2));
                for (const auto id : replies) {
                    QVERIFY(must(store::Messages(session).find(id)).delivery == domain::DeliveryState::Unknown);
                }
                QVERIFY2(must(store::Messages(session).conversationsWaiting()).size() == 1, "to be judged");
                const auto conversation = must(store::Conversations(session).find(question.conversation));
                QVERIFY(conversation.holder.kind == domain::HolderKind::Nobody);
                QVERIFY(conversation.needsPerson);
            }();
            return Done{};
        })));
        // Where it was copied nothing changed.
        QCOMPARE(must(base::await(store->read([](Session& session) {
                     return store::Messages(session).conversationsWaiting();
                 }))).size(),
                 size_t(1));
    }

    /// A reply on the chat page shows itself by being there.
    void aReplyOnTheChatPageDoesNotGoOutByItself()
    {
        Clinic clinic;
        auto store = clinic.open(clinic.database());
        const auto reply = must(base::await(store->write([](Session& session) {
            domain::Sender sender;
            sender.address = {domain::ChannelKind::WebChat, QStringLiteral("page"), QStringLiteral("visitor")};
            return store::Conversations(session).findOrCreate(sender, noon).and_then([&](const auto& opened) {
                domain::Message message;
                message.conversation = opened.id;
                message.author = domain::AuthorKind::Staff;
                message.text = QStringLiteral("yes");
                return store::queueMessage(session, std::move(message), store::Fence::None, noon);
            });
        })));
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        const node::RestoreTarget target = clinic.elsewhere();
        must(node::restoreBackup(backup.path, target, noon + 1h));
        const auto restored = clinic.open(target.database);
        const auto kept =
            must(base::await(restored->read([&](Session& session) { return store::Messages(session).find(reply); })));
        QVERIFY(kept.delivery == domain::DeliveryState::Failed);
        QCOMPARE(kept.deliveryError, QStringLiteral("send.unknown"));
    }

    void whatWasPlannedIsForAPerson()
    {
        Clinic clinic;
        auto store = clinic.open(clinic.database());
        domain::Message question;
        question.text = QStringLiteral("when?");
        question.providerId = QStringLiteral("question");
        question = addMessage(*store, question);
        const auto escalation = must(base::await(store->write([&](Session& session) {
            domain::LaterSend planned;
            planned.conversation = question.conversation;
            planned.author = QStringLiteral("Ruti");
            planned.text = QStringLiteral("at nine");
            planned.at = noon + 2h;
            planned.plannedAt = noon;
            domain::Escalation open;
            open.conversation = question.conversation;
            open.urgency = domain::Urgency::DoctorRequired;
            open.reason = QStringLiteral("doctor.question");
            open.openedAt = noon - 5min;
            return store::LaterSends(session).add(planned).and_then(
                [&](domain::LaterSendId) { return store::Escalations(session).open(open); });
        })));
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        const node::RestoreTarget target = clinic.elsewhere();
        must(node::restoreBackup(backup.path, target, noon + 15min));
        const auto restored = clinic.open(target.database);
        must(base::await(restored->read([&](Session& session) -> Result<Done> {
            [&] {
                const auto planned = must(store::LaterSends(session).of(question.conversation));
                QCOMPARE(planned.size(), size_t(1));
                QCOMPARE(planned.front().fault, QStringLiteral("later.restored"));
                QCOMPARE(must(store::LaterSends(session).next()), std::optional<base::Instant>());
                QVERIFY2(must(store::Conversations(session).find(question.conversation)).isReminded,
                         "on top of the list");
                // The first was due ten minutes behind the call, and may have gone out; the second is still to come.
                QCOMPARE(must(store::HoldingRows(session).last(escalation)), 1);
            }();
            return Done{};
        })));
    }

    void theClinicsOwnServicesComeBack()
    {
        Clinic clinic;
        clinic.services = clinic.in("services");
        fill(clinic, *clinic.open(clinic.database()), 1);
        QCOMPARE(keyOf(node::makeBackup(clinic.source(), clinic.copies(), noon)), QStringLiteral("backup.source"));
        QVERIFY(QDir().mkpath(clinic.services));
        write(clinic.in("services/parking.json"), "one");
        write(clinic.in("services/hours.json"), "same");
        write(clinic.in("services/notes.txt"), "no service");
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        QCOMPARE(QDir(backup.path + QStringLiteral("/services")).entryList(QDir::Files, QDir::Name),
                 (QStringList{QStringLiteral("hours.json"), QStringLiteral("parking.json")}));
        write(clinic.in("services/parking.json"), "changed since");
        node::RestoreTarget target{clinic.database(), clinic.source().media, clinic.services, true};
        const QString ending = must(node::restoreBackup(backup.path, target, noon));
        QCOMPARE(bytesOf(clinic.in("services/parking.json")), QByteArray("one"));
        QCOMPARE(bytesOf(clinic.in("services/parking.json") + ending), QByteArray("changed since"));
        QCOMPARE(bytesOf(clinic.in("services/hours.json")), QByteArray("same"));
    }
};

QTEST_GUILESS_MAIN(TestRestore)
#include "test_restore.moc"
