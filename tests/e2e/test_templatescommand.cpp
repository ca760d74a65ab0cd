// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "simulation/doubles/graphdouble.h"
#include "support/postgresserver.h"

#include <QTest>

using namespace delpek;
using simulation::GraphDouble;
using test::CommandResult;
using test::Daemon;
using test::eventually;

namespace
{

/// What `delpekd templates` needs to know of the account.
std::map<QString, QString> environment(const GraphDouble& graph)
{
    return {{QStringLiteral("DELPEK_SECRETS_STORE"), QStringLiteral("environment")},
            {QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN"), QString::fromLatin1(graph.setup().token)},
            {QStringLiteral("DELPEK_WHATSAPP_API_BASE"), graph.url().toString()},
            {QStringLiteral("DELPEK_WHATSAPP_API_VERSION"), graph.setup().version},
            {QStringLiteral("DELPEK_WHATSAPP_PHONE_NUMBER_ID"), graph.setup().phoneNumberId},
            {QStringLiteral("DELPEK_WHATSAPP_BUSINESS_ACCOUNT_ID"), graph.setup().businessAccountId}};
}

CommandResult templates(const QStringList& words, const std::map<QString, QString>& environment = {})
{
    return test::runCommand(QStringList{QStringLiteral("templates")} + words, {}, environment);
}

} // namespace

/// Templates as an administrator meets them: the command, and what the desk hears of Meta's decisions.
class TestTemplatesCommand : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    std::unique_ptr<GraphDouble> m_graph;

private Q_SLOTS:
    void init() { m_graph = std::move(GraphDouble::start({}, m_clock).value()); }

    void handsInOnce()
    {
        const auto known = environment(*m_graph);
        auto result = templates({QStringLiteral("list")}, known);
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.output.count("missing"), 8);
        QCOMPARE(m_graph->templateCount(), std::size_t(0));
        result = templates({QStringLiteral("sync")}, known);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(result.output.count("pending"), 8);
        QCOMPARE(m_graph->templateCount(), std::size_t(8));
        m_graph->setTemplateState(QStringLiteral("payment_reminder"), QStringLiteral("en"), QStringLiteral("REJECTED"),
                                  QStringLiteral("INCORRECT_CATEGORY"));
        result = templates({QStringLiteral("sync")}, known);
        QCOMPARE(m_graph->templateCount(), std::size_t(8));
        QVERIFY2(result.output.contains("rejected (incorrect_category)"), result.output.constData());
    }

    void saysWhatIsMissing()
    {
        auto known = environment(*m_graph);
        known[QStringLiteral("DELPEK_WHATSAPP_BUSINESS_ACCOUNT_ID")] = QString();
        auto result = templates({QStringLiteral("list")}, known);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.errors.contains("whatsapp.business-account-id"));
        known = environment(*m_graph);
        known.erase(QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN"));
        result = templates({QStringLiteral("list")}, known);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.errors.contains("delpekd secret set whatsapp.access-token"));
        known = environment(*m_graph);
        known[QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN")] = QStringLiteral("another");
        QCOMPARE(templates({QStringLiteral("list")}, known).exitCode, 1);
    }

    void previews()
    {
        const QString reminder = QStringLiteral("payment_reminder");
        auto result = templates({QStringLiteral("preview"), reminder, QStringLiteral("he")});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(QString::fromUtf8(result.output).contains(QStringLiteral("350 ₪")), result.output.constData());
        result = templates({QStringLiteral("preview"), reminder, QStringLiteral("en"),
                            QStringLiteral("patient_name=Noa"), QStringLiteral("clinic_name=Rimon"),
                            QStringLiteral("amount=₪90"), QStringLiteral("invoice_number=7")});
        QVERIFY2(result.output.contains("Hello Noa, this is Rimon."), result.output.constData());
        result = templates({QStringLiteral("preview"), reminder, QStringLiteral("en"), QStringLiteral("amount=5")});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.errors.contains("is missing"));
        QCOMPARE(templates({QStringLiteral("preview"), QStringLiteral("nothing"), QStringLiteral("en")}).exitCode, 2);
        QCOMPARE(templates({QStringLiteral("dance")}).exitCode, 2);
    }

    /// PostgreSQL's password lies with the secrets, for this command as for the desk.
    void writesTheStatesDownInAGuardedDatabase()
    {
        const auto server = test::PostgresServer::start();
        QVERIFY2(server, qPrintable(server ? QString() : base::describe(server.error())));
        auto known = environment(*m_graph);
        known[QStringLiteral("DELPEK_STORE_LOCATION")] =
            (*server)->newGuardedDatabase(QStringLiteral("WordOfTheTest7")).value();
        known[QStringLiteral("DELPEK_SECRET_STORE_PASSWORD")] = QStringLiteral("WordOfTheTest7");
        auto result = templates({QStringLiteral("sync")}, known);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(!result.output.contains("not written down"), result.output.constData());
        known[QStringLiteral("DELPEK_SECRET_STORE_PASSWORD")] = QStringLiteral("another");
        result = templates({QStringLiteral("sync")}, known);
        QVERIFY2(result.output.contains("not written down"), result.output.constData());
        QVERIFY(!result.output.contains("another") && !result.errors.contains("another"));
    }

    /// The desk asks at its start and then listens: both end in the same table.
    void theDeskKnowsTheStates()
    {
        QCOMPARE(templates({QStringLiteral("sync")}, environment(*m_graph)).exitCode, 0);
        m_graph->setTemplateState(QStringLiteral("general_information"), QStringLiteral("he"),
                                  QStringLiteral("APPROVED"));
        Daemon daemon;
        daemon.useWhatsApp(*m_graph);
        daemon.set(QStringLiteral("whatsapp.business-account-id"), m_graph->setup().businessAccountId);
        QVERIFY(daemon.start());
        const QString approved = QStringLiteral("SELECT count(*) FROM template WHERE state = 'approved'");
        QVERIFY(eventually([&] { return daemon.value(approved).toInt() == 1; }));
        QCOMPARE(daemon.value(QStringLiteral("SELECT count(*) FROM template")).toInt(), 8);

        const QByteArray news =
            m_graph->payloads().templateStatus(QStringLiteral("payment_reminder"), QStringLiteral("he"),
                                               QStringLiteral("APPROVED"), m_clock.now() + std::chrono::minutes(1));
        QCOMPARE(daemon.deliver(*m_graph, news).status, 200);
        QVERIFY(eventually([&] { return daemon.value(approved).toInt() == 2; }));
    }
};

QTEST_GUILESS_MAIN(TestTemplatesCommand)
#include "test_templatescommand.moc"
