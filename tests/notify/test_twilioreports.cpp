// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "http/networkclient.h"
#include "notify/delivery.h"
#include "notify/ladder.h"
#include "notify/twilio.h"
#include "notify/twilioreports.h"
#include "simulation/doubles/twiliodouble.h"
#include "store/engines.h"
#include "store/escalations.h"
#include "store/notices.h"
#include "store/staff.h"

using namespace delpek;
using namespace delpek::notify;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::Notice;
using domain::NoticeDelivery;
using domain::NoticeState;
using store::Session;

namespace
{

const QString sid = QStringLiteral("SM1");

TwilioReport report(NoticeDelivery delivery, bool again = false, const QString& id = sid, qint64 code = 0)
{
    return {{1}, again, id, delivery, code};
}

/// A clinic whose listener Twilio can reach, and one text message that Twilio took.
class Reached
{
public:
    explicit Reached(const QString& location)
        : store(location)
        , twilio(must(simulation::TwilioDouble::start({}, clock)))
    {
        const simulation::TwilioDouble::Setup known;
        const auto token = [text = known.token] { return text; };
        // The address is known once the port is: a listener without the route gives a free one.
        auto first = must(http::Server::start({}, {}));
        const quint16 port = first->port();
        first.reset();
        publicUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
        http::ServerOptions options;
        options.port = port;
        server = must(http::Server::start(options, {twilioReports(publicUrl, token, *store, clock)}));
        TwilioSender sender({twilio->url(), known.account, known.number, 5s, publicUrl}, token, client);
        notice = store.write([&](Session& session) { return add(session); });
        Message message;
        message.to.phone = *domain::Phone::parse(QStringLiteral("052-000-0001"));
        message.text = QStringLiteral("x");
        message.reference = QStringLiteral("notice-%1").arg(notice.value);
        const auto receipt = must(base::await(sender.send(message)));
        id = receipt.providerId;
        store.write([&](Session& session) {
            return store::Notices(session).markSent(notice, receipt.providerId, receipt.evidence, noon);
        });
    }

    int tell(const QByteArray& status, int code = 0)
    {
        return must(base::await(twilio->report(client, id, status, code))).status;
    }

    Notice kept()
    {
        return store.read([&](Session& session) { return store::Notices(session).byId(notice); });
    }

    QStringList history()
    {
        QStringList lines;
        for (const auto& event :
             store.read([&](Session& session) { return store::Escalations(session).eventsOf(kept().escalation); })) {
            lines << event.kind + QLatin1Char(' ') + event.detail;
        }
        return lines.filter(QStringLiteral("notice."));
    }

    base::SystemClock clock;
    TestStore store;
    http::NetworkClient client;
    std::unique_ptr<simulation::TwilioDouble> twilio;
    QUrl publicUrl;
    std::unique_ptr<http::Server> server;
    domain::NoticeId notice;
    QString id;

private:
    Result<domain::NoticeId> add(Session& session)
    {
        domain::StaffMember member;
        member.name = QStringLiteral("noa");
        domain::Sender sender;
        sender.address = {domain::ChannelKind::Telegram, QStringLiteral("clinic"), QStringLiteral("dana")};
        const auto staff = store::Staff(session).add(member);
        const auto conversation = store::Conversations(session).findOrCreate(sender, noon);
        domain::Escalation escalation;
        escalation.conversation = must(conversation).id;
        escalation.openedAt = noon;
        escalation.reason = QStringLiteral("triage.doctor");
        Notice wanted;
        wanted.escalation = must(store::Escalations(session).open(escalation));
        wanted.conversation = escalation.conversation;
        wanted.staff = must(staff);
        wanted.createdAt = wanted.nextAttempt = noon;
        return store::Notices(session).add(wanted).map([](const auto& made) { return *made; });
    }
};

} // namespace

/// What Twilio reports after it took a text message.
class TestTwilioReports : public QObject
{
    Q_OBJECT

    Engines m_engines;

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    /// The vector of Twilio's own page with made-up values, by other means than this program's.
    void theSignatureIsTwilios()
    {
        const QByteArray form = "To=%2B972300000000&From=%2B972500000000&Body=%D7%9B%D7%9F";
        QCOMPARE(twilioSignature(QStringLiteral("madeuptoken"), QUrl(QStringLiteral("https://hooks.example.test/sms")),
                                 form),
                 QByteArray("5qRBQTKRzrTerlSpgBrasbBLAPE="));
    }

    void aReportOnlyMovesForward_data()
    {
        QTest::addColumn<NoticeState>("state");
        QTest::addColumn<bool>("repeated");
        QTest::addColumn<NoticeDelivery>("known");
        QTest::addColumn<TwilioReport>("told");
        QTest::addColumn<DeliveryStep>("step");
        using D = NoticeDelivery;
        using S = NoticeState;
        const auto row = [](const char* name, S state, bool repeated, D known, const TwilioReport& told,
                            DeliveryStep step) { QTest::newRow(name) << state << repeated << known << told << step; };
        row("sent", S::Sent, false, D::None, report(D::Sent), DeliveryStep::Note);
        row("the same again", S::Sent, false, D::Sent, report(D::Sent), DeliveryStep::Ignore);
        row("late", S::Sent, false, D::Sent, report(D::Queued), DeliveryStep::Ignore);
        row("delivered", S::Sent, false, D::Sent, report(D::Delivered), DeliveryStep::Note);
        row("undelivered", S::Sent, false, D::Sent, report(D::Undelivered), DeliveryStep::Failure);
        row("failed", S::Sent, false, D::None, report(D::Failed), DeliveryStep::Failure);
        row("after the end", S::Failed, false, D::Undelivered, report(D::Delivered), DeliveryStep::Ignore);
        row("before the receipt", S::Sending, false, D::None, report(D::Failed), DeliveryStep::Note);
        row("it did go out", S::Unknown, false, D::None, report(D::Sent), DeliveryStep::Settle);
        row("it did not", S::Unknown, false, D::None, report(D::Failed), DeliveryStep::Failure);
        row("the first arrived while it is repeated", S::Waiting, true, D::None, report(D::Delivered),
            DeliveryStep::Settle);
        row("the first failed while it is repeated", S::Waiting, true, D::None, report(D::Failed),
            DeliveryStep::Ignore);
        row("of the repetition", S::Sent, true, D::None, report(D::Delivered, true), DeliveryStep::Note);
        row("of no repetition", S::Sent, false, D::None, report(D::Delivered, true), DeliveryStep::Ignore);
        row("of another message", S::Sent, false, D::None, report(D::Failed, false, QStringLiteral("SM2")),
            DeliveryStep::Ignore);
        row("says nothing", S::Sent, false, D::None, report(D::None), DeliveryStep::Ignore);
        row("withdrawn", S::Withdrawn, false, D::None, report(D::Sent), DeliveryStep::Note);
    }

    void aReportOnlyMovesForward()
    {
        QFETCH(NoticeState, state);
        QFETCH(bool, repeated);
        QFETCH(NoticeDelivery, known);
        QFETCH(TwilioReport, told);
        QFETCH(DeliveryStep, step);
        Notice notice;
        notice.state = state;
        notice.repeated = repeated;
        notice.delivery = known;
        notice.providerId = state == NoticeState::Sent || state == NoticeState::Failed ? sid : QString();
        QCOMPARE(int(stepFor(notice, told)), int(step));
    }

    void noReport_data()
    {
        QTest::addColumn<QByteArray>("reference");
        QTest::addColumn<QByteArray>("form");
        const QByteArray good = "MessageSid=SM1&MessageStatus=sent";
        QTest::newRow("no reference") << QByteArray() << good;
        QTest::newRow("another reference") << QByteArray("order-1") << good;
        QTest::newRow("no number") << QByteArray("notice-") << good;
        QTest::newRow("more behind it") << QByteArray("notice-1\n") << good;
        QTest::newRow("no status") << QByteArray("notice-1") << QByteArray("MessageSid=SM1");
        QTest::newRow("no message") << QByteArray("notice-1") << QByteArray("MessageStatus=sent");
        QTest::newRow("no form") << QByteArray("notice-1") << QByteArray("%zz");
    }

    void noReport()
    {
        QFETCH(QByteArray, reference);
        QFETCH(QByteArray, form);
        QVERIFY(!readTwilioReport(reference, form));
    }

    void deliveredStandsInTheHistoryOnce()
    {
        QFETCH_GLOBAL(bool, postgres);
        Reached clinic(m_engines.newLocation(postgres));
        QCOMPARE(clinic.tell("sent"), 204);
        QCOMPARE(clinic.kept().delivery, NoticeDelivery::Sent);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(clinic.tell("delivered"), 204);
        }
        QCOMPARE(clinic.tell("sent"), 204);
        QCOMPARE(clinic.kept().delivery, NoticeDelivery::Delivered);
        QCOMPARE(clinic.kept().state, NoticeState::Sent);
        QCOMPARE(clinic.history(),
                 QStringList(QStringLiteral("notice.delivered noa, sms: delivered %1").arg(clinic.id)));
    }

    void whatDoesNotArriveHasFailed()
    {
        QFETCH_GLOBAL(bool, postgres);
        Reached clinic(m_engines.newLocation(postgres));
        QCOMPARE(clinic.tell("undelivered", 30003), 204);
        QCOMPARE(clinic.tell("undelivered", 30003), 204);
        const auto notice = clinic.kept();
        QCOMPARE(notice.state, NoticeState::Failed);
        QCOMPARE(notice.error, QStringLiteral("notice.phoneOff"));
        QCOMPARE(
            clinic.history(),
            QStringList(QStringLiteral("notice.failed noa, sms: undelivered, Twilio error 30003 %1").arg(clinic.id)));
    }

    /// A failed attempt: the next way is tried at once, without waiting for the time to be up.
    void theLadderGoesOnAtOnce()
    {
        QFETCH_GLOBAL(bool, postgres);
        Reached clinic(m_engines.newLocation(postgres));
        domain::StaffMember noa;
        noa.id = clinic.kept().staff;
        noa.role = domain::Role::Doctor;
        noa.phone = *domain::Phone::parse(QStringLiteral("052-000-0001"));
        noa.email = QStringLiteral("noa@clinic.example");
        LadderRules rules;
        rules.ways = {domain::NoticeWay::Sms, domain::NoticeWay::Email};
        const domain::DutyRoster roster{QTimeZone("Asia/Jerusalem"), {}, {}};
        const auto calls = [&] {
            return nextStep(domain::Urgency::DoctorRequired, {clinic.kept()}, roster, {noa}, rules, noon + 1s).now;
        };
        QVERIFY(calls().empty());
        QCOMPARE(clinic.tell("undelivered", 30005), 204);
        QCOMPARE(calls(), (std::vector<Call>{{noa.id, domain::NoticeWay::Email, 1}}));
    }

    void aForgedReportIsRefused()
    {
        QFETCH_GLOBAL(bool, postgres);
        Reached clinic(m_engines.newLocation(postgres));
        http::Request request;
        request.method = "POST";
        request.url = twilioCallback(clinic.publicUrl, QStringLiteral("notice-%1").arg(clinic.notice.value));
        request.body = "MessageSid=" + clinic.id.toUtf8() + "&MessageStatus=failed";
        const QString token = simulation::TwilioDouble::Setup().token;
        const QUrl elsewhere = twilioCallback(clinic.publicUrl, QStringLiteral("notice-999"));
        for (const QByteArray& signature :
             {QByteArray(), QByteArray("x"), twilioSignature(QStringLiteral("another"), request.url, request.body),
              twilioSignature(token, elsewhere, request.body), twilioSignature(token, request.url, "MessageSid=1")}) {
            request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                               {"X-Twilio-Signature", signature}};
            QCOMPARE(must(base::await(clinic.client.send(request))).status, 403);
        }
        QCOMPARE(clinic.kept().state, NoticeState::Sent);
    }
};

QTEST_GUILESS_MAIN(TestTwilioReports)
#include "test_twilioreports.moc"
