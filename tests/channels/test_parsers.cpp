// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/eventtext.h"
#include "channels/telegram/parser.h"
#include "channels/waha/parser.h"
#include "channels/webchat/delivery.h"
#include "channels/whatsapp/parser.h"
#include "support/paths.h"

#include <QDir>
#include <QTest>

using namespace delpek;
using base::Json;

namespace
{

const QString whatsappAccount = QStringLiteral("770011223344556");
const QString wahaAccount = QStringLiteral("clinic");
const QString telegramAccount = QStringLiteral("770011");
const QString webchatAccount = QStringLiteral("site");

Result<std::vector<domain::Event>> parseAs(const QString& channel, const QByteArray& raw)
{
    if (channel == QLatin1String("whatsapp")) {
        return channels::whatsapp::parse(raw, whatsappAccount);
    }
    if (channel == QLatin1String("webchat")) {
        return channels::webchat::parse(raw, webchatAccount);
    }
    return channel == QLatin1String("waha") ? channels::waha::parse(raw, wahaAccount)
                                            : channels::telegram::parse(raw, telegramAccount);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The first line in which two texts differ, with its neighbours.
QByteArray difference(const QByteArray& expected, const QByteArray& actual)
{
    const auto left = expected.split('\n');
    const auto right = actual.split('\n');
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        if (left.value(i) != right.value(i)) {
            return "line " + QByteArray::number(i + 1) + "\n  after    " + left.value(i - 1) + "\n  expected " +
                   left.value(i) + "\n  actual   " + right.value(i);
        }
    }
    return {};
}

/// Every leaf of `json` in turn replaced by each of `others`.
template <typename Visit>
void confuse(Json& whole, Json& json, const std::vector<Json>& others, const Visit& visit)
{
    if (json.is_structured()) {
        for (auto& child : json) {
            confuse(whole, child, others, visit);
        }
    }
    const Json kept = json;
    for (const Json& other : others) {
        json = other;
        visit(whole);
    }
    json = kept;
}

} // namespace

class TestParsers : public QObject
{
    Q_OBJECT

private:
    static void addPayloads()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("path");
        for (const QString& channel :
             {QStringLiteral("whatsapp"), QStringLiteral("waha"), QStringLiteral("telegram"), QStringLiteral("webchat")}) {
            const QDir folder(test::sourcePath("tests/data/channels/") + channel);
            for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
                if (!file.fileName().endsWith(QLatin1String(".expected.json"))) {
                    QTest::addRow("%s/%s", qPrintable(channel), qPrintable(file.baseName()))
                        << channel << file.absoluteFilePath();
                }
            }
        }
    }

private Q_SLOTS:
    void thereAreEnoughPayloads()
    {
        const QStringList names{QStringLiteral("*.expected.json")};
        QVERIFY(QDir(test::sourcePath("tests/data/channels/whatsapp")).entryList(names).size() >= 120);
        QVERIFY(QDir(test::sourcePath("tests/data/channels/waha")).entryList(names).size() >= 70);
        QVERIFY(QDir(test::sourcePath("tests/data/channels/telegram")).entryList(names).size() >= 80);
        QVERIFY(QDir(test::sourcePath("tests/data/channels/webchat")).entryList(names).size() >= 15);
    }

    void golden_data() { addPayloads(); }
    /// With DELPEK_UPDATE_GOLDEN set the expectations are written anew, to be read before they are committed.
    void golden()
    {
        QFETCH(QString, channel);
        QFETCH(QString, path);
        const QByteArray actual =
            QByteArray::fromStdString(testing::dump(parseAs(channel, contents(path))).dump(1)) + '\n';
        const QString expectedPath = path.chopped(5) + QStringLiteral(".expected.json");
        if (qEnvironmentVariableIsSet("DELPEK_UPDATE_GOLDEN")) {
            QFile file(expectedPath);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(actual);
        }
        const QByteArray expected = contents(expectedPath);
        QVERIFY2(!expected.isEmpty(), "no *.expected.json beside the payload");
        QVERIFY2(expected == actual, difference(expected, actual).constData());
    }

    void anyPrefixIsRefusedWithoutAWordOfIt_data() { addPayloads(); }
    void anyPrefixIsRefusedWithoutAWordOfIt()
    {
        QFETCH(QString, channel);
        QFETCH(QString, path);
        const QByteArray whole = contents(path).trimmed();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto events = parseAs(channel, whole.left(length));
            QVERIFY(!events);
            QCOMPARE(events.error().code, ErrorCode::InvalidInput);
            QVERIFY(events.error().detail.startsWith(QLatin1String("not JSON")));
        }
    }

    void anyTypeMayBeWrong_data() { addPayloads(); }
    void anyTypeMayBeWrong()
    {
        QFETCH(QString, channel);
        QFETCH(QString, path);
        auto whole = base::parseJson(contents(path));
        QVERIFY(whole);
        const std::vector<Json> others{nullptr,
                                       7,
                                       -1,
                                       std::numeric_limits<std::uint64_t>::max(),
                                       1e300,
                                       true,
                                       "x",
                                       Json::array(),
                                       Json::object(),
                                       Json::array({nullptr, 1, "a", Json::object()})};
        int results = 0;
        confuse(*whole, *whole, others, [&](const Json& confused) {
            const auto events = parseAs(channel, base::toBytes(confused));
            results += events || events.error().code == ErrorCode::InvalidInput ? 1 : -1'000'000;
        });
        QVERIFY(results > 0);
    }

    void oneBadItemAmongAThousandLosesNothing()
    {
        Json list = Json::array();
        for (int i = 0; i < 1000; ++i) {
            Json message{{"from", "972540001122"},
                         {"id", "wamid." + std::to_string(i)},
                         {"timestamp", "1767225600"},
                         {"type", "text"},
                         {"text", {{"body", "x"}}}};
            if (i == 500) {
                message.erase("id");
            }
            list.push_back(message);
        }
        const Json value{{"metadata", {{"phone_number_id", base::utf8(whatsappAccount)}}}, {"messages", list}};
        const Json change{{"field", "messages"}, {"value", value}};
        const Json body{{"object", "whatsapp_business_account"},
                        {"entry", Json::array({{{"changes", Json::array({change})}}})}};
        const auto events = channels::whatsapp::parse(base::toBytes(body), whatsappAccount);
        QVERIFY(events);
        QCOMPARE(events->size(), std::size_t(1000));
        QCOMPARE(
            std::count_if(events->begin(), events->end(),
                          [](const auto& event) { return std::holds_alternative<domain::MessageReceived>(event); }),
            999);
        QCOMPARE(std::get<domain::Ignored>(events->at(500)).what,
                 QStringLiteral("malformed entry[0].changes[0].value.messages[500].id"));
    }

    void aNumberBeyondReasonIsNoCrash()
    {
        QVERIFY(!channels::whatsapp::parse(R"({"object":1e999})", whatsappAccount));
        QVERIFY(!channels::waha::parse(R"({"event":"message","session":"clinic","payload":{"timestamp":1e999}})",
                                       wahaAccount));
        QVERIFY(!channels::telegram::parse(R"({"update_id":1e999})", telegramAccount));
    }

    void callbackIdsAreFound()
    {
        QCOMPARE(channels::telegram::callbackId(R"({"update_id":1,"callback_query":{"id":"77"}})"),
                 std::optional(QStringLiteral("77")));
        QVERIFY(!channels::telegram::callbackId(R"({"update_id":1,"message":{"id":"77"}})"));
        QVERIFY(!channels::telegram::callbackId("not json"));
    }

    void updatesKeepTheirOrderAndIds()
    {
        const auto updates =
            channels::telegram::updatesOf(R"({"ok":true,"result":[{"update_id":8,"a":1},{"update_id":9}]})");
        QVERIFY(updates);
        QCOMPARE(updates->size(), std::size_t(2));
        QCOMPARE(updates->at(0).id, 8);
        QCOMPARE(updates->at(0).bytes, QByteArray(R"({"a":1,"update_id":8})"));
        QVERIFY(!channels::telegram::updatesOf(R"({"ok":true,"result":[{"a":1}]})"));
        QVERIFY(!channels::telegram::updatesOf(R"({"ok":true,"result":{}})"));
        QVERIFY(!channels::telegram::updatesOf("<html>"));
    }
};

QTEST_GUILESS_MAIN(TestParsers)
#include "test_parsers.moc"
