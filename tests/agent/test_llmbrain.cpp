// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/dialogue.h"
#include "agent/fallbackbrain.h"
#include "agent/llm/briefing.h"
#include "agent/llm/llmbrain.h"
#include "agent/llm/mask.h"
#include "agent/llm/trouble.h"

#include <deque>

using namespace delpek;
using namespace delpek::agent;
using namespace delpek::test;

namespace
{

using base::Json;

/// Gives one answer of a list after the other, and keeps what it was asked.
class ListedModel final : public llm::Model
{
public:
    Result<llm::Completion> complete(const llm::Prompt& prompt, const base::Cancel&) override
    {
        prompts.push_back(prompt);
        if (onAnswer) {
            onAnswer();
        }
        if (answers.empty()) {
            return llm::failWith(llm::Trouble::Overloaded, QStringLiteral("nothing is left to answer"));
        }
        auto answer = answers.front();
        answers.pop_front();
        return answer;
    }

    void use(const char* tool, Json arguments)
    {
        llm::Completion completion;
        completion.uses.push_back({QStringLiteral("u1"), QLatin1String(tool), std::move(arguments)});
        completion.usage = {100, 0, 0, 20};
        answers.push_back(completion);
    }

    std::deque<Result<llm::Completion>> answers;
    std::vector<llm::Prompt> prompts;
    std::function<void()> onAnswer;
};

const QString agentsFolder = Source + QStringLiteral("/resources/agents");

/// All that a prompt says, for a look at what leaves.
QString wholeText(const llm::Prompt& prompt)
{
    QString text = prompt.system + prompt.situation;
    for (const auto& entry : prompt.entries) {
        text += entry.text;
        for (const auto& use : entry.uses) {
            text += base::toCompactText(use.arguments);
        }
        for (const auto& answer : entry.answers) {
            text += base::toCompactText(answer.value);
        }
    }
    return text;
}

} // namespace

class LlmBrainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ListedModel>();
        m_talk.emplace(m_gates, QStringLiteral("+972550010101"), domain::Language::English);
        llm::LlmSettings settings;
        settings.model = QStringLiteral("model-x");
        m_talk->brain = std::make_unique<FallbackBrain>(
            orEnd(llm::LlmBrain::load(agentsFolder, QStringLiteral("alex"), settings, *m_model, nullptr)),
            orEnd(OfflineBrain::load(agentsFolder, QStringLiteral("alex"))), m_talk->clock);
    }

    void aToolIsCalledAndItsResultAnswered();
    void nothingOfAPersonIsToldBeforeTheyAreKnown();
    void whatIsRememberedIsToldOnceTheyAreKnown();
    void aBookingNeedsAYesToExactlyThat();
    void aNameThatNobodyWroteIsNotUsed();
    void aMistakeIsToldOnceThenTheOfflineBrainAnswers();
    void whenTheModelFailsTheOfflineBrainAnswersInTheSameTurn();
    void aModelThatTakesTooLongLosesTheTurn();
    void afterAChangeAFailureGoesToAPerson();
    void aRefusedDraftGoesBackOnceWithTheRules();
    void personsAndDoctorsAreCalled();
    void aDraftCallsADoctorOnlyWhereNobodyLooks_data();
    void aDraftCallsADoctorOnlyWhereNobodyLooks();
    void whatIsPersonalLeavesMaskedAndComesBack();
    void anInventedPlaceholderIsAnError();
    void masks_data();
    void masks();

private:
    /// Of the last turn: why the offline brain answered; empty when it did not.
    QString fallback() const
    {
        for (const auto& step : m_talk->last.decision.steps) {
            if (step.kind == domain::StepKind::Brain && step.detail.contains("fallback")) {
                const Json& why = step.detail["fallback"];
                return why.is_string() ? QString::fromStdString(why.get<std::string>()) : base::textAt(why, "key");
            }
        }
        return {};
    }

    const Gates m_gates;
    std::unique_ptr<ListedModel> m_model;
    std::optional<Dialogue> m_talk;
};

void LlmBrainTest::aToolIsCalledAndItsResultAnswered()
{
    m_model->use("get_clinic_info", Json::object());
    m_model->use("answer", {{"text", "We are in Tel Aviv and glad to see you."}});
    const QString said = m_talk->say(QStringLiteral("Where are you?"));
    QVERIFY2(said.endsWith(QStringLiteral("glad to see you.")), qPrintable(said));
    QVERIFY(said.contains(QStringLiteral("assistant"))); // told at the first contact, whatever the model writes
    QCOMPARE(m_model->prompts.size(), std::size_t(2));
    const auto& second = m_model->prompts[1].entries;
    QCOMPARE(second.back().answers.front().name, QStringLiteral("get_clinic_info"));
    QCOMPARE(second[second.size() - 2].uses.front().id, second.back().answers.front().id);
    QCOMPARE(m_talk->last.agentName, QStringLiteral("Alex"));
    QVERIFY(fallback().isEmpty());
}

void LlmBrainTest::nothingOfAPersonIsToldBeforeTheyAreKnown()
{
    m_model->use("answer", {{"text", "Hello, how can I help?"}, {"asks", "other"}});
    m_talk->say(QStringLiteral("Hi"));
    const QString told = wholeText(m_model->prompts.front());
    for (const QString& secret : {QStringLiteral("Sharabi"), QStringLiteral("1991"), QStringLiteral("penicillin"),
                                  QStringLiteral("0550010101"), QStringLiteral("972550010101")}) {
        QVERIFY2(!told.contains(secret), qPrintable(secret));
    }
}

void LlmBrainTest::whatIsRememberedIsToldOnceTheyAreKnown()
{
    const auto briefing = orEnd(llm::Briefing::load(agentsFolder, QStringLiteral("alex")));
    TurnContext context;
    context.clinic.zone = QTimeZone("Asia/Jerusalem");
    memory::Fact usual;
    usual.kind = QStringLiteral("doctor");
    usual.value = QStringLiteral("levi");
    memory::Fact visit;
    visit.kind = QStringLiteral("visit");
    visit.subject = QStringLiteral("visit-77");
    context.memory.open = {usual, visit};
    memory::PastTalk talk;
    talk.topics = {QStringLiteral("cleaning")};
    talk.outcome = QStringLiteral("answered");
    talk.lastAt =
        domain::toInstant(domain::LocalTime::fromText(QStringLiteral("2026-02-01T23:30")), context.clinic.zone);
    context.memory.similar = {talk};

    const Json known{{"identity", {{"name", "Noa Sharabi"}}}};
    const QString stranger = briefing.situation(context, domain::Language::English, Json::object(), {}, {});
    QVERIFY(!stranger.contains(QStringLiteral("levi")) && !stranger.contains(QStringLiteral("cleaning")));
    const QString told = briefing.situation(context, domain::Language::English, known, {}, {});
    QVERIFY2(told.contains(QStringLiteral("\"usual\":{\"doctor\":\"levi\"}")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("2026-02-01")), qPrintable(told));
    QVERIFY(!told.contains(QStringLiteral("visit-77")));
}

void LlmBrainTest::aBookingNeedsAYesToExactlyThat()
{
    m_model->use("get_available_slots", {{"treatment", "cleaning"}, {"soonest", true}});
    m_model->use("answer", {{"text", "Which one?"}, {"asks", "slot"}});
    m_talk->say(QStringLiteral("I'd like a cleaning, as soon as possible"));
    const Json slot = base::at(base::at(m_talk->state, "offer"), "slots").back();
    Json call = slot;
    call["name"] = "Noa Sharabi";
    call["birth_date"] = "1991-04-29";

    // Without the question there is no booking.
    m_model->use("create_appointment", call);
    m_model->use("answer", {{"text", "Shall I book the cleaning for you?"},
                            {"confirm", {{"tool", "create_appointment"}, {"arguments", call}}}});
    const auto before = m_talk->visits().size();
    m_talk->say(QStringLiteral("The last one. Noa Sharabi, born 29.4.1991"));
    QCOMPARE(m_talk->visits().size(), before);
    QCOMPARE(m_talk->asks(), domain::Asks::Confirm);
    QCOMPARE(m_talk->offered(), (QStringList{QStringLiteral("yes"), QStringLiteral("no")}));

    // The yes holds for what was asked and for nothing else.
    Json other = call;
    other["minutes"] = 15;
    m_model->use("create_appointment", other);
    m_model->use("create_appointment", call);
    m_model->use("answer", {{"text", "Your cleaning is booked."}});
    const QString said = m_talk->say({QStringLiteral("yes")}, QStringLiteral("yes"));
    QVERIFY2(said.contains(QStringLiteral("booked")),
             qPrintable(base::toCompactText(domain::toJson(m_talk->last.decision.steps))));
    QCOMPARE(m_talk->visits().size(), before + 1);
    QVERIFY(fallback().isEmpty());
}

void LlmBrainTest::aNameThatNobodyWroteIsNotUsed()
{
    m_model->use("get_patient_appointments", {{"name", "Noa Sharabi"}, {"birth_date", "1991-04-29"}});
    m_model->use("answer", {{"text", "What is your full name and birth date?"}, {"asks", "identity"}});
    m_talk->say(QStringLiteral("When is my next appointment?"));
    QCOMPARE(m_talk->asks(), domain::Asks::Identity);
    for (const auto& step : m_talk->last.decision.steps) {
        QVERIFY(step.kind != domain::StepKind::Tool);
    }
}

void LlmBrainTest::aMistakeIsToldOnceThenTheOfflineBrainAnswers()
{
    m_model->use("fire_everybody", Json::object());
    m_model->use("get_prices", {{"surprise", 1}});
    m_talk->say(QStringLiteral("Where are you?"));
    QCOMPARE(m_model->prompts.size(), std::size_t(2));
    QVERIFY(m_model->prompts[1].entries.back().answers.front().failed);
    QCOMPARE(fallback(), QStringLiteral("llm.mistaken"));
    QVERIFY(!m_talk->said().isEmpty());
}

void LlmBrainTest::whenTheModelFailsTheOfflineBrainAnswersInTheSameTurn()
{
    m_model->use("get_clinic_info", Json::object());
    const QString said = m_talk->say(QStringLiteral("What are your opening hours?"));
    QCOMPARE(fallback(), QStringLiteral("llm.overloaded"));
    QVERIFY(!said.isEmpty());
    QVERIFY(m_talk->last.decision.outcome == domain::Outcome::Replied);
}

void LlmBrainTest::aModelThatTakesTooLongLosesTheTurn()
{
    m_model->use("get_clinic_info", Json::object());
    m_model->use("answer", {{"text", "Too late."}});
    m_model->onAnswer = [this] { m_talk->clock.advance(std::chrono::seconds(41)); };
    const QString said = m_talk->say(QStringLiteral("What are your opening hours?"));
    QCOMPARE(fallback(), QStringLiteral("too slow"));
    QVERIFY(!said.contains(QStringLiteral("Too late")));
    QVERIFY(m_talk->last.decision.outcome == domain::Outcome::Replied);
}

void LlmBrainTest::afterAChangeAFailureGoesToAPerson()
{
    aBookingNeedsAYesToExactlyThat();
    m_model->use("get_patient_appointments", {{"name", "Noa Sharabi"}, {"birth_date", "1991-04-29"}});
    m_talk->say(QStringLiteral("Which visits do I have?")); // the model fails after a read: answered offline
    QVERIFY(m_talk->last.decision.outcome == domain::Outcome::Replied);
    const Json shown = [this] {
        for (const auto& step : m_talk->last.decision.steps) {
            const Json& visits = base::at(base::at(step.detail, "result"), "appointments");
            if (visits.is_array() && !visits.empty()) {
                return visits.front();
            }
        }
        return Json();
    }();
    const Json cancel{{"name", "Noa Sharabi"}, {"birth_date", "1991-04-29"}, {"appointment", base::at(shown, "id")}};
    m_model->use("get_patient_appointments", {{"name", "Noa Sharabi"}, {"birth_date", "1991-04-29"}});
    m_model->use("answer", {{"text", "Shall I cancel it?"},
                            {"confirm", {{"tool", "cancel_appointment"}, {"arguments", cancel}}}});
    m_talk->say(QStringLiteral("Cancel it please"));
    QCOMPARE(m_talk->asks(), domain::Asks::Confirm);
    const auto before = m_talk->visits().size();
    m_model->use("cancel_appointment", cancel);
    m_talk->say({QStringLiteral("yes")}, QStringLiteral("yes"));
    QCOMPARE(m_talk->visits().size(), before - 1);
    QVERIFY(m_talk->last.decision.outcome == domain::Outcome::HandedToPerson);
    QVERIFY(m_talk->last.madeChange);
}

void LlmBrainTest::aRefusedDraftGoesBackOnceWithTheRules()
{
    m_model->use("answer", {{"text", "Take ibuprofen 400 mg twice a day."}});
    m_model->use("answer", {{"text", "How can I help you?"}});
    const QString said = m_talk->say(QStringLiteral("Hi there"));
    QVERIFY(said.endsWith(QStringLiteral("How can I help you?")));
    QCOMPARE(m_model->prompts.size(), std::size_t(2));
    QVERIFY(m_model->prompts[1].situation.contains(QStringLiteral("refused your last draft")));
    QVERIFY(!said.contains(QStringLiteral("ibuprofen")));
}

void LlmBrainTest::personsAndDoctorsAreCalled()
{
    m_model->use("hand_over", {{"reason", "complaint"}, {"text", "A person of the clinic will answer you."}});
    m_talk->say(QStringLiteral("I want to complain"));
    QVERIFY(m_talk->last.decision.outcome == domain::Outcome::HandedToPerson);
    QCOMPARE(m_talk->last.escalation->reason, QStringLiteral("complaint"));
    init();
    m_model->use("ask_doctor", {{"reason", "doctor.question"}, {"text", "I am passing your question to the doctor."}});
    m_talk->say(QStringLiteral("Should I use a mouthwash?"));
    QVERIFY(m_talk->last.decision.outcome == domain::Outcome::EscalatedToDoctor);
}

void LlmBrainTest::aDraftCallsADoctorOnlyWhereNobodyLooks_data()
{
    QTest::addColumn<domain::HolderKind>("holder");
    QTest::addColumn<domain::Outcome>("outcome");
    QTest::newRow("the agent's") << domain::HolderKind::Agent << domain::Outcome::EscalatedToDoctor;
    QTest::newRow("nobody's") << domain::HolderKind::Nobody << domain::Outcome::EscalatedToDoctor;
    QTest::newRow("a receptionist's") << domain::HolderKind::Staff << domain::Outcome::HandedToPerson;
}

/// The timeline says what was done: no doctor was called where the person who holds the conversation decides.
void LlmBrainTest::aDraftCallsADoctorOnlyWhereNobodyLooks()
{
    QFETCH(domain::HolderKind, holder);
    m_talk->drafting = true;
    m_talk->conversation.mode = domain::Mode::Copilot;
    m_talk->conversation.holder.kind = holder;
    m_model->use("ask_doctor", {{"reason", "doctor.question"}, {"text", "I am passing your question to the doctor."}});
    QVERIFY(m_talk->say(QStringLiteral("Which brush do you like best?")).isEmpty());
    QTEST(m_talk->last.decision.outcome, "outcome");
    QCOMPARE(m_talk->last.escalation.has_value(),
             m_talk->last.decision.outcome == domain::Outcome::EscalatedToDoctor);
    QVERIFY(m_talk->last.draft);
    QCOMPARE(m_talk->last.draft->reason, QStringLiteral("doctor.question"));
}

void LlmBrainTest::whatIsPersonalLeavesMaskedAndComesBack()
{
    m_talk->conversation.displayName = QStringLiteral("Noa S");
    m_model->use("get_patient_appointments", {{"name", "NAME_1"}, {"birth_date", "1991-04-29"}});
    m_model->use("answer", {{"text", "Thank you, NAME_1."}});
    const QString said =
        m_talk->say(QStringLiteral("My name is Noa Sharabi, born 29.4.1991, 055-001-0101, noa@mail.example"));
    for (const auto& prompt : m_model->prompts) {
        const QString told = wholeText(prompt);
        for (const QString& secret : {QStringLiteral("Sharabi"), QStringLiteral("055-001-0101"), QStringLiteral("noa@"),
                                      QStringLiteral("0550010101")}) {
            QVERIFY2(!told.contains(secret), qPrintable(secret));
        }
    }
    QVERIFY2(said.contains(QStringLiteral("Noa Sharabi")), qPrintable(said));
    QVERIFY(fallback().isEmpty());
}

void LlmBrainTest::anInventedPlaceholderIsAnError()
{
    m_model->use("answer", {{"text", "Thank you, NAME_9."}});
    m_talk->say(QStringLiteral("Where are you?"));
    QCOMPARE(fallback(), QStringLiteral("llm.placeholder"));
}

void LlmBrainTest::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char* text, const char* masked) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(masked);
    };
    row("קוראים לי דנה כהן", "קוראים לי NAME_1");
    row("לדנה יש תור", "לNAME_1 יש תור");
    row("Dana's here", "NAME_1's here");
    row("052-000-1234", "PHONE_1");
    row("+972 52 000 1234 או 0520001234", "PHONE_1 או PHONE_2");
    row("ת.ז. 123456782", "ת.ז. ID_1");
    row("כתבו ל-a.b@c.example", "כתבו ל-EMAIL_1");
    row("רחוב הרצל 12, חיפה", "ADDRESS_1, חיפה");
    row("5 Main Street", "ADDRESS_1");
    row("03-000-0000", "03-000-0000"); // the clinic's own
    row("מחר ב-10:30, 12.4.2026", "מחר ב-10:30, 12.4.2026");
    row("2026-03-05T09:30", "2026-03-05T09:30");
    row("350 ₪ על שן 46", "350 ₪ על שן 46");
    row("danaher", "danaher");
}

void LlmBrainTest::masks()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    llm::Mask mask({{QStringLiteral("דנה כהן"), QStringLiteral("Dana")}, {QStringLiteral("03-000-0000")}});
    llm::Prompt prompt;
    prompt.entries.push_back({llm::Speaker::User, text, {}, {}});
    QCOMPARE(mask.hide(prompt).entries.front().text, masked);
    const auto back = mask.restore({masked, {}, {}, {}});
    QVERIFY(back);
    QCOMPARE(back->text, text);
}

QTEST_GUILESS_MAIN(LlmBrainTest)
#include "test_llmbrain.moc"
