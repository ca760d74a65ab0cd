// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/rangebar.h"

#include "ui/insights/insightswords.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace delpek::ui
{

std::pair<QDate, QDate> daysOf(InsightsRange range, QDate today)
{
    switch (range) {
    case InsightsRange::Week:
        return {today.addDays(-6), today};
    case InsightsRange::ThirtyDays:
        return {today.addDays(-29), today};
    case InsightsRange::Month:
        return {QDate(today.year(), today.month(), 1), today};
    case InsightsRange::Today:
    case InsightsRange::Own:
        break;
    }
    return {today, today};
}

RangeBar::RangeBar(QWidget* parent)
    : QWidget(parent)
    , m_ranges(new QButtonGroup(this))
    , m_own(new QWidget(this))
    , m_first(new QDateEdit(m_own))
    , m_last(new QDateEdit(m_own))
    , m_channels(new QComboBox(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * space);
    for (const auto range : {InsightsRange::Today, InsightsRange::Week, InsightsRange::ThirtyDays, InsightsRange::Month,
                             InsightsRange::Own}) {
        auto* chip = new QPushButton(this);
        chip->setCheckable(true);
        chip->setProperty("kind", QStringLiteral("chip"));
        m_ranges->addButton(chip, int(range));
        row->addWidget(chip);
    }
    m_ranges->button(int(InsightsRange::Week))->setChecked(true);
    auto* own = new QHBoxLayout(m_own);
    own->setContentsMargins(0, 0, 0, 0);
    own->setSpacing(2 * space);
    m_own->hide();
    for (QDateEdit* edit : {m_first, m_last}) {
        edit->setCalendarPopup(true);
        edit->setMinimumWidth(120);
        // Before the format, which is turned round in a mirrored field: a date is written like this in both languages.
        edit->setLayoutDirection(Qt::LeftToRight);
        edit->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
        own->addWidget(edit);
        connect(edit, &QDateEdit::dateChanged, this, &RangeBar::changed);
    }
    row->addWidget(m_channels);
    m_first->setObjectName(QStringLiteral("firstDay"));
    m_last->setObjectName(QStringLiteral("lastDay"));
    m_channels->setObjectName(QStringLiteral("insightsChannel"));
    m_channels->addItem({});
    connect(m_ranges, &QButtonGroup::idClicked, this, [this](int range) {
        const bool isOwn = InsightsRange(range) == InsightsRange::Own;
        m_own->setVisible(isOwn);
        Q_EMIT changed();
    });
    connect(m_channels, &QComboBox::currentIndexChanged, this, &RangeBar::changed);
    retranslate();
}

InsightsRange RangeBar::range() const
{
    return InsightsRange(m_ranges->checkedId());
}

void RangeBar::setRange(InsightsRange range, QDate today)
{
    const auto [first, last] = daysOf(range, today);
    if (range != InsightsRange::Own) {
        setOwnDays(first, last);
    }
    m_ranges->button(int(range))->click();
}

void RangeBar::setOwnDays(QDate first, QDate last)
{
    const QSignalBlocker quietFirst(m_first);
    const QSignalBlocker quietLast(m_last);
    m_first->setDate(first);
    m_last->setDate(last);
}

desk::InsightsRequest RangeBar::request(QDate today) const
{
    auto [first, last] = daysOf(range(), today);
    if (range() == InsightsRange::Own) {
        std::tie(first, last) = std::minmax({m_first->date(), m_last->date()});
    }
    std::optional<domain::ChannelKind> channel;
    if (const QVariant chosen = m_channels->currentData(); chosen.isValid()) {
        channel = domain::ChannelKind(chosen.toInt());
    }
    return {first, last, channel};
}

void RangeBar::setChannels(const std::vector<domain::ChannelKind>& channels)
{
    const QSignalBlocker quiet(m_channels);
    for (const auto channel : channels) {
        if (m_channels->findData(int(channel)) < 0) {
            m_channels->addItem(insightswords::channel(channel), int(channel));
        }
    }
}

void RangeBar::retranslate()
{
    const QSignalBlocker quiet(m_channels);
    m_ranges->button(int(InsightsRange::Today))->setText(tr("Today"));
    m_ranges->button(int(InsightsRange::Week))->setText(tr("7 days"));
    m_ranges->button(int(InsightsRange::ThirtyDays))->setText(tr("30 days"));
    m_ranges->button(int(InsightsRange::Month))->setText(tr("This month"));
    m_ranges->button(int(InsightsRange::Own))->setText(tr("Other days"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_channels->setAccessibleName(tr("Channel"));
    m_channels->setItemText(0, tr("All channels"));
    for (int index = 1; index < m_channels->count(); ++index) {
        m_channels->setItemText(index,
                                insightswords::channel(domain::ChannelKind(m_channels->itemData(index).toInt())));
    }
}

} // namespace delpek::ui
