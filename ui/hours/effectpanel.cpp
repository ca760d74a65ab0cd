// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hours/effectpanel.h"

#include "domain/isolate.h"
#include "ui/escalations/cardlabel.h"
#include "ui/hours/hourswords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int listHeight = 140;
enum TouchedColumn { TouchedWhen, TouchedWho, TouchedDoctor, TouchedWhat, TouchedColumns };

} // namespace

EffectPanel::EffectPanel(const Context& context, Of of, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_of(of)
    , m_sentence(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_day(new QPushButton(this))
    , m_open(new QPushButton(this))
{
    m_sentence->setObjectName(QStringLiteral("hoursEffect"));
    m_sentence->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("touchedList"));
    setKind(*m_list, QStringLiteral("table"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(TouchedColumns);
    m_list->setFixedHeight(listHeight);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_day->setObjectName(QStringLiteral("touchedDay"));
    m_open->setObjectName(QStringLiteral("touchedConversation"));
    m_day->setAutoDefault(false);
    m_open->setAutoDefault(false);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(2 * space);
    acts->addWidget(m_day);
    acts->addWidget(m_open);
    acts->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * space);
    column->addWidget(m_sentence);
    column->addWidget(m_list);
    column->addLayout(acts);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &EffectPanel::refresh);
    connect(m_list, &QTreeWidget::itemActivated, m_day, &QPushButton::click);
    connect(m_day, &QPushButton::clicked, this, [this] {
        if (const auto* touched = current()) {
            Q_EMIT dayWanted(touched->visit.start.date);
        }
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* touched = current()) {
            Q_EMIT openWanted(touched->conversation);
        }
    });
    connect(&context.theme, &Theme::changed, this, &EffectPanel::retranslate);
    retranslate();
}

void EffectPanel::clear()
{
    m_effect.reset();
    retranslate();
}

void EffectPanel::showEffect(const desk::HoursEffect& effect)
{
    m_effect = effect;
    retranslate();
}

QString EffectPanel::text() const
{
    return m_sentence->text();
}

const desk::TouchedVisit* EffectPanel::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return m_effect && row >= 0 && size_t(row) < m_effect->visits.size() ? &m_effect->visits[size_t(row)] : nullptr;
}

void EffectPanel::refresh()
{
    const auto* touched = current();
    m_day->setEnabled(touched != nullptr);
    m_open->setEnabled(touched != nullptr && touched->conversation.isValid());
}

void EffectPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

QString EffectPanel::sentenceOfNone() const
{
    switch (m_of) {
    case Of::Hours:
        return tr("No booked visit falls outside these hours. Once they are saved, times are offered and patients are "
                  "told by them.");
    case Of::TimeOff:
        return tr("No booked visit lies in this time. Once it is saved, no time is offered in it.");
    case Of::Doctor:
        return tr("No visit is booked with them.");
    }
    return {};
}

QString EffectPanel::sentenceOf(int count) const
{
    switch (m_of) {
    case Of::Hours:
        return tr("%n booked visit(s) would fall outside these hours. They stay booked, nothing is cancelled by "
                  "itself: speak with the patients, or move the visits in the day book.",
                  nullptr, count);
    case Of::TimeOff:
        return tr("%n booked visit(s) lie in this time. They stay booked, nothing is cancelled by itself: speak with "
                  "the patients, or move the visits in the day book.",
                  nullptr, count);
    case Of::Doctor:
        return tr("%n visit(s) are booked with them. They stay booked, nothing is cancelled by itself: speak with the "
                  "patients, or move the visits in the day book.",
                  nullptr, count);
    }
    return {};
}

void EffectPanel::retranslate()
{
    const int count = m_effect ? int(m_effect->ids.size()) : 0;
    QString said = !m_effect ? QString() : count == 0 ? sentenceOfNone() : sentenceOf(count);
    if (m_effect && m_effect->ids.size() > qsizetype(m_effect->visits.size())) {
        said += QLatin1Char(' ') + tr("The first %1 of %2 are listed.")
                                       .arg(domain::isolate(QString::number(m_effect->visits.size())),
                                            domain::isolate(QString::number(count)));
    }
    m_sentence->setText(said);
    m_day->setText(tr("Open the day"));
    m_open->setText(tr("Open the conversation"));
    m_list->setHeaderLabels({tr("When"), tr("Patient"), tr("Doctor"), tr("Treatment")});
    m_list->setAccessibleName(tr("Visits that are touched"));
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    if (m_effect) {
        for (const auto& touched : m_effect->visits) {
            new QTreeWidgetItem(m_list,
                                {hourswords::at(touched.visit.start), domain::isolate(words::name(touched.name)),
                                 domain::isolate(words::name(touched.doctor)),
                                 domain::isolate(words::name(touched.treatment))});
        }
    }
    m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row, 0, std::max(0, m_list->topLevelItemCount() - 1))));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_day), static_cast<QWidget*>(m_open)}) {
        widget->setVisible(count > 0);
    }
    setVisible(m_effect.has_value());
    refresh();
}

} // namespace delpek::ui
