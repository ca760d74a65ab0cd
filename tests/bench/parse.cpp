// SPDX-License-Identifier: GPL-3.0-or-later
// bench_parse [repeats]: what each channel's parser makes of text messages, one core; beside it, reading the same bytes
// as JSON and no more.
#include "base/json.h"
#include "bench/figures.h"
#include "channels/telegram/parser.h"
#include "channels/waha/parser.h"
#include "channels/webchat/delivery.h"
#include "channels/whatsapp/parser.h"
#include "simulation/doubles/graphpayloads.h"
#include "simulation/doubles/telegrampayloads.h"
#include "simulation/doubles/wahapayloads.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace delpek;
using base::Json;

namespace
{

constexpr int messages = 20'000;

const QString words = QStringLiteral("שלום, אפשר לקבוע תור לניקוי אבנית ביום חמישי אחרי הצהריים? תודה רבה, דנה לוי");
const base::Instant when = base::fromMillis(1'772'600'000'000);

/// Deliveries of one channel, and how they are read.
struct Load {
    QString name;
    std::vector<QByteArray> deliveries;
    std::function<std::size_t(const QByteArray&)> parse; ///< gives how many events
};

template <typename Events>
std::size_t count(const Events& events)
{
    return bench::orEnd(Result<std::size_t>(events.map([](const auto& list) { return list.size(); })));
}

QByteArray whatsappDelivery(int first, int batch)
{
    const simulation::GraphPayloads payloads(QStringLiteral("770011223344556"));
    const auto body = [&](int i) {
        return payloads.text({QString::number(972'541'000'000 + i), QStringLiteral("Dana Levi"),
                              QStringLiteral("wamid.HBgMOTcyNTQxMDAwMDAwFQIAEhg%1").arg(i), when},
                             words);
    };
    Json whole = bench::orEnd(base::parseJson(body(first)));
    Json& value = whole["entry"][0]["changes"][0]["value"];
    for (int i = 1; i < batch; ++i) {
        const Json other = bench::orEnd(base::parseJson(body(first + i)))["entry"][0]["changes"][0]["value"];
        value["messages"].push_back(other["messages"][0]);
        value["contacts"].push_back(other["contacts"][0]);
    }
    return base::toBytes(whole);
}

QByteArray telegramUpdate(int i)
{
    Json update =
        simulation::telegram::textUpdate({5'512'000'000 + i, QStringLiteral("Dana Levi"), i + 1, when}, words);
    update["update_id"] = 500'000'000 + i;
    return base::toBytes(update);
}

QByteArray telegramAnswer(int first, int batch)
{
    QByteArray updates;
    for (int i = 0; i < batch; ++i) {
        updates += (i == 0 ? "" : ",") + telegramUpdate(first + i);
    }
    return R"({"ok":true,"result":[)" + updates + "]}";
}

QByteArray webchatDelivery(int i)
{
    channels::webchat::Post post;
    post.user = QStringLiteral("%1").arg(i, 32, 16, QLatin1Char('0'));
    post.clientId = QStringLiteral("page-%1").arg(i);
    post.at = when;
    post.language = QStringLiteral("he");
    post.text = words;
    return channels::webchat::toDelivery(post);
}

std::size_t parseWhatsapp(const QByteArray& raw)
{
    return count(channels::whatsapp::parse(raw, QStringLiteral("770011223344556")));
}

std::size_t parseTelegram(const QByteArray& raw)
{
    return count(channels::telegram::parse(raw, QStringLiteral("770011")));
}

/// As polling does: taken apart for the inbox, then each read.
std::size_t parsePolled(const QByteArray& raw)
{
    std::size_t events = 0;
    for (const auto& update : bench::orEnd(channels::telegram::updatesOf(raw))) {
        events += parseTelegram(update.bytes);
    }
    return events;
}

std::vector<QByteArray> deliveries(int batch, const std::function<QByteArray(int)>& make)
{
    std::vector<QByteArray> all;
    for (int first = 0; first < messages; first += batch) {
        all.push_back(make(first));
    }
    return all;
}

std::vector<Load> loads()
{
    const simulation::WahaPayloads waha(QStringLiteral("clinic"), simulation::WahaEngine::WebJs);
    const auto wahaDelivery = [&](int i) {
        return waha.text({QString::number(972'541'000'000 + i) + QStringLiteral("@c.us"), QStringLiteral("Dana Levi"),
                          QStringLiteral("3EB0%1").arg(i, 18, 16, QLatin1Char('0')), when},
                         words);
    };
    return {{QStringLiteral("WhatsApp, 1 message a delivery"),
             deliveries(1, [](int i) { return whatsappDelivery(i, 1); }), parseWhatsapp},
            {QStringLiteral("WhatsApp, 1,000 messages a delivery"),
             deliveries(1000, [](int i) { return whatsappDelivery(i, 1000); }), parseWhatsapp},
            {QStringLiteral("WAHA, 1 message a delivery"), deliveries(1, wahaDelivery),
             [](const QByteArray& raw) { return count(channels::waha::parse(raw, QStringLiteral("clinic"))); }},
            {QStringLiteral("Telegram, 1 update a delivery"), deliveries(1, telegramUpdate), parseTelegram},
            {QStringLiteral("Telegram, 1,000 updates polled"),
             deliveries(1000, [](int i) { return telegramAnswer(i, 1000); }), parsePolled},
            {QStringLiteral("web chat, 1 message a delivery"), deliveries(1, webchatDelivery),
             [](const QByteArray& raw) { return count(channels::webchat::parse(raw, QStringLiteral("site"))); }}};
}

/// Milliseconds for all deliveries; `read` gives how many messages it saw in one.
double timed(const Load& load, std::size_t expected, const std::function<std::size_t(const QByteArray&)>& read)
{
    std::size_t seen = 0;
    const double took = bench::millisecondsOf([&] {
        for (const QByteArray& raw : load.deliveries) {
            seen += read(raw);
        }
    });
    if (seen != expected) {
        qFatal("%s: %zu messages were read", qPrintable(load.name), seen);
    }
    return took;
}

void measure(const bench::Table& table, const Load& load, int repeats)
{
    qint64 bytes = 0;
    for (const QByteArray& raw : load.deliveries) {
        bytes += raw.size();
    }
    std::vector<double> perSecond;
    std::vector<double> megabytes;
    std::vector<double> nlohmann;
    std::vector<double> qt;
    const auto rate = [&](double milliseconds) { return double(bytes) / 1000 / milliseconds; };
    for (int i = 0; i < repeats; ++i) {
        const double took = timed(load, messages, load.parse);
        perSecond.push_back(messages * 1000 / took);
        megabytes.push_back(rate(took));
        nlohmann.push_back(rate(timed(load, load.deliveries.size(), [](const QByteArray& raw) {
            return std::size_t(Json::parse(raw.begin(), raw.end()).is_object());
        })));
        qt.push_back(rate(timed(load, load.deliveries.size(), [](const QByteArray& raw) {
            return std::size_t(QJsonDocument::fromJson(raw).isObject());
        })));
    }
    table.row(load.name, perSecond, QStringLiteral("messages/s"));
    table.row(load.name + QStringLiteral(", bytes"), megabytes, QStringLiteral("MB/s"));
    table.row(QStringLiteral("– nlohmann::json::parse alone"), nlohmann, QStringLiteral("MB/s"),
              QStringLiteral("comparison"));
    table.row(QStringLiteral("– QJsonDocument alone"), qt, QStringLiteral("MB/s"), QStringLiteral("comparison"));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int repeats = QCoreApplication::arguments().value(1, QStringLiteral("5")).toInt();
    const bench::Table table(QStringLiteral("bench_parse, %1 text messages").arg(messages));
    for (const Load& load : loads()) {
        measure(table, load, repeats);
    }
    return 0;
}
