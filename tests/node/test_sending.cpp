// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"

#include "desk/owntemplates.h"
#include "desk/staffsend.h"
#include "domain/isolate.h"
#include "store/owntemplates.h"
#include "store/templates.h"

#include <QLoggingCategory>
#include <QTest>

#include <set>
#include <thread>

using namespace delpek;
using namespace std::chrono_literals;
using domain::ChannelKind;
using domain::DeliveryState;
using domain::MessageKind;
using test::ClinicDay;

namespace
{

const QByteArray pdf("%PDF-1.7 instructions");
const QString pdfType = QStringLiteral("application/pdf");

/// A desk that holds the conversation after the patient wrote.
std::unique_ptr<ClinicDay> dayWithPatient(ClinicDay::Setup setup = {})
{
    auto day = std::make_unique<ClinicDay>(std::move(setup));
    day->says(QStringLiteral("hello"));
    day->pass(10s);
    return day;
}

domain::Message lastOf(ClinicDay& day)
{
    return day.thread().back();
}

} // namespace

/// What leaves the house, and what is told when it cannot.
class TestSending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }

    void aFileGoesOutWithItsCaption()
    {
        const auto day = dayWithPatient(
            {ChannelKind::Telegram, false, false, [](channels::Capabilities& limits) { limits.maxCaption = 1024; }});
        const auto id = base::await(day->desk().sendFile(
            day->conversation().id, {pdf, pdfType, QStringLiteral("הנחיות.pdf")}, QStringLiteral("after the visit")));
        QVERIFY(id);
        day->pass(1s);
        const auto sent = day->channel.sent().back().outgoing;
        QVERIFY(sent.file.has_value());
        QCOMPARE(sent.file->bytes, pdf);
        QCOMPARE(sent.file->name, QStringLiteral("הנחיות.pdf"));
        QCOMPARE(sent.file->kind, MessageKind::Document);
        QCOMPARE(sent.text, QStringLiteral("after the visit"));
        QCOMPARE(lastOf(*day).delivery, DeliveryState::Sent);
        QCOMPARE(base::await(day->desk().attachmentBytes(*id)).value_or(QByteArray()), pdf);
    }

    void aCaptionThatIsTooLongFollowsTheFile()
    {
        const auto day = dayWithPatient();
        QVERIFY(base::await(day->desk().sendFile(day->conversation().id, {pdf, pdfType, QStringLiteral("a.pdf")},
                                                 QStringLiteral("after the visit"))));
        day->pass(1s);
        const auto sent = day->channel.sent();
        QVERIFY(sent.at(sent.size() - 2).outgoing.file.has_value());
        QVERIFY(sent.at(sent.size() - 2).outgoing.text.isEmpty());
        QCOMPARE(sent.back().outgoing.text, QStringLiteral("after the visit"));
    }

    void aFileThatFailsFallsBackToItsWordsOnce()
    {
        const auto day = dayWithPatient(
            {ChannelKind::Telegram, false, false, [](channels::Capabilities& limits) { limits.maxCaption = 1024; }});
        const size_t before = day->channel.sent().size();
        int calls = 0;
        day->channel.setFault([&]() -> std::optional<Error> {
            return ++calls == 1 ? std::optional(Error{ErrorCode::InvalidInput, QStringLiteral("send.rejected"), {}})
                                : std::nullopt;
        });
        QVERIFY(base::await(day->desk().sendFile(day->conversation().id, {pdf, pdfType, QStringLiteral("a.pdf")},
                                                 QStringLiteral("after the visit"))));
        day->pass(10min);
        const auto sent = day->channel.sent();
        QCOMPARE(sent.size(), before + 1);
        QCOMPARE(sent.back().outgoing.text, QStringLiteral("after the visit"));
        QVERIFY(!sent.back().outgoing.file);
        const auto thread = day->thread();
        const auto& file = thread.at(thread.size() - 2);
        QCOMPARE(file.delivery, DeliveryState::Failed);
        QCOMPARE(file.deliveryError, QStringLiteral("send.fileFailed"));
        QCOMPARE(thread.back().delivery, DeliveryState::Sent);
        QVERIFY(!thread.back().attachment);
        QCOMPARE(day->escalations(), QStringList{QStringLiteral("send.fileFailed")});
        day->restart();
        day->pass(10min);
        QCOMPARE(day->channel.sent().size(), sent.size());
    }

    void aFileThatOnlyWaitsIsNotGivenUp()
    {
        const auto day = dayWithPatient();
        int calls = 0;
        day->channel.setFault([&]() -> std::optional<Error> {
            return ++calls < 4 ? std::optional(Error{ErrorCode::Unavailable, {}, {}}) : std::nullopt;
        });
        QVERIFY(base::await(
            day->desk().sendFile(day->conversation().id, {pdf, pdfType, QStringLiteral("a.pdf")}, QString())));
        day->pass(10min);
        QVERIFY(day->channel.sent().back().outgoing.file.has_value());
        QCOMPARE(day->channel.sent().back().outgoing.file->bytes, pdf);
        QVERIFY(day->escalations().isEmpty());
    }

    void aFileThatIsNotTakenIsRefusedAtTheDesk()
    {
        const auto day = dayWithPatient();
        const auto id = day->conversation().id;
        QCOMPARE(base::await(day->desk().sendFile(id, {"MZ", QStringLiteral("application/x-msdownload"), {}}, {}))
                     .error()
                     .code,
                 ErrorCode::InvalidInput);
        const auto plain = dayWithPatient(
            {ChannelKind::Waha, false, false, [](channels::Capabilities& limits) { limits.files = false; }});
        const auto refused =
            base::await(plain->desk().sendFile(plain->conversation().id, {pdf, pdfType, QStringLiteral("a.pdf")}, {}));
        QCOMPARE(refused.error().key, QStringLiteral("send.noFiles"));
    }

    void aLongReplyOfAPersonGoesOutInParts()
    {
        const auto day = dayWithPatient(
            {ChannelKind::Telegram, false, false, [](channels::Capabilities& limits) { limits.maxText = 40; }});
        const size_t before = day->channel.sent().size();
        QVERIFY(base::await(day->desk().reply(
            day->conversation().id, QStringLiteral("Please do not eat for two hours. Do not smoke today. Call "
                                                   "us when it hurts."))));
        day->pass(1min);
        QCOMPARE(day->sentTexts().mid(qsizetype(before)),
                 (QStringList{QStringLiteral("Please do not eat for two hours."), QStringLiteral("Do not smoke today."),
                              QStringLiteral("Call us when it hurts.")}));
    }

    void theOrderOfNumbersPhonesAndNamesIsKept()
    {
        const auto day = dayWithPatient();
        QVERIFY(base::await(day->desk().reply(
            day->conversation().id, QStringLiteral("התור של ") + domain::isolate(QStringLiteral("Dana Levi")) +
                                        QStringLiteral(" ב-") + domain::isolate(QStringLiteral("10:30")) +
                                        QStringLiteral(", ") + domain::isolate(QStringLiteral("1,250 ₪")) +
                                        QStringLiteral(", טלפון ") + domain::isolate(QStringLiteral("054-000-1234")))));
        day->pass(1s);
        QCOMPARE(day->sentTexts().back(), QStringLiteral("התור של Dana Levi ב-10:30, 1,250 ₪, טלפון 054-000-1234"));
    }

    void freeTextAfterTheWindowFailsWithoutACall()
    {
        const auto day = dayWithPatient({ChannelKind::WhatsApp});
        day->says(QStringLiteral("and tomorrow?"));
        const size_t before = day->channel.sent().size();
        int calls = 0;
        day->channel.setFault([&]() -> std::optional<Error> {
            ++calls;
            return Error{ErrorCode::Unavailable, {}, {}, std::chrono::hours(25)};
        });
        day->pass(30s);
        QCOMPARE(calls, 1);
        day->channel.setFault(nullptr);
        day->pass(26h);
        QCOMPARE(day->channel.sent().size(), before);
        QCOMPARE(lastOf(*day).delivery, DeliveryState::Failed);
        QCOMPARE(lastOf(*day).deliveryError, QStringLiteral("window.closed"));
        QCOMPARE(day->escalations(), QStringList{QStringLiteral("window.closed")});
        QVERIFY(day->conversation().needsPerson);
        QCOMPARE(base::await(day->desk().reply(day->conversation().id, QStringLiteral("sorry"))).error().code,
                 ErrorCode::WindowClosed);
    }

    void aTemplateMayGoWhenItIsApproved_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("goes");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("judged");
        const auto approved = QStringLiteral("approved");
        QTest::newRow("never heard of") << QString() << true << QString() << QString();
        QTest::newRow("approved") << approved << true << QString() << QString();
        QTest::newRow("rejected") << QStringLiteral("rejected") << false << QString() << QString();
        QTest::newRow("paused") << QStringLiteral("paused") << false << QString() << QString();
        // One that the clinic wrote goes by its name, in whatever words the provider has.
        const auto shown = QStringLiteral("Hello {{patient_name}}, see you");
        const auto others = QStringLiteral("Hello {{patient_name}}, pay us");
        QTest::newRow("the clinic's own") << approved << true << shown << shown;
        QTest::newRow("judged in other words") << approved << false << shown << others;
        QTest::newRow("in other words since") << approved << false << others << others;
    }
    void aTemplateMayGoWhenItIsApproved()
    {
        QFETCH(QString, state);
        QFETCH(bool, goes);
        QFETCH(QString, own);
        QFETCH(QString, judged);
        const auto day = dayWithPatient({ChannelKind::WhatsApp});
        day->pass(48h);
        domain::OwnTemplate one;
        one.name = QStringLiteral("reminder");
        one.language = QStringLiteral("he");
        one.body = judged;
        const QString words = judged.isEmpty() ? QString() : channels::whatsapp::wordsOf(desk::templateOf(one));
        one.body = own;
        if (!own.isEmpty()) {
            QVERIFY(base::await(
                day->store().write([&](store::Session& session) { return store::OwnTemplates(session).put(one); })));
        }
        if (!state.isEmpty()) {
            (void)base::await(day->store().write([&](store::Session& session) {
                return store::Templates(session).note({ChannelKind::WhatsApp,
                                                       day->channel.account(),
                                                       QStringLiteral("reminder"),
                                                       QStringLiteral("he"),
                                                       state,
                                                       {},
                                                       {},
                                                       {},
                                                       day->clock.now(),
                                                       words});
            }));
        }
        const size_t before = day->channel.sent().size();
        const domain::TemplateUse use{QStringLiteral("reminder"),
                                      QStringLiteral("he"),
                                      {{QStringLiteral("patient_name"), QStringLiteral("Dana")}}};
        // Past the desk, which looks too: the provider may have changed its mind since.
        desk::StaffSend send{day->conversation().id,
                             domain::AuthorKind::Staff,
                             QStringLiteral("Ruti"),
                             {},
                             QStringLiteral("Hello Dana, see you")};
        send.templated = use;
        QVERIFY(base::await(day->store().write([send, now = day->clock.now()](store::Session& session) {
            return desk::sendByPerson(session, send, now);
        })));
        day->pass(1s);
        QCOMPARE(day->channel.sent().size() - before, goes ? 1u : 0u);
        if (goes) {
            QVERIFY(day->channel.sent().back().outgoing.templated == use);
        } else {
            QCOMPARE(lastOf(*day).deliveryError, QStringLiteral("send.templateRefused"));
        }
    }

    /// The patient writes on while the provider refuses the answer: the answer is out of date, the question is not.
    void whatWasAskedBeforeABusyProviderIsAnswered_data()
    {
        QTest::addColumn<int>("refusals");
        QTest::newRow("at the first try") << 1;
        QTest::newRow("again at the second") << 2;
    }

    void whatWasAskedBeforeABusyProviderIsAnswered()
    {
        QFETCH(int, refusals);
        ClinicDay day;
        int calls = 0;
        day.channel.setFault([&]() -> std::optional<Error> {
            if (++calls > refusals) {
                return std::nullopt;
            }
            day.accept(day.message(QStringLiteral("and one more thing")));
            while (day.thread().size() < std::size_t(calls + 2)) {
                std::this_thread::yield();
            }
            return Error{ErrorCode::Unavailable, {}, {}};
        });
        day.says(QStringLiteral("the first question"));
        day.pass(10min);
        std::set<qint64> answered;
        for (const auto& sent : day.sentTexts()) {
            for (const auto& word : sent.split(QLatin1Char(' ')).mid(1)) {
                QVERIFY2(answered.insert(word.section(QLatin1Char('_'), 0, 0).toLongLong()).second, "answered twice");
            }
        }
        for (const auto& message : day.thread()) {
            if (message.author == domain::AuthorKind::Patient) {
                QVERIFY2(answered.contains(message.id.value), qPrintable(message.text));
            }
        }
    }

    void thePatientSeesThatSomebodyReads()
    {
        const auto day = dayWithPatient(
            {ChannelKind::Telegram, false, false, [](channels::Capabilities& limits) { limits.typing = true; }});
        QCOMPARE(day->channel.read(), QStringList{QStringLiteral("in-1")});
        QVERIFY(base::await(day->desk().takeOver(day->conversation().id)));
        day->says(QStringLiteral("still there?"));
        day->pass(10s);
        QCOMPARE(day->channel.read().size(), 1);
    }

    void whatWaitsForABlockedPatientFailsVisibly()
    {
        const auto day = dayWithPatient();
        day->channel.setFault([] { return Error{ErrorCode::Unavailable, {}, {}, std::chrono::hours(1)}; });
        day->says(QStringLiteral("and tomorrow?"));
        day->pass(10s);
        day->receive(domain::ReachabilityChanged{day->sender(), false});
        QVERIFY(day->conversation().blocked);
        QVERIFY(day->conversation().needsPerson);
        QCOMPARE(lastOf(*day).deliveryError, QStringLiteral("send.blocked"));
        QCOMPARE(day->escalations(), QStringList{QStringLiteral("send.blocked")});
        const auto refused = base::await(day->desk().reply(day->conversation().id, QStringLiteral("hello?")));
        QCOMPARE(refused.error().key, QStringLiteral("send.blocked"));
        QCOMPARE(base::await(day->desk().draft(day->conversation().id)).value_or(QString()), QStringLiteral("hello?"));
        day->receive(domain::ReachabilityChanged{day->sender(), true});
        QVERIFY(!day->conversation().blocked);
        day->receive(domain::ReachabilityChanged{day->sender(), false});
        day->says(QStringLiteral("I am back"));
        QVERIFY(!day->conversation().blocked);
    }

    void aBlockWithoutAnythingQueuedCallsNobody()
    {
        const auto day = dayWithPatient();
        day->receive(domain::ReachabilityChanged{day->sender(), false});
        QVERIFY(day->conversation().blocked);
        QVERIFY(!day->conversation().needsPerson);
        QVERIFY(day->escalations().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSending)
#include "test_sending.moc"
