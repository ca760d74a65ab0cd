// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/telegram/channel.h"
#include "http/networkclient.h"
#include "simulation/doubles/telegramdouble.h"
#include "support/opusbytes.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using channels::Outgoing;
using channels::OutgoingFile;
using domain::MessageKind;
using simulation::StyledPart;
using simulation::TelegramDouble;

namespace
{

const base::Instant start = base::fromMillis(1'767'225'600'000);
const simulation::telegram::From patient{55, QStringLiteral("Dana"), 1, start};
const simulation::telegram::From owner{99, QStringLiteral("Desk"), 1, start};
const QString connection = QStringLiteral("ZpQ7rT2-bKx_01");

domain::ChannelAddress address(const QString& user = QStringLiteral("55"))
{
    return {domain::ChannelKind::Telegram, QStringLiteral("770011"), user};
}

Outgoing words(const QString& text)
{
    Outgoing message;
    message.to = address();
    message.text = text;
    return message;
}

OutgoingFile picture(const QByteArray& bytes = "\xFF\xD8\r\n--x\r\n\0y")
{
    return {MessageKind::Image, QStringLiteral("image/jpeg"), QStringLiteral("צילום \"1\".jpg"), false, bytes};
}

} // namespace

/// What goes out, held against a double that is as strict as the Bot API.
class TestTelegramSend : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;
    std::unique_ptr<TelegramDouble> m_telegram;
    std::unique_ptr<channels::TelegramChannel> m_channel;

    Result<channels::Receipt> send(const Outgoing& message) { return base::await(m_channel->send(message)); }
    ErrorCode codeOf(const Outgoing& message)
    {
        const auto receipt = send(message);
        return receipt ? ErrorCode::Internal : receipt.error().code;
    }

private Q_SLOTS:
    void init()
    {
        TelegramDouble::Setup setup;
        setup.files = {
            {QStringLiteral("AwACvoice"), QStringLiteral("voice/file_1.oga"), "OggS spoken"},
            {QStringLiteral("BQACbig"), QStringLiteral("documents/file_2.pdf"), QByteArray(20 * 1024 * 1024 + 1, 'x')}};
        m_telegram = TelegramDouble::start(setup, m_clock).value();
        m_channel = std::make_unique<channels::TelegramChannel>(
            m_telegram->url(), m_telegram->bot(), [this] { return m_telegram->token(); }, m_client, 5s);
        m_telegram->deliver(simulation::telegram::textUpdate(patient, QStringLiteral("hi")));
    }
    void cleanup()
    {
        m_channel.reset();
        m_telegram.reset();
    }

    void everyCharacterArrivesAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"<",
                                 ">",
                                 "&",
                                 "\"",
                                 "'",
                                 "&amp;",
                                 "&lt;b&gt;",
                                 "&#1488;",
                                 "&#x5d0;",
                                 "&nbsp;",
                                 "&",
                                 "a & b &",
                                 "<b>bold</b>",
                                 "</b>",
                                 "<b",
                                 "a<b>c",
                                 "1 < 2 > 0",
                                 "<!-- x -->",
                                 "_*[]()~`>#+-=|{}.!\\",
                                 "*bold* _it_ ~no~ ```x```",
                                 "[link](https://clinic.example)",
                                 "https://clinic.example/?a=1&b=<2>",
                                 "@name #tag /start",
                                 "שלום דנה, התור ב־10:30 (יום א׳) — 350 ₪",
                                 "ד\"ר כהן & ד\"ר לוי",
                                 "👩‍⚕️🦷\U0001F1EE\U0001F1F1",
                                 "line\nline\n\nline",
                                 "tab\there",
                                 "e\u0301 \u00e9",
                                 "<script>alert(1)</script>"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void everyCharacterArrivesAsItIs()
    {
        QFETCH(QString, text);
        QVERIFY(send(words(text)));
        QCOMPARE(m_telegram->sent().back().text, text);
        QVERIFY(m_telegram->sent().back().styles.empty());
        Outgoing file = words(text);
        file.file = picture();
        QVERIFY(send(file));
        QCOMPARE(m_telegram->sent().back().text, text);
        QVERIFY(m_telegram->sent().back().styles.empty());
    }

    void everyPlaneOfUnicodeArrives()
    {
        QString text;
        for (char32_t code = 0x20; code < 0x2FFFF; code += code < 0x3000 ? 1 : 97) {
            const bool isText =
                (code < 0xD800 || code > 0xDFFF) && code != 0x7F && QChar::category(code) != QChar::Other_Control;
            // Bidirectional controls are ours to take out.
            const bool isDirection = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
                                     code == 0x200E || code == 0x200F || code == 0x061C;
            if (isText && !isDirection) {
                text += QString::fromUcs4(&code, 1);
            }
            if (text.size() > 4000 || code >= 0x2FF9D) {
                QVERIFY(send(words(text)));
                QCOMPARE(m_telegram->sent().back().text, text);
                text.clear();
            }
        }
        QVERIFY(m_telegram->sent().size() > 3 && text.isEmpty());
    }

    void limitsCountWhatArrives()
    {
        // Each "&" is five characters on the way and one at the end.
        QVERIFY(send(words(QString(4096, QLatin1Char('&')))));
        QCOMPARE(codeOf(words(QString(4097, QLatin1Char('&')))), ErrorCode::InvalidInput);
        Outgoing file = words(QString(1024, QLatin1Char('<')));
        file.file = picture();
        QVERIFY(send(file));
        file.text += QLatin1Char('<');
        QCOMPARE(codeOf(file), ErrorCode::InvalidInput);
    }

    void offeredAnswersAreButtonsOrBoldNumbers()
    {
        Outgoing message = words(QStringLiteral("👍 מתי נוח?"));
        message.options = {{QStringLiteral("slot:1"), QStringLiteral("10:30")},
                           {QStringLiteral("slot:2"), QStringLiteral("12:00")},
                           {QStringLiteral("slot:none"), QStringLiteral("None of these suits me")}};
        QVERIFY(send(message));
        QCOMPARE(m_telegram->sent().back().options, message.options);
        QCOMPARE(m_telegram->sent().back().rows, (std::vector<std::size_t>{2, 1}));
        message.options[1].label = message.options[0].label;
        QVERIFY(send(message));
        const auto sent = m_telegram->sent().back();
        QVERIFY(sent.options.empty());
        QCOMPARE(sent.text, QStringLiteral("👍 מתי נוח?\n1. 10:30\n2. 10:30\n3. None of these suits me"));
        // UTF-16 units: the thumb is two.
        QCOMPARE(sent.styles.front(), (StyledPart{QStringLiteral("bold"), 12, 2}));
        QCOMPARE(sent.styles.size(), std::size_t(3));
    }

    void filesArriveWhole_data()
    {
        QTest::addColumn<MessageKind>("kind");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("voice");
        QTest::addColumn<QString>("method");
        QTest::newRow("photo") << MessageKind::Image << QStringLiteral("image/jpeg") << false
                               << QStringLiteral("sendPhoto");
        QTest::newRow("voice") << MessageKind::Audio << QStringLiteral("audio/ogg") << true
                               << QStringLiteral("sendVoice");
        QTest::newRow("audio") << MessageKind::Audio << QStringLiteral("audio/mpeg") << false
                               << QStringLiteral("sendAudio");
        QTest::newRow("video") << MessageKind::Video << QStringLiteral("video/mp4") << false
                               << QStringLiteral("sendVideo");
        QTest::newRow("document") << MessageKind::Document << QStringLiteral("application/pdf") << false
                                  << QStringLiteral("sendDocument");
    }
    void filesArriveWhole()
    {
        QFETCH(MessageKind, kind);
        QFETCH(QString, type);
        QFETCH(bool, voice);
        QFETCH(QString, method);
        Outgoing message = words(QStringLiteral("הצילום <שלך>"));
        message.quotedProviderId = QStringLiteral("55:1");
        message.options = {{QStringLiteral("yes"), QStringLiteral("כן")}, {QStringLiteral("no"), QStringLiteral("לא")}};
        message.file = OutgoingFile{kind, type, QStringLiteral("קובץ.bin"), voice, QByteArray("\0\r\n\xFF--", 6)};
        if (voice) {
            message.file->bytes = support::opusBytes(message.file->bytes);
        }
        const auto receipt = send(message);
        QVERIFY2(receipt, qPrintable(receipt ? QString() : base::describe(receipt.error())));
        const auto sent = m_telegram->sent().back();
        QCOMPARE(sent.method, method);
        QCOMPARE(sent.spoken, voice);
        QCOMPARE(sent.file, message.file->bytes);
        QCOMPARE(sent.fileName, message.file->name);
        QCOMPARE(sent.fileType, type.toLatin1());
        QCOMPARE(sent.text, message.text);
        QCOMPARE(sent.options, message.options);
        QCOMPARE(sent.quotedProviderId, message.quotedProviderId);
        QCOMPARE(sent.providerId, receipt->providerId);
    }

    void thePlaceOfTheClinic()
    {
        Outgoing message = words({});
        message.place = domain::Place{32.0853, 34.7818, QStringLiteral("מרפאת השיניים"), QStringLiteral("הרצל 5")};
        QVERIFY(send(message));
        QCOMPARE(m_telegram->sent().back().method, QStringLiteral("sendVenue"));
        QCOMPARE(m_telegram->sent().back().place, message.place);
        message.place->address.clear(); // a venue has both
        QVERIFY(send(message));
        QCOMPARE(m_telegram->sent().back().place->address, QStringLiteral("מרפאת השיניים"));
        message.place->name.clear();
        QVERIFY(send(message));
        QCOMPARE(m_telegram->sent().back().method, QStringLiteral("sendLocation"));
        QCOMPARE(m_telegram->sent().back().place, message.place);
    }

    void whatIsRefusedForItsStyleGoesPlain()
    {
        const auto style = TelegramDouble::botFault(
            400, QStringLiteral("Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0"));
        m_telegram->failNext(1, style);
        QVERIFY(send(words(QStringLiteral("1 < 2"))));
        QCOMPARE(m_telegram->sent().size(), std::size_t(1));
        QCOMPARE(m_telegram->sent().back().text, QStringLiteral("1 < 2"));
        m_telegram->failNext(2, style); // once only
        QCOMPARE(codeOf(words(QStringLiteral("x"))), ErrorCode::InvalidInput);
        QCOMPARE(m_telegram->sent().size(), std::size_t(1));
    }

    void aPictureThatTelegramCannotShowGoesAsADocument()
    {
        m_telegram->failNext(1, TelegramDouble::botFault(400, QStringLiteral("Bad Request: PHOTO_INVALID_DIMENSIONS")));
        Outgoing message = words(QStringLiteral("x"));
        message.file = picture();
        QVERIFY(send(message));
        QCOMPARE(m_telegram->sent().back().method, QStringLiteral("sendDocument"));
        QCOMPARE(m_telegram->sent().back().file, message.file->bytes);
        QCOMPARE(m_telegram->sent().size(), std::size_t(1));
    }

    void anUnknownEffectIsNeverRepeated()
    {
        simulation::Fault gateway;
        gateway.status = 502;
        gateway.body = "<html>can't parse entities</html>";
        gateway.takesEffect = true;
        m_telegram->failNext(1, gateway);
        QCOMPARE(codeOf(words(QStringLiteral("x"))), ErrorCode::Timeout);
        QCOMPARE(m_telegram->sent().size(), std::size_t(1));
    }

    void ownMessagesAreEdited()
    {
        const auto receipt = send(words(QStringLiteral("one")));
        QVERIFY(receipt);
        const std::vector<domain::Option> options{{QStringLiteral("yes"), QStringLiteral("Yes")}};
        const auto edit = [&](const QString& text) {
            return base::await(m_channel->edit(address(), receipt->providerId, text, options));
        };
        QVERIFY(edit(QStringLiteral("<two>")));
        QCOMPARE(m_telegram->sent().back().text, QStringLiteral("<two>"));
        QCOMPARE(m_telegram->sent().back().options, options);
        QVERIFY(edit(QStringLiteral("<two>"))); // it reads so already
        QCOMPARE(m_telegram->sent().back().edits, 1);
        m_telegram->failNext(1, TelegramDouble::botFault(400, QStringLiteral("Bad Request: can't parse entities: x")));
        QVERIFY(edit(QStringLiteral("three")));
        QCOMPARE(m_telegram->sent().back().text, QStringLiteral("three"));
        QCOMPARE(base::await(m_channel->edit(address(), QStringLiteral("56:1"), QStringLiteral("x"), {})).error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(base::await(m_channel->edit(address(), QStringLiteral("55:77"), QStringLiteral("x"), {})).error().code,
                 ErrorCode::InvalidInput);
    }

    void typingAndReactions()
    {
        QVERIFY(base::await(m_channel->showReading(address(), QStringLiteral("55:1"), true)));
        QVERIFY(base::await(m_channel->showReading(address(), QStringLiteral("55:1"), false)));
        QCOMPARE(m_telegram->actions(), QStringList{QStringLiteral("typing 55")});
        QVERIFY(base::await(m_channel->react(address(), QStringLiteral("55:1"), QStringLiteral("👍"))));
        QVERIFY(base::await(m_channel->react(address(), QStringLiteral("55:1"), {})));
        QCOMPARE(m_telegram->reactions(), (QStringList{QStringLiteral("55:1 👍"), QStringLiteral("55:1")}));
        QCOMPARE(base::await(m_channel->showReading(address(QStringLiteral("56")), {}, true)).error().code,
                 ErrorCode::Unreachable);
    }

    void theClinicsOwnAccountAnswersThroughItsConnection()
    {
        Outgoing message = words(QStringLiteral("x"));
        message.to.user = QStringLiteral("55@") + connection;
        QCOMPARE(send(message).error().key, QStringLiteral("send.businessEnded"));
        m_telegram->deliver(simulation::telegram::connectionUpdate(owner, connection, true));
        m_telegram->deliver(simulation::telegram::throughBusiness(
            simulation::telegram::textUpdate(patient, QStringLiteral("hi")), connection));
        const auto receipt = send(message);
        QVERIFY(receipt);
        QCOMPARE(receipt->providerId, m_telegram->sent().back().providerId);
        QCOMPARE(m_telegram->sent().back().connection, connection);
        QVERIFY(base::await(m_channel->edit(message.to, receipt->providerId, QStringLiteral("y"), {})));
        m_clock.advance(25h);
        QCOMPARE(send(message).error().key, QStringLiteral("send.businessQuiet"));
        m_telegram->deliver(simulation::telegram::connectionUpdate(owner, connection, true, false));
        QCOMPARE(codeOf(message), ErrorCode::Forbidden);
        m_telegram->deliver(simulation::telegram::connectionUpdate(owner, connection, false));
        QCOMPARE(codeOf(message), ErrorCode::Unreachable);
    }

    void patientsFilesAreFetched()
    {
        const auto fetch = [this](const char* id, qint64 most) {
            return base::await(m_channel->fetchMedia(QString::fromLatin1(id), most));
        };
        const auto voice = fetch("AwACvoice", 100);
        QVERIFY(voice);
        QCOMPARE(voice->bytes, QByteArray("OggS spoken"));
        QCOMPARE(fetch("AwACvoice", 10).error().code, ErrorCode::InvalidInput);
        QCOMPARE(fetch("BQACbig", 50'000'000).error().key, QStringLiteral("media.tooLarge"));
        QCOMPARE(fetch("unknown", 100).error().code, ErrorCode::NotFound);
        QCOMPARE(fetch("../../etc", 100).error().code, ErrorCode::InvalidInput);
        m_telegram->revokeToken();
        const auto refused = fetch("AwACvoice", 100);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorised);
        QVERIFY(!base::describe(refused.error()).contains(QLatin1String("TokenOfTheDouble")));
    }

    void noErrorHoldsTheToken()
    {
        channels::TelegramChannel nowhere(
            QUrl(QStringLiteral("http://127.0.0.1:1")), m_telegram->bot(), [this] { return m_telegram->token(); },
            m_client, 2s);
        for (const Error& error : {base::await(nowhere.send(words(QStringLiteral("x")))).error(),
                                   base::await(nowhere.fetchMedia(QStringLiteral("AwACvoice"), 10)).error(),
                                   base::await(nowhere.showReading(address(), {}, true)).error()}) {
            QCOMPARE(error.code, ErrorCode::Unavailable);
            QVERIFY(!base::describe(error).contains(QLatin1String("TokenOfTheDouble")));
        }
    }
};

QTEST_GUILESS_MAIN(TestTelegramSend)
#include "test_telegramsend.moc"
