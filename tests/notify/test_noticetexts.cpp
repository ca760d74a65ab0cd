// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/smslength.h"
#include "notify/texts.h"

#include <QFile>
#include <QTest>

using namespace delpek;
using namespace delpek::notify;
using domain::Language;
using domain::NoticeWay;
using domain::Urgency;

namespace
{

const QString privateLink =
    QStringLiteral("https://clinic.example/doctor-chat/0123456789abcdef0123456789abcdef0123456789a");

domain::Notice notice(NoticeWay way, Urgency urgency = Urgency::Emergency)
{
    domain::Notice made;
    made.way = way;
    made.urgency = urgency;
    return made;
}

Subject dana()
{
    Subject subject;
    subject.patient = QStringLiteral("דנה כהן");
    subject.words = QStringLiteral("אני לא מצליחה לנשום");
    subject.escalation.reason = QStringLiteral("triage.ambulance");
    subject.escalation.rules = QStringList{QStringLiteral("airway-breathing")};
    return subject;
}

base::Json resource(const char* path)
{
    QFile file(QStringLiteral(":/delpek/") + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? base::parseJson(file.readAll()).value_or(base::Json()) : base::Json();
}

} // namespace

class TestNoticeTexts : public QObject
{
    Q_OBJECT

    Texts m_texts;

private Q_SLOTS:
    void initTestCase()
    {
        auto texts = Texts::load(QStringLiteral(":/delpek/notices"));
        QVERIFY(texts);
        m_texts = std::move(*texts);
    }

    void anSmsSaysWhoWhatAndWhere()
    {
        QCOMPARE(m_texts.write(notice(NoticeWay::Sms), dana(), Language::Hebrew, privateLink, {}).text,
                 QStringLiteral("חירום: דנה כהן\nקושי בנשימה\n") + privateLink);
        QCOMPARE(m_texts.write(notice(NoticeWay::Sms), dana(), Language::English, privateLink, {}).text,
                 QStringLiteral("EMERGENCY: דנה כהן\nTrouble breathing\n") + privateLink);
    }

    void withoutALinkItSendsToTheDesk()
    {
        QCOMPARE(m_texts.write(notice(NoticeWay::Sms), dana(), Language::Hebrew, {}, {}).text,
                 QStringLiteral("חירום: דנה כהן\nקושי בנשימה\nהפרטים בדלפק המרפאה."));
    }

    void aRepeatSaysSo()
    {
        auto again = notice(NoticeWay::Sms);
        again.repeated = true;
        QVERIFY(m_texts.write(again, dana(), Language::Hebrew, privateLink, {})
                    .text.startsWith(QStringLiteral("נשלח שוב, ייתכן שההודעה כבר התקבלה.\n")));
    }

    void aMailHasASubject()
    {
        const auto mail =
            m_texts.write(notice(NoticeWay::Email, Urgency::DoctorRequired), dana(), Language::Hebrew, privateLink, {});
        QCOMPARE(mail.subject, QStringLiteral("נדרש מענה של רופא/ה: דנה כהן"));
        QVERIFY(mail.text.contains(QStringLiteral("נא לאשר")));
        QVERIFY(mail.text.contains(privateLink));
    }

    void theClinicSaysHowMuchOfThePatientGoesOut_data()
    {
        QTest::addColumn<int>("telling");
        QTest::addColumn<bool>("initials");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, Telling telling, bool initials, const QString& text) {
            QTest::newRow(name) << int(telling) << initials << text;
        };
        row("nothing", Telling::Nothing, false, QStringLiteral("חירום: דנה כהן\n"));
        row("the reason", Telling::Reason, false, QStringLiteral("חירום: דנה כהן\nקושי בנשימה\n"));
        row("initials", Telling::Reason, true, QStringLiteral("חירום: ד.כ.\nקושי בנשימה\n"));
        row("words", Telling::Words, true, QStringLiteral("חירום: ד.כ.\nקושי בנשימה: \"אני לא מצליחה לנשום\"\n"));
    }

    void theClinicSaysHowMuchOfThePatientGoesOut()
    {
        QFETCH(int, telling);
        QFETCH(bool, initials);
        QFETCH(QString, text);
        QCOMPARE(
            m_texts.write(notice(NoticeWay::Sms), dana(), Language::Hebrew, privateLink, {Telling(telling), initials})
                .text,
            text + privateLink);
    }

    void initialsAreOfWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("Hebrew") << QStringLiteral("דנה בן דוד") << QStringLiteral("ד.ב.ד.");
        QTest::newRow("English") << "dana  cohen"
                                 << "D.C.";
        QTest::newRow("a number") << "+972 50-000-0001"
                                  << "";
        QTest::newRow("an emoji") << QStringLiteral("🦷 Dana") << "D.";
        QTest::newRow("none") << ""
                              << "";
    }

    void initialsAreOfWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        QCOMPARE(initialsOf(name), initials);
    }

    void aNameIsDataOnly()
    {
        auto subject = dana();
        subject.patient = QStringLiteral("{link}\r\n{summary}") + QChar(0x202e) + QString(100, QLatin1Char('x'));
        const auto wording = m_texts.write(notice(NoticeWay::Email), subject, Language::English, privateLink, {});
        QCOMPARE(wording.text.count(privateLink), 1);
        QVERIFY(wording.subject.startsWith(QStringLiteral("EMERGENCY: {link} {summary}xxx")));
        QVERIFY(wording.subject.size() < 60);
        subject.patient.clear();
        QVERIFY(m_texts.write(notice(NoticeWay::Sms), subject, Language::English, privateLink, {})
                    .text.startsWith(QStringLiteral("EMERGENCY: a patient\n")));
    }

    /// The link is never cut and three parts are enough for everything else.
    void anSmsHasThreePartsAtMost()
    {
        auto subject = dana();
        subject.patient = QString(200, QChar(0x5d0));
        subject.words = QString(2000, QChar(0x5d1));
        auto again = notice(NoticeWay::Sms);
        again.repeated = true;
        const auto text = m_texts.write(again, subject, Language::Hebrew, privateLink, {Telling::Words, false}).text;
        QCOMPARE(smsParts(text), mostSmsParts);
        QVERIFY(text.endsWith(privateLink));
        QVERIFY(text.contains(QStringLiteral("...\n")));
        // A mail has room.
        QVERIFY(m_texts.write(notice(NoticeWay::Email), subject, Language::Hebrew, privateLink, {Telling::Words, false})
                    .text.size() > text.size());
    }

    void everyReasonAndRuleHasWords()
    {
        const auto rules = resource("rules/triage.json");
        int checked = 0;
        for (const auto& rule : base::at(rules, "rules")) {
            domain::Escalation escalation;
            escalation.reason = QStringLiteral("triage.ambulance");
            escalation.rules = QStringList{base::textAt(rule, "id")};
            domain::Escalation other = escalation;
            other.rules.clear();
            for (const auto language : {Language::Hebrew, Language::English}) {
                const QString words = m_texts.reason(escalation, language);
                QVERIFY2(!words.isEmpty() && words != m_texts.reason(other, language),
                         qPrintable(escalation.rules.constFirst()));
            }
            ++checked;
        }
        QVERIFY(checked > 20);
        const auto responses = resource("rules/responses.json");
        for (const auto& response : base::at(responses, "responses").items()) {
            domain::Escalation escalation;
            escalation.reason = QStringLiteral("triage.") + QString::fromStdString(response.key());
            QVERIFY2(!m_texts.reason(escalation, Language::Hebrew).isEmpty(), response.key().c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestNoticeTexts)
#include "test_noticetexts.moc"
