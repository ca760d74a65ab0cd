// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/sse.h"
#include "agent/llm/wire.h"

#include <QTest>

using namespace delpek;
using namespace delpek::agent;

namespace
{

using base::Json;

Json parsed(const QByteArray& bytes)
{
    auto json = base::parseJson(bytes);
    if (!json) {
        qFatal("a test's JSON is none");
    }
    return *json;
}

/// A conversation with a call and its answer.
llm::Prompt samplePrompt()
{
    llm::Prompt prompt;
    prompt.model = QStringLiteral("model-x");
    prompt.system = QStringLiteral("You answer for a clinic.");
    prompt.situation = QStringLiteral("It is Sunday.");
    prompt.mostTokens = 300;
    prompt.needsTool = true;
    const Json schema{{"type", "object"}, {"properties", {{"day", {{"type", "string"}}}}}, {"required", {"day"}}};
    prompt.tools.push_back({QStringLiteral("find_slots"), QStringLiteral("Free times"), schema});
    prompt.entries.push_back({llm::Speaker::User, QStringLiteral("יש תור מחר?"), {}, {}});
    prompt.entries.push_back({llm::Speaker::Model,
                              {},
                              {{QStringLiteral("call_1"), QStringLiteral("find_slots"), {{"day", "2026-03-04"}}}},
                              {}});
    prompt.entries.push_back(
        {llm::Speaker::User,
         {},
         {},
         {{QStringLiteral("call_1"), QStringLiteral("find_slots"), {{"slots", {"10:30"}}}, false}}});
    return prompt;
}

http::Response streamed(const QByteArray& body)
{
    return {200, {{"Content-Type", "text/event-stream; charset=utf-8"}}, body};
}

const QByteArray anthropicStream = QByteArrayLiteral(
    "event: message_start\n"
    "data: {\"type\":\"message_start\",\"message\":{\"model\":\"model-x\",\"usage\":{\"input_tokens\":21,"
    "\"cache_read_input_tokens\":900,\"output_tokens\":1}}}\n\n"
    "event: content_block_start\n"
    "data: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n"
    "event: ping\ndata: {\"type\":\"ping\"}\n\n"
    "event: content_block_delta\n"
    "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"שלום\"}}\n\n"
    "event: content_block_start\n"
    "data: {\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_1\","
    "\"name\":\"find_slots\",\"input\":{}}}\n\n"
    "event: content_block_start\n"
    "data: {\"type\":\"content_block_start\",\"index\":2,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_2\","
    "\"name\":\"prices\",\"input\":{}}}\n\n"
    "event: content_block_delta\n"
    "data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":"
    "\"{\\\"day\\\":\\\"יו\"}}\n\n"
    "event: content_block_delta\n"
    "data: "
    "{\"type\":\"content_block_delta\",\"index\":2,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\"}}\n\n"
    "event: content_block_delta\n"
    "data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":"
    "\"ם\\\"}\"}}\n\n"
    ": keep-alive\n"
    "event: something_new\ndata: {\"type\":\"something_new\"}\n\n"
    "event: message_delta\n"
    "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"output_tokens\":40}}\n\n"
    "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");

const QByteArray openAiStream = QByteArrayLiteral(
    "data: "
    "{\"model\":\"model-x\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"שלום\"}}]}\n\n"
    "data: "
    "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"toolu_1\",\"function\":{\"name\":"
    "\"find_slots\",\"arguments\":\"\"}}]}}],\"usage\":null}\n\n"
    "data: "
    "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":1,\"id\":\"toolu_2\",\"function\":{\"name\":"
    "\"prices\",\"arguments\":\"{\"}},{\"index\":0,\"function\":{\"arguments\":\"{\\\"day\\\":\\\"יו\"}}]}}]}\n\n"
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"ם\\\"}\"}},"
    "{\"index\":1,\"function\":{\"arguments\":\"}\"}}],\"reasoning\":\"x\"}}]}\n\n"
    ": keep-alive\n\n"
    "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}],\"usage\":null}\n\n"
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":921,\"completion_tokens\":40,\"prompt_tokens_details\":"
    "{\"cached_tokens\":900}}}\n\n"
    "data: [DONE]\n\n");

const QByteArray geminiStream = QByteArrayLiteral(
    "data: "
    "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"hm\",\"thought\":true},{\"text\":\"שלו\"}"
    "]}}],\"modelVersion\":\"model-x\"}\r\n\r\n"
    "data: "
    "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"ם\"},{\"functionCall\":{\"id\":\"toolu_"
    "1\","
    "\"name\":\"find_slots\",\"args\":{\"day\":\"יום\"}}},{\"functionCall\":{\"id\":\"toolu_2\",\"name\":\"prices\"}}]}"
    ","
    "\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":921,\"cachedContentTokenCount\":900,"
    "\"candidatesTokenCount\":30,\"thoughtsTokenCount\":10}}\r\n\r\n");

const QByteArray& streamOf(const QString& provider)
{
    return provider == QLatin1String("anthropic") ? anthropicStream
           : provider == QLatin1String("openai")  ? openAiStream
                                                  : geminiStream;
}

} // namespace

class LlmWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventStreamMayBeCutAnywhere();
    void aRequestSaysWhatTheProviderExpects();
    void anAnswerInAStreamIsReadHoweverItIsCut_data();
    void anAnswerInAStreamIsReadHoweverItIsCut();
    void aStreamThatEndsEarlyIsCut_data() { providers(); }
    void aStreamThatEndsEarlyIsCut();
    void whatIsNoWholeAnswerIsATypedError_data();
    void whatIsNoWholeAnswerIsATypedError();
    void waitsAreObeyed();
    void callsWithoutIndexAreToldApart();
    void modelsAreListed();
    void argumentsThatAreNoObjectAreNull();

private:
    void providers()
    {
        QTest::addColumn<QString>("provider");
        for (const char* name : {"anthropic", "openai", "gemini"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
};

void LlmWireTest::anEventStreamMayBeCutAnywhere()
{
    const QByteArray stream("\xEF\xBB\xBF"
                            ": comment\r\nevent: a\rdata: \xD7\x90\r\ndata:b\nid: 7\n\nevent: nothing\n\ndata\n\n");
    for (qsizetype size = 1; size <= stream.size(); ++size) {
        llm::SseReader reader;
        std::vector<llm::SseEvent> events;
        for (qsizetype at = 0; at < stream.size(); at += size) {
            std::ranges::move(reader.feed(stream.mid(at, size)), std::back_inserter(events));
        }
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events[0].name, QByteArray("a"));
        QCOMPARE(events[0].data, QByteArray("\xD7\x90\nb"));
        QCOMPARE(events[1].name, QByteArray());
        QCOMPARE(events[1].data, QByteArray());
    }
}

void LlmWireTest::aRequestSaysWhatTheProviderExpects()
{
    const llm::Prompt prompt = samplePrompt();
    {
        const auto request = llm::wireFor(QStringLiteral("anthropic"))
                                 ->ask({QUrl(QStringLiteral("https://a.example")), QStringLiteral("k"), true}, prompt);
        QCOMPARE(request.url.toString(), QStringLiteral("https://a.example/v1/messages"));
        QCOMPARE(http::header(request.headers, "x-api-key"), QByteArray("k"));
        QCOMPARE(http::header(request.headers, "anthropic-version"), QByteArray("2023-06-01"));
        const Json body = parsed(request.body);
        QCOMPARE(body["max_tokens"].get<int>(), 300);
        QCOMPARE(base::textAt(body["tool_choice"], "type"), QStringLiteral("any"));
        QVERIFY(body["system"][0].contains("cache_control") && !body["system"][1].contains("cache_control"));
        QCOMPARE(base::textAt(body["messages"][1]["content"][0], "type"), QStringLiteral("tool_use"));
        QCOMPARE(base::textAt(body["messages"][2]["content"][0], "tool_use_id"), QStringLiteral("call_1"));
        QVERIFY(!body.contains("temperature"));
    }
    {
        const auto request =
            llm::wireFor(QStringLiteral("openai"))
                ->ask({QUrl(QStringLiteral("https://o.example/v1/")), QStringLiteral("k"), true}, prompt);
        QCOMPARE(request.url.toString(), QStringLiteral("https://o.example/v1/chat/completions"));
        QCOMPARE(http::header(request.headers, "Authorization"), QByteArray("Bearer k"));
        const Json body = parsed(request.body);
        QCOMPARE(body["max_completion_tokens"].get<int>(), 300);
        QCOMPARE(base::textAt(body["messages"][2]["tool_calls"][0]["function"], "arguments"),
                 QStringLiteral("{\"day\":\"2026-03-04\"}"));
        QCOMPARE(base::textAt(body["messages"][3], "role"), QStringLiteral("tool"));
        QVERIFY(body["messages"][2]["content"].is_null());
        QVERIFY(body["stream_options"]["include_usage"].get<bool>());
    }
    {
        const auto request =
            llm::wireFor(QStringLiteral("gemini"))
                ->ask({QUrl(QStringLiteral("https://g.example/v1beta")), QStringLiteral("k"), true}, prompt);
        QCOMPARE(request.url.toString(),
                 QStringLiteral("https://g.example/v1beta/models/model-x:streamGenerateContent?alt=sse"));
        QCOMPARE(http::header(request.headers, "x-goog-api-key"), QByteArray("k"));
        const Json body = parsed(request.body);
        QCOMPARE(base::textAt(body["contents"][1], "role"), QStringLiteral("model"));
        QVERIFY(body["contents"][1]["parts"][0].contains("thoughtSignature"));
        QVERIFY(body["contents"][2]["parts"][0]["functionResponse"]["response"].contains("output"));
        QCOMPARE(base::textAt(body["toolConfig"]["functionCallingConfig"], "mode"), QStringLiteral("ANY"));
    }
}

void LlmWireTest::anAnswerInAStreamIsReadHoweverItIsCut_data()
{
    providers();
}

void LlmWireTest::anAnswerInAStreamIsReadHoweverItIsCut()
{
    QFETCH(QString, provider);
    const auto wire = llm::wireFor(provider);
    const QByteArray& stream = streamOf(provider);
    for (const qsizetype size : {qsizetype(1), qsizetype(3), qsizetype(7), qsizetype(64), stream.size()}) {
        const auto reader = wire->streamReader();
        for (qsizetype at = 0; at < stream.size(); at += size) {
            reader->feed(stream.mid(at, size));
        }
        const auto answer = reader->finish();
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->text, QStringLiteral("שלום"));
        QCOMPARE(answer->uses.size(), std::size_t(2));
        QCOMPARE(answer->uses[0].id, QStringLiteral("toolu_1"));
        QCOMPARE(base::textAt(answer->uses[0].arguments, "day"), QStringLiteral("יום"));
        QCOMPARE(answer->uses[1].name, QStringLiteral("prices"));
        QVERIFY(answer->uses[1].arguments == Json::object());
        QVERIFY((answer->usage == llm::Usage{21, 900, 0, 40}));
        QCOMPARE(answer->model, QStringLiteral("model-x"));
    }
}

void LlmWireTest::aStreamThatEndsEarlyIsCut()
{
    QFETCH(QString, provider);
    const auto wire = llm::wireFor(provider);
    const QByteArray& stream = streamOf(provider);
    // Each beginning of the stream but those that lack nothing that counts.
    for (qsizetype size = 0; size < stream.size() - 40; size += 11) {
        if (provider == QLatin1String("gemini") && stream.left(size).contains("finishReason") &&
            stream.left(size).endsWith("\n")) {
            continue;
        }
        const auto answer = wire->read(streamed(stream.left(size)));
        QVERIFY2(!answer, qPrintable(QString::number(size)));
        QCOMPARE(answer.error().key, QStringLiteral("llm.cut"));
        QVERIFY(base::isTransient(answer.error().code));
    }
}

void LlmWireTest::whatIsNoWholeAnswerIsATypedError_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("key");
    const auto row = [](const char* provider, int status, const char* body, const char* key) {
        QTest::addRow("%s %d %s %s", provider, status, key, QByteArray(body).left(60).constData())
            << QString::fromLatin1(provider) << status << QByteArray(body) << QString::fromLatin1(key);
    };
    const auto anthropic = [&row](int status, const char* type, const char* key) {
        row("anthropic", status,
            qPrintable(QStringLiteral("{\"type\":\"error\",\"error\":{\"type\":\"%1\"}}").arg(QLatin1String(type))),
            key);
    };
    anthropic(400, "invalid_request_error", "llm.request");
    anthropic(401, "authentication_error", "llm.key");
    anthropic(402, "billing_error", "llm.quota");
    anthropic(403, "permission_error", "llm.right");
    anthropic(404, "not_found_error", "llm.model");
    anthropic(413, "request_too_large", "llm.too-long");
    anthropic(429, "rate_limit_error", "llm.rate");
    anthropic(500, "api_error", "llm.overloaded");
    anthropic(529, "overloaded_error", "llm.overloaded");
    row("anthropic", 200, "{\"type\":\"message\",\"content\":[],\"stop_reason\":\"end_turn\"}", "llm.empty");
    row("anthropic", 200,
        "{\"type\":\"message\",\"content\":[{\"type\":\"text\",\"text\":\"I\"}],\"stop_reason\":\"refusal\"}",
        "llm.refused");
    row("anthropic", 200,
        "{\"type\":\"message\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"n\",\"input\":{}}],\"stop_"
        "reason\":"
        "\"max_tokens\"}",
        "llm.length");
    row("anthropic", 200, "{\"type\":\"message\"}", "llm.malformed");
    row("anthropic", 200, "<html>", "llm.malformed");
    row("anthropic", 502, "<html>", "llm.overloaded");
    row("openai", 401, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}", "llm.key");
    row("openai", 429, "{\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}", "llm.quota");
    row("openai", 429, "{\"error\":{\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}", "llm.rate");
    row("openai", 404, "{\"error\":{\"code\":\"model_not_found\"}}", "llm.model");
    row("openai", 400, "{\"error\":{\"code\":\"context_length_exceeded\"}}", "llm.too-long");
    row("openai", 400, "{\"error\":{\"code\":400,\"type\":\"exceed_context_size_error\",\"n_ctx\":4096}}",
        "llm.too-long");
    row("openai", 503, "{\"error\":{\"code\":503,\"message\":\"Loading model\",\"type\":\"unavailable_error\"}}",
        "llm.overloaded");
    row("openai", 400, "{\"object\":\"error\",\"type\":\"BadRequestError\",\"code\":400}", "llm.request");
    row("openai", 200, "{\"choices\":[{\"message\":{\"content\":\"a\"},\"finish_reason\":\"length\"}]}", "llm.length");
    row("openai", 200, "{\"choices\":[{\"message\":{\"content\":\"a\"},\"finish_reason\":\"content_filter\"}]}",
        "llm.refused");
    row("openai", 200, "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"No\"},\"finish_reason\":\"stop\"}]}",
        "llm.refused");
    row("openai", 200, "{\"choices\":[]}", "llm.malformed");
    row("openai", 200, "{\"choices\":[{\"message\":{\"content\":\"\"},\"finish_reason\":\"stop\"}]}", "llm.empty");
    row("gemini", 400,
        "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}",
        "llm.key");
    row("gemini", 400, "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\"}}", "llm.request");
    row("gemini", 429, "[{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\"}}]", "llm.rate");
    row("gemini", 503, "{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\"}}", "llm.overloaded");
    row("gemini", 200, "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}", "llm.refused");
    row("gemini", 200, "{\"candidates\":[{\"finishReason\":\"SAFETY\"}]}", "llm.refused");
    row("gemini", 200, "{\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}]}", "llm.length");
    row("gemini", 200, "{\"candidates\":[{\"finishReason\":\"MALFORMED_FUNCTION_CALL\"}]}", "llm.malformed");
    row("gemini", 200, "{\"candidates\":[{\"finishReason\":\"STOP\"}]}", "llm.empty");
    row("gemini", 200, "{}", "llm.cut");
}

void LlmWireTest::whatIsNoWholeAnswerIsATypedError()
{
    QFETCH(QString, provider);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, key);
    const auto answer = llm::wireFor(provider)->read({status, {{"Content-Type", "application/json"}}, body});
    QVERIFY(!answer);
    QCOMPARE(answer.error().key, key);
    const bool passes =
        key == QLatin1String("llm.rate") || key == QLatin1String("llm.overloaded") || key == QLatin1String("llm.cut");
    QCOMPARE(base::isTransient(answer.error().code), passes);
}

void LlmWireTest::waitsAreObeyed()
{
    const auto wait = [](const char* provider, const http::Headers& headers, const QByteArray& body = "{}") {
        return llm::wireFor(QString::fromLatin1(provider))->read({429, headers, body}).error().retryAfter;
    };
    using std::chrono::seconds;
    QVERIFY(wait("anthropic", {{"retry-after", "7"}}) == seconds(7));
    QVERIFY(wait("openai", {{"Retry-After", "7"}, {"retry-after-ms", "250"}}) == std::chrono::milliseconds(250));
    QVERIFY(wait("openai", {{"retry-after", "Sun, 06 Nov 1994 08:49:57 GMT"},
                            {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}}) == seconds(20));
    QVERIFY(
        wait("gemini", {}, "{\"error\":{\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"retryDelay\":\"34s\"}]}}") ==
        seconds(34));
    QVERIFY(!wait("anthropic", {{"retry-after", "soon"}}));
}

void LlmWireTest::callsWithoutIndexAreToldApart()
{
    const auto answer =
        llm::wireFor(QStringLiteral("openai"))
            ->read(streamed("data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"a\",\"function\":{"
                            "\"name\":\"x\",\"arguments\":\"{\"}}]}}]}\n\n"
                            "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"function\":{\"arguments\":"
                            "\"}\"}},{\"id\":\"b\",\"function\":{\"name\":\"y\",\"arguments\":\"{}\"}}]},"
                            "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"));
    QVERIFY(answer);
    QCOMPARE(answer->uses.size(), std::size_t(2));
    QVERIFY(answer->uses[0].arguments == Json::object());
    QCOMPARE(answer->uses[1].id, QStringLiteral("b"));
}

void LlmWireTest::modelsAreListed()
{
    const auto anthropic = llm::wireFor(QStringLiteral("anthropic"))
                               ->readModels({200,
                                             {},
                                             "{\"data\":[{\"id\":\"m-1\",\"display_name\":\"One\"}],\"has_more\":true,"
                                             "\"last_id\":\"m-1\"}"});
    QVERIFY(anthropic);
    QCOMPARE(anthropic->next, QStringLiteral("m-1"));
    const auto gemini =
        llm::wireFor(QStringLiteral("gemini"))
            ->readModels({200,
                          {},
                          "{\"models\":[{\"name\":\"models/m-2\",\"supportedGenerationMethods\":["
                          "\"generateContent\"]},{\"name\":\"models/e\",\"supportedGenerationMethods\":["
                          "\"embedContent\"]}]}"});
    QVERIFY(gemini);
    QCOMPARE(gemini->models.size(), std::size_t(1));
    QCOMPARE(gemini->models[0].id, QStringLiteral("m-2"));
    const auto refused = llm::wireFor(QStringLiteral("openai"))->readModels({401, {}, "{}"});
    QVERIFY(!refused && refused.error().key == QLatin1String("llm.key"));
}

void LlmWireTest::argumentsThatAreNoObjectAreNull()
{
    const auto answer =
        llm::wireFor(QStringLiteral("openai"))
            ->read(
                {200,
                 {},
                 "{\"choices\":[{\"message\":{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"x\",\"arguments\":"
                 "\"{\\\"day\\\": \"}}]},\"finish_reason\":\"tool_calls\"}]}"});
    QVERIFY(answer);
    QVERIFY(answer->uses[0].arguments.is_null());
}

QTEST_GUILESS_MAIN(LlmWireTest)
#include "test_llmwire.moc"
