// SPDX-License-Identifier: GPL-3.0-or-later
#include "structure/sourcefiles.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace delpek::structure;

namespace
{

using Arrows = QMap<QString, QSet<QString>>;

/// "#include …" of one line, or nothing.
QString includeOf(const QString& line)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]"));
    return include.match(line).captured(1);
}

/// The folder of an include; empty for what lies in none (<memory> is no folder of ours).
QString folderOf(const QString& include)
{
    return include.contains(QLatin1Char('/')) ? include.section(QLatin1Char('/'), 0, 0) : QString();
}

/// The targets delpek_<folder> that the library of each core folder links, from its CMakeLists.txt.
Arrows linkLines()
{
    static const QRegularExpression library(QStringLiteral("delpek_library\\((\\w+)([^)]*)\\)"));
    static const QRegularExpression linked(QStringLiteral("\\bdelpek_(\\w+)"));
    Arrows arrows;
    for (const auto& path : filesBelow(QStringLiteral("core"), {QStringLiteral("CMakeLists.txt")})) {
        const auto match = library.match(linesOf(path).join(QLatin1Char('\n')));
        if (!match.hasMatch()) {
            continue;
        }
        auto& targets = arrows[match.captured(1)];
        for (auto it = linked.globalMatch(match.captured(2)); it.hasNext();) {
            targets.insert(it.next().captured(1));
        }
    }
    return arrows;
}

/// The arrows "a --> b" of the drawing in docs/architecture.md.
Arrows drawnArrows(const QString& page)
{
    static const QRegularExpression arrow(QStringLiteral("^\\s*(\\w+) --> (\\w+(?: & \\w+)*)\\s*$"),
                                          QRegularExpression::MultilineOption);
    Arrows arrows;
    for (auto it = arrow.globalMatch(page); it.hasNext();) {
        const auto match = it.next();
        for (const auto& target : match.captured(2).split(QStringLiteral(" & "))) {
            arrows[match.captured(1)].insert(target);
        }
    }
    return arrows;
}

QSet<QString> reachable(const Arrows& arrows, const QString& from)
{
    QSet<QString> found{from};
    QStringList open{from};
    while (!open.isEmpty()) {
        for (const auto& next : arrows.value(open.takeLast())) {
            if (!found.contains(next)) {
                found.insert(next);
                open << next;
            }
        }
    }
    return found;
}

QString inWords(const QSet<QString>& folders)
{
    QStringList sorted(folders.begin(), folders.end());
    sorted.sort();
    return sorted.join(QStringLiteral(", "));
}

const QStringList cpp{QStringLiteral("*.cpp"), QStringLiteral("*.h")};

} // namespace

/// The page's drawing, the link lines and the includes say the same, and nothing points back.
class TestArrows : public QObject
{
    Q_OBJECT

    Arrows m_links;
    Arrows m_drawn;
    QStringList m_folders;

private Q_SLOTS:
    void initTestCase()
    {
        m_links = linkLines();
        m_drawn = drawnArrows(linesOf(QStringLiteral("docs/architecture.md")).join(QLatin1Char('\n')));
        m_folders =
            QDir(sourceRoot() + QStringLiteral("/core")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QVERIFY(m_folders.size() > 10);
        QVERIFY(!m_drawn.isEmpty());
    }

    void drawingEqualsLinkLines()
    {
        QStringList wrong;
        for (const auto& folder : m_folders) {
            if (!m_links.contains(folder)) {
                continue; // a folder that holds no library yet
            }
            if (m_links[folder] != m_drawn.value(folder)) {
                wrong << QStringLiteral("core/%1/CMakeLists.txt links {%2}, docs/architecture.md draws {%3}")
                             .arg(folder, inWords(m_links[folder]), inWords(m_drawn.value(folder)));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void pageNamesEveryFolder()
    {
        const QString page = linesOf(QStringLiteral("docs/architecture.md")).join(QLatin1Char('\n'));
        for (const auto& folder : m_folders) {
            QVERIFY2(page.contains(QStringLiteral("| `core/%1` |").arg(folder)),
                     qPrintable(QStringLiteral("docs/architecture.md has no row for core/") + folder));
        }
    }

    void nothingPointsBack()
    {
        for (auto it = m_links.begin(); it != m_links.end(); ++it) {
            for (const auto& target : it.value()) {
                QVERIFY2(!reachable(m_links, target).contains(it.key()),
                         qPrintable(QStringLiteral("core/%1 and core/%2 link each other").arg(it.key(), target)));
            }
        }
    }

    void includesFollowTheArrows()
    {
        QStringList wrong;
        for (const auto& folder : m_folders) {
            const auto allowed = reachable(m_links, folder);
            for (const auto& path : filesBelow(QStringLiteral("core/") + folder, cpp)) {
                const auto lines = linesOf(path);
                for (int i = 0; i < lines.size(); ++i) {
                    const QString target = folderOf(includeOf(lines[i]));
                    const bool ours =
                        m_folders.contains(target) || target == QLatin1String("ui") || target == QLatin1String("app");
                    if (ours && !allowed.contains(target)) {
                        wrong << QStringLiteral("%1:%2: core/%3 may not include %4")
                                     .arg(path)
                                     .arg(i + 1)
                                     .arg(folder, target);
                    }
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void coreKnowsNoWindow()
    {
        static const QRegularExpression window(QStringLiteral(
            "^(QtGui|QtWidgets|QtSvg|QtMultimedia)\\b|^Q(Gui)?(Application|Widget|Window|Dialog|MessageBox|Icon|Image|"
            "Pixmap|Painter|Color|Font|Palette|TextDocument|TextCursor|Style|Clipboard|Screen)$"));
        QStringList wrong;
        for (const auto& path : filesBelow(QStringLiteral("core"), cpp)) {
            const auto lines = linesOf(path);
            for (int i = 0; i < lines.size(); ++i) {
                if (window.match(includeOf(lines[i])).hasMatch()) {
                    wrong << QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(lines[i]);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void windowSeesTheDeskOnly()
    {
        const QStringList allowed{QStringLiteral("ui"), QStringLiteral("desk"), QStringLiteral("domain"),
                                  QStringLiteral("base")};
        const QStringList interfaces{QStringLiteral("desk/desk.h"),         QStringLiteral("desk/book.h"),
                                     QStringLiteral("desk/auditroom.h"),    QStringLiteral("desk/privacy.h"),
                                     QStringLiteral("desk/insights.h"),     QStringLiteral("desk/latersends.h"),
                                     QStringLiteral("desk/notes.h"),        QStringLiteral("desk/quickreplies.h"),
                                     QStringLiteral("desk/signin.h"),       QStringLiteral("desk/staffroom.h"),
                                     QStringLiteral("desk/sorting.h"),      QStringLiteral("desk/rulebook.h"),
                                     QStringLiteral("desk/shifts.h"),       QStringLiteral("desk/setup.h"),
                                     QStringLiteral("desk/backups.h"),      QStringLiteral("desk/hours.h"),
                                     QStringLiteral("desk/patientcards.h"), QStringLiteral("desk/agentdrafts.h"),
                                     QStringLiteral("desk/presence.h"),     QStringLiteral("desk/reviews.h"),
                                     QStringLiteral("desk/serviceroom.h"),  QStringLiteral("desk/templateroom.h"),
                                     QStringLiteral("desk/dutyroom.h"),     QStringLiteral("desk/clinicroom.h")};
        QStringList wrong;
        for (const auto& path : filesBelow(QStringLiteral("ui"), cpp)) {
            const auto lines = linesOf(path);
            for (int i = 0; i < lines.size(); ++i) {
                const QString include = includeOf(lines[i]);
                const QString target = folderOf(include);
                const bool ours = m_folders.contains(target) || target == QLatin1String("app");
                const bool sql =
                    include.startsWith(QLatin1String("QSql")) || include.startsWith(QLatin1String("QtSql"));
                // Of the desk its interfaces only: what stands behind them has a store and a network.
                const bool inside = target == QLatin1String("desk") && !interfaces.contains(include);
                if ((ours && !allowed.contains(target)) || sql || inside) {
                    wrong << QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(lines[i]);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    /// The readers above can fail: what they must see, they see.
    void readersRead()
    {
        QCOMPARE(includeOf(QStringLiteral("#include \"node/node.h\"")), QStringLiteral("node/node.h"));
        QCOMPARE(includeOf(QStringLiteral("  # include <QWidget>")), QStringLiteral("QWidget"));
        QCOMPARE(includeOf(QStringLiteral("// #include <QWidget>")), QString());
        const auto drawn = drawnArrows(QStringLiteral("    a --> b & c\n    b --> c\n"));
        QCOMPARE(drawn.value(QStringLiteral("a")).size(), 2);
        QCOMPARE(reachable(drawn, QStringLiteral("b")).size(), 2);
        QVERIFY(m_links.value(QStringLiteral("domain")).contains(QStringLiteral("base")));
    }
};

QTEST_GUILESS_MAIN(TestArrows)
#include "test_arrows.moc"
