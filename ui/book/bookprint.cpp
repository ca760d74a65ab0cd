// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookprint.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/book/bookwords.h"
#include "ui/printdocument.h"

#include <QTextDocument>
#include <QTextOption>

namespace delpek::ui
{

namespace
{

QString row(const desk::DayBook& book, const desk::BookEntry& entry)
{
    const QString more = bookwords::detail(book, entry);
    return QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td></tr>")
        .arg(bookwords::hours(entry.start, entry.end), domain::isolate(bookwords::title(entry)).toHtmlEscaped(),
             more.toHtmlEscaped());
}

QString tableOf(const desk::DayBook& book, const domain::Doctor& doctor, QDate date)
{
    QString rows;
    for (const auto& entry : book.entries) {
        const bool concerns = entry.doctor == doctor.id || entry.doctor.isEmpty();
        if (concerns && entry.start.date <= date && date <= entry.end.date) {
            rows += row(book, entry);
        }
    }
    return rows.isEmpty() ? QString()
                          : QStringLiteral("<h3>%1</h3><table width=\"100%\" border=\"0\" cellpadding=\"4\">%2</table>")
                                .arg(bookwords::doctor(book, doctor.id).toHtmlEscaped(), rows);
}

} // namespace

void fillBookDocument(QTextDocument& document, const desk::DayBook& book)
{
    QString body;
    for (QDate date = book.first; date <= book.last; date = date.addDays(1)) {
        QString day;
        for (const auto& doctor : book.doctors) {
            day += tableOf(book, doctor, date);
        }
        if (!day.isEmpty()) {
            body += QStringLiteral("<h2>%1</h2>%2").arg(bookwords::date(date).toHtmlEscaped(), day);
        }
    }
    const bool hebrew = currentLanguage() == domain::Language::Hebrew;
    QTextOption option = document.defaultTextOption();
    option.setTextDirection(hebrew ? Qt::RightToLeft : Qt::LeftToRight);
    document.setDefaultTextOption(option);
    document.setHtml(
        QStringLiteral("<div dir=\"%1\">%2</div>").arg(hebrew ? QStringLiteral("rtl") : QStringLiteral("ltr"), body));
}

void printBook(const desk::DayBook& book, QWidget* parent)
{
    printDocument(parent, [book](QTextDocument& document) { fillBookDocument(document, book); });
}

} // namespace delpek::ui
