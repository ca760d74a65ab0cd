// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/fakerulebook.h"
#include "ui/rules/rulespage.h"
#include "ui/settingssections.h"
#include "ui/windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTextEdit>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;

namespace
{

struct RulesFixture : WindowFixture {
    explicit RulesFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
    {
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::RulesPage>(window);
    }

    ui::RulesPage& page() const { return *window.findChild<ui::RulesPage*>(); }
    template <typename T>
    T& part(const char* name) const
    {
        return *page().findChild<T*>(QLatin1String(name));
    }
    void type(const QString& text) { part<QTextEdit>("ruleTrial").setPlainText(text); }
    QString fired() const { return domain::withoutIsolates(part<QLabel>("rulesFired").text()); }
    QString answer() const
    {
        const auto& label = part<QLabel>("ruleAnswer");
        return label.isVisible() ? domain::withoutIsolates(label.text()) : QString();
    }
};

} // namespace

/// The rules of urgency in the settings: read, searched, tried out.
class TestUiRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsTriedWhileTyping()
    {
        RulesFixture f;
        QCOMPARE(f.fired(), QStringLiteral("Nothing that is typed here is kept or sent."));
        f.type(QStringLiteral("my cheek is swollen"));
        QTRY_COMPARE(f.fired(), QStringLiteral("Swelling (U): swollen"));
        QCOMPARE(f.answer(), QStringLiteral("The patient would get: The doctor will read this.\nand be asked: Does the "
                                            "swelling reach the eye or the neck?"));
        f.type(QStringLiteral("my cheek is swollen\nI can't breathe"));
        QTRY_COMPARE(f.fired(), QStringLiteral("Trouble breathing (E1): breathe\nSwelling (U): swollen"));
        QCOMPARE(f.answer(), QStringLiteral("The patient would get: This may be an emergency. Call 101 now."));
        f.type(QStringLiteral("what does a cleaning cost"));
        QTRY_COMPARE(f.fired(), QStringLiteral("No rule fires. The agent may answer."));
        QCOMPARE(f.answer(), QString());
        f.type({});
        QTRY_COMPARE(f.fired(), QStringLiteral("Nothing that is typed here is kept or sent."));
        QVERIFY(f.desk.sent().empty());
    }

    void typingAsksOnce()
    {
        RulesFixture f;
        auto& edit = f.part<QTextEdit>("ruleTrial");
        edit.setFocus();
        QTest::keyClicks(&edit, QStringLiteral("I can't breathe"));
        QTRY_COMPARE(f.fired(), QStringLiteral("Trouble breathing (E1): breathe"));
        QVERIFY2(f.desk.fakeRuleBook().tried < 5, qPrintable(QString::number(f.desk.fakeRuleBook().tried)));
    }

    void whatFailsIsSaid()
    {
        RulesFixture f;
        f.desk.fakeRuleBook().failure =
            Error{ErrorCode::InvalidInput, QStringLiteral("rules.tooLong"), QStringLiteral("too long")};
        f.type(QStringLiteral("my cheek is swollen"));
        QTRY_COMPARE(f.fired(), QStringLiteral("At most 4000 characters can be tried out."));
        QCOMPARE(f.answer(), QString());
    }

    void rulesAreSearchedAndRead()
    {
        RulesFixture f;
        auto& list = f.part<QListWidget>("ruleList");
        QTRY_COMPARE(list.count(), 2);
        const auto& text = f.part<QLabel>("ruleText");
        QVERIFY(text.text().contains(QStringLiteral("no trouble breathing")));
        f.part<QLineEdit>("ruleFilter").setText(QStringLiteral("cheek"));
        QCOMPARE(list.count(), 1);
        QVERIFY(text.text().contains(QStringLiteral("my cheek is swollen")) &&
                text.text().contains(QStringLiteral("2026.5")));
        f.part<QLineEdit>("ruleFilter").setText(QStringLiteral("nothing of the kind"));
        QCOMPARE(list.count(), 0);
        QVERIFY(text.text().contains(QStringLiteral("No rule has these words.")));
        f.part<QLineEdit>("ruleFilter").clear();
        QCOMPARE(list.count(), 2);
    }

    void inHebrew()
    {
        RulesFixture f(domain::Language::Hebrew);
        f.type(QStringLiteral("אני לא מצליח לנשום"));
        QTRY_VERIFY(f.fired().contains(QStringLiteral("(E1): נשום")));
        QVERIFY(f.answer().startsWith(QStringLiteral("התשובה שתישלח:")));
        QVERIFY(f.part<QLabel>("ruleText").text().contains(QStringLiteral("מופעל על")));
    }
};

QTEST_MAIN(TestUiRules)
#include "test_ui_rules.moc"
