// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakepatientcards.h"

namespace delpek::test
{

namespace
{

using desk::PatientRecord;

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

domain::Appointment was(const char* patient, const char* treatment, QDate day)
{
    return {u("was") + day.toString(Qt::ISODate), u(patient), u("levi"), u(treatment), {day, QTime(9, 0)}, 30, {}, {}};
}

domain::Appointment next(const QString& patient)
{
    return {u("next-") + patient, patient, u("levi"), u("filling"), {{2026, 3, 8}, QTime(9, 0)}, 45, {}, {}};
}

domain::Invoice invoice(const char* number, QDate day, qint64 total, qint64 due, QDate dueDay)
{
    domain::Invoice one{u(number), u("p1"), day, {total, u("ILS")}, {due, u("ILS")}, {}, {}};
    one.state = due == 0 ? u("paid") : due == total ? u("open") : u("partial");
    one.dueDate = dueDay;
    one.lines = {{{u("סתימה, שן 26"), u("Filling, tooth 26")}, {total, u("ILS")}}};
    if (due < total) {
        one.payments = {{day, {total - due, u("ILS")}, u("card")}};
    }
    return one;
}

PatientRecord mother()
{
    PatientRecord one;
    one.patient.id = u("p1");
    one.patient.name = {u("נועה כהן"), u("Noa Cohen")};
    one.patient.birthDate = QDate(1988, 5, 14);
    one.patient.flags = {u("blood_thinners"), u("pregnancy")};
    one.patient.allergies = {u("penicillin")};
    one.patient.plan = {{u("checkup"), {}, u("done")},
                        {u("filling"), u("36"), u("planned")},
                        {u("filling"), u("26"), u("in_progress")},
                        {u("הלבנה"), {}, u("planned")}};
    one.patient.notes = {{QDate(2026, 2, 10), u("levi"), u("סתימה בשן 26, שלב ראשון. נבדק שוב בעוד שבועיים."), {}}};
    one.phones = {domain::Phone::parse(u("054-1234567")).value()};
    one.nextVisits = {next(one.patient.id)};
    one.pastVisits = {was("p1", "filling", {2026, 2, 10}), was("p1", "checkup", {2025, 11, 4}),
                      was("p1", "checkup", {2025, 5, 6}), was("p1", "filling", {2024, 10, 29})};
    one.invoices = {invoice("INV/2026/0031", {2026, 2, 10}, 48050, 28050, {2026, 2, 24}),
                    invoice("INV/2025/0204", {2025, 11, 4}, 25000, 0, {})};
    one.doubles = {{u("p9"), {u("נעה כהן"), u("Noa Cohen")}, QDate(1988, 5, 14)}};
    return one;
}

PatientRecord son()
{
    PatientRecord one;
    one.patient.id = u("p2");
    one.patient.name = {u("איתי כהן"), u("Itay Cohen")};
    one.patient.birthDate = QDate(2016, 11, 2);
    one.phones = mother().phones;
    one.nextVisits = {next(one.patient.id)};
    one.pastVisits = {was("p2", "checkup", {2025, 8, 20})};
    return one;
}

PatientRecord perhapsMother()
{
    PatientRecord one;
    one.patient.id = u("p9");
    one.patient.name = {u("נעה כהן"), u("Noa Cohen")};
    one.patient.birthDate = QDate(1988, 5, 14);
    one.patient.allergies = {u("latex")};
    one.phones = {domain::Phone::parse(u("03-5550144")).value()};
    one.pastVisits = {was("p9", "checkup", {2023, 9, 12})};
    return one;
}

} // namespace

FakePatientCards::FakePatientCards()
    : elsewhere{perhapsMother()}
    , now(base::fromMillis(1'772'699'400'000))
{
    auto& family = phones[{1}];
    family.ownBook = true;
    family.identity = {desk::IdentityState::Kind::Established, now - std::chrono::minutes(30)};
    family.records = {mother(), son()};
    PatientRecord sarah;
    sarah.patient.id = u("p3");
    sarah.patient.name = {u("שרה גולדברג"), u("Sarah Goldberg")};
    sarah.patient.birthDate = QDate(1984, 9, 20);
    sarah.patient.plan = {{u("checkup"), {}, u("planned")}};
    sarah.link = QUrl(u("https://clinic.example/web#id=3&model=res.partner&view_type=form"));
    phones[{4}].records = {sarah};
}

PatientRecord* FakePatientCards::at(const QString& patient)
{
    for (auto& [id, phone] : phones) {
        for (auto& record : phone.records) {
            if (record.patient.id == patient) {
                return &record;
            }
        }
    }
    const auto place = std::ranges::find(elsewhere, patient, [](const auto& one) { return one.patient.id; });
    return place == elsewhere.end() ? nullptr : &*place;
}

Future<desk::PhoneRecords> FakePatientCards::of(domain::ConversationId id)
{
    auto found = phones[id];
    for (const auto& card : tied[id]) {
        found.records.push_back(*at(card.patient));
    }
    return answer<desk::PhoneRecords>(std::move(found));
}

Future<PatientRecord> FakePatientCards::record(const QString& patient)
{
    const auto* found = at(patient);
    return answer(found != nullptr ? Result<PatientRecord>(*found)
                                   : Result<PatientRecord>(fail(ErrorCode::NotFound, u("no such card"))));
}

Future<std::vector<domain::Conversation>> FakePatientCards::conversationsOf(const QString& patient)
{
    const auto place = writes.find(patient);
    return answer<std::vector<domain::Conversation>>(place == writes.end() ? std::vector<domain::Conversation>()
                                                                           : place->second);
}

Future<std::vector<domain::Patient>> FakePatientCards::find(const QString& text)
{
    std::vector<domain::Patient> found;
    const auto look = [&](const PatientRecord& one) {
        if (one.patient.name.he.contains(text) || one.patient.name.en.contains(text, Qt::CaseInsensitive)) {
            found.push_back(one.patient);
        }
    };
    for (const auto& [id, phone] : phones) {
        std::ranges::for_each(phone.records, look);
    }
    std::ranges::for_each(elsewhere, look);
    return answer<std::vector<domain::Patient>>(std::move(found));
}

Future<std::vector<domain::Patient>> FakePatientCards::lookFor(const QString& text)
{
    const auto phone = domain::Phone::parse(text);
    if (!phone) {
        return text.trimmed().isEmpty() ? answer<std::vector<domain::Patient>>(std::vector<domain::Patient>())
                                        : find(text);
    }
    std::vector<domain::Patient> found;
    const auto look = [&](const PatientRecord& one) {
        if (std::ranges::find(one.phones, *phone) != one.phones.end()) {
            found.push_back(one.patient);
        }
    };
    for (const auto& [id, records] : phones) {
        std::ranges::for_each(records.records, look);
    }
    std::ranges::for_each(elsewhere, look);
    return answer<std::vector<domain::Patient>>(std::move(found));
}

Future<Done> FakePatientCards::tie(domain::ConversationId id, const QString& patient)
{
    if (!failure) {
        tied[id].push_back({patient, u("Ruti"), now});
    }
    return answer<Done>(Done{});
}

Future<Done> FakePatientCards::untie(domain::ConversationId id, const QString& patient)
{
    if (!failure) {
        std::erase_if(tied[id], [&](const auto& one) { return one.patient == patient; });
    }
    return answer<Done>(Done{});
}

Future<domain::Patient> FakePatientCards::add(domain::ConversationId id, const desk::NewCard& card)
{
    references << card.reference;
    domain::Patient patient;
    patient.id = u("new%1").arg(added.size());
    patient.name = card.name;
    if (!card.phone.isEmpty()) {
        const auto phone = domain::Phone::parse(card.phone);
        if (!phone) {
            return base::ready<domain::Patient>(fail(phone.error()));
        }
        patient.phone = *phone;
    }
    patient.birthDate = card.birthDate;
    if (!failure) {
        added.push_back(card);
        PatientRecord record;
        record.patient = patient;
        elsewhere.push_back(record);
        if (id.isValid()) {
            tied[id].push_back({patient.id, u("Ruti"), now});
        }
    }
    return answer<domain::Patient>(patient);
}

Future<qint64> FakePatientCards::join(const QString& kept, const QString& joined)
{
    if (failure) {
        return base::ready<qint64>(fail(*failure));
    }
    auto* card = at(kept);
    const auto* other = at(joined);
    joinings << kept + QLatin1Char('<') + joined;
    card->joined.push_back({++m_next, joined, other->patient.name, u("Front desk"), now});
    std::erase_if(card->doubles, [&](const auto& one) { return one.patient == joined; });
    return answer<qint64>(m_next);
}

Future<Done> FakePatientCards::separate(qint64 joining)
{
    if (!failure) {
        for (auto& [id, phone] : phones) {
            for (auto& record : phone.records) {
                std::erase_if(record.joined, [&](const auto& one) { return one.id == joining; });
            }
        }
    }
    return answer<Done>(Done{});
}

Future<Done> FakePatientCards::keepApart(domain::ConversationId seenIn, const QString& patient, const QString& other)
{
    if (!failure) {
        apart << QStringLiteral("%1 %2|%3").arg(QString::number(seenIn.value), patient, other);
        std::erase_if(at(patient)->doubles, [&](const auto& one) { return one.patient == other; });
    }
    return answer<Done>(Done{});
}

Future<QString> FakePatientCards::makeCode(const QString& patient, base::Duration holds)
{
    if (!failure) {
        at(patient)->code = {desk::ParentCodeState::Kind::Good, u("Front desk"), now, now + holds, 0};
    }
    return answer<QString>(u("48201937"));
}

Future<int> FakePatientCards::endCodes(const QString& patient)
{
    if (!failure) {
        at(patient)->code->kind = desk::ParentCodeState::Kind::Ended;
    }
    return answer<int>(1);
}

} // namespace delpek::test
