// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/declaredfile.h"

#include <QTest>

using namespace delpek;
using namespace delpek::api::webchat;

namespace
{

const QByteArray png("\x89PNG\r\n\x1a\n\0\0", 10);
const QByteArray jpeg("\xff\xd8\xff\xe0....");
const QByteArray webp("RIFF\x10\0\0\0WEBPVP8 ", 16);
const QByteArray pdf("%PDF-1.7\n");
const QByteArray html("<html><script>alert(1)</script>");

} // namespace

/// Visitors' files: what is taken.
class TestWebChatFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* what, const char* name, const char* declared, const QByteArray& bytes,
                            const char* type = "") {
            QTest::newRow(what) << QString::fromUtf8(name) << QByteArray(declared) << bytes
                                << QString::fromLatin1(type);
        };
        row("png", "a.png", "image/png", png, "image/png");
        row("jpg", "צילום.JPG", "image/jpeg", jpeg, "image/jpeg");
        row("jpeg", "a.b.jpeg", "image/jpeg", jpeg, "image/jpeg");
        row("webp", "a.webp", "image/webp", webp, "image/webp");
        row("pdf", "a.pdf", "application/pdf", pdf, "application/pdf");
        row("a page called png", "a.png", "image/png", html);
        row("a png called page", "a.html", "image/png", png);
        row("a png declared a page", "a.png", "text/html", png);
        row("a png called jpg", "a.jpg", "image/jpeg", png);
        row("no ending", "png", "image/png", png);
        row("two endings", "a.png.exe", "image/png", png);
        row("svg", "a.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        row("gif", "a.gif", "image/gif", "GIF89a");
        row("a sound in RIFF", "a.webp", "image/webp", QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16));
        row("empty", "a.png", "image/png", "");
        row("declared nothing", "a.png", "", png);
    }
    void types()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, declared);
        QFETCH(QByteArray, bytes);
        QTEST(typeOf({name, declared, bytes}).value_or(QString()), "type");
    }
};

QTEST_GUILESS_MAIN(TestWebChatFiles)
#include "test_webchatfiles.moc"
