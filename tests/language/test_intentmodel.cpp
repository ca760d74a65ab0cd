// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/intents.h"
#include "language/training/lessons.h"
#include "language/training/misspelling.h"
#include "support/paths.h"

#include <QFile>
#include <QTest>

using namespace delpek;
using namespace delpek::language;

class TestIntentModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void learnsTheSameBytesTwice();
    void learnsWhatItIsShown();
    void readsItsOwnBytes();
    void refusesOtherBytes_data();
    void refusesOtherBytes();
    void asksRatherThanGuesses();
    void givesShares();
    void misspellsTheSameWayTwice();

private:
    std::unique_ptr<Lexicon> m_lexicon;
    std::vector<Labelled> m_messages;
    std::unique_ptr<Lessons> m_lessons;
};

void TestIntentModel::initTestCase()
{
    const auto folder = test::sourcePath("resources/language");
    auto lexicon = Lexicon::load(folder);
    QVERIFY2(lexicon, lexicon ? "" : qPrintable(lexicon.error().detail));
    m_lexicon = std::move(*lexicon);
    auto messages = readLabelled(folder + QStringLiteral("/training"));
    QVERIFY2(messages, messages ? "" : qPrintable(messages.error().detail));
    for (std::size_t i = 0; i < messages->size(); i += 20) {
        m_messages.push_back((*messages)[i]);
    }
    m_lessons = std::make_unique<Lessons>(*m_lexicon, m_messages);
}

void TestIntentModel::learnsTheSameBytesTwice()
{
    const Lessons again(*m_lexicon, m_messages);
    QVERIFY(learnCalibrated(*m_lessons).toBytes() == learnCalibrated(again).toBytes());
}

void TestIntentModel::learnsWhatItIsShown()
{
    const auto model = learnCalibrated(*m_lessons);
    std::size_t right = 0;
    for (std::size_t i = 0; i < m_lessons->size(); ++i) {
        const auto scores = model.score(m_lessons->plain(i).features);
        right += std::max_element(scores.begin(), scores.end()) - scores.begin() == m_lessons->plain(i).intent;
    }
    QVERIFY(right * 10 > m_lessons->size() * 9);
}

void TestIntentModel::readsItsOwnBytes()
{
    const auto model = learnCalibrated(*m_lessons);
    const auto read = IntentModel::fromBytes(model.toBytes());
    QVERIFY(read);
    for (std::size_t i = 0; i < m_lessons->size(); ++i) {
        QCOMPARE(read->score(m_lessons->plain(i).features), model.score(m_lessons->plain(i).features));
    }
}

void TestIntentModel::refusesOtherBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something else") << QByteArray("{}");
    const auto whole = IntentModel::fromWeights(std::vector<double>((modelRows + 1) * intentCount, 0), 1).toBytes();
    QTest::newRow("cut short") << whole.chopped(1);
    QTest::newRow("another version") << QByteArray(whole).replace(0, 8, "delpeki0");
}

void TestIntentModel::refusesOtherBytes()
{
    QFETCH(QByteArray, bytes);
    const auto model = IntentModel::fromBytes(bytes);
    QVERIFY(!model);
    QVERIFY(model.error().detail.contains(QStringLiteral("build the program anew")));
}

void TestIntentModel::asksRatherThanGuesses()
{
    const auto ignorant = IntentModel::fromWeights(std::vector<double>((modelRows + 1) * intentCount, 0), 1);
    const auto heard = hear(m_messages.front().text, *m_lexicon, labelledContext(m_messages.front()));
    const auto reading = readIntent(heard, ignorant, {});
    QCOMPARE(reading.intent, -1);
    QCOMPARE(reading.score, 0.0);
}

void TestIntentModel::givesShares()
{
    IntentScores scores{};
    scores[3] = 2;
    scores[5] = 1000;
    const auto shares = softmax(scores);
    QCOMPARE(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0);
    QVERIFY(shares[5] > 0.999 && shares[3] < 0.001);
}

void TestIntentModel::misspellsTheSameWayTwice()
{
    const auto text = QStringLiteral("אפשר תור ליום שלישי ב-10:30? thanks a lot, Dana");
    std::mt19937 one(7);
    std::mt19937 two(7);
    const auto typed = misspell(text, 0.3, one);
    QCOMPARE(misspell(text, 0.3, two), typed);
    QVERIFY(typed != text);
    QVERIFY(typed.contains(QStringLiteral("10:30")));
    QCOMPARE(misspell(text, 0, one), text);
}

QTEST_GUILESS_MAIN(TestIntentModel)
#include "test_intentmodel.moc"
