// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/channelstate.h"
#include "domain/localtime.h"
#include "notify/notifier.h"
#include "store/duty.h"
#include "store/engines.h"
#include "store/escalations.h"
#include "store/notices.h"
#include "store/staff.h"

#include <deque>

using namespace delpek;
using namespace delpek::notify;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::Notice;
using domain::NoticeState;
using domain::NoticeWay;
using domain::Urgency;
using store::Session;

namespace
{

const Error down{ErrorCode::Unavailable, QStringLiteral("notice.smsDown"), QStringLiteral("HTTP 503")};
const Error cutOff{ErrorCode::Timeout, QStringLiteral("notice.unknown"), QStringLiteral("no answer")};
const Error badNumber{ErrorCode::InvalidInput, QStringLiteral("notice.badNumber"),
                      QStringLiteral("Twilio error 21211")};
const Error refused{ErrorCode::Unauthorised, QStringLiteral("notice.smsRefused"), QStringLiteral("Twilio error 20003")};

/// A way that does what the test says, and remembers.
class MemorySender final : public Sender
{
public:
    explicit MemorySender(NoticeWay way)
        : m_way(way)
    {
    }

    NoticeWay way() const override { return m_way; }

    Future<Receipt> send(const Message& message) override
    {
        const std::lock_guard lock(m_mutex);
        m_sent.push_back(message);
        if (!m_failures.empty()) {
            const auto error = m_failures.front();
            m_failures.pop_front();
            return base::ready<Receipt>(fail(error));
        }
        return base::ready<Receipt>(Receipt{QStringLiteral("id-%1").arg(m_sent.size()), QStringLiteral("queued")});
    }

    Future<QString> check() override
    {
        const std::lock_guard lock(m_mutex);
        return base::ready<QString>(m_checkFails ? Result<QString>(fail(refused)) : QStringLiteral("active"));
    }

    void failNext(int count, const Error& error)
    {
        const std::lock_guard lock(m_mutex);
        m_failures.insert(m_failures.end(), size_t(count), error);
    }

    void setCheck(bool fails)
    {
        const std::lock_guard lock(m_mutex);
        m_checkFails = fails;
    }

    std::vector<Message> sent() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sent;
    }

    /// The names of those who were told, in order.
    QString told() const
    {
        QStringList names;
        for (const auto& message : sent()) {
            names << message.to.name;
        }
        return names.join(QLatin1Char(' '));
    }

private:
    NoticeWay m_way;
    mutable std::mutex m_mutex;
    std::vector<Message> m_sent;
    std::deque<Error> m_failures;
    bool m_checkFails = false;
};

/// One clinic: Noa first and Amir second on duty, text messages and e-mail.
class House
{
public:
    TestStore store;
    base::VirtualClock clock{noon};
    MemorySender sms{NoticeWay::Sms};
    MemorySender email{NoticeWay::Email};
    NotifierOptions options;
    LinkMaker link;
    std::unique_ptr<Notifier> notifier;

    explicit House(const QString& location)
        : store(location)
    {
        options.retry = {3, 2s, 1min};
    }

    void hire(const char* name, int order, bool withEmail = true)
    {
        store.write([&](Session& session) -> Result<Done> {
            domain::StaffMember member;
            member.name = QString::fromLatin1(name);
            member.role = domain::Role::Doctor;
            member.phone = must(domain::Phone::parse(QStringLiteral("052-000-000%1").arg(order)));
            member.email = withEmail ? member.name + QStringLiteral("@clinic.example") : QString();
            const auto id = store::Staff(session).add(member);
            for (int day = 0; id && day < 7; ++day) {
                (void)store::Duty(session).add(domain::DutySpan{{}, *id, day, 0, domain::minutesOfDay, order});
            }
            return Done{};
        });
    }

    void hireBoth()
    {
        hire("noa", 1);
        hire("amir", 2);
    }

    std::unique_ptr<Notifier> make(std::vector<Sender*> senders)
    {
        return std::make_unique<Notifier>(NotifierParts{*store, clock, std::move(senders),
                                                        must(Texts::load(QStringLiteral(":/delpek/notices"))),
                                                        [] { return QTimeZone("Asia/Jerusalem"); }, link},
                                          options);
    }

    void start()
    {
        notifier = make({&sms, &email});
        must(notifier->start());
        notifier->waitIdle();
    }

    domain::EscalationId escalate(Urgency urgency)
    {
        conversation = store.conversation(QStringLiteral("Dana Cohen")).id;
        return store.write([&](Session& session) {
            domain::Escalation escalation;
            escalation.conversation = conversation;
            escalation.urgency = urgency;
            escalation.reason = QStringLiteral("triage.ambulance");
            escalation.openedAt = clock.now();
            return store::Escalations(session).open(escalation);
        });
    }

    void acknowledge(domain::EscalationId id)
    {
        store.write([&](Session& session) {
            return store::Escalations(session).acknowledge(id, QStringLiteral("noa"), clock.now());
        });
    }

    std::vector<Notice> notices(domain::EscalationId id)
    {
        return store.read([&](Session& session) { return store::Notices(session).of(id); });
    }

    /// What happened to it, without how it began.
    QStringList history(domain::EscalationId id)
    {
        QStringList lines;
        for (const auto& event :
             store.read([&](Session& session) { return store::Escalations(session).eventsOf(id); })) {
            if (event.kind.startsWith(QLatin1String("n"))) {
                lines << event.kind + QLatin1Char(' ') + event.detail;
            }
        }
        return lines;
    }

    QStringList faults()
    {
        return store.read([](Session& session) { return desk::channelFaults(session); });
    }

    void advance(base::Duration step)
    {
        clock.advance(step);
        notifier->waitIdle();
    }

    domain::ConversationId conversation;
};

} // namespace

class TestNotifier : public QObject
{
    Q_OBJECT

    Engines m_engines;

    std::unique_ptr<House> house()
    {
        QFETCH_GLOBAL(bool, postgres);
        return std::make_unique<House>(m_engines.newLocation(postgres));
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void anEmergencyIsToldAtOnceWithEvidence()
    {
        const auto clinic = house();
        clinic->hireBoth();
        clinic->start();
        const auto id = clinic->escalate(Urgency::Emergency);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa"));
        QTRY_COMPARE(clinic->email.told(), QStringLiteral("noa"));
        clinic->notifier->waitIdle();
        const auto notices = clinic->notices(id);
        QCOMPARE(notices.size(), size_t(2));
        for (const auto& notice : notices) {
            QCOMPARE(notice.state, NoticeState::Sent);
            QCOMPARE(notice.providerId, QStringLiteral("id-1"));
            QCOMPARE(notice.evidence, QStringLiteral("queued"));
            QCOMPARE(notice.attempts, 1);
        }
        QCOMPARE(clinic->faults(), QStringList());
        QStringList history = clinic->history(id);
        history.sort();
        QCOMPARE(history, (QStringList{QStringLiteral("notice.sent noa, email: queued id-1"),
                                       QStringLiteral("notice.sent noa, sms: queued id-1")}));
        const auto kept = clinic->store.read([&](Session& session) { return store::Escalations(session).byId(id); });
        QCOMPARE(kept.state(), domain::EscalationState::Notified);
    }

    void withoutAnAcknowledgementTheNextInLineIsTold()
    {
        const auto clinic = house();
        clinic->hireBoth();
        clinic->start();
        const auto id = clinic->escalate(Urgency::Emergency);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa"));
        clinic->notifier->waitIdle();
        clinic->advance(119s);
        QCOMPARE(clinic->sms.told(), QStringLiteral("noa"));
        clinic->advance(2s);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa amir"));
        clinic->notifier->waitIdle();
        for (int i = 0; i < 8; ++i) {
            clinic->advance(121s);
        }
        QVERIFY(clinic->history(id).contains(QStringLiteral("next.called amir")));
        // Three rounds, then the desk is told.
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa amir noa amir noa amir"));
        QTRY_COMPARE(clinic->faults(), QStringList{QStringLiteral("notice.unanswered")});
    }

    void whoTookNoteEndsIt()
    {
        const auto clinic = house();
        clinic->hireBoth();
        clinic->start();
        const auto id = clinic->escalate(Urgency::Emergency);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa"));
        clinic->notifier->waitIdle();
        clinic->acknowledge(id);
        for (int i = 0; i < 4; ++i) {
            clinic->advance(3min);
        }
        QCOMPARE(clinic->sms.told(), QStringLiteral("noa"));
    }

    void aProviderThatIsDownIsTriedAgainAndShown()
    {
        const auto clinic = house();
        clinic->hireBoth();
        clinic->sms.failNext(2, down);
        clinic->start();
        clinic->escalate(Urgency::DoctorRequired);
        // The next way at once, and the desk knows.
        QTRY_COMPARE(clinic->email.told(), QStringLiteral("noa"));
        QTRY_COMPARE(clinic->faults(), QStringList{QStringLiteral("notice.smsDown")});
        clinic->notifier->waitIdle();
        clinic->advance(2s);
        clinic->advance(1s);
        clinic->advance(4s);
        clinic->advance(1s);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa noa noa"));
        QTRY_COMPARE(clinic->faults(), QStringList());
        QCOMPARE(clinic->email.told(), QStringLiteral("noa"));
    }

    void aNumberThatIsNoneIsForTheDesk()
    {
        const auto clinic = house();
        clinic->hire("noa", 1, false);
        clinic->hire("amir", 2);
        clinic->sms.failNext(1, badNumber);
        clinic->start();
        const auto id = clinic->escalate(Urgency::Emergency);
        // Nothing reaches Noa: Amir is told without a wait.
        QTRY_COMPARE(clinic->email.told(), QStringLiteral("amir"));
        QTRY_COMPARE(clinic->faults(), QStringList{QStringLiteral("notice.badContact")});
        QCOMPARE(clinic->notices(id)[0].evidence, QStringLiteral("Twilio error 21211"));
        QVERIFY(clinic->history(id).contains(QStringLiteral("notice.failed noa, sms: Twilio error 21211")));
        clinic->acknowledge(id);
        QTRY_COMPARE(clinic->faults(), QStringList());
        clinic->notifier->waitIdle();
    }

    void anEmergencyThatMayNotHaveArrivedIsToldOnceMore()
    {
        const auto clinic = house();
        clinic->hire("noa", 1, false);
        clinic->options.ladder.nextAfterEmergency = 1h;
        clinic->sms.failNext(2, cutOff);
        clinic->start();
        const auto id = clinic->escalate(Urgency::Emergency);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa"));
        clinic->notifier->waitIdle();
        clinic->advance(4s);
        QCOMPARE(clinic->sms.told(), QStringLiteral("noa"));
        clinic->advance(2s);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa noa"));
        clinic->notifier->waitIdle();
        QVERIFY(clinic->sms.sent()[1].text.startsWith(QStringLiteral("נשלח שוב")));
        QVERIFY(clinic->sms.sent()[0].reference != clinic->sms.sent()[1].reference);
        // And no third time.
        for (int i = 0; i < 5; ++i) {
            clinic->advance(1min);
        }
        QCOMPARE(clinic->sms.told(), QStringLiteral("noa noa"));
        QCOMPARE(clinic->notices(id)[0].state, NoticeState::Unknown);
    }

    void whatIsNoEmergencyIsNeverRepeatedBlindly()
    {
        const auto clinic = house();
        clinic->hire("noa", 1, false);
        clinic->sms.failNext(1, cutOff);
        clinic->start();
        const auto id = clinic->escalate(Urgency::DoctorRequired);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa"));
        clinic->notifier->waitIdle();
        for (int i = 0; i < 4; ++i) {
            clinic->advance(3min);
        }
        QCOMPARE(clinic->sms.told(), QStringLiteral("noa"));
        QCOMPARE(clinic->notices(id)[0].state, NoticeState::Unknown);
    }

    void aCutProcessIsTakenUp_data()
    {
        QTest::addColumn<QString>("cut");
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("again");
        QTest::newRow("before anything was planned") << "escalated"
                                                     << "noa" << false;
        QTest::newRow("planned, not sent") << "planned"
                                           << "noa" << false;
        QTest::newRow("while it was sent") << "claimed"
                                           << "noa" << true;
        QTest::newRow("sent and recorded") << "recorded"
                                           << "" << false;
    }

    void aCutProcessIsTakenUp()
    {
        QFETCH(QString, cut);
        QFETCH(QString, told);
        QFETCH(bool, again);
        const auto clinic = house();
        clinic->hire("noa", 1, false);
        clinic->options.ladder.nextAfterEmergency = 1h;
        const auto id = clinic->escalate(Urgency::Emergency);
        clinic->store.write([&](Session& session) -> Result<Done> {
            store::Notices notices(session);
            if (cut == QLatin1String("escalated")) {
                return Done{};
            }
            Notice notice;
            notice.escalation = id;
            notice.conversation = clinic->conversation;
            notice.staff = {1};
            notice.createdAt = noon;
            notice.nextAttempt = noon;
            (void)notices.setLadder(id, {1, Urgency::Emergency, false});
            const auto made = notices.add(notice);
            if (cut == QLatin1String("claimed") || cut == QLatin1String("recorded")) {
                (void)notices.claim(**made, noon);
            }
            if (cut == QLatin1String("recorded")) {
                return notices.markSent(**made, QStringLiteral("SM1"), QStringLiteral("queued"), noon);
            }
            return Done{};
        });
        clinic->start();
        // A server's other processes may be at it until the lease is over.
        clinic->advance(125s);
        clinic->advance(6s);
        QTRY_COMPARE(clinic->sms.told(), told);
        if (!told.isEmpty()) {
            QCOMPARE(clinic->sms.sent()[0].text.startsWith(QStringLiteral("נשלח שוב")), again);
        }
        clinic->notifier->waitIdle();
        QCOMPARE(clinic->notices(id).size(), size_t(1));
        QCOMPARE(clinic->notices(id)[0].state, NoticeState::Sent);
    }

    void aRaisedUrgencyBeginsAnew()
    {
        const auto clinic = house();
        clinic->hireBoth();
        clinic->start();
        const auto id = clinic->escalate(Urgency::DoctorRequired);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa"));
        clinic->notifier->waitIdle();
        clinic->acknowledge(id);
        clinic->escalate(Urgency::Emergency);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa noa"));
        QTRY_COMPARE(clinic->email.told(), QStringLiteral("noa"));
        QVERIFY(clinic->sms.sent()[1].text.startsWith(QStringLiteral("חירום")));
    }

    void nobodyToTellIsShownAndWhoComesIsTold()
    {
        const auto clinic = house();
        clinic->start();
        clinic->escalate(Urgency::Emergency);
        QTRY_COMPARE(clinic->faults(), QStringList{QStringLiteral("notice.nobody")});
        clinic->hire("noa", 1);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa"));
        QTRY_COMPARE(clinic->faults(), QStringList());
    }

    void aWayIsAskedAtTheStartAndUntilItWorks()
    {
        const auto clinic = house();
        clinic->sms.setCheck(true);
        clinic->start();
        QTRY_COMPARE(clinic->faults(), QStringList{QStringLiteral("notice.smsRefused")});
        clinic->sms.setCheck(false);
        clinic->advance(5min);
        QTRY_COMPARE(clinic->faults(), QStringList());
    }

    void eachGetsALinkOfHisOwn()
    {
        const auto clinic = house();
        clinic->hireBoth();
        clinic->link = [](domain::EscalationId, domain::StaffId staff) -> Result<QString> {
            return staff.value == 1 ? Result<QString>(QStringLiteral("https://clinic.example/doctor-chat/of-noa"))
                                    : fail(ErrorCode::Unavailable, QStringLiteral("no public address"));
        };
        clinic->start();
        clinic->escalate(Urgency::Emergency);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa"));
        QVERIFY(clinic->sms.sent()[0].text.endsWith(QStringLiteral("/doctor-chat/of-noa")));
        clinic->notifier->waitIdle();
        clinic->advance(121s);
        QTRY_COMPARE(clinic->sms.told(), QStringLiteral("noa amir"));
        QVERIFY(clinic->sms.sent()[1].text.endsWith(QStringLiteral("בדלפק המרפאה.")));
    }

    void twoDesksTellOnce()
    {
        const auto clinic = house();
        clinic->hireBoth();
        const auto one = clinic->make({&clinic->sms, &clinic->email});
        const auto other = clinic->make({&clinic->sms, &clinic->email});
        must(one->start());
        must(other->start());
        const auto id = clinic->escalate(Urgency::Emergency);
        QTRY_COMPARE(clinic->email.sent().size(), size_t(1));
        one->waitIdle();
        other->waitIdle();
        QCOMPARE(clinic->sms.told(), QStringLiteral("noa"));
        QCOMPARE(clinic->email.told(), QStringLiteral("noa"));
        QCOMPARE(clinic->notices(id).size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "test_notifier.moc"
