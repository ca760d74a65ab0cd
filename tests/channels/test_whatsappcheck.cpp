// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/whatsapp/check.h"
#include "channels/whatsapp/templateservice.h"
#include "http/networkclient.h"
#include "simulation/doubles/graphdouble.h"
#include "support/paths.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using channels::FindingState;
using simulation::GraphAccount;
using simulation::GraphDouble;

namespace
{

const base::Instant start = base::fromMillis(1'767'225'600'000);

/// What is wrong, as "subject key" each; what is good is left out.
QStringList wrong(const channels::Findings& findings, FindingState state)
{
    QStringList lines;
    for (const auto& finding : findings) {
        if (finding.state == state) {
            lines << finding.subject + QLatin1Char(' ') + finding.key.mid(int(qstrlen("check.whatsapp.")));
        }
    }
    return lines;
}

} // namespace

/// What an account of WhatsApp can suffer from, and that each of it is told apart.
class TestWhatsAppCheck : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;
    std::unique_ptr<GraphDouble> m_graph;
    channels::whatsapp::CheckSetup m_setup;

    channels::Findings check() { return channels::whatsapp::check(m_setup, m_client, m_clock.now()); }

private Q_SLOTS:
    void init()
    {
        m_graph = std::move(GraphDouble::start({}, m_clock).value());
        m_setup.endpoint = {m_graph->url(), m_graph->setup().version, m_graph->setup().phoneNumberId};
        m_setup.businessAccountId = m_graph->setup().businessAccountId;
        m_setup.token = QString::fromLatin1(m_graph->setup().token);
        m_setup.templates =
            channels::whatsapp::loadTemplates(test::sourcePath("resources/templates")).value();
        for (const auto& one : m_setup.templates) {
            QVERIFY(base::await(channels::whatsapp::createTemplate(
                m_client, {m_setup.endpoint, m_setup.businessAccountId, m_setup.token}, one)));
            m_graph->setTemplateState(one.name, one.language, QStringLiteral("APPROVED"));
        }
    }

    void allIsWell()
    {
        const auto findings = check();
        QCOMPARE(findings.size(), std::size_t(4));
        for (const auto& finding : findings) {
            QVERIFY2(finding.state == FindingState::Good && finding.key.isEmpty(), qPrintable(finding.detail));
            QVERIFY(!finding.detail.contains(m_setup.token));
            QVERIFY2(!finding.detail.contains(QLatin1String("555-0100")), "a number in a detail");
        }
    }

    void theToken()
    {
        m_setup.token = QStringLiteral("another");
        QCOMPARE(wrong(check(), FindingState::Fault), QStringList{QStringLiteral("token tokenRefused")});
        m_setup.token.clear();
        QCOMPARE(wrong(check(), FindingState::Fault), QStringList{QStringLiteral("token tokenMissing")});
    }

    void theTokensEnd()
    {
        GraphAccount account;
        account.tokenExpires = start + 3 * 24h;
        m_graph->setAccount(account);
        QCOMPARE(wrong(check(), FindingState::Attention), QStringList{QStringLiteral("token tokenExpires")});
        account.tokenExpires = start + 30 * 24h;
        m_graph->setAccount(account);
        QVERIFY(wrong(check(), FindingState::Attention).isEmpty());
    }

    void thePermissions()
    {
        GraphAccount account;
        account.permissions = QStringList{QStringLiteral("whatsapp_business_messaging")};
        m_graph->setAccount(account);
        QCOMPARE(wrong(check(), FindingState::Attention), QStringList{QStringLiteral("token tokenPermission")});
        account.permissions = QStringList{QStringLiteral("whatsapp_business_management")};
        m_graph->setAccount(account);
        QCOMPARE(wrong(check(), FindingState::Fault), QStringList{QStringLiteral("token tokenPermission")});
    }

    void theNumber_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("quality");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("attention");
        const auto row = [](const char* status, const char* quality, const char* name, const char* fault,
                            const char* attention) {
            QTest::addRow("%s %s %s", status, quality, name)
                << QString::fromLatin1(status) << QString::fromLatin1(quality) << QString::fromLatin1(name)
                << QString::fromLatin1(fault) << QString::fromLatin1(attention);
        };
        row("CONNECTED", "GREEN", "APPROVED", "", "");
        row("CONNECTED", "UNKNOWN", "AVAILABLE_WITHOUT_REVIEW", "", "");
        row("DISCONNECTED", "GREEN", "APPROVED", "number numberOffline", "");
        row("CONNECTED", "RED", "APPROVED", "", "number numberQuality");
        row("CONNECTED", "YELLOW", "APPROVED", "", "number numberQuality");
        row("CONNECTED", "GREEN", "DECLINED", "", "number numberName");
    }
    void theNumber()
    {
        QFETCH(QString, status);
        QFETCH(QString, quality);
        QFETCH(QString, name);
        QFETCH(QString, fault);
        QFETCH(QString, attention);
        GraphAccount account;
        account.status = status;
        account.quality = quality;
        account.nameStatus = name;
        m_graph->setAccount(account);
        const auto findings = check();
        QCOMPARE(wrong(findings, FindingState::Fault).join(QLatin1Char('|')), fault);
        QCOMPARE(wrong(findings, FindingState::Attention).join(QLatin1Char('|')), attention);
    }

    void idsThatDoNotExist()
    {
        m_setup.endpoint.phoneNumberId = QStringLiteral("1");
        m_setup.businessAccountId = QStringLiteral("2");
        QCOMPARE(wrong(check(), FindingState::Fault),
                 (QStringList{QStringLiteral("number numberUnknown"), QStringLiteral("subscription accountUnknown"),
                              QStringLiteral("templates accountUnknown")}));
        m_setup.businessAccountId.clear();
        QCOMPARE(wrong(check(), FindingState::Attention), (QStringList{QStringLiteral("subscription accountIdMissing"),
                                                                       QStringLiteral("templates accountIdMissing")}));
    }

    void theSubscription()
    {
        GraphAccount account;
        account.subscribed = false;
        m_graph->setAccount(account);
        QCOMPARE(wrong(check(), FindingState::Fault), QStringList{QStringLiteral("subscription notSubscribed")});
    }

    void theTemplates()
    {
        const QString name = QStringLiteral("appointment_reminder");
        m_graph->setTemplateState(name, QStringLiteral("he"), QStringLiteral("PENDING"));
        QCOMPARE(wrong(check(), FindingState::Attention), QStringList{QStringLiteral("templates templatesPending")});
        m_graph->setTemplateState(name, QStringLiteral("he"), QStringLiteral("REJECTED"));
        QCOMPARE(wrong(check(), FindingState::Fault), QStringList{QStringLiteral("templates templatesRejected")});
        auto more = m_setup.templates.front();
        more.name = QStringLiteral("another_one");
        m_setup.templates = {more};
        QCOMPARE(wrong(check(), FindingState::Attention), QStringList{QStringLiteral("templates templatesMissing")});
    }

    void silence()
    {
        m_graph.reset();
        QVERIFY(wrong(check(), FindingState::Fault).contains(QStringLiteral("number notAnswered")));
    }
};

QTEST_GUILESS_MAIN(TestWhatsAppCheck)
#include "test_whatsappcheck.moc"
