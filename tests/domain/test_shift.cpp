// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shift.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::Conversation;
using domain::Fate;
using domain::HolderKind;
using domain::LineKind;
using domain::Shift;

namespace
{

const base::Instant now = base::fromMillis(1772539200000);

/// The order of the words is the order of the lines.
QString inWords(const std::vector<domain::SheetLine>& lines)
{
    QStringList all;
    for (const auto& line : lines) {
        all << base::toText(line.kind) + QLatin1Char(' ') + QString::number(line.conversation.value) +
                   (line.kind == LineKind::Held ? QLatin1Char(' ') + base::toText(line.fate) : QString());
    }
    return all.join(QStringLiteral(", "));
}

Conversation conversation(qint64 id, HolderKind kind = HolderKind::Agent, const QString& name = {})
{
    Conversation c;
    c.id = {id};
    c.holder = {kind, name};
    c.lastActivity = now - std::chrono::minutes(id);
    c.previewAuthor = domain::AuthorKind::Staff;
    return c;
}

domain::Escalation escalation(qint64 id, qint64 of, domain::Urgency urgency)
{
    domain::Escalation e;
    e.id = {id};
    e.conversation = {of};
    e.urgency = urgency;
    e.openedAt = now - std::chrono::minutes(id);
    return e;
}

} // namespace

/// What stands on a hand-over sheet, and what becomes of it.
class TestShift : public QObject
{
    Q_OBJECT

    const QString ruti = QStringLiteral("Ruti");

private Q_SLOTS:
    void aSheetSaysEachThingOnce_data()
    {
        QTest::addColumn<domain::SheetFacts>("facts");
        QTest::addColumn<QString>("lines");
        const auto held = [this](qint64 id) { return conversation(id, HolderKind::Staff, ruti); };
        QTest::newRow("nothing") << domain::SheetFacts{ruti, now} << QString();
        {
            domain::SheetFacts facts{ruti, now};
            facts.conversations = {held(1), conversation(2, HolderKind::Staff, QStringLiteral("Dana")),
                                   conversation(3, HolderKind::Doctor, ruti), conversation(4)};
            QTest::newRow("what the person holds, the longest untouched first")
                << facts << QStringLiteral("held 3 kept, held 1 kept");
        }
        {
            domain::SheetFacts facts{ruti, now};
            auto a = conversation(1, HolderKind::Nobody);
            a.needsPerson = true;
            a.waitingSince = now - 5min;
            auto b = a;
            b.id = {2};
            b.waitingSince = now - 50min;
            facts.conversations = {a, b};
            facts.escalations = {escalation(7, 1, domain::Urgency::Routine)};
            QTest::newRow("an escalation says that it waits") << facts << QStringLiteral("escalation 1, waiting 2");
        }
        {
            domain::SheetFacts facts{ruti, now};
            facts.escalations = {escalation(1, 5, domain::Urgency::DoctorRequired),
                                 escalation(9, 6, domain::Urgency::DoctorRequired),
                                 escalation(2, 7, domain::Urgency::Emergency)};
            auto closed = escalation(3, 8, domain::Urgency::Emergency);
            closed.closedAt = now;
            facts.escalations.push_back(closed);
            QTest::newRow("the gravest first, then the oldest")
                << facts << QStringLiteral("escalation 7, escalation 6, escalation 5");
        }
        {
            domain::SheetFacts facts{ruti, now};
            auto late = conversation(1);
            late.snoozedUntil = now + 20h;
            auto soon = conversation(2);
            soon.snoozedUntil = now + 1h;
            auto past = conversation(3);
            past.snoozedUntil = now - 1s;
            facts.conversations = {late, soon, past};
            QTest::newRow("put off, the next first") << facts << QStringLiteral("put_off 2, put_off 1");
        }
        {
            domain::SheetFacts facts{ruti, now};
            auto off = held(1);
            off.snoozedUntil = now + 20h;
            auto handed = held(2);
            handed.snoozedUntil = now + 20h;
            facts.conversations = {off, handed};
            facts.unsent = {{{4}, 2}};
            facts.outgoing = {{{5}, now + 1h}};
            QTest::newRow("handing over ends putting off")
                << facts << QStringLiteral("held 2 agent, held 1 kept, unsent 4, outgoing 5, put_off 1");
        }
        {
            domain::SheetFacts facts{ruti, now};
            facts.conversations = {held(2)};
            facts.escalations = {escalation(1, 2, domain::Urgency::DoctorRequired)};
            QTest::newRow("no agent gets what a doctor is asked about")
                << facts << QStringLiteral("escalation 2, held 2 anyone");
        }
    }
    void aSheetSaysEachThingOnce()
    {
        QFETCH(domain::SheetFacts, facts);
        QTEST(inWords(domain::makeSheet(facts, {{{2}, Fate::ToAgent}, {{99}, Fate::ToAgent}})), "lines");
    }

    void aLineKnowsWhatMatters()
    {
        domain::SheetFacts facts{ruti, now};
        auto c = conversation(2, HolderKind::Nobody);
        c.needsPerson = true;
        c.waitingSince = now - 3h;
        c.unread = 4;
        facts.conversations = {c};
        auto e = escalation(9, 3, domain::Urgency::Emergency);
        e.acknowledgedBy = QStringLiteral("Dr. Levi");
        facts.escalations = {e};
        const auto lines = domain::makeSheet(facts, {});
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(lines[0].who, QStringLiteral("Dr. Levi"));
        QCOMPARE(lines[0].escalation.value, qint64(9));
        QVERIFY(lines[0].moment == e.openedAt);
        QVERIFY(lines[1].moment == now - 3h);
        QCOMPARE(lines[1].number, 4);
    }

    void whatIsSuggested_data()
    {
        QTest::addColumn<int>("unread");
        QTest::addColumn<bool>("patientLast");
        QTest::addColumn<domain::Mode>("mode");
        QTest::addColumn<bool>("escalated");
        QTest::addColumn<Fate>("fate");
        using domain::Mode;
        QTest::newRow("answered") << 0 << false << Mode::Autopilot << false << Fate::ToAgent;
        QTest::newRow("not read") << 1 << true << Mode::Autopilot << false << Fate::ToAnyone;
        QTest::newRow("read, not answered") << 0 << true << Mode::Autopilot << false << Fate::ToAnyone;
        QTest::newRow("the agent is off") << 0 << false << Mode::Off << false << Fate::ToAnyone;
        QTest::newRow("the agent only drafts") << 0 << false << Mode::Copilot << false << Fate::ToAnyone;
        QTest::newRow("a doctor is asked") << 0 << false << Mode::Autopilot << true << Fate::ToAnyone;
    }
    void whatIsSuggested()
    {
        QFETCH(int, unread);
        QFETCH(bool, patientLast);
        QFETCH(domain::Mode, mode);
        QFETCH(bool, escalated);
        auto c = conversation(1, HolderKind::Staff, ruti);
        c.unread = unread;
        c.previewAuthor = patientLast ? domain::AuthorKind::Patient : domain::AuthorKind::Staff;
        c.mode = mode;
        QTEST(domain::suggestedFate(c, escalated, false), "fate");
        // A planned message goes out for its author alone; who waits for an answer does not wait for that.
        const bool answered = unread == 0 && !patientLast && !escalated;
        QCOMPARE(domain::suggestedFate(c, escalated, true) == Fate::Kept, answered);
    }

    void whatIsLeft_data()
    {
        QTest::addColumn<LineKind>("kind");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<QString>("holder"); // empty: nobody, who is needed
        QTest::addColumn<bool>("escalationOpen");
        QTest::addColumn<bool>("unsent");
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("escalation") << LineKind::Escalation << Fate::Kept << ruti << true << false << true;
        QTest::newRow("closed") << LineKind::Escalation << Fate::Kept << QString() << false << true << false;
        QTest::newRow("kept") << LineKind::Held << Fate::Kept << ruti << false << false << true;
        QTest::newRow("taken over") << LineKind::Held << Fate::Kept << "Dana" << false << false << false;
        QTest::newRow("nobody has come") << LineKind::Held << Fate::ToAnyone << QString() << false << false << true;
        QTest::newRow("somebody has") << LineKind::Held << Fate::ToAnyone << "Dana" << false << false << false;
        QTest::newRow("the agent gave up") << LineKind::Held << Fate::ToAgent << QString() << false << false << true;
        QTest::newRow("waits") << LineKind::Waiting << Fate::Kept << QString() << false << false << true;
        QTest::newRow("was taken") << LineKind::Waiting << Fate::Kept << "Dana" << false << false << false;
        QTest::newRow("unsent") << LineKind::Unsent << Fate::Kept << "Dana" << false << true << true;
        QTest::newRow("sent again") << LineKind::Unsent << Fate::Kept << "Dana" << false << false << false;
        QTest::newRow("went out") << LineKind::Outgoing << Fate::Kept << "Dana" << false << false << false;
        QTest::newRow("came back") << LineKind::PutOff << Fate::Kept << "Dana" << false << false << false;
    }
    void whatIsLeft()
    {
        QFETCH(LineKind, kind);
        QFETCH(Fate, fate);
        QFETCH(QString, holder);
        QFETCH(bool, escalationOpen);
        QFETCH(bool, unsent);
        auto c = conversation(1, holder.isEmpty() ? HolderKind::Nobody : HolderKind::Staff, holder);
        c.needsPerson = holder.isEmpty();
        const domain::SheetLine line{.kind = kind, .conversation = c.id, .moment = now - 1min, .fate = fate};
        QTEST(domain::isLeft(line, ruti, c, escalationOpen, unsent, now), "isLeft");
    }

    void aShiftIsForgottenAfterTwelveHours()
    {
        Shift shift{{1}, ruti, now - 12h};
        QVERIFY(!domain::isForgotten(shift, now));
        QVERIFY(domain::isForgotten(shift, now + 1min));
        shift.endedAt = now;
        QVERIFY(!domain::isForgotten(shift, now + 24h));
    }

    void whoHasToReadWhat_data()
    {
        QTest::addColumn<QString>("sheets"); // person and hours ago, the newest first
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("toRead");
        QTest::newRow("none") << QString() << QString() << QString();
        QTest::newRow("one's own is known") << "Ruti1 Dana5" << QString() << "2";
        QTest::newRow("two of yesterday") << "Noa3 Dana20" << QString() << "1 2";
        QTest::newRow("one was read") << "Noa3 Dana20"
                                      << "1"
                                      << "2";
        QTest::newRow("after the holidays the newest only") << "Noa200 Dana201" << QString() << "1";
        QTest::newRow("and once it was read, none") << "Noa200 Dana201"
                                                    << "1" << QString();
    }
    void whoHasToReadWhat()
    {
        QFETCH(QString, sheets);
        QFETCH(QString, read);
        std::vector<Shift> ended;
        for (const QString& one : sheets.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const auto digit = std::ranges::find_if(one, [](QChar c) { return c.isDigit(); }) - one.begin();
            Shift shift{{qint64(ended.size()) + 1}, one.left(digit), now - 300h};
            shift.endedAt = now - std::chrono::hours(one.mid(digit).toInt());
            ended.push_back(shift);
        }
        std::set<domain::ShiftId> known;
        for (const QString& one : read.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            known.insert({one.toLongLong()});
        }
        QStringList found;
        for (const auto& shift : domain::sheetsToRead(ended, known, ruti, now)) {
            found << QString::number(shift.id.value);
        }
        QTEST(found.join(QLatin1Char(' ')), "toRead");
    }
};

QTEST_GUILESS_MAIN(TestShift)
#include "test_shift.moc"
