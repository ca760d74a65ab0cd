// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/scriptedclient.h"
#include "channels/whatsapp/body.h"
#include "channels/whatsapp/channel.h"
#include "channels/whatsapp/templateservice.h"
#include "domain/isolate.h"
#include "http/networkclient.h"
#include "simulation/doubles/graphdouble.h"
#include "support/opusbytes.h"
#include "support/paths.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using channels::Outgoing;
using channels::OutgoingFile;
using channels::WhatsAppChannel;
using domain::MessageKind;
using simulation::GraphDoor;
using simulation::GraphDouble;

namespace
{

const base::Instant start = base::fromMillis(1'767'225'600'000);
const QString patient = QStringLiteral("972540001122");

Outgoing words(const QString& text)
{
    Outgoing message;
    message.to = {domain::ChannelKind::WhatsApp, QStringLiteral("77"), patient};
    message.text = text;
    message.reference = QStringLiteral("out-1");
    return message;
}

Outgoing withFile(MessageKind kind, const char* type, const QByteArray& bytes, const QString& caption = {})
{
    Outgoing message = words(caption);
    message.file = OutgoingFile{kind, QString::fromLatin1(type), QStringLiteral("קובץ 1.bin"), false, bytes};
    return message;
}

} // namespace

/// What goes out beyond words, and what comes in as files.
class TestWhatsAppSending : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;
    std::unique_ptr<GraphDouble> m_graph;

    WhatsAppChannel channel(std::vector<channels::whatsapp::Template> templates = {}, base::Duration timeout = 10s)
    {
        WhatsAppChannel::Setup setup;
        setup.endpoint = {m_graph->url(), m_graph->setup().version, m_graph->setup().phoneNumberId};
        setup.token = [token = QString::fromLatin1(m_graph->setup().token)] { return token; };
        setup.templates = std::move(templates);
        setup.timeout = timeout;
        setup.fileTimeout = timeout;
        return WhatsAppChannel(std::move(setup), m_client);
    }

private Q_SLOTS:
    void init() { m_graph = std::move(GraphDouble::start({}, m_clock).value()); }

    void filesArrive_data()
    {
        QTest::addColumn<Outgoing>("message");
        QTest::addColumn<QString>("method");
        QTest::newRow("picture") << withFile(MessageKind::Image, "image/jpeg", "jpeg", QStringLiteral("ראי"))
                                 << QStringLiteral("image");
        QTest::newRow("picture without words")
            << withFile(MessageKind::Image, "image/png", "png") << QStringLiteral("image");
        QTest::newRow("video") << withFile(MessageKind::Video, "video/mp4", "mp4", QStringLiteral("look"))
                               << QStringLiteral("video");
        QTest::newRow("sound") << withFile(MessageKind::Audio, "audio/mpeg", "mp3") << QStringLiteral("audio");
        Outgoing voice = withFile(MessageKind::Audio, "audio/ogg; codecs=opus", support::opusBytes());
        voice.file->voice = true;
        QTest::newRow("voice") << voice << QStringLiteral("audio");
        QTest::newRow("document") << withFile(MessageKind::Document, "application/pdf", "pdf",
                                              QStringLiteral("invoice"))
                                  << QStringLiteral("document");
        QTest::newRow("sticker") << withFile(MessageKind::Sticker, "image/webp", "webp") << QStringLiteral("sticker");
        Outgoing choices = withFile(MessageKind::Document, "application/pdf", "pdf", QStringLiteral("Is it right?"));
        choices.options = {{QStringLiteral("yes"), QStringLiteral("Yes")},
                           {QStringLiteral("no"), QStringLiteral("No")}};
        QTest::newRow("document with buttons") << choices << QStringLiteral("interactive");
    }
    void filesArrive()
    {
        QFETCH(Outgoing, message);
        QFETCH(QString, method);
        auto whatsapp = channel();
        QVERIFY(whatsapp.checkFile(*message.file));
        const auto receipt = base::await(whatsapp.send(message));
        QVERIFY2(receipt, qPrintable(receipt ? QString() : base::describe(receipt.error())));
        const auto sent = m_graph->sent();
        QCOMPARE(sent.size(), std::size_t(1));
        QCOMPARE(sent[0].providerId, receipt->providerId);
        QCOMPARE(sent[0].method, method);
        QCOMPARE(sent[0].file, message.file->bytes);
        QCOMPARE(sent[0].fileType, message.file->type.section(QLatin1Char(';'), 0, 0));
        QCOMPARE(sent[0].text, message.text);
        QCOMPARE(sent[0].spoken, message.file->voice);
        QCOMPARE(sent[0].options.size(), message.options.size());
        QCOMPARE(sent[0].reference, QStringLiteral("out-1"));
        if (method == QLatin1String("document")) {
            QCOMPARE(sent[0].fileName, QStringLiteral("קובץ 1.bin"));
        }
    }

    void filesThatDoNotGo_data()
    {
        QTest::addColumn<Outgoing>("message");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* name, const Outgoing& message, const char* key) {
            QTest::newRow(name) << message << QString::fromLatin1(key);
        };
        row("HEIC", withFile(MessageKind::Image, "image/heic", "x"), "send.fileKind");
        row("GIF", withFile(MessageKind::Image, "image/gif", "x"), "send.fileKind");
        row("WAV", withFile(MessageKind::Audio, "audio/wav", "x"), "send.fileKind");
        row("program", withFile(MessageKind::Document, "application/x-msdownload", "x"), "send.fileKind");
        row("picture as video", withFile(MessageKind::Video, "image/jpeg", "x"), "send.fileKind");
        row("no kind of file", withFile(MessageKind::Contact, "image/jpeg", "x"), "send.fileKind");
        row("empty", withFile(MessageKind::Image, "image/jpeg", ""), "send.fileEmpty");
        Outgoing voice = withFile(MessageKind::Audio, "audio/mpeg", "x");
        voice.file->voice = true;
        row("voice that is no voice", voice, "send.fileKind");
        row("large picture", withFile(MessageKind::Image, "image/jpeg", QByteArray(5'000'001, 'x')),
            "send.fileTooLarge");
        row("large sticker", withFile(MessageKind::Sticker, "image/webp", QByteArray(500'001, 'x')),
            "send.fileTooLarge");
        row("long caption", withFile(MessageKind::Image, "image/jpeg", "x", QString(1025, QLatin1Char('x'))),
            "send.tooLong");
        row("words below sound", withFile(MessageKind::Audio, "audio/mpeg", "x", QStringLiteral("hear")),
            "send.noCaption");
    }
    /// Nothing goes up for a message that can never go.
    void filesThatDoNotGo()
    {
        QFETCH(Outgoing, message);
        QFETCH(QString, key);
        testing::ScriptedClient silent;
        WhatsAppChannel whatsapp(
            {{QUrl(QStringLiteral("https://graph.example")), QStringLiteral("v25.0"), QStringLiteral("77")},
             [] { return QStringLiteral("t"); }},
            silent);
        const auto receipt = base::await(whatsapp.send(message));
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, ErrorCode::InvalidInput);
        QCOMPARE(receipt.error().key, key);
        QVERIFY(silent.requests().empty());
    }

    /// A failed upload had no effect; only the message itself can leave one that is not known.
    void anUploadThatFailsHadNoEffect()
    {
        auto whatsapp = channel({}, 300ms);
        const auto message = withFile(MessageKind::Image, "image/jpeg", "jpeg");
        simulation::Fault silent;
        silent.silent = true;
        m_graph->failNext(1, silent, GraphDoor::Uploads);
        QCOMPARE(base::await(whatsapp.send(message)).error().code, ErrorCode::Unavailable);
        simulation::Fault gateway;
        gateway.status = 502;
        gateway.takesEffect = true;
        m_graph->failNext(1, gateway, GraphDoor::Uploads);
        QCOMPARE(base::await(whatsapp.send(message)).error().code, ErrorCode::Unavailable);
        m_graph->failNext(1, GraphDouble::graphFault(131053), GraphDoor::Uploads);
        QCOMPARE(base::await(whatsapp.send(message)).error().key, QStringLiteral("send.fileRefused"));
        QCOMPARE(m_graph->sent().size(), std::size_t(0));
        m_graph->failNext(1, silent, GraphDoor::Messages);
        QCOMPARE(base::await(whatsapp.send(message)).error().code, ErrorCode::Timeout);
        QCOMPARE(m_graph->sent().size(), std::size_t(1));
    }

    void placesReactionsAndReading()
    {
        auto whatsapp = channel();
        Outgoing place = words({});
        place.place =
            domain::Place{32.0853, 34.7818, domain::isolate(QStringLiteral("רימון")), QStringLiteral("הרצל 1")};
        QVERIFY(base::await(whatsapp.send(place)));
        QCOMPARE(m_graph->sent().back().place,
                 std::optional(domain::Place{32.0853, 34.7818, QStringLiteral("רימון"), QStringLiteral("הרצל 1")}));
        place.place->latitude = 91;
        QCOMPARE(base::await(whatsapp.send(place)).error().code, ErrorCode::InvalidInput);
        const domain::ChannelAddress to = place.to;
        for (const QString& emoji : {QStringLiteral("👍"), QString()}) {
            QVERIFY(base::await(whatsapp.react(to, QStringLiteral("wamid.IN"), emoji)));
            QCOMPARE(m_graph->sent().back().method, QStringLiteral("reaction"));
            QCOMPARE(m_graph->sent().back().text, emoji);
            QCOMPARE(m_graph->sent().back().quotedProviderId, QStringLiteral("wamid.IN"));
        }
        QVERIFY(base::await(whatsapp.showReading(to, QStringLiteral("wamid.IN"), true)));
        QVERIFY(base::await(whatsapp.showReading(to, QStringLiteral("wamid.IN"), false)));
        QCOMPARE(m_graph->readReceipts(), 2);
        QCOMPARE(base::await(whatsapp.edit(to, QStringLiteral("wamid.OUT"), QStringLiteral("x"), {})).error().code,
                 ErrorCode::Unsupported);
    }

    void saysWhatItCan()
    {
        const auto capabilities = channel().capabilities();
        QVERIFY(capabilities.files && capabilities.places && capabilities.templates && capabilities.reactions &&
                capabilities.typing && capabilities.hasWindow && capabilities.buttons && !capabilities.edits);
        QCOMPARE(capabilities.maxCaption, 1024);
    }

    /// 24 hours after the patient's last word only a template goes, and only an approved one.
    void theWindow()
    {
        const auto templates = channels::whatsapp::loadTemplates(test::sourcePath("resources/templates")).value();
        const auto& reminder =
            *channels::whatsapp::findTemplate(templates, QStringLiteral("appointment_reminder"), QStringLiteral("he"));
        auto whatsapp = channel(templates);
        m_graph->patientWrote(patient, start);
        QVERIFY(base::await(whatsapp.send(words(QStringLiteral("שלום")))));
        m_clock.advance(24h + 1s);
        QCOMPARE(base::await(whatsapp.send(words(QStringLiteral("שלום")))).error().code, ErrorCode::WindowClosed);

        Outgoing message = words({});
        message.templated = domain::TemplateUse{reminder.name, reminder.language, reminder.examples};
        QCOMPARE(base::await(whatsapp.send(message)).error().key, QStringLiteral("send.templateMissing"));
        QVERIFY(base::await(channels::whatsapp::createTemplate(
            m_client,
            {{m_graph->url(), m_graph->setup().version, m_graph->setup().phoneNumberId},
             m_graph->setup().businessAccountId,
             QString::fromLatin1(m_graph->setup().token)},
            reminder)));
        QCOMPARE(base::await(whatsapp.send(message)).error().key, QStringLiteral("send.templateMissing"));
        m_graph->setTemplateState(reminder.name, reminder.language, QStringLiteral("PAUSED"));
        QCOMPARE(base::await(whatsapp.send(message)).error().key, QStringLiteral("send.templatePaused"));
        m_graph->setTemplateState(reminder.name, reminder.language, QStringLiteral("APPROVED"));
        QVERIFY(base::await(whatsapp.send(message)));
        const auto sent = m_graph->sent().back();
        QVERIFY(sent.templated);
        QCOMPARE(sent.templated->name, reminder.name);
        QCOMPARE(sent.templated->fields.size(), reminder.examples.size());
        const auto known = m_graph->sent().size();
        message.templated->fields.pop_back();
        QCOMPARE(base::await(whatsapp.send(message)).error().key, QStringLiteral("send.templateFields"));
        QCOMPARE(base::await(channel().send(message)).error().key, QStringLiteral("send.templateFields"));
        QCOMPARE(m_graph->sent().size(), known);
    }

    void tooManyToOnePatient()
    {
        GraphDouble::Setup setup;
        setup.pairRate = true;
        m_graph = std::move(GraphDouble::start(setup, m_clock).value());
        auto whatsapp = channel();
        for (int i = 0; i < 45; ++i) {
            QVERIFY(base::await(whatsapp.send(words(QStringLiteral("x")))));
        }
        const auto limited = base::await(whatsapp.send(words(QStringLiteral("x"))));
        QCOMPARE(limited.error().code, ErrorCode::RateLimited);
        QCOMPARE(limited.error().retryAfter, std::optional(base::Duration(6s)));
        m_clock.advance(6s);
        QVERIFY(base::await(whatsapp.send(words(QStringLiteral("x")))));
    }

    void fetchesAPatientsFile()
    {
        const QString id = m_graph->keepPatientsFile({"picture", QStringLiteral("image/jpeg")});
        auto whatsapp = channel();
        const auto file = base::await(whatsapp.fetchMedia(id, 100));
        QVERIFY2(file, qPrintable(file ? QString() : base::describe(file.error())));
        QCOMPARE(file->bytes, QByteArray("picture"));
        QCOMPARE(file->type, QStringLiteral("image/jpeg"));
        QCOMPARE(base::await(whatsapp.fetchMedia(id, 6)).error().key, QStringLiteral("media.tooLarge"));
        m_clock.advance(7 * 24h);
        QCOMPARE(base::await(whatsapp.fetchMedia(id, 100)).error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(whatsapp.fetchMedia(QStringLiteral("999"), 100)).error().code, ErrorCode::NotFound);
        for (const char* reference : {"", "../1", "1/2", "wamid.X", "٣"}) {
            QCOMPARE(base::await(whatsapp.fetchMedia(QString::fromUtf8(reference), 100)).error().code,
                     ErrorCode::InvalidInput);
        }
    }

    void fetchFails_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("busy") << 503 << static_cast<int>(ErrorCode::Unavailable);
        QTest::newRow("token") << 401 << static_cast<int>(ErrorCode::Unauthorised);
        QTest::newRow("too often") << 429 << static_cast<int>(ErrorCode::RateLimited);
    }
    void fetchFails()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        const QString id = m_graph->keepPatientsFile({"picture", QStringLiteral("image/jpeg")});
        simulation::Fault fault;
        fault.status = status;
        m_graph->failNext(1, fault, GraphDoor::Downloads);
        QCOMPARE(static_cast<int>(base::await(channel().fetchMedia(id, 100)).error().code), code);
        QVERIFY(base::await(channel().fetchMedia(id, 100)));
    }

    /// An address that ran out is asked for once more; a second time the file is gone.
    void anAddressThatRanOut()
    {
        const channels::whatsapp::Endpoint endpoint{QUrl(QStringLiteral("https://graph.example")),
                                                    QStringLiteral("v25.0"), QStringLiteral("77")};
        const QByteArray place = R"({"url":"https://lookaside.fbsbx.com/a?mid=1","mime_type":"image/png"})";
        for (const bool found : {true, false}) {
            testing::ScriptedClient client;
            client.answer(200, place);
            client.answer(404, {});
            client.answer(200, place);
            client.answer(found ? 200 : 404, "png");
            WhatsAppChannel whatsapp({endpoint, [] { return QStringLiteral("secret"); }}, client);
            const auto file = base::await(whatsapp.fetchMedia(QStringLiteral("1"), 100));
            QCOMPARE(client.requests().size(), std::size_t(4));
            QCOMPARE(file.has_value(), found);
            QCOMPARE(http::header(client.requests()[1].headers, "Authorization"), QByteArray("Bearer secret"));
            QCOMPARE(client.requests()[1].maxResponse, 100);
            if (!found) {
                QCOMPARE(file.error().code, ErrorCode::NotFound);
            }
        }
    }

    void theTokenStaysWithMeta_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("goes");
        QTest::newRow("lookaside") << QByteArray("https://lookaside.fbsbx.com/x") << true;
        QTest::newRow("the API's own") << QByteArray("https://graph.example/x") << true;
        QTest::newRow("facebook") << QByteArray("https://scontent.facebook.com/x") << true;
        QTest::newRow("in clear") << QByteArray("http://lookaside.fbsbx.com/x") << false;
        QTest::newRow("the API's own in clear") << QByteArray("http://graph.example/x") << false;
        QTest::newRow("another") << QByteArray("https://files.example/x") << false;
        QTest::newRow("looks like it") << QByteArray("https://evilfbsbx.com/x") << false;
        QTest::newRow("ends like it") << QByteArray("https://fbsbx.com.files.example/x") << false;
        QTest::newRow("a file") << QByteArray("file:///etc/hosts") << false;
    }
    void theTokenStaysWithMeta()
    {
        QFETCH(QByteArray, url);
        QFETCH(bool, goes);
        testing::ScriptedClient client;
        client.answer(200, "{\"url\":\"" + url + "\"}");
        client.answer(200, "x");
        WhatsAppChannel whatsapp(
            {{QUrl(QStringLiteral("https://graph.example")), QStringLiteral("v25.0"), QStringLiteral("77")},
             [] { return QStringLiteral("secret"); }},
            client);
        const auto file = base::await(whatsapp.fetchMedia(QStringLiteral("1"), 100));
        QCOMPARE(file.has_value(), goes);
        QCOMPARE(client.requests().size(), std::size_t(goes ? 2 : 1));
    }

    void bytesThatAreOthers()
    {
        testing::ScriptedClient client;
        const QByteArray digest(64, '0');
        client.answer(200, "{\"url\":\"https://graph.example/x\",\"sha256\":\"" + digest + "\"}");
        client.answer(200, "x");
        WhatsAppChannel whatsapp(
            {{QUrl(QStringLiteral("https://graph.example")), QStringLiteral("v25.0"), QStringLiteral("77")},
             [] { return QStringLiteral("t"); }},
            client);
        QCOMPARE(base::await(whatsapp.fetchMedia(QStringLiteral("1"), 100)).error().code, ErrorCode::Unavailable);
    }

    void theDoubleIsStrictAboutUploads_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("product");
        QTest::addColumn<int>("status");
        QTest::newRow("good") << QByteArray("image/png") << QByteArray("image/png") << QStringLiteral("a.png")
                              << QByteArray("whatsapp") << 200;
        QTest::newRow("two types") << QByteArray("image/png") << QByteArray("image/jpeg") << QStringLiteral("a.png")
                                   << QByteArray("whatsapp") << 400;
        QTest::newRow("unsupported") << QByteArray("image/heic") << QByteArray("image/heic") << QStringLiteral("a")
                                     << QByteArray("whatsapp") << 400;
        QTest::newRow("no name") << QByteArray("image/png") << QByteArray("image/png") << QString()
                                 << QByteArray("whatsapp") << 400;
        QTest::newRow("no product") << QByteArray("image/png") << QByteArray("image/png") << QStringLiteral("a.png")
                                    << QByteArray("other") << 400;
    }
    void theDoubleIsStrictAboutUploads()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, declared);
        QFETCH(QString, name);
        QFETCH(QByteArray, product);
        QFETCH(int, status);
        const auto form =
            http::writeForm({{"messaging_product", product}, {"type", type}, {"file", "x", name, declared}});
        const channels::whatsapp::Endpoint endpoint{m_graph->url(), m_graph->setup().version,
                                                    m_graph->setup().phoneNumberId};
        const QString token = QString::fromLatin1(m_graph->setup().token);
        const auto answer = base::await(m_client.send(channels::whatsapp::upload(endpoint, token, form, 10s)));
        QCOMPARE(answer.value().status, status);
        QCOMPARE(base::await(m_client.send(channels::whatsapp::upload(endpoint, QStringLiteral("x"), form, 10s)))
                     .value()
                     .status,
                 401);
    }

    void anUnknownFileIsRefused()
    {
        auto body =
            channels::whatsapp::messageBody(withFile(MessageKind::Image, "image/png", "x"), QStringLiteral("12345"));
        const channels::whatsapp::Endpoint endpoint{m_graph->url(), m_graph->setup().version,
                                                    m_graph->setup().phoneNumberId};
        const auto answer = base::await(m_client.send(
            channels::whatsapp::post(endpoint, QString::fromLatin1(m_graph->setup().token), body.value(), 10s)));
        QCOMPARE(answer.value().status, 400);
        QVERIFY(answer.value().body.contains("131009"));
    }

    /// A ban stops the account, a word of Meta's or a message that went out sets it free.
    void theAccountsState()
    {
        const auto whatsapp = channel();
        const auto update = [](const QByteArray& state, const QByteArray& time) {
            return QByteArray(R"({"object":"whatsapp_business_account","entry":[{"id":"9","time":TIME,"changes":[)"
                              R"({"field":"account_update","value":{"event":"DISABLED_UPDATE",)"
                              R"("ban_info":{"waba_ban_state":"STATE"}}}]}]})")
                .replace("STATE", state)
                .replace("TIME", time);
        };
        const auto banned = whatsapp.accountState(update("DISABLE", "1767225600"));
        QVERIFY(banned && banned->fault);
        QCOMPARE(banned->fault->key, QStringLiteral("channel.whatsappClosed"));
        QCOMPARE(banned->at, start);
        const auto free = whatsapp.accountState(update("REINSTATE", "1767225700"));
        QVERIFY(free && !free->fault);
        QVERIFY(!whatsapp.accountState(update("SCHEDULE_FOR_DISABLE", "1767225600")));
        simulation::SentMessage message;
        message.providerId = QStringLiteral("wamid.1");
        message.to = QLatin1Char('+') + patient;
        const auto status = [&](const char* word, int error = 0) {
            return whatsapp.accountState(m_graph->payloads().status(message, QLatin1String(word), start, error));
        };
        QVERIFY(status("sent") && !status("sent")->fault);
        QVERIFY2(!status("failed", 131031), "one message is no word on the account");
        QVERIFY(!whatsapp.accountState("account_update"));
    }

    void anotherBusinessIsNotOurs()
    {
        WhatsAppChannel::Setup setup;
        setup.endpoint = {m_graph->url(), QStringLiteral("v25.0"), QStringLiteral("77")};
        setup.token = [] { return QString(); };
        setup.businessAccountId = QStringLiteral("900");
        const WhatsAppChannel whatsapp(std::move(setup), m_client);
        const auto news = [](const char* business) {
            return QByteArray(R"({"object":"whatsapp_business_account","entry":[{"id":"BUSINESS","time":1,"changes":[)"
                              R"({"field":"message_template_status_update","value":{"event":"APPROVED",)"
                              R"("message_template_name":"a","message_template_language":"he"}}]}]})")
                .replace("BUSINESS", business);
        };
        QVERIFY(std::holds_alternative<domain::TemplateChanged>(whatsapp.parse(news("900")).value().at(0)));
        QVERIFY(std::holds_alternative<domain::Ignored>(whatsapp.parse(news("901")).value().at(0)));
    }
};

QTEST_GUILESS_MAIN(TestWhatsAppSending)
#include "test_whatsappsending.moc"
