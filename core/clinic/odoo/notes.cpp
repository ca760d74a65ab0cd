// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/notes.h"

#include "clinic/odoo/wire.h"
#include "domain/localtime.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

constexpr int MostNotes = 100;
/// Between the author and the mark in the last line of a note of ours.
const QString Separator = QStringLiteral(" · ");
/// References that we make ourselves; they are not shown as somebody's.
const QString OwnPrefix = QStringLiteral("note.");

QString encoded(const QString& text)
{
    QString result;
    for (const char byte : text.toUtf8()) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
        if (plain) {
            result += QLatin1Char(byte);
        } else {
            result += QStringLiteral("~%1").arg(uchar(byte), 2, 16, QLatin1Char('0'));
        }
    }
    return result;
}

QString decoded(const QString& text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toLatin1(), '~'));
}

const QRegularExpression& markForm()
{
    static const QRegularExpression form(
        QStringLiteral("\\[delpek:([bmcwrndt]):([A-Za-z0-9.~-]*)(?::([A-Za-z0-9.~-]*))?\\]"));
    return form;
}

QString unescaped(QString text)
{
    static const QRegularExpression number(QStringLiteral("&#(x?)([0-9a-fA-F]{1,6});"));
    static const std::array<std::pair<const char*, const char*>, 6> named{
        {{"&nbsp;", " "}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&apos;", "'"}}};
    for (const auto& [entity, plain] : named) {
        text.replace(QLatin1String(entity), QLatin1String(plain), Qt::CaseInsensitive);
    }
    for (auto match = number.match(text); match.hasMatch(); match = number.match(text, match.capturedStart() + 1)) {
        const char32_t code = match.captured(2).toUInt(nullptr, match.captured(1).isEmpty() ? 10 : 16);
        if (code > 0 && code < 0x110000) {
            text.replace(match.capturedStart(), match.capturedLength(), QString::fromUcs4(&code, 1));
        }
    }
    return text.replace(QLatin1String("&amp;"), QLatin1String("&"), Qt::CaseInsensitive);
}

bool isChatter(const Entity& note)
{
    return note.has("model") && note.has("record");
}

Json belongsTo(const Entity& note, const Entity& patient, qint64 record)
{
    Json terms = note.filter;
    if (isChatter(note)) {
        terms.push_back(wire::term(note.field("model"), "=", base::utf8(patient.model)));
        terms.push_back(wire::term(note.field("record"), "=", record));
    } else {
        terms.push_back(wire::term(note.field("patient"), "=", record));
    }
    return terms;
}

/// The text, then a line with who wrote it and our mark.
QString body(const domain::Note& note)
{
    const QString mark = toText(Mark{MarkKind::Note, referenceOf(note), {}});
    return note.text + QLatin1Char('\n') + (note.by.isEmpty() ? mark : note.by + Separator + mark);
}

} // namespace

QString textFromHtml(const QString& html)
{
    if (!html.contains(QLatin1Char('<')) && !html.contains(QLatin1Char('&'))) {
        return html.trimmed();
    }
    static const QRegularExpression dropped(QStringLiteral("<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->"),
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression breaking(QStringLiteral("<\\s*(br|/p|/div|/li|/tr|/h[1-6]|hr)\\b[^>]*>"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    static const QRegularExpression blanks(QStringLiteral("[ \\t\\x{a0}]+"));
    static const QRegularExpression emptyLines(QStringLiteral("\\s*\\n\\s*(\\n\\s*)*"));
    QString text = html;
    text.remove(dropped);
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    text.replace(breaking, QStringLiteral("\n"));
    text.remove(tag);
    text = unescaped(text);
    text.replace(blanks, QStringLiteral(" "));
    text.replace(emptyLines, QStringLiteral("\n"));
    return text.trimmed();
}

QString toText(const Mark& mark)
{
    const QString extra = mark.extra.isEmpty() ? QString() : QLatin1Char(':') + encoded(mark.extra);
    return searchText(mark.kind, mark.reference) + extra + QLatin1Char(']');
}

QString searchText(MarkKind kind, const QString& reference)
{
    return QStringLiteral("[delpek:%1:%2").arg(QChar::fromLatin1(static_cast<char>(kind)), encoded(reference));
}

std::vector<Mark> marksIn(const QString& text)
{
    std::vector<Mark> marks;
    for (auto found = markForm().globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        marks.push_back({static_cast<MarkKind>(match.captured(1).at(0).toLatin1()), decoded(match.captured(2)),
                         decoded(match.captured(3))});
    }
    return marks;
}

QString withoutMarks(const QString& text)
{
    QString result = text;
    result.remove(markForm());
    return result;
}

QString withoutMark(const QString& text, MarkKind kind, const QString& reference)
{
    QString kept = text;
    for (const auto& old : marksIn(text)) {
        if (old.kind == kind && (reference.isEmpty() || old.reference == reference)) {
            kept.remove(toText(old));
        }
    }
    return kept;
}

QString withMark(const QString& text, const Mark& mark)
{
    QString kept = text;
    if (kept.trimmed().isEmpty()) {
        return toText(mark);
    }
    static const QRegularExpression lastEnd(QStringLiteral("</(p|div)>\\s*$"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (const auto end = lastEnd.match(kept); end.hasMatch()) {
        return kept.insert(end.capturedStart(), QLatin1Char(' ') + toText(mark));
    }
    return kept + QLatin1Char(' ') + toText(mark);
}

QString referenceOf(const domain::Note& note)
{
    if (!note.reference.isEmpty()) {
        return note.reference;
    }
    const QString content =
        note.date.toString(Qt::ISODate) + QLatin1Char('\n') + note.by + QLatin1Char('\n') + note.text;
    return OwnPrefix +
           QString::fromLatin1(QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256).toHex().left(24));
}

Call findNote(const Entity& note, const Entity& patient, qint64 record, const QString& reference)
{
    Json terms = belongsTo(note, patient, record);
    terms.push_back(wire::term(note.field("text"), "ilike",
                               base::utf8(wire::escapedPattern(toText(Mark{MarkKind::Note, reference, {}})))));
    return {note.model, QStringLiteral("search_read"), Json::array({terms}),
            Json{{"fields", note.fieldNames()}, {"limit", 5}, {"order", "id"}}};
}

Call addNote(const Entity& note, const Entity& patient, qint64 record, const domain::Note& text, int version)
{
    if (!isChatter(note)) {
        Json values = note.create;
        values[note.key("patient")] = record;
        values[note.key("text")] = wire::fromText(body(text));
        if (note.has("date")) {
            values[note.key("date")] = wire::fromDate(text.date);
        }
        return {note.model, QStringLiteral("create"), Json::array({values}), Json{{"context", wire::quietContext()}},
                true};
    }
    // An internal note: a comment would be mailed to the followers, the patient among them.
    Json how{{"body", base::utf8(wire::noteHtml(body(text)))},
             {"message_type", "comment"},
             {"subtype_xmlid", "mail.mt_note"},
             {"context", wire::quietContext()}};
    if (version >= 17) {
        how["body_is_html"] = true;
    }
    return {patient.model, QStringLiteral("message_post"), Json::array({Json::array({record})}), how, true};
}

Call readNotes(const Entity& note, const Entity& patient, qint64 record)
{
    return {note.model, QStringLiteral("search_read"), Json::array({belongsTo(note, patient, record)}),
            Json{{"fields", note.fieldNames()}, {"limit", MostNotes}, {"order", "id desc"}}};
}

std::vector<domain::Note> notesFrom(const Entity& note, const Json& rows, const QTimeZone& zone)
{
    std::vector<domain::Note> notes;
    for (const auto& row : rows) {
        domain::Note one;
        QString text = textFromHtml(wire::text(note.at(row, "text")));
        const auto marks = marksIn(text);
        one.by = wire::name(note.at(row, "author"));
        if (!marks.empty() && marks.back().kind == MarkKind::Note) {
            const QString last = text.section(QLatin1Char('\n'), -1);
            text = text.section(QLatin1Char('\n'), 0, -2);
            if (const auto at = last.indexOf(Separator); at > 0) {
                one.by = last.left(at);
            }
            const QString& reference = marks.back().reference;
            one.reference = reference.startsWith(OwnPrefix) ? QString() : reference;
        }
        one.text = withoutMarks(text).trimmed();
        const Json& moment = note.at(row, "date");
        if (const auto at = wire::moment(moment)) {
            one.date = domain::toLocal(*at, zone).date;
        } else {
            one.date = wire::date(moment);
        }
        if (!one.text.isEmpty()) {
            notes.push_back(std::move(one));
        }
    }
    return notes;
}

} // namespace delpek::clinic::odoo
