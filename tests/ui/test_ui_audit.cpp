// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "support/paths.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/auditwords.h"
#include "ui/audit/chainline.h"
#include "ui/problembar.h"
#include "ui/settingssections.h"
#include "ui/windowfixture.h"
#include "ui/wording.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDateEdit>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTableView>

using namespace delpek;
using test::FakeDesk;
using test::FakeSignIn;
using test::WindowFixture;

namespace
{

/// The audit log in the settings.
struct AuditFixture : WindowFixture {
    explicit AuditFixture(const std::function<void(FakeDesk&)>& prepare = {})
    {
        if (prepare) {
            prepare(desk);
        }
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::AuditPage>(window);
    }

    ui::AuditPage& page() const { return *window.findChild<ui::AuditPage*>(); }
    QTableView& table() const { return part<QTableView>("auditTable"); }
    ui::AuditModel& model() const { return *page().findChild<ui::AuditModel*>(); }
    QString chain() const { return domain::withoutIsolates(page().findChild<ui::ChainLine*>()->text()); }
    QString cell(int row, int column) const
    {
        return domain::withoutIsolates(table().model()->index(row, column).data().toString());
    }
    QString text(const char* name) const { return domain::withoutIsolates(part<QLabel>(name).text()); }
    template <typename T>
    T& part(const char* name) const
    {
        return *page().findChild<T*>(QLatin1String(name));
    }
    void choose(const char* box, const QVariant& data)
    {
        auto& combo = part<QComboBox>(box);
        QVERIFY(combo.findData(data) >= 0);
        combo.setCurrentIndex(combo.findData(data));
        Q_EMIT combo.activated(combo.currentIndex());
    }
    const domain::AuditFilter& asked() { return desk.auditRoom().asked.back().filter; }
};

} // namespace

class TestUiAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestStandsOnTop()
    {
        AuditFixture f;
        QTRY_COMPARE(f.table().model()->rowCount(), 22);
        QCOMPARE(f.cell(0, ui::AuditModel::What), QStringLiteral("Read the audit log"));
        QCOMPARE(f.cell(0, ui::AuditModel::Who), QStringLiteral("דנה לוי"));
        QVERIFY(f.cell(0, ui::AuditModel::When).startsWith(QStringLiteral("5.3.2026 08:")));
        QCOMPARE(f.cell(2, ui::AuditModel::Who), QStringLiteral("A patient"));
        QCOMPARE(f.cell(3, ui::AuditModel::Who), QStringLiteral("Delpek itself"));
        QCOMPARE(f.cell(4, ui::AuditModel::About), QStringLiteral("Conversation 41, not here any more"));
        QVERIFY(f.cell(4, ui::AuditModel::Details).startsWith(QStringLiteral("request; messages 34")));
        const QString first = ui::words::title(f.desk.at({FakeDesk::Booking}));
        QCOMPARE(f.cell(18, ui::AuditModel::About), first);
        QVERIFY(!f.part<QLabel>("auditState").isVisible());
    }

    /// More comes as the view is scrolled, until there is no more.
    void pagesComeAsTheyAreLookedAt()
    {
        AuditFixture f([](FakeDesk& desk) {
            for (int i = 0; i < 400; ++i) {
                desk.auditRoom().add(QStringLiteral("רבקה"), QStringLiteral("conversation.read"),
                                     QStringLiteral("conversation:2"));
            }
        });
        // What is not looked at is not read.
        QTest::qWait(50);
        QCOMPARE(f.model().rowCount(), 100);
        QAbstractItemModelTester tester(&f.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        while (f.model().canFetchMore({})) {
            const int before = f.model().rowCount();
            f.table().scrollToBottom();
            QTRY_VERIFY(f.model().rowCount() > before);
        }
        QCOMPARE(f.model().rowCount(), 422);
        QCOMPARE(f.model().row(421).entry.number, 1);
        f.choose("auditWho", QStringLiteral("דנה לוי"));
        QTRY_COMPARE(f.model().rowCount(), 9);
    }

    /// A rare entry lies behind many looks that find nothing.
    void lookingGoesOnUntilSomethingIsFound()
    {
        AuditFixture f([](FakeDesk& desk) {
            for (int i = 0; i < 400; ++i) {
                desk.auditRoom().add(QStringLiteral("רבקה"), QStringLiteral("conversation.read"),
                                     QStringLiteral("conversation:2"));
            }
            desk.auditRoom().reach = 50;
        });
        f.desk.auditRoom().slow = true;
        f.choose("auditKind", int(ui::auditwords::Kind::Links));
        QCOMPARE(f.text("auditState"), QStringLiteral("Looking…"));
        f.desk.auditRoom().slow = false;
        f.desk.auditRoom().answer();
        QTRY_COMPARE(f.model().rowCount(), 2);
        QCOMPARE(f.cell(0, ui::AuditModel::What), QStringLiteral("Answered by the private link"));
        QTRY_VERIFY(!f.model().canFetchMore({}));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("box");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<int>("rows");
        QTest::newRow("who") << "auditWho" << QVariant(QStringLiteral("system")) << 1;
        QTest::newRow("kind") << "auditKind" << QVariant(int(ui::auditwords::Kind::SignIn)) << 4;
        QTest::newRow("erasing") << "auditKind" << QVariant(int(ui::auditwords::Kind::Erasing)) << 6;
        QTest::newRow("today") << "auditDays" << QVariant(1) << 22;
        QTest::newRow("all days") << "auditDays" << QVariant(0) << 22;
    }
    void filters()
    {
        QFETCH(QString, box);
        QFETCH(QVariant, value);
        QFETCH(int, rows);
        AuditFixture f;
        f.choose(qPrintable(box), value);
        QTRY_COMPARE(f.model().rowCount(), rows);
    }

    void daysAreTheClinics()
    {
        AuditFixture f;
        f.choose("auditDays", 4);
        QVERIFY(f.part<QDateEdit>("auditFirst").isVisible());
        f.part<QDateEdit>("auditFirst").setDate(QDate(2026, 3, 4));
        f.part<QDateEdit>("auditLast").setDate(QDate(2026, 3, 3));
        // Midnight in Jerusalem, either way round, the last day included.
        QCOMPARE(base::toMillis(*f.asked().from),
                 QDateTime(QDate(2026, 3, 2), QTime(22, 0), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(base::toMillis(*f.asked().to),
                 QDateTime(QDate(2026, 3, 4), QTime(22, 0), Qt::UTC).toMSecsSinceEpoch());
        QTRY_COMPARE(f.text("auditState"), QStringLiteral("No entry is like this."));
    }

    void anEntryLeadsToItsConversation()
    {
        AuditFixture f;
        auto& open = f.part<QPushButton>("openFromAudit");
        QVERIFY(!open.isEnabled());
        f.table().selectRow(4); // of one that was erased
        QVERIFY(!open.isEnabled());
        QVERIFY(f.text("auditEntry").startsWith(QStringLiteral("Entry 18 · conversation.erased conversation:41")));
        f.table().selectRow(18);
        QVERIFY(open.isEnabled());
        QTest::mouseClick(&f.part<QPushButton>("allOfConversation"), Qt::LeftButton);
        QTRY_COMPARE(f.model().rowCount(), 3);
        QVERIFY(f.part<QPushButton>("auditOnly").isVisible());
        QTest::mouseClick(&f.part<QPushButton>("auditOnly"), Qt::LeftButton);
        QTRY_COMPARE(f.model().rowCount(), 22);
        QVERIFY(!f.part<QPushButton>("auditOnly").isVisible());
        f.table().selectRow(18);
        QTest::mouseClick(&open, Qt::LeftButton);
        QTRY_COMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Booking));
        QVERIFY(f.thread.isVisible());
    }

    void theChainIsCheckedInSteps()
    {
        AuditFixture f;
        QTRY_COMPARE(f.chain(), QStringLiteral("Whole: all 22 entries are as they were written."));
        QCOMPARE(f.desk.auditRoom().steps, 2);
        f.desk.auditRoom().brokenAt = 12;
        QTest::mouseClick(&f.part<QPushButton>("checkChain"), Qt::LeftButton);
        QTRY_COMPARE(f.chain(),
                     QStringLiteral("Broken: entry 12 is missing or was changed. Whole entries before it: 11."));
        f.desk.auditRoom().failure = Error{ErrorCode::Unavailable, {}, {}};
        QTest::mouseClick(&f.part<QPushButton>("checkChain"), Qt::LeftButton);
        QTRY_COMPARE(f.chain(), QStringLiteral("The log could not be checked."));
        QVERIFY(f.part<QPushButton>("checkChain").isEnabled());
    }

    void itIsSavedAndSaysWhere()
    {
        AuditFixture f;
        f.page().saveTo(QStringLiteral("/somewhere/audit.jsonl"));
        QTRY_VERIFY(f.part<QLabel>("auditNotice").isVisible());
        QCOMPARE(f.text("auditNotice"), QStringLiteral("Saved with 22 entries: /somewhere/audit.jsonl"));
        QCOMPARE(f.desk.auditRoom().exportedTo, QStringLiteral("/somewhere/audit.jsonl"));
        f.desk.auditRoom().failure = Error{ErrorCode::Unavailable, QStringLiteral("audit.file"), {}};
        f.page().saveTo(QStringLiteral("/nowhere"));
        QTRY_VERIFY(f.text("auditNotice").startsWith(QStringLiteral("Not saved: The file cannot be written there.")));
    }

    void aFailureCanBeTriedAgain()
    {
        AuditFixture f;
        f.desk.auditRoom().failure = Error{ErrorCode::Unavailable, {}, {}};
        f.choose("auditDays", 1);
        QTRY_COMPARE(f.text("auditState"), QStringLiteral("The log could not be read."));
        QVERIFY(!f.window.findChild<ui::ProblemBar*>()->text().isEmpty());
        f.desk.auditRoom().failure.reset();
        QTest::mouseClick(&f.part<QPushButton>("auditAgain"), Qt::LeftButton);
        QTRY_COMPARE(f.model().rowCount(), 22);
        QTRY_VERIFY(f.window.findChild<ui::ProblemBar*>()->text().isEmpty());
    }

    void whoSeesIt_data()
    {
        QTest::addColumn<int>("who");
        QTest::addColumn<QStringList>("sections");
        QTest::addColumn<bool>("reports");
        const QString window = QStringLiteral("This window");
        const QString audit = QStringLiteral("Audit log");
        const QString duty = QStringLiteral("On duty");
        QTest::newRow("receptionist") << int(FakeSignIn::Rivka) << QStringList{window, duty} << true;
        QTest::newRow("doctor") << int(FakeSignIn::Cohen) << QStringList{window, duty} << true;
        QTest::newRow("auditor") << int(FakeSignIn::Noa) << QStringList{window, duty, audit} << false;
        QTest::newRow("admin") << int(FakeSignIn::Dana)
                               << QStringList{window,
                                              QStringLiteral("Staff"),
                                              duty,
                                              QStringLiteral("Privacy"),
                                              audit,
                                              QStringLiteral("Connections"),
                                              QStringLiteral("Answers and alerts"),
                                              QStringLiteral("Clinic"),
                                              QStringLiteral("Hours"),
                                              QStringLiteral("Backup")}
                               << true;
    }
    void whoSeesIt()
    {
        QFETCH(int, who);
        QFETCH(QStringList, sections);
        QFETCH(bool, reports);
        WindowFixture f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Staff(who));
        const auto shown = [&] {
            QStringList names;
            if (const auto* list = f.window.findChild<QListWidget*>(QStringLiteral("settingsSections"))) {
                for (int row = 0; row < list->count(); ++row) {
                    names << list->item(row)->text();
                }
            }
            return names;
        };
        sections << QStringLiteral("Services and agents") << QStringLiteral("Templates");
        if (reports) {
            sections << QStringLiteral("Reported turns");
        }
        sections << QStringLiteral("Rules") << QStringLiteral("Keyboard"); // everybody's
        QTRY_COMPARE(shown(), sections);
    }

    /// The actions are read from the sources of whatever writes into the log: a new one without words fails here.
    void everyActionHasWords()
    {
        static const QRegularExpression dotted(
            QStringLiteral("\"((?:conversation|message|escalation|consent|desk|file|record|book|visit|note|quickreply|"
                           "staff|link|memory|session|label|parentcode|audit|privacy)\\.[a-zA-Z]+)\""));
        // Keys of texts, events and files, which never stand in the log.
        const QStringList others{QStringLiteral("link.byHand"),
                                 QStringLiteral("link.pins"),
                                 QStringLiteral("consent.call"),
                                 QStringLiteral("consent.given"),
                                 QStringLiteral("consent.refused"),
                                 QStringLiteral("consent.asked"),
                                 QStringLiteral("staff.raised"),
                                 QStringLiteral("escalation.closed"),
                                 QStringLiteral("escalation.handedBack"),
                                 QStringLiteral("audit.broken"),
                                 QStringLiteral("memory.told")};
        QStringList missing;
        int found = 0;
        for (const char* folder : {"core/desk", "core/api", "core/agent/service", "core/memory", "core/node", "app"}) {
            for (QDirIterator it(test::sourcePath(folder), {QStringLiteral("*.cpp")}, QDir::Files,
                                 QDirIterator::Subdirectories);
                 it.hasNext();) {
                QFile source(it.next());
                QVERIFY(source.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(source.readAll());
                // Only where something is written into the log.
                if (!text.contains(QLatin1String("store/auditlog.h")) && !text.contains(QLatin1String("m_acts")) &&
                    !text.contains(QLatin1String("note(")) && !text.contains(QLatin1String("actWith"))) {
                    continue;
                }
                for (auto match = dotted.globalMatch(text); match.hasNext();) {
                    const QString key = match.next().captured(1);
                    if (!ui::auditwords::knownAction(key).isEmpty()) {
                        ++found;
                    } else if (!others.contains(key) && ui::words::keySentence(key).isEmpty()) {
                        missing << key;
                    }
                }
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
        QVERIFY(found > 70);
    }

    void eachKindHasItsActions()
    {
        for (const auto kind : ui::auditwords::kinds) {
            QVERIFY(!ui::auditwords::kind(kind).isEmpty());
            QCOMPARE(ui::auditwords::actionsOf(kind).isEmpty(), kind == ui::auditwords::Kind::All);
            for (const QString& action : ui::auditwords::actionsOf(kind)) {
                QVERIFY2(action.endsWith(QLatin1Char('.')) || !ui::auditwords::knownAction(action).isEmpty(),
                         qPrintable(action));
            }
        }
        QCOMPARE(domain::withoutIsolates(ui::auditwords::action(QStringLiteral("of.later"))),
                 QStringLiteral("of.later"));
    }
};

QTEST_MAIN(TestUiAudit)
#include "test_ui_audit.moc"
