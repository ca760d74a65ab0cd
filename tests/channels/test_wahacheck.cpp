// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/check.h"
#include "http/networkclient.h"
#include "simulation/doubles/wahadouble.h"

#include <QTest>

using namespace delpek;
using base::Json;
using channels::FindingState;
using simulation::WahaDouble;

namespace
{

const base::Instant start = base::fromMillis(1'767'225'600'000);

Json webhook(const std::vector<std::string>& events = {"*"}, const char* key = "hmac-of-the-double",
             const char* url = "http://172.17.0.1:8080/api/waha/webhook")
{
    Json json{{"url", url}, {"events", events}};
    if (*key) {
        json["hmac"] = {{"key", key}};
    }
    return Json::array({json});
}

} // namespace

/// What the integration check finds out about WAHA.
class TestWahaCheck : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;
    std::unique_ptr<WahaDouble> m_waha;

    channels::waha::CheckSetup setup() const
    {
        channels::waha::CheckSetup setup;
        setup.endpoint = {m_waha->url(), m_waha->setup().session};
        setup.key = QString::fromLatin1(m_waha->setup().apiKey);
        setup.webhookSecret = QString::fromLatin1(m_waha->setup().hmacKey);
        return setup;
    }

    /// "subject:key" of each, the key "good" where all is well.
    QStringList found(const channels::waha::CheckSetup& setup)
    {
        QStringList lines;
        for (const auto& finding : channels::waha::check(setup, m_client)) {
            const char* state = finding.state == FindingState::Good        ? "good"
                                : finding.state == FindingState::Attention ? "attention "
                                                                           : "fault ";
            lines << finding.subject + QStringLiteral(": ") + QLatin1String(state) + finding.key;
            m_details << finding.detail;
        }
        return lines;
    }

    QStringList m_details;

private Q_SLOTS:
    void init()
    {
        m_waha = WahaDouble::start({}, m_clock).value();
        m_details.clear();
    }

    void allIsWell()
    {
        m_waha->setWebhooks(webhook());
        QCOMPARE(found(setup()), (QStringList{QStringLiteral("token: good"), QStringLiteral("session: good"),
                                              QStringLiteral("webhook: good"), QStringLiteral("subscription: good")}));
        QCOMPARE(m_details.at(1), QStringLiteral("WAHA 2026.7.1, engine WEBJS, tier CORE"));
    }

    void webhooks_data()
    {
        QTest::addColumn<QByteArray>("webhooks");
        QTest::addColumn<QStringList>("findings");
        const auto row = [](const char* name, const Json& webhooks, const QStringList& findings) {
            QTest::newRow(name) << base::toBytes(webhooks) << findings;
        };
        const QString good = QStringLiteral("webhook: good");
        const QString all = QStringLiteral("subscription: good");
        row("none", Json::array(), {QStringLiteral("webhook: attention check.wahaWebhookNone")});
        row("no list", Json(7), {QStringLiteral("webhook: attention check.wahaWebhookNone")});
        row("another program's", webhook({"*"}, "x", "http://crm.example/hook"),
            {QStringLiteral("webhook: attention check.wahaWebhookNone")});
        row("without a key", webhook({"*"}, ""), {QStringLiteral("webhook: fault check.wahaWebhookUnsigned"), all});
        row("another key", webhook({"*"}, "other"), {QStringLiteral("webhook: fault check.wahaWebhookSecret"), all});
        row("a key behind stars", webhook({"*"}, "********"), {good, all});
        row("no messages", webhook({"message.ack"}),
            {good, QStringLiteral("subscription: fault check.wahaEventsMessages")});
        row("messages alone", webhook({"message"}), {good, QStringLiteral("subscription: attention check.wahaEvents")});
        row("each by name",
            webhook({"message.any", "message.ack", "message.reaction", "message.edited", "message.revoked",
                     "session.status"}),
            {good, all});
    }
    void webhooks()
    {
        QFETCH(QByteArray, webhooks);
        QFETCH(QStringList, findings);
        m_waha->setWebhooks(base::parseJson(webhooks).value());
        QCOMPARE(found(setup()).mid(2), findings);
        QVERIFY(!m_details.join(QString()).contains(QLatin1String("hmac-of-the-double")));
    }

    void whatIsMissingIsNamed()
    {
        m_waha->setWebhooks(webhook({"message.any", "message.ack", "session.status"}));
        found(setup());
        QCOMPARE(m_details.last(), QStringLiteral("message.reaction, message.edited, message.revoked"));
    }

    void faultsBefore()
    {
        auto without = setup();
        without.key.clear();
        QCOMPARE(found(without), QStringList{QStringLiteral("token: fault check.wahaKeyMissing")});
        auto wrong = setup();
        wrong.key = QStringLiteral("other");
        QCOMPARE(found(wrong), QStringList{QStringLiteral("token: fault channel.wahaKey")});
        auto unnamed = setup();
        unnamed.endpoint.session = QStringLiteral("sales");
        QCOMPARE(found(unnamed),
                 (QStringList{QStringLiteral("token: good"), QStringLiteral("session: fault channel.wahaMissing")}));
        auto nowhere = setup();
        nowhere.endpoint.apiBase = QUrl(QStringLiteral("http://127.0.0.1:1"));
        QCOMPARE(found(nowhere), QStringList{QStringLiteral("token: fault channel.wahaUnreachable")});
        auto unsealed = setup();
        unsealed.webhookSecret.clear();
        m_waha->setWebhooks(webhook());
        QCOMPARE(found(unsealed).at(2), QStringLiteral("webhook: fault check.wahaWebhookSecretMissing"));
    }

    /// A session that waits for its phone can still be told that its webhook is wrong: both are mended in one visit.
    void aSessionThatDoesNotWorkIsLookedAtFurther()
    {
        m_waha->setStatus(QStringLiteral("SCAN_QR_CODE"));
        m_waha->setWebhooks(webhook({"message"}));
        QCOMPARE(
            found(setup()),
            (QStringList{QStringLiteral("token: good"), QStringLiteral("session: fault channel.wahaPairing"),
                         QStringLiteral("webhook: good"), QStringLiteral("subscription: attention check.wahaEvents")}));
    }
};

QTEST_GUILESS_MAIN(TestWahaCheck)
#include "test_wahacheck.moc"
