// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include "desk/owntemplates.h"
#include "desk/templatechoices.h"
#include "domain/isolate.h"
#include "store/owntemplates.h"

using namespace delpek;
using namespace std::chrono_literals;
using channels::whatsapp::Template;
using store::Session;
using test::must;
using test::noon;

namespace
{

Template reminder(const QString& language, const QString& body)
{
    Template one;
    one.name = QStringLiteral("appointment_reminder");
    one.language = language;
    one.body = body;
    one.examples = {{QStringLiteral("patient_name"), QStringLiteral("Dana Levi")}};
    return one;
}

const std::vector<Template> templates{
    reminder(QStringLiteral("en"),
             QStringLiteral("Hello {{patient_name}}, this is {{clinic_name}}: {{appointment_date}}, "
                            "{{appointment_time}}, {{doctor_name}}. Open: {{amount}} of "
                            "{{invoice_number}}. {{something}} else.")),
    reminder(QStringLiteral("he"), QStringLiteral("שלום {{patient_name}}, {{appointment_date}} יום טוב."))};

domain::Patient patientNamed(const char* id, const QString& he, const QString& en)
{
    domain::Patient patient;
    patient.id = QLatin1String(id);
    patient.name = {he, en};
    return patient;
}

desk::PatientSide sideOf(std::vector<domain::Patient> patients)
{
    desk::PatientSide side;
    side.patients = std::move(patients);
    side.nextVisits = {{QStringLiteral("v"),
                        QStringLiteral("p1"),
                        QStringLiteral("levi"),
                        QStringLiteral("filling"),
                        {QDate(2026, 3, 8), QTime(9, 0)},
                        45,
                        {},
                        {}}};
    side.doctors = {{QStringLiteral("levi"), {QStringLiteral("ד\"ר לוי"), QStringLiteral("Dr. Levi")}, {}, {}, {}, {}}};
    return side;
}

domain::Invoice invoice(const QString& number, qint64 due)
{
    domain::Invoice one;
    one.number = number;
    one.due.minor = due;
    return one;
}

domain::ClinicInfo rimon()
{
    domain::ClinicInfo info;
    info.name = {QStringLiteral("מרפאת רימון"), QStringLiteral("Rimon Clinic")};
    return info;
}

QString valueOf(const desk::TemplateChoice& choice, const char* field)
{
    const auto place = std::ranges::find(choice.fields, QLatin1String(field), &desk::TemplateField::name);
    return place == choice.fields.end() ? QStringLiteral("no such field") : place->value;
}

const desk::TemplateChoice& in(const std::vector<desk::TemplateChoice>& choices, const char* language)
{
    return *std::ranges::find(choices, QLatin1String(language), &desk::TemplateChoice::language);
}

} // namespace

/// What a desk offers when WhatsApp's window is closed.
class TestDeskTemplates : public QObject, private test::RutisDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void fieldsAreFilledInTheTemplatesLanguage()
    {
        const auto facts =
            desk::factsOf(rimon(), sideOf({patientNamed("p1", QStringLiteral("דנה"), QStringLiteral("Dana"))}),
                          {invoice(QStringLiteral("1024"), 35000), invoice(QStringLiteral("9"), 0)});
        const auto choices = desk::templateChoices(templates, {}, facts, domain::Language::Hebrew);
        QCOMPARE(choices.front().language, QStringLiteral("he"));
        const auto& english = in(choices, "en");
        QCOMPARE(valueOf(english, "patient_name"), QStringLiteral("Dana"));
        QCOMPARE(valueOf(english, "clinic_name"), QStringLiteral("Rimon Clinic"));
        QCOMPARE(valueOf(english, "appointment_date"), QStringLiteral("8 March 2026"));
        QCOMPARE(valueOf(english, "appointment_time"), QStringLiteral("09:00"));
        QCOMPARE(valueOf(english, "doctor_name"), QStringLiteral("Dr. Levi"));
        QCOMPARE(valueOf(english, "amount"), QStringLiteral("₪350"));
        QCOMPARE(valueOf(english, "invoice_number"), QStringLiteral("1024"));
        QCOMPARE(valueOf(english, "something"), QString());
        QCOMPARE(valueOf(in(choices, "he"), "patient_name"), QStringLiteral("דנה"));
        QCOMPARE(valueOf(in(choices, "he"), "appointment_date"), QStringLiteral("8.3.2026"));
        QCOMPARE(english.fields.front().example, QStringLiteral("Dana Levi"));
    }

    /// A family's phone: no name, no visit, no balance, until a person says whom it is about.
    void aSharedPhoneTellsOfNobody()
    {
        const auto facts = desk::factsOf(rimon(),
                                         sideOf({patientNamed("p1", QStringLiteral("דנה"), QStringLiteral("Dana")),
                                                 patientNamed("p2", QStringLiteral("איתי"), QStringLiteral("Itay"))}),
                                         {invoice(QStringLiteral("1024"), 35000)});
        const auto choices = desk::templateChoices(templates, {}, facts, domain::Language::English);
        for (const auto& field : in(choices, "en").fields) {
            QCOMPARE(field.value,
                     field.name == QLatin1String("clinic_name") ? QStringLiteral("Rimon Clinic") : QString());
        }
    }

    void whichOfSeveralInvoicesAPersonSays()
    {
        const auto facts = desk::factsOf(rimon(), sideOf({patientNamed("p1", {}, QStringLiteral("Dana"))}),
                                         {invoice(QStringLiteral("1"), 100), invoice(QStringLiteral("2"), 200)});
        const auto choices = desk::templateChoices(templates, {}, facts, domain::Language::English);
        QCOMPARE(valueOf(in(choices, "en"), "amount"), QString());
        // A name in one language alone is better than none.
        QCOMPARE(valueOf(in(choices, "he"), "patient_name"), QStringLiteral("Dana"));
    }

    void onlyWhatIsApprovedMayBeSent()
    {
        const auto told = [](const char* language, const char* state) {
            store::TemplateState one;
            one.name = QStringLiteral("appointment_reminder");
            one.language = QLatin1String(language);
            one.state = QLatin1String(state);
            return one;
        };
        const auto choices = desk::templateChoices(templates, {told("en", "approved"), told("he", "pending")}, {},
                                                   domain::Language::English);
        QVERIFY(in(choices, "en").sendable);
        QVERIFY(!in(choices, "he").sendable);
        QCOMPARE(in(choices, "he").state, QStringLiteral("pending"));
        QVERIFY(!desk::templateChoices(templates, {}, {}, domain::Language::English).front().sendable);
    }

    void theDeskRefusesWhatTheProviderRefused()
    {
        const auto id = patient();
        m_store->write([](Session& session) {
            store::TemplateState state;
            state.account = QStringLiteral("clinic");
            state.name = QStringLiteral("appointment_reminder");
            state.language = QStringLiteral("en");
            state.state = QStringLiteral("rejected");
            state.updatedAt = noon;
            return store::Templates(session).note(state);
        });
        const domain::TemplateUse use{QStringLiteral("appointment_reminder"), QStringLiteral("en"), {}};
        const auto refused = m_desk->sendTemplate(id, use, QStringLiteral("Hello")).result();
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        QCOMPARE(refused.error().key, QStringLiteral("send.templateRefused"));
    }

    /// One that the clinic wrote: offered when its words are the ones that the provider judged, and sent whole.
    void oneOfTheClinicsOwnIsSentAsItWasJudged()
    {
        const auto id = patient();
        const auto name = QStringLiteral("parking");
        const auto language = QStringLiteral("en");
        domain::OwnTemplate own{name,
                                language,
                                QStringLiteral("utility"),
                                {},
                                QStringLiteral("Hello {{name}}, park here."),
                                {},
                                {},
                                {{QStringLiteral("name"), QStringLiteral("Dana")}}};
        m_store->write([&](Session& session) {
            store::TemplateState state;
            state.account = QStringLiteral("clinic");
            state.name = name;
            state.language = language;
            state.state = QStringLiteral("approved");
            state.updatedAt = noon;
            state.words = channels::whatsapp::wordsOf(desk::templateOf(own));
            return store::OwnTemplates(session).put(own).and_then(
                [&](Done) { return store::Templates(session).note(state); });
        });
        m_clock->advance(25h);
        const auto offered = [&] {
            const auto known = m_store->read(
                [](Session& session) { return desk::knownTemplates(session, templates, QStringLiteral("clinic")); });
            const auto choices = desk::templateChoices(known.templates, known.states, {}, domain::Language::English);
            return std::ranges::find(choices, name, &desk::TemplateChoice::name)->sendable;
        };
        QVERIFY(offered());
        const domain::TemplateUse use{name, language, {{QStringLiteral("name"), QStringLiteral("Dana")}}};
        QCOMPARE(domain::withoutIsolates(must(m_desk->templateText(use).result())),
                 QStringLiteral("Hello Dana, park here."));
        const auto bare = m_desk->sendTemplate(id, {name, language, {}}, QStringLiteral("Hello")).result();
        QCOMPARE(bare.error().key, QStringLiteral("send.templateFields"));
        const auto other = m_desk->sendTemplate(id, use, QStringLiteral("Hello")).result();
        QCOMPARE(other.error().key, QStringLiteral("send.templateRefused"));
        const auto reads = must(m_desk->templateText(use).result());
        const auto sent = must(m_desk->sendTemplate(id, use, reads).result());
        m_store->write([&](Session& session) {
            return store::Messages(session).advanceDelivery(sent, domain::DeliveryState::Failed);
        });
        m_store->write([&](Session& session) {
            own.version = 1;
            own.body = QStringLiteral("Good day {{name}}, park there.");
            return store::OwnTemplates(session).put(own);
        });
        QVERIFY(!offered());
        QCOMPARE(m_desk->sendTemplate(id, use, reads).result().error().key, QStringLiteral("send.templateRefused"));
        // WhatsApp sends by name: what failed in the old words does not go out in the new ones.
        QCOMPARE(m_desk->sendAgain(sent).result().error().key, QStringLiteral("send.templateRefused"));
    }

    void aTemplateLeavesTheDraftAlone()
    {
        const auto id = patient();
        m_clock->advance(25h);
        must(m_desk->saveDraft(id, QStringLiteral("for later")).result());
        const domain::TemplateUse use{QStringLiteral("appointment_reminder"), QStringLiteral("en"), {}};
        must(m_desk->sendTemplate(id, use, QStringLiteral("Hello")).result());
        QCOMPARE(must(m_desk->draft(id).result()), QStringLiteral("for later"));
    }

    void whatWasQuotedAndWhatWasSaidBefore()
    {
        const auto id = patient();
        const auto ours =
            m_store->message(id, domain::AuthorKind::Staff, QStringLiteral("Nine or ten?"), QStringLiteral("out-1"));
        domain::Message answer;
        answer.conversation = id;
        answer.text = QStringLiteral("Ten");
        answer.quotedProviderId = QStringLiteral("out-1");
        answer.sentAt = answer.createdAt = noon;
        const auto said = *m_store->write([=](Session& session) { return store::Messages(session).add(answer); });
        m_store->write([=](Session& session) {
            return store::Messages(session).edit(said, QStringLiteral("Nine, please"), noon + 1s);
        });
        QCOMPARE(must(m_desk->quoted(said).result()).id, ours);
        QCOMPARE(m_desk->quoted(ours).result().error().code, ErrorCode::NotFound);
        QCOMPARE(must(m_desk->earlierTexts(said).result()), QStringList{QStringLiteral("Ten")});
        QVERIFY(must(m_desk->earlierTexts(ours).result()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDeskTemplates)
#include "test_desktemplates.moc"
