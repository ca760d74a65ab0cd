// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"

#include "desk/localsorting.h"
#include "store/auditlog.h"
#include "store/escalations.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::LocalSorting;
using desk::SortAct;
using domain::ConversationId;
using domain::Label;
using domain::LabelColour;
using domain::LabelId;
using store::InboxView;
using store::Session;
using test::must;
using test::noon;
using test::TestStore;
using Kind = SortAct::Kind;

/// Labels, putting off and several conversations at once, on both engines.
class TestDeskSorting : public QObject
{
    Q_OBJECT

    test::Engines m_engines;

    struct Fixture {
        explicit Fixture(const QString& location)
            : store(location)
        {
            for (const char* name : {"Noa", "Amit", "Yael"}) {
                ids.push_back(store.conversation(QLatin1String(name)).id);
            }
        }

        LabelId label(const char* name, LabelColour colour = LabelColour::Blue)
        {
            return must(ruti.addLabel({{}, QString::fromUtf8(name), colour}).result());
        }
        desk::Sorted sort(const SortAct& act) { return must(ruti.sort(ids, act).result()); }
        domain::Conversation at(size_t which) { return store.reload(ids[which]); }
        void hears(size_t which, domain::AuthorKind author = domain::AuthorKind::Patient)
        {
            domain::Message message;
            message.conversation = ids[which];
            message.author = author;
            message.text = QStringLiteral("Hello?");
            message.createdAt = message.sentAt = noon;
            message.id = store.message(ids[which], author, message.text);
            store.write([&](Session& session) { return store::Conversations(session).noteMessage(message); });
        }
        size_t shown(InboxView view, std::optional<LabelId> label = {})
        {
            store::InboxQuery query;
            query.view = view;
            query.label = label;
            query.staff = QStringLiteral("Ruti");
            query.now = clock.now();
            return store.read([&](Session& session) { return store::Conversations(session).page(query); }).size();
        }
        QStringList log()
        {
            QStringList entries;
            for (const auto& entry :
                 store.read([](Session& session) { return store::AuditLog(session).after(0, 100); })) {
                entries << entry.actor + QLatin1Char(' ') + entry.action + QLatin1Char(' ') + entry.subject;
            }
            return entries;
        }

        TestStore store;
        base::VirtualClock clock{noon};
        LocalSorting ruti{*store, clock, QStringLiteral("Ruti")};
        std::vector<ConversationId> ids;
    };

    Fixture open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return Fixture(m_engines.newLocation(postgres));
    }

    static SortAct snoozed(base::Duration time) { return {.kind = Kind::Snooze, .until = noon + time}; }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void labelsAreOnceOfEachName()
    {
        auto f = open();
        const auto insurance = f.label("  ביטוח ", LabelColour::Green);
        const auto lab = f.label("Lab");
        const auto refused = f.ruti.addLabel({{}, QStringLiteral("lab"), LabelColour::Pink}).result();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().key, QStringLiteral("label.taken"));
        const Label before{lab, QStringLiteral("Lab"), LabelColour::Blue};
        must(f.ruti.changeLabel(before, {lab, QStringLiteral(" Laboratory"), LabelColour::Brown}).result());
        // Another desk had read it before and would write the old name over the new one.
        const auto late = f.ruti.changeLabel(before, {lab, QStringLiteral("Lab"), LabelColour::Pink}).result();
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QCOMPARE(late.error().key, QStringLiteral("label.changed"));
        const auto all = must(f.ruti.labels().result());
        QCOMPARE(all, (std::vector<Label>{{lab, QStringLiteral("Laboratory"), LabelColour::Brown},
                                          {insurance, QStringLiteral("ביטוח"), LabelColour::Green}}));
        must(f.ruti.sort(f.ids, {.kind = Kind::Label, .label = lab}).result());
        must(f.ruti.removeLabel(lab).result());
        QVERIFY(must(f.ruti.labelsOf(f.ids[0]).result()).empty());
        QCOMPARE(f.ruti.removeLabel(lab).result().error().key, QStringLiteral("label.gone"));
        QCOMPARE(f.ruti.changeLabel(before, before).result().error().key, QStringLiteral("label.gone"));
        QCOMPARE(f.ruti.sort(f.ids, {.kind = Kind::Label, .label = lab}).result().error().key,
                 QStringLiteral("label.gone"));
    }

    void whatCannotBeALabel()
    {
        auto f = open();
        const auto key = [&](const QString& name) { return f.ruti.addLabel({{}, name}).result().error().key; };
        QCOMPARE(key(QStringLiteral("  ")), QStringLiteral("label.empty"));
        QCOMPARE(key(QString(31, QLatin1Char('x'))), QStringLiteral("label.tooLong"));
        for (int i = 0; i < domain::maxLabels; ++i) {
            f.label(qPrintable(QString::number(i)));
        }
        QCOMPARE(key(QStringLiteral("one more")), QStringLiteral("label.tooMany"));
    }

    void severalAtOnceAndBack()
    {
        auto f = open();
        const auto lab = f.label("Lab");
        must(f.ruti.sort({f.ids[0]}, {.kind = Kind::Label, .label = lab}).result());
        const auto done = f.sort({.kind = Kind::Label, .label = lab});
        QCOMPARE(done.changed.size(), size_t(2)); // one had it
        QCOMPARE(f.shown(InboxView::All, lab), size_t(3));
        QCOMPARE(must(f.ruti.undo(done).result()), 2);
        QCOMPARE(must(f.ruti.labelsOf(f.ids[0]).result()), std::vector{lab});
        QVERIFY(must(f.ruti.labelsOf(f.ids[1]).result()).empty());
        QCOMPARE(f.shown(InboxView::All, lab), size_t(1));
        const auto id = QString::number(f.ids[0].value);
        QCOMPARE(f.log().mid(0, 2),
                 (QStringList{QStringLiteral("Ruti label.added label:%1").arg(lab.value),
                              QStringLiteral("Ruti conversation.labelled conversation:%1").arg(id)}));
    }

    void whatWasReadComesBackUnread()
    {
        auto f = open();
        f.hears(0);
        f.hears(0);
        f.hears(1);
        const auto done = f.sort({.kind = Kind::Seen});
        QCOMPARE(done.changed.size(), size_t(2));
        QCOMPARE(f.at(0).unread, 0);
        f.hears(1); // the patient was quicker
        QCOMPARE(must(f.ruti.undo(done).result()), 1);
        QCOMPARE(f.at(0).unread, 2);
        QCOMPARE(f.at(1).unread, 1);
    }

    /// The agent answers what comes next: who waits for an answer would get none.
    void whoWaitsForAnAnswerStaysWithThePeople()
    {
        auto f = open();
        f.store.write([&](Session& session) {
            return store::Conversations(session).setHolder(f.ids[0], {domain::HolderKind::Nobody, {}}, noon);
        });
        f.hears(0);
        const auto done = f.sort({.kind = Kind::HandBack});
        QCOMPARE(done.waiting, 1);
        QVERIFY(f.at(0).holder.kind == domain::HolderKind::Nobody);
        QVERIFY(f.at(0).needsPerson);
    }

    /// Whoever sits at the desk by then puts nothing into the hands of somebody who has left.
    void undoGivesNothingToAnother()
    {
        auto f = open();
        f.store.write([&](Session& session) {
            return store::Conversations(session).setHolder(f.ids[0],
                                                           {domain::HolderKind::Staff, QStringLiteral("Ruti")}, noon);
        });
        const auto done = f.sort({.kind = Kind::HandBack});
        LocalSorting dana(*f.store, f.clock, QStringLiteral("Dana"));
        QCOMPARE(must(dana.undo(done).result()), 1);
        QVERIFY(f.at(0).holder.kind == domain::HolderKind::Nobody);
    }

    void theAgentGoesOnWhereNobodyElseWorks()
    {
        auto f = open();
        const domain::Holder mine{domain::HolderKind::Staff, QStringLiteral("Ruti")};
        const auto hold = [&](size_t which, const domain::Holder& holder) {
            f.store.write(
                [&](Session& session) { return store::Conversations(session).setHolder(f.ids[which], holder, noon); });
        };
        hold(0, mine);
        hold(1, {domain::HolderKind::Nobody, {}});
        hold(2, {domain::HolderKind::Staff, QStringLiteral("Dana")});
        const auto done = f.sort({.kind = Kind::HandBack});
        QCOMPARE(done.changed.size(), size_t(2));
        QCOMPARE(done.held, 1);
        QVERIFY(f.at(0).holder.kind == domain::HolderKind::Agent);
        QVERIFY(f.at(1).holder.kind == domain::HolderKind::Agent);
        QCOMPARE(f.at(2).holder.name, QStringLiteral("Dana"));
        const auto id = QString::number(f.ids[0].value);
        QVERIFY(f.log().contains(QStringLiteral("Ruti conversation.handBack conversation:") + id));
        f.hears(1); // the patient was quicker: the agent has it
        QCOMPARE(must(f.ruti.undo(done).result()), 1);
        QVERIFY(f.at(0).holder == mine);
        QVERIFY(f.at(1).holder.kind == domain::HolderKind::Agent);
        QVERIFY(f.log().contains(QStringLiteral("Ruti conversation.take conversation:") + id));
    }

    void whatWaitsForADoctorIsNotGivenBack()
    {
        auto f = open();
        f.store.write([&](Session& session) {
            store::Conversations all(session);
            return all.setHolder(f.ids[0], {domain::HolderKind::Nobody, {}}, noon).and_then([&](qint64) {
                return all.setUrgency(f.ids[0], domain::Urgency::DoctorRequired);
            });
        });
        const auto done = f.sort({.kind = Kind::HandBack});
        QCOMPARE(done.urgent, 1);
        QVERIFY(done.changed.empty());
        QVERIFY(f.at(0).holder.kind == domain::HolderKind::Nobody);
    }

    void whatIsPutOffIsOutOfTheList()
    {
        auto f = open();
        f.store.write([&](Session& session) {
            return store::Conversations(session).setHolder(f.ids[0],
                                                           {domain::HolderKind::Staff, QStringLiteral("Ruti")}, noon);
        });
        QCOMPARE(f.shown(InboxView::Mine), size_t(1));
        const auto done = f.sort(snoozed(1h));
        QCOMPARE(done.changed.size(), size_t(3));
        QVERIFY(f.at(0).snoozedUntil == noon + 1h);
        for (const auto view : {InboxView::All, InboxView::Mine, InboxView::Agent, InboxView::NeedsPerson}) {
            QCOMPARE(f.shown(view), size_t(0));
        }
        QCOMPARE(f.shown(InboxView::Snoozed), size_t(3));
        QCOMPARE(f.sort(snoozed(1h)).changed.size(), size_t(0));
        // A later time, and back to the first.
        const auto later = f.sort(snoozed(5h));
        QCOMPARE(must(f.ruti.undo(later).result()), 3);
        QVERIFY(f.at(2).snoozedUntil == noon + 1h);
        QCOMPARE(must(f.ruti.undo(done).result()), 3);
        QCOMPARE(f.shown(InboxView::All), size_t(3));
        const auto woken = (f.sort(snoozed(1h)), f.sort({.kind = Kind::Wake}));
        QCOMPARE(f.shown(InboxView::All), size_t(3));
        QCOMPARE(must(f.ruti.undo(woken).result()), 3);
        QCOMPARE(f.shown(InboxView::Snoozed), size_t(3));
    }

    void whatBringsItBack_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("the patient writes") << QStringLiteral("message");
        QTest::newRow("somebody takes it") << QStringLiteral("staff");
        QTest::newRow("the agent gives it up") << QStringLiteral("nobody");
        QTest::newRow("it becomes urgent") << QStringLiteral("urgent");
    }
    void whatBringsItBack()
    {
        QFETCH(QString, what);
        auto f = open();
        const auto done = f.sort(snoozed(24h));
        f.store.write([&](Session& session) -> Result<Done> {
            store::Conversations all(session);
            const auto hold = [&](domain::HolderKind kind, const QString& name) {
                return all.setHolder(f.ids[0], {kind, name}, noon).map([](qint64) { return Done{}; });
            };
            return what == QLatin1String("staff")    ? hold(domain::HolderKind::Staff, QStringLiteral("Dana"))
                   : what == QLatin1String("nobody") ? hold(domain::HolderKind::Nobody, {})
                   : what == QLatin1String("urgent") ? all.setUrgency(f.ids[0], domain::Urgency::Emergency)
                                                     : Result<Done>(Done{});
        });
        if (what == QLatin1String("message")) {
            f.hears(0);
        }
        QVERIFY(!f.at(0).snoozedUntil);
        QCOMPARE(f.shown(InboxView::All), size_t(1));
        // Undoing what is over does not touch it.
        QCOMPARE(must(f.ruti.undo(done).result()), 2);
    }

    void whatTheClinicSaysLeavesItAway()
    {
        auto f = open();
        f.sort(snoozed(24h));
        f.hears(0, domain::AuthorKind::Agent);
        QVERIFY(f.at(0).snoozedUntil);
    }

    void anEmergencyIsNotPutOff()
    {
        auto f = open();
        f.store.write([&](Session& session) {
            return store::Conversations(session).setUrgency(f.ids[1], domain::Urgency::DoctorRequired);
        });
        const auto done = f.sort(snoozed(1h));
        QCOMPARE(done.urgent, 1);
        QCOMPARE(done.changed.size(), size_t(2));
        QVERIFY(!f.at(1).snoozedUntil);
        // Nor by taking back that it was brought back.
        const auto woken = f.sort({.kind = Kind::Wake});
        f.store.write([&](Session& session) {
            return store::Conversations(session).setUrgency(f.ids[0], domain::Urgency::Emergency);
        });
        QCOMPARE(must(f.ruti.undo(woken).result()), 1);
        QVERIFY(!f.at(0).snoozedUntil);
    }

    void whatSomebodyElseHoldsIsNotPutOff()
    {
        auto f = open();
        const auto hold = [&](size_t which, const char* name) {
            f.store.write([&](Session& session) {
                return store::Conversations(session).setHolder(f.ids[which],
                                                               {domain::HolderKind::Staff, QLatin1String(name)}, noon);
            });
        };
        hold(0, "Dana");
        hold(1, "Ruti");
        const auto done = f.sort(snoozed(1h));
        QCOMPARE(done.held, 1);
        QCOMPARE(done.changed.size(), size_t(2));
        QVERIFY(!f.at(0).snoozedUntil);
    }

    void anEscalationKeepsItInTheList()
    {
        auto f = open();
        f.store.write([&](Session& session) {
            domain::Escalation routine;
            routine.conversation = f.ids[2];
            routine.reason = QStringLiteral("human.requested");
            routine.openedAt = noon;
            return store::Escalations(session).open(routine);
        });
        const auto done = f.sort(snoozed(1h));
        QCOMPARE(done.urgent, 1);
        QVERIFY(!f.at(2).snoozedUntil && f.at(0).snoozedUntil);
    }

    void timesAreAhead_data()
    {
        QTest::addColumn<qint64>("hours");
        QTest::newRow("now") << qint64(0);
        QTest::newRow("over") << qint64(-1);
        QTest::newRow("in more than a year") << qint64(367 * 24);
    }
    void timesAreAhead()
    {
        QFETCH(qint64, hours);
        auto f = open();
        const auto refused = f.ruti.sort(f.ids, snoozed(std::chrono::hours(hours))).result();
        QCOMPARE(refused.error().key, QStringLiteral("sorting.time"));
    }

    void notMoreThanSomeHundred()
    {
        auto f = open();
        const std::vector<ConversationId> many(desk::maxSorted + 1, f.ids[0]);
        QCOMPARE(f.ruti.sort(many, {.kind = Kind::Seen}).result().error().key, QStringLiteral("sorting.tooMany"));
    }

    void itComesBackOnTopAsAReminder()
    {
        auto f = open();
        f.hears(1);
        f.hears(2);
        must(f.ruti.sort({f.ids[0]}, snoozed(1h)).result());
        const auto end = [&](base::Instant now) {
            return f.store.write([now](Session& session) { return store::Conversations(session).endSnoozes(now, 10); });
        };
        QCOMPARE(end(noon + 1h - 1ms), 0);
        QCOMPARE(end(noon + 1h), 1);
        QCOMPARE(end(noon + 1h), 0);
        const auto back = f.at(0);
        QVERIFY(back.isReminded && !back.snoozedUntil);
        QVERIFY(back.lastActivity == noon + 1h);
        const auto page = f.store.read([](Session& session) { return store::Conversations(session).page({}); });
        QCOMPARE(page.front().id, f.ids[0]);
        f.sort({.kind = Kind::Seen});
        QVERIFY(!f.at(0).isReminded);
    }
};

QTEST_GUILESS_MAIN(TestDeskSorting)
#include "test_desksorting.moc"
