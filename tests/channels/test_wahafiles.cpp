// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/waha/channel.h"
#include "channels/waha/media.h"
#include "http/networkclient.h"
#include "simulation/doubles/wahadouble.h"
#include "support/opusbytes.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using channels::Outgoing;
using channels::OutgoingFile;
using domain::MessageKind;
using simulation::WahaDouble;
using simulation::WahaEngine;

namespace
{

const QString chat = QStringLiteral("972540001122@c.us");
const QString lid = QStringLiteral("203040506070809@lid");
const QString key = QStringLiteral("false_972540001122@c.us_3EB0A1B2C3");
const QString path = QStringLiteral("/api/files/clinic/3EB0A1B2C3.jpg");
const QByteArray picture("\xff\xd8\xff\xe0 a picture", 14);
const QByteArray note = support::opusBytes();
const base::Instant start = base::fromMillis(1'767'225'600'000);
constexpr qint64 mebibyte = 1024 * 1024;

OutgoingFile file(MessageKind kind, const char* type, bool voice = false)
{
    return {kind, QString::fromLatin1(type), QStringLiteral("קובץ.bin"), voice, voice ? note : picture};
}

Outgoing with(std::optional<OutgoingFile> file, const QString& text = {})
{
    Outgoing message;
    message.to = {domain::ChannelKind::Waha, QStringLiteral("clinic"), chat};
    message.text = text;
    message.file = std::move(file);
    return message;
}

domain::Sender patient(const QString& user)
{
    domain::Sender sender;
    sender.address = {domain::ChannelKind::Waha, QStringLiteral("clinic"), user};
    sender.displayName = QStringLiteral("Dana");
    return sender;
}

} // namespace

/// Files and places to and from patients, and the numbers behind hidden ids, against a WAHA as strict as the real one.
class TestWahaFiles : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;
    std::unique_ptr<WahaDouble> m_waha;

    channels::WahaChannel channel()
    {
        return channels::WahaChannel(
            {m_waha->url(), m_waha->setup().session},
            [key = QString::fromLatin1(m_waha->setup().apiKey)] { return key; }, m_client, 10s);
    }

private Q_SLOTS:
    void init() { m_waha = WahaDouble::start({}, m_clock).value(); }

    void filesGoOutAsWhatTheyAre_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("voice");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("method");
        const auto row = [](const char* name, MessageKind kind, const char* type, const char* method,
                            const char* words = "", bool voice = false) {
            QTest::newRow(name) << int(kind) << QByteArray(type) << voice << QString::fromUtf8(words)
                                << QString::fromLatin1(method);
        };
        row("picture", MessageKind::Image, "image/jpeg", "sendImage", "הצילום שלך");
        row("picture, png", MessageKind::Image, "image/png", "sendImage");
        row("picture of a kind WhatsApp does not show", MessageKind::Image, "image/webp", "sendFile", "x");
        row("voice note", MessageKind::Audio, "audio/ogg; codecs=opus", "sendVoice", "", true);
        row("voice note, bare type", MessageKind::Audio, "audio/ogg", "sendVoice", "", true);
        row("voice note to be converted", MessageKind::Audio, "audio/mp4", "sendVoice", "", true);
        row("voice note with words", MessageKind::Audio, "audio/ogg", "sendFile", "words stay with it", true);
        row("sound", MessageKind::Audio, "audio/mpeg", "sendFile");
        row("video", MessageKind::Video, "video/mp4", "sendVideo", "x");
        row("video of another kind", MessageKind::Video, "video/3gpp", "sendFile");
        row("document", MessageKind::Document, "application/pdf", "sendFile", "the plan");
    }
    void filesGoOutAsWhatTheyAre()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, type);
        QFETCH(bool, voice);
        QFETCH(QString, words);
        QFETCH(QString, method);
        auto channel = this->channel();
        const auto message = with(file(MessageKind(kind), type.constData(), voice), words);
        QVERIFY(channel.checkFile(*message.file));
        const auto receipt = base::await(channel.send(message));
        QVERIFY2(receipt, qPrintable(receipt ? QString() : base::describe(receipt.error())));
        const auto sent = m_waha->sent();
        QCOMPARE(sent.size(), std::size_t(1));
        QCOMPARE(sent[0].providerId, receipt->providerId);
        QCOMPARE(sent[0].method, method);
        QCOMPARE(sent[0].file, voice ? note : picture);
        QCOMPARE(sent[0].spoken, method == QLatin1String("sendVoice"));
        QCOMPARE(sent[0].fileName, QStringLiteral("קובץ.bin"));
        QCOMPARE(sent[0].text, words);
    }

    void whatCannotGoIsRefusedBeforeItIsSent()
    {
        auto channel = this->channel();
        OutgoingFile empty = file(MessageKind::Image, "image/png");
        empty.bytes.clear();
        OutgoingFile huge = file(MessageKind::Document, "application/pdf");
        huge.bytes = QByteArray(16 * mebibyte + 1, 'x');
        const std::vector<std::pair<OutgoingFile, const char*>> bad{
            {empty, "send.fileEmpty"},
            {huge, "send.fileTooLarge"},
            {file(MessageKind::Sticker, "image/webp"), "send.fileKind"}};
        for (const auto& [one, reason] : bad) {
            QCOMPARE(channel.checkFile(one).error().key, QLatin1String(reason));
            QCOMPARE(base::await(channel.send(with(one))).error().code, ErrorCode::InvalidInput);
        }
        const auto wordy = with(file(MessageKind::Image, "image/png"), QString(1025, QLatin1Char('x')));
        QCOMPARE(base::await(channel.send(wordy)).error().key, QStringLiteral("send.tooLong"));
        QVERIFY(m_waha->sent().empty());
    }

    void aPlaceGoesOutAsAPlace()
    {
        Outgoing message = with(std::nullopt);
        message.place = domain::Place{32.0853, 34.7818, QStringLiteral("מרפאת השן"), QStringLiteral("הרצל 1")};
        QVERIFY(base::await(channel().send(message)));
        const auto sent = m_waha->sent();
        QCOMPARE(sent.at(0).method, QStringLiteral("sendLocation"));
        QCOMPARE(sent[0].place->latitude, 32.0853);
        QCOMPARE(sent[0].place->name, QStringLiteral("מרפאת השן, הרצל 1"));
    }

    /// Three minutes WAHA keeps a file; after that the message is asked for it.
    void filesAreFetchedNowAndLater()
    {
        m_waha->addFile(QStringLiteral("3EB0A1B2C3.jpg"), key, {picture, QStringLiteral("image/jpeg")});
        auto channel = this->channel();
        for (const base::Duration wait : {0s, 10s, 600s}) {
            m_clock.advance(wait);
            const auto fetched = base::await(channel.fetchMedia(channels::waha::writeReference({path, key}), mebibyte));
            QVERIFY2(fetched, qPrintable(fetched ? QString() : base::describe(fetched.error())));
            QCOMPARE(fetched->bytes, picture);
            QCOMPARE(fetched->type, QStringLiteral("image/jpeg"));
        }
        m_clock.advance(600s);
        QCOMPARE(base::await(channel.fetchMedia(path, mebibyte)).error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(channel.fetchMedia(QStringLiteral("#") + key, mebibyte)).value().bytes, picture);
    }

    void filesThatAreNotThereAreNotFound()
    {
        auto channel = this->channel();
        const QString reference = channels::waha::writeReference({path, key});
        QCOMPARE(base::await(channel.fetchMedia(reference, mebibyte)).error().code, ErrorCode::NotFound);
        WahaDouble::Setup setup;
        setup.engine = WahaEngine::NoWeb;
        setup.keepsMessages = false;
        m_waha = WahaDouble::start(setup, m_clock).value();
        m_waha->addFile(QStringLiteral("3EB0A1B2C3.jpg"), key, {picture, QStringLiteral("image/jpeg")});
        auto other = this->channel();
        QVERIFY(base::await(other.fetchMedia(reference, mebibyte)));
        m_clock.advance(181s);
        QCOMPARE(base::await(other.fetchMedia(reference, mebibyte)).error().code, ErrorCode::NotFound);
    }

    void filesBeyondTheLimitAreRefused()
    {
        m_waha->addFile(QStringLiteral("3EB0A1B2C3.jpg"), key, {picture, QStringLiteral("image/jpeg")});
        const auto fetched = base::await(channel().fetchMedia(path, picture.size() - 1));
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::InvalidInput);
        QCOMPARE(fetched.error().key, QStringLiteral("media.tooLarge"));
        QVERIFY(base::await(channel().fetchMedia(path, picture.size())));
    }

    /// The key goes to nobody but WAHA, and no reference leads out of its folder of files.
    void referencesLeadNowhereElse_data()
    {
        QTest::addColumn<QString>("reference");
        for (const char* text :
             {"", "#", "x", "https://other.example/api/files/clinic/a.jpg", "//other.example/api/files/clinic/a.jpg",
              "/api/files/", "/api/files/../sessions/clinic", "/api/sessions/clinic", "/api/files/a?b=c",
              "/api/files/a#false_120363040506070809@g.us_3EB0A1B2C3", "#3EB0A1B2C3", "#../x"}) {
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
        }
    }
    void referencesLeadNowhereElse()
    {
        QFETCH(QString, reference);
        const auto fetched = base::await(channel().fetchMedia(reference, mebibyte));
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, ErrorCode::InvalidInput);
    }

    void whereAFileLies_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* url, const char* path) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(path);
        };
        row("http://localhost:3000/api/files/clinic/a.jpg", "/api/files/clinic/a.jpg");
        row("https://waha.example/below/api/files/clinic/a%20b.jpg", "/api/files/clinic/a%20b.jpg");
        row("https://cdn.example/a.jpg", "");
        row("http://localhost:3000/api/files/%2e%2e/sessions", "");
        row("", "");
    }
    void whereAFileLies()
    {
        QFETCH(QString, url);
        QTEST(channels::waha::filePathOf(url), "path");
    }

    void hiddenIdsAreAskedFor()
    {
        m_waha->addNumber(lid, chat);
        auto channel = this->channel();
        QVERIFY(channel.isHidden(patient(lid)));
        QVERIFY(!channel.isHidden(patient(chat)));
        const auto known = base::await(channel.identify(patient(lid))).value();
        QCOMPARE(known.address.user, chat);
        QCOMPARE(known.otherIds, QStringList{lid});
        QCOMPARE(known.phone->e164(), QStringLiteral("+972540001122"));
        QCOMPARE(known.displayName, QStringLiteral("Dana"));
        const QString other = QStringLiteral("203040506070810@lid");
        const auto unknown = base::await(channel.identify(patient(other))).value();
        QCOMPARE(unknown.address.user, other);
        QVERIFY(!unknown.phone && unknown.otherIds.isEmpty());
        QCOMPARE(base::await(channel.identify(patient(chat))).value().address.user, chat);
    }
};

QTEST_GUILESS_MAIN(TestWahaFiles)
#include "test_wahafiles.moc"
