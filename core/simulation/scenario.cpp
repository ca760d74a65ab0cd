// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/scenario.h"

#include <QDateTime>

#include <set>

namespace delpek::simulation
{

namespace
{

using base::Json;

/// Thrown inside this file only: where in the scenario, and what is wrong there.
struct Malformed {
    QString place;
    QString what;
};

void requireKeys(const Json& object, const QString& place, const std::set<std::string>& known)
{
    if (!object.is_object()) {
        throw Malformed{place, QStringLiteral("must be an object")};
    }
    for (const auto& [key, value] : object.items()) {
        if (!known.contains(key)) {
            throw Malformed{place, QStringLiteral("has an unknown key \"%1\"").arg(QString::fromStdString(key))};
        }
    }
}

QString text(const Json& value, const QString& place)
{
    if (!value.is_string()) {
        throw Malformed{place, QStringLiteral("must be a text")};
    }
    return QString::fromStdString(value.get<std::string>());
}

QString optionalText(const Json& object, const char* key, const QString& place)
{
    const Json& value = base::at(object, key);
    return value.is_null() ? QString() : text(value, place + QLatin1Char('.') + QLatin1String(key));
}

/// Absent, or one of the stable words of an enumeration.
template <typename Enum>
QString optionalWord(const Json& object, const char* key, const QString& place)
{
    const QString word = optionalText(object, key, place);
    if (!word.isEmpty() && !base::fromText<Enum>(word)) {
        QStringList words;
        for (const auto& [value, name] : base::enumWords<Enum>) {
            words.append(QLatin1String(name));
        }
        throw Malformed{place + QLatin1Char('.') + QLatin1String(key),
                        QStringLiteral("must be ") + words.join(QStringLiteral(" or "))};
    }
    return word;
}

const Json& array(const Json& list, const QString& place)
{
    if (!list.is_array()) {
        throw Malformed{place, QStringLiteral("must be an array")};
    }
    return list;
}

int wholeNumber(const Json& value, const QString& place)
{
    if (!value.is_number_integer() || value.get<qint64>() < 0) {
        throw Malformed{place, QStringLiteral("must be a whole number of 0 or more")};
    }
    return static_cast<int>(value.get<qint64>());
}

base::Duration duration(const Json& value, const QString& place)
{
    const auto parsed = parseDuration(text(value, place));
    if (!parsed) {
        throw Malformed{place, QStringLiteral("must be an ISO 8601 duration such as PT5M")};
    }
    return *parsed;
}

Say parseSay(const Json& value, const QString& place)
{
    if (value.is_string()) {
        return {domain::MessageKind::Text, text(value, place)};
    }
    requireKeys(value, place, {"reaction", "edit", "voice", "image", "location", "button"});
    if (value.size() != 1) {
        throw Malformed{place, QStringLiteral("must have exactly one key")};
    }
    const auto only = value.begin();
    const std::string& key = only.key();
    const Json& content = *only;
    const QString inner = place + QLatin1Char('.') + QString::fromStdString(key);
    if (key == "location") {
        if (!content.is_array() || content.size() != 2 || !content[0].is_number() || !content[1].is_number()) {
            throw Malformed{inner, QStringLiteral("must be [latitude, longitude]")};
        }
        const domain::Place where{content[0].get<double>(), content[1].get<double>(), {}, {}};
        Say say{domain::MessageKind::Location, QStringLiteral("%1,%2").arg(where.latitude).arg(where.longitude)};
        say.place = where;
        return say;
    }
    Say say{domain::MessageKind::Text, text(content, inner)};
    say.isReaction = key == "reaction";
    say.isEdit = key == "edit";
    say.isButton = key == "button";
    if (key == "voice") {
        say.kind = domain::MessageKind::Audio;
    } else if (key == "image") {
        say.kind = domain::MessageKind::Image;
    }
    return say;
}

Step parseStep(const Json& step, const QString& place)
{
    requireKeys(step, place, {"say", "answer", "max", "wait", "staff", "fault"});
    if (step.contains("max") && !step.contains("answer")) {
        throw Malformed{place + QStringLiteral(".max"), QStringLiteral("belongs to an answer")};
    }
    if (step.size() != (step.contains("max") ? 2u : 1u)) {
        throw Malformed{place, QStringLiteral("must have exactly one of say, answer, wait, staff, fault")};
    }
    if (const Json& say = base::at(step, "say"); !say.is_null()) {
        SayStep parsed;
        if (say.is_array()) {
            for (size_t i = 0; i < say.size(); ++i) {
                parsed.burst.push_back(parseSay(say[i], QStringLiteral("%1.say[%2]").arg(place).arg(i)));
            }
        } else {
            parsed.burst.push_back(parseSay(say, place + QStringLiteral(".say")));
        }
        return parsed;
    }
    if (const Json& answer = base::at(step, "answer"); !answer.is_null()) {
        requireKeys(answer, place + QStringLiteral(".answer"),
                    {"identity", "treatment", "when", "slot", "confirm", "reason", "doctor", "person", "appointment",
                     "other", "*"});
        AnswerStep parsed;
        for (const auto& [kind, words] : answer.items()) {
            const QString key = QString::fromStdString(kind);
            parsed.byKind[key] = text(words, QStringLiteral("%1.answer.%2").arg(place, key));
        }
        if (const Json& max = base::at(step, "max"); !max.is_null()) {
            parsed.max = wholeNumber(max, place + QStringLiteral(".max"));
        }
        return parsed;
    }
    if (const Json& wait = base::at(step, "wait"); !wait.is_null()) {
        return WaitStep{duration(wait, place + QStringLiteral(".wait"))};
    }
    if (const Json& staff = base::at(step, "staff"); !staff.is_null()) {
        requireKeys(
            staff, place + QStringLiteral(".staff"),
            {"take_over", "reply", "phone_reply", "hand_back", "doctor_reply", "close_escalation", "parent_code"});
        if (staff.size() != 1) {
            throw Malformed{place + QStringLiteral(".staff"), QStringLiteral("must have exactly one key")};
        }
        const auto only = staff.begin();
        const QString name = QString::fromStdString(only.key());
        const bool hasWords = name.endsWith(QLatin1String("reply")) || name == QLatin1String("parent_code");
        return StaffStep{name, hasWords ? text(*only, QStringLiteral("%1.staff.%2").arg(place, name)) : QString()};
    }
    if (const Json& fault = base::at(step, "fault"); !fault.is_null()) {
        const QString inner = place + QStringLiteral(".fault");
        requireKeys(fault, inner, {"target", "kind", "for"});
        FaultStep parsed{optionalText(fault, "target", inner), optionalText(fault, "kind", inner)};
        static const QStringList kinds{QStringLiteral("down"), QStringLiteral("timeout"), QStringLiteral("error"),
                                       QStringLiteral("slow"), QStringLiteral("cached"),  QStringLiteral("crash")};
        static const QStringList targets{QStringLiteral("clinic"), QStringLiteral("channel"), QStringLiteral("llm")};
        if (!kinds.contains(parsed.kind)) {
            throw Malformed{inner + QStringLiteral(".kind"),
                            QStringLiteral("must be one of ") + kinds.join(QStringLiteral(", "))};
        }
        if (parsed.kind != QLatin1String("crash")) {
            if (!targets.contains(parsed.target)) {
                throw Malformed{inner + QStringLiteral(".target"),
                                QStringLiteral("must be one of ") + targets.join(QStringLiteral(", "))};
            }
            if (parsed.kind == QLatin1String("cached") && parsed.target != QLatin1String("clinic")) {
                throw Malformed{inner + QStringLiteral(".kind"), QStringLiteral("belongs to the clinic's records")};
            }
            parsed.duration = duration(base::at(fault, "for"), inner + QStringLiteral(".for"));
        }
        return parsed;
    }
    throw Malformed{place, QStringLiteral("must have exactly one of say, answer, wait, staff, fault")};
}

std::vector<ExpectedAppointment> parseAppointments(const Json& list, const QString& place)
{
    std::vector<ExpectedAppointment> parsed;
    for (size_t i = 0; i < array(list, place).size(); ++i) {
        const QString inner = QStringLiteral("%1[%2]").arg(place).arg(i);
        requireKeys(list[i], inner, {"patient", "treatment", "doctor", "person", "at", "from", "to"});
        parsed.push_back({optionalText(list[i], "patient", inner), optionalText(list[i], "treatment", inner),
                          optionalText(list[i], "doctor", inner), optionalText(list[i], "person", inner),
                          optionalText(list[i], "at", inner), optionalText(list[i], "from", inner),
                          optionalText(list[i], "to", inner)});
    }
    return parsed;
}

std::vector<QRegularExpression> parsePatterns(const Json& list, const QString& place)
{
    std::vector<QRegularExpression> parsed;
    if (list.is_null()) {
        return parsed;
    }
    for (size_t i = 0; i < array(list, place).size(); ++i) {
        const QString inner = QStringLiteral("%1[%2]").arg(place).arg(i);
        QRegularExpression pattern(text(list[i], inner), QRegularExpression::UseUnicodePropertiesOption);
        if (!pattern.isValid()) {
            throw Malformed{inner, QStringLiteral("is not a regular expression: ") + pattern.errorString()};
        }
        parsed.push_back(std::move(pattern));
    }
    return parsed;
}

Expectation parseExpectation(const Json& expect)
{
    const QString place = QStringLiteral("expect");
    requireKeys(expect, place,
                {"appointments_added", "appointments_removed", "escalation", "holder", "says", "never_says",
                 "max_patient_messages", "sent_between", "language", "invoices_shown", "notes_added",
                 "no_send_after_takeover"});
    Expectation parsed;
    if (expect.contains("appointments_added")) {
        parsed.added = parseAppointments(expect["appointments_added"], QStringLiteral("expect.appointments_added"));
    }
    if (expect.contains("appointments_removed")) {
        parsed.removed =
            parseAppointments(expect["appointments_removed"], QStringLiteral("expect.appointments_removed"));
    }
    if (expect.contains("escalation")) {
        const Json& escalation = expect["escalation"];
        const QString inner = QStringLiteral("expect.escalation");
        parsed.escalation.emplace();
        if (!escalation.is_null()) {
            requireKeys(escalation, inner, {"urgency"});
            text(base::at(escalation, "urgency"), inner + QStringLiteral(".urgency"));
            *parsed.escalation = optionalWord<domain::Urgency>(escalation, "urgency", inner);
        }
    }
    parsed.holder = optionalWord<domain::HolderKind>(expect, "holder", place);
    parsed.says = parsePatterns(base::at(expect, "says"), QStringLiteral("expect.says"));
    parsed.neverSays = parsePatterns(base::at(expect, "never_says"), QStringLiteral("expect.never_says"));
    if (const Json& range = base::at(expect, "sent_between"); !range.is_null()) {
        if (!range.is_array() || range.size() != 2) {
            throw Malformed{QStringLiteral("expect.sent_between"), QStringLiteral("must be [min, max]")};
        }
        parsed.sentBetween = {wholeNumber(range[0], QStringLiteral("expect.sent_between[0]")),
                              wholeNumber(range[1], QStringLiteral("expect.sent_between[1]"))};
    }
    if (expect.contains("max_patient_messages")) {
        parsed.maxPatientMessages =
            wholeNumber(expect["max_patient_messages"], QStringLiteral("expect.max_patient_messages"));
    }
    parsed.language = optionalWord<domain::Language>(expect, "language", place);
    if (const Json& invoices = base::at(expect, "invoices_shown"); !invoices.is_null()) {
        parsed.invoicesShown.emplace();
        for (const auto& number : array(invoices, QStringLiteral("expect.invoices_shown"))) {
            parsed.invoicesShown->append(text(number, QStringLiteral("expect.invoices_shown")));
        }
    }
    if (expect.contains("notes_added")) {
        parsed.notesAdded = wholeNumber(expect["notes_added"], QStringLiteral("expect.notes_added"));
    }
    if (const Json& flag = base::at(expect, "no_send_after_takeover"); !flag.is_null()) {
        if (!flag.is_boolean()) {
            throw Malformed{QStringLiteral("expect.no_send_after_takeover"), QStringLiteral("must be true or false")};
        }
        parsed.noSendAfterTakeOver = flag.get<bool>();
    }
    return parsed;
}

Scenario parse(const Json& json)
{
    requireKeys(json, QStringLiteral("the scenario"),
                {"id", "now", "channel", "clinic", "patient", "script", "expect"});
    Scenario scenario;
    scenario.id = text(base::at(json, "id"), QStringLiteral("id"));
    scenario.now = text(base::at(json, "now"), QStringLiteral("now"));
    const auto now = QDateTime::fromString(scenario.now, Qt::ISODate);
    if (!now.isValid()) {
        throw Malformed{QStringLiteral("now"), QStringLiteral("must be a time such as 2026-03-03T10:00:00+02:00")};
    }
    scenario.start = base::fromMillis(now.toMSecsSinceEpoch());
    const auto channel =
        base::fromText<domain::ChannelKind>(text(base::at(json, "channel"), QStringLiteral("channel")));
    if (!channel) {
        throw Malformed{QStringLiteral("channel"), QStringLiteral("must be whatsapp, waha, telegram or webchat")};
    }
    scenario.channel = *channel;
    scenario.clinic = base::at(json, "clinic");
    const Json& patient = base::at(json, "patient");
    requireKeys(patient, QStringLiteral("patient"), {"phone", "name", "language"});
    scenario.phone = optionalText(patient, "phone", QStringLiteral("patient"));
    scenario.name = optionalText(patient, "name", QStringLiteral("patient"));
    scenario.language =
        base::fromText<domain::Language>(optionalWord<domain::Language>(patient, "language", QStringLiteral("patient")))
            .value_or(domain::Language::Hebrew);
    const Json& script = base::at(json, "script");
    if (!script.is_array()) {
        throw Malformed{QStringLiteral("script"), QStringLiteral("must be an array of steps")};
    }
    for (size_t i = 0; i < script.size(); ++i) {
        scenario.script.push_back(parseStep(script[i], QStringLiteral("script[%1]").arg(i)));
    }
    scenario.expect = parseExpectation(base::at(json, "expect"));
    return scenario;
}

} // namespace

std::optional<base::Duration> parseDuration(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$)"));
    const auto match = pattern.match(text);
    if (!match.hasMatch() || text.size() < 3 || text.endsWith(QLatin1Char('T'))) {
        return std::nullopt;
    }
    const auto part = [&](int group) { return match.captured(group).toLongLong(); };
    return std::chrono::hours(24 * part(1)) + std::chrono::hours(part(2)) + std::chrono::minutes(part(3)) +
           std::chrono::seconds(part(4));
}

bool needsNoPerson(const Scenario& scenario)
{
    const auto& expect = scenario.expect;
    const bool raised = expect.escalation && expect.escalation->has_value();
    const bool heldByOther = !expect.holder.isEmpty() && expect.holder != QLatin1String("agent");
    const bool acted = std::any_of(scenario.script.begin(), scenario.script.end(), [](const Step& step) {
        const auto* fault = std::get_if<FaultStep>(&step);
        return std::holds_alternative<StaffStep>(step) || (fault && fault->target == QLatin1String("clinic"));
    });
    return !raised && !heldByOther && !acted;
}

Result<Scenario> parseScenario(const QByteArray& json)
{
    const auto parsed = base::parseJson(json);
    if (!parsed) {
        return fail(parsed.error());
    }
    try {
        return parse(*parsed);
    } catch (const Malformed& malformed) {
        return fail(ErrorCode::InvalidInput, malformed.place + QLatin1Char(' ') + malformed.what);
    }
}

} // namespace delpek::simulation
