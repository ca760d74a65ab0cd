// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

#include "agent/schema.h"

using namespace delpek;
using namespace delpek::agent;
using namespace delpek::test;
using domain::Outcome;
using domain::StepKind;

namespace
{

/// Proposes what the test says, one step a call; the last one again and again.
class ScriptedBrain final : public Brain
{
public:
    QString name() const override { return QStringLiteral("scripted"); }
    Result<Proposal> next(const TurnContext&, const std::vector<ToolResult>& results, const QStringList& refusals,
                          const base::Cancel&) override
    {
        seenResults = results;
        seenRefusals << refusals;
        const size_t at = std::min(calls++, steps.size() - 1);
        if (onNext) {
            onNext();
        }
        return steps[at];
    }

    std::vector<Result<Proposal>> steps;
    std::function<void()> onNext;
    size_t calls = 0;
    std::vector<ToolResult> seenResults;
    QStringList seenRefusals;
};

Proposal proposal(decltype(Proposal::step) step)
{
    Proposal made;
    made.step = std::move(step);
    made.dialogue = {{"version", 1}};
    made.agent = QStringLiteral("Alex");
    return made;
}

Proposal answer(const char* text)
{
    return proposal(Answer{{{QString::fromUtf8(text), domain::Asks::Nothing, {}}}});
}

Proposal tool(const char* name, base::Json arguments = base::Json::object())
{
    return proposal(CallTools{{{QString::fromLatin1(name), std::move(arguments)}}});
}

base::Json bookingArguments()
{
    return {{"doctor", "shaked"}, {"treatment", "cleaning"}, {"start", "2026-03-05T09:30"},
            {"minutes", 45},      {"name", "נועה שרעבי"},    {"birth_date", "1991-04-29"}};
}

/// All that the permit wants to see in a dialogue before a booking.
base::Json agreedDialogue()
{
    const base::Json slot{
        {"doctor", "shaked"}, {"treatment", "cleaning"}, {"start", "2026-03-05T09:30"}, {"minutes", 45}};
    return {{"identity", {{"name", "נועה שרעבי"}, {"birth_date", "1991-04-29"}}},
            {"offer", {{"slots", base::Json::array({slot})}, {"expires", "2026-03-04T10:00"}}},
            {"consent", {{"tool", "create_appointment"}, {"arguments", bookingArguments()}}}};
}

} // namespace

class TestTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_brain = {};
        m_talk = std::make_unique<Dialogue>(m_gates, QStringLiteral("+972550010101"), domain::Language::Hebrew);
    }

    void answersAndRecordsEachStep()
    {
        m_brain.steps = {tool("get_clinic_info"), answer("שלום")};
        const auto result = run(QStringLiteral("שלום"));
        QCOMPARE(result.decision.outcome, Outcome::Replied);
        QCOMPARE(result.replies.size(), 1u);
        QCOMPARE(result.replies.front().fence, store::Fence::Agent);
        std::vector<StepKind> kinds;
        for (const auto& step : result.decision.steps) {
            kinds.push_back(step.kind);
        }
        QCOMPARE(kinds, (std::vector{StepKind::Context, StepKind::Triage, StepKind::Understanding, StepKind::Brain,
                                     StepKind::Tool, StepKind::Brain, StepKind::Guard, StepKind::Outcome}));
    }

    void stopsABrainThatNeverEnds()
    {
        m_brain.steps = {tool("get_clinic_info")};
        const auto result = run(QStringLiteral("שלום"));
        QCOMPARE(result.decision.outcome, Outcome::HandedToPerson);
        QCOMPARE(result.escalation->reason, QStringLiteral("agent.limit"));
        QCOMPARE(*result.holder, domain::HolderKind::Nobody);
        QCOMPARE(result.replies.size(), 1u);
        QCOMPARE(result.replies.front().fence, store::Fence::Safety);
        QVERIFY(m_brain.calls <= 8);
    }

    void keepsTheDeadline()
    {
        m_brain.steps = {tool("get_clinic_info")};
        m_brain.onNext = [this] { m_talk->clock.advance(std::chrono::seconds(40)); };
        QCOMPARE(run(QStringLiteral("שלום")).escalation->reason, QStringLiteral("agent.deadline"));
        QCOMPARE(m_brain.calls, 2u);
    }

    void asksOnceMoreAfterARefusal()
    {
        m_brain.steps = {answer("אין מה לדאוג, קחי אקמול"), answer("הצוות יחזור אלייך")};
        const auto result = run(QStringLiteral("שלום"));
        QCOMPARE(result.decision.outcome, Outcome::Replied);
        QVERIFY(m_brain.seenRefusals.contains(QStringLiteral("guard.medicine")));
        QCOMPARE(result.replies.size(), 1u);
        QCOMPARE(result.replies.front().reply.text, QStringLiteral("הצוות יחזור אלייך"));
    }

    void handsOverAfterTwoRefusals()
    {
        m_brain.steps = {answer("זה עולה 77 ₪")};
        const auto result = run(QStringLiteral("שלום"));
        QCOMPARE(result.escalation->reason, QStringLiteral("guard.refused"));
        QCOMPARE(m_brain.calls, 2u);
        QVERIFY(!result.replies.front().reply.text.contains(QStringLiteral("77")));
    }

    void neverNamesAnotherPatientOfThePhone()
    {
        m_talk = std::make_unique<Dialogue>(m_gates, QStringLiteral("+972550010107"), domain::Language::Hebrew);
        m_brain.steps = {answer("התור הוא של יעל אזולאי"), answer("הצוות יחזור אלייך")};
        run(QStringLiteral("שלום"));
        QVERIFY(m_brain.seenRefusals.contains(QStringLiteral("guard.other-patient")));
    }

    void tellsTheBrainWhatIsWrongWithACall_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown tool") << QStringLiteral("drop_tables") << QByteArray("{}") << int(ErrorCode::NotFound);
        QTest::newRow("missing") << QStringLiteral("get_available_slots") << QByteArray("{}")
                                 << int(ErrorCode::InvalidInput);
        QTest::newRow("type") << QStringLiteral("get_prices") << QByteArray(R"({"treatment":3})")
                              << int(ErrorCode::InvalidInput);
        QTest::newRow("extra") << QStringLiteral("get_clinic_info") << QByteArray(R"({"a":1})")
                               << int(ErrorCode::InvalidInput);
        QTest::newRow("enum") << QStringLiteral("get_available_slots")
                              << QByteArray(R"({"treatment":"cleaning","part":"night"})")
                              << int(ErrorCode::InvalidInput);
        QTest::newRow("no permit") << QStringLiteral("create_appointment") << base::toBytes(bookingArguments())
                                   << int(ErrorCode::Forbidden);
    }
    void tellsTheBrainWhatIsWrongWithACall()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, arguments);
        QFETCH(int, code);
        const auto before = m_talk->visits();
        m_brain.steps = {tool(name.toLatin1().constData(), orEnd(base::parseJson(arguments))), answer("שלום")};
        run(QStringLiteral("שלום"));
        QCOMPARE(m_brain.seenResults.size(), 1u);
        QVERIFY(m_brain.seenResults.front().error);
        QCOMPARE(int(m_brain.seenResults.front().error->code), code);
        QCOMPARE(m_talk->visits(), before);
    }

    void booksOnlyWithConsentToExactlyThis()
    {
        auto call = tool("create_appointment", bookingArguments());
        call.dialogue = agreedDialogue();
        m_brain.steps = {call, answer("שלום")};
        run(QStringLiteral("כן"));
        QVERIFY(m_brain.seenResults.front().error); // nothing was asked

        m_talk->write(domain::AuthorKind::Agent, QStringLiteral("לקבוע?"), domain::Asks::Confirm);
        auto other = call;
        other.dialogue["consent"]["arguments"]["start"] = "2026-03-05T11:00";
        m_brain.steps = {other, answer("שלום")};
        m_brain.calls = 0;
        run(QStringLiteral("כן"));
        QVERIFY(m_brain.seenResults.front().error); // agreed to something else

        m_brain.steps = {call, answer("שלום")};
        m_brain.calls = 0;
        run(QStringLiteral("כן"));
        QVERIFY(!m_brain.seenResults.front().error);
        QVERIFY(m_talk->visits().contains(QStringLiteral("cleaning shaked 2026-03-05T09:30 p1")));
    }

    void aTurnRunAgainFindsItsBooking()
    {
        auto call = tool("create_appointment", bookingArguments());
        call.dialogue = agreedDialogue();
        m_talk->write(domain::AuthorKind::Agent, QStringLiteral("לקבוע?"), domain::Asks::Confirm);
        const auto burst = m_talk->burst({QStringLiteral("כן")});
        const auto before = m_talk->visits().size();
        for (int i = 0; i < 2; ++i) {
            m_brain.steps = {call, answer("שלום")};
            m_brain.calls = 0;
            runBurst(burst);
            QVERIFY(!m_brain.seenResults.front().error);
        }
        QCOMPARE(m_talk->visits().size(), before + 1);
    }

    void aChangeNobodyMayAnnounceIsNotMade()
    {
        auto call = tool("create_appointment", bookingArguments());
        call.dialogue = agreedDialogue();
        m_talk->write(domain::AuthorKind::Agent, QStringLiteral("לקבוע?"), domain::Asks::Confirm);
        m_talk->intend = [](const QString&, const QString&) {
            return Result<Done>(fail(ErrorCode::StaleEpoch, QStringLiteral("moved on")));
        };
        const auto before = m_talk->visits();
        m_brain.steps = {call, answer("שלום")};
        const auto result = run(QStringLiteral("כן"));
        QVERIFY(!result.madeChange);
        QCOMPARE(m_talk->visits(), before);
    }

    void cancelLeavesNothingBehind()
    {
        std::stop_source stop;
        m_brain.steps = {answer("שלום")};
        m_brain.onNext = [&stop] { stop.request_stop(); };
        const auto result = runBurst(m_talk->burst({QStringLiteral("שלום")}), stop.get_token());
        QCOMPARE(result.decision.outcome, Outcome::Superseded);
        QVERIFY(result.replies.empty());
        QVERIFY(!result.escalation);
    }

    void aFailedBrainHandsOver()
    {
        m_brain.steps = {fail(ErrorCode::Timeout, QStringLiteral("slow"))};
        const auto result = run(QStringLiteral("שלום"));
        QCOMPARE(result.escalation->reason, QStringLiteral("agent.failed"));
        QCOMPARE(result.replies.size(), 1u);
    }

    void whoHoldsDecidesWhatIsSaid_data()
    {
        QTest::addColumn<domain::HolderKind>("holder");
        QTest::addColumn<domain::Mode>("mode");
        QTest::addColumn<bool>("emergency");
        QTest::addColumn<int>("replies");
        using domain::HolderKind;
        using domain::Mode;
        QTest::newRow("agent") << HolderKind::Agent << Mode::Autopilot << false << 1;
        QTest::newRow("staff") << HolderKind::Staff << Mode::Autopilot << false << 0;
        QTest::newRow("doctor") << HolderKind::Doctor << Mode::Autopilot << false << 0;
        QTest::newRow("nobody") << HolderKind::Nobody << Mode::Autopilot << false << 0;
        QTest::newRow("off") << HolderKind::Agent << Mode::Off << false << 0;
        QTest::newRow("copilot") << HolderKind::Agent << Mode::Copilot << false << 0;
        QTest::newRow("agent, emergency") << HolderKind::Agent << Mode::Autopilot << true << 1;
        QTest::newRow("staff, emergency") << HolderKind::Staff << Mode::Autopilot << true << 0;
        QTest::newRow("nobody, emergency") << HolderKind::Nobody << Mode::Autopilot << true << 1;
        QTest::newRow("off, emergency") << HolderKind::Agent << Mode::Off << true << 0;
    }
    void whoHoldsDecidesWhatIsSaid()
    {
        QFETCH(domain::HolderKind, holder);
        QFETCH(domain::Mode, mode);
        QFETCH(bool, emergency);
        QFETCH(int, replies);
        m_talk->conversation.holder.kind = holder;
        m_talk->conversation.mode = mode;
        m_brain.steps = {answer("שלום")};
        const auto result = run(emergency ? QStringLiteral("קשה לי לנשום והצוואר מתנפח") : QStringLiteral("שלום"));
        QCOMPARE(int(result.replies.size()), replies);
        QCOMPARE(result.escalation.has_value(), emergency);
        if (emergency) {
            QCOMPARE(result.escalation->urgency, domain::Urgency::Emergency);
            QCOMPARE(m_brain.calls, 0u);
        }
        for (const auto& reply : result.replies) {
            QCOMPARE(reply.fence, emergency ? store::Fence::Safety : store::Fence::Agent);
        }
    }

    void theSameFixedTextIsNotRepeated()
    {
        m_brain.steps = {answer("שלום")};
        m_talk->last = run(QStringLiteral("קשה לי לנשום והצוואר מתנפח"));
        QCOMPARE(m_talk->last.replies.size(), 1u);
        m_talk->keep(m_talk->last);
        const auto again = run(QStringLiteral("אני לא מצליח לנשום"));
        QCOMPARE(again.decision.outcome, Outcome::Emergency);
        QVERIFY(again.escalation);
        QVERIFY(again.replies.empty());
    }

    void asksOnceWhetherThereIsDanger_data()
    {
        QTest::addColumn<QString>("complaint");
        QTest::addColumn<QString>("asks");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<domain::Urgency>("urgency");
        using domain::Urgency;
        const auto row = [](const char* name, const char* complaint, const char* asks, const char* reply,
                            Urgency urgency) {
            QTest::newRow(name) << QString::fromUtf8(complaint) << QString::fromUtf8(asks) << QString::fromUtf8(reply)
                                << urgency;
        };
        row("swelling, yes", "נפיחות קטנה בחניכיים ליד השתל", "עין", "כן", Urgency::Emergency);
        row("swelling, no", "נפיחות קטנה בחניכיים ליד השתל", "עין", "לא", Urgency::Routine);
        row("bleeding, yes", "a bit of blood after the extraction", "half an hour", "yes", Urgency::Emergency);
        row("bleeding, in other words", "a bit of blood after the extraction", "half an hour", "I can't breathe",
            Urgency::Emergency);
        row("trauma, no", "hit in the mouth and my tooth hurts", "consciousness", "no", Urgency::Routine);
    }
    void asksOnceWhetherThereIsDanger()
    {
        QFETCH(QString, complaint);
        QFETCH(QString, asks);
        QFETCH(QString, reply);
        QFETCH(domain::Urgency, urgency);
        m_brain.steps = {answer("שלום")};
        m_talk->last = run(complaint);
        QCOMPARE(m_talk->last.escalation->urgency, domain::Urgency::DoctorRequired);
        QCOMPARE(m_talk->last.replies.size(), 2u);
        const auto& question = m_talk->last.replies.back();
        QCOMPARE(question.reply.asks, domain::Asks::Danger);
        QVERIFY2(question.reply.text.contains(asks), qPrintable(question.reply.text));
        QCOMPARE(question.fence, store::Fence::Safety);
        m_talk->keep(m_talk->last);

        const auto next = run(reply);
        QCOMPARE(next.escalation ? next.escalation->urgency : domain::Urgency::Routine, urgency);
        if (urgency == domain::Urgency::Emergency) {
            QVERIFY(next.replies.front().reply.text.contains(QStringLiteral("101")));
        }
        m_talk->keep(next);
        QVERIFY(std::none_of(next.replies.begin(), next.replies.end(),
                             [](const TurnReply& one) { return one.reply.asks == domain::Asks::Danger; }));
    }

    void theDoctorsCardTellsTheFlags()
    {
        m_brain.steps = {answer("שלום")};
        const auto result = run(QStringLiteral("אני בכימותרפיה ולוקח פוסלן, כואבת לי שן"));
        QCOMPARE(result.escalation->urgency, domain::Urgency::DoctorRequired);
        QVERIFY(result.escalation->rules.contains(QStringLiteral("flag-immunity")));
        QVERIFY(result.escalation->rules.contains(QStringLiteral("flag-bone-drugs")));
    }

    void anEmergencyKnowsTheNumberWhileTheRecordsAreDown()
    {
        TurnRunner runner(parts());
        m_brain.steps = {answer("שלום")};
        runner.run({m_talk->conversation, m_talk->burst({QStringLiteral("שלום")}), {}, nullptr, {}, 0}, m_talk->intend,
                   {});
        m_talk->fault = Error{ErrorCode::Unavailable, {}, QStringLiteral("down"), {}};
        const auto result = runner.run(
            {m_talk->conversation, m_talk->burst({QStringLiteral("קשה לי לנשום והצוואר מתנפח")}), {}, nullptr, {}, 0},
            m_talk->intend, {});
        QCOMPARE(result.decision.outcome, Outcome::Emergency);
        QVERIFY(result.replies.front().reply.text.contains(QStringLiteral("101")));
        QVERIFY(result.replies.front().reply.text.contains(QStringLiteral("03-555-0100")));
        // They were not waited for.
        QCOMPARE(result.decision.steps.front().name, QStringLiteral("known clinic"));
    }

    void threeGuessesInOneTurnGoToAPerson()
    {
        // A brain that goes on guessing, and then answers as if nothing were.
        auto guess = [](const char* day) {
            return ToolCall{QStringLiteral("get_patient_invoices"), {{"name", "דנה כהן"}, {"birth_date", day}}};
        };
        m_brain.steps = {proposal(CallTools{{guess("1990-01-01"),
                                             guess("1990-01-02"),
                                             guess("1990-01-03"),
                                             {QStringLiteral("get_patient_invoices"),
                                              {{"name", "נועה שרעבי"}, {"birth_date", "1991-04-29"}}}}}),
                         answer("שלום")};
        const auto result = run(QStringLiteral("שלום"));
        QCOMPARE(m_brain.seenResults.size(), 4u);
        for (const auto& seen : m_brain.seenResults) {
            QVERIFY(!base::boolAt(seen.value, "confirmed", true));
        }
        QCOMPARE(result.decision.outcome, Outcome::HandedToPerson);
        QCOMPARE(result.escalation->reason, QStringLiteral("identity.unconfirmed"));
        QCOMPARE(base::integerAt(base::at(result.dialogue, "gate"), "tries").value_or(0), qint64(3));
    }

    void theTriesOutliveWhatTheBrainKeeps()
    {
        m_brain.steps = {tool("search_patient", {{"name", "דנה כהן"}, {"birth_date", "1990-01-01"}}), answer("שלום")};
        m_talk->keep(run(QStringLiteral("שלום")));
        QVERIFY(base::at(m_talk->state, "gate").is_object());
        m_brain.calls = 0;
        m_brain.steps = {fail(ErrorCode::Timeout, QStringLiteral("slow"))}; // the turn is given up, the state dropped
        m_talk->keep(run(QStringLiteral("שלום")));
        QCOMPARE(base::integerAt(base::at(m_talk->state, "gate"), "tries").value_or(0), qint64(1));
    }

    void theDecisionTellsOfATryWithoutItsValues()
    {
        m_brain.steps = {tool("search_patient", {{"name", "דנה כהן"}, {"birth_date", "1990-01-01"}}), answer("שלום")};
        const auto result = run(QStringLiteral("דנה כהן, 1.1.1990"));
        const QString steps = base::toCompactText(domain::toJson(result.decision.steps));
        QVERIFY(!steps.contains(QStringLiteral("דנה")) && !steps.contains(QStringLiteral("1990")));
        const auto& all = result.decision.steps;
        const auto identity =
            std::find_if(all.begin(), all.end(), [](const auto& s) { return s.name == QStringLiteral("identity"); });
        QVERIFY(identity != all.end());
        QCOMPARE(identity->kind, StepKind::Permit);
        QCOMPARE(base::toCompactText(identity->detail),
                 base::toCompactText(
                     {{"allowed", false}, {"rules", base::Json::array({"identity.unmatched"})}, {"tries_left", 2}}));
    }

    void wrongAndRightPartsTakeTheSameSteps()
    {
        const auto stepsFor = [this](const char* phone, const char* name, const char* birthDate) {
            m_talk = std::make_unique<Dialogue>(m_gates, QString::fromLatin1(phone), domain::Language::Hebrew);
            m_brain.calls = 0;
            m_brain.steps = {tool("get_patient_invoices", {{"name", name}, {"birth_date", birthDate}}), answer("שלום")};
            QStringList names;
            for (const auto& step : run(QStringLiteral("שלום")).decision.steps) {
                auto detail = step.detail;
                if (detail.is_object()) {
                    detail.erase("patients_on_phone");
                }
                names << step.name + base::toCompactText(detail);
            }
            return names;
        };
        const auto nobody = stepsFor("+972550029999", "דנה כהן", "1990-01-01");
        QCOMPARE(stepsFor("+972550010101", "דנה כהן", "1990-01-01"), nobody);
        QCOMPARE(stepsFor("+972550010101", "נועה שרעבי", "1990-01-01"), nobody);
        QCOMPARE(stepsFor("+972550010101", "דנה כהן", "1991-04-29"), nobody);
        QCOMPARE(stepsFor("+972550010107", "רונית אזולאי", "2019-10-02"), nobody);
    }

    void holdsOnlyWhatWasOffered()
    {
        const base::Json slot{
            {"doctor", "shaked"}, {"treatment", "cleaning"}, {"start", "2026-03-05T09:30"}, {"minutes", 45}};
        m_brain.steps = {tool("hold_slot", slot), answer("שלום")};
        run(QStringLiteral("שלום"));
        QCOMPARE(m_brain.seenResults.front().error->code, ErrorCode::Forbidden);

        m_brain.calls = 0;
        m_brain.steps = {
            tool("get_available_slots", {{"treatment", "cleaning"}, {"date", "2026-03-05"}, {"time", "09:30"}}),
            tool("hold_slot", slot), answer("שלום")};
        const auto result = run(QStringLiteral("שלום"));
        QVERIFY(base::boolAt(m_brain.seenResults.back().value, "held"));
        QVERIFY(!result.madeChange); // nothing that must be told
    }

private:
    TurnParts parts()
    {
        return {m_talk->clock,  m_talk->records, *m_gates.understander, *m_gates.triage,
                *m_gates.guard, m_brain,         QStringLiteral("alex")};
    }
    TurnResult runBurst(const std::vector<domain::Message>& burst, const base::Cancel& cancel = {})
    {
        return TurnRunner(parts()).run({m_talk->conversation, burst, m_talk->history, m_talk->state, {}, 0},
                                       m_talk->intend, cancel);
    }
    TurnResult run(const QString& text) { return runBurst(m_talk->burst({text})); }

    Gates m_gates;
    ScriptedBrain m_brain;
    std::unique_ptr<Dialogue> m_talk;
};

QTEST_GUILESS_MAIN(TestTurn)
#include "test_turn.moc"
