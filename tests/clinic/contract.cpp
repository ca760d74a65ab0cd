// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "support/paths.h"

#include <QFile>

#include <barrier>
#include <thread>

namespace delpek::test
{

namespace
{

using namespace contract;
using clinic::Hold;
using domain::Appointment;

const QString Ours = QStringLiteral("conversation:1");
const QString Theirs = QStringLiteral("conversation:2");

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

domain::Phone phone(const char* number)
{
    return *domain::Phone::parse(text(number));
}

void readsTheClinic(ContractFixture& fixture)
{
    const auto given = contractClinic();
    const auto info = value(fixture.records().info());
    require(info.name == given.info.name, "the clinic's name");
    require(info.zone == given.info.zone, "the clinic's zone");
    require(info.hours == given.info.hours, "the clinic's hours");
    const auto treatments = value(fixture.records().treatments());
    require(treatments.size() == given.treatments.size(), "how many treatments there are");
    for (const auto& expected : given.treatments) {
        const auto found = std::find_if(treatments.begin(), treatments.end(), [&](const domain::Treatment& treatment) {
            return treatment.id == fixture.idOf(expected.id);
        });
        require(found != treatments.end() && found->name == expected.name, "a treatment's name");
        require(found->minutes == expected.minutes, "a treatment's length");
        require(found->price == expected.price, "a treatment's price");
    }
}

void readsTheDoctors(ContractFixture& fixture)
{
    const auto given = contractClinic();
    const auto doctors = value(fixture.records().doctors());
    require(doctors.size() == given.doctors.size(), "how many doctors there are");
    for (const auto& expected : given.doctors) {
        const auto found = std::find_if(doctors.begin(), doctors.end(), [&](const domain::Doctor& doctor) {
            return doctor.id == fixture.idOf(expected.id);
        });
        require(found != doctors.end() && found->name == expected.name, "a doctor's name");
        require(found->kind == expected.kind, "dentist or hygienist");
        require(found->hours == expected.hours, "a doctor's hours");
        require(found->treatments.size() == expected.treatments.size(), "how many treatments a doctor gives");
        for (const auto& treatment : expected.treatments) {
            require(found->treatments.contains(fixture.idOf(treatment)), "what a doctor gives");
        }
    }
}

void findsAFamilyByPhone(ContractFixture& fixture)
{
    for (const char* typed : {"055-005-0001", "+972 55 005 0001", "00972550050001"}) {
        const auto family = value(fixture.records().findPatients(phone(typed)));
        require(family.size() == 2, "two of a family share a phone");
        require(family[0].id != family[1].id, "they are two people");
    }
    require(value(fixture.records().findPatients(phone("+12025550143"))).size() == 1, "a number of another country");
    require(value(fixture.records().findPatients(phone("+972550059999"))).empty(), "nobody has this number");
}

void readsACard(ContractFixture& fixture)
{
    const auto given = contractClinic().patients.front();
    const auto card = value(fixture.records().patient(fixture.idOf(given.id)));
    require(card.id == fixture.idOf(given.id), "the card's id");
    require(card.name.he == given.name.he || card.name.en == given.name.en, "the patient's name");
    require(card.phone == given.phone, "the patient's phone");
    require(std::any_of(card.notes.begin(), card.notes.end(),
                        [&](const domain::Note& note) { return note.text.contains(given.notes[0].text); }),
            "the note that was there");
    if (fixture.keeps(Part::BirthDates)) {
        require(card.birthDate == given.birthDate, "the date of birth");
    }
    if (fixture.keeps(Part::Allergies)) {
        require(card.allergies == given.allergies, "the allergies");
    }
    if (fixture.keeps(Part::TreatmentPlan)) {
        require(card.plan.size() == 1 && card.plan[0].treatment == fixture.idOf(given.plan[0].treatment) &&
                    card.plan[0].tooth == given.plan[0].tooth,
                "the treatment plan");
    }
}

void saysWhatIsUnknown(ContractFixture& fixture)
{
    auto& records = fixture.records();
    const QString nobody = text("987654321");
    requireError(records.patient(nobody), ErrorCode::NotFound, "a patient that is not there");
    requireError(records.cancel(nobody, text("c")), ErrorCode::NotFound, "cancel what is not there");
    requireError(records.move(nobody, slot(fixture, "2026-03-11T09:00"), text("m")), ErrorCode::NotFound,
                 "move what is not there");
    requireError(records.appendNote(nobody, {QDate(2026, 3, 3), text("agent"), text("x"), text("n")}),
                 ErrorCode::NotFound, "a note on a card that is not there");
    auto wish = booking(fixture, "b", "2026-03-11T09:00");
    wish.patient = nobody;
    requireError(records.book(wish), ErrorCode::NotFound, "book for nobody");
    wish = booking(fixture, "b", "2026-03-11T09:00");
    wish.doctor = nobody;
    requireError(records.book(wish), ErrorCode::NotFound, "book at nobody's");
    clinic::SlotQuery query;
    query.treatment = nobody;
    query.from = query.to = QDate(2026, 3, 11);
    requireError(records.freeSlots(query), ErrorCode::NotFound, "free time for a treatment that is not there");
}

void offersOnlyFreeTime(ContractFixture& fixture)
{
    clinic::SlotQuery query;
    query.treatment = fixture.idOf(text("checkup"));
    query.from = QDate(2026, 3, 3);
    query.to = QDate(2026, 3, 13);
    query.earliest = when("2026-03-03T10:00");
    query.limit = 1000;
    const auto found = value(fixture.records().freeSlots(query));
    require(found.size() > 50, "there is a lot of free time");
    const auto given = contractClinic();
    for (size_t i = 0; i < found.size(); ++i) {
        const auto& free = found[i];
        require(i == 0 || !(free.start < found[i - 1].start), "free time comes in order");
        require(!(free.start < query.earliest), "nothing lies in the past");
        const bool clashes = free.doctor == fixture.idOf(text("tamir")) && free.start.date == QDate(2026, 3, 8) &&
                             free.start.time < QTime(9, 30) && QTime(8, 30) < free.start.time;
        require(!clashes, "the visit that is there is not free");
        const auto doctor = std::find_if(given.doctors.begin(), given.doctors.end(),
                                         [&](const auto& who) { return fixture.idOf(who.id) == free.doctor; });
        require(doctor != given.doctors.end(), "a doctor that is there");
        const auto& spans = domain::hoursOn(doctor->hours, free.start.date);
        require(std::any_of(spans.begin(), spans.end(),
                            [&](const domain::DaySpan& span) {
                                return span.from <= free.start.time &&
                                       free.start.time.addSecs(free.minutes * 60) <= span.to;
                            }),
                "free time lies within the doctor's hours");
    }
    query.limit = 3;
    require(value(fixture.records().freeSlots(query)).size() == 3, "an offer is three");
    query.doctor = fixture.idOf(text("barak"));
    require(value(fixture.records().freeSlots(query)).empty(), "a hygienist gives no check-up");
    require(isFree(fixture, slot(fixture, "2026-03-08T09:30")), "after the visit it is free");
    require(!isFree(fixture, slot(fixture, "2026-03-08T08:45")), "a visit would run into the next");
    require(!isFree(fixture, slot(fixture, "2026-03-08T12:15")), "at lunch nobody is there");
}

void booksOnce(ContractFixture& fixture)
{
    const auto wish = booking(fixture, "book-1", "2026-03-11T09:00");
    const auto visit = value(fixture.records().book(wish));
    require(!visit.id.isEmpty() && visit.patient == wish.patient && visit.doctor == wish.doctor &&
                visit.treatment == wish.treatment && visit.start == wish.start && visit.minutes == wish.minutes &&
                visit.reference == wish.reference && visit.state == domain::AppointmentState::Booked,
            "the visit is as it was wished");
    require(value(fixture.records().book(wish)).id == visit.id, "the same reference is the same visit");
    auto other = wish;
    other.start = when("2026-03-11T10:00");
    require(value(fixture.records().book(other)).start == wish.start, "a reference books one time only");
    const auto all = visits(fixture);
    require(all.size() == 2 && contains(all, visit.id), "the visit is in the book once");
    require(all[0].start < all[1].start, "visits come in order");
    require(!isFree(fixture, slot(fixture, "2026-03-11T09:00")), "its time is not free any more");
}

void refusesTakenTime(ContractFixture& fixture)
{
    auto& records = fixture.records();
    const auto taken = [&](const char* start) {
        requireError(records.book(booking(fixture, start, start, "megan")), ErrorCode::Conflict, start);
    };
    taken("2026-03-08T09:00");
    taken("2026-03-08T08:45");
    taken("2026-03-08T09:15");
    Appointment others;
    others.patient = fixture.idOf(text("yael"));
    others.doctor = fixture.idOf(text("tamir"));
    others.treatment = fixture.idOf(text("checkup"));
    others.start = when("2026-03-11T11:00");
    fixture.addVisitOfOthers(others);
    require(!isFree(fixture, slot(fixture, "2026-03-11T11:00")), "the time of others is not free");
    taken("2026-03-11T11:00");
    require(visits(fixture, "megan").size() == 1, "nothing was booked");
}

void refusesClosedTime(ContractFixture& fixture)
{
    auto& records = fixture.records();
    for (const char* start : {"2026-03-11T12:00", "2026-03-11T07:30", "2026-03-10T09:00", "2026-03-14T09:00",
                              "2026-04-02T09:00", "2026-03-02T09:00"}) {
        requireError(records.book(booking(fixture, start, start)), ErrorCode::InvalidInput, start);
    }
    requireError(records.book(booking(fixture, "give", "2026-03-11T13:00", "dor", "naser", "filling", 45)),
                 ErrorCode::InvalidInput, "a doctor who does not give it");
}

void movesInOneStep(ContractFixture& fixture)
{
    auto& records = fixture.records();
    const auto visit = value(records.book(booking(fixture, "book-1", "2026-03-11T09:00")));
    const auto later = slot(fixture, "2026-03-11T10:00", "naser");
    const auto moved = value(records.move(visit.id, later, text("move-1")));
    require(moved.id == visit.id && moved.start == later.start && moved.doctor == later.doctor, "it is moved");
    require(value(records.move(visit.id, later, text("move-1"))).start == later.start,
            "the same again changes nothing");
    require(isFree(fixture, slot(fixture, "2026-03-11T09:00")), "the old time is free");
    require(!isFree(fixture, later), "the new time is not");
    requireError(records.move(visit.id, slot(fixture, "2026-03-08T09:00"), text("move-2")), ErrorCode::Conflict,
                 "the new time is taken");
    const auto all = visits(fixture);
    require(all.size() == 2 && all[1].start == later.start, "a move that fails keeps the old time");
    require(value(records.book(booking(fixture, "book-1", "2026-03-11T09:00"))).id == visit.id,
            "the booking's reference still names it");
}

void cancels(ContractFixture& fixture)
{
    auto& records = fixture.records();
    const auto wish = booking(fixture, "book-1", "2026-03-11T09:00");
    const auto visit = value(records.book(wish));
    value(records.cancel(visit.id, text("cancel-1")));
    value(records.cancel(visit.id, text("cancel-1")));
    require(!contains(visits(fixture), visit.id), "a cancelled visit is not in the list");
    require(isFree(fixture, slot(fixture, "2026-03-11T09:00")), "its time is free");
    requireError(records.cancel(visit.id, text("cancel-2")), ErrorCode::Conflict, "cancelled already");
    requireError(records.move(visit.id, slot(fixture, "2026-03-11T10:00"), text("move-1")), ErrorCode::Conflict,
                 "move what is cancelled");
    require(value(records.book(wish)).state == domain::AppointmentState::Cancelled,
            "the booking again does not bring it back");
}

void addsAPatientOnce(ContractFixture& fixture)
{
    clinic::NewPatient wanted;
    wanted.reference = text("new-1");
    wanted.name.he = QStringLiteral("עומר  דיין");
    wanted.phone = phone("055-005-0077");
    wanted.birthDate = QDate(1999, 5, 6);
    const auto card = value(fixture.records().addPatient(wanted));
    require(card.name.he == QStringLiteral("עומר דיין"), "the name, without needless spaces");
    require(value(fixture.records().addPatient(wanted)).id == card.id, "the same reference is the same card");
    const auto found = value(fixture.records().findPatients(*wanted.phone));
    require(found.size() == 1 && found[0].id == card.id, "the phone finds the card");
    wanted.reference = text("new-2");
    wanted.name = {};
    requireError(fixture.records().addPatient(wanted), ErrorCode::InvalidInput, "nobody without a name");
}

void readsInvoices(ContractFixture& fixture)
{
    const auto given = contractClinic().invoices;
    const auto found = value(fixture.records().invoices(fixture.idOf(text("dor"))));
    require(found.size() == 2 && found[0].number == fixture.idOf(given[1].number), "newest first");
    const auto& invoice = found[1];
    require(invoice.number == fixture.idOf(given[0].number) && invoice.date == given[0].date, "number and day");
    require(invoice.total == given[0].total && invoice.due == given[0].due, "total and what is due");
    require(invoice.dueDate == given[0].dueDate, "until when it is to be paid");
    require(invoice.state == given[0].state, "paid in part");
    require(invoice.lines.size() == 1 && invoice.lines[0].amount == given[0].lines[0].amount, "its line");
    if (fixture.keeps(Part::Payments)) {
        require(invoice.payments.size() == 1 && invoice.payments[0].amount == given[0].payments[0].amount &&
                    invoice.payments[0].date == given[0].payments[0].date,
                "its payment");
    }
    require(value(fixture.records().invoices(fixture.idOf(text("yael")))).empty(), "nothing of others");
}

void appendsANoteOnce(ContractFixture& fixture)
{
    const QString id = fixture.idOf(text("megan"));
    const domain::Note note{QDate(2026, 3, 3), text("agent"), QStringLiteral("שורה <ראשונה> & \"שנייה\""),
                            text("note-1")};
    value(fixture.records().appendNote(id, note));
    value(fixture.records().appendNote(id, note));
    const auto notes = value(fixture.records().patient(id)).notes;
    require(std::count_if(notes.begin(), notes.end(),
                          [&](const domain::Note& other) { return other.text.contains(note.text); }) == 1,
            "the note is there once, with the words it has");
}

void holdsSlots(ContractFixture& fixture)
{
    auto& records = fixture.records();
    const auto first = slot(fixture, "2026-03-11T09:00");
    const auto second = slot(fixture, "2026-03-11T10:00");
    const auto taken = slot(fixture, "2026-03-08T09:00");
    const auto until = fixture.clock().now() + std::chrono::minutes(15);
    value(records.hold({{Ours, first, until}, {Ours, second, until}, {Ours, taken, until}}));
    const auto held = value(records.holds(QDate(2026, 3, 8), QDate(2026, 3, 11)));
    require(held.size() == 2 && held[0].slot == first && held[1].slot == second, "what is free is held");
    require(held[0].holder == Ours && held[0].until == until, "for whom and how long");
    require(value(records.holds(QDate(2026, 3, 12), QDate(2026, 3, 20))).empty(), "holds of other days");
    require(isFree(fixture, first, Ours), "free for the holder");
    require(!isFree(fixture, first, Theirs) && !isFree(fixture, first), "not free for others");
    value(records.hold({{Theirs, slot(fixture, "2026-03-11T09:15"), until}}));
    require(isFree(fixture, first, Ours), "others cannot hold what overlaps");

    auto wish = booking(fixture, "theirs", "2026-03-11T09:00", "megan");
    wish.holder = Theirs;
    requireError(records.book(wish), ErrorCode::Conflict, "book what another holds");
    wish = booking(fixture, "ours", "2026-03-11T09:00");
    wish.holder = Ours;
    const auto visit = value(records.book(wish));
    require(value(records.holds(QDate(2026, 3, 11), QDate(2026, 3, 11))).size() == 1,
            "what is booked is not held any more");
    requireError(records.move(visit.id, second, text("move-1"), Theirs), ErrorCode::Conflict, "move onto a hold");
    require(value(records.move(visit.id, second, text("move-2"), Ours)).start == second.start, "move onto one's own");
}

void endsHolds(ContractFixture& fixture)
{
    auto& records = fixture.records();
    const auto first = slot(fixture, "2026-03-11T09:00");
    const auto second = slot(fixture, "2026-03-11T10:00");
    const auto until = fixture.clock().now() + std::chrono::minutes(15);
    value(records.hold({{Ours, first, until}}));
    value(records.hold({{Ours, second, until}}));
    require(isFree(fixture, first, Theirs), "a new offer replaces the old");
    value(records.releaseHolds(Ours));
    value(records.releaseHolds(Ours));
    require(isFree(fixture, second, Theirs), "what is released is free");
    value(records.hold({{Ours, first, until}}));
    fixture.clock().advance(std::chrono::minutes(15));
    require(isFree(fixture, first, Theirs), "a hold ends by itself");
    require(value(records.holds(QDate(2026, 3, 11), QDate(2026, 3, 11))).empty(), "what is over is not shown");
    const auto wish = booking(fixture, "late", "2026-03-11T09:00", "megan");
    require(value(records.book(wish)).start == wish.start, "and can be booked");
}

void keepsAWaitingList(ContractFixture& fixture)
{
    auto& records = fixture.records();
    clinic::WaitingWish wish;
    wish.reference = text("wish-1");
    wish.name = QStringLiteral("רות לב");
    wish.phone = phone("055-005-0088");
    wish.treatment = fixture.idOf(text("checkup"));
    wish.from = QDate(2026, 3, 8);
    wish.notBefore = QTime(16, 0);
    value(records.joinWaitingList(wish));
    value(records.joinWaitingList(wish));
    auto second = wish;
    second.reference = text("wish-2");
    second.patient = fixture.idOf(text("dor"));
    second.doctor = fixture.idOf(text("tamir"));
    value(records.joinWaitingList(second));
    const auto list = value(records.waitingList());
    require(list.size() == 2 && list[0].reference == wish.reference, "each once, the oldest first");
    require(list[0].name == wish.name && list[0].phone == wish.phone && list[0].treatment == wish.treatment &&
                list[0].from == wish.from && list[0].to.isNull() && list[0].notBefore == wish.notBefore &&
                !list[0].notAfter,
            "the wish is as it was said");
    require(list[1].patient == second.patient && list[1].doctor == second.doctor, "patient and doctor");
    value(records.leaveWaitingList(wish.reference));
    value(records.leaveWaitingList(wish.reference));
    require(value(records.waitingList()).size() == 1, "who left does not wait");
    requireError(records.leaveWaitingList(text("wish-9")), ErrorCode::NotFound, "nobody waits by this reference");
    wish.reference.clear();
    requireError(records.joinWaitingList(wish), ErrorCode::InvalidInput, "a wish needs a reference");
}

/// Israel's clocks change on Friday 2026-03-27 and on Sunday 2026-10-25.
void keepsTimesWhenClocksChange(ContractFixture& fixture)
{
    int number = 0;
    for (const char* start : {"2026-03-25T09:00", "2026-03-29T09:00", "2026-10-22T08:00", "2026-10-25T08:00"}) {
        const QByteArray reference = "dst-" + QByteArray::number(++number);
        const auto visit = value(fixture.records().book(booking(fixture, reference.constData(), start)));
        require(visit.start == when(start), start);
        require(!isFree(fixture, slot(fixture, start)), start);
    }
    const auto all = visits(fixture);
    require(all.size() == 5 && all.back().start == when("2026-10-25T08:00"), "times are read back as they were booked");
}

void oneOfManyGetsTheTime(ContractFixture& fixture)
{
    constexpr int Count = 6;
    std::barrier together(Count);
    std::array<std::optional<ErrorCode>, Count> codes;
    {
        std::vector<std::jthread> threads;
        for (int n = 0; n < Count; ++n) {
            threads.emplace_back([&, n] {
                const QByteArray reference = "race-" + QByteArray::number(n);
                const auto wish = booking(fixture, reference.constData(), "2026-03-11T11:00", n % 2 ? "dor" : "megan");
                together.arrive_and_wait();
                const auto result = base::await(fixture.records().book(wish));
                codes[size_t(n)] = result ? std::nullopt : std::optional(result.error().code);
            });
        }
    }
    require(std::count(codes.begin(), codes.end(), std::nullopt) == 1, "one wins");
    require(std::count(codes.begin(), codes.end(), std::optional(ErrorCode::Conflict)) == Count - 1,
            "the others are told that it is taken");
    require(visits(fixture, "dor").size() + visits(fixture, "megan").size() == 3, "one visit is in the book");
}

void showsWholeDays(ContractFixture& fixture)
{
    auto& records = fixture.records();
    const auto booked = value(records.book(booking(fixture, "book-1", "2026-03-11T09:00")));
    const auto gone = value(records.book(booking(fixture, "book-2", "2026-03-11T10:00")));
    value(records.cancel(gone.id, text("cancel-1")));
    Appointment others;
    others.patient = fixture.idOf(text("yael"));
    others.doctor = fixture.idOf(text("tamir"));
    others.treatment = fixture.idOf(text("checkup"));
    others.start = when("2026-03-11T08:00");
    fixture.addVisitOfOthers(others);
    const auto day = QDate(2026, 3, 11);
    const auto days = value(records.bookDays(day, day));
    require(days.visits.size() == 2, "the booked visits of everybody, none that is cancelled");
    require(days.visits[0].start == others.start && days.visits[1].id == booked.id, "they come in order");
    require(days.visits[0].patient == others.patient && days.visits[0].doctor == others.doctor, "whose and with whom");
    const auto who = value(records.patient(booked.patient));
    require(days.names.at(booked.patient) == who.name && days.names.size() == 2, "with the patients' names");
    require(value(records.bookDays(day.addDays(1), day.addDays(1))).visits.empty(), "no other day's");
}

void readsAreLive(ContractFixture& fixture)
{
    require(!fixture.records().asOf(), "records that answer are not read from a cache");
}

} // namespace

clinic::ClinicFile contractClinic()
{
    QFile file(test::sourcePath("tests/data/clinic/contract.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("the clinic of the contract is missing");
    }
    auto clinic = clinic::parseClinicFile(file.readAll());
    if (!clinic) {
        throw std::runtime_error(base::describe(clinic.error()).toStdString());
    }
    return std::move(*clinic);
}

const std::vector<ContractCase>& contractCases()
{
    static const std::vector<ContractCase> cases{
        {"reads the clinic", readsTheClinic},
        {"reads the doctors", readsTheDoctors},
        {"finds a family by phone", findsAFamilyByPhone},
        {"reads a card", readsACard},
        {"says what is unknown", saysWhatIsUnknown},
        {"offers only free time", offersOnlyFreeTime},
        {"books once", booksOnce},
        {"refuses taken time", refusesTakenTime},
        {"refuses closed time", refusesClosedTime},
        {"moves in one step", movesInOneStep},
        {"cancels", cancels},
        {"adds a patient once", addsAPatientOnce},
        {"reads invoices", readsInvoices},
        {"appends a note once", appendsANoteOnce},
        {"holds slots", holdsSlots},
        {"ends holds", endsHolds},
        {"keeps a waiting list", keepsAWaitingList},
        {"keeps times when clocks change", keepsTimesWhenClocksChange},
        {"one of many gets the time", oneOfManyGetsTheTime},
        {"shows whole days", showsWholeDays},
        {"reads are live", readsAreLive},
    };
    return cases;
}

} // namespace delpek::test
