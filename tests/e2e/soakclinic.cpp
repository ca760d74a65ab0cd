// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/soakclinic.h"

#include "base/json.h"
#include "http/rawpeer.h"
#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/telegramdouble.h"
#include "simulation/doubles/wahadouble.h"

#include <QTest>

#include <csignal>
#include <thread>

namespace delpek::test
{

using domain::ChannelKind;
using simulation::GraphDouble;
using simulation::SentMessage;
using simulation::TelegramDouble;
using simulation::WahaDouble;
using namespace std::chrono_literals;

namespace
{

/// So many of the last deliveries of a life that is killed in a delivery are on their way together.
constexpr std::size_t together = 8;

QString number(int value, int digits)
{
    return QStringLiteral("%1").arg(value, digits, 10, QLatin1Char('0'));
}

/// Every third patient of WAHA is on the phone of one of WhatsApp: one person with two conversations.
QString phoneOf(const SoakPatient& patient)
{
    const bool shared = patient.channel == ChannelKind::Waha && patient.number / 4 % 3 == 0;
    return QStringLiteral("972541") + number(shared ? patient.number - 1 : patient.number, 6);
}

QString chatOf(const SoakPatient& patient)
{
    return phoneOf(patient) + QStringLiteral("@c.us");
}

qint64 telegramChat(const SoakPatient& patient)
{
    return 5'512'000'000 + patient.number;
}

QString wamid(const SoakPatient& patient, const char* kind, int message)
{
    return QStringLiteral("wamid.%1%2x%3").arg(QLatin1String(kind), number(patient.number, 6)).arg(message);
}

QString wahaId(const SoakPatient& patient, const char* kind, int message)
{
    return QStringLiteral("3EB0%1%2%3").arg(QLatin1String(kind), number(patient.number, 6), number(message, 2));
}

QString clientId(const SoakPatient& patient, int message)
{
    return QStringLiteral("visitor-%1-%2").arg(number(patient.number, 6)).arg(message);
}

QString editedWords(const SoakPatient& patient, int message)
{
    return wordsOf(patient, message + 1) + QStringLiteral(" (2)");
}

/// The messages of the clinic in what a page's stream gave, with the ids the store has for them.
std::vector<SentMessage> toldIn(const QByteArray& stream)
{
    std::vector<SentMessage> told;
    for (qsizetype from = 0, end = 0; (end = stream.indexOf("\n\n", from)) >= 0; from = end + 2) {
        const QByteArray event = stream.mid(from, end - from);
        const auto json = base::parseJson(event.mid(event.indexOf("data: ") + 6)).value_or(base::Json());
        if (!event.contains("event: message\n") || base::textAt(json, "from") == QLatin1String("visitor")) {
            continue;
        }
        SentMessage message;
        message.providerId = QStringLiteral("out:delpek-") + base::textAt(json, "id");
        message.text = base::textAt(json, "text");
        told.push_back(std::move(message));
    }
    return told;
}

} // namespace

SoakClinic::SoakClinic()
    : m_graph(GraphDouble::start({}, m_clock).value())
    , m_waha(WahaDouble::start({}, m_clock).value())
    , m_telegram(TelegramDouble::start({}, m_clock).value())
{
    m_daemon.useWhatsApp(*m_graph);
    m_daemon.useWaha(*m_waha);
    m_daemon.useTelegram(*m_telegram);
    m_daemon.set(QStringLiteral("webchat.enabled"), QStringLiteral("true"));
    m_daemon.set(QStringLiteral("webchat.rate-per-address"), QStringLiteral("6000"));
    m_daemon.set(QStringLiteral("webchat.rate-per-session"), QStringLiteral("6000"));
    m_daemon.set(QStringLiteral("outbox.unknown-after"), QStringLiteral("1s"));
}

SoakClinic::~SoakClinic() = default;

bool SoakClinic::fail(const QString& problem)
{
    m_problems << problem;
    return false;
}

QString SoakClinic::providerIdOf(const SoakPatient& patient, int message)
{
    switch (patient.channel) {
    case ChannelKind::WhatsApp:
        return wamid(patient, "S", message);
    case ChannelKind::Waha:
        return wahaId(patient, "AA", message);
    case ChannelKind::Telegram:
        return QStringLiteral("%1:%2").arg(telegramChat(patient)).arg(message);
    case ChannelKind::WebChat:
        return QStringLiteral("in:") + clientId(patient, message);
    }
    return {};
}

QString SoakClinic::clinicsIdOf(const SoakPatient& patient)
{
    return patient.channel == ChannelKind::WhatsApp ? wamid(patient, "C", 1) : wahaId(patient, "CC", 1);
}

QByteArray SoakClinic::whatsapp(const SoakPatient& patient, const SoakStep& step) const
{
    const auto& payloads = m_graph->payloads();
    const auto at = m_began + std::chrono::seconds(step.message);
    const QString original = providerIdOf(patient, step.message);
    const auto from = [&](const QString& id) {
        return simulation::GraphPayloads::From{phoneOf(patient), QStringLiteral("Tamar"), id, at};
    };
    switch (step.act) {
    case SoakAct::Edit:
        return payloads.edit(from(wamid(patient, "E", step.message)), original, editedWords(patient, step.message));
    case SoakAct::React:
        return payloads.reaction(from(wamid(patient, "R", step.message)), original, QStringLiteral("👍"));
    case SoakAct::ClinicWrites:
        return payloads.echo(from(clinicsIdOf(patient)), QStringLiteral("I will call you"));
    default:
        if (isPicture(patient, step.message)) {
            return payloads.image(from(original), m_pictures.at(original), wordsOf(patient, step.message));
        }
        return payloads.text(from(original), wordsOf(patient, step.message));
    }
}

QByteArray SoakClinic::waha(const SoakPatient& patient, const SoakStep& step) const
{
    const auto& payloads = m_waha->payloads();
    const auto at = m_began + std::chrono::seconds(step.message);
    const QString original = providerIdOf(patient, step.message);
    const auto from = [&](const QString& id) {
        return simulation::WahaPayloads::From{chatOf(patient), QStringLiteral("Tamar"), id, at};
    };
    switch (step.act) {
    case SoakAct::Edit:
        return payloads.edit(from(wahaId(patient, "EE", step.message)), original, editedWords(patient, step.message));
    case SoakAct::React:
        return payloads.reaction(from(wahaId(patient, "DD", step.message)), original, QStringLiteral("👍"));
    case SoakAct::ClinicWrites:
        return payloads.own(from(clinicsIdOf(patient)), QStringLiteral("I will call you"), false);
    default:
        if (isPicture(patient, step.message)) {
            return payloads.image(from(original), wordsOf(patient, step.message));
        }
        return payloads.text(from(original), wordsOf(patient, step.message));
    }
}

QByteArray SoakClinic::telegram(const SoakPatient& patient, const SoakStep& step) const
{
    const simulation::telegram::From from{telegramChat(patient), QStringLiteral("Tamar"), step.message,
                                          m_began + std::chrono::seconds(step.message)};
    switch (step.act) {
    case SoakAct::Edit:
        return base::toBytes(simulation::telegram::editUpdate(from, editedWords(patient, step.message)));
    case SoakAct::React:
        return base::toBytes(simulation::telegram::reactionUpdate(from, QStringLiteral("👍")));
    default:
        if (isPicture(patient, step.message)) {
            return base::toBytes(simulation::telegram::photoUpdate(
                from, m_pictures.at(providerIdOf(patient, step.message)), wordsOf(patient, step.message)));
        }
        return base::toBytes(simulation::telegram::textUpdate(from, wordsOf(patient, step.message)));
    }
}

QByteArray SoakClinic::pictureOf(const SoakPatient& patient, int message)
{
    return "\xff\xd8\xff\xe0 picture " + providerIdOf(patient, message).toUtf8();
}

void SoakClinic::layOutPictures(const SoakPlan& plan)
{
    const QString jpeg = QStringLiteral("image/jpeg");
    for (const SoakPatient& patient : plan.patients) {
        for (int message = 1; message <= patient.messages; ++message) {
            if (!isPicture(patient, message)) {
                continue;
            }
            const QString id = providerIdOf(patient, message);
            const QByteArray bytes = pictureOf(patient, message);
            if (patient.channel == ChannelKind::WhatsApp) {
                m_pictures[id] = m_graph->keepPatientsFile({bytes, jpeg});
            } else if (patient.channel == ChannelKind::Waha) {
                m_waha->addFile(id + QStringLiteral(".jpg"), QStringLiteral("false_%1_%2").arg(chatOf(patient), id),
                                {bytes, jpeg});
            } else {
                m_pictures[id] = QStringLiteral("photo-") + QString::number(m_pictures.size());
                m_telegram->addFile({m_pictures[id], QStringLiteral("photos/%1.jpg").arg(m_pictures[id]), bytes});
            }
        }
    }
}

SoakClinic::Delivery SoakClinic::deliveryOf(const SoakPatient& patient, const SoakStep& step) const
{
    switch (patient.channel) {
    case ChannelKind::WhatsApp:
        return {patient.channel, patient.number, whatsapp(patient, step)};
    case ChannelKind::Waha:
        return {patient.channel, patient.number, waha(patient, step)};
    case ChannelKind::Telegram:
        return {patient.channel, patient.number, telegram(patient, step)};
    case ChannelKind::WebChat:
        break;
    }
    return {patient.channel, patient.number,
            base::toBytes({{"id", base::utf8(clientId(patient, step.message))},
                           {"text", base::utf8(wordsOf(patient, step.message))},
                           {"language", "en"}})};
}

int SoakClinic::post(const Delivery& delivery) const
{
    switch (delivery.channel) {
    case ChannelKind::WhatsApp:
        return m_daemon.deliver(*m_graph, delivery.body).status;
    case ChannelKind::Waha:
        return m_daemon.deliver(*m_waha, delivery.body).status;
    case ChannelKind::Telegram:
        m_telegram->deliver(*base::parseJson(delivery.body));
        return 200;
    case ChannelKind::WebChat:
        break;
    }
    return m_daemon
        .post("/api/webchat/messages", delivery.body, "Authorization: Bearer " + m_tokens.at(delivery.patient) + "\r\n")
        .status;
}

void SoakClinic::deliver(const Delivery& delivery)
{
    if (post(delivery) != 200) {
        ++m_refused;
        m_unacknowledged.push_back(delivery);
    }
}

void SoakClinic::report(ChannelKind channel)
{
    auto bodies = channel == ChannelKind::WhatsApp ? m_graph->statusDeliveries()
                  : channel == ChannelKind::Waha   ? m_waha->sentDeliveries()
                                                   : std::vector<QByteArray>();
    for (std::size_t i = 0, all = bodies.size(); i < all; i += 3) {
        bodies.push_back(bodies[i]);
    }
    std::shuffle(bodies.begin(), bodies.end(), m_random);
    for (const QByteArray& body : bodies) {
        deliver({channel, 0, body});
    }
}

void SoakClinic::clinicWrites(const SoakPatient& patient)
{
    deliver(deliveryOf(patient, {SoakAct::ClinicWrites}));
    const QString held = QStringLiteral("SELECT count(*) FROM conversation c JOIN message m ON m.conversation = c.id "
                                        "WHERE m.provider_id = '%1' AND c.holder_kind = 'staff' AND NOT EXISTS "
                                        "(SELECT 1 FROM outbox o WHERE o.conversation = c.id AND o.state = 'sending')")
                             .arg(clinicsIdOf(patient));
    if (QTest::qWaitFor([&] { return m_daemon.value(held).toInt() == 1; }, 3000)) {
        m_heldSince[patient.number] = sentTo(patient).size();
    }
}

std::vector<SentMessage> SoakClinic::sentTo(const SoakPatient& patient) const
{
    if (patient.channel == ChannelKind::WebChat) {
        const auto page = m_pages.find(patient.number);
        return page == m_pages.end() ? std::vector<SentMessage>() : page->second;
    }
    auto sent = patient.channel == ChannelKind::WhatsApp ? m_graph->sent()
                : patient.channel == ChannelKind::Waha   ? m_waha->sent()
                                                         : std::vector<SentMessage>();
    if (patient.channel == ChannelKind::Telegram) {
        for (const auto& message : m_telegram->sent()) {
            sent.push_back(message);
        }
    }
    const QString to =
        patient.channel == ChannelKind::Telegram ? QString::number(telegramChat(patient)) : phoneOf(patient);
    std::erase_if(sent, [&](const SentMessage& one) { return !one.to.contains(to); });
    return sent;
}

bool SoakClinic::beginSessions(const SoakPlan& plan)
{
    for (const SoakPatient& patient : plan.patients) {
        if (patient.channel == ChannelKind::WebChat && !m_tokens.contains(patient.number)) {
            const auto begun = base::parseJson(m_daemon.post("/api/webchat/session", "").body);
            const QString token = begun ? base::textAt(*begun, "token") : QString();
            if (token.isEmpty()) {
                return fail(QStringLiteral("a visitor got no session"));
            }
            m_tokens[patient.number] = token.toLatin1();
        }
    }
    return true;
}

bool SoakClinic::play(const SoakPlan& plan)
{
    m_began = m_clock.now() - 1min;
    layOutPictures(plan);
    for (std::size_t i = 0; i < plan.lives.size(); ++i) {
        if (!live(plan, plan.lives[i], i + 1 == plan.lives.size())) {
            return false;
        }
    }
    return true;
}

bool SoakClinic::live(const SoakPlan& plan, const SoakLife& life, bool isLast)
{
    if (!m_daemon.start() || !beginSessions(plan)) {
        return fail(QStringLiteral("the program did not start"));
    }
    for (const Delivery& delivery : std::exchange(m_unacknowledged, {})) {
        deliver(delivery);
    }
    std::vector<Delivery> onTheirWay;
    for (std::size_t i = 0; i < life.steps.size(); ++i) {
        const SoakStep& step = life.steps[i];
        const SoakPatient& patient = plan.patients[std::size_t(step.patient)];
        if (step.act == SoakAct::Trouble) {
            trouble(patient.channel, step.trouble);
        } else if (step.act == SoakAct::Report) {
            report(patient.channel);
        } else if (step.act == SoakAct::ClinicWrites) {
            clinicWrites(patient);
        } else if (life.end == SoakEnd::KilledInDelivery && life.steps.size() - i <= together) {
            onTheirWay.push_back(deliveryOf(patient, step));
        } else {
            deliver(deliveryOf(patient, step));
        }
        if (step.pause > 0ms) {
            QTest::qWait(int(step.pause.count()));
        }
    }
    if (isLast && (!settle() || !readPages(plan))) {
        return false;
    }
    return isLast || end(life, onTheirWay);
}

bool SoakClinic::end(const SoakLife& life, const std::vector<Delivery>& onTheirWay)
{
    if (life.end == SoakEnd::Ended) {
        QTest::qWait(int(life.breath.count()));
        return m_daemon.terminate() == 0 || fail(QStringLiteral("the program did not end well"));
    }
    std::vector<int> answers(onTheirWay.size(), 0);
    std::vector<std::thread> providers;
    for (std::size_t i = 0; i < onTheirWay.size(); ++i) {
        providers.emplace_back([&, i] { answers[i] = post(onTheirWay[i]); });
    }
    QTest::qWait(int(onTheirWay.empty() ? life.breath.count() : life.breath.count() / 100));
    ::kill(pid_t(m_daemon.pid()), SIGKILL);
    ++m_kills;
    for (auto& provider : providers) {
        provider.join();
    }
    for (std::size_t i = 0; i < onTheirWay.size(); ++i) {
        if (answers[i] != 200) {
            ++m_refused;
            m_unacknowledged.push_back(onTheirWay[i]);
        }
    }
    return m_daemon.waitUntilCut() || fail(QStringLiteral("the program was not killed"));
}

bool SoakClinic::settle()
{
    const auto none = [&](const char* sql) { return m_daemon.value(QLatin1String(sql)).toInt() == 0; };
    const auto isSettled = [&] {
        return m_telegram->pending() == 0 && none("SELECT count(*) FROM inbox WHERE state = 'pending'") &&
               none("SELECT count(*) FROM message WHERE waiting = 1") &&
               none("SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')");
    };
    const auto isSeen = [&] {
        return none("SELECT count(*) FROM outbox o WHERE state = 'unknown' AND NOT EXISTS "
                    "(SELECT 1 FROM escalation e WHERE e.conversation = o.conversation)");
    };
    for (const Delivery& delivery : std::exchange(m_unacknowledged, {})) {
        deliver(delivery);
    }
    if (!m_unacknowledged.empty()) {
        return fail(QStringLiteral("a delivery was refused again and again"));
    }
    if (!eventually(isSettled)) {
        return fail(QStringLiteral("it did not come to rest"));
    }
    report(ChannelKind::WhatsApp);
    report(ChannelKind::Waha);
    return eventually([&] { return isSettled() && isSeen(); }) ||
           fail(QStringLiteral("a send of which nothing is known was shown to nobody"));
}

bool SoakClinic::readPages(const SoakPlan& plan)
{
    std::map<int, std::unique_ptr<RawPeer>> pages;
    for (const SoakPatient& patient : plan.patients) {
        if (patient.channel == ChannelKind::WebChat) {
            auto page = std::make_unique<RawPeer>(m_daemon.port());
            page->send("GET /api/webchat/events HTTP/1.1\r\nHost: clinic\r\nAuthorization: Bearer " +
                       m_tokens.at(patient.number) + "\r\n\r\n");
            if (page->read(false).status != 200) {
                return fail(QStringLiteral("a page was not opened"));
            }
            pages[patient.number] = std::move(page);
        }
    }
    const QString untold = QStringLiteral("SELECT count(*) FROM message m JOIN conversation c ON c.id = m.conversation "
                                          "WHERE c.channel = 'webchat' AND m.delivery = 'sent'");
    const bool told = eventually([&] { return m_daemon.value(untold).toInt() == 0; });
    if (m_daemon.terminate() != 0) {
        return fail(QStringLiteral("the program did not end well"));
    }
    for (const auto& [patient, page] : pages) {
        m_pages[patient] = toldIn(page->readBytes(4 * 1024 * 1024));
    }
    return told || fail(QStringLiteral("a message in the web chat was never told"));
}

} // namespace delpek::test
