// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/durationedit.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>
#include <limits>
#include <ranges>

namespace delpek::ui
{

namespace
{

struct Unit {
    qint64 millis;
    const char* name;
};

constexpr auto units = std::to_array<Unit>({
    {1, QT_TRANSLATE_NOOP("delpek::ui::DurationEdit", "milliseconds")},
    {1000, QT_TRANSLATE_NOOP("delpek::ui::DurationEdit", "seconds")},
    {60'000, QT_TRANSLATE_NOOP("delpek::ui::DurationEdit", "minutes")},
    {3'600'000, QT_TRANSLATE_NOOP("delpek::ui::DurationEdit", "hours")},
    {86'400'000, QT_TRANSLATE_NOOP("delpek::ui::DurationEdit", "days")},
});
constexpr size_t usualUnit = 1;

/// Nobody counts in milliseconds, unless the value cannot be told otherwise.
qint64 unitOf(qint64 millis)
{
    if (millis == 0) {
        return units[usualUnit].millis;
    }
    return std::ranges::find_if(units | std::views::reverse, [=](const Unit& one) { return millis % one.millis == 0; })
        ->millis;
}

} // namespace

DurationEdit::DurationEdit(qint64 least, qint64 most, QWidget* parent)
    : QWidget(parent)
    , m_least(least)
    , m_most(most)
    , m_number(new QSpinBox(this))
    , m_unit(new QComboBox(this))
{
    m_number->setFixedWidth(96);
    m_number->setAccelerated(true);
    setFocusProxy(m_number);
    for (size_t i = usualUnit; i < units.size(); ++i) {
        if (units[i].millis <= most) {
            m_unit->addItem({}, units[i].millis);
        }
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * space);
    row->addWidget(m_number);
    row->addWidget(m_unit, 1);
    connect(m_number, &QSpinBox::valueChanged, this, [this] {
        fit();
        Q_EMIT edited();
    });
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        fit();
        Q_EMIT edited();
    });
    retranslate();
}

qint64 DurationEdit::unit() const
{
    return m_unit->currentData().toLongLong();
}

/// The bounds in the unit that is chosen.
void DurationEdit::fit()
{
    const QSignalBlocker quiet(m_number);
    const qint64 widest = std::numeric_limits<int>::max();
    const qint64 lowest = (m_least + unit() - 1) / unit();
    const int least = int(std::min(lowest, widest));
    const int most = int(std::clamp(m_most / unit(), lowest, widest));
    // To set a range ends a press on an arrow, also when it is the same.
    if (m_number->minimum() != least || m_number->maximum() != most) {
        m_number->setRange(least, most);
    }
    // "Never" has no unit.
    m_unit->setEnabled(m_number->value() != 0 || m_number->specialValueText().isEmpty());
}

void DurationEdit::setValue(qint64 millis)
{
    const QSignalBlocker quietUnit(m_unit);
    const QSignalBlocker quietNumber(m_number);
    const qint64 wanted = unitOf(millis);
    if (m_unit->findData(wanted) < 0) {
        m_unit->insertItem(0, {}, wanted);
        retranslate();
    }
    m_unit->setCurrentIndex(m_unit->findData(wanted));
    fit();
    m_number->setValue(int(millis / unit()));
    fit();
}

qint64 DurationEdit::value() const
{
    return std::clamp(m_number->value() * unit(), m_least, m_most);
}

void DurationEdit::setZeroText(const QString& text)
{
    const QSignalBlocker quiet(m_number);
    m_number->setSpecialValueText(m_least == 0 ? text : QString());
    fit();
}

void DurationEdit::setAccessibleWords(const QString& name, const QString& description)
{
    m_number->setAccessibleName(name);
    m_number->setAccessibleDescription(description);
    m_unit->setAccessibleName(tr("Unit: %1").arg(name));
}

void DurationEdit::retranslate()
{
    for (int i = 0; i < m_unit->count(); ++i) {
        const auto known = std::ranges::find(units, m_unit->itemData(i).toLongLong(), &Unit::millis);
        m_unit->setItemText(i, tr(known->name));
    }
}

} // namespace delpek::ui
