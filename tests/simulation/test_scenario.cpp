// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/scenario.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using simulation::parseScenario;

namespace
{

/// A scenario that is right, with one member replaced by `value`, in which single quotes stand for double ones.
QByteArray with(const char* member, QByteArray value)
{
    base::Json json = {{"id", "x"},
                       {"now", "2026-03-03T10:00:00+02:00"},
                       {"channel", "telegram"},
                       {"patient", {{"phone", "+972541112233"}, {"name", "Noa"}, {"language", "en"}}},
                       {"script", {{{"say", "hi"}}}},
                       {"expect", base::Json::object()}};
    json[member] = base::parseJson(value.replace('\'', '"')).value();
    return base::toBytes(json);
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfStep()
    {
        const auto scenario = parseScenario(
            with("script", "[ "
                           "{'say': 'one'}, "
                           "{'say': ['a', {'reaction': '+'}, {'edit': 'b'}, {'voice': 'c'}, {'image': 'd'}, "
                           "{'location': [32.08, 34.78]}, {'button': 'e'}]}, "
                           "{'answer': {'slot': '#1', '*': 'what?'}, 'max': 3}, "
                           "{'answer': {'confirm': 'yes'}}, "
                           "{'wait': 'P1DT2H'}, "
                           "{'staff': {'take_over': true}}, "
                           "{'staff': {'doctor_reply': 'rest'}}, "
                           "{'fault': {'target': 'clinic', 'kind': 'slow', 'for': 'PT5M'}}, "
                           "{'fault': {'kind': 'crash'}} "
                           "]"));
        QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().detail));
        const auto& script = scenario->script;
        QCOMPARE(script.size(), size_t(9));
        QCOMPARE(std::get<simulation::SayStep>(script[0]).burst.size(), size_t(1));
        const auto& burst = std::get<simulation::SayStep>(script[1]).burst;
        QCOMPARE(burst.size(), size_t(7));
        QVERIFY(burst[1].isReaction && burst[2].isEdit && burst[6].isButton);
        QVERIFY(burst[3].kind == domain::MessageKind::Audio && burst[4].kind == domain::MessageKind::Image);
        QVERIFY(burst[5].kind == domain::MessageKind::Location);
        QCOMPARE(burst[5].text, QStringLiteral("32.08,34.78"));
        const auto& answer = std::get<simulation::AnswerStep>(script[2]);
        QCOMPARE(answer.max, 3);
        QCOMPARE(answer.byKind.at(QStringLiteral("slot")), QStringLiteral("#1"));
        QCOMPARE(std::get<simulation::AnswerStep>(script[3]).max, 8);
        QVERIFY(std::get<simulation::WaitStep>(script[4]).duration == 26h);
        QCOMPARE(std::get<simulation::StaffStep>(script[5]).action, QStringLiteral("take_over"));
        QCOMPARE(std::get<simulation::StaffStep>(script[6]).text, QStringLiteral("rest"));
        QVERIFY(std::get<simulation::FaultStep>(script[7]).duration == 5min);
        QCOMPARE(std::get<simulation::FaultStep>(script[8]).kind, QStringLiteral("crash"));
    }

    void readsWhatIsExpected()
    {
        const auto scenario = parseScenario(with(
            "expect",
            "{ "
            "'appointments_added': [{'patient': '+972541112233', 'at': '2026-03-05T08:00'}], "
            "'appointments_removed': [], 'escalation': null, 'holder': 'agent', 'says': ['(?i)price'], "
            "'never_says': ['mg', 'ibuprofen'], 'sent_between': [1, 4], 'max_patient_messages': 5, 'language': 'he', "
            "'invoices_shown': ['INV/1'], 'notes_added': 0, 'no_send_after_takeover': true}"));
        QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().detail));
        const auto& expect = scenario->expect;
        QCOMPARE(expect.added->size(), size_t(1));
        QVERIFY(expect.removed && expect.removed->empty());
        QVERIFY(expect.escalation && !*expect.escalation);
        QCOMPARE(expect.says.size(), size_t(1));
        QCOMPARE(expect.neverSays.size(), size_t(2));
        QVERIFY(expect.sentBetween == std::pair(1, 4));
        QCOMPARE(expect.maxPatientMessages.value_or(0), 5);
        QVERIFY(expect.noSendAfterTakeOver);

        const auto nothing = parseScenario(with("expect", "{}"));
        QVERIFY(nothing && !nothing->expect.added && !nothing->expect.escalation && !nothing->expect.notesAdded);
    }

    void namesThePlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* tag, const char* member, const char* value, const char* place) {
            QTest::newRow(tag) << with(member, value) << QString::fromUtf8(place);
        };
        QTest::newRow("no JSON") << QByteArray("{\"id\": }") << QStringLiteral("byte 8");
        QTest::newRow("no object") << QByteArray("[]") << QStringLiteral("the scenario");
        row("unknown member", "sript", "[]", "the scenario has an unknown key \"sript\"");
        row("id", "id", "7", "id must be a text");
        row("now", "now", "\"today\"", "now must be a time");
        row("channel", "channel", "\"fax\"", "channel must be whatsapp");
        row("patient", "patient", "[]", "patient must be an object");
        row("patient: member", "patient", "{'tel':'1'}", "patient has an unknown key \"tel\"");
        row("patient: name", "patient", "{'name':1}", "patient.name must be a text");
        row("patient: language", "patient", "{'language':'fr'}", "patient.language must be he or en");
        row("script", "script", "{}", "script must be an array");
        row("step", "script", "[{'say':'a'},'b']", "script[1] must be an object");
        row("step: empty", "script", "[{}]", "script[0] must have exactly one of");
        row("step: member", "script", "[{'sing':'a'}]", "script[0] has an unknown key \"sing\"");
        row("step: two", "script", "[{'say':'a','wait':'PT1M'}]", "script[0] must have exactly one of");
        row("say", "script", "[{'say':7}]", "script[0].say must be");
        row("say: burst", "script", "[{'say':['a',7]}]", "script[0].say[1] must be");
        row("say: member", "script", "[{'say':{'sticker':'a'}}]", "script[0].say has an unknown key");
        row("say: two keys", "script", "[{'say':{'voice':'a','image':'b'}}]", "script[0].say must have exactly one");
        row("say: value", "script", "[{'say':{'voice':1}}]", "script[0].say.voice must be a text");
        row("location", "script", "[{'say':{'location':[1]}}]", "script[0].say.location must be");
        row("answer: kind", "script", "[{'answer':{'colour':'a'}}]", "script[0].answer has an unknown key");
        row("answer: value", "script", "[{'answer':{'slot':1}}]", "script[0].answer.slot must be a text");
        row("answer: max", "script", "[{'answer':{},'max':-1}]", "script[0].max must be a whole number");
        row("max alone", "script", "[{'say':'a','max':1}]", "script[0].max");
        row("wait", "script", "[{'wait':'5 minutes'}]", "script[0].wait must be an ISO 8601 duration");
        row("staff", "script", "[{'staff':{'sing':true}}]", "script[0].staff has an unknown key");
        row("staff: two", "script", "[{'staff':{'take_over':true,'hand_back':true}}]",
            "script[0].staff must have exactly one");
        row("staff: words", "script", "[{'staff':{'reply':true}}]", "script[0].staff.reply must be a text");
        row("fault: kind", "script", "[{'fault':{'target':'clinic','kind':'sad','for':'PT1M'}}]",
            "script[0].fault.kind must be one of");
        row("fault: target", "script", "[{'fault':{'target':'moon','kind':'down','for':'PT1M'}}]",
            "script[0].fault.target must be one of");
        row("fault: cached", "script", "[{'fault':{'target':'channel','kind':'cached','for':'PT1M'}}]",
            "script[0].fault.kind belongs to the clinic's records");
        row("fault: for", "script", "[{'fault':{'target':'clinic','kind':'down','for':'1'}}]",
            "script[0].fault.for must be an ISO 8601");
        row("expect", "expect", "[]", "expect must be an object");
        row("expect: member", "expect", "{'say':[]}", "expect has an unknown key \"say\"");
        row("added", "expect", "{'appointments_added':{}}", "expect.appointments_added must be an array");
        row("added: member", "expect", "{'appointments_added':[{},{'when':'x'}]}",
            "expect.appointments_added[1] has an unknown key");
        row("escalation", "expect", "{'escalation':'EMERGENCY'}", "expect.escalation");
        row("escalation: urgency", "expect", "{'escalation':{'urgency':'HIGH'}}", "expect.escalation.urgency must be");
        row("holder", "expect", "{'holder':'robot'}", "expect.holder must be");
        row("language", "expect", "{'language':'fr'}", "expect.language must be");
        row("says: list", "expect", "{'says':'price'}", "expect.says must be an array");
        row("says: pattern", "expect", "{'says':['a','(']}", "expect.says[1] is not a regular expression");
        row("never_says", "expect", "{'never_says':[7]}", "expect.never_says[0] must be a text");
        row("range", "expect", "{'sent_between':[1]}", "expect.sent_between must be [min, max]");
        row("range: value", "expect", "{'sent_between':[0,'b']}", "expect.sent_between[1] must be a whole number");
        row("max messages", "expect", "{'max_patient_messages':'3'}", "expect.max_patient_messages must be");
        row("invoices", "expect", "{'invoices_shown':[1]}", "expect.invoices_shown must be");
        row("notes", "expect", "{'notes_added':-2}", "expect.notes_added must be");
        row("after take-over", "expect", "{'no_send_after_takeover':'yes'}", "expect.no_send_after_takeover must be");
    }

    void namesThePlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const auto scenario = parseScenario(json);
        QVERIFY2(!scenario, "it was taken");
        QVERIFY(scenario.error().code == ErrorCode::InvalidInput);
        QVERIFY2(scenario.error().detail.contains(place), qUtf8Printable(scenario.error().detail));
    }

    void readsDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("hours") << QStringLiteral("PT2H") << qint64(7'200'000);
        QTest::newRow("days") << QStringLiteral("P3D") << qint64(259'200'000);
        QTest::newRow("mixed") << QStringLiteral("P1DT1H1M1S") << qint64(90'061'000);
        for (const char* wrong : {"", "P", "PT", "P1DT", "2H", "PT2", "PT-1H", "PT1.5H", "P1M", "PT1H "}) {
            QTest::addRow("\"%s\"", wrong) << QString::fromUtf8(wrong) << qint64(-1);
        }
    }

    void readsDurations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        const auto duration = simulation::parseDuration(text);
        QCOMPARE(duration ? qint64(duration->count()) : qint64(-1), milliseconds);
    }
};

QTEST_APPLESS_MAIN(TestScenario)
#include "test_scenario.moc"
