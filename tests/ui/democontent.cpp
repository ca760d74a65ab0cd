// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/democontent.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace delpek::test
{

namespace
{

using domain::AuthorKind;
using domain::ChannelKind;
using domain::DeliveryState;
using domain::HolderKind;

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

const auto agentName = QStringLiteral("אלכס");
const auto doctorName = QStringLiteral("ד\"ר רון לוי");

/// A picture drawn here: a tooth on a coloured ground, larger than it is shown.
QByteArray drawnPicture()
{
    QImage image(1200, 900, QImage::Format_RGB32);
    image.fill(QColor(70, 110, 140));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(245, 240, 225));
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(420, 180, 360, 420, 150, 150);
    painter.drawRoundedRect(440, 480, 110, 280, 50, 50);
    painter.drawRoundedRect(650, 480, 110, 280, 50, 50);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

DemoContent::DemoContent(FakeDesk& desk)
    : m_desk(desk)
{
    // Thursday, 5 March 2026, 10:30 in Tel Aviv.
    m_desk.m_now = base::fromMillis(1'772'699'400'000);
}

void DemoContent::fill()
{
    booking();
    urgent();
    troubles();
    others();
    files();
    longOne();
    records();
    knownToTemplates();
    decisions();
}

domain::Conversation& DemoContent::conversation(qint64 id, const QString& name, const QString& phone,
                                                ChannelKind channel, int minutesAgo)
{
    domain::Conversation c;
    c.id = {id};
    c.address = {channel, u("clinic"), QString::number(id)};
    c.displayName = name;
    if (!phone.isEmpty()) {
        c.phone = domain::Phone::parse(phone).value();
    }
    c.lastActivity = m_desk.m_now - std::chrono::minutes(minutesAgo);
    c.lastPatientMessage = c.lastActivity;
    return m_desk.m_conversations[c.id] = c;
}

domain::Message& DemoContent::say(qint64 id, AuthorKind author, const QString& name, const QString& text,
                                  int minutesAgo, DeliveryState delivery)
{
    domain::Message m;
    m.id = {++m_message};
    m.conversation = {id};
    m.author = author;
    m.authorName = name;
    m.text = text;
    m.sentAt = m.createdAt = m_desk.m_now - std::chrono::minutes(minutesAgo);
    m.delivery = delivery;
    return m_desk.m_threads[m.conversation].emplace_back(m);
}

void DemoContent::finish(qint64 id)
{
    auto& c = m_desk.m_conversations[{id}];
    const auto& last = m_desk.m_threads[c.id].back();
    c.lastMessage = last.id;
    c.preview = last.text.left(80);
    c.previewAuthor = last.author;
}

void DemoContent::booking()
{
    const qint64 id = FakeDesk::Booking;
    auto& c = conversation(id, u("נועה כהן"), u("050-1234567"), ChannelKind::WhatsApp, 2);
    c.unread = 1;
    say(id, AuthorKind::Patient, {}, u("היי, שברתי סתימה. יש משהו השבוע?"), 1445);
    say(id, AuthorKind::Agent, agentName,
        u("שלום נועה, אני אלכס, העוזר הדיגיטלי של מרפאת השן. אפשר לכתוב \"נציג\" בכל רגע כדי לדבר עם הדלפק.\n"
          "יש כאב או רגישות בשן?"),
        1444, DeliveryState::Read);
    say(id, AuthorKind::Patient, {}, u("לא כואב, רק חד בלשון"), 31);
    auto& offer = say(id, AuthorKind::Agent, agentName,
                      u("מצוין. לסתימה אצל ד\"ר רון לוי (45 דקות, \u20681,400 ₪\u2069) יש את המועדים האלה:"), 30,
                      DeliveryState::Delivered);
    offer.asks = domain::Asks::Slot;
    offer.options = {{u("a"), u("היום 16:30")}, {u("b"), u("ראשון 8.3 בשעה 09:00")}, {u("c"), u("שני 9.3 בשעה 11:15")}};
    offer.reaction = u("👍");
    offer.providerId = u("wamid.offer");
    auto& edited =
        say(id, AuthorKind::Patient, {}, u("ראשון בבוקר מעולה. אפשר לשלוח לי אישור למייל noa.cohen@example.com?"), 3);
    edited.version = 2;
    edited.quotedProviderId = u("wamid.offer");
    m_desk.keepEarlier(edited.id, {u("ראשון בבוקר מעולה. אפשר אישור במייל?")});
    say(id, AuthorKind::Patient, {}, u("והמספר הנוסף שלי: +972-54-765-4321"), 2);
    finish(id);

    const qint64 colleague = FakeDesk::Colleague;
    auto& d = conversation(colleague, u("David Miller"), u("+44 7911 123456"), ChannelKind::Telegram, 9);
    d.language = domain::Language::English;
    d.holder = {HolderKind::Staff, u("מאיה")};
    say(colleague, AuthorKind::Patient, {}, u("Hi, could I get the invoice for last month's crown?"), 25);
    say(colleague, AuthorKind::Agent, agentName,
        u("Of course. To send it I need to know who is writing: your full name and date of birth, please."), 24,
        DeliveryState::Read);
    say(colleague, AuthorKind::Patient, {}, u("I'd rather speak to a person."), 12);
    say(colleague, AuthorKind::Staff, u("מאיה"),
        u("Hi David, Maya from the front desk here. I'll call you in a few minutes."), 9, DeliveryState::Read);
    finish(colleague);
}

void DemoContent::urgent()
{
    const qint64 id = FakeDesk::Emergency;
    auto& c = conversation(id, u("יוסי אברהם"), u("052-5550134"), ChannelKind::WhatsApp, 4);
    c.holder = {HolderKind::Nobody, {}};
    c.urgency = domain::Urgency::Emergency;
    c.needsPerson = true;
    c.waitingSince = c.lastActivity;
    c.unread = 2;
    say(id, AuthorKind::Patient, {}, u("עשיתי אתמול עקירה אצלכם"), 6);
    say(id, AuthorKind::Patient, {}, u("כל הפנים נפוחות וקשה לי לנשום"), 4);
    say(id, AuthorKind::Agent, agentName,
        u("קושי בנשימה הוא מצב חירום. יש להתקשר עכשיו ל‑101 (מד\"א). אנחנו מודיעים לרופא ברגע זה."), 4,
        DeliveryState::Delivered);
    finish(id);
    escalation(1, c, u("triage.ambulance"), u("airway-breathing"));

    const qint64 doctor = FakeDesk::Doctor;
    auto& d = conversation(doctor, u("Sarah Goldberg"), u("054-5550177"), ChannelKind::WhatsApp, 80);
    d.language = domain::Language::English;
    d.holder = {HolderKind::Doctor, doctorName};
    d.urgency = domain::Urgency::DoctorRequired;
    d.needsPerson = true;
    d.waitingSince = d.lastActivity;
    say(doctor, AuthorKind::Patient, {}, u("I take Eliquis. Should I stop it before Sunday's extraction?"), 81);
    say(doctor, AuthorKind::Agent, agentName,
        u("That is a question for the doctor. I have passed it on and you will get an answer from Dr. Levi here."), 80,
        DeliveryState::Read);
    finish(doctor);
    escalation(2, d, u("doctor.requested"), u("anticoagulant"));
}

/// Raised with the conversation's urgency at its last message.
void DemoContent::escalation(qint64 id, const domain::Conversation& conversation, const QString& reason,
                             const QString& rule)
{
    domain::Escalation escalation;
    escalation.id = {id};
    escalation.conversation = conversation.id;
    escalation.urgency = conversation.urgency;
    escalation.reason = reason;
    escalation.rules = QStringList{rule};
    escalation.openedAt = conversation.lastActivity;
    escalation.since = conversation.lastActivity;
    const auto& thread = m_desk.m_threads[conversation.id];
    const auto last = std::find_if(thread.rbegin(), thread.rend(),
                                   [](const auto& message) { return message.author == AuthorKind::Patient; });
    escalation.summary = last->text;
    escalation.dueAt =
        escalation.since + std::chrono::minutes(conversation.urgency == domain::Urgency::Emergency ? 5 : 60);
    m_desk.keepEscalation(escalation);
}

void DemoContent::troubles()
{
    const qint64 id = FakeDesk::Mine;
    auto& c = conversation(id, u("תמר ביטון"), u("053-5550188"), ChannelKind::Waha, 38);
    c.holder = {HolderKind::Staff, m_desk.staffName()};
    say(id, AuthorKind::Patient, {}, u("אפשר להזיז את התור של הילדים ליום אחר?"), 60);
    say(id, AuthorKind::Staff, m_desk.staffName(), u("בטח תמר, איזה יום נוח לכם?"), 58, DeliveryState::Read);
    auto& voice = say(id, AuthorKind::Patient, {}, u("רביעי אחר הצהריים, אחרי ארבע"), 50);
    voice.kind = domain::MessageKind::Audio;
    auto& failed = say(id, AuthorKind::Staff, m_desk.staffName(), u("קבענו לרביעי 11.3 בשעה 16:15 לשניהם."), 45,
                       DeliveryState::Failed);
    failed.deliveryError = u("send.unreachable");
    say(id, AuthorKind::Staff, m_desk.staffName(), u("קבענו לרביעי 11.3 בשעה 16:15 לשניהם."), 40,
        DeliveryState::Unknown);
    auto& gone = say(id, AuthorKind::Patient, {}, u("x"), 38);
    gone.deleted = true;
    finish(id);
    m_desk.m_conversations[{id}].preview = u("תודה!");
    m_desk.m_drafts[{id}] = u("תמר, ראית את ההודעה על רביעי?");
}

void DemoContent::others()
{
    auto& closed = conversation(FakeDesk::Closed, u("Olga Petrov"), u("058-5550121"), ChannelKind::WhatsApp, 60 * 50);
    closed.language = domain::Language::English;
    say(FakeDesk::Closed, AuthorKind::Patient, {}, u("Thank you, I will think about the implant and write again."),
        60 * 50);
    finish(FakeDesk::Closed);

    conversation(FakeDesk::Mixed, u("Daniel כץ"), {}, ChannelKind::WebChat, 130).needsPerson = true;
    m_desk.m_conversations[{FakeDesk::Mixed}].holder = {HolderKind::Nobody, {}};
    m_desk.m_conversations[{FakeDesk::Mixed}].waitingSince = m_desk.m_now - std::chrono::minutes(130);
    say(FakeDesk::Mixed, AuthorKind::Patient, {}, u("יש לכם Invisalign? ראיתי ב-Instagram מבצע של 20% (עד 31.3)"), 131);
    say(FakeDesk::Mixed, AuthorKind::Patient, {}, u("Can someone call me? 03-555-0199 אחרי 17:00"), 130);
    finish(FakeDesk::Mixed);

    conversation(FakeDesk::Nameless, {}, u("+972 2 555 0144"), ChannelKind::WhatsApp, 60 * 21);
    say(FakeDesk::Nameless, AuthorKind::Patient, {}, u("כמה עולה הלבנה?"), 60 * 21 + 2);
    say(FakeDesk::Nameless, AuthorKind::Agent, agentName, u("הלבנת שיניים עולה \u20681,800 ₪\u2069. לקבוע תור?"),
        60 * 21, DeliveryState::Sent);
    finish(FakeDesk::Nameless);
}

domain::Message& DemoContent::file(domain::MessageKind kind, const QString& type, const QString& name, qint64 size,
                                   int minutesAgo)
{
    auto& message = say(FakeDesk::Files, AuthorKind::Patient, {}, {}, minutesAgo);
    message.kind = kind;
    message.attachment = domain::Attachment{};
    message.attachment->type = type;
    message.attachment->name = name;
    message.attachment->size = size;
    message.attachment->state = domain::AttachmentState::Kept;
    return message;
}

void DemoContent::files()
{
    using domain::AttachmentState;
    using domain::MessageKind;
    using domain::TranscriptState;
    const qint64 id = FakeDesk::Files;
    conversation(id, u("ליאור שמש"), u("054-5550177"), ChannelKind::WhatsApp, 60 * 30);
    auto& image = file(MessageKind::Image, u("image/png"), {}, 1'310'720, 60 * 30 + 40);
    image.text = u("ככה זה נראה מאז הבוקר");
    m_desk.keepFile(image.id, drawnPicture());
    auto& paper = file(MessageKind::Document, u("application/pdf"), u("הפניה לצילום.pdf"), 245'000, 60 * 30 + 36);
    paper.forwarded = true;
    m_desk.keepFile(paper.id, "%PDF-1.4");
    auto& voice = file(MessageKind::Audio, u("audio/ogg; codecs=opus"), {}, 18'000, 60 * 30 + 30);
    voice.attachment->voice = true;
    voice.attachment->transcript = TranscriptState::Written;
    voice.text = u("אפשר להגיע מחר אחרי ארבע? זה די לוחץ לי");
    file(MessageKind::Image, u("image/jpeg"), u("panorama.jpg"), 0, 60 * 30 + 22).attachment->state =
        AttachmentState::Remote;
    file(MessageKind::Video, u("video/mp4"), u("movie.mp4"), 73'400'320, 60 * 30 + 15).attachment->state =
        AttachmentState::Refused;
    file(MessageKind::Document, u("application/pdf"), u("old results.pdf"), 88'000, 60 * 30 + 9).attachment->state =
        AttachmentState::Lost;
    auto& place = say(id, AuthorKind::Patient, {}, {}, 60 * 30);
    place.kind = MessageKind::Location;
    place.place = domain::Place{32.0853, 34.7818, u("בית קפה בפינה"), u("דרך הדוגמה 12, תל אביב")};
    finish(id);
    m_desk.m_conversations[{id}].preview = u("בית קפה בפינה");
}

void DemoContent::longOne()
{
    const qint64 id = FakeDesk::Long;
    conversation(id, u("אבי מזרחי"), u("050-5550166"), ChannelKind::WhatsApp, 200);
    // The same for each desk of a program, and made once: a desk that changes it has a copy.
    static const QList<domain::Message> whole = [&] {
        QList<domain::Message> thread;
        thread.reserve(FakeDesk::longLength);
        for (int i = 0; i < FakeDesk::longLength; ++i) {
            domain::Message m;
            m.id = {1'000'000 + i};
            m.conversation = {id};
            m.author = i % 3 == 0 ? AuthorKind::Patient : AuthorKind::Agent;
            m.authorName = i % 3 == 0 ? QString() : agentName;
            m.text = i % 2 == 0
                         ? u("הודעה מספר %1 בשיחה ארוכה, עם עוד כמה מילים כדי שתגלוש לשורה שנייה בחלון צר.").arg(i)
                         : u("Message %1, short.").arg(i);
            m.sentAt = m.createdAt = m_desk.m_now - std::chrono::minutes(200 + (FakeDesk::longLength - i) * 5);
            m.delivery = i % 3 == 0 ? DeliveryState::None : DeliveryState::Read;
            thread.push_back(std::move(m));
        }
        return thread;
    }();
    m_desk.m_threads[{id}] = whole;
    finish(id);
}

void DemoContent::records()
{
    desk::PatientSide side;
    domain::Patient mother;
    mother.id = u("p1");
    mother.name = {u("נועה כהן"), u("Noa Cohen")};
    mother.birthDate = QDate(1988, 5, 14);
    mother.flags = {u("blood_thinners"), u("pregnancy")};
    mother.allergies = {u("penicillin")};
    domain::Patient child;
    child.id = u("p2");
    child.name = {u("איתי כהן"), u("Itay Cohen")};
    child.birthDate = QDate(2016, 11, 2);
    side.patients = {mother, child};
    side.doctors = {{u("levi"), {doctorName, u("Dr. Ron Levi")}, {}, {}, {}, {}}};
    side.treatments = {{u("checkup"), {u("בדיקה"), u("Check-up")}, 30, {}},
                       {u("filling"), {u("סתימה"), u("Filling")}, 45, {}}};
    side.nextVisits = {{u("v1"), u("p1"), u("levi"), u("filling"), {QDate(2026, 3, 8), QTime(9, 0)}, 45, {}, {}},
                       {u("v2"), u("p2"), u("levi"), u("checkup"), {QDate(2026, 3, 19), QTime(16, 30)}, 30, {}, {}}};
    m_desk.m_sides[{FakeDesk::Booking}] = side;
    domain::Patient sarah;
    sarah.id = u("p3");
    sarah.name = {u("שרה גולדברג"), u("Sarah Goldberg")};
    sarah.birthDate = QDate(1984, 9, 20);
    auto& asked = m_desk.m_sides[{FakeDesk::Doctor}];
    asked.patients = {sarah};
    asked.doctors = side.doctors;
    auto& urgent = m_desk.m_sides[{FakeDesk::Emergency}];
    urgent.doctors = side.doctors;
    urgent.doctors.push_back({u("adar"), {u("ד\"ר מיכל אדר"), u("Dr. Michal Adar")}, {}, {}, {}, {}});
    m_desk.m_sides[{FakeDesk::Mine}].recordsError = Error{ErrorCode::Unavailable, {}, {}};
}

void DemoContent::knownToTemplates()
{
    auto& facts = m_desk.m_templateFacts[{FakeDesk::Closed}];
    facts[u("clinic_name")] = {u("מרפאת השן"), u("The Tooth Clinic")};
    facts[u("patient_name")] = {u("אולגה פטרוב"), u("Olga Petrov")};
    facts[u("appointment_date")] = {u("10.3.2026"), u("10 March 2026")};
    facts[u("appointment_time")] = {u("11:15"), u("11:15")};
    facts[u("doctor_name")] = {doctorName, u("Dr. Ron Levi")};
    // A phone that a mother and her child share: whom a text names, a person says.
    m_desk.m_templateFacts[{FakeDesk::Booking}][u("clinic_name")] = facts[u("clinic_name")];
}

void DemoContent::decisions()
{
    using domain::StepKind;
    using std::chrono::microseconds;
    domain::Decision d;
    d.id = {1};
    d.conversation = {FakeDesk::Booking};
    d.startedAt = m_desk.m_now - std::chrono::minutes(30);
    d.took = std::chrono::milliseconds(38);
    d.team = u("alex");
    d.agent = agentName;
    d.brain = u("offline");
    d.intent = u("book_appointment");
    d.score = 0.93;
    d.outcome = domain::Outcome::Replied;
    d.steps = {
        {StepKind::Triage, u("dental-1"), {{"urgency", "ROUTINE"}, {"hits", base::Json::array()}}, microseconds(310)},
        {StepKind::Understanding,
         u("offline"),
         {{"intent", "book_appointment"}, {"score", 0.93}, {"slots", {{"treatment", "filling"}}}},
         microseconds(2'150)},
        {StepKind::Tool,
         u("get_available_slots"),
         {{"arguments", {{"treatment", "filling"}, {"doctor", "levi"}}},
          {"result", {{{"start", "2026-03-05T16:30"}}, {{"start", "2026-03-08T09:00"}}}}},
         microseconds(4'720)},
        {StepKind::Guard, u("reply-guard-1"), {{"allowed", true}}, microseconds(640)},
        {StepKind::Outcome, {}, {{"reply", "לסתימה אצל ד\"ר רון לוי יש את המועדים האלה"}}, microseconds(90)}};
    m_desk.m_decisions.push_back(d);
    d.id = {2};
    d.conversation = {FakeDesk::Emergency};
    d.startedAt = m_desk.m_now - std::chrono::minutes(4);
    d.intent = u("emergency");
    d.score = 1;
    d.outcome = domain::Outcome::Emergency;
    d.steps = {{StepKind::Triage,
                u("dental-1"),
                {{"urgency", "EMERGENCY"}, {"hits", {"breathing", "facial-swelling"}}},
                microseconds(420)},
               {StepKind::Outcome, {}, {{"response", "ambulance"}}, microseconds(70)}};
    m_desk.m_decisions.push_back(d);
}

} // namespace delpek::test
