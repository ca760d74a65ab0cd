// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

#include "agent/service/book.h"
#include "agent/service/codes.h"
#include "agent/service/servicefile.h"
#include "store/auditlog.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using agent::service::Book;
using agent::service::Ending;
using domain::Asks;
using domain::Language;
using domain::Outcome;

namespace
{

const QString nobodysPhone = QStringLiteral("+972541112200");
const QString family = QStringLiteral("+972550010107");
const QString yaelsCode = QStringLiteral("48291375");

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// Every kind of field, and a fixed text with times and days in it.
const char* const visitForm = R"({
  "id": "visit_form",
  "name": {"he": "שאלון", "en": "Questionnaire"},
  "keywords": {"he": ["שאלון מטופל חדש"], "en": ["new patient form"]},
  "by": "form",
  "answer": {"he": "כמה שאלות קצרות.", "en": "A few short questions."},
  "announcements": [{"from": "2026-03-01T00:00", "until": "2026-03-05T00:00",
    "text": {"he": "ביום רביעי, 4.3, המרפאה נפתחת בשעה 10:00.", "en": "On Wednesday, 4 March, we open at 10:00."}}],
  "fields": [
    {"key": "name", "label": {"he": "שם", "en": "Name"}, "ask": {"he": "מה השם המלא?", "en": "What is your full name?"}},
    {"key": "born", "type": "date", "range": "past", "label": {"he": "תאריך לידה", "en": "Birth date"},
     "ask": {"he": "מה תאריך הלידה?", "en": "When were you born?"}},
    {"key": "fund", "type": "choice", "label": {"he": "קופה", "en": "Fund"},
     "ask": {"he": "באיזו קופה?", "en": "Which health fund?"},
     "options": [{"value": "maccabi", "label": {"he": "מכבי", "en": "Maccabi"}},
                 {"value": "clalit", "label": {"he": "כללית", "en": "Clalit"}}]},
    {"key": "phone", "type": "phone", "optional": true, "label": {"he": "טלפון", "en": "Phone"},
     "ask": {"he": "מה מספר הטלפון?", "en": "What is your phone number?"}},
    {"key": "reminders", "type": "yes_no", "label": {"he": "תזכורות", "en": "Reminders"},
     "ask": {"he": "לשלוח תזכורות?", "en": "May we send reminders?"}}
  ],
  "done": {"he": "תודה, השאלון אצל הצוות.", "en": "Thank you, the form is with the team."}
})";

} // namespace

/// A patient's way through a service: the real turn with its gates, the shipped services and one of our own.
class TestServiceTalk : public QObject
{
    Q_OBJECT

    const Gates m_gates;
    QTemporaryDir m_own;
    std::unique_ptr<Book> m_book;

    struct Desk {
        Dialogue talk;
        agent::service::Codes codes;

        Desk(const TestServiceTalk& test, const QString& phone, Language language,
             const QString& now = QStringLiteral("2026-03-03T10:00"))
            : talk(test.m_gates, phone, language, demoClinic(), now)
            , codes(talk.store(), talk.clock)
        {
            talk.services.book = test.m_book.get();
            talk.services.checkCode = [this](const auto& tried) { return codes.check(tried); };
        }

        void issue(const QString& patient, const QString& code)
        {
            const auto child = orEnd(base::await(talk.book.patient(patient)));
            orEnd(codes.issue(patient, child.name, 24h, u("רותי"), code));
        }
        QString say(const char* words) { return talk.say(u(words)); }
        /// Word by word, until the code was asked for.
        void enter(const char* name, const char* code)
        {
            say("יש לי קוד הורים");
            say(name);
            say(code);
        }
        Ending ending() const { return talk.last.sessions.empty() ? Ending::Open : talk.last.sessions.back().ending; }
        bool isOpen() const { return talk.state.contains("service"); }
        QStringList audit()
        {
            QStringList actions;
            for (const auto& entry : orEnd(base::await(talk.store().read(
                     [](store::Session& session) { return store::AuditLog(session).after(0, 100); })))) {
                actions << entry.action;
            }
            return actions;
        }
    };

    /// To the summary of the form.
    static QString fillIn(Desk& desk)
    {
        desk.say("שאלון מטופל חדש");
        desk.say("דנה לוי");
        desk.say("29.4.1991");
        desk.say("מכבי");
        desk.say("050-765-4321");
        return desk.say("כן");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_own.filePath(u("visit_form.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(visitForm);
        file.close();
        auto book = Book::load(Source + u("/resources"), m_own.path());
        QVERIFY2(book, qPrintable(book ? QString() : book.error().detail));
        m_book = std::move(*book);
    }

    void aFixedAnswerHoldsTheRecordsFacts()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        const QString said = desk.say("אפשר לקבל מידע על המרפאה?");
        QVERIFY2(said.contains(u("אבן גבירול 112")) && said.contains(u("08:00")), qPrintable(said));
        QVERIFY(said.contains(u("האוטומטי"))); // that an assistant answers is said first
        QCOMPARE(desk.ending(), Ending::Answered);
        QVERIFY(!desk.isOpen());
        QVERIFY(desk.say("General information please").contains(u("Opening hours")));
        QCOMPARE(desk.talk.conversation.language, Language::English);
    }

    void aPersonIsCalledAndTheHoursAreTold()
    {
        Desk day(*this, nobodysPhone, Language::Hebrew);
        QVERIFY(!day.say("נציג אנושי בבקשה").contains(u("סגורה")));
        QCOMPARE(day.talk.last.decision.outcome, Outcome::HandedToPerson);
        QCOMPARE(day.talk.last.escalation->reason, u("human.requested"));
        QCOMPARE(day.talk.conversation.holder.kind, domain::HolderKind::Nobody);
        Desk night(*this, nobodysPhone, Language::Hebrew, u("2026-03-03T21:00"));
        QVERIFY(night.say("נציג אנושי בבקשה").contains(u("סגורה כרגע")));
        QCOMPARE(night.talk.last.decision.outcome, Outcome::HandedToPerson);
    }

    void aFormIsAskedOneFieldAtATime()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        const QString first = desk.say("שאלון מטופל חדש");
        QVERIFY2(first.contains(u("המרפאה נפתחת בשעה 10:00")), qPrintable(first));
        QVERIFY(first.contains(u("כמה שאלות")) && first.contains(u("מה השם המלא")));
        QVERIFY(desk.say("דנה לוי").contains(u("תאריך הלידה")));
        QVERIFY(desk.say("29.4.1991").contains(u("באיזו קופה")));
        QCOMPARE(desk.talk.offered(), QStringList({u("maccabi"), u("clalit")}));
        QVERIFY(desk.say("2").contains(u("מספר הטלפון")));
        QVERIFY(desk.say("דילוג").contains(u("תזכורות")));
        const QString summary = desk.say("כן בטח");
        for (const char* line : {"שם: דנה לוי", "29.4.1991", "קופה: כללית", "טלפון: —", "תזכורות: כן"}) {
            QVERIFY2(summary.contains(u(line)), qPrintable(summary));
        }
        QCOMPARE(desk.talk.asks(), Asks::Confirm);
        QVERIFY(desk.say("כן").contains(u("השאלון אצל הצוות")));
        QCOMPARE(desk.ending(), Ending::Completed);
        QCOMPARE(desk.talk.last.escalation->reason, u("service.form"));
        QVERIFY(desk.talk.last.escalation->summary.contains(u("דנה לוי")));
        QCOMPARE(desk.talk.conversation.holder.kind, domain::HolderKind::Agent);
        const auto& artifacts = desk.talk.last.sessions.back().artifacts;
        QCOMPARE(artifacts.size(), size_t(2));
        const auto form = *base::parseJson(artifacts[0].body.toUtf8());
        QCOMPARE(base::textAt(base::at(form, "values"), "fund"), u("clalit"));
        QCOMPARE(base::textAt(base::at(form, "values"), "born"), u("1991-04-29"));
        QCOMPARE(artifacts[1].kind, u("summary"));
    }

    void backCorrectAndCancel()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        QVERIFY(fillIn(desk).contains(u("050-765-4321")));
        QVERIFY(desk.say("תיקון").contains(u("מה לתקן")));
        QVERIFY(desk.say("קופה").contains(u("באיזו קופה")));
        const QString corrected = desk.say("כללית");
        QVERIFY2(corrected.contains(u("קופה: כללית")) && corrected.contains(u("שם: דנה לוי")), qPrintable(corrected));
        QVERIFY(desk.say("חזרה").contains(u("תזכורות")));
        QVERIFY(desk.say("לא").contains(u("תזכורות: לא")));
        QVERIFY(desk.say("לא").contains(u("מה לתקן"))); // "no" to the summary: something is wrong with it
        QVERIFY(desk.say("ביטול").contains(u("לא נשלח")));
        QCOMPARE(desk.ending(), Ending::Cancelled);
        QVERIFY(!desk.talk.last.escalation);
        QVERIFY(!desk.isOpen());
    }

    void whatCannotBeReadIsAskedAgainAndThenAPersonHelps()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.say("שאלון מטופל חדש");
        desk.say("דנה לוי");
        QVERIFY(desk.say("בלבלב").contains(u("לקרוא את התאריך")));
        QCOMPARE(desk.talk.last.decision.outcome, Outcome::Replied);
        desk.say("בלבלב שוב");
        QCOMPARE(desk.talk.last.decision.outcome, Outcome::HandedToPerson);
        QCOMPARE(desk.talk.last.escalation->reason, u("agent.lost"));
        QCOMPARE(desk.ending(), Ending::Person);
    }

    void aQuestionInBetweenIsAnsweredAndTheFormGoesOn()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.say("שאלון מטופל חדש");
        desk.say("דנה לוי");
        const QString said = desk.say("כמה עולה ניקוי אבנית?");
        QVERIFY2(said.contains(u("₪")) && said.contains(u("ובחזרה")) && said.contains(u("תאריך הלידה")),
                 qPrintable(said));
        QVERIFY(desk.isOpen());
        QVERIFY(desk.say("29.4.1991").contains(u("באיזו קופה")));
    }

    void theSummaryOmitsWordsThatTheGuardHoldsBack()
    {
        Desk desk(*this, nobodysPhone, Language::English);
        desk.say("new patient form please");
        desk.say("Dana www.dana.example");
        desk.say("29 April 1991");
        desk.say("Clalit");
        desk.say("skip");
        const QString summary = desk.say("yes");
        QVERIFY2(summary.contains(u("Name: as you wrote it")), qPrintable(summary));
        QVERIFY(!summary.contains(u("www")));
    }

    /// Triage comes before every answer to a form.
    void anEmergencyLeavesTheForm()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.say("שאלון מטופל חדש");
        desk.say("הפנים שלי נפוחות מאוד ואני לא מצליח לבלוע");
        QCOMPARE(desk.talk.last.decision.outcome, Outcome::Emergency);
        QVERIFY(desk.talk.said().contains(u("101")));
        QCOMPARE(desk.ending(), Ending::Emergency);
        QVERIFY(!desk.isOpen());
    }

    void aMedicalQuestionInAFormIsForTheDoctor()
    {
        Desk desk(*this, nobodysPhone, Language::English);
        desk.say("new patient form please");
        desk.say("Can I take antibiotics before the treatment?");
        QCOMPARE(desk.talk.last.decision.outcome, Outcome::EscalatedToDoctor);
        QCOMPARE(desk.ending(), Ending::Doctor);
        QVERIFY(!desk.isOpen());
    }

    void aPersonWhoTookOverEndsTheSession()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.say("שאלון מטופל חדש");
        desk.talk.conversation.holder = {domain::HolderKind::Staff, u("רותי")};
        QCOMPARE(desk.say("דנה לוי"), QString());
        desk.talk.write(domain::AuthorKind::Staff, u("כאן רותי, אפשר לעזור?"));
        desk.talk.conversation.holder = {domain::HolderKind::Agent, {}};
        QVERIFY(!desk.say("מה הכתובת שלכם?").contains(u("תאריך הלידה")));
        QCOMPARE(desk.talk.last.sessions.front().ending, Ending::Left);
        QVERIFY(!desk.isOpen());
    }

    void aSessionEndsByItself()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.say("שאלון מטופל חדש");
        desk.talk.clock.advance(59min);
        QVERIFY(desk.say("דנה לוי").contains(u("תאריך הלידה"))); // an hour from here
        desk.talk.clock.advance(61min);
        QVERIFY(!desk.say("29.4.1991").contains(u("באיזו קופה")));
        QVERIFY(!desk.isOpen());
    }

    void aFileGoesWithTheForm()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.say("שאלון מטופל חדש");
        auto burst = desk.talk.burst({QString()});
        burst[0].kind = domain::MessageKind::Image;
        desk.talk.last = desk.talk.run(burst);
        QVERIFY2(desk.talk.said().contains(u("הקובץ צורף")), qPrintable(desk.talk.said()));
        const auto& artifacts = desk.talk.last.sessions.back().artifacts;
        QCOMPARE(artifacts.size(), size_t(1));
        QCOMPARE(artifacts[0].kind, u("file"));
        QCOMPARE(artifacts[0].message, burst[0].id);
    }

    void aRightCodeTellsTheChildsVisits()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.issue(u("p9"), yaelsCode);
        desk.enter("יעל אזולאי", "4829 1375");
        const QString said = desk.talk.said();
        QVERIFY2(said.contains(u("18.3")) && said.contains(u("10:30")) && said.contains(u("איזה מסמך")),
                 qPrintable(said));
        QVERIFY(desk.say("לא צריך מסמך").contains(u("בסדר גמור")));
        QCOMPARE(desk.ending(), Ending::Completed);
        QVERIFY(!desk.talk.last.escalation);
        QCOMPARE(desk.audit(), QStringList({u("parentcode.issued"), u("parentcode.accepted")}));
    }

    /// Nothing tells whether the name or the code was wrong, or whether there is such a child.
    void aWrongCodeAndAnUnknownNameAreAnsweredAlike()
    {
        QStringList answers;
        for (const auto& [name, code] : {std::pair("יעל אזולאי", "11112222"), std::pair("מאיה כהנוב", "48291375"),
                                         std::pair("איתי אזולאי", "48291375"), std::pair("מאיה כהנוב", "1")}) {
            Desk desk(*this, nobodysPhone, Language::Hebrew);
            desk.issue(u("p9"), yaelsCode);
            desk.enter(name, code);
            answers << desk.talk.said();
            QCOMPARE(desk.audit().last(), u("parentcode.refused"));
        }
        answers.removeDuplicates();
        QCOMPARE(answers.size(), 1);
        QVERIFY2(answers[0].contains(u("לא תואמים")), qPrintable(answers[0]));
    }

    void triesAreLimitedInAConversation()
    {
        Desk desk(*this, family, Language::Hebrew);
        desk.issue(u("p9"), yaelsCode);
        desk.enter("יעל אזולאי", "11112222");
        for (const char* code : {"11112223", "11112224"}) {
            desk.say("יעל אזולאי");
            desk.say(code);
        }
        QVERIFY2(desk.talk.said().contains(u("לא הצלחתי לוודא")), qPrintable(desk.talk.said()));
        QCOMPARE(desk.talk.last.decision.outcome, Outcome::HandedToPerson);
        QCOMPARE(desk.talk.last.escalation->reason, u("identity.unconfirmed"));
        QCOMPARE(desk.ending(), Ending::Person);
        // Handed back, the right code does not help any more today.
        desk.talk.conversation.holder = {domain::HolderKind::Agent, {}};
        desk.enter("יעל אזולאי", "48291375");
        QCOMPARE(desk.talk.last.escalation->reason, u("identity.unconfirmed"));
        QVERIFY(!desk.talk.said().contains(u("10:30")));
    }

    void aCodeIsLockedWhoeverTries()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.issue(u("p9"), yaelsCode);
        for (int i = 0; i < agent::service::mostWrongCodes; ++i) {
            const auto tried =
                orEnd(desk.codes.check({u("יעל אזולאי"), u("11112222"), u("c%1").arg(i), u("conversation:%1").arg(i)}));
            QVERIFY(!tried.isRight);
        }
        QVERIFY(desk.audit().contains(u("parentcode.locked")));
        QVERIFY(!orEnd(desk.codes.check({u("יעל אזולאי"), yaelsCode, u("c9"), u("conversation:9")})).isRight);
    }

    void aCodeEndsAndTheNextTakesItsPlace()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.issue(u("p9"), yaelsCode);
        desk.issue(u("p9"), u("60718293"));
        const auto right = [&](const QString& code, const char* reference) {
            return orEnd(desk.codes.check({u("Yael Azoulay"), code, u(reference), u("conversation:1")})).isRight;
        };
        QVERIFY(!right(yaelsCode, "a"));
        QVERIFY(right(u("60718293"), "b"));
        desk.talk.clock.advance(24h);
        QVERIFY(!right(u("60718293"), "c"));
    }

    void recordsThatAreAwayAreForAPerson()
    {
        Desk desk(*this, nobodysPhone, Language::Hebrew);
        desk.issue(u("p9"), yaelsCode);
        desk.say("יש לי קוד הורים");
        desk.say("יעל אזולאי");
        desk.talk.fault = Error{ErrorCode::Unavailable, {}, u("away")};
        desk.say("48291375");
        QCOMPARE(desk.talk.last.escalation->reason, u("records.unavailable"));
        QCOMPARE(desk.ending(), Ending::Person);
    }
};

QTEST_GUILESS_MAIN(TestServiceTalk)
#include "test_servicetalk.moc"
