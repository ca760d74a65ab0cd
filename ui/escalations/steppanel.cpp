// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/steppanel.h"

#include "domain/isolate.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace delpek::ui
{

namespace
{

using escalationwords::Step;

constexpr domain::Urgency urgencies[] = {domain::Urgency::Emergency, domain::Urgency::DoctorRequired,
                                         domain::Urgency::Routine};

} // namespace

StepPanel::StepPanel(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_urgencyRow(new QWidget(this))
    , m_urgencies(new QButtonGroup(this))
    , m_reasons(new QButtonGroup(this))
    , m_reasonChips(new FlowLayout(nullptr, 5))
    , m_words(new QLineEdit(this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new QPushButton(this))
{
    setObjectName(QStringLiteral("actionPanel"));
    m_words->setObjectName(QStringLiteral("stepWords"));
    m_confirm->setObjectName(QStringLiteral("stepConfirm"));
    m_confirm->setProperty("kind", QStringLiteral("primary"));
    auto* urgencyChips = new FlowLayout(m_urgencyRow, 5);
    urgencyChips->setContentsMargins(0, 0, 0, 0);
    for (const domain::Urgency urgency : urgencies) {
        urgencyChips->addWidget(chip(*m_urgencies, int(urgency)));
    }
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_words, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_confirm);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_urgencyRow);
    column->addLayout(m_reasonChips);
    column->addLayout(foot);
    connect(m_words, &QLineEdit::textChanged, this, &StepPanel::refresh);
    connect(m_words, &QLineEdit::returnPressed, this, &StepPanel::confirm);
    connect(m_confirm, &QPushButton::clicked, this, &StepPanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &StepPanel::cancelled);
    connect(&context.theme, &Theme::changed, this, &StepPanel::retranslate);
    retranslate();
}

QPushButton* StepPanel::chip(QButtonGroup& group, int id)
{
    auto* made = new QPushButton(this);
    made->setCheckable(true);
    made->setAutoExclusive(false);
    made->setProperty("kind", QStringLiteral("chip"));
    group.addButton(made, id);
    connect(made, &QPushButton::toggled, this, &StepPanel::refresh);
    return made;
}

void StepPanel::ask(Step step, domain::Urgency current)
{
    m_step = step;
    m_current = current;
    m_busy = false;
    m_words->clear();
    for (QAbstractButton* old : m_reasons->buttons()) {
        m_reasons->removeButton(old);
        delete old;
    }
    for (int i = 0; i < int(escalationwords::reasons(step).size()); ++i) {
        auto* made = chip(*m_reasons, i);
        m_reasonChips->addWidget(made);
        made->show();
    }
    m_urgencies->setExclusive(false);
    for (QAbstractButton* button : m_urgencies->buttons()) {
        button->setChecked(false);
        button->setVisible(step == Step::Raise || m_urgencies->id(button) != int(current));
    }
    m_urgencies->setExclusive(true);
    m_urgencyRow->setVisible(asksUrgency());
    if (step == Step::Raise) {
        m_urgencies->button(int(std::max(current, domain::Urgency::DoctorRequired)))->setChecked(true);
    }
    retranslate();
    show();
    (step == Step::ChangeUrgency ? m_urgencies : m_reasons)->buttons().constFirst()->setFocus(Qt::ShortcutFocusReason);
    if (step == Step::ChangeUrgency && current == domain::Urgency::Emergency) {
        m_urgencies->button(int(domain::Urgency::DoctorRequired))->setFocus(Qt::ShortcutFocusReason);
    }
}

void StepPanel::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

QString StepPanel::reason() const
{
    const int chosen = m_reasons->checkedId();
    const QString key = chosen < 0 ? QString() : escalationwords::reasons(m_step)[static_cast<size_t>(chosen)];
    return escalationwords::storedReason(key, domain::withoutIsolates(m_words->text()));
}

void StepPanel::confirm()
{
    if (m_confirm->isEnabled()) {
        Q_EMIT confirmed(m_step, reason(), domain::Urgency(std::max(0, m_urgencies->checkedId())));
    }
}

void StepPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void StepPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
        return;
    }
    QFrame::keyPressEvent(event);
}

void StepPanel::retranslate()
{
    m_title->setFont(m_context.theme.strong());
    m_title->setText(m_step == Step::Close    ? tr("Close: why is nothing more to be done?")
                     : m_step == Step::Reopen ? tr("Open again: what is still to be done?")
                     : m_step == Step::Raise  ? tr("Call the doctor: how urgent is it, and why?")
                                              : tr("Another urgency: which, and why?"));
    for (QAbstractButton* button : m_urgencies->buttons()) {
        button->setText(words::urgency(domain::Urgency(m_urgencies->id(button))));
    }
    for (QAbstractButton* button : m_reasons->buttons()) {
        button->setText(
            escalationwords::reason(escalationwords::reasons(m_step)[static_cast<size_t>(m_reasons->id(button))]));
    }
    m_words->setPlaceholderText(tr("In your own words"));
    m_words->setAccessibleName(tr("The reason in your own words"));
    m_cancel->setText(tr("Cancel"));
    m_confirm->setText(m_step == Step::Close    ? tr("Close")
                       : m_step == Step::Reopen ? tr("Open again")
                       : m_step == Step::Raise  ? tr("Call")
                                                : tr("Change"));
    refresh();
}

bool StepPanel::asksUrgency() const
{
    return m_step == Step::ChangeUrgency || m_step == Step::Raise;
}

void StepPanel::fitReasons()
{
    const int chosen = m_urgencies->checkedId();
    const bool lowers = m_step == Step::ChangeUrgency && chosen >= 0 && domain::Urgency(chosen) < m_current;
    for (QAbstractButton* button : m_reasons->buttons()) {
        const QString& key = escalationwords::reasons(m_step)[static_cast<size_t>(m_reasons->id(button))];
        if (key != QLatin1String("urgency.worse")) {
            continue;
        }
        button->setVisible(!lowers);
        if (lowers && button->isChecked()) {
            m_reasons->setExclusive(false);
            button->setChecked(false);
            m_reasons->setExclusive(true);
        }
    }
}

void StepPanel::refresh()
{
    fitReasons();
    const bool urgencyChosen = !asksUrgency() || m_urgencies->checkedId() >= 0;
    m_confirm->setEnabled(!m_busy && urgencyChosen && !reason().isEmpty());
    m_cancel->setEnabled(!m_busy);
}

} // namespace delpek::ui
