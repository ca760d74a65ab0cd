// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shifts/sheetdocument.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/printdocument.h"
#include "ui/shifts/shiftwords.h"
#include "ui/wording.h"

#include <QLocale>
#include <QTextDocument>
#include <QTextOption>
#include <QUrl>

namespace delpek::ui
{

namespace
{

struct SheetDocument {
    Q_DECLARE_TR_FUNCTIONS(SheetDocument)
};

const QString linkStart = QStringLiteral("conversation:");

QString paragraph(const QString& html, int above = 0)
{
    return QStringLiteral("<p style=\"margin-top:%1px; margin-bottom:4px\">%2</p>").arg(above).arg(html);
}

QString heading(const QString& text)
{
    return paragraph(QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped()), 14);
}

QString nameHtml(const domain::Conversation& conversation, bool isLinked)
{
    const QString name = domain::isolate(words::title(conversation)).toHtmlEscaped();
    return isLinked ? QStringLiteral("<a href=\"%1%2\">%3</a>").arg(linkStart).arg(conversation.id.value).arg(name)
                    : name;
}

/// Each line runs in its own direction.
QString linesHtml(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        lines << domain::isolate(line).toHtmlEscaped();
    }
    return lines.join(QStringLiteral("<br>"));
}

QString rowHtml(const desk::SheetRow& row, const domain::Shift& shift, base::Instant now, bool isLinked)
{
    const QString name = nameHtml(row.conversation, isLinked);
    const QString facts = words::lineFacts(row, shift, now).toHtmlEscaped();
    return paragraph(facts.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, facts));
}

QString wordsHtml(const domain::Shift& shift)
{
    if (shift.words.isEmpty()) {
        return {};
    }
    return heading(SheetDocument::tr("In %1's own words").arg(domain::isolate(shift.person))) +
           paragraph(linesHtml(shift.words));
}

QString notesHtml(const desk::HandOverSheet& sheet, base::Instant now, bool isLinked)
{
    if (sheet.notes.empty()) {
        return {};
    }
    QString html = heading(SheetDocument::tr("Internal notes of this shift"));
    if (sheet.hasMoreNotes) {
        html += paragraph(SheetDocument::tr("There are more; these are the last ones.").toHtmlEscaped());
    }
    domain::ConversationId last;
    for (const auto& [note, conversation, isShortened] : sheet.notes) {
        if (conversation.id != last) {
            html += paragraph(nameHtml(conversation, isLinked), last.isValid() ? 6 : 0);
            last = conversation.id;
        }
        const QString said = linesHtml(isShortened ? note.text + QChar(0x2026) : note.text);
        html +=
            QStringLiteral("<p style=\"margin-top:0px; margin-bottom:4px; margin-%1:16px\">%2 · %3</p>")
                .arg(currentLanguage() == domain::Language::Hebrew ? QStringLiteral("right") : QStringLiteral("left"),
                     words::shiftTime(note.writtenAt, now).toHtmlEscaped(), said);
    }
    return html;
}

QString readersHtml(const desk::HandOverSheet& sheet, base::Instant now)
{
    QStringList all;
    for (const auto& reading : sheet.readBy) {
        all << SheetDocument::tr("%1 (%2)").arg(domain::isolate(reading.reader), words::shiftTime(reading.at, now));
    }
    return all.isEmpty()
               ? QString()
               : paragraph(SheetDocument::tr("Read by: %1").arg(all.join(QStringLiteral(", "))).toHtmlEscaped(), 14);
}

} // namespace

void fillSheetDocument(QTextDocument& document, const desk::HandOverSheet& sheet, base::Instant now,
                       const SheetLook& look)
{
    const auto& shift = sheet.shift;
    QString body;
    if (look.withHead) {
        body += QStringLiteral("<h3>%1</h3>").arg(words::sheetTitle(shift, now).toHtmlEscaped());
        if (shift.wasForgotten) {
            body += paragraph(SheetDocument::tr("This shift was not ended by hand, but when the next one began. The "
                                                "sheet says what was open then.")
                                  .toHtmlEscaped());
        }
        body += wordsHtml(shift);
    }
    std::optional<domain::LineKind> kind;
    for (const auto& row : sheet.rows) {
        if (row.line.kind == domain::LineKind::Held && !look.withHeld) {
            continue;
        }
        if (kind != row.line.kind) {
            kind = row.line.kind;
            body += heading(words::lineKind(*kind));
        }
        body += rowHtml(row, shift, now, look.isLinked);
    }
    if (!kind) {
        body += paragraph(
            (look.withHeld ? SheetDocument::tr("Nothing was left open.") : SheetDocument::tr("Nothing else is open."))
                .toHtmlEscaped(),
            14);
    }
    body += notesHtml(sheet, now, look.isLinked);
    if (shift.unread > 0) {
        body += paragraph(SheetDocument::tr("Conversations with unread messages: %1")
                              .arg(domain::isolate(QLocale().toString(shift.unread)))
                              .toHtmlEscaped(),
                          14);
    }
    body += readersHtml(sheet, now);
    const bool hebrew = currentLanguage() == domain::Language::Hebrew;
    QTextOption option = document.defaultTextOption();
    option.setTextDirection(hebrew ? Qt::RightToLeft : Qt::LeftToRight);
    document.setDefaultTextOption(option);
    document.setHtml(
        QStringLiteral("<div dir=\"%1\">%2</div>").arg(hebrew ? QStringLiteral("rtl") : QStringLiteral("ltr"), body));
}

std::optional<domain::ConversationId> conversationOf(const QUrl& link)
{
    const QString text = link.toString();
    bool isNumber = false;
    const qint64 id = text.mid(linkStart.size()).toLongLong(&isNumber);
    return text.startsWith(linkStart) && isNumber && id > 0 ? std::optional(domain::ConversationId{id}) : std::nullopt;
}

void printSheet(const desk::HandOverSheet& sheet, base::Instant now, QWidget* parent)
{
    printDocument(parent, [sheet, now](QTextDocument& document) { fillSheetDocument(document, sheet, now, {}); });
}

} // namespace delpek::ui
