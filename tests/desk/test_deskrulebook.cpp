// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "desk/localrulebook.h"
#include "support/paths.h"

#include <QFile>
#include <QTest>

using namespace delpek;
using domain::Urgency;

namespace
{

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().detail));
    }
    return std::move(*result);
}

} // namespace

/// The rules of urgency as a person reads and tries them.
class TestDeskRuleBook : public QObject
{
    Q_OBJECT

    std::unique_ptr<safety::Triage> m_triage;
    std::unique_ptr<desk::LocalRuleBook> m_book;

private Q_SLOTS:
    void initTestCase()
    {
        m_triage = must(safety::Triage::load(QStringLiteral(":/delpek/rules")));
        m_book = std::make_unique<desk::LocalRuleBook>(m_triage.get(), [] { return QStringLiteral("03-555-0100"); });
    }

    void everyRuleIsThereWithItsExamples()
    {
        QFile file(test::sourcePath("resources/rules/triage.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = must(base::parseJson(file.readAll()));
        const auto pages = must(m_book->rules().result());
        QCOMPARE(pages.version, m_triage->version());
        QCOMPARE(pages.rules.size(), base::at(json, "rules").size());
        QVERIFY(std::ranges::is_sorted(pages.rules, std::greater{}, &desk::RuleEntry::urgency));
        for (const auto& rule : pages.rules) {
            QVERIFY2(!rule.fires.isEmpty() && !rule.silent.isEmpty() && !rule.source.isEmpty() &&
                         !rule.version.isEmpty(),
                     qPrintable(rule.id));
            // What the page says of a rule is what the program does.
            for (const auto& message : rule.fires) {
                QVERIFY2(must(m_book->tryOut(message).result()).urgency >= rule.urgency, qPrintable(message));
            }
        }
    }

    void aTrialTellsWhatAPatientWouldGet()
    {
        const auto trial = must(m_book->tryOut(QStringLiteral("hi\nI can't breathe")).result());
        QCOMPARE(trial.urgency, Urgency::Emergency);
        QCOMPARE(trial.hits.front().rule, QStringLiteral("airway-breathing"));
        QCOMPARE(trial.hits.front().tier, QStringLiteral("E1"));
        QVERIFY2(trial.hits.front().words.contains(QStringLiteral("breathe")), qPrintable(trial.hits.front().words));
        QVERIFY(trial.sent.contains(QStringLiteral("101")));
        const auto swelling = must(m_book->tryOut(QStringLiteral("נפיחות קטנה בחניכיים")).result());
        QCOMPARE(swelling.urgency, Urgency::DoctorRequired);
        QVERIFY(swelling.asked.contains(QStringLiteral("עין")) || swelling.asked.contains(QLatin1Char('?')));
        const auto price = must(m_book->tryOut(QStringLiteral("כמה עולה ניקוי?")).result());
        QCOMPARE(price.urgency, Urgency::Routine);
        QVERIFY(price.hits.empty() && price.sent.isEmpty() && price.asked.isEmpty());
    }

    void whatCannotBeTried()
    {
        QCOMPARE(m_book->tryOut(QString(desk::maxTrial + 1, QLatin1Char('x'))).result().error().key,
                 QStringLiteral("rules.tooLong"));
        desk::LocalRuleBook none(nullptr, [] { return QString(); });
        QCOMPARE(none.tryOut(QStringLiteral("hi")).result().error().code, ErrorCode::Unsupported);
        QVERIFY(none.rules().result());
    }
};

QTEST_GUILESS_MAIN(TestDeskRuleBook)
#include "test_deskrulebook.moc"
