// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/talk.h"

#include "agent/clinicphone.h"
#include "agent/offline/format.h"
#include "agent/service/matching.h"
#include "domain/isolate.h"

namespace delpek::agent::service
{

namespace
{

using domain::Asks;

constexpr qsizetype longestName = 120;

const char* unreadKey(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return "form.unread_text";
    case FieldType::Date:
        return "form.unread_date";
    case FieldType::Choice:
        return "form.unread_choice";
    case FieldType::Phone:
        return "form.unread_phone";
    case FieldType::YesNo:
        return "form.unread_yes_no";
    }
    return "form.unread_text";
}

bool isFile(const domain::Message& message)
{
    return !message.deleted &&
           (message.kind == domain::MessageKind::Image || message.kind == domain::MessageKind::Video ||
            message.kind == domain::MessageKind::Document);
}

/// The words of a treatment or a doctor as the clinic has them; the id where it does not.
template <typename Item>
QString nameOf(const std::vector<Item>& items, const QString& id, domain::Language language)
{
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? id : found->name.in(language);
}

} // namespace

QString Talk::text(const char* key, const Texts::Values& values) const
{
    return m_parts.book.texts().text(QLatin1String(key), m_parts.language, m_parts.gender, values);
}

QString Talk::filled(const Wording& wording) const
{
    const auto& clinic = m_parts.turn.clinic;
    QString text = said(wording);
    const std::pair<const char*, QString> facts[] = {
        {"{clinic}", clinic.name.in(m_parts.language)},
        {"{phone}", clinicPhone(clinic)},
        {"{address}", clinic.address.in(m_parts.language)},
        {"{hours}", weekText(m_parts.service.hours.value_or(clinic.hours), m_parts.language)}};
    for (const auto& [name, value] : facts) {
        text.replace(QLatin1String(name), value);
    }
    return text;
}

FormMessage Talk::message() const
{
    const auto& turn = m_parts.turn;
    language::UnderstandingContext context;
    context.now = turn.now;
    context.zone = turn.clinic.zone;
    context.hours = turn.clinic.hours;
    return {turn.text, turn.burst.empty() ? QString() : turn.burst.back().choice, context};
}

std::vector<Artifact> Talk::filesOf(const std::vector<domain::Message>& burst) const
{
    std::vector<Artifact> files;
    for (const auto& message : burst) {
        if (isFile(message)) {
            const QString name = message.attachment ? message.attachment->name : QString();
            files.push_back(
                {QStringLiteral("file"), QStringLiteral("message-%1").arg(message.id.value), name, message.id});
        }
    }
    return files;
}

Saying Talk::begin(Session& session) const
{
    const auto& service = m_parts.service;
    QStringList lead;
    for (const auto* announcement : announcedAt(service, m_parts.turn.now)) {
        lead << said(announcement->text);
    }
    Saying saying;
    const bool open = isOpenAt(service, m_parts.turn.now, m_parts.turn.clinic);
    if (service.by == By::Person) {
        saying.lines = lead << filled(open ? service.answer : service.closed);
        saying.ending = Ending::Person;
        saying.reason = QStringLiteral("human.requested");
        return saying;
    }
    if (!open) {
        saying.lines = lead << filled(service.closed);
        saying.ending = Ending::Closed;
        return saying;
    }
    if (!service.answer.isEmpty()) {
        lead << filled(service.answer);
    }
    if (service.by == By::Agent) {
        saying.lines = lead;
        saying.ending = Ending::Answered;
        return saying;
    }
    session.stage = service.asksCode ? Stage::Name : Stage::Fields;
    session.at = 0;
    return ask(session, lead);
}

/// The open question behind `lead`.
Saying Talk::ask(const Session& session, QStringList lead) const
{
    Saying saying;
    saying.asks = Asks::Other;
    const auto& fields = m_parts.service.fields;
    const size_t at = size_t(session.at) < fields.size() ? size_t(session.at) : 0;
    switch (session.stage) {
    case Stage::Name:
        saying.asks = Asks::Identity;
        saying.lines = lead << text("code.name");
        return saying;
    case Stage::Code:
        saying.lines = lead << text("code.ask");
        return saying;
    case Stage::Confirm:
        saying = summarise(session);
        saying.lines = lead + saying.lines;
        saying.plainer = lead + saying.plainer;
        return saying;
    case Stage::Correct:
        saying.lines = lead << text("form.which");
        for (const auto& field : fields) {
            saying.options.push_back({field.key, said(field.label)});
        }
        return saying;
    default:
        break;
    }
    const Field& field = fields[at];
    saying.lines = lead << said(field.ask);
    if (field.optional) {
        saying.lines << text("form.optional");
    }
    if (session.values.empty() && fields.size() > 1 && session.misses == 0) {
        saying.lines << text("form.help");
    }
    for (const auto& option : field.options) {
        saying.options.push_back({option.value, said(option.label)});
    }
    if (field.type == FieldType::YesNo) {
        saying.options = {{QStringLiteral("yes"), text("option.yes")}, {QStringLiteral("no"), text("option.no")}};
    }
    return saying;
}

Saying Talk::askAgain(const Session& session, const QStringList& lead) const
{
    return ask(session, lead);
}

Saying Talk::end(Ending ending, const char* key) const
{
    Saying saying;
    saying.lines << text(key);
    saying.ending = ending;
    return saying;
}

Saying Talk::goOn(Session& session) const
{
    auto files = filesOf(m_parts.turn.burst);
    if (m_parts.turn.text.trimmed().isEmpty() && !files.empty()) {
        Saying saying = ask(session, {text("form.file")});
        saying.artifacts = std::move(files);
        return saying;
    }
    Saying saying;
    if (session.stage == Stage::Name) {
        saying = takeName(session);
    } else if (session.stage == Stage::Code) {
        saying = takeCode(session);
    } else {
        switch (advance(session, m_parts.service, message(), {m_parts.understander, m_parts.book.texts()})) {
        case FormStep::Ask:
        case FormStep::PickField:
        case FormStep::Summary:
            session.misses = 0;
            saying = ask(session, {});
            break;
        case FormStep::AskFirst:
            saying = ask(session, {text("form.first")});
            break;
        case FormStep::HandedIn:
            saying = handIn(session);
            break;
        case FormStep::NotNeeded:
            saying = end(Ending::Completed, "form.not_needed");
            break;
        case FormStep::Cancelled:
            saying = end(Ending::Cancelled, "form.cancelled");
            break;
        case FormStep::Unread: {
            const bool asksField = session.stage == Stage::Fields;
            const auto type = asksField                         ? m_parts.service.fields[size_t(session.at)].type
                              : session.stage == Stage::Confirm ? FieldType::YesNo
                                                                : FieldType::Choice;
            ++session.misses;
            saying = ask(session, {text(unreadKey(type))});
            saying.isUnread = true;
            break;
        }
        }
    }
    std::ranges::move(files, std::back_inserter(saying.artifacts));
    return saying;
}

Saying Talk::takeName(Session& session) const
{
    const auto& texts = m_parts.book.texts();
    const QString name = m_parts.turn.text.simplified();
    if (saysOnly(name, texts, QStringLiteral("words.cancel"))) {
        return end(Ending::Cancelled, "form.cancelled");
    }
    const bool isName = name.size() <= longestName && std::ranges::any_of(name, [](QChar c) { return c.isLetter(); });
    if (!isName || saysOnly(name, texts, QStringLiteral("words.back"))) {
        ++session.misses;
        Saying saying = ask(session, {});
        saying.isUnread = true;
        return saying;
    }
    session.childName = name;
    session.stage = Stage::Code;
    session.misses = 0;
    return ask(session, {});
}

/// A wrong code and an unknown name are answered alike, and each try counts with the conversation.
Saying Talk::takeCode(Session& session) const
{
    const auto& texts = m_parts.book.texts();
    const QString code = m_parts.turn.text.simplified();
    if (saysOnly(code, texts, QStringLiteral("words.cancel"))) {
        return end(Ending::Cancelled, "form.cancelled");
    }
    const bool goesBack =
        saysOnly(code, texts, QStringLiteral("words.back")) || saysOnly(code, texts, QStringLiteral("words.correct"));
    if (goesBack) {
        session.stage = Stage::Name;
        return ask(session, {});
    }
    if (!std::ranges::any_of(code, [](QChar c) { return c.isDigit(); })) {
        ++session.misses;
        Saying saying = ask(session, {});
        saying.isUnread = true;
        return saying;
    }
    const auto closed = [&] {
        Saying saying = end(Ending::Person, "code.closed");
        saying.reason = QStringLiteral("identity.unconfirmed");
        return saying;
    };
    if (m_parts.gate.isClosed()) {
        return closed();
    }
    const auto answer =
        m_parts.means.checkCode ? m_parts.means.checkCode(session.childName, code) : Result<CodeAnswer>(CodeAnswer{});
    if (!answer) {
        Saying saying;
        saying.lines << m_parts.book.agentTexts().text(QStringLiteral("handover.records"), m_parts.language,
                                                       m_parts.gender);
        saying.ending = Ending::Person;
        saying.reason = QStringLiteral("records.unavailable");
        return saying;
    }
    m_parts.gate.note(answer->isRight, session.childName + QLatin1Char(' ') + code, {});
    if (answer->isRight) {
        return admit(session, answer->patient);
    }
    if (m_parts.gate.isClosed()) {
        return closed();
    }
    session.stage = Stage::Name;
    session.childName.clear();
    Saying saying;
    saying.asks = Asks::Identity;
    saying.lines << text("code.wrong");
    return saying;
}

Saying Talk::admit(Session& session, const QString& patient) const
{
    session.role = Role::Parent;
    session.patient = patient;
    session.stage = Stage::Fields;
    session.at = 0;
    session.misses = 0;
    if (!m_parts.service.tellsVisits) {
        return ask(session, {});
    }
    const auto& agentTexts = m_parts.book.agentTexts();
    const auto visits = m_parts.means.visits(patient);
    if (!visits) {
        Saying saying;
        saying.lines << agentTexts.text(QStringLiteral("handover.records"), m_parts.language, m_parts.gender);
        saying.ending = Ending::Person;
        saying.reason = QStringLiteral("records.unavailable");
        return saying;
    }
    QStringList lines;
    for (const auto& visit : *visits) {
        lines << agentTexts.text(
            QStringLiteral("visit"), m_parts.language, m_parts.gender,
            {{QStringLiteral("treatment"), nameOf(m_parts.turn.treatments, visit.treatment, m_parts.language)},
             {QStringLiteral("doctor"), nameOf(m_parts.turn.doctors, visit.doctor, m_parts.language)},
             {QStringLiteral("when"), whenText(visit.start, m_parts.language)}});
    }
    const QString child = domain::isolate(session.childName);
    QStringList lead;
    if (lines.isEmpty()) {
        lead << text("visits.none", {{QStringLiteral("child"), child}});
    } else {
        lead << text("visits.some",
                     {{QStringLiteral("child"), child}, {QStringLiteral("visits"), lines.join(QLatin1Char('\n'))}});
    }
    if (const auto& moment = m_parts.turn.recordsAsOf) {
        lead << agentTexts.text(QStringLiteral("records.as_of"), m_parts.language, m_parts.gender,
                                {{QStringLiteral("when"), shortWhenText(*moment, m_parts.language)}});
    }
    Saying saying = ask(session, lead);
    saying.visits = *visits;
    return saying;
}

QString Talk::summary(const Session& session, bool plain) const
{
    QStringList lines;
    for (const auto& field : m_parts.service.fields) {
        const QString value = session.value(field.key);
        const bool hidden = plain && field.type == FieldType::Text && !value.isEmpty();
        lines << text("form.line", {{QStringLiteral("label"), said(field.label)},
                                    {QStringLiteral("value"),
                                     hidden ? text("form.as_written")
                                            : shownValue(field, value, m_parts.book.texts(), m_parts.language)}});
    }
    return lines.join(QLatin1Char('\n'));
}

Saying Talk::summarise(const Session& session) const
{
    Saying saying;
    saying.lines << text("form.summary", {{QStringLiteral("lines"), summary(session, false)}});
    saying.plainer << text("form.summary", {{QStringLiteral("lines"), summary(session, true)}});
    saying.asks = Asks::Confirm;
    saying.options = {{QStringLiteral("yes"), text("option.send")},
                      {QStringLiteral("correct"), text("option.correct")},
                      {QStringLiteral("cancel"), text("option.cancel")}};
    return saying;
}

Saying Talk::handIn(const Session& session) const
{
    const auto& service = m_parts.service;
    base::Json form{{"service", base::utf8(service.id)}, {"values", base::Json::object()}};
    if (!session.patient.isEmpty()) {
        form["patient"] = base::utf8(session.patient);
    }
    for (const auto& [key, value] : session.values) {
        form["values"][base::utf8(key)] = base::utf8(value);
    }
    const QString lines = domain::withoutIsolates(summary(session, false));
    const QString child = session.childName.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(session.childName);
    Saying saying;
    saying.lines << filled(service.done);
    saying.ending = Ending::Completed;
    saying.reason = QStringLiteral("service.form");
    saying.handedIn = service.name.in(m_parts.language) + child + QLatin1Char('\n') + lines;
    saying.artifacts = {{QStringLiteral("form"), service.id, base::toCompactText(form)},
                        {QStringLiteral("summary"), service.id, saying.handedIn}};
    return saying;
}

} // namespace delpek::agent::service
