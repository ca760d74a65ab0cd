// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/runner.h"
#include "simulation/scriptedbrain.h"
#include "support/paths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using namespace delpek::simulation;

namespace
{

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(path));
    }
    return file.readAll();
}

} // namespace

/// The scenarios through the whole way of a language model.
class ScriptedBrainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScenarioPassesThroughEachProvider_data();
    void aScenarioPassesThroughEachProvider();
};

void ScriptedBrainTest::aScenarioPassesThroughEachProvider_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<int>("provider");
    const QStringList scenarios{QStringLiteral("cleaning-with-doctor-goes-to-hygienist-full-day-en.json"),
                                QStringLiteral("correction-and-language-switch.json"),
                                QStringLiteral("cancel-one-of-three-with-confirmation-he.json"),
                                QStringLiteral("move-one-of-two-crowns-en.json"),
                                QStringLiteral("complaint-take-over-no-agent-send-he.json"),
                                QStringLiteral("thumbs-up-to-the-summary-he.json"),
                                QStringLiteral("crash-in-the-middle-of-booking-en.json")};
    for (const QString& name : scenarios) {
        for (int provider = 0; provider < 3; ++provider) {
            QTest::addRow("%s %d", qPrintable(name), provider) << name << provider;
        }
    }
}

void ScriptedBrainTest::aScenarioPassesThroughEachProvider()
{
    QFETCH(QString, scenario);
    QFETCH(int, provider);
    static const auto mind = agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex"));
    QVERIFY(mind);
    const auto clinic = clinic::parseClinicFile(bytesOf(test::sourcePath("resources/demo/clinic.json")));
    const auto parsed = parseScenario(bytesOf(test::sourcePath("tests/scenarios/") + scenario));
    QVERIFY(clinic && parsed);
    const QTemporaryDir folder;
    RunOptions options{*clinic, folder.path()};
    options.brain = scriptedBrains(QStringLiteral(":/delpek"), QStringLiteral("alex"), ModelDouble::Provider(provider));
    const auto result = runScenario(*parsed, *mind, options);
    QVERIFY2(result.passed, qPrintable(result.failures.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(ScriptedBrainTest)
#include "test_scriptedbrain.moc"
