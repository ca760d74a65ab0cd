// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/multipart.h"

#include <QTest>

using namespace delpek;
using http::FormPart;

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryByte()
    {
        QByteArray all;
        for (int i = 0; i < 256; ++i) {
            all.append(char(i));
        }
        const std::vector<FormPart> parts{
            {"messaging_product", "whatsapp"},
            {"empty", ""},
            {"file", all + "\r\n--" + all, QStringLiteral("צילום; שן \"46\".jpg"), "image/jpeg"},
        };
        const auto form = http::writeForm(parts);
        const auto read = http::readForm(form.contentType, form.body);
        QVERIFY2(read, qPrintable(read ? QString() : base::describe(read.error())));
        QCOMPARE(read->size(), parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            QCOMPARE(read->at(i).name, parts[i].name);
            QCOMPARE(read->at(i).body, parts[i].body);
            QCOMPARE(read->at(i).type, parts[i].type);
        }
        QCOMPARE(read->back().fileName, QStringLiteral("צילום; שן %2246%22.jpg"));
    }

    void aPartCannotEndTheForm()
    {
        const auto first = http::writeForm({{"a", "x"}});
        const QByteArray boundary = first.contentType.mid(first.contentType.indexOf('=') + 1);
        const QByteArray hostile = "\r\n--" + boundary + "--\r\n";
        const auto read = http::writeForm({{"a", hostile}, {"b", boundary}});
        const auto parts = http::readForm(read.contentType, read.body);
        QVERIFY(parts);
        QCOMPARE(parts->size(), std::size_t(2));
        QCOMPARE(parts->front().body, hostile);
    }

    void aNameCannotAddAHeader()
    {
        const auto form =
            http::writeForm({{"a", "x", QStringLiteral("x\"\r\nX-Evil: 1\r\n\r\n.pdf"), "application/pdf"}});
        QVERIFY(!form.body.contains("\nX-Evil"));
        QVERIFY(http::readForm(form.contentType, form.body));
    }

    void refusesWhatIsNoForm_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const QByteArray type = "multipart/form-data; boundary=b";
        QTest::newRow("another type") << QByteArray("application/json") << QByteArray("{}");
        QTest::newRow("no boundary") << QByteArray("multipart/form-data") << QByteArray("--b--\r\n");
        QTest::newRow("text before it") << type << QByteArray("x--b--\r\n");
        QTest::newRow("cut") << type << QByteArray("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx");
        QTest::newRow("cut header") << type << QByteArray("--b\r\nContent-Disposition: form-data; name=a\r\n--b--");
        QTest::newRow("no name") << type << QByteArray("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n");
        QTest::newRow("empty") << type << QByteArray();
    }
    void refusesWhatIsNoForm()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const auto read = http::readForm(type, body);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestMultipart)
#include "test_multipart.moc"
