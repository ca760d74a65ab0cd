// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/snoozepicker.h"

#include "desk/desk.h"
#include "desk/sorting.h"
#include "domain/localtime.h"
#include "ui/sorting/snoozetimes.h"
#include "ui/sorting/sortingwords.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

SnoozePicker::SnoozePicker(const Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_edit(new QDateTimeEdit(this))
    , m_trouble(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Put off"));
    setObjectName(QStringLiteral("snoozePicker"));
    auto* asks = new QLabel(tr("Until when?"), this);
    asks->setBuddy(m_edit);
    m_edit->setCalendarPopup(true);
    m_edit->setLayoutDirection(Qt::LeftToRight); // or day and hour change places in a right-to-left window
    m_edit->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    m_edit->setTimeSpec(Qt::UTC); // the digits are the clinic's; until() puts them into its zone
    const auto first = domain::toLocal(tomorrowMorning(context.desk.now(), context.desk.zone()), context.desk.zone());
    m_edit->setDateTime(QDateTime(first.date, first.time, Qt::UTC));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_trouble->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    m_take = new QPushButton(tr("Put off"), buttons);
    m_take->setProperty("kind", QStringLiteral("primary")); // before the box gives it its looks
    buttons->addButton(m_take, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addWidget(asks);
    column->addWidget(m_edit);
    column->addWidget(m_trouble);
    column->addWidget(buttons);
    setMinimumWidth(300);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &SnoozePicker::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT picked(until());
        accept();
    });
    refresh();
}

base::Instant SnoozePicker::until() const
{
    return domain::toInstant({m_edit->date(), m_edit->time()}, m_context.desk.zone());
}

void SnoozePicker::refresh()
{
    const auto now = m_context.desk.now();
    const bool isAhead = until() > now;
    const bool isNear = until() <= now + desk::longestSnooze;
    m_trouble->setText(!isAhead ? tr("This time is over.") : !isNear ? tr("At most a year ahead.") : QString());
    m_take->setEnabled(isAhead && isNear);
}

} // namespace delpek::ui
