// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/icalendar.h"

#include "clinic/builtin/recurrence.h"

#include <QMap>
#include <QRegularExpression>
#include <QStringDecoder>

namespace delpek::clinic
{

namespace
{

constexpr qsizetype LongestLine = 75; // octets, RFC 5545 3.1

QString escaped(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\"));
    text.replace(u';', QStringLiteral("\\;"));
    text.replace(u',', QStringLiteral("\\,"));
    text.remove(u'\r');
    return text.replace(u'\n', QStringLiteral("\\n"));
}

QString unescaped(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        ++i;
        plain += text[i] == u'n' || text[i] == u'N' ? QChar(u'\n') : text[i];
    }
    return plain;
}

/// One content line, folded between whole characters.
void addLine(QByteArray& bytes, const QString& line)
{
    qsizetype used = 0;
    for (const uint letter : line.toUcs4()) {
        const char32_t single = letter;
        const QByteArray octets = QString::fromUcs4(&single, 1).toUtf8();
        if (used + octets.size() > LongestLine) {
            bytes += "\r\n ";
            used = 1;
        }
        bytes += octets;
        used += octets.size();
    }
    bytes += "\r\n";
}

QString utcText(base::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMillis(instant), Qt::UTC)
        .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

struct ContentLine {
    int line = 0;
    QString name;
    QMap<QString, QString> parameters;
    QString value;
};

ContentLine contentLine(const QString& text, int line)
{
    ContentLine content{line, {}, {}, {}};
    qsizetype colon = 0;
    bool quoted = false;
    while (colon < text.size() && (quoted || text[colon] != u':')) {
        quoted ^= text[colon] == u'"';
        ++colon;
    }
    content.value = text.mid(colon + 1);
    const auto parts = text.left(colon).split(u';');
    content.name = parts.front().trimmed().toUpper();
    for (const auto& part : parts.mid(1)) {
        content.parameters.insert(part.section(u'=', 0, 0).toUpper(), part.section(u'=', 1).remove(u'"'));
    }
    return content;
}

std::vector<ContentLine> unfolded(const QString& text)
{
    std::vector<std::pair<QString, int>> lines;
    int number = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r')) {
            line.chop(1);
        }
        if (!lines.empty() && (line.startsWith(u' ') || line.startsWith(u'\t'))) {
            lines.back().first += line.mid(1);
        } else if (!line.isEmpty()) {
            lines.emplace_back(line, number);
        }
    }
    std::vector<ContentLine> contents;
    for (const auto& [line, at] : lines) {
        contents.push_back(contentLine(line, at));
    }
    return contents;
}

/// Nothing, with a fault, where the value is no time that can be placed.
std::optional<ZonedTime> timeOf(const ContentLine& content, const QString& value, const QTimeZone& zone, QString& fault)
{
    const bool utc = value.endsWith(u'Z');
    const QDate date = QDate::fromString(value.left(8), QStringLiteral("yyyyMMdd"));
    const bool wholeDay = value.size() == 8;
    const QTime time = wholeDay ? QTime(0, 0) : QTime::fromString(value.mid(9, 4), QStringLiteral("HHmm"));
    if (!date.isValid() || !time.isValid()) {
        fault = QStringLiteral("%1 is no day or time").arg(content.name);
        return std::nullopt;
    }
    const QByteArray named = content.parameters.value(QStringLiteral("TZID")).toUtf8();
    if (wholeDay || (!utc && named.isEmpty())) {
        return ZonedTime{{date, time}, zone, wholeDay};
    }
    const QTimeZone iana(named);
    const QByteArray ofWindows = QTimeZone::windowsIdToDefaultIanaId(named);
    const QTimeZone own = utc                    ? QTimeZone::utc()
                          : iana.isValid()       ? iana
                          : !ofWindows.isEmpty() ? QTimeZone(ofWindows)
                                                 : QTimeZone();
    if (!own.isValid()) {
        fault = QStringLiteral("%1 is of a time zone that is not known").arg(content.name);
        return std::nullopt;
    }
    return ZonedTime{{date, time}, own, false};
}

domain::LocalTime localOf(const std::optional<ZonedTime>& time, const QTimeZone& zone)
{
    if (!time || time->zone == zone) {
        return time ? time->wall : domain::LocalTime{};
    }
    return domain::toLocal(domain::toInstant(time->wall, time->zone), zone);
}

std::optional<std::chrono::minutes> durationOf(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\+?P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:\\d+S)?)?\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    return std::chrono::minutes(((number(1) * 7 + number(2)) * 24 + number(3)) * 60 + number(4));
}

class EventReader
{
public:
    explicit EventReader(const QTimeZone& zone)
        : m_zone(zone)
    {
    }

    std::vector<EventSource> read(const std::vector<ContentLine>& lines)
    {
        for (const auto& line : lines) {
            if (line.name == QLatin1String("BEGIN")) {
                begin(line);
            } else if (line.name == QLatin1String("END")) {
                end(line);
            } else if (m_inside && m_nested == 0) {
                take(line);
            }
        }
        return std::move(m_sources);
    }

private:
    void begin(const ContentLine& line)
    {
        if (m_inside) {
            ++m_nested; // an alarm
        } else if (line.value.toUpper() == QLatin1String("VEVENT")) {
            m_inside = true;
            m_source = {};
            m_event.line = line.line;
            m_days = 0;
            m_length.reset();
        }
    }

    void end(const ContentLine& line)
    {
        if (m_nested > 0) {
            --m_nested;
        } else if (m_inside && line.value.toUpper() == QLatin1String("VEVENT")) {
            m_inside = false;
            finish();
        }
    }

    void take(const ContentLine& line)
    {
        QString fault;
        if (line.name == QLatin1String("UID")) {
            m_event.uid = line.value.trimmed();
        } else if (line.name == QLatin1String("SUMMARY")) {
            m_event.summary = unescaped(line.value);
        } else if (line.name == QLatin1String("STATUS")) {
            m_event.cancelled = line.value.toUpper() == QLatin1String("CANCELLED");
        } else if (line.name == QLatin1String("TRANSP")) {
            m_event.busy = line.value.toUpper() != QLatin1String("TRANSPARENT");
        } else if (line.name == QLatin1String("SEQUENCE")) {
            m_event.sequence = line.value.toInt();
        } else if (line.name == QLatin1String("DTSTART")) {
            const auto start = timeOf(line, line.value, m_zone, fault);
            m_source.start = start.value_or(ZonedTime{});
            m_event.from = localOf(start, m_zone);
            m_days = start && start->wholeDay ? 1 : 0;
        } else if (line.name == QLatin1String("DTEND")) {
            m_event.to = localOf(timeOf(line, line.value, m_zone, fault), m_zone);
        } else if (line.name == QLatin1String("DURATION")) {
            m_length = durationOf(line.value);
            fault = m_length ? QString() : QStringLiteral("DURATION is no length of time");
        } else if (line.name == QLatin1String("RRULE")) {
            fault = m_source.rule.isEmpty() ? QString() : QStringLiteral("it has two rules of repetition");
            m_source.rule = line.value.trimmed();
        } else if (line.name == QLatin1String("RDATE")) {
            m_source.added = timesOf(line, std::move(m_source.added), fault);
        } else if (line.name == QLatin1String("EXDATE")) {
            m_source.removed = timesOf(line, std::move(m_source.removed), fault);
        } else if (line.name == QLatin1String("RECURRENCE-ID")) {
            m_source.replaces = timeOf(line, line.value, m_zone, fault);
            if (line.parameters.contains(QStringLiteral("RANGE"))) {
                fault = QStringLiteral("it changes all its days from one on; write the two stretches as two events");
            }
        }
        if (m_event.fault.isEmpty()) {
            m_event.fault = fault;
        }
    }

    /// Several times in one line, parted by commas, after those of lines before.
    std::vector<ZonedTime> timesOf(const ContentLine& line, std::vector<ZonedTime> times, QString& fault) const
    {
        for (const QString& value : line.value.split(u',', Qt::SkipEmptyParts)) {
            if (value.contains(u'/')) {
                fault = QStringLiteral("%1 gives spans of time; write them as events of their own").arg(line.name);
            } else if (const auto time = timeOf(line, value.trimmed(), m_zone, fault)) {
                times.push_back(*time);
            }
        }
        return times;
    }

    void finish()
    {
        if (m_event.fault.isEmpty() && m_event.uid.isEmpty()) {
            m_event.fault = QStringLiteral("it has no UID");
        }
        if (m_event.fault.isEmpty() && !m_event.from.isValid()) {
            m_event.fault = QStringLiteral("it has no DTSTART");
        }
        if (m_event.from.isValid() && !m_event.to.isValid()) {
            m_event.to = m_length ? domain::toLocal(domain::toInstant(m_event.from, m_zone) + *m_length, m_zone)
                                  : domain::LocalTime{m_event.from.date.addDays(m_days), m_event.from.time};
        }
        if (m_event.fault.isEmpty() && !(m_event.from < m_event.to)) {
            m_event.fault = QStringLiteral("it ends before it begins");
        }
        m_sources.push_back(m_source);
    }

    const QTimeZone& m_zone;
    std::vector<EventSource> m_sources;
    EventSource m_source;
    CalendarEvent& m_event = m_source.event;
    std::optional<std::chrono::minutes> m_length;
    int m_days = 0;
    int m_nested = 0;
    bool m_inside = false;
};

} // namespace

QByteArray writeCalendar(const QString& name, const std::vector<CalendarEvent>& events, const QTimeZone& zone,
                         base::Instant now)
{
    QByteArray bytes;
    for (const char* line :
         {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Delpek//Book//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"}) {
        addLine(bytes, QLatin1String(line));
    }
    addLine(bytes, QStringLiteral("X-WR-CALNAME:") + escaped(name));
    for (const auto& event : events) {
        addLine(bytes, QStringLiteral("BEGIN:VEVENT"));
        addLine(bytes, QStringLiteral("UID:") + event.uid);
        addLine(bytes, QStringLiteral("DTSTAMP:") + utcText(now));
        addLine(bytes, QStringLiteral("DTSTART:") + utcText(domain::toInstant(event.from, zone)));
        addLine(bytes, QStringLiteral("DTEND:") + utcText(domain::toInstant(event.to, zone)));
        addLine(bytes, QStringLiteral("SUMMARY:") + escaped(event.summary));
        addLine(bytes, QStringLiteral("SEQUENCE:%1").arg(event.sequence));
        addLine(bytes, event.cancelled ? QStringLiteral("STATUS:CANCELLED") : QStringLiteral("STATUS:CONFIRMED"));
        addLine(bytes, event.busy && !event.cancelled ? QStringLiteral("TRANSP:OPAQUE")
                                                      : QStringLiteral("TRANSP:TRANSPARENT"));
        addLine(bytes, QStringLiteral("END:VEVENT"));
    }
    addLine(bytes, QStringLiteral("END:VCALENDAR"));
    return bytes;
}

Result<std::vector<CalendarEvent>> parseCalendar(const QByteArray& bytes, const QTimeZone& zone,
                                                 const CalendarWindow& window)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the calendar is not UTF-8; export it again"),
                    QStringLiteral("book.file"));
    }
    const auto lines = unfolded(text);
    if (lines.empty() || lines.front().name != QLatin1String("BEGIN") ||
        lines.front().value.toUpper() != QLatin1String("VCALENDAR")) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the file is no calendar: it begins with BEGIN:VCALENDAR"),
                    QStringLiteral("book.file"));
    }
    return writtenOut(EventReader(zone).read(lines), zone, window);
}

} // namespace delpek::clinic
