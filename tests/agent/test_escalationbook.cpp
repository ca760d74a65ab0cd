// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/escalationbook.h"
#include "agent/firstsign.h"
#include "agent/shorten.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::Urgency;

namespace
{

const base::Instant noon = base::fromMillis(1'772'539'200'000); // 2026-03-03 12:00 UTC

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

domain::Message said(const QString& text, base::Instant at)
{
    domain::Message message;
    message.text = text;
    message.sentAt = at;
    return message;
}

} // namespace

/// The clock from the first sign, what the patient said of it, deadlines and ready answers.
class TestEscalationBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto book = agent::EscalationBook::load(QStringLiteral(":/delpek"));
        QVERIFY2(book, qPrintable(book ? QString() : book.error().detail));
        m_book = std::move(*book);
    }

    void theFirstSignIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("minutes"); // -1: not told
        const auto row = [](const char* text, int minutes) { QTest::newRow(text) << u(text) << minutes; };
        row("my tooth was knocked out 20 minutes ago", 20);
        row("knocked out half an hour ago", 30);
        row("an hour ago my tooth fell out", 60);
        row("It happened two hours and a half ago", 150);
        row("about 45 min ago", 45);
        row("bleeding for two hours", 120);
        row("bleeding for over 3 hours now", 180);
        row("fell 10 minutes ago, took a pill 2 hours ago", 120);
        row("300 hours ago", 48 * 60);
        row("לפני 20 דקות נפלה לי שן", 20);
        row("לפני חצי שעה", 30);
        row("זה קרה לפני רבע שעה", 15);
        row("לפני שעה", 60);
        row("לפני שעה וחצי", 90);
        row("לפני כשעה", 60);
        row("כבר שעתיים יורד דם", 120);
        row("לפני שלוש שעות", 180);
        row("לפני כמה דקות", 3);
        row("my tooth was knocked out", -1);
        row("it hurts since yesterday", -1);
        row("three days ago", -1);
        row("can I come in two hours", -1);
        row("an hour before the visit", -1);
        row("אפשר להגיע לפני שעה 10?", -1);
        row("אתמול בערב", -1);
        row("עוד שעתיים אני אצלכם", -1);
        row("", -1);
    }

    void theFirstSignIsTold()
    {
        QFETCH(QString, text);
        QFETCH(int, minutes);
        const auto ago = agent::toldAgo(text);
        QCOMPARE(ago ? int(std::chrono::duration_cast<std::chrono::minutes>(*ago).count()) : -1, minutes);
    }

    void theClockBeginsWithTheBurst()
    {
        QCOMPARE(agent::firstSign({said(u("help"), noon), said(u("my tooth fell out"), noon + 5s)}), noon);
        QCOMPARE(agent::firstSign({said(u("help"), noon), said(u("it fell out 20 minutes ago"), noon + 5s)}),
                 noon + 5s - 20min);
    }

    void deadlines_data()
    {
        QTest::addColumn<Urgency>("urgency");
        QTest::addColumn<int>("tier"); // -1: no rule raised it
        QTest::addColumn<QString>("response");
        QTest::addColumn<int>("minutes"); // -1: none
        const auto row = [](const char* name, Urgency urgency, std::optional<safety::Tier> tier, const char* response,
                            int minutes) {
            QTest::newRow(name) << urgency << (tier ? int(*tier) : -1) << u(response) << minutes;
        };
        using safety::Tier;
        row("ambulance", Urgency::Emergency, Tier::E1, "ambulance", 5);
        row("within the hour", Urgency::Emergency, Tier::E2, "ambulance", 60);
        row("a knocked-out tooth counts minutes", Urgency::Emergency, Tier::E2, "knocked-out-tooth", 30);
        row("today", Urgency::DoctorRequired, Tier::U, "doctor", 24 * 60);
        row("this week", Urgency::DoctorRequired, Tier::S, "doctor", 7 * 24 * 60);
        row("a question", Urgency::DoctorRequired, {}, "", 24 * 60);
        row("raised by staff", Urgency::Emergency, {}, "", 60);
        row("routine", Urgency::Routine, {}, "", -1);
    }

    void deadlines()
    {
        QFETCH(Urgency, urgency);
        QFETCH(int, tier);
        QFETCH(QString, response);
        QFETCH(int, minutes);
        safety::TriageResult triage;
        triage.urgency = urgency;
        triage.response = response;
        if (tier >= 0) {
            triage.hits.push_back({QStringLiteral("rule"), safety::Tier(tier), urgency, {}});
        }
        const auto due = m_book->dueAt(urgency, tier >= 0 ? &triage : nullptr, noon);
        QCOMPARE(due.has_value(), minutes >= 0);
        if (due) {
            QCOMPARE(*due, noon + std::chrono::minutes(minutes));
        }
    }

    void whatThePatientSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value"); // empty: nothing of this key
        const auto row = [](const char* text, const char* key, const char* value) {
            QTest::addRow("%s: %s", key, text) << u(text) << u(key) << u(value);
        };
        row("My cheek is swollen, it began yesterday, no fever", "since", "it began yesterday");
        row("My cheek is swollen, it began yesterday, no fever", "fever", "no");
        row("My cheek is swollen, it began yesterday, no fever", "swelling", "My cheek is swollen");
        row("It hurts for 3 days", "since", "It hurts for 3 days");
        row("I have a fever of 38.5", "fever", "I have a fever of 38.5");
        row("pain is 8 out of 10", "strength", "pain is 8 out of 10");
        row("I took nurofen. It did not help.", "medicines", "I took nurofen");
        row("I'm not pregnant", "pregnancy", "no");
        row("I am pregnant, week 20", "pregnancy", "I am pregnant");
        row("my son fell", "for", "my son fell");
        row("hello, what are your hours?", "fever", "");
        row("יש לי כאבים חזקים כבר יומיים, אין חום", "since", "יש לי כאבים חזקים כבר יומיים");
        row("יש לי כאבים חזקים כבר יומיים, אין חום", "fever", "no");
        row("לקחתי אקמול", "medicines", "לקחתי אקמול");
        row("אני בהיריון", "pregnancy", "אני בהיריון");
        row("אני לא בהיריון", "pregnancy", "no");
        row("שן עליונה מימין", "where", "שן עליונה מימין");
        row("הבן שלי נפל", "for", "הבן שלי נפל");
        row("אפשר לקבוע תור?", "for", "");
    }

    void whatThePatientSaid()
    {
        QFETCH(QString, text);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QCOMPARE(valueOf(key, {text}), value);
    }

    void whatIsSaidLaterCounts()
    {
        QCOMPARE(valueOf(u("fever"), {u("no fever"), u("now I have a fever")}), u("now I have a fever"));
        QCOMPARE(valueOf(u("fever"), {u("I have a fever"), u("how much is it?")}), u("I have a fever"));
    }

    void answersAreReady()
    {
        for (const char* reason : {"triage.ambulance", "triage.doctor", "doctor.question", "something.new"}) {
            for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
                const auto answers = m_book->answers(u(reason), language, domain::Gender::Female);
                QVERIFY(answers.size() >= 2 && answers.size() <= 3);
                for (const auto& answer : answers) {
                    QVERIFY2(!answer.text.isEmpty() && !answer.text.contains(QLatin1Char('{')), qPrintable(answer.key));
                    QCOMPARE(domain::languageOf(answer.text, domain::Language::English), language);
                }
            }
        }
    }

    void textsAreShortenedBehindAWord()
    {
        QCOMPARE(agent::shortened(u(" one  two\nthree "), 50), u("one two three"));
        QCOMPARE(agent::shortened(u("one two three four"), 11), u("one two…"));
        QCOMPARE(agent::shortened(QString(30, QLatin1Char('x')), 10).size(), 10);
    }

private:
    QString valueOf(const QString& key, const QStringList& texts) const
    {
        for (const auto& fact : m_book->intake().facts(texts)) {
            if (fact.key == key) {
                return fact.value;
            }
        }
        return {};
    }

    std::unique_ptr<agent::EscalationBook> m_book;
};

QTEST_GUILESS_MAIN(TestEscalationBook)
#include "test_escalationbook.moc"
