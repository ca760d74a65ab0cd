// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/shownfile.h"
#include "channels/webchat/channel.h"
#include "channels/webchat/delivery.h"

#include "base/await.h"

#include <QTest>

using namespace delpek;
using namespace delpek::api::webchat;
using channels::OutgoingFile;
using channels::WebChatChannel;
using domain::MessageKind;

namespace
{

const QString id(64, QLatin1Char('a'));

domain::Attachment file(const QString& type, const QString& name)
{
    domain::Attachment file;
    file.type = type;
    file.name = name;
    file.state = domain::AttachmentState::Kept;
    file.file = id;
    return file;
}

channels::Outgoing outgoing()
{
    channels::Outgoing message;
    message.to = {domain::ChannelKind::WebChat, QStringLiteral("site"), QStringLiteral("visitor")};
    message.reference = QStringLiteral("ref-1");
    return message;
}

} // namespace

/// Files of the conversation on their way to the chat page.
class TestWebChatShown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesABrowserMayShow_data()
    {
        QTest::addColumn<QString>("declared");
        QTest::addColumn<QByteArray>("served");
        const auto row = [](const char* declared, const char* served) {
            QTest::newRow(*declared ? declared : "none") << QString::fromLatin1(declared) << QByteArray(served);
        };
        row("image/jpeg", "image/jpeg");
        row("IMAGE/PNG", "image/png");
        row("audio/ogg; codecs=opus", "audio/ogg");
        row("application/pdf", "application/octet-stream");
        row("text/html", "application/octet-stream");
        row("image/svg+xml", "application/octet-stream");
        row("image/jpeg\r\nX: y", "application/octet-stream");
        row("", "application/octet-stream");
    }
    void typesABrowserMayShow()
    {
        QFETCH(QString, declared);
        QFETCH(QByteArray, served);
        const auto answer = fileAnswer(file(declared, QStringLiteral("a")), "bytes");
        QCOMPARE(answer.contentType, served);
        QCOMPARE(answer.body, QByteArray("bytes"));
        QCOMPARE(http::header(answer.headers, "X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(http::header(answer.headers, "Content-Security-Policy"), QByteArray("default-src 'none'; sandbox"));
        QCOMPARE(http::header(answer.headers, "Cache-Control"), QByteArray("no-store"));
    }

    void namesAreHarmless_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("clean");
        QTest::newRow("Hebrew") << QStringLiteral("צילום שן 16.jpg") << QStringLiteral("צילום שן 16.jpg");
        QTest::newRow("path") << QStringLiteral("/etc/../a.pdf") << QStringLiteral("a.pdf");
        QTest::newRow("path of Windows") << QStringLiteral("C:\\Users\\dana\\a.pdf") << QStringLiteral("a.pdf");
        QTest::newRow("turned around") << QStringLiteral("cod\u202Efdp.exe") << QStringLiteral("codfdp.exe");
        QTest::newRow("lines") << QStringLiteral("a\r\nX: y.pdf") << QStringLiteral("aX: y.pdf");
        QTest::newRow("long") << QString(200, QLatin1Char('a')) + QStringLiteral(".pdf")
                              << QString(96, QLatin1Char('a')) + QStringLiteral(".pdf");
        QTest::newRow("nothing") << QString() << QString();
    }
    void namesAreHarmless()
    {
        QFETCH(QString, name);
        QTEST(cleanFileName(name), "clean");
        const auto field = http::header(fileAnswer(file({}, name), {}).headers, "Content-Disposition");
        QVERIFY2(field.startsWith("attachment; filename*=UTF-8''"), field.constData());
        for (const char letter : {'\r', '\n', '"', '\\', ' '}) {
            QVERIFY(!field.mid(20).contains(letter));
        }
    }

    void whatTheChannelCarries()
    {
        WebChatChannel channel;
        QVERIFY(channel.capabilities().files && channel.capabilities().places);
        QCOMPARE(base::await(channel.send(outgoing())).error().code, ErrorCode::InvalidInput);
        auto picture = outgoing();
        picture.file = OutgoingFile{MessageKind::Image, QStringLiteral("image/png"), {}, false, "bytes"};
        QCOMPARE(base::await(channel.send(picture)).value().providerId, QStringLiteral("out:ref-1"));
        auto place = outgoing();
        place.place = domain::Place{32.0, 34.8, QStringLiteral("clinic"), {}};
        QVERIFY(base::await(channel.send(place)));
        picture.file->kind = MessageKind::Sticker;
        QCOMPARE(base::await(channel.send(picture)).error().key, QStringLiteral("send.fileKind"));
        picture.file = OutgoingFile{MessageKind::Document, QStringLiteral("application/pdf"), {}, false, {}};
        QCOMPARE(channel.checkFile(*picture.file).error().key, QStringLiteral("send.fileEmpty"));
        picture.file->bytes = QByteArray(16 * 1024 * 1024 + 1, 'x');
        QCOMPARE(channel.checkFile(*picture.file).error().key, QStringLiteral("send.fileTooLarge"));
    }

    void visitorsFilesComeFromTheDoor()
    {
        WebChatChannel channel([](const QString& wanted) -> Result<QByteArray> {
            return wanted == id ? Result<QByteArray>("bytes") : fail(ErrorCode::NotFound, QStringLiteral("gone"));
        });
        QCOMPARE(base::await(channel.fetchMedia(id, 5)).value().bytes, QByteArray("bytes"));
        QCOMPARE(base::await(channel.fetchMedia(id, 4)).error().key, QStringLiteral("media.tooLarge"));
        QCOMPARE(base::await(channel.fetchMedia(QStringLiteral("b"), 5)).error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(WebChatChannel().fetchMedia(id, 5)).error().code, ErrorCode::Unsupported);
    }

    /// The door's id stands in the delivery, so that the message leads to a file that is kept already.
    void aVisitorsFileNamesItsPlaceAtTheDoor()
    {
        channels::webchat::Post post;
        post.user = QStringLiteral("visitor");
        post.clientId = QStringLiteral("abcdefgh");
        post.mediaId = id;
        post.mediaType = QStringLiteral("image/png");
        post.mediaName = QStringLiteral("צילום.png");
        post.mediaSize = 7;
        const auto events = WebChatChannel().parse(toDelivery(post)).value();
        const auto message = std::get<domain::MessageReceived>(events.at(0));
        QCOMPARE(message.mediaId, id);
        QCOMPARE(message.mediaName, QStringLiteral("צילום.png"));
        QCOMPARE(message.mediaSize, 7);
    }
};

QTEST_GUILESS_MAIN(TestWebChatShown)
#include "test_webchatshown.moc"
