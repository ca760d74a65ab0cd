// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/localtime.h"
#include "notify/ladder.h"

#include <QTest>

using namespace delpek;
using namespace delpek::domain;
using namespace delpek::notify;
using namespace std::chrono_literals;

namespace
{

const QTimeZone jerusalem("Asia/Jerusalem");

StaffMember member(qint64 id, const char* name, Role role = Role::Doctor)
{
    StaffMember made;
    made.id = {id};
    made.name = QString::fromLatin1(name);
    made.role = role;
    made.phone = *Phone::parse(QStringLiteral("052-000-000%1").arg(id));
    made.email = made.name + QStringLiteral("@clinic.example");
    made.telegramChat = QString::number(7000 + id);
    return made;
}

/// Tuesday noon.
const base::Instant noon = toInstant(LocalTime::fromText(QStringLiteral("2026-03-03T12:00")), jerusalem);

/// The ladder played by hand: what it says is noted as sent, or as the test says.
class Play
{
public:
    std::vector<StaffMember> staff{member(1, "noa"), member(2, "amir"), member(3, "dana", Role::Admin),
                                   member(4, "ruti", Role::Receptionist)};
    DutyRoster roster{jerusalem, {{{}, {1}, 2, 0, minutesOfDay, 1}, {{}, {2}, 2, 0, minutesOfDay, 2}}, {}};
    LadderRules rules{2min, 15min, 2, false, {NoticeWay::Sms, NoticeWay::Telegram, NoticeWay::Email}};
    Urgency urgency = Urgency::Emergency;
    std::vector<Notice> told;
    base::Instant now = noon;
    LadderStep step;

    /// "noa sms, noa email" – whom the step at `now` calls, each noted with `state`.
    QString next(NoticeState state = NoticeState::Sent)
    {
        step = nextStep(urgency, told, roster, staff, rules, now);
        QStringList words;
        for (const auto& call : step.now) {
            words << name(call.staff) + QLatin1Char(' ') + base::toText(call.way) +
                         (call.round > 1 ? QStringLiteral(" %1").arg(call.round) : QString());
            Notice notice;
            notice.staff = call.staff;
            notice.way = call.way;
            notice.round = call.round;
            notice.state = state;
            notice.error = state == NoticeState::Failed ? QStringLiteral("notice.smsDown") : QString();
            notice.createdAt = now;
            told.push_back(notice);
        }
        return words.join(QStringLiteral(", "));
    }

    /// The same once the moment has come that the last step named.
    QString later()
    {
        now = step.lookAgain.value_or(now);
        return next();
    }

private:
    QString name(StaffId id) const { return std::ranges::find(staff, id, &StaffMember::id)->name; }
};

const QString allOfNoa = QStringLiteral("noa sms, noa telegram, noa email");
const QString allOfAmir = QStringLiteral("amir sms, amir telegram, amir email");

} // namespace

class TestLadder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmergencyGoesToTheFirstOnDutyInAllWays()
    {
        Play play;
        QCOMPARE(play.next(), allOfNoa);
        QCOMPARE(play.step.lookAgain, std::optional(noon + 2min));
        // Asked again at the same moment, or before the time is up, nothing more.
        QCOMPARE(play.next(), QString());
        play.now = noon + 119s;
        QCOMPARE(play.next(), QString());
        QCOMPARE(play.step.lookAgain, std::optional(noon + 2min));
    }

    void withoutAnAcknowledgementTheNextInLineIsTold()
    {
        Play play;
        play.next();
        QCOMPARE(play.later(), allOfAmir);
        QCOMPARE(play.now, noon + 2min);
        QCOMPARE(play.later(), QStringLiteral("noa sms 2, noa telegram 2, noa email 2"));
        QCOMPARE(play.now, noon + 4min);
        QCOMPARE(play.later(), QStringLiteral("amir sms 2, amir telegram 2, amir email 2"));
        QCOMPARE(play.later(), QString());
        QCOMPARE(play.step.state, LadderState::Unanswered);
        QCOMPARE(play.later(), QString());
    }

    void whoComesOnDutyAfterwardsIsTold()
    {
        Play play;
        play.rules.rounds = 1;
        play.next();
        play.later();
        play.later();
        QCOMPARE(play.step.state, LadderState::Unanswered);
        play.roster.exceptions.push_back({{}, {3}, QDate(2026, 3, 3), true, 0, minutesOfDay, 1});
        QCOMPARE(play.later(), QStringLiteral("dana sms, dana telegram, dana email"));
    }

    void aQuestionForTheDoctorGoesByOneWay()
    {
        Play play;
        play.urgency = Urgency::DoctorRequired;
        QCOMPARE(play.next(), QStringLiteral("noa sms"));
        QCOMPARE(play.step.lookAgain, std::optional(noon + 15min));
        QCOMPARE(play.later(), QStringLiteral("amir sms"));
    }

    void aWayThatFailsMeansTheNextWayAtOnce()
    {
        Play play;
        play.urgency = Urgency::DoctorRequired;
        QCOMPARE(play.next(NoticeState::Failed), QStringLiteral("noa sms"));
        QCOMPARE(play.next(NoticeState::Failed), QStringLiteral("noa telegram"));
        QCOMPARE(play.next(), QStringLiteral("noa email"));
        QCOMPARE(play.next(), QString());
        QCOMPARE(play.step.lookAgain, std::optional(noon + 15min));
    }

    void aTryThatHadNoEffectMeansTheNextWayToo()
    {
        Play play;
        play.urgency = Urgency::DoctorRequired;
        play.next(NoticeState::Waiting);
        QCOMPARE(play.next(), QString()); // not tried yet
        play.told.front().error = QStringLiteral("notice.smsDown");
        QCOMPARE(play.next(), QStringLiteral("noa telegram"));
    }

    void whatIsUnknownMayHaveArrived()
    {
        Play play;
        play.urgency = Urgency::DoctorRequired;
        QCOMPARE(play.next(NoticeState::Unknown), QStringLiteral("noa sms"));
        QCOMPARE(play.next(), QString());
    }

    void whomNothingReachesIsPassedOverAtOnce()
    {
        Play play;
        QCOMPARE(play.next(NoticeState::Failed), allOfNoa);
        QCOMPARE(play.next(NoticeState::Failed), allOfAmir);
        // With every provider down the rounds are not used up in a moment.
        QCOMPARE(play.next(), QString());
        QCOMPARE(play.step.lookAgain, std::optional(noon + 2min));
        QCOMPARE(play.later(), QStringLiteral("noa sms 2, noa telegram 2, noa email 2"));
    }

    void quietHoursNeverSilenceAnEmergency()
    {
        Play play;
        play.staff[0].quietTo = minutesOfDay;
        play.staff[1].quietTo = minutesOfDay;
        QCOMPARE(play.next(), allOfNoa);
    }

    void quietHoursAreKeptForTheRest()
    {
        Play play;
        play.urgency = Urgency::DoctorRequired;
        play.staff[0].quietFrom = 11 * 60;
        play.staff[0].quietTo = 12 * 60 + 5;
        // Amir is awake; Noa once her hours are over.
        QCOMPARE(play.next(), QStringLiteral("amir sms"));
        QCOMPARE(play.step.lookAgain, std::optional(noon + 5min));
        QCOMPARE(play.later(), QString());
        QCOMPARE(play.later(), QStringLiteral("noa sms"));
        QCOMPARE(play.now, noon + 15min);

        Play all;
        all.urgency = Urgency::DoctorRequired;
        for (auto& one : all.staff) {
            one.quietFrom = 11 * 60;
            one.quietTo = 13 * 60;
        }
        QCOMPARE(all.next(), QString());
        QCOMPARE(all.step.state, LadderState::Held);
        QCOMPARE(all.step.lookAgain, std::optional(noon + 60min));
        QCOMPARE(all.later(), QStringLiteral("noa sms"));
    }

    void routineStaysAtTheDesk()
    {
        Play play;
        play.urgency = Urgency::Routine;
        QCOMPARE(play.next(), QString());
        QCOMPARE(play.step.state, LadderState::Nothing);
        QVERIFY(!play.step.lookAgain);
        play.rules.routine = true;
        QCOMPARE(play.next(), QStringLiteral("noa sms"));
    }

    void nobodyOnDutyMeansEveryDoctorThenTheAdmins()
    {
        Play play;
        play.roster.weekly.clear();
        QCOMPARE(play.next(), allOfNoa + QStringLiteral(", ") + allOfAmir);
        QCOMPARE(play.later(), QStringLiteral("dana sms, dana telegram, dana email"));
    }

    void onlyWhoIsActiveAndCanBeToldStandsInLine_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("expected");
        QTest::newRow("left") << "left" << allOfAmir;
        QTest::newRow("no address at all") << "mute" << allOfAmir;
        QTest::newRow("a phone only") << "phone" << QStringLiteral("noa sms");
        QTest::newRow("only e-mail is set up") << "email" << QStringLiteral("noa email");
        QTest::newRow("the roster names somebody unknown") << "unknown" << allOfNoa;
    }

    void onlyWhoIsActiveAndCanBeToldStandsInLine()
    {
        QFETCH(QString, change);
        QFETCH(QString, expected);
        Play play;
        auto& noa = play.staff[0];
        if (change == QLatin1String("left")) {
            noa.active = false;
        } else if (change == QLatin1String("mute") || change == QLatin1String("phone")) {
            noa.email.clear();
            noa.telegramChat.clear();
            if (change == QLatin1String("mute")) {
                noa.phone.reset();
            }
        } else if (change == QLatin1String("email")) {
            play.rules.ways = {NoticeWay::Email};
        } else {
            play.roster.weekly.push_back({{}, {99}, 2, 0, minutesOfDay, 1});
        }
        QCOMPARE(play.next(), expected);
    }

    void nobodyAtAllIsToldToTheDesk()
    {
        Play play;
        play.rules.ways.clear();
        QCOMPARE(play.next(), QString());
        QCOMPARE(play.step.state, LadderState::Nobody);
        QVERIFY(play.step.lookAgain);
        Play empty;
        empty.staff.clear();
        QCOMPARE(empty.next(), QString());
        QCOMPARE(empty.step.state, LadderState::Nobody);
    }
};

QTEST_GUILESS_MAIN(TestLadder)
#include "test_ladder.moc"
