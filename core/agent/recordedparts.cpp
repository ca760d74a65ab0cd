// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/recordedparts.h"

#include "agent/tools/values.h"
#include "agent/turnrecord.h"

namespace delpek::agent
{
namespace
{

template <typename T>
Future<T> failed(const Error& error)
{
    Promise<T> promise;
    promise.finish(fail(error));
    return promise.future();
}

template <typename T>
Future<T> finished(T value)
{
    Promise<T> promise;
    promise.finish(std::move(value));
    return promise.future();
}

const Error closed{ErrorCode::Forbidden, {}, QStringLiteral("a replay reads and changes no records")};

ErrorCode codeFrom(const QString& word)
{
    int code = 0;
    while (code < int(ErrorCode::Internal) && base::toText(ErrorCode(code)) != word) {
        ++code;
    }
    return ErrorCode(code);
}

std::optional<Error> errorFrom(const base::Json& json)
{
    if (!json.is_object()) {
        return std::nullopt;
    }
    return Error{codeFrom(base::textAt(json, "code")), base::textAt(json, "key"), base::textAt(json, "detail")};
}

/// A tool of the product whose results are recorded ones.
class RecordedTool final : public Tool
{
public:
    RecordedTool(std::unique_ptr<Tool> tool, RecordedCalls& calls)
        : m_tool(std::move(tool))
        , m_calls(calls)
    {
    }
    QString name() const override { return m_tool->name(); }
    ToolKind kind() const override { return m_tool->kind(); }
    base::Json schema() const override { return m_tool->schema(); }
    Result<base::Json> run(const base::Json& arguments, const ToolContext& context) override
    {
        auto result = m_calls.take(name(), arguments);
        if (result && base::at(*result, "confirmed").is_boolean() && !context.gate.isClosed()) {
            context.gate.note(base::boolAt(*result, "confirmed"), base::textAt(arguments, "name"),
                              dateFromJson(base::at(arguments, "birth_date")));
        }
        return result;
    }

private:
    std::unique_ptr<Tool> m_tool;
    RecordedCalls& m_calls;
};

} // namespace

RecordedRecords::RecordedRecords(ClinicFacts facts, const domain::DecisionStep& context)
    : m_facts(std::move(facts))
    , m_error(errorFrom(base::at(context.detail, "error")))
{
    if (const auto moment = domain::LocalTime::fromText(base::textAt(context.detail, "as_of")); moment.isValid()) {
        m_asOf = domain::toInstant(moment, m_facts.info.zone);
    }
    m_patients.resize(size_t(base::integerAt(context.detail, "patients_on_phone").value_or(0)));
    if (m_patients.size() == 1) {
        for (const auto& flag : base::at(base::at(context.detail, "input"), "flags")) {
            m_patients.front().flags << QString::fromStdString(flag.get<std::string>());
        }
    }
}

Future<domain::ClinicInfo> RecordedRecords::info()
{
    return m_error ? failed<domain::ClinicInfo>(*m_error) : finished(m_facts.info);
}

Future<std::vector<domain::Doctor>> RecordedRecords::doctors()
{
    return finished(m_facts.doctors);
}

Future<std::vector<domain::Treatment>> RecordedRecords::treatments()
{
    return finished(m_facts.treatments);
}

Future<std::vector<domain::Patient>> RecordedRecords::findPatients(const domain::Phone&)
{
    return finished(m_patients);
}

Future<domain::Patient> RecordedRecords::patient(const QString&)
{
    return failed<domain::Patient>(closed);
}

Future<domain::Patient> RecordedRecords::addPatient(const clinic::NewPatient&)
{
    return failed<domain::Patient>(closed);
}

Future<std::vector<domain::Slot>> RecordedRecords::freeSlots(const clinic::SlotQuery&)
{
    return failed<std::vector<domain::Slot>>(closed);
}

Future<domain::Appointment> RecordedRecords::book(const clinic::Booking&)
{
    return failed<domain::Appointment>(closed);
}

Future<domain::Appointment> RecordedRecords::move(const QString&, const domain::Slot&, const QString&, const QString&)
{
    return failed<domain::Appointment>(closed);
}

Future<Done> RecordedRecords::cancel(const QString&, const QString&)
{
    return failed<Done>(closed);
}

Future<std::vector<domain::Appointment>> RecordedRecords::appointments(const QString&, const domain::LocalTime&)
{
    return failed<std::vector<domain::Appointment>>(closed);
}

Future<clinic::BookDays> RecordedRecords::bookDays(QDate, QDate)
{
    return failed<clinic::BookDays>(closed);
}

Future<std::vector<domain::Invoice>> RecordedRecords::invoices(const QString&)
{
    return failed<std::vector<domain::Invoice>>(closed);
}

Future<Done> RecordedRecords::appendNote(const QString&, const domain::Note&)
{
    return failed<Done>(closed);
}

Future<Done> RecordedRecords::hold(const std::vector<clinic::Hold>&)
{
    return failed<Done>(closed);
}

Future<Done> RecordedRecords::releaseHolds(const QString&)
{
    return failed<Done>(closed);
}

Future<std::vector<clinic::Hold>> RecordedRecords::holds(QDate, QDate)
{
    return failed<std::vector<clinic::Hold>>(closed);
}

Future<Done> RecordedRecords::joinWaitingList(const clinic::WaitingWish&)
{
    return failed<Done>(closed);
}

Future<std::vector<clinic::WaitingWish>> RecordedRecords::waitingList()
{
    return failed<std::vector<clinic::WaitingWish>>(closed);
}

Future<Done> RecordedRecords::leaveWaitingList(const QString&)
{
    return failed<Done>(closed);
}

RecordedCalls::RecordedCalls(const domain::Decision& decision)
{
    for (const auto& step : decision.steps) {
        if (step.kind != domain::StepKind::Tool) {
            continue;
        }
        const auto error = errorFrom(base::at(step.detail, "error"));
        m_calls.push_back({step.name, base::at(step.detail, "arguments"),
                           error ? Result<base::Json>(fail(*error)) : base::at(step.detail, "result")});
    }
}

Result<base::Json> RecordedCalls::take(const QString& tool, const base::Json& arguments)
{
    const base::Json shown = withoutIdentity(arguments);
    for (auto& call : m_calls) {
        if (!call.taken && call.tool == tool && call.arguments == shown) {
            call.taken = true;
            return call.result;
        }
    }
    m_unknown << tool + QLatin1Char(' ') + base::toCompactText(shown);
    return fail(ErrorCode::Unavailable, QStringLiteral("%1 was not asked this then").arg(tool));
}

std::map<QString, std::unique_ptr<Tool>> recordedTools(RecordedCalls& calls)
{
    std::map<QString, std::unique_ptr<Tool>> tools;
    for (auto& [name, tool] : clinicTools()) {
        tools.emplace(name, std::make_unique<RecordedTool>(std::move(tool), calls));
    }
    return tools;
}

} // namespace delpek::agent
