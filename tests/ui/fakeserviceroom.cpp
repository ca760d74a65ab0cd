// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakeserviceroom.h"

#include <algorithm>
#include <utility>

namespace delpek::test
{

using desk::ServiceDraft;
using desk::ServiceEntry;
using desk::ServiceFinding;
using desk::ServiceForms;
using desk::ServiceText;

namespace
{

ServiceText inBoth(const char* hebrew, const char* english)
{
    return {ServiceForms::same(QString::fromUtf8(hebrew)), ServiceForms::same(QString::fromUtf8(english))};
}

ServiceEntry informationService()
{
    ServiceEntry entry;
    entry.isShipped = true;
    entry.draft.id = QStringLiteral("information");
    entry.draft.name = {QStringLiteral("מידע על המרפאה"), QStringLiteral("About the clinic")};
    entry.draft.hebrewKeywords = {QStringLiteral("מידע על המרפאה"), QStringLiteral("פרטי התקשרות")};
    entry.draft.englishKeywords = {QStringLiteral("about the clinic"), QStringLiteral("contact details")};
    entry.draft.mostWords = 10;
    entry.draft.answer =
        inBoth("{clinic}\nכתובת: {address}\nטלפון: {phone}", "{clinic}\nAddress: {address}\nPhone: {phone}");
    return entry;
}

ServiceEntry personService()
{
    ServiceEntry entry;
    entry.isShipped = true;
    entry.draft.id = QStringLiteral("human_contact");
    entry.draft.name = {QStringLiteral("שיחה עם אדם מהצוות"), QStringLiteral("Talk to the team")};
    entry.draft.hebrewKeywords = {QStringLiteral("נציגה"), QStringLiteral("לדבר עם אדם")};
    entry.draft.englishKeywords = {QStringLiteral("talk to a person"), QStringLiteral("receptionist")};
    entry.draft.by = ServiceDraft::By::Person;
    entry.draft.opening = ServiceDraft::Opening::Clinic;
    entry.draft.answer = inBoth("העברתי את השיחה לצוות המרפאה.", "I've passed this to the clinic's team.");
    entry.draft.closed = inBoth("המרפאה סגורה כרגע. {hours}", "The clinic is closed right now. {hours}");
    return entry;
}

ServiceEntry parkingService()
{
    ServiceEntry entry;
    entry.isOwn = true;
    entry.stamp = QStringLiteral("1");
    entry.file = QStringLiteral("/home/rivka/.config/delpek/services/parking.json");
    entry.draft.id = QStringLiteral("parking");
    entry.draft.name = {QStringLiteral("חניה"), QStringLiteral("Parking")};
    entry.draft.hebrewKeywords = {QStringLiteral("חניה"), QStringLiteral("איפה חונים")};
    entry.draft.englishKeywords = {QStringLiteral("parking"), QStringLiteral("car park")};
    entry.draft.answer = inBoth("יש חניון מתחת לבניין, הכניסה מרחוב הרצל. {address}",
                                "There is a car park below the building, from Herzl Street. {address}");
    const QDate day(2026, 4, 1);
    entry.draft.notices = {{{day, QTime(0, 0)},
                            {day.addDays(8), QTime(0, 0)},
                            inBoth("בחול המועד החניון סגור.", "The car park is closed during the holiday.")}};
    return entry;
}

} // namespace

FakeServiceRoom::FakeServiceRoom()
{
    now.services = {personService(), informationService(), parkingService()};
    now.folder = QStringLiteral("/home/rivka/.config/delpek/services");
    now.proposed = now.folder;
    now.canChooseFolder = true;
    team.running = QStringLiteral("alex");
    team.chosen = team.running;
    team.canChoose = true;
    const auto alex = desk::AgentCard{
        QStringLiteral("Alex"),
        {QStringLiteral("אלכס"), QStringLiteral("Alex")},
        {QStringLiteral("העוזר הדיגיטלי של המרפאה: אדיב, קצר וברור, לא מבטיח מה שלא קרה."),
         QStringLiteral("The clinic's digital assistant: friendly, brief and clear, promises nothing that did not "
                        "happen.")},
        {QStringLiteral("get_clinic_info"), QStringLiteral("get_prices"), QStringLiteral("create_appointment")},
        {QStringLiteral("*")},
        true};
    const auto dana = desk::AgentCard{QStringLiteral("Dana"),
                                      {QStringLiteral("דנה"), QStringLiteral("Dana")},
                                      {QStringLiteral("פותחת את השיחה ומעבירה למי שמטפל בזה."),
                                       QStringLiteral("Opens the conversation and passes it to whoever does it.")},
                                      {QStringLiteral("get_clinic_info")},
                                      {QStringLiteral("greeting"), QStringLiteral("hours")},
                                      true};
    const auto sarah = desk::AgentCard{QStringLiteral("Sarah"),
                                       {QStringLiteral("שרה"), QStringLiteral("Sarah")},
                                       {QStringLiteral("מנהלת את היומן: מוצאת מועד פנוי, קובעת, מעבירה ומבטלת תורים."),
                                        QStringLiteral("Keeps the book: finds a free time, books, moves and cancels "
                                                       "visits.")},
                                       {QStringLiteral("get_available_slots"), QStringLiteral("hold_slot"),
                                        QStringLiteral("create_appointment"), QStringLiteral("move_appointment"),
                                        QStringLiteral("cancel_appointment"), QStringLiteral("join_waiting_list")},
                                       {QStringLiteral("book_appointment"), QStringLiteral("my_appointments")},
                                       false};
    team.teams = {{QStringLiteral("alex"), {alex}}, {QStringLiteral("team"), {dana, sarah}}};
}

ServiceEntry& FakeServiceRoom::at(const QString& id)
{
    return *std::ranges::find(now.services, id, [](const ServiceEntry& entry) { return entry.draft.id; });
}

Result<Done> FakeServiceRoom::outcome()
{
    const auto failed = std::exchange(failure, std::nullopt);
    return failed ? Result<Done>(fail(*failed)) : Result<Done>(Done{});
}

Future<desk::ServiceState> FakeServiceRoom::state()
{
    return base::ready(stateFailure ? Result<desk::ServiceState>(fail(*stateFailure))
                                    : Result<desk::ServiceState>(now));
}

Future<std::vector<ServiceFinding>> FakeServiceRoom::check(const ServiceDraft& draft)
{
    ++checks;
    std::vector<ServiceFinding> findings;
    const auto miss = [&](const QString& text, const char* place) {
        if (text.isEmpty()) {
            findings.push_back({QLatin1String(place), QStringLiteral("missing"), QStringLiteral("a text is needed")});
        }
    };
    miss(draft.id, "/id");
    miss(draft.name.he, "/name/he");
    miss(draft.name.en, "/name/en");
    if (draft.hebrewKeywords.isEmpty() && draft.englishKeywords.isEmpty()) {
        findings.push_back({QStringLiteral("/keywords"), QStringLiteral("keywords")});
    }
    miss(draft.answer.hebrew.neutral, "/answer/he");
    if (draft.answer.hebrew.neutral.contains(QChar(u'₪'))) {
        findings.push_back({QStringLiteral("/answer/he"), QStringLiteral("held"), {}, {QStringLiteral("guard.price")}});
    }
    for (const auto& spans : draft.hours) {
        for (const auto& span : spans) {
            if (!(span.from < span.to)) {
                findings.push_back({QStringLiteral("/hours/sun/0"), QStringLiteral("hours")});
            }
        }
    }
    return base::ready(Result<std::vector<ServiceFinding>>(std::move(findings)));
}

Future<Done> FakeServiceRoom::keep(const ServiceDraft& draft, const QString&)
{
    const auto done = outcome();
    if (done) {
        kept.push_back(draft);
        const bool isKnown =
            std::ranges::any_of(now.services, [&](const ServiceEntry& entry) { return entry.draft.id == draft.id; });
        if (!isKnown) {
            now.services.push_back({});
            now.services.back().draft.id = draft.id;
        }
        auto& entry = at(draft.id);
        entry.draft = draft;
        entry.isOwn = true;
        entry.isWaiting = true;
    }
    return base::ready(done);
}

Future<Done> FakeServiceRoom::turn(const QString& id, bool on, const QString&)
{
    const auto done = outcome();
    if (done) {
        turned << id + (on ? QStringLiteral(" on") : QStringLiteral(" off"));
        at(id).isOff = !on;
        at(id).isOwn = true;
        at(id).isWaiting = true;
    }
    return base::ready(done);
}

Future<Done> FakeServiceRoom::remove(const QString& id, const QString&)
{
    const auto done = outcome();
    if (done) {
        removed << id;
        std::erase_if(now.services, [&](const ServiceEntry& entry) { return entry.draft.id == id; });
    }
    return base::ready(done);
}

Future<desk::ServiceTrial> FakeServiceRoom::tryOut(const QString& text, bool)
{
    for (const auto& entry : now.services) {
        for (const QString& keyword : entry.draft.hebrewKeywords + entry.draft.englishKeywords) {
            if (!entry.isOff && text.contains(keyword)) {
                return base::ready(Result<desk::ServiceTrial>(desk::ServiceTrial{entry.draft.id, keyword}));
            }
        }
    }
    return base::ready(Result<desk::ServiceTrial>(desk::ServiceTrial{}));
}

Future<Done> FakeServiceRoom::chooseFolder(const QString& path)
{
    const auto done = outcome();
    if (done) {
        now.folder = path;
    }
    return base::ready(done);
}

Future<desk::TeamState> FakeServiceRoom::teams()
{
    return base::ready(stateFailure ? Result<desk::TeamState>(fail(*stateFailure)) : Result<desk::TeamState>(team));
}

Future<Done> FakeServiceRoom::chooseTeam(const QString& name)
{
    const auto done = outcome();
    if (done) {
        team.chosen = name;
    }
    return base::ready(done);
}

} // namespace delpek::test
