// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/whatsapp/templateservice.h"
#include "domain/isolate.h"
#include "http/networkclient.h"
#include "simulation/doubles/graphdouble.h"
#include "support/paths.h"

#include <QSet>
#include <QTest>

using namespace delpek;
using base::Json;
using channels::whatsapp::Template;
using simulation::GraphDouble;

namespace
{

const base::Instant start = base::fromMillis(1'767'225'600'000);

Template sample()
{
    Template one;
    one.name = QStringLiteral("visit");
    one.language = QStringLiteral("he");
    one.category = QStringLiteral("UTILITY");
    one.header = QStringLiteral("A word from {{clinic}} today");
    one.body = QStringLiteral("Hello {{name}}, see you at {{time}} then.");
    one.footer = QStringLiteral("Front desk");
    one.buttons = {{QStringLiteral("yes"), QStringLiteral("Yes")}, {QStringLiteral("no"), QStringLiteral("No")}};
    one.examples = {{QStringLiteral("clinic"), QStringLiteral("Rimon")},
                    {QStringLiteral("name"), QStringLiteral("Dana")},
                    {QStringLiteral("time"), QStringLiteral("10:30")}};
    return one;
}

domain::TemplateUse use(const Template& one)
{
    return {one.name, one.language, one.examples};
}

std::vector<Template> ours()
{
    return channels::whatsapp::loadTemplates(test::sourcePath("resources/templates")).value();
}

using Change = std::function<void(Template&)>;

} // namespace
Q_DECLARE_METATYPE(Change)

class TestWhatsAppTemplates : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;

    channels::whatsapp::Business business(const GraphDouble& graph)
    {
        return {{graph.url(), graph.setup().version, graph.setup().phoneNumberId},
                graph.setup().businessAccountId,
                QString::fromLatin1(graph.setup().token)};
    }

private Q_SLOTS:
    /// Four templates in both languages, each with the same fields and buttons in both.
    void oursAreWhole()
    {
        const auto templates = ours();
        QSet<QString> names;
        for (const Template& one : templates) {
            names.insert(one.name);
            for (const QString& language : {QStringLiteral("he"), QStringLiteral("en")}) {
                const Template* other = channels::whatsapp::findTemplate(templates, one.name, language);
                QVERIFY2(other, qPrintable(one.name));
                auto mine = variablesOf(one);
                auto theirs = variablesOf(*other);
                mine.sort();
                theirs.sort();
                QCOMPARE(mine, theirs);
                QCOMPARE(one.buttons.size(), other->buttons.size());
            }
            QVERIFY(channels::whatsapp::preview(one, use(one)));
        }
        QCOMPARE(names,
                 (QSet<QString>{QStringLiteral("appointment_confirmation"), QStringLiteral("appointment_reminder"),
                                QStringLiteral("payment_reminder"), QStringLiteral("general_information")}));
        QCOMPARE(templates.size(), std::size_t(8));
    }

    void rules_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char* name, const char* rule, Change change) {
            QTest::newRow(name) << change << QString::fromLatin1(rule);
        };
        const auto body = [](const char* text) {
            return [text](Template& one) { one.body = QString::fromUtf8(text); };
        };
        row("name with a space", "name", [](Template& one) { one.name = QStringLiteral("a visit"); });
        row("name in capitals", "name", [](Template& one) { one.name = QStringLiteral("Visit"); });
        row("name too long", "name", [](Template& one) { one.name = QString(513, QLatin1Char('a')); });
        row("language", "language", [](Template& one) { one.language = QStringLiteral("en-US"); });
        row("category", "category", [](Template& one) { one.category = QStringLiteral("utility"); });
        row("header too long", "line-length",
            [](Template& one) { one.header = QStringLiteral("x {{clinic}} ") + QString(48, QLatin1Char('x')); });
        row("header of two lines", "line-breaks", [](Template& one) { one.header += QStringLiteral("\nx"); });
        row("two in the header", "header-variables",
            [](Template& one) { one.header = QStringLiteral("x {{clinic}} and {{name}} x"); });
        row("footer too long", "line-length", [](Template& one) { one.footer = QString(61, QLatin1Char('x')); });
        row("one in the footer", "footer-variables",
            [](Template& one) { one.footer = QStringLiteral("by {{clinic}} now"); });
        row("no body", "body-length", body(" "));
        row("body too long", "body-length", [](Template& one) { one.body += QString(1024, QLatin1Char('x')); });
        row("at the start", "variable-at-start", body("{{name}}, at {{time}} then"));
        row("behind a quotation mark", "variable-at-start", body("\"{{name}}\", at {{time}} then"));
        row("at the end", "variable-at-end", body("Hello {{name}}, at {{time}}"));
        row("before a full stop", "variable-at-end", body("Hello {{name}}, at {{time}}."));
        row("header closes", "variable-at-end", [](Template& one) { one.header = QStringLiteral("By {{clinic}}"); });
        row("they touch", "variables-touch", body("Hello {{name}}{{time}} then"));
        row("capitals", "variable-form", body("Hello {{Name}}, at {{time}} then"));
        row("half of the braces", "variable-form", body("Hello {{name}}, at {{time then"));
        row("number among names", "variable-form", body("Hello {{name}}, at {{1}} then"));
        row("order of numbers", "variable-order", [](Template& one) {
            one.positional = true;
            one.header.clear();
            one.body = QStringLiteral("Hello {{2}}, at {{1}} then");
            one.examples = {{QStringLiteral("1"), QStringLiteral("a")}, {QStringLiteral("2"), QStringLiteral("b")}};
        });
        row("no example", "example", [](Template& one) { one.examples.pop_back(); });
        row("example of nothing", "example",
            [](Template& one) { one.examples.emplace_back(QStringLiteral("other"), QStringLiteral("x")); });
        row("example of two lines", "example", [](Template& one) { one.examples[1].second = QStringLiteral("a\nb"); });
        row("label too long", "button-label",
            [](Template& one) { one.buttons[0].label = QString(26, QLatin1Char('x')); });
        row("label with a variable", "button-label",
            [](Template& one) { one.buttons[0].label = QStringLiteral("{{name}}"); });
        row("no value", "button-value", [](Template& one) { one.buttons[0].value.clear(); });
        row("twins", "button-twin", [](Template& one) { one.buttons[0].label = one.buttons[1].label; });
        row("eleven buttons", "buttons", [](Template& one) {
            for (int i = 0; i < 9; ++i) {
                one.buttons.push_back({QString::number(i), QStringLiteral("B%1").arg(i)});
            }
        });
    }
    void rules()
    {
        QFETCH(Change, change);
        QFETCH(QString, rule);
        Template one = sample();
        QVERIFY(objectionsTo(one).empty());
        change(one);
        QStringList broken;
        for (const auto& objection : objectionsTo(one)) {
            broken << objection.rule;
        }
        QVERIFY2(broken.contains(rule), qPrintable(broken.join(QLatin1Char(' '))));
    }

    void filesAreRefusedByTheirPlace()
    {
        using channels::whatsapp::readTemplates;
        QCOMPARE(readTemplates("{").error().code, ErrorCode::InvalidInput);
        QVERIFY(readTemplates(R"({"name":"a"})").error().detail.startsWith(QLatin1String("texts")));
        const auto broken = readTemplates(R"({"name":"a","category":"UTILITY","texts":{"he":{"body":"{{x}} y"}}})");
        QVERIFY(!broken);
        QVERIFY2(broken.error().detail.startsWith(QLatin1String("texts.he: variable-at-start")),
                 qPrintable(broken.error().detail));
        QVERIFY(!channels::whatsapp::loadTemplates(QStringLiteral("/nowhere")));
    }

    void previewsWithValues()
    {
        const auto text = channels::whatsapp::preview(sample(), use(sample()));
        QVERIFY(text);
        QCOMPARE(domain::withoutIsolates(*text),
                 QStringLiteral("A word from Rimon today\n\nHello Dana, see you at 10:30 then.\n\nFront desk"));
        QVERIFY2(text->contains(domain::isolate(QStringLiteral("10:30"))), "values keep their direction");
        auto odd = use(sample());
        odd.fields[1].second = QStringLiteral("{{time}}");
        QVERIFY(channels::whatsapp::preview(sample(), odd)->contains(QLatin1String("{{time}}")));
    }

    void refusesValues_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("line end") << QStringLiteral("name") << QStringLiteral("Dana\nLevi");
        QTest::newRow("carriage return") << QStringLiteral("name") << QStringLiteral("Dana\rLevi");
        QTest::newRow("tab") << QStringLiteral("name") << QStringLiteral("Dana\tLevi");
        QTest::newRow("five spaces") << QStringLiteral("name") << QStringLiteral("Dana     Levi");
        QTest::newRow("empty") << QStringLiteral("name") << QString();
        QTest::newRow("blank") << QStringLiteral("time") << QStringLiteral("  ");
        QTest::newRow("extra") << QStringLiteral("other") << QStringLiteral("x");
        QTest::newRow("too long") << QStringLiteral("name") << QString(1000, QLatin1Char('x'));
        QTest::newRow("too long above") << QStringLiteral("clinic") << QString(50, QLatin1Char('x'));
    }
    void refusesValues()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        auto filled = use(sample());
        const auto found = std::find_if(filled.fields.begin(), filled.fields.end(),
                                        [&](const auto& one) { return one.first == field; });
        if (found != filled.fields.end()) {
            found->second = value;
        } else {
            filled.fields.emplace_back(field, value);
        }
        const Template one = sample();
        for (const auto& error :
             {channels::whatsapp::preview(one, filled).error(), channels::whatsapp::useBody(filled, &one).error()}) {
            QCOMPARE(error.code, ErrorCode::InvalidInput);
            QCOMPARE(error.key, QStringLiteral("send.templateFields"));
        }
    }

    void refusesAMissingField()
    {
        auto filled = use(sample());
        filled.fields.pop_back();
        const auto text = channels::whatsapp::preview(sample(), filled);
        QVERIFY(!text);
        QVERIFY2(text.error().detail.contains(QLatin1String("time")), qPrintable(text.error().detail));
    }

    void fourSpacesAreFine()
    {
        auto filled = use(sample());
        filled.fields[1].second = QStringLiteral("Dana    Levi");
        QVERIFY(channels::whatsapp::preview(sample(), filled));
    }

    void namedParametersGoWhereTheyBelong()
    {
        const Template one = sample();
        const auto body = channels::whatsapp::useBody(use(one), &one);
        QVERIFY(body);
        const auto wanted = base::parseJson(
            R"({"name":"visit","language":{"code":"he"},"components":[
                {"type":"header","parameters":[{"type":"text","text":"Rimon","parameter_name":"clinic"}]},
                {"type":"body","parameters":[{"type":"text","text":"Dana","parameter_name":"name"},
                                             {"type":"text","text":"10:30","parameter_name":"time"}]},
                {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"yes"}]},
                {"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"no"}]}]})");
        QCOMPARE(base::toCompactText(*body), base::toCompactText(*wanted));
    }

    void positionalParametersHaveNoNames()
    {
        const domain::TemplateUse numbers{QStringLiteral("old"),
                                          QStringLiteral("en_US"),
                                          {{QStringLiteral("1"), QStringLiteral("Dana")},
                                           {QStringLiteral("2"), domain::isolate(QStringLiteral("10:30"))}}};
        const auto wanted = base::parseJson(
            R"({"name":"old","language":{"code":"en_US"},"components":[
                {"type":"body","parameters":[{"type":"text","text":"Dana"},{"type":"text","text":"10:30"}]}]})");
        const auto unknown = channels::whatsapp::useBody(numbers, nullptr);
        QCOMPARE(base::toCompactText(unknown.value()), base::toCompactText(*wanted));
        Template one = sample();
        one.positional = true;
        one.header.clear();
        one.buttons.clear();
        one.body = QStringLiteral("Hello {{1}}, at {{2}} then");
        const auto known = channels::whatsapp::useBody(numbers, &one);
        QCOMPARE(base::toCompactText(base::at(known.value(), "components")),
                 base::toCompactText(base::at(*wanted, "components")));
    }

    void onlyTheApprovedMayBeSent()
    {
        QVERIFY(channels::whatsapp::mayBeSent(QStringLiteral("approved")));
        QVERIFY2(channels::whatsapp::mayBeSent({}), "where nothing is known Meta decides");
        for (const char* state : {"pending", "rejected", "paused", "disabled", "deleted", "in_appeal", "archived"}) {
            QVERIFY(!channels::whatsapp::mayBeSent(QLatin1String(state)));
        }
    }

    /// Meta takes ours as they are, tells of all of them page by page, and nothing is made twice.
    void handsInWhatIsMissing()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        const auto who = business(*graph);
        auto known = base::await(channels::whatsapp::readTemplates(m_client, who));
        QVERIFY(known);
        QVERIFY(known->empty());
        const auto templates = ours();
        for (const Template& one : channels::whatsapp::missingTemplates(templates, *known)) {
            const auto made = base::await(channels::whatsapp::createTemplate(m_client, who, one));
            QVERIFY2(made, qPrintable(made ? QString() : base::describe(made.error())));
            QCOMPARE(made->state, QStringLiteral("pending"));
            QVERIFY(!made->id.isEmpty());
        }
        QCOMPARE(graph->templateCount(), templates.size());
        graph->setTemplateState(QStringLiteral("payment_reminder"), QStringLiteral("he"), QStringLiteral("REJECTED"),
                                QStringLiteral("INCORRECT_CATEGORY"));
        known = base::await(channels::whatsapp::readTemplates(m_client, who));
        QVERIFY(known);
        QCOMPARE(known->size(), templates.size());
        QVERIFY(channels::whatsapp::missingTemplates(templates, *known).empty());
        const auto* rejected = channels::whatsapp::findRemote(
            *known,
            *channels::whatsapp::findTemplate(templates, QStringLiteral("payment_reminder"), QStringLiteral("he")));
        QVERIFY(rejected);
        QCOMPARE(rejected->state, QStringLiteral("rejected"));
        QCOMPARE(rejected->reason, QStringLiteral("incorrect_category"));
        const auto twice = base::await(channels::whatsapp::createTemplate(m_client, who, templates.front()));
        QCOMPARE(twice.error().key, QStringLiteral("template.refused"));
        QCOMPARE(graph->templateCount(), templates.size());
    }

    void whatTheValidatorLetsThroughMetaTakes()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        QVERIFY(base::await(channels::whatsapp::createTemplate(m_client, business(*graph), sample())));
        Template positional = sample();
        positional.name = QStringLiteral("old");
        positional.positional = true;
        positional.header = QStringLiteral("By {{1}} today");
        positional.body = QStringLiteral("Hello {{2}}, at {{3}} then");
        positional.examples = {{QStringLiteral("1"), QStringLiteral("a")},
                               {QStringLiteral("2"), QStringLiteral("b")},
                               {QStringLiteral("3"), QStringLiteral("c")}};
        QVERIFY(objectionsTo(positional).empty());
        QVERIFY(base::await(channels::whatsapp::createTemplate(m_client, business(*graph), positional)));
        Template bad = sample();
        bad.name = QStringLiteral("bad");
        bad.body = QStringLiteral("Hello {{name}}, at {{time}}");
        QCOMPARE(base::await(channels::whatsapp::createTemplate(m_client, business(*graph), bad)).error().key,
                 QStringLiteral("template.refused"));
    }

    void oneThatWasRefusedIsChangedAndOneIsRemoved()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        auto one = sample();
        const auto made = base::await(channels::whatsapp::createTemplate(m_client, business(*graph), one)).value();
        one.body = QStringLiteral("Good morning {{name}}, see you at {{time}} then.");
        const auto early = base::await(channels::whatsapp::changeTemplate(m_client, business(*graph), made.id, one));
        QVERIFY2(!early, "it is being looked at");
        graph->setTemplateState(one.name, one.language, QStringLiteral("REJECTED"), QStringLiteral("PROMOTIONAL"));
        const auto changed =
            base::await(channels::whatsapp::changeTemplate(m_client, business(*graph), made.id, one)).value();
        QCOMPARE(changed.state, QStringLiteral("pending"));
        auto known = base::await(channels::whatsapp::readTemplates(m_client, business(*graph))).value();
        QCOMPARE(known.size(), size_t(1));
        QCOMPARE(known.front().id, made.id);
        QCOMPARE(known.front().state, QStringLiteral("pending"));
        auto wrong = known.front();
        wrong.name = QStringLiteral("another");
        QVERIFY(!base::await(channels::whatsapp::deleteTemplate(m_client, business(*graph), wrong)));
        QVERIFY(base::await(channels::whatsapp::deleteTemplate(m_client, business(*graph), known.front())));
        QCOMPARE(graph->templateCount(), size_t(0));
        QVERIFY(!base::await(channels::whatsapp::changeTemplate(m_client, business(*graph), made.id, one)));
    }

    void faultsOfTheAccountAreTold()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        auto who = business(*graph);
        graph->failNext(1, GraphDouble::graphFault(80007), simulation::GraphDoor::Management);
        const auto limited = base::await(channels::whatsapp::readTemplates(m_client, who));
        QCOMPARE(limited.error().code, ErrorCode::RateLimited);
        who.accountId = QStringLiteral("1");
        QCOMPARE(base::await(channels::whatsapp::readTemplates(m_client, who)).error().key,
                 QStringLiteral("send.configuration"));
        who.token = QStringLiteral("other");
        QCOMPARE(base::await(channels::whatsapp::readTemplates(m_client, who)).error().code, ErrorCode::Unauthorised);
    }
};

QTEST_GUILESS_MAIN(TestWhatsAppTemplates)
#include "test_whatsapptemplates.moc"
