// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/filetypes.h"

#include <QTest>

using namespace delpek;

/// Which files of messages are taken: what is declared and what the first bytes say must agree.
class TestFileTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data()
    {
        QTest::addColumn<QString>("declared");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* what, const char* declared, const QByteArray& bytes, const char* type = "") {
            QTest::newRow(what) << QString::fromLatin1(declared) << bytes << QString::fromLatin1(type);
        };
        const QByteArray jpeg("\xff\xd8\xff\xe0....");
        const QByteArray heic("\0\0\0\x18"
                              "ftypheic\0\0\0\0",
                              16);
        const QByteArray mp4("\0\0\0\x18"
                             "ftypmp42\0\0\0\0",
                             16);
        const QByteArray threeGp("\0\0\0\x18"
                                 "ftyp3gp5\0\0\0\0",
                                 16);
        row("picture", "image/jpeg", jpeg, "image/jpeg");
        row("its other name", "image/jpg", jpeg, "image/jpeg");
        row("png", "image/png", "\x89PNG\r\n\x1a\n", "image/png");
        row("sticker", "image/webp", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), "image/webp");
        row("phone picture", "image/heic", heic, "image/heic");
        row("pdf", "application/pdf", "%PDF-1.7\n", "application/pdf");
        row("voice note", "audio/ogg; codecs=opus", "OggS....", "audio/ogg");
        row("in capitals", "Audio/OGG", "OggS....", "audio/ogg");
        row("mp3 with a tag", "audio/mpeg", "ID3\x04", "audio/mpeg");
        row("mp3 without", "audio/mp3", "\xff\xfb\x90\x64", "audio/mpeg");
        row("aac", "audio/aac", "\xff\xf1\x50\x80", "audio/aac");
        row("amr", "audio/amr", "#!AMR\n", "audio/amr");
        row("m4a", "audio/mp4", mp4, "audio/mp4");
        row("video", "video/mp4", mp4, "video/mp4");
        row("old phone's video", "video/3gpp", threeGp, "video/3gpp");
        row("word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\x03\x04....",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        row("old word", "application/msword", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword");
        row("words", "text/plain", "שלום", "text/plain");
        row("undeclared picture", "", jpeg, "image/jpeg");
        row("undeclared as some servers write it", "application/octet-stream", "%PDF-1.4", "application/pdf");

        row("a page called a picture", "image/jpeg", "<html><script>");
        row("a picture called a page", "text/html", jpeg);
        row("a video called a picture", "image/heic", mp4);
        row("a picture called a video", "video/mp4", heic);
        row("aac called mp3", "audio/mpeg", "\xff\xf1\x50\x80");
        row("drawing with scripts", "image/svg+xml", "<svg/>");
        row("program", "application/x-msdownload", "MZ....");
        row("undeclared program", "", "MZ....");
        row("undeclared words", "", "#!/bin/sh");
        row("word with macros", "application/vnd.ms-word.document.macroEnabled.12", "PK\x03\x04....");
        row("archive", "application/zip", "PK\x03\x04....");
        row("program called words", "text/plain", QByteArray("MZ\0\0", 4));
        row("nothing", "image/png", "");
    }
    void types()
    {
        QFETCH(QString, declared);
        QFETCH(QByteArray, bytes);
        const auto type = media::acceptedType(declared, bytes);
        QTEST(type.value_or(QString()), "type");
        QVERIFY(!type || !media::endingOf(*type).isEmpty());
    }

    void onlyMessagesOfFilesHaveRoom()
    {
        QVERIFY(media::mostOf(domain::MessageKind::Image) > 0);
        QVERIFY(media::mostOf(domain::MessageKind::Sticker) < media::mostOf(domain::MessageKind::Image));
        QCOMPARE(media::mostOf(domain::MessageKind::Text), 0);
        QCOMPARE(media::mostOf(domain::MessageKind::Location), 0);
    }
};

QTEST_GUILESS_MAIN(TestFileTypes)
#include "test_filetypes.moc"
