// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakebook.h"

#include <algorithm>

namespace delpek::test
{

namespace
{

using desk::BookEntry;
using domain::LocalTime;

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

LocalTime at(const char* text)
{
    return LocalTime::fromText(QString::fromLatin1(text));
}

int minutesBetween(const LocalTime& from, const LocalTime& to)
{
    return from.time.secsTo(to.time) / 60;
}

LocalTime later(const LocalTime& from, int minutes)
{
    return {from.date, from.time.addSecs(minutes * 60)};
}

} // namespace

FakeBook::FakeBook()
{
    const domain::DaySpan morning{QTime(8, 0), QTime(13, 0)};
    const domain::DaySpan afternoon{QTime(14, 0), QTime(18, 0)};
    domain::WeeklyHours hours;
    for (size_t day = 0; day < 5; ++day) {
        hours[day] = {morning, afternoon};
    }
    hours[5] = {morning};
    all.hours = hours;
    auto mornings = hours;
    for (size_t day = 0; day < 5; ++day) {
        mornings[day] = {morning};
    }
    const QStringList dentist{u("checkup"), u("filling"), u("crown")};
    all.doctors = {
        {u("levi"), {u("ד\"ר רון לוי"), u("Dr. Ron Levi")}, dentist, hours, {}, {}},
        {u("adar"), {u("ד\"ר מיכל אדר"), u("Dr. Michal Adar")}, dentist, mornings, {}, {}},
        {u("lavi"), {u("שירה לביא"), u("Shira Lavi")}, {u("cleaning")}, hours, {}, {}, domain::DoctorKind::Hygienist}};
    all.treatments = {{u("checkup"), {u("בדיקה"), u("Check-up")}, 30, {}},
                      {u("filling"), {u("סתימה"), u("Filling")}, 45, {}},
                      {u("crown"), {u("כתר"), u("Crown")}, 60, {}},
                      {u("cleaning"), {u("ניקוי אבנית"), u("Cleaning")}, 30, {}}};
    add("levi", "2026-03-05T08:00", "2026-03-05T08:45", "filling", "דוד מזרחי", "David Mizrahi");
    add("levi", "2026-03-05T09:00", "2026-03-05T10:00", "crown", "אולגה פטרוב", "Olga Petrov");
    add("levi", "2026-03-05T11:00", "2026-03-05T11:30", "checkup", "תמר ביטון", "Tamar Biton");
    add("levi", "2026-03-05T14:30", "2026-03-05T15:15", "filling", "יוסי אברהם", "Yossi Avraham");
    add("adar", "2026-03-05T08:30", "2026-03-05T09:00", "checkup", "מוחמד עוואד", "Mohammed Awad");
    add("adar", "2026-03-05T09:00", "2026-03-05T09:30", "checkup", "רחל שפירא־גולדשטיין", "Rachel Shapira-Goldstein");
    add("adar", "2026-03-05T11:30", "2026-03-05T12:30", "crown", "Sarah Goldberg", "Sarah Goldberg");
    add("lavi", "2026-03-05T10:00", "2026-03-05T10:30", "cleaning", "איתי כהן", "Itay Cohen");
    add("lavi", "2026-03-05T10:30", "2026-03-05T11:00", "cleaning", "אהרון פרץ", "Aharon Peretz");
    add("levi", "2026-03-08T09:00", "2026-03-08T09:45", "filling", "נועה כהן", "Noa Cohen");
    add("levi", "2026-03-02T10:00", "2026-03-02T11:00", "crown", "ליאור נחום", "Lior Nahum");
    add("levi", "2026-03-03T15:00", "2026-03-03T15:30", "checkup", "הילה אוחיון", "Hila Ohayon");
    for (auto& entry : all.entries) { // who has a card
        const auto card = std::ranges::find(people, entry.name.en, [](const auto& one) { return one.second.en; });
        if (card != people.end()) {
            entry.visit.patient = card->first;
        }
    }
    BookEntry held;
    held.kind = BookEntry::Kind::Held;
    held.doctor = u("levi");
    held.treatment = u("filling");
    held.start = at("2026-03-05T16:30");
    held.end = at("2026-03-05T17:15");
    held.name = {u("נועה כהן"), u("נועה כהן")};
    held.conversation = {1};
    held.until = base::fromMillis(1'772'700'000'000);
    all.entries.push_back(held);
    BookEntry away;
    away.kind = BookEntry::Kind::Away;
    away.doctor = u("adar");
    away.start = at("2026-03-05T10:00");
    away.end = at("2026-03-05T11:00");
    away.reason = u("השתלמות");
    all.entries.push_back(away);
    std::ranges::stable_sort(all.entries, std::less<>(), &BookEntry::start);
}

void FakeBook::add(const char* doctor, const char* start, const char* end, const char* treatment, const char* he,
                   const char* en)
{
    BookEntry entry;
    entry.doctor = u(doctor);
    entry.start = at(start);
    entry.end = at(end);
    entry.treatment = u(treatment);
    entry.name = {u(he), u(en)};
    entry.visit.id = u("visit%1").arg(all.entries.size() + 1);
    entry.visit.patient = u(en);
    entry.visit.doctor = entry.doctor;
    entry.visit.treatment = entry.treatment;
    entry.visit.start = entry.start;
    entry.visit.minutes = minutesBetween(entry.start, entry.end);
    all.entries.push_back(entry);
}

BookEntry* FakeBook::visit(const QString& id)
{
    const auto found = std::ranges::find_if(all.entries, [&](const BookEntry& entry) {
        return entry.kind == BookEntry::Kind::Visit && entry.visit.id == id;
    });
    return found == all.entries.end() ? nullptr : &*found;
}

Result<Done> FakeBook::checkFree(const domain::Slot& slot, const QString& except) const
{
    for (const auto& entry : all.entries) {
        if (entry.doctor == slot.doctor && entry.start < later(slot.start, slot.minutes) && slot.start < entry.end &&
            (except.isEmpty() || entry.visit.id != except)) {
            const bool held = entry.kind == BookEntry::Kind::Held;
            return fail(ErrorCode::Conflict, u("taken"), held ? u("clinic.slot-held") : u("clinic.slot-taken"));
        }
    }
    return Done{};
}

Future<desk::DayBook> FakeBook::days(QDate first, QDate last)
{
    ++reads;
    if (failure) {
        return base::ready<desk::DayBook>(fail(*failure));
    }
    desk::DayBook book = all;
    book.first = first;
    book.last = last;
    std::erase_if(book.entries,
                  [&](const BookEntry& entry) { return entry.end.date < first || last < entry.start.date; });
    return base::ready(Result<desk::DayBook>(std::move(book)));
}

Future<std::vector<domain::Slot>> FakeBook::freeSlots(const desk::SlotWish& wish)
{
    std::vector<domain::Slot> found;
    const auto* treatment = all.treatment(wish.treatment);
    for (QDate date = wish.from; !failure && treatment != nullptr && date <= wish.to; date = date.addDays(1)) {
        for (const auto& doctor : all.doctors) {
            if (!doctor.treatments.contains(wish.treatment) || (!wish.doctor.isEmpty() && doctor.id != wish.doctor)) {
                continue;
            }
            for (const auto& open : domain::hoursOn(doctor.hours, date)) {
                const domain::Slot slot{doctor.id, wish.treatment, {date, open.to.addSecs(-3600)}, treatment->minutes};
                if (checkFree(slot, {})) {
                    found.push_back(slot);
                }
            }
        }
    }
    return failure ? base::ready<std::vector<domain::Slot>>(fail(*failure))
                   : base::ready(Result<std::vector<domain::Slot>>(std::move(found)));
}

Future<domain::Appointment> FakeBook::book(const QString& patient, const domain::Slot& slot, const QString& reference,
                                           domain::ConversationId)
{
    tried << reference;
    if (!isHeld) {
        return base::ready(made(patient, slot, reference));
    }
    const auto promise = std::make_shared<Promise<domain::Appointment>>();
    m_waiting = [this, promise, patient, slot, reference] { promise->finish(made(patient, slot, reference)); };
    return promise->future();
}

void FakeBook::release()
{
    isHeld = false;
    std::exchange(m_waiting, {})();
}

Result<domain::Appointment> FakeBook::made(const QString& patient, const domain::Slot& slot, const QString& reference)
{
    const auto free = failure ? Result<Done>(fail(*failure)) : checkFree(slot, {});
    if (!free) {
        return fail(free.error());
    }
    references << reference;
    BookEntry entry;
    entry.doctor = slot.doctor;
    entry.treatment = slot.treatment;
    entry.start = slot.start;
    entry.end = later(slot.start, slot.minutes);
    entry.name = people.contains(patient) ? people.at(patient) : domain::Bilingual{patient, patient};
    entry.visit = {reference, patient, slot.doctor, slot.treatment, slot.start, slot.minutes, {}, reference};
    all.entries.push_back(entry);
    return entry.visit;
}

Future<domain::Appointment> FakeBook::move(const QString& appointment, const domain::Slot& to, const QString& reference)
{
    const auto free = failure ? Result<Done>(fail(*failure)) : checkFree(to, appointment);
    if (!free) {
        return base::ready<domain::Appointment>(fail(free.error()));
    }
    references << reference;
    auto* entry = visit(appointment);
    entry->doctor = entry->visit.doctor = to.doctor;
    entry->start = entry->visit.start = to.start;
    entry->end = later(to.start, to.minutes);
    return base::ready(Result<domain::Appointment>(entry->visit));
}

Future<Done> FakeBook::cancel(const QString& appointment, const QString& reference)
{
    if (failure) {
        return base::ready<Done>(fail(*failure));
    }
    references << reference;
    std::erase_if(all.entries, [&](const BookEntry& entry) { return entry.visit.id == appointment; });
    return base::ready(Result<Done>(Done{}));
}

} // namespace delpek::test
