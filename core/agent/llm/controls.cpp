// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/controls.h"

#include "agent/schema.h"

namespace delpek::agent::llm
{
namespace
{

using base::Json;

constexpr int longestText = 1500;
constexpr int longestNotes = 4000;
constexpr int mostOptions = 10;

const auto answerName = QStringLiteral("answer");
const auto handOverName = QStringLiteral("hand_over");
const auto askDoctorName = QStringLiteral("ask_doctor");
const auto staySilentName = QStringLiteral("stay_silent");
const auto passName = QStringLiteral("pass_to");

/// Text keys, each with words for the desk.
const Json personReasons{"human.requested",
                         "complaint",
                         "opt_out",
                         "privacy.requested",
                         "records.requested",
                         "payment",
                         "media.received",
                         "identity.unconfirmed",
                         "identity.unmatched",
                         "records.unavailable",
                         "guard.refused",
                         "agent.failed",
                         "agent.lost"};
const Json doctorReasons{"doctor.question", "doctor.requested"};
const Json questions{"",       "identity", "treatment",   "when",    "slot", "reason",
                     "doctor", "person",   "appointment", "confirm", "other"};

Json textOf(int longest, const char* description)
{
    return {{"type", "string"}, {"maxLength", longest}, {"description", description}};
}

Json object(Json properties, const char* description, Json required)
{
    return {{"type", "object"},
            {"description", description},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

const Json notesMember = textOf(longestNotes, "What you want to know when the patient writes again; nobody reads it.");

Json answerSchema()
{
    const Json option = object({{"value", {{"type", "string"}, {"minLength", 1}, {"maxLength", 60}}},
                                {"label", {{"type", "string"}, {"minLength", 1}, {"maxLength", 60}}}},
                               "One answer to choose from.", Json::array({"value", "label"}));
    Json text = textOf(longestText, "What the patient reads.");
    text["minLength"] = 1;
    return object({{"text", std::move(text)},
                   {"asks", {{"type", "string"}, {"enum", questions}, {"description", "What the text asks for."}}},
                   {"options", {{"type", "array"}, {"items", option}, {"maxItems", mostOptions}}},
                   {"notes", notesMember}},
                  "Write to the patient; the turn ends.", Json::array({"text"}));
}

/// As a model is shown it: `confirm` has members that the tool named there knows.
Json answerOffer()
{
    Json schema = answerSchema();
    schema["properties"]["confirm"] = {
        {"type", "object"},
        {"description", "The change that the text asks to agree to, exactly as it would be called."},
        {"properties", {{"tool", {{"type", "string"}}}, {"arguments", {{"type", "object"}}}}},
        {"required", Json::array({"tool", "arguments"})}};
    return schema;
}

Json handOverSchema()
{
    return object({{"reason", {{"type", "string"}, {"enum", personReasons}}},
                   {"text", textOf(longestText, "What the patient reads: that a person of the clinic will answer.")},
                   {"notes", notesMember}},
                  "Give the conversation to a person at the desk; the turn ends.", Json::array({"reason", "text"}));
}

Json askDoctorSchema()
{
    return object({{"reason", {{"type", "string"}, {"enum", doctorReasons}}},
                   {"text", textOf(longestText, "What the patient reads: that the question goes to the doctor.")},
                   {"notes", notesMember}},
                  "Give the question to the doctor; the turn ends.", Json::array({"reason", "text"}));
}

Json staySilentSchema()
{
    return object({{"why", textOf(200, "For the record.")}, {"notes", notesMember}},
                  "Write nothing: the message needs no answer, such as thanks after a goodbye.", Json::array({"why"}));
}

Json passSchema(const QStringList& others)
{
    Json names = Json::array();
    for (const auto& name : others) {
        names.push_back(base::utf8(name));
    }
    return object(
        {{"agent", {{"type", "string"}, {"enum", std::move(names)}}}, {"why", textOf(300, "In a few words.")}},
        "Give the conversation to the agent of the team whose part it is; they answer at once.",
        Json::array({"agent", "why"}));
}

std::vector<Reply> replyOf(const Json& arguments)
{
    const QString text = base::textAt(arguments, "text").trimmed();
    return text.isEmpty() ? std::vector<Reply>() : std::vector<Reply>{{text, domain::Asks::Nothing, {}}};
}

Result<Json> readConfirm(Json& arguments)
{
    Json confirm = base::at(arguments, "confirm");
    arguments.erase("confirm");
    if (confirm.is_null()) {
        return confirm;
    }
    if (base::textAt(confirm, "tool").isEmpty() || !base::at(confirm, "arguments").is_object() || confirm.size() != 2) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("arguments.confirm must have the members tool and arguments, and no other"));
    }
    return confirm;
}

Result<Ending> readAnswer(Json arguments)
{
    const auto confirm = readConfirm(arguments);
    if (!confirm) {
        return fail(confirm.error());
    }
    if (const auto fits = checkArguments(answerSchema(), arguments); !fits) {
        return fail(fits.error());
    }
    Ending ending;
    ending.confirm = *confirm;
    ending.notes = base::textAt(arguments, "notes");
    ending.asks = confirm->is_null()
                      ? base::fromText<domain::Asks>(base::textAt(arguments, "asks")).value_or(domain::Asks::Nothing)
                      : domain::Asks::Confirm;
    Answer answer{replyOf(arguments)};
    for (const auto& option : base::at(arguments, "options")) {
        answer.replies.front().options.push_back({base::textAt(option, "value"), base::textAt(option, "label")});
    }
    answer.replies.front().asks = ending.asks;
    ending.step = std::move(answer);
    return ending;
}

} // namespace

bool isControl(const QString& tool)
{
    return tool == answerName || tool == handOverName || tool == askDoctorName || tool == staySilentName ||
           tool == passName;
}

std::vector<ToolOffer> controlTools(const QStringList& others)
{
    std::vector<ToolOffer> tools;
    const auto add = [&tools](const QString& name, Json schema) {
        const QString description = base::textAt(schema, "description");
        tools.push_back({name, description, std::move(schema)});
    };
    add(answerName, answerOffer());
    add(handOverName, handOverSchema());
    add(askDoctorName, askDoctorSchema());
    add(staySilentName, staySilentSchema());
    if (!others.isEmpty()) {
        add(passName, passSchema(others));
    }
    return tools;
}

Result<QString> readPass(const ToolUse& use, const QStringList& others)
{
    const auto fits = checkArguments(passSchema(others), use.arguments);
    return fits ? Result<QString>(base::textAt(use.arguments, "agent")) : fail(fits.error());
}

Result<Ending> readEnding(const ToolUse& use)
{
    if (use.name == answerName && use.arguments.is_object()) {
        return readAnswer(use.arguments);
    }
    const Json schema = use.name == handOverName    ? handOverSchema()
                        : use.name == askDoctorName ? askDoctorSchema()
                        : use.name == answerName    ? answerSchema()
                                                    : staySilentSchema();
    if (const auto fits = checkArguments(schema, use.arguments); !fits) {
        return fail(fits.error());
    }
    Ending ending;
    ending.notes = base::textAt(use.arguments, "notes");
    const QString reason = base::textAt(use.arguments, "reason");
    if (use.name == handOverName) {
        ending.step = HandOver{reason, replyOf(use.arguments)};
    } else if (use.name == askDoctorName) {
        ending.step = AskDoctor{reason, replyOf(use.arguments)};
    } else {
        ending.step = StaySilent{base::textAt(use.arguments, "why")};
    }
    return ending;
}

} // namespace delpek::agent::llm
