// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/modelclient.h"
#include "base/await.h"
#include "http/routedclient.h"
#include "simulation/doubles/modeldouble.h"

#include <QTest>

using namespace delpek;
using namespace delpek::agent;
using namespace delpek::simulation;
using base::Json;

namespace
{

using Provider = ModelDouble::Provider;

const QString names[] = {QStringLiteral("anthropic"), QStringLiteral("openai"), QStringLiteral("gemini")};

/// A provider with the client that speaks to it.
struct Line {
    explicit Line(Provider provider, bool streams = false)
        : model(ModelDouble::inProcess({provider}, clock))
        , http(model->routes(), clock)
        , endpoint{model->url(), QStringLiteral("key-of-the-double"), streams}
        , wire(llm::wireFor(names[int(provider)]))
    {
    }

    Result<llm::Completion> ask(const llm::Prompt& prompt)
    {
        const auto response = base::await(http.send(wire->ask(endpoint, prompt)));
        return response ? wire->read(*response) : fail(response.error());
    }

    /// The status that the double has for a request that was spoilt.
    int statusOf(const std::function<void(http::Request&, Json&)>& spoil)
    {
        http::Request request = wire->ask(endpoint, prompt());
        Json body = *base::parseJson(request.body);
        spoil(request, body);
        request.body = base::toBytes(body);
        return base::await(http.send(request))->status;
    }

    static llm::Prompt prompt()
    {
        llm::Prompt prompt;
        prompt.model = QStringLiteral("model-x");
        prompt.system = QStringLiteral("You answer for a clinic.");
        prompt.situation = QStringLiteral("Now.");
        prompt.needsTool = true;
        prompt.tools.push_back({QStringLiteral("find"),
                                QStringLiteral("Finds"),
                                {{"type", "object"}, {"properties", {{"day", {{"type", "string"}}}}}}});
        prompt.entries.push_back({llm::Speaker::User, QStringLiteral("שלום"), {}, {}});
        prompt.entries.push_back(
            {llm::Speaker::Model, {}, {{QStringLiteral("call_1"), QStringLiteral("find"), {{"day", "א"}}}}, {}});
        prompt.entries.push_back(
            {llm::Speaker::User, {}, {}, {{QStringLiteral("call_1"), QStringLiteral("find"), "no", true}}});
        return prompt;
    }

    base::VirtualClock clock{base::fromMillis(1'772'000'000'000)};
    std::unique_ptr<ModelDouble> model;
    http::RoutedClient http;
    llm::Endpoint endpoint;
    std::unique_ptr<llm::Wire> wire;
};

ModelReply twoCalls()
{
    ModelReply reply;
    reply.text = QStringLiteral("רגע, אני בודקת");
    reply.uses = {{QStringLiteral("find"), {{"day", "יום ראשון"}}}, {QStringLiteral("find"), {{"day", "שני"}}}};
    return reply;
}

} // namespace

class ModelDoubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWeAskIsRightForEachProvider_data() { providers(); }
    void whatWeAskIsRightForEachProvider();
    void aStreamThatBreaksOffIsAnError_data() { providers(); }
    void aStreamThatBreaksOffIsAnError();
    void stopsAreTold_data() { providers(); }
    void stopsAreTold();
    void modelsAreListed_data() { providers(); }
    void modelsAreListed();
    void whatAProviderRefusesIsRefused();
    void brokenArgumentsComeAsNull();

private:
    void providers()
    {
        QTest::addColumn<int>("provider");
        QTest::addColumn<bool>("streams");
        for (int i = 0; i < 3; ++i) {
            QTest::addRow("%s", qPrintable(names[i])) << i << false;
            QTest::addRow("%s in a stream", qPrintable(names[i])) << i << true;
        }
    }
};

void ModelDoubleTest::whatWeAskIsRightForEachProvider()
{
    QFETCH(int, provider);
    QFETCH(bool, streams);
    Line line{Provider(provider), streams};
    line.model->answerWith([](const Json&) { return twoCalls(); });
    const auto answer = line.ask(Line::prompt());
    QVERIFY2(answer, qPrintable(line.model->refusals().join(QLatin1Char('\n'))));
    QCOMPARE(answer->text, QStringLiteral("רגע, אני בודקת"));
    QCOMPARE(answer->uses.size(), std::size_t(2));
    QCOMPARE(base::textAt(answer->uses[0].arguments, "day"), QStringLiteral("יום ראשון"));
    QVERIFY(answer->uses[0].id != answer->uses[1].id);
    QVERIFY(answer->usage.input == 40 && answer->usage.output == 12);
    QCOMPARE(answer->model, QStringLiteral("model-x"));
}

void ModelDoubleTest::aStreamThatBreaksOffIsAnError()
{
    QFETCH(int, provider);
    QFETCH(bool, streams);
    if (!streams) {
        return;
    }
    Line line{Provider(provider), true};
    line.model->answerWith([](const Json&) {
        ModelReply reply = twoCalls();
        reply.streamBytes = 120;
        return reply;
    });
    QCOMPARE(line.ask(Line::prompt()).error().key, QStringLiteral("llm.cut"));
    line.model->answerWith([](const Json&) {
        ModelReply reply = twoCalls();
        reply.overloadInside = true;
        return reply;
    });
    QCOMPARE(line.ask(Line::prompt()).error().key, QStringLiteral("llm.overloaded"));
}

void ModelDoubleTest::stopsAreTold()
{
    QFETCH(int, provider);
    QFETCH(bool, streams);
    Line line{Provider(provider), streams};
    for (const auto& [stop, key] : {std::pair(ModelReply::Stop::Length, QStringLiteral("llm.length")),
                                    std::pair(ModelReply::Stop::Refusal, QStringLiteral("llm.refused"))}) {
        line.model->answerWith([stop = stop](const Json&) {
            ModelReply reply = twoCalls();
            reply.stop = stop;
            return reply;
        });
        QCOMPARE(line.ask(Line::prompt()).error().key, key);
    }
    Fault busy;
    busy.status = 429;
    busy.retryAfter = 9;
    line.model->failNext(1, busy);
    const auto limited = line.ask(Line::prompt());
    QCOMPARE(limited.error().key, QStringLiteral("llm.rate"));
    QVERIFY(limited.error().retryAfter == std::chrono::seconds(9));
}

void ModelDoubleTest::modelsAreListed()
{
    QFETCH(int, provider);
    Line line{Provider(provider)};
    llm::ModelClient client(llm::wireFor(names[provider]), line.endpoint, line.http, line.clock, {}, 1);
    const auto models = client.models({});
    QVERIFY(models);
    QCOMPARE(models->size(), std::size_t(1));
    QCOMPARE(models->front().id, QStringLiteral("model-x"));
}

void ModelDoubleTest::whatAProviderRefusesIsRefused()
{
    const auto without = [](const char* member) {
        return [member](http::Request&, Json& body) { body.erase(member); };
    };
    const auto noKey = [](http::Request& request, Json&) { request.headers = {{"content-type", "application/json"}}; };
    const auto unknown = [](http::Request&, Json& body) { body["surprise"] = 1; };
    const auto noAnswer = [](const char* list) {
        return [list](http::Request&, Json& body) { body[list].erase(body[list].size() - 1); };
    };
    const auto modelFirst = [](const char* list) {
        return [list](http::Request&, Json& body) { body[list].erase(0); };
    };
    Line anthropic(Provider::Anthropic);
    QCOMPARE(anthropic.statusOf(noKey), 401);
    QCOMPARE(anthropic.statusOf([](http::Request& request, Json&) { request.headers.removeFirst(); }), 400);
    QCOMPARE(anthropic.statusOf(without("max_tokens")), 400);
    QCOMPARE(anthropic.statusOf(unknown), 400);
    QCOMPARE(anthropic.statusOf(noAnswer("messages")), 400);
    QCOMPARE(anthropic.statusOf(modelFirst("messages")), 400);
    QCOMPARE(anthropic.statusOf([](http::Request&, Json& body) { body["model"] = "another"; }), 404);
    Line openAi(Provider::OpenAi);
    QCOMPARE(openAi.statusOf(noKey), 401);
    QCOMPARE(openAi.statusOf(unknown), 400);
    QCOMPARE(openAi.statusOf(noAnswer("messages")), 400);
    QCOMPARE(openAi.statusOf([](http::Request&, Json& body) { body["max_tokens"] = 5; }), 400);
    QCOMPARE(openAi.statusOf(without("tools")), 400);
    Line gemini(Provider::Gemini);
    QCOMPARE(gemini.statusOf(noKey), 400);
    QCOMPARE(gemini.statusOf(unknown), 400);
    QCOMPARE(gemini.statusOf(noAnswer("contents")), 400);
    QCOMPARE(
        gemini.statusOf([](http::Request&, Json& body) { body["contents"][1]["parts"][0].erase("thoughtSignature"); }),
        400);
    QCOMPARE(gemini.statusOf(
                 [](http::Request& request, Json&) { request.url.setQuery(QStringLiteral("key=key-of-the-double")); }),
             400);
    for (auto* line : {&anthropic, &openAi, &gemini}) {
        QCOMPARE(line->model->calls(), 0);
    }
}

void ModelDoubleTest::brokenArgumentsComeAsNull()
{
    for (const bool streams : {false, true}) {
        Line line(Provider::OpenAi, streams);
        line.model->answerWith([](const Json&) {
            ModelReply reply;
            reply.uses = {{QStringLiteral("find"), {}, "{\"day\": \"ro"}};
            return reply;
        });
        const auto answer = line.ask(Line::prompt());
        QVERIFY(answer && answer->uses.front().arguments.is_null());
    }
}

QTEST_GUILESS_MAIN(ModelDoubleTest)
#include "test_modeldouble.moc"
