// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/figuressheet.h"

#include "ui/insights/insightswords.h"

#include <QCoreApplication>

namespace delpek::ui
{

namespace
{

using domain::DayFigures;
using domain::Figures;
using domain::Waits;

enum class Unit { Day, Channel, Count, Share, Seconds, Cost };

struct Column {
    const char* name;
    Unit unit;
    qint64 (*count)(const Figures&) = nullptr;
    Waits Figures::*waits = nullptr;
    base::Duration Waits::*which = nullptr;
};

const Column sheetColumns[] = {
    {QT_TRANSLATE_NOOP("FiguresSheet", "Day"), Unit::Day},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Channel"), Unit::Channel},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Conversations"), Unit::Count,
     [](const Figures& f) { return qint64(f.conversations); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "New"), Unit::Count,
     [](const Figures& f) { return qint64(f.newConversations); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "From patients"), Unit::Count,
     [](const Figures& f) { return qint64(f.patientMessages); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "By the agent"), Unit::Count,
     [](const Figures& f) { return qint64(f.agentMessages); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "By staff"), Unit::Count,
     [](const Figures& f) { return qint64(f.staffMessages); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "By doctors"), Unit::Count,
     [](const Figures& f) { return qint64(f.doctorMessages); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Without a person"), Unit::Share},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Agent: median wait"), Unit::Seconds, nullptr, &Figures::agentAnswer,
     &Waits::median},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Agent: 9 in 10"), Unit::Seconds, nullptr, &Figures::agentAnswer,
     &Waits::nineInTen},
    {QT_TRANSLATE_NOOP("FiguresSheet", "People: median wait"), Unit::Seconds, nullptr, &Figures::personAnswer,
     &Waits::median},
    {QT_TRANSLATE_NOOP("FiguresSheet", "People: 9 in 10"), Unit::Seconds, nullptr, &Figures::personAnswer,
     &Waits::nineInTen},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Emergencies"), Unit::Count,
     [](const Figures& f) { return qint64(f.escalations[2]); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "For the doctor"), Unit::Count,
     [](const Figures& f) { return qint64(f.escalations[1]); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "For a person"), Unit::Count,
     [](const Figures& f) { return qint64(f.escalations[0]); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Acknowledged after"), Unit::Seconds, nullptr, &Figures::acknowledged,
     &Waits::median},
    {QT_TRANSLATE_NOOP("FiguresSheet", "A person wrote after"), Unit::Seconds, nullptr, &Figures::personCame,
     &Waits::median},
    {QT_TRANSLATE_NOOP("FiguresSheet", "To be sent"), Unit::Count, [](const Figures& f) { return qint64(f.waiting); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Sent"), Unit::Count, [](const Figures& f) { return qint64(f.sent); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Delivered"), Unit::Count, [](const Figures& f) { return qint64(f.delivered); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Read"), Unit::Count, [](const Figures& f) { return qint64(f.read); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Failed"), Unit::Count, [](const Figures& f) { return qint64(f.failed); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Unknown"), Unit::Count, [](const Figures& f) { return qint64(f.unknown); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Drafts sent"), Unit::Count,
     [](const Figures& f) { return qint64(f.draftsSent); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Drafts sent as written"), Unit::Count,
     [](const Figures& f) { return qint64(f.draftsAsWritten); }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Model tokens"), Unit::Count, [](const Figures& f) { return f.tokens; }},
    {QT_TRANSLATE_NOOP("FiguresSheet", "Model cost"), Unit::Cost},
};
constexpr int columnNumber = int(std::size(sheetColumns));

QString sheetWord(const char* text)
{
    return QCoreApplication::translate("FiguresSheet", text);
}

QString shownValue(const Column& column, const DayFigures& row, const QString& currency)
{
    const Figures& f = row.figures;
    switch (column.unit) {
    case Unit::Day:
        return insightswords::longDay(row.day);
    case Unit::Channel:
        return row.channel ? insightswords::channel(*row.channel) : QString();
    case Unit::Count:
        return insightswords::count(column.count(f));
    case Unit::Share:
        return insightswords::share(f.automated, f.asked);
    case Unit::Seconds:
        return (f.*column.waits).count == 0 ? QStringLiteral("–") : insightswords::span(f.*column.waits.*column.which);
    case Unit::Cost:
        return insightswords::money(f.cost, currency);
    }
    return {};
}

QString plainValue(const Column& column, const DayFigures& row)
{
    const Figures& f = row.figures;
    switch (column.unit) {
    case Unit::Day:
        return row.day.toString(Qt::ISODate);
    case Unit::Channel:
        return row.channel ? insightswords::channel(*row.channel) : QString();
    case Unit::Count:
        return QString::number(column.count(f));
    case Unit::Share:
        return f.asked == 0 ? QString() : QString::number(qRound(100.0 * f.automated / f.asked));
    case Unit::Seconds:
        return (f.*column.waits).count == 0
                   ? QString()
                   : QString::number(std::chrono::round<std::chrono::seconds>(f.*column.waits.*column.which).count());
    case Unit::Cost:
        return QString::number(static_cast<double>(f.cost) / 1'000'000, 'f', 6);
    }
    return {};
}

QString headingOf(const Column& column, const QString& currency)
{
    const QString name = sheetWord(column.name);
    switch (column.unit) {
    case Unit::Seconds:
        return sheetWord(QT_TRANSLATE_NOOP("FiguresSheet", "%1 (seconds)")).arg(name);
    case Unit::Share:
        return sheetWord(QT_TRANSLATE_NOOP("FiguresSheet", "%1 (percent)")).arg(name);
    case Unit::Cost:
        return currency.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, currency);
    case Unit::Day:
    case Unit::Channel:
    case Unit::Count:
        break;
    }
    return name;
}

} // namespace

void FiguresSheet::setReport(const desk::InsightsReport& report)
{
    beginResetModel();
    m_report = report;
    std::ranges::stable_sort(m_report.channels, std::greater<>(), &DayFigures::day);
    endResetModel();
}

int FiguresSheet::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_report.channels.size());
}

int FiguresSheet::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnNumber;
}

QVariant FiguresSheet::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Column& column = sheetColumns[index.column()];
    const DayFigures& row = m_report.channels[size_t(index.row())];
    const QString value = shownValue(column, row, m_report.currency);
    switch (role) {
    case Qt::DisplayRole:
        return value;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3").arg(insightswords::longDay(row.day), sheetWord(column.name), value);
    case Qt::TextAlignmentRole:
        return int((column.unit == Unit::Day || column.unit == Unit::Channel ? Qt::AlignLeading : Qt::AlignTrailing) |
                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant FiguresSheet::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnNumber) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section < 2 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(sheetWord(sheetColumns[section].name)) : QVariant();
}

QList<QStringList> spreadsheet(const desk::InsightsReport& report)
{
    QList<QStringList> rows(1);
    for (const Column& column : sheetColumns) {
        rows.front() << headingOf(column, report.currency);
    }
    for (const DayFigures& row : report.channels) {
        QStringList values;
        for (const Column& column : sheetColumns) {
            values << plainValue(column, row);
        }
        rows << values;
    }
    return rows;
}

} // namespace delpek::ui
