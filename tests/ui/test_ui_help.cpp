// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/paths.h"
#include "ui/help/helpwindow.h"
#include "ui/windowfixture.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTextBrowser>

using namespace delpek;
using test::WindowFixture;

namespace
{

struct HelpFixture : WindowFixture {
    explicit HelpFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
    {
    }

    ui::HelpWindow& help()
    {
        press(Qt::Key_F1);
        return *window.findChild<ui::HelpWindow*>();
    }
    static QTextBrowser& page(const ui::HelpWindow& help) { return *help.findChild<QTextBrowser*>(); }
    static QListWidget& topics(const ui::HelpWindow& help) { return *help.findChild<QListWidget*>(); }
};

} // namespace

/// The guide in the window.
class TestUiHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A page that is written for people at the desk is one of the help, in both languages, with all its pictures.
    void everyGuideIsThere()
    {
        QStringList written{QStringLiteral("desk")};
        for (const auto& file : QDir(test::sourcePath("docs/guide")).entryList({QStringLiteral("*.en.md")})) {
            written << file.section(QLatin1Char('.'), 0, 0);
        }
        QStringList known = ui::helpTopics();
        written.sort();
        known.sort();
        QCOMPARE(known, written);
        const QRegularExpression picture(QStringLiteral(R"(!\[[^\]]*\]\(([^)]*)\))"));
        for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
            const auto pages = ui::helpPages(language);
            QCOMPARE(pages.size(), size_t(written.size()));
            for (const auto& page : pages) {
                QVERIFY2(!page.title.isEmpty(), qPrintable(page.id));
                for (auto all = picture.globalMatch(page.markdown); all.hasNext();) {
                    const auto name = QStringLiteral(":/delpek/guide/") + all.next().captured(1);
                    QVERIFY2(QFile::exists(name), qPrintable(page.id + QLatin1Char(' ') + name));
                }
                QVERIFY2(!page.markdown.contains(QLatin1String(".md")) && !page.markdown.contains(QLatin1Char('<')),
                         qPrintable(page.id));
            }
        }
    }

    void noLinkLeadsNowhere_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isHebrew");
        for (const bool isHebrew : {false, true}) {
            QStringList files{isHebrew ? QStringLiteral("docs/desk.he.md") : QStringLiteral("docs/desk.md")};
            const QString kind = isHebrew ? QStringLiteral("*.he.md") : QStringLiteral("*.en.md");
            for (const auto& name : QDir(test::sourcePath("docs/guide")).entryList({kind})) {
                files << QStringLiteral("docs/guide/") + name;
            }
            for (const QString& file : files) {
                QTest::newRow(qPrintable(file)) << file << isHebrew;
            }
        }
    }
    /// A link opens a page of the guide, in its language; what is none is said to stand in the documentation.
    void noLinkLeadsNowhere()
    {
        QFETCH(QString, file);
        QFETCH(bool, isHebrew);
        QFile source(test::sourcePath(qPrintable(file)));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QRegularExpression link(QStringLiteral(R"((?<!!)\[[^\]]*\]\(([^)]*)\))"));
        const QRegularExpression page(QStringLiteral(R"(^\[.*\]\([a-z]+\)$)"));
        const QRegularExpression otherLanguage(isHebrew ? QStringLiteral(R"((?:\.en|^desk)\.md)")
                                                        : QStringLiteral(R"(\.he\.md)"));
        const QString said = isHebrew ? QStringLiteral("בתיעוד של דלפק") : QStringLiteral("Delpek's documentation");
        const QString head = isHebrew ? QStringLiteral("באנגלית: [") : QStringLiteral("In Hebrew: [");
        const QString written = QString::fromUtf8(source.readAll());
        for (const QString& line : written.split(QLatin1Char('\n'))) {
            const bool isHead = line.contains(head);
            for (auto all = link.globalMatch(line); all.hasNext();) {
                const auto match = all.next();
                const bool isPage = page.match(ui::helpMarkdown(match.captured())).hasMatch();
                const bool isOther = otherLanguage.match(match.captured(1)).hasMatch();
                QVERIFY2(isPage ? isHead || !isOther : line.contains(said), qPrintable(match.captured()));
            }
        }
    }

    void whatOnlyABrowserNeedsIsGone_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* name, const char* written, const char* shown) {
            QTest::newRow(name) << QString::fromUtf8(written) << QString::fromUtf8(shown);
        };
        row("table", "| a | b |\n| --- | --- |\n", "| a | b |\n| --- | --- |\n");
        row("table from the right", "<div dir=\"rtl\">\n\n| א | ב |\n| --- | --- |\n| ג | ד |\n\nא | ב\n\n</div>\n",
            "| ב | א |\n| --- | --- |\n| ד | ג |\n\nא | ב\n\n");
        row("frame", "<div dir=\"rtl\">\n\n# א\n\n</div>\n", "# א\n\n");
        row("the other language", "For the desk. In Hebrew: [a.he.md](a.he.md).\n", "For the desk.\n");
        row("picture", "![p](../pictures/x.png)", "![p](pictures/x.png)");
        row("page", "see [the book](daybook.en.md#print)", "see [the book](daybook)");
        row("from the guide's folder", "[writing](../desk.md)", "[writing](desk)");
        row("out of the guide", "as [safety](../safety.md) says", "as safety says");
        row("out of the guide, of a page's name", "[Backup](../backup.md)", "Backup");
        row("keys", "press <code dir=\"ltr\">Ctrl+K</code>", "press \u2068`Ctrl+K`\u2069");
    }
    void whatOnlyABrowserNeedsIsGone()
    {
        QFETCH(QString, written);
        QTEST(ui::helpMarkdown(written), "shown");
    }

    void f1OpensThePageOfWhatIsShown()
    {
        HelpFixture f;
        auto& help = f.help();
        QVERIFY(help.isVisible() && help.isWindow());
        QVERIFY(f.page(help).toPlainText().startsWith(QStringLiteral("The inbox")));
        f.press(Qt::CTRL | Qt::Key_3);
        help.close();
        f.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.window));
        f.help();
        QVERIFY(help.isVisible());
        QVERIFY(f.page(help).toPlainText().startsWith(QStringLiteral("The day book")));
        QTest::keyClick(&help, Qt::Key_Escape);
        QVERIFY(!help.isVisible());
    }

    void theGuideIsSearched()
    {
        HelpFixture f;
        auto& help = f.help();
        const int all = f.topics(help).count();
        auto* search = help.findChild<QLineEdit*>();
        search->setText(QStringLiteral("undo labels"));
        QVERIFY(f.topics(help).count() > 0 && f.topics(help).count() < all);
        QVERIFY(f.page(help).textCursor().hasSelection());
        search->setText(QStringLiteral("xyzzy"));
        QCOMPARE(f.topics(help).count(), 0);
        QCOMPARE(f.page(help).toPlainText(), QStringLiteral("No page has these words."));
        search->clear();
        QCOMPARE(f.topics(help).count(), all);
    }

    void theLanguageIsTheWindows()
    {
        HelpFixture f(domain::Language::Hebrew);
        auto& help = f.help();
        QCOMPARE(help.layoutDirection(), Qt::RightToLeft);
        QCOMPARE(f.page(help).document()->defaultTextOption().textDirection(), Qt::RightToLeft);
        QVERIFY(f.page(help).toPlainText().at(0).script() == QChar::Script_Hebrew);
        f.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.window));
        f.press(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
        QTRY_VERIFY(f.page(help).toPlainText().startsWith(QStringLiteral("The inbox")));
    }
};

QTEST_MAIN(TestUiHelp)
#include "test_ui_help.moc"
