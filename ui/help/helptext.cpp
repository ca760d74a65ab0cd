// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helptext.h"

#include "domain/isolate.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace delpek::ui
{

namespace
{

const QStringList& allTopics()
{
    static const QStringList all{
        QStringLiteral("inbox"),      QStringLiteral("desk"),         QStringLiteral("escalations"),
        QStringLiteral("doctorlink"), QStringLiteral("drafts"),       QStringLiteral("decisions"),
        QStringLiteral("reviews"),    QStringLiteral("later"),        QStringLiteral("shifts"),
        QStringLiteral("notes"),      QStringLiteral("quickreplies"), QStringLiteral("search"),
        QStringLiteral("sorting"),    QStringLiteral("daybook"),      QStringLiteral("patient"),
        QStringLiteral("insights"),   QStringLiteral("staff"),        QStringLiteral("duty"),
        QStringLiteral("rules"),      QStringLiteral("clinic"),       QStringLiteral("hours"),
        QStringLiteral("backup"),     QStringLiteral("connections"),  QStringLiteral("answers"),
        QStringLiteral("services"),   QStringLiteral("templates"),    QStringLiteral("audit"),
        QStringLiteral("desktop"),
    };
    return all;
}

/// What a match becomes.
template <typename Replace>
QString replaced(const QString& text, const QString& pattern, Replace replace)
{
    const QRegularExpression expression(pattern);
    QString result;
    qsizetype from = 0;
    for (auto all = expression.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        result += replace(match);
        from = match.capturedEnd();
    }
    result += QStringView(text).sliced(from);
    return result;
}

/// The rows of tables with their first cell last: the browser begins each row on the left.
QString mirroredTables(const QString& markdown)
{
    auto lines = markdown.split(QLatin1Char('\n'));
    for (QString& line : lines) {
        if (!line.startsWith(QLatin1Char('|')) || !line.endsWith(QLatin1Char('|'))) {
            continue;
        }
        auto cells = line.sliced(1, line.size() - 2).split(QLatin1Char('|'));
        std::ranges::reverse(cells);
        line = QLatin1Char('|') + cells.join(QLatin1Char('|')) + QLatin1Char('|');
    }
    return lines.join(QLatin1Char('\n'));
}

/// The page that a link leads to; empty for one out of the guide. Of the folder above the guide only the desk is in it:
/// "../backup.md" is another page than "backup.en.md".
QString targetOf(const QString& link)
{
    static const QRegularExpression name(
        QStringLiteral(R"(^(?:(?:\.\./)?(desk)(?:\.he)?|(?:guide/)?([a-z]+)\.(?:he|en))\.md(?:#.*)?$)"));
    const auto match = name.match(link);
    const QString topic = match.captured(1) + match.captured(2);
    return match.hasMatch() && allTopics().contains(topic) ? topic : QString();
}

QString titleOf(const QString& markdown)
{
    static const QRegularExpression heading(QStringLiteral("^# (.+)$"), QRegularExpression::MultilineOption);
    // "The day book: for the desk"; who it is for stands on the page.
    return heading.match(markdown).captured(1).section(QLatin1Char(':'), 0, 0).trimmed();
}

} // namespace

QString helpMarkdown(const QString& written)
{
    QString text = written;
    static const QRegularExpression frame(QStringLiteral("^</?div[^>]*>\n*"), QRegularExpression::MultilineOption);
    static const QRegularExpression other(
        QStringLiteral(R"( ?(?:In Hebrew|In English|באנגלית|בעברית): \[[^\]]*\]\([^)]*\)\.)"));
    if (text.contains(QLatin1String("dir=\"rtl\""))) {
        text = mirroredTables(text);
    }
    text.remove(frame);
    text.remove(other);
    text = replaced(text, QStringLiteral("<code[^>]*>([^<]*)</code>"), [](const auto& match) {
        return domain::isolate(QLatin1Char('`') + match.captured(1) + QLatin1Char('`'));
    });
    text = replaced(text, QStringLiteral(R"((!?)\[([^\]]*)\]\(([^)]*)\))"), [](const auto& match) {
        const QString words = match.captured(2);
        const QString target = match.captured(3);
        if (!match.captured(1).isEmpty()) {
            return QStringLiteral("![%1](%2)")
                .arg(words, QStringLiteral("pictures/") + target.section(QLatin1Char('/'), -1));
        }
        const QString page = targetOf(target);
        return page.isEmpty() ? words : QStringLiteral("[%1](%2)").arg(words, page);
    });
    return text;
}

QStringList helpTopics()
{
    return allTopics();
}

std::vector<HelpPage> helpPages(domain::Language language)
{
    std::vector<HelpPage> pages;
    for (const auto& topic : helpTopics()) {
        QFile file(QStringLiteral(":/delpek/guide/%1.%2.md").arg(topic, base::toText(language)));
        if (file.open(QIODevice::ReadOnly)) {
            const QString markdown = helpMarkdown(QString::fromUtf8(file.readAll()));
            pages.push_back({topic, titleOf(markdown), markdown});
        }
    }
    return pages;
}

} // namespace delpek::ui
