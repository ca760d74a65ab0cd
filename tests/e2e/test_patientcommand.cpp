// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/visitor.h"

#include "base/await.h"
#include "store/notes.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace delpek;
using test::Daemon;
using test::eventually;
using test::Visitor;

/// `delpekd patient` on the database of a real engine, and what the engine makes of it afterwards.
class TestPatientCommand : public QObject
{
    Q_OBJECT

    static test::CommandResult patient(Daemon& daemon, const QStringList& words)
    {
        return daemon.command(QStringList{QStringLiteral("patient")} + words);
    }

    static void writeNote(Daemon& daemon, domain::ConversationId id)
    {
        const auto store = store::Store::open({QStringLiteral("sqlite:") + daemon.databaseFile(), 1, 512});
        QVERIFY(store);
        const auto written = (*store)->write([id](store::Session& session) {
            return store::Notes(session).add(
                {{}, id, QStringLiteral("Ruti"), QStringLiteral("loves the llama"), {}, {}});
        });
        QVERIFY(base::await(written));
    }

private Q_SLOTS:
    void whatIsKeptIsShownHandedOverAndErased()
    {
        Daemon daemon;
        Visitor::letIn(daemon);
        QVERIFY(daemon.start());
        Visitor visitor(daemon);
        QVERIFY(visitor.says("What are your opening hours? I ask for my llama."));
        QVERIFY(eventually([&] { return daemon.value(QStringLiteral("SELECT count(*) FROM decision")).toInt() == 1; }));
        const QString number =
            QStringLiteral("conversation:") + daemon.value(QStringLiteral("SELECT id FROM conversation")).toString();
        QVERIFY(patient(daemon, {QStringLiteral("erase"), number, QStringLiteral("--yes")}).exitCode != 0); // it runs
        QCOMPARE(daemon.terminate(), 0);

        writeNote(daemon, {QStringView(number).mid(13).toLongLong()});
        const auto shown = patient(daemon, {QStringLiteral("show"), number});
        QVERIFY2(shown.output.contains("webchat") && shown.output.contains("messages 2"), shown.output.constData());
        QVERIFY2(shown.output.contains("notes 1"), shown.output.constData());
        const QString path = daemon.folder() + QStringLiteral("/export.json");
        QCOMPARE(patient(daemon, {QStringLiteral("export"), number, path}).exitCode, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        const auto exported = base::parseJson(file.readAll()).value();
        const auto& messages = exported["conversations"][0]["messages"];
        QCOMPARE(messages.size(), size_t(2));
        QVERIFY(base::textAt(messages[0], "text").contains(QLatin1String("llama")));
        QCOMPARE(base::textAt(messages[1], "author"), QStringLiteral("agent"));
        const auto& notes = exported["conversations"][0]["internal_notes"];
        QCOMPARE(base::textAt(notes[0], "by"), QStringLiteral("Ruti"));
        QCOMPARE(base::textAt(notes[0], "text"), QStringLiteral("loves the llama"));

        const auto asked = patient(daemon, {QStringLiteral("erase"), number});
        QCOMPARE(asked.exitCode, 0);
        QVERIFY2(asked.output.contains("nothing was erased"), asked.output.constData());
        QCOMPARE(daemon.value(QStringLiteral("SELECT count(*) FROM message")).toInt(), 2);

        const auto erased = patient(daemon, {QStringLiteral("erase"), number, QStringLiteral("--yes")});
        QVERIFY2(erased.output.contains("erased: conversations 1, messages 2"),
                 (erased.output + erased.errors).constData());
        QFile database(daemon.databaseFile());
        QVERIFY(database.open(QIODevice::ReadOnly));
        QVERIFY(!database.readAll().contains("llama"));
        QVERIFY(!QFile::exists(daemon.databaseFile() + QStringLiteral("-wal")));
        for (const char* table : {"message", "conversation", "person", "decision", "internal_note"}) {
            QCOMPARE(daemon.value(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)).toInt(), 0);
        }
        QVERIFY(patient(daemon, {QStringLiteral("show"), number}).exitCode != 0);
        const auto log = daemon.command({QStringLiteral("audit"), QStringLiteral("export")});
        for (const char* action : {"conversation.listed", "conversation.exported", "conversation.erased"}) {
            QVERIFY2(log.output.contains(action), action);
        }
        QVERIFY(!log.output.contains("llama"));

        // The visitor's page is still open: what they write now is a new conversation.
        QVERIFY(daemon.start());
        QVERIFY(visitor.says("hello again"));
        QVERIFY(eventually([&] { return daemon.value(QStringLiteral("SELECT count(*) FROM decision")).toInt() == 1; }));
        QVERIFY(daemon.value(QStringLiteral("SELECT min(id) FROM conversation")).toInt() >
                QStringView(number).mid(13).toInt());
        QCOMPARE(daemon.terminate(), 0);
    }

    void aCutBetweenTheWordsAndTheFileIsMadeUpFor()
    {
        Daemon daemon;
        Visitor::letIn(daemon);
        QVERIFY(daemon.start());
        Visitor visitor(daemon);
        QVERIFY(visitor.sendsPdf("%PDF-1.7\nan old scan"));
        QVERIFY(eventually([&] { return daemon.value(QStringLiteral("SELECT count(*) FROM decision")).toInt() == 1; }));
        QCOMPARE(daemon.terminate(), 0);
        {
            // A file is for a person to look at, who has done so.
            const auto store = store::Store::open({QStringLiteral("sqlite:") + daemon.databaseFile()});
            QVERIFY(store);
            QVERIFY(base::await((*store)->write([](store::Session& session) {
                return session.execute(QStringLiteral("UPDATE escalation SET closed_at = 1, closed_by = 'Noa'"));
            })));
        }
        const QDir folder(daemon.folder() + QStringLiteral("/files"));
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        const auto number = QStringLiteral("conversation:1");
        daemon.setEnvironment(QStringLiteral("DELPEK_CUT_AT"), QStringLiteral("erasure.committed:1"));
        QVERIFY(patient(daemon, {QStringLiteral("erase"), number, QStringLiteral("--yes")}).exitCode != 0);
        daemon.setEnvironment(QStringLiteral("DELPEK_CUT_AT"), QStringLiteral("retention.file-removed:1"));
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        QCOMPARE(daemon.value(QStringLiteral("SELECT count(*) FROM message")).toInt(), 0);
        QVERIFY(daemon.runToItsEnd() != 0);
        daemon.setEnvironment(QStringLiteral("DELPEK_CUT_AT"), QStringLiteral("none:0"));
        QCOMPARE(folder.entryList(QDir::Files).size(), 0);
        QCOMPARE(daemon.value(QStringLiteral("SELECT count(*) FROM erased_file")).toInt(), 1);
        QVERIFY(daemon.start());
        QVERIFY(
            eventually([&] { return daemon.value(QStringLiteral("SELECT count(*) FROM erased_file")).toInt() == 0; }));
        QCOMPARE(daemon.terminate(), 0);
    }

    void nobodyIsErasedByAGuess()
    {
        Daemon daemon;
        QVERIFY(daemon.start());
        QCOMPARE(daemon.terminate(), 0);
        QCOMPARE(patient(daemon, {QStringLiteral("erase"), QStringLiteral("Noa"), QStringLiteral("--yes")}).exitCode,
                 2);
        QCOMPARE(patient(daemon, {QStringLiteral("erase"), QStringLiteral("7"), QStringLiteral("--yes")}).exitCode, 2);
        QCOMPARE(patient(daemon, {QStringLiteral("erase")}).exitCode, 2);
        QCOMPARE(patient(daemon, {QStringLiteral("show"), QStringLiteral("050-123-4567")}).exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(TestPatientCommand)
#include "test_patientcommand.moc"
