// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/runner.h"

#include "base/await.h"
#include "simulation/judgement.h"
#include "simulation/patient.h"

namespace delpek::simulation
{

namespace
{

/// How long a patient gives the desk before writing the next line of the script.
constexpr auto patience = std::chrono::seconds(60);

Weather weatherFor(const FaultStep& fault)
{
    return fault.kind == QLatin1String("down")      ? Weather::Down
           : fault.kind == QLatin1String("timeout") ? Weather::Timeout
           : fault.kind == QLatin1String("error")   ? Weather::Error
                                                    : Weather::Slow;
}

std::optional<Error> errorFor(const FaultStep& fault)
{
    const QString detail = QStringLiteral("simulated fault");
    if (fault.kind == QLatin1String("down")) {
        return Error{ErrorCode::Unavailable, {}, detail};
    }
    if (fault.kind == QLatin1String("timeout")) {
        return Error{ErrorCode::Timeout, {}, detail};
    }
    if (fault.kind == QLatin1String("error")) {
        return Error{ErrorCode::Internal, {}, detail};
    }
    return std::nullopt;
}

struct Player {
    World& world;
    Patient& patient;
    Evidence& evidence;

    void operator()(const SayStep& step)
    {
        for (size_t i = 0; i < step.burst.size(); ++i) {
            if (i > 0) {
                world.pass(std::chrono::seconds(1));
            }
            patient.say(step.burst[i]);
        }
    }

    void operator()(const AnswerStep& step)
    {
        for (int i = 0; i < step.max; ++i) {
            if (!patient.answer(step)) {
                return;
            }
            // The last answer is left as it is: a crash may follow it.
            if (i + 1 < step.max) {
                world.settle(patience);
            }
        }
    }

    void operator()(const WaitStep& step) { world.pass(step.duration); }

    /// The clinic gives the parents of a patient a code.
    void issueCode(const StaffStep& step)
    {
        const auto patient = base::await(world.records().patient(step.text.section(QLatin1Char(' '), 0, 0)));
        const auto issued =
            patient ? world.codes().issue(patient->id, patient->name, std::chrono::hours(24),
                                          QStringLiteral("simulation"), step.text.section(QLatin1Char(' '), 1))
                    : fail(patient.error());
        if (!issued) {
            evidence.problems.append(QStringLiteral("staff action parent_code: ") + base::describe(issued.error()));
        }
    }

    void operator()(const StaffStep& step)
    {
        if (step.action == QLatin1String("parent_code")) {
            issueCode(step);
            return;
        }
        const auto conversation = patient.conversation();
        if (!conversation) {
            evidence.problems.append(QStringLiteral("there is no conversation for a staff action yet"));
            return;
        }
        auto& desk = world.desk();
        Result<Done> done = Done{};
        const auto ignoreId = [](domain::MessageId) { return Done{}; };
        if (step.action == QLatin1String("take_over")) {
            done = base::await(desk.takeOver(conversation->id));
            evidence.sentAtTakeOver = evidence.countAgentMessages(patient.thread());
        } else if (step.action == QLatin1String("reply")) {
            done = base::await(desk.reply(conversation->id, step.text)).map(ignoreId);
        } else if (step.action == QLatin1String("phone_reply")) {
            done = typeOnClinicsPhone(step.text);
        } else if (step.action == QLatin1String("hand_back")) {
            done = base::await(desk.handBack(conversation->id));
            evidence.checkTakeOver(patient.thread());
        } else if (step.action == QLatin1String("doctor_reply")) {
            done = base::await(desk.doctorReply(conversation->id, QStringLiteral("ד\"ר רון לוי"), step.text))
                       .map(ignoreId);
        } else {
            done = base::await(desk.closeEscalations(conversation->id));
        }
        if (!done) {
            evidence.problems.append(
                QStringLiteral("staff action %1: %2").arg(step.action, base::describe(done.error())));
        }
    }

    Result<Done> typeOnClinicsPhone(const QString& words)
    {
        if (!world.otherSide().typeOnClinicsPhone(words)) {
            return fail(ErrorCode::Unsupported, QStringLiteral("the clinic has no phone of its own on this channel"));
        }
        world.quiesce();
        return Done{};
    }

    void operator()(const FaultStep& step)
    {
        if (step.kind == QLatin1String("crash")) {
            if (const auto again = world.crash(); !again) {
                evidence.problems.append(QStringLiteral("restart: ") + base::describe(again.error()));
            }
            return;
        }
        const auto begin = world.clock().now();
        const auto end = begin + step.duration;
        if (step.kind == QLatin1String("cached")) {
            world.setClinicCache([&clock = world.clock(), begin, end] {
                return clock.now() < end ? std::optional(begin) : std::nullopt;
            });
            return;
        }
        if (step.target == QLatin1String("clinic")) {
            world.setClinicFault([&clock = world.clock(), end, error = errorFor(step)]() -> std::optional<Error> {
                return clock.now() < end ? error : std::nullopt;
            });
        } else if (step.target == QLatin1String("channel")) {
            world.setWeather([&clock = world.clock(), end, weather = weatherFor(step)] {
                return clock.now() < end ? weather : Weather::Clear;
            });
        }
    }
};

bool isCrash(const Step& step)
{
    const auto* fault = std::get_if<FaultStep>(&step);
    return fault && fault->kind == QLatin1String("crash");
}

Result<clinic::ClinicFile> clinicOf(const Scenario& scenario, const RunOptions& options)
{
    return scenario.clinic.is_null() ? Result<clinic::ClinicFile>(options.demoClinic)
                                     : clinic::clinicFileFrom(scenario.clinic);
}

ScenarioResult cannotRun(const Scenario& scenario, const Error& error)
{
    ScenarioResult result;
    result.id = scenario.id;
    result.failures = {QStringLiteral("cannot run: ") + base::describe(error)};
    return result;
}

} // namespace

ScenarioResult runScenario(const Scenario& scenario, const agent::Mind& mind, const RunOptions& options)
{
    const auto clinic = clinicOf(scenario, options);
    if (!clinic) {
        return cannotRun(scenario, clinic.error());
    }
    World::Setup setup;
    setup.folder = options.folder;
    setup.start = scenario.start;
    setup.channel = scenario.channel;
    setup.patient = {scenario.phone, scenario.name, scenario.language};
    setup.clinic = *clinic;
    setup.brain = options.brain;
    auto world = World::create(mind, setup);
    if (!world) {
        return cannotRun(scenario, world.error());
    }
    Evidence evidence;
    if (const auto before = base::await((*world)->records().allAppointments())) {
        evidence.before = *before;
    }
    evidence.notesBefore = countNotes(**world, scenario);
    Patient patient(**world);
    Player player{**world, patient, evidence};
    for (size_t i = 0; i < scenario.script.size(); ++i) {
        std::visit(player, scenario.script[i]);
        const bool cutNext = i + 1 < scenario.script.size() && isCrash(scenario.script[i + 1]);
        if (!cutNext) {
            (*world)->settle(patience);
        }
    }
    return judge(scenario, **world, patient, evidence);
}

base::Json toJson(const ScenarioResult& result)
{
    using base::Json;
    auto transcript = Json::array();
    for (const auto& line : result.transcript) {
        transcript.push_back(
            {{"from", base::utf8(line.from)}, {"text", base::utf8(line.text)}, {"asks", base::utf8(line.asks)}});
    }
    auto failures = Json::array();
    for (const auto& failure : result.failures) {
        failures.push_back(base::utf8(failure));
    }
    auto added = Json::array();
    for (const auto& appointment : result.added) {
        added.push_back({{"patient", base::utf8(appointment.patient)},
                         {"doctor", base::utf8(appointment.doctor)},
                         {"treatment", base::utf8(appointment.treatment)},
                         {"start", base::utf8(appointment.start.toText())}});
    }
    return {{"id", base::utf8(result.id)},
            {"passed", result.passed},
            {"failures", failures},
            {"turns", result.turns},
            {"steps", result.steps},
            {"tool_calls", result.toolCalls},
            {"hand_offs", result.handOffs},
            {"needs_no_person", result.needsNoPerson},
            {"automated", result.automated},
            {"transcript", transcript},
            {"appointments_added", added},
            {"escalation", result.escalation ? Json{{"urgency", base::utf8(*result.escalation)}} : Json()},
            {"holder", base::utf8(result.holder)}};
}

} // namespace delpek::simulation
