// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicefolder.h"

#include "base/await.h"
#include "base/json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using app::ServiceFolder;
using desk::ServiceDraft;
using desk::ServiceEntry;
using desk::ServiceForms;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// A machine's configuration with a folder of services, and a start of the program over it.
struct Machine {
    explicit Machine(bool withFolder = true, QStringList given = {}, bool isDemo = false)
        : arguments(std::move(given))
    {
        if (withFolder) {
            QDir().mkpath(own());
            write(path, "# ours\n[services]\nfolder = " + own().toUtf8() + "\n");
        }
        start(isDemo);
    }

    static void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray read(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void start(bool isDemo = false)
    {
        room = std::make_unique<ServiceFolder>(
            ServiceFolder::Parts{load().value(), [this] { return load(); }, isDemo, QStringLiteral(":/delpek")});
    }
    Result<config::Config> load() const
    {
        return config::Config::load({path}, QProcessEnvironment(), arguments, {folder.path(), folder.path()});
    }
    QString own() const { return folder.filePath(u("own")); }
    QString fileOf(const char* id) const { return own() + QLatin1Char('/') + u(id) + u(".json"); }
    QByteArray text(const char* id) const { return read(fileOf(id)); }
    desk::ServiceState state() { return base::await(room->state()).value(); }
    ServiceEntry entry(const char* id)
    {
        for (const auto& one : state().services) {
            if (one.draft.id == u(id)) {
                return one;
            }
        }
        return {};
    }
    Result<Done> keep(const ServiceDraft& draft, const QString& stamp = {})
    {
        return base::await(room->keep(draft, stamp));
    }
    Result<Done> turn(const char* id, bool on) { return base::await(room->turn(u(id), on, entry(id).stamp)); }
    std::vector<desk::ServiceFinding> check(const ServiceDraft& draft)
    {
        return base::await(room->check(draft)).value();
    }
    QString taken(const char* text) { return base::await(room->tryOut(u(text), true)).value().service; }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("delpek.conf"));
    QStringList arguments;
    std::unique_ptr<ServiceFolder> room;
};

ServiceDraft parking()
{
    ServiceDraft draft;
    draft.id = u("parking");
    draft.name = {u("חניה"), u("Parking")};
    draft.hebrewKeywords = {u("חניה")};
    draft.englishKeywords = {u("parking")};
    draft.answer = {ServiceForms::same(u("יש חניון מתחת לבניין.")), ServiceForms::same(u("There is a car park."))};
    return draft;
}

QStringList placesOf(const std::vector<desk::ServiceFinding>& findings)
{
    QStringList places;
    for (const auto& one : findings) {
        places << one.place + QLatin1Char(' ') + one.word;
    }
    return places;
}

/// In the process that is cut: changes a service, and never comes back from it.
int changeUntilCut(const QString& path)
{
    const auto load = [path] { return config::Config::load({path}, QProcessEnvironment(), {}); };
    ServiceFolder room({load().value(), load, false, QStringLiteral(":/delpek")});
    const auto state = base::await(room.state()).value();
    for (const auto& entry : state.services) {
        if (entry.draft.id == u("parking")) {
            ServiceDraft draft = entry.draft;
            draft.answer.english = ServiceForms::same(u("Two floors of parking."));
            base::await(room.keep(draft, entry.stamp));
        }
    }
    return 0;
}

} // namespace

/// Services and agents as files of this machine.
class TestServiceFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedOnesAreThere()
    {
        Machine m(false);
        const auto state = m.state();
        QCOMPARE(state.services.size(), size_t(3));
        QCOMPARE(state.folder, QString());
        QCOMPARE(state.proposed, m.folder.filePath(u("services")));
        QVERIFY(state.canChooseFolder);
        const auto person = m.entry("human_contact");
        QVERIFY(person.isShipped && !person.isOwn && !person.isOff && !person.isWaiting);
        QVERIFY(person.draft.by == ServiceDraft::By::Person && person.draft.opening == ServiceDraft::Opening::Clinic);
        QVERIFY(person.findings.empty());
        const auto parents = m.entry("parents");
        QVERIFY(parents.asksCode && parents.questions.size() == 4);
        QCOMPARE(parents.draft.minutes, 30);
    }

    void withoutAFolderNothingIsWritten()
    {
        Machine m(false);
        QCOMPARE(m.keep(parking()).error().key, u("service.noFolder"));
        QCOMPARE(m.turn("parents", false).error().key, u("service.noFolder"));
        QCOMPARE(QDir(m.folder.path()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
    }

    void theFolderIsMadeAndKeptInTheSettings()
    {
        Machine m(false);
        QVERIFY(base::await(m.room->chooseFolder(m.state().proposed)));
        QVERIFY(QDir(m.folder.filePath(u("services"))).exists());
        QVERIFY(Machine::read(m.path).contains("[services]\nfolder = "));
        QVERIFY(m.keep(parking()));
        QVERIFY(m.entry("parking").isOwn);
    }

    void aFolderThatWouldStopTheStartIsRefused()
    {
        Machine m(false);
        QCOMPARE(base::await(m.room->chooseFolder(u("own"))).error().key, u("service.folderPath"));
        QDir().mkpath(m.own());
        Machine::write(m.fileOf("broken"), "{\"id\": ");
        QCOMPARE(base::await(m.room->chooseFolder(m.own())).error().key, u("service.folderFault"));
        QVERIFY(!QFile::exists(m.path));
    }

    void whatTheCommandLineSaysStays()
    {
        Machine m(true, {u("--agent.team"), u("team")});
        const auto teams = base::await(m.room->teams()).value();
        QVERIFY(!teams.canChoose);
        QCOMPARE(teams.chosen, u("team"));
        QCOMPARE(base::await(m.room->chooseTeam(u("alex"))).error().key, u("setup.overridden"));
    }

    void theTeamIsASettingThatWaitsForAStart()
    {
        Machine m;
        const auto before = base::await(m.room->teams()).value();
        QCOMPARE(before.teams.size(), size_t(2));
        QCOMPARE(before.teams[1].agents.size(), size_t(4));
        QVERIFY(before.teams[1].agents[0].isCoordinator);
        QVERIFY(!before.teams[0].agents[0].persona.he.isEmpty());
        QVERIFY(base::await(m.room->chooseTeam(u("team"))));
        QVERIFY(Machine::read(m.path).startsWith("# ours\n"));
        const auto then = base::await(m.room->teams()).value();
        QCOMPARE(then.chosen, u("team"));
        QCOMPARE(then.running, u("alex"));
        QCOMPARE(base::await(m.room->chooseTeam(u("nobody"))).error().key, u("setup.value"));
        m.start();
        QCOMPARE(base::await(m.room->teams()).value().running, u("team"));
    }

    void aNewServiceIsAFileThatWaitsForAStart()
    {
        Machine m;
        QVERIFY(m.keep(parking()));
        const auto entry = m.entry("parking");
        QVERIFY(entry.isOwn && !entry.isShipped && entry.isWaiting && entry.findings.empty());
        QVERIFY(entry.draft == parking());
        QCOMPARE(entry.file, m.fileOf("parking"));
        QCOMPARE(m.taken("is there parking?"), u("parking"));
        m.start();
        QVERIFY(!m.entry("parking").isWaiting);
    }

    void aChangeKeepsWhatTheFormDoesNotKnow()
    {
        Machine m;
        Machine::write(m.fileOf("parking"),
                       "{\"id\": \"parking\", \"about\": \"for the desk\", \"name\": {\"he\": \"חניה\", \"en\": "
                       "\"Parking\"},\n \"keywords\": {\"he\": [\"חניה\"], \"en\": []}, \"by\": \"form\", \"done\": "
                       "{\"he\": \"תודה.\", \"en\": \"Thank you.\"}, \"fields\": [{\"key\": \"plate\", \"label\": "
                       "{\"he\": \"רכב\", \"en\": \"Car\"}, \"ask\": {\"he\": \"מה המספר?\", \"en\": \"Which car?\"}, "
                       "\"longest\": 12}]}");
        auto entry = m.entry("parking");
        QVERIFY2(entry.findings.empty(), qPrintable(placesOf(entry.findings).join(QLatin1Char(','))));
        entry.draft.englishKeywords = {u("car park")};
        entry.draft.minutes = 20;
        QVERIFY(m.keep(entry.draft, entry.stamp));
        const auto json = base::parseJson(m.text("parking")).value();
        QCOMPARE(base::textAt(json, "about"), u("for the desk"));
        QCOMPARE(base::at(json, "fields")[0]["longest"].get<int>(), 12);
        QCOMPARE(base::at(json, "minutes").get<int>(), 20);
        QCOMPARE(base::at(json, "keywords")["en"][0].get<std::string>(), std::string("car park"));
        // In the order in which the file has them.
        QVERIFY(m.text("parking").indexOf("\"about\"") < m.text("parking").indexOf("\"keywords\""));
    }

    void aShippedServiceThatIsChangedBecomesAFileOfItsName()
    {
        Machine m;
        auto entry = m.entry("parents");
        entry.draft.done.english = ServiceForms::same(u("Thank you. We have it."));
        QVERIFY(m.keep(entry.draft, entry.stamp));
        const auto changed = m.entry("parents");
        QVERIFY(changed.isOwn && changed.isShipped && changed.isWaiting && changed.questions.size() == 4);
        QCOMPARE(changed.draft.done.english.neutral, u("Thank you. We have it."));
        QVERIFY(base::await(m.room->remove(u("parents"), changed.stamp)));
        const auto back = m.entry("parents");
        QVERIFY(!back.isOwn && !back.isWaiting);
        QVERIFY(!QFile::exists(m.fileOf("parents")));
    }

    void offAndOnAgain()
    {
        Machine m;
        QVERIFY(m.turn("information", false));
        auto entry = m.entry("information");
        QVERIFY(entry.isOff && entry.isOwn && entry.isWaiting);
        // What it says is still to be read.
        QCOMPARE(entry.draft.name.en, u("About the clinic"));
        QCOMPARE(m.taken("general information"), QString());
        QVERIFY(m.turn("information", true));
        QVERIFY(!QFile::exists(m.fileOf("information")));
        QCOMPARE(m.taken("general information"), u("information"));
        // One of the clinic's own keeps all that it says.
        QVERIFY(m.keep(parking()));
        QVERIFY(m.turn("parking", false));
        QVERIFY(m.entry("parking").isOff && m.entry("parking").draft == parking());
        QVERIFY(m.turn("parking", true));
        QVERIFY(!m.entry("parking").isOff);
    }

    void whatIsSwitchedOffStaysOffWhenItIsChanged()
    {
        Machine m;
        QVERIFY(m.turn("information", false));
        auto entry = m.entry("information");
        entry.draft.mostWords = 7;
        QVERIFY(m.keep(entry.draft, entry.stamp));
        QVERIFY(m.entry("information").isOff);
        QVERIFY(m.turn("information", true));
        QCOMPARE(m.entry("information").draft.mostWords, 7);
    }

    void whatIsWrongIsToldAllAtOnceAndNothingIsWritten()
    {
        Machine m;
        auto draft = parking();
        draft.name.en.clear();
        draft.hebrewKeywords.clear();
        draft.englishKeywords.clear();
        draft.opening = ServiceDraft::Opening::Own;
        draft.hours[0] = {{QTime(19, 0), QTime(8, 0)}};
        QCOMPARE(placesOf(m.check(draft)), QStringList({u("/name/en missing"), u("/hours/sun/0 hours"),
                                                        u("/keywords keywords"), u("/closed missing")}));
        QCOMPARE(m.keep(draft).error().key, u("service.fault"));
        QVERIFY(!QFile::exists(m.fileOf("parking")));
    }

    void whatTheGuardWouldHoldBackIsNotKept()
    {
        Machine m;
        auto draft = parking();
        draft.answer.english = ServiceForms::same(u("Parking is ₪15 an hour, see https://parking.example"));
        const auto findings = m.check(draft);
        QCOMPARE(placesOf(findings), QStringList{u("/answer/en held")});
        QVERIFY(findings[0].rules.contains(u("guard.price")) && findings[0].rules.contains(u("guard.link")));
        QCOMPARE(m.keep(draft).error().key, u("service.fault"));
        QVERIFY(!QFile::exists(m.fileOf("parking")));
    }

    void aNameIsNoPath()
    {
        Machine m;
        for (const char* id : {"../evil", "Parking", "a b", "", "x/y"}) {
            auto draft = parking();
            draft.id = u(id);
            QCOMPARE(m.keep(draft).error().key, u("service.fault"));
            QVERIFY(!base::await(m.room->turn(u(id), false, {})));
            QVERIFY(!base::await(m.room->remove(u(id), {})));
        }
        QCOMPARE(QDir(m.own()).entryList(QDir::Files), QStringList());
    }

    void whoeverChangedItInTheMeantimeWins()
    {
        Machine m;
        QVERIFY(m.keep(parking()));
        const auto entry = m.entry("parking");
        Machine::write(m.fileOf("parking"), m.text("parking") + "\n");
        QCOMPARE(m.keep(entry.draft, entry.stamp).error().key, u("service.changed"));
        QCOMPARE(base::await(m.room->turn(u("parking"), false, entry.stamp)).error().key, u("service.changed"));
        QCOMPARE(base::await(m.room->remove(u("parking"), entry.stamp)).error().key, u("service.changed"));
        // Nor does a new one take the place of what is there.
        QCOMPARE(m.keep(parking()).error().key, u("service.changed"));
    }

    void aBrokenFileIsShownWithWhatIsWrong()
    {
        Machine m;
        Machine::write(m.fileOf("broken"), "{\"id\": \"broken\", ");
        Machine::write(m.fileOf("half"), "{\"id\": \"half\", \"name\": 7, \"by\": \"agent\"}");
        m.start();
        const auto broken = m.entry("broken");
        QCOMPARE(placesOf(broken.findings), QStringList{u("/ json")});
        QVERIFY(placesOf(m.entry("half").findings).contains(u("/name form")));
        auto draft = parking();
        draft.id = u("broken");
        QCOMPARE(m.keep(draft, broken.stamp).error().key, u("service.unreadable"));
        QVERIFY(base::await(m.room->remove(u("broken"), broken.stamp)));
        // The others are as usable as before.
        QCOMPARE(m.taken("talk to a person"), u("human_contact"));
    }

    void aFileThatIsReadAgainIsTheSame()
    {
        Machine m;
        auto draft = parking();
        draft.by = ServiceDraft::By::Person;
        draft.opening = ServiceDraft::Opening::Own;
        draft.hours[0] = {{QTime(8, 0), QTime(13, 0)}, {QTime(16, 0), QTime(19, 0)}};
        draft.closed = {{u("אפשר לכתוב שוב."), u("כתבי שוב."), u("כתוב שוב.")}, ServiceForms::same(u("Closed."))};
        draft.notices = {{{QDate(2026, 4, 1), QTime(0, 0)}, {QDate(2026, 4, 9), QTime(8, 30)}, draft.answer}};
        draft.roles = {u("known")};
        draft.mostWords = 9;
        QCOMPARE(placesOf(m.check(draft)), QStringList());
        QVERIFY(m.keep(draft));
        QVERIFY(m.entry("parking").draft == draft);
    }

    void theDemoRunsWithTheShippedOnes()
    {
        Machine m;
        QVERIFY(m.keep(parking()));
        m.start(true);
        QVERIFY(m.state().isDemo && m.entry("parking").isWaiting);
    }

    void aCutBeforeTheNewTextIsWholeLeavesTheOldOne()
    {
#ifndef DELPEK_CUT_POINTS
        QSKIP("this build has no cut points");
#endif
        Machine m;
        QVERIFY(m.keep(parking()));
        const QByteArray before = m.text("parking");
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u("DELPEK_CUT_AT"), u("service.before-commit:1"));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {u("--cut"), m.path});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY(process.exitStatus() == QProcess::CrashExit);
        QCOMPARE(m.text("parking"), before);
        // Whatever the cut left beside it is nobody's service.
        m.start();
        QCOMPARE(m.state().services.size(), size_t(4));
        auto entry = m.entry("parking");
        QVERIFY(entry.findings.empty() && !entry.isWaiting);
        entry.draft.mostWords = 5;
        QVERIFY(m.keep(entry.draft, entry.stamp));
    }
};

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--cut")) {
        return changeUntilCut(arguments[2]);
    }
    TestServiceFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_servicefolder.moc"
