// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/mime.h"

#include "domain/email.h"
#include "notify/smslength.h"

#include <QTest>

using namespace delpek;
using namespace delpek::notify;

class TestMime : public QObject
{
    Q_OBJECT

    static Mail mail()
    {
        Mail made;
        made.from = QStringLiteral("desk@clinic.example");
        made.fromName = QStringLiteral("מרפאת שיניים");
        made.to = QStringLiteral("noa@clinic.example");
        made.subject = QStringLiteral("חירום: דנה כהן");
        made.text = QStringLiteral("חירום: דנה כהן\n.\nקושי בנשימה");
        made.messageId = QStringLiteral("notice-7.1772539200000");
        made.at = base::fromMillis(1772539200000);
        made.important = true;
        return made;
    }

private Q_SLOTS:
    void aMailIsWrittenWhole()
    {
        const auto bytes = writeMail(mail());
        QVERIFY(bytes);
        QByteArray expected = "Date: Tue, 03 Mar 2026 12:00:00 +0000\n"
                              "From: =?UTF-8?B?157XqNek15DXqiDXqdeZ16DXmdeZ150=?=\n"
                              " <desk@clinic.example>\n"
                              "To: <noa@clinic.example>\n"
                              "Subject: =?UTF-8?B?15fXmdeo15XXnTog15PXoNeUINeb15TXnw==?=\n"
                              "Message-ID: <notice-7.1772539200000@clinic.example>\n"
                              "Auto-Submitted: auto-generated\n"
                              "Importance: high\n"
                              "MIME-Version: 1.0\n"
                              "Content-Type: text/plain; charset=UTF-8\n"
                              "Content-Transfer-Encoding: base64\n"
                              "\n";
        expected.replace("\n", "\r\n");
        QVERIFY(bytes->startsWith(expected));
        const QByteArray body = QByteArray::fromBase64(bytes->mid(expected.size()).replace("\r\n", ""));
        QCOMPARE(QString::fromUtf8(body), mail().text.replace(QLatin1Char('\n'), QStringLiteral("\r\n")));
        for (const auto& line : bytes->split('\n')) {
            QVERIFY(line.size() <= 79);
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
        }
    }

    void longTextsAreCutBetweenCharacters()
    {
        QString text;
        for (int i = 0; i < 40; ++i) {
            text += QStringLiteral("שן😀");
        }
        const QByteArray coded = encodedHeader(text);
        QString read;
        for (const auto& word : coded.split(' ')) {
            const QByteArray one = word.trimmed();
            QVERIFY(one.size() <= 75);
            const QString part = QString::fromUtf8(QByteArray::fromBase64(one.mid(10, one.size() - 12)));
            QVERIFY(!part.contains(QChar::ReplacementCharacter));
            read += part;
        }
        QCOMPARE(read, text);
    }

    void headersCannotBeInjected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("coded");
        QTest::newRow("plain") << "Emergency: D.C." << QByteArray("Emergency: D.C.");
        QTest::newRow("a line end") << "Hi\r\nBcc: x@example.com" << QByteArray("Hi Bcc: x@example.com");
        QTest::newRow("a bare one") << "Hi\nthere" << QByteArray("Hi there");
        QTest::newRow("NUL") << QStringLiteral("Hi") + QChar(0) + QStringLiteral("there") << QByteArray("Hi there");
        QTest::newRow("what looks like a coded word")
            << "=?UTF-8?B?eA==?="
            << "=?UTF-8?B?" + QByteArray("=?UTF-8?B?eA==?=").toBase64() + "?=";
    }

    void headersCannotBeInjected()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, coded);
        QCOMPARE(encodedHeader(text), coded);
    }

    void onlyOneAddressIsAnAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        QTest::newRow("usual") << "noa.levi+duty@mail.clinic.example" << true;
        QTest::newRow("a line end at the end") << "noa@clinic.example\n" << false;
        QTest::newRow("a header behind it") << "noa@clinic.example\r\nBcc: x@example.com" << false;
        QTest::newRow("two") << "noa@clinic.example,x@example.com" << false;
        QTest::newRow("a space") << "noa @clinic.example" << false;
        QTest::newRow("with a name") << "Noa <noa@clinic.example>" << false;
        QTest::newRow("an argument behind it") << "noa@clinic.example> SIZE=1" << false;
        QTest::newRow("no domain") << "noa@" << false;
        QTest::newRow("two ats") << "noa@x@clinic.example" << false;
        QTest::newRow("Hebrew") << QStringLiteral("נועה@clinic.example") << false;
        QTest::newRow("empty") << "" << false;
    }

    void onlyOneAddressIsAnAddress()
    {
        QFETCH(QString, address);
        QFETCH(bool, good);
        QCOMPARE(domain::checkEmail(address).has_value(), good);
        auto made = mail();
        made.to = address;
        QCOMPARE(writeMail(made).has_value(), good);
    }

    void aTextMessageIsCountedInParts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("parts");
        QTest::newRow("none") << "" << 0;
        QTest::newRow("160 English") << QString(160, QLatin1Char('a')) << 1;
        QTest::newRow("161 English") << QString(161, QLatin1Char('a')) << 2;
        QTest::newRow("306 English") << QString(306, QLatin1Char('a')) << 2;
        QTest::newRow("307 English") << QString(307, QLatin1Char('a')) << 3;
        QTest::newRow("brackets count twice") << QString(80, QLatin1Char('[')) << 1;
        QTest::newRow("81 brackets") << QString(81, QLatin1Char('[')) << 2;
        QTest::newRow("70 Hebrew") << QString(70, QChar(0x5e9)) << 1;
        QTest::newRow("71 Hebrew") << QString(71, QChar(0x5e9)) << 2;
        QTest::newRow("201 Hebrew") << QString(201, QChar(0x5e9)) << 3;
        QTest::newRow("202 Hebrew") << QString(202, QChar(0x5e9)) << 4;
        QTest::newRow("an emoji is two units") << QString(69, QLatin1Char('a')) + QStringLiteral("😀") << 2;
    }

    void aTextMessageIsCountedInParts()
    {
        QFETCH(QString, text);
        QFETCH(int, parts);
        QCOMPARE(smsParts(text), parts);
    }
};

QTEST_GUILESS_MAIN(TestMime)
#include "test_mime.moc"
