// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/flows.h"
#include "agent/offline/format.h"
#include "agent/tools/values.h"

#include <QRegularExpression>

#include <algorithm>

namespace delpek::agent
{
namespace
{

QString inLanguage(const Talk& talk, const base::Json& bilingual)
{
    return base::textAt(bilingual, talk.language == domain::Language::Hebrew ? "he" : "en");
}

QString moneyAt(const Talk& talk, const base::Json& object, const char* key)
{
    return inLanguage(talk, base::at(base::at(object, key), "text"));
}

QString dateAt(const Talk& talk, const base::Json& object, const char* key)
{
    return birthDateText(dateFromJson(base::at(object, key)), talk.language);
}

void sayVisits(Talk& talk, const std::vector<domain::Appointment>& visits)
{
    const auto text = [&talk](const domain::Appointment& visit) {
        return talk.visitText(visit.treatment, visit.doctor, visit.start);
    };
    if (visits.empty()) {
        talk.say(QStringLiteral("visits.none"));
    } else if (visits.size() == 1) {
        talk.say(QStringLiteral("visits.one"), {{QStringLiteral("visit"), text(visits.front())}});
    } else {
        talk.say(QStringLiteral("visits.list"));
        for (const auto& visit : visits) {
            talk.sayText(QStringLiteral("• ") + text(visit));
        }
    }
}

std::vector<const base::Json*> openInvoices(const base::Json& result)
{
    std::vector<const base::Json*> open;
    for (const auto& invoice : base::at(result, "invoices")) {
        if (base::integerAt(base::at(invoice, "due"), "minor").value_or(0) > 0) {
            open.push_back(&invoice);
        }
    }
    return open;
}

void sayBalance(Talk& talk, const std::vector<const base::Json*>& open)
{
    if (open.empty()) {
        talk.say(QStringLiteral("balance.none"));
    }
    for (const auto* invoice : open) {
        talk.say(QStringLiteral("balance.invoice"), {{QStringLiteral("number"), base::textAt(*invoice, "number")},
                                                     {QStringLiteral("date"), dateAt(talk, *invoice, "date")},
                                                     {QStringLiteral("total"), moneyAt(talk, *invoice, "total")},
                                                     {QStringLiteral("due"), moneyAt(talk, *invoice, "due")}});
    }
}

void sayDetails(Talk& talk, const base::Json& result)
{
    if (!base::boolAt(result, "found")) {
        talk.say(QStringLiteral("invoice.unknown"));
        return;
    }
    const base::Json& invoice = base::at(result, "invoice");
    talk.say(QStringLiteral("balance.invoice"), {{QStringLiteral("number"), base::textAt(invoice, "number")},
                                                 {QStringLiteral("date"), dateAt(talk, invoice, "date")},
                                                 {QStringLiteral("total"), moneyAt(talk, invoice, "total")},
                                                 {QStringLiteral("due"), moneyAt(talk, invoice, "due")}});
    for (const auto& line : base::at(invoice, "lines")) {
        talk.say(QStringLiteral("invoice.line"),
                 {{QStringLiteral("treatment"), inLanguage(talk, base::at(line, "text"))},
                  {QStringLiteral("price"), moneyAt(talk, line, "amount")}});
    }
    for (const auto& payment : base::at(invoice, "payments")) {
        talk.say(QStringLiteral("invoice.payment"), {{QStringLiteral("date"), dateAt(talk, payment, "date")},
                                                     {QStringLiteral("price"), moneyAt(talk, payment, "amount")}});
    }
    if (base::at(invoice, "due_date").is_string() &&
        base::integerAt(base::at(invoice, "due"), "minor").value_or(0) > 0) {
        talk.say(QStringLiteral("invoice.due"), {{QStringLiteral("date"), dateAt(talk, invoice, "due_date")}});
    }
}

/// What the named invoice is for; without a name the open ones, else the newest. False while a tool has to run.
bool details(Talk& talk)
{
    const auto detailsOf = [&talk](const QString& number) {
        return confirmedCall(talk, QStringLiteral("get_invoice_details"), {{"number", base::utf8(number)}});
    };
    if (!talk.state.invoice.isEmpty()) {
        const auto* result = detailsOf(talk.state.invoice);
        if (result) {
            sayDetails(talk, *result);
        }
        return result;
    }
    const auto* all = confirmedCall(talk, QStringLiteral("get_patient_invoices"));
    if (!all) {
        return false;
    }
    auto wanted = openInvoices(*all);
    const base::Json& list = base::at(*all, "invoices");
    if (wanted.empty() && !list.empty()) {
        wanted.push_back(&*std::max_element(list.begin(), list.end(), [](const auto& a, const auto& b) {
            return base::textAt(a, "date") < base::textAt(b, "date");
        }));
    }
    if (wanted.empty()) {
        talk.say(QStringLiteral("balance.none"));
    }
    constexpr size_t most = 3;
    if (wanted.size() > most) {
        wanted.erase(wanted.begin() + most, wanted.end());
    }
    std::vector<const base::Json*> results;
    for (const auto* invoice : wanted) {
        if (const auto* result = detailsOf(base::textAt(*invoice, "number"))) {
            results.push_back(result);
        }
    }
    if (results.size() < wanted.size()) {
        return false;
    }
    for (const auto* result : results) {
        sayDetails(talk, *result);
    }
    return true;
}

void sayPlan(Talk& talk, const base::Json& result)
{
    QStringList lines;
    for (const auto& item : base::at(result, "plan")) {
        const QString status = base::textAt(item, "status");
        const QString tooth = base::textAt(item, "tooth");
        if (status == QLatin1String("done")) {
            continue;
        }
        QString treatment = inLanguage(talk, base::at(item, "name"));
        if (!tooth.isEmpty()) {
            treatment = talk.text(QStringLiteral("plan.tooth"),
                                  {{QStringLiteral("treatment"), treatment}, {QStringLiteral("number"), tooth}});
        }
        lines << QStringLiteral("• ") + talk.text(status == QLatin1String("in_progress")
                                                      ? QStringLiteral("plan.in_progress")
                                                      : QStringLiteral("plan.planned"),
                                                  {{QStringLiteral("treatment"), treatment}});
    }
    talk.say(lines.isEmpty() ? QStringLiteral("plan.none") : QStringLiteral("plan.list"));
    for (const QString& line : lines) {
        talk.sayText(line);
    }
}

} // namespace

LookupWish lookupWish(const Talk& talk)
{
    static const QRegularExpression number(QStringLiteral("\\b[A-Z]{2,5}/\\d{4}/\\d{2,6}\\b"),
                                           QRegularExpression::CaseInsensitiveOption);
    LookupWish wish;
    wish.visits = talk.wishes("my_appointments");
    wish.balance = talk.wishes("invoice");
    wish.invoice = number.match(talk.context.text).captured().toUpper();
    const bool asksForDetails = talk.mentions(QStringLiteral("words.invoice")) &&
                                talk.mentions(QStringLiteral("words.details")) && !talk.wishes("price");
    wish.details = !wish.invoice.isEmpty() || asksForDetails;
    wish.plan = talk.mentions(QStringLiteral("words.plan")) && !talk.wishes("price");
    if (wish.plan) {
        // "What is left in my plan" sounds like a question for a balance or for visits.
        wish.visits = false;
        wish.balance = wish.balance && talk.mentions(QStringLiteral("words.invoice"));
    }
    return wish;
}

base::Json identityArguments(const DialogueState& state)
{
    base::Json arguments{{"name", base::utf8(state.name)}};
    if (state.birthDate.isValid()) {
        arguments["birth_date"] = dateToJson(state.birthDate);
    }
    return arguments;
}

const base::Json* confirmedCall(Talk& talk, const QString& tool, const base::Json& more)
{
    auto& state = talk.state;
    base::Json arguments = identityArguments(state);
    arguments.update(more);
    const auto* result = talk.call(tool, arguments);
    if (!result || base::boolAt(*result, "confirmed")) {
        return result;
    }
    const bool closed = base::integerAt(*result, "tries_left").value_or(0) <= 0;
    if (!closed && !state.birthDate.isValid()) {
        talk.ask(domain::Asks::Identity, QStringLiteral("identity.birth_date"));
        return nullptr;
    }
    state.name.clear();
    state.birthDate = {};
    if (closed || !talk.context.conversation.phone) {
        talk.handOver(QStringLiteral("identity.unconfirmed"), QStringLiteral("identity.handover"));
    } else {
        talk.ask(domain::Asks::Identity, QStringLiteral("identity.unmatched"));
    }
    return nullptr;
}

bool mayIdentify(Talk& talk)
{
    if (talk.context.identityTriesLeft > 0) {
        return true;
    }
    talk.handOver(QStringLiteral("identity.unconfirmed"), QStringLiteral("identity.handover"));
    return false;
}

std::vector<domain::Appointment> visitsIn(const base::Json& json)
{
    std::vector<domain::Appointment> visits;
    for (const auto& entry : base::at(json, "appointments")) {
        if (const auto slot = slotFromJson(entry)) {
            domain::Appointment visit;
            visit.id = base::textAt(entry, "id");
            visit.doctor = slot->doctor;
            visit.treatment = slot->treatment;
            visit.start = slot->start;
            visit.minutes = slot->minutes;
            visits.push_back(std::move(visit));
        }
    }
    return visits;
}

void lookUp(Talk& talk)
{
    auto& state = talk.state;
    const char* const forMoney = "invoice";
    const char* const forPlan = "records";
    talk.about(state.wantsVisits ? "my_appointments" : state.wantsDetails || state.wantsBalance ? forMoney : forPlan);
    if (!mayIdentify(talk) || !haveIdentity(talk, QStringLiteral("identity.lookup"), true)) {
        return;
    }
    if (state.wantsVisits) {
        const auto* visits = confirmedCall(talk, QStringLiteral("get_patient_appointments"));
        if (!visits) {
            return;
        }
        sayVisits(talk, visitsIn(*visits));
    }
    if (state.wantsDetails || state.wantsBalance) {
        talk.about(forMoney);
    }
    if (state.wantsDetails) {
        if (!details(talk)) {
            return;
        }
    } else if (state.wantsBalance) {
        const auto* invoices = confirmedCall(talk, QStringLiteral("get_patient_invoices"));
        if (!invoices) {
            return;
        }
        sayBalance(talk, openInvoices(*invoices));
    }
    if (state.wantsPlan) {
        talk.about(forPlan);
        const auto* plan = confirmedCall(talk, QStringLiteral("get_treatment_plan"));
        if (!plan) {
            return;
        }
        sayPlan(talk, *plan);
    }
    state.endFlow();
}

} // namespace delpek::agent
