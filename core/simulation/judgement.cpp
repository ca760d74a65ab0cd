// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/judgement.h"

#include "base/await.h"
#include "domain/isolate.h"
#include "store/decisions.h"
#include "store/escalations.h"

namespace delpek::simulation
{

namespace
{

using domain::Appointment;
using domain::AuthorKind;
using domain::Message;

bool reachedPatient(const Message& message)
{
    return message.delivery == domain::DeliveryState::Sent || message.delivery == domain::DeliveryState::Delivered ||
           message.delivery == domain::DeliveryState::Read;
}

/// What the patient sees of a message: its words and the offered buttons.
QString shown(const Message& message)
{
    QString text = domain::withoutIsolates(message.text);
    for (const auto& option : message.options) {
        text += QLatin1Char('\n') + domain::withoutIsolates(option.label);
    }
    return text;
}

QStringList agentTexts(const std::vector<Message>& thread)
{
    QStringList texts;
    for (const auto& message : thread) {
        if (message.author == AuthorKind::Agent && reachedPatient(message)) {
            texts.append(shown(message));
        }
    }
    return texts;
}

/// Visits of `a` that `b` does not have.
std::vector<Appointment> difference(const std::vector<Appointment>& a, const std::vector<Appointment>& b)
{
    const auto booked = [](const Appointment& visit) { return visit.state == domain::AppointmentState::Booked; };
    const auto same = [](const Appointment& x, const Appointment& y) {
        return x.patient == y.patient && x.doctor == y.doctor && x.treatment == y.treatment && x.start == y.start;
    };
    std::vector<Appointment> left;
    std::vector<bool> used(b.size());
    for (const auto& visit : a) {
        if (!booked(visit)) {
            continue;
        }
        bool found = false;
        for (size_t i = 0; i < b.size() && !found; ++i) {
            if (!used[i] && booked(b[i]) && same(visit, b[i])) {
                found = used[i] = true;
            }
        }
        if (!found) {
            left.push_back(visit);
        }
    }
    return left;
}

struct Judge {
    const Scenario& scenario;
    World& world;
    ScenarioResult& result;

    void problem(const QString& text) { result.failures.append(text); }

    std::optional<domain::Patient> patientOf(const Appointment& visit)
    {
        const auto found = base::await(world.records().patient(visit.patient));
        return found ? std::optional(*found) : std::nullopt;
    }

    bool isFor(const ExpectedAppointment& expected, const Appointment& visit, const domain::Patient& patient)
    {
        if (expected.person.isEmpty() || expected.person == visit.patient) {
            return true;
        }
        const auto today = domain::toLocal(scenario.start, QTimeZone("Asia/Jerusalem")).date;
        const bool child = patient.birthDate.isValid() && patient.birthDate.addYears(18) > today;
        return expected.person == QLatin1String("child") ? child : !child;
    }

    bool matches(const ExpectedAppointment& expected, const Appointment& visit)
    {
        const auto patient = patientOf(visit);
        const QString phone = patient && patient->phone ? patient->phone->e164() : QString();
        const auto start = visit.start;
        return (expected.patient.isEmpty() || expected.patient == phone) &&
               (expected.treatment.isEmpty() || expected.treatment == visit.treatment) &&
               (expected.doctor.isEmpty() || expected.doctor == visit.doctor) &&
               (expected.at.isEmpty() || domain::LocalTime::fromText(expected.at) == start) &&
               (expected.from.isEmpty() || !(start < domain::LocalTime::fromText(expected.from))) &&
               (expected.to.isEmpty() || start < domain::LocalTime::fromText(expected.to)) &&
               (!patient || isFor(expected, visit, *patient));
    }

    void compare(const QString& what, const std::vector<ExpectedAppointment>& expected, std::vector<Appointment> actual)
    {
        for (const auto& one : expected) {
            const auto found = std::find_if(actual.begin(), actual.end(),
                                            [&](const Appointment& visit) { return matches(one, visit); });
            if (found == actual.end()) {
                problem(QStringLiteral("%1: expected %2 %3 %4%5 is missing")
                            .arg(what, one.treatment, one.doctor, one.at, one.from));
            } else {
                actual.erase(found);
            }
        }
        for (const auto& extra : actual) {
            problem(QStringLiteral("%1: not expected: %2 with %3 at %4")
                        .arg(what, extra.treatment, extra.doctor, extra.start.toText()));
        }
    }

    /// Whatever the scenario expects: the provider has each message once that we call sent, and no other one but those
    /// whose receipt was lost. Deliveries were let in.
    void compareWithProvider(const std::vector<Message>& thread)
    {
        result.failures.append(world.refused());
        const auto taken = world.otherSide().taken();
        if (!taken) {
            return;
        }
        const auto outgoing = [&](auto counts) {
            return int(std::count_if(thread.begin(), thread.end(),
                                     [&](const Message& message) { return !message.isIncoming() && counts(message); }));
        };
        const int echoes = outgoing(
            [](const Message& message) { return message.author == AuthorKind::Staff && message.authorName.isEmpty(); });
        const int sent = outgoing(reachedPatient) - echoes;
        const int open =
            outgoing([](const Message& message) { return message.delivery == domain::DeliveryState::Unknown; });
        if (*taken < sent || *taken > sent + open) {
            problem(
                QStringLiteral("the provider took %1 messages, the clinic counts %2 as sent").arg(*taken).arg(sent));
        }
    }

    void compareTexts(const QStringList& texts)
    {
        const QString all = texts.join(QLatin1Char('\n'));
        for (const auto& pattern : scenario.expect.says) {
            if (!pattern.match(all).hasMatch()) {
                problem(QStringLiteral("says: nothing matches ") + pattern.pattern());
            }
        }
        for (const auto& pattern : scenario.expect.neverSays) {
            if (const auto match = pattern.match(all); match.hasMatch()) {
                problem(QStringLiteral("never_says: \"%1\" matches %2").arg(match.captured(), pattern.pattern()));
            }
        }
        if (const auto& between = scenario.expect.sentBetween;
            between && (texts.size() < between->first || texts.size() > between->second)) {
            problem(QStringLiteral("sent_between: the agent sent %1 messages").arg(texts.size()));
        }
        const auto language = base::fromText<domain::Language>(scenario.expect.language);
        for (const auto& text : texts) {
            if (language && domain::languageOf(text, *language) != *language) {
                problem(QStringLiteral("language: not all messages are in ") + scenario.expect.language);
                break;
            }
        }
        if (scenario.expect.invoicesShown) {
            static const QRegularExpression number(QStringLiteral("INV/\\d{4}/\\d+"));
            QStringList shownNumbers;
            for (auto matches = number.globalMatch(all); matches.hasNext();) {
                shownNumbers.append(matches.next().captured());
            }
            shownNumbers.removeDuplicates();
            auto expected = *scenario.expect.invoicesShown;
            shownNumbers.sort();
            expected.sort();
            if (shownNumbers != expected) {
                problem(QStringLiteral("invoices_shown: ") + shownNumbers.join(QStringLiteral(", ")));
            }
        }
    }
};

std::optional<QString> highestEscalation(World& world, domain::ConversationId conversation)
{
    const auto escalations = base::await(world.store().read(
        [conversation](store::Session& session) { return store::Escalations(session).ofConversation(conversation); }));
    if (!escalations || escalations->empty()) {
        return std::nullopt;
    }
    const auto highest = std::max_element(escalations->begin(), escalations->end(),
                                          [](const auto& a, const auto& b) { return a.urgency < b.urgency; });
    return base::toText(highest->urgency);
}

std::vector<TranscriptLine> transcriptOf(const std::vector<Message>& thread)
{
    std::vector<TranscriptLine> lines;
    for (const auto& message : thread) {
        if (message.isIncoming() || reachedPatient(message)) {
            lines.push_back({base::toText(message.author), shown(message), base::toText(message.asks)});
        }
    }
    return lines;
}

void count(const domain::Decision& decision, ScenarioResult& result)
{
    ++result.turns;
    size_t handOffs = 0;
    for (const auto& step : decision.steps) {
        result.steps += step.kind == domain::StepKind::Brain ? 1 : 0;
        result.toolCalls += step.kind == domain::StepKind::Tool ? 1 : 0;
        // Each step of the brain tells those of its turn so far.
        handOffs = std::max(handOffs, base::at(step.detail, "hand_offs").size());
    }
    result.handOffs += int(handOffs);
}

} // namespace

int Evidence::countAgentMessages(const std::vector<Message>& thread)
{
    return int(agentTexts(thread).size());
}

int countNotes(World& world, const Scenario& scenario)
{
    const auto phone = domain::Phone::parse(scenario.phone);
    if (!phone) {
        return 0;
    }
    int notes = 0;
    for (const auto& patient :
         base::await(world.records().findPatients(*phone)).value_or(std::vector<domain::Patient>())) {
        notes += int(patient.notes.size());
    }
    return notes;
}

void Evidence::checkTakeOver(const std::vector<Message>& thread)
{
    if (sentAtTakeOver && countAgentMessages(thread) > *sentAtTakeOver) {
        problems.append(QStringLiteral("no_send_after_takeover: the agent sent after the take-over"));
    }
    sentAtTakeOver.reset();
}

ScenarioResult judge(const Scenario& scenario, World& world, Patient& patient, Evidence& evidence)
{
    ScenarioResult result;
    result.id = scenario.id;
    const auto thread = patient.thread();
    if (scenario.expect.noSendAfterTakeOver) {
        evidence.checkTakeOver(thread);
    }
    result.failures = evidence.problems;
    result.transcript = transcriptOf(thread);

    Judge judge{scenario, world, result};
    const auto after = base::await(world.records().allAppointments());
    if (!after) {
        judge.problem(QStringLiteral("the book cannot be read: ") + base::describe(after.error()));
    } else {
        result.added = difference(*after, evidence.before);
        if (scenario.expect.added) {
            judge.compare(QStringLiteral("appointments_added"), *scenario.expect.added, result.added);
        }
        if (scenario.expect.removed) {
            judge.compare(QStringLiteral("appointments_removed"), *scenario.expect.removed,
                          difference(evidence.before, *after));
        }
    }
    judge.compareTexts(agentTexts(thread));
    judge.compareWithProvider(thread);

    if (const auto conversation = patient.conversation()) {
        result.escalation = highestEscalation(world, conversation->id);
        result.holder = base::toText(conversation->holder.kind);
        const auto decisions = base::await(world.store().read([id = conversation->id](store::Session& session) {
            return store::Decisions(session).before(id, {}, 10000);
        }));
        for (const auto& decision : decisions.value_or(std::vector<domain::Decision>())) {
            count(decision, result);
        }
    }
    if (scenario.expect.escalation && *scenario.expect.escalation != result.escalation) {
        judge.problem(QStringLiteral("escalation: ") + result.escalation.value_or(QStringLiteral("none")));
    }
    if (!scenario.expect.holder.isEmpty() && scenario.expect.holder != result.holder) {
        judge.problem(QStringLiteral("holder: ") + result.holder);
    }
    if (const int added = countNotes(world, scenario) - evidence.notesBefore;
        scenario.expect.notesAdded && *scenario.expect.notesAdded != added) {
        judge.problem(QStringLiteral("notes_added: %1").arg(added));
    }
    if (scenario.expect.maxPatientMessages && patient.messages() > *scenario.expect.maxPatientMessages) {
        judge.problem(QStringLiteral("max_patient_messages: it took %1").arg(patient.messages()));
    }
    result.passed = result.failures.isEmpty();
    result.needsNoPerson = needsNoPerson(scenario);
    result.automated = result.passed && !result.escalation && result.holder == QLatin1String("agent");
    return result;
}

} // namespace delpek::simulation
