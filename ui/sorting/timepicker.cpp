// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/timepicker.h"

#include "desk/desk.h"
#include "desk/sorting.h"
#include "domain/latersend.h"
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

TimePicker::TimePicker(const Context& context, QWidget* parent, For purpose, std::optional<base::Instant> before)
    : QDialog(parent)
    , m_context(context)
    , m_for(purpose)
    , m_before(before)
    , m_edit(new QDateTimeEdit(this))
    , m_trouble(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool sends = m_for == For::Send;
    setWindowTitle(sends ? tr("Send later") : tr("Put off"));
    setObjectName(QStringLiteral("snoozePicker"));
    auto* asks = new QLabel(sends ? tr("When is it to be sent?") : tr("Until when?"), this);
    asks->setBuddy(m_edit);
    m_edit->setCalendarPopup(true);
    m_edit->setLayoutDirection(Qt::LeftToRight); // or day and hour change places in a right-to-left window
    m_edit->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    m_edit->setTimeSpec(Qt::UTC); // the digits are the clinic's; chosen() puts them into its zone
    const auto first = domain::toLocal(tomorrowMorning(context.desk.now(), context.desk.zone()), context.desk.zone());
    m_edit->setDateTime(QDateTime(first.date, first.time, Qt::UTC));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_trouble->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    m_take = new QPushButton(sends ? tr("Send then") : tr("Put off"), buttons);
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
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &TimePicker::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT picked(chosen());
        accept();
    });
    refresh();
}

base::Instant TimePicker::chosen() const
{
    return domain::toInstant({m_edit->date(), m_edit->time()}, m_context.desk.zone());
}

void TimePicker::refresh()
{
    const auto now = m_context.desk.now();
    const bool isAhead = chosen() > now;
    const bool isNear = chosen() <= now + (m_for == For::Send ? domain::longestLater : desk::longestSnooze);
    const bool isBefore = !m_before || chosen() < *m_before;
    QString trouble;
    if (!isAhead) {
        trouble = tr("This time is over.");
    } else if (!isBefore) {
        trouble = tr("WhatsApp takes free text only until %1.").arg(words::ahead(*m_before, now));
    } else if (!isNear) {
        trouble = m_for == For::Send ? tr("At most 30 days ahead.") : tr("At most a year ahead.");
    }
    m_trouble->setText(trouble);
    m_take->setEnabled(trouble.isEmpty());
}

} // namespace delpek::ui
