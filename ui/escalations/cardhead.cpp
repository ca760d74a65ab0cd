// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/cardhead.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/escalations/cardlabel.h"
#include "ui/escalations/escalationwords.h"
#include "ui/rights.h"
#include "ui/shortcuts/shortcuts.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/urgencylabel.h"
#include "ui/wording.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>

namespace delpek::ui
{

namespace
{

int ageAt(QDate born, base::Instant now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(base::toMillis(now), currentZone()).date();
    const int years = today.year() - born.year();
    return born.addYears(years) > today ? years - 1 : years;
}

} // namespace

CardHead::CardHead(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_urgency(new UrgencyLabel(context.theme, domain::Urgency::Routine, this))
    , m_clock(new QLabel(this))
    , m_name(cardLabel(*this))
    , m_state(cardLabel(*this, {}, "muted"))
    , m_who(cardLabel(*this, {}, "muted"))
    , m_what(cardLabel(*this))
    , m_flags(new QWidget(this))
    , m_chips(new FlowLayout(m_flags, 5))
    , m_acknowledge(button("cardAcknowledge", &CardHead::acknowledgeWanted))
    , m_call(button("cardCall", &CardHead::callWanted))
    , m_change(button("cardUrgency", &CardHead::urgencyWanted))
    , m_close(button("cardClose", &CardHead::closeWanted))
    , m_reopen(button("cardReopen", &CardHead::reopenWanted))
    , m_handBack(button("cardHandBack", &CardHead::handBackWanted))
    , m_open(button("cardOpen", &CardHead::openWanted))
{
    setObjectName(QStringLiteral("cardHead"));
    m_acknowledge->setProperty("kind", QStringLiteral("primary"));
    m_reopen->setProperty("kind", QStringLiteral("primary"));
    m_clock->setTextFormat(Qt::PlainText);
    m_chips->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_urgency);
    top->addWidget(m_state, 1);
    top->addWidget(m_clock);
    auto* actions = new FlowLayout(nullptr, 6);
    for (QPushButton* action : {m_acknowledge, m_reopen, m_call, m_change, m_close, m_handBack, m_open}) {
        actions->addWidget(action);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(5);
    column->addLayout(top);
    column->addWidget(m_name);
    column->addWidget(m_who);
    column->addWidget(m_what);
    column->addWidget(m_flags);
    column->addSpacing(2);
    column->addLayout(actions);
    connect(&context.theme, &Theme::changed, this, &CardHead::refresh);
    connect(&m_ticker, &QTimer::timeout, this, &CardHead::refreshClock);
    m_ticker.start(std::chrono::seconds(10));
    refresh();
}

QPushButton* CardHead::button(const char* name, void (CardHead::*wanted)())
{
    auto* made = new QPushButton(this);
    made->setObjectName(QLatin1String(name));
    connect(made, &QPushButton::clicked, this, wanted);
    return made;
}

void CardHead::setCard(const domain::EscalationCard& card, const desk::PatientSide* side)
{
    m_card = card;
    m_side = side == nullptr ? std::nullopt : std::optional(*side);
    refresh();
}

void CardHead::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void CardHead::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

QString CardHead::whoLine() const
{
    const domain::Conversation& c = m_card.conversation;
    QStringList parts{words::channel(c.address.channel)};
    if (c.phone) {
        parts << domain::isolate(c.phone->display());
    }
    if (m_side && m_side->recordsError) {
        parts << tr("The records cannot be read now");
    } else if (m_side && m_side->patients.size() == 1) {
        const domain::Patient& patient = m_side->patients.front();
        const QString name = domain::isolate(words::name(patient.name));
        const int age = patient.birthDate.isValid() ? ageAt(patient.birthDate, m_context.desk.now()) : -1;
        if (!m_side->tied.empty()) {
            const QString by = domain::isolate(m_side->tied.front().by);
            parts << (age >= 0 ? tr("According to %1: %2, aged %3").arg(by, name).arg(age)
                               : tr("According to %1: %2").arg(by, name));
        } else {
            parts << (age >= 0 ? tr("By the phone: %1, aged %2").arg(name).arg(age) : tr("By the phone: %1").arg(name));
        }
    } else if (m_side && !m_side->patients.empty()) {
        const int count = int(m_side->patients.size());
        parts << (m_side->tied.empty()
                      ? tr("%n people in the records share this phone: ask whom it is about", nullptr, count)
                      : tr("%n people in the records: ask whom it is about", nullptr, count));
    } else if (m_side) {
        parts << (c.phone ? tr("Not in the records under this phone") : tr("Nobody has said yet who writes"));
    }
    return parts.join(QStringLiteral(" · "));
}

void CardHead::refresh()
{
    const domain::Escalation& escalation = m_card.escalation;
    const Theme& theme = m_context.theme;
    const bool open = escalation.isOpen();
    m_urgency->setUrgency(escalation.urgency);
    for (QLabel* label : {m_name, m_who, m_what, m_state}) {
        label->setAlignment(leading(*this));
    }
    m_name->setFont(theme.title());
    m_name->setText(words::title(m_card.conversation));
    m_who->setText(directed(*this, whoLine()));
    m_what->setText(
        directed(*this, m_card.summary.isEmpty() || m_card.summary == words::why(escalation)
                            ? words::why(escalation)
                            : tr("%1: %2").arg(words::why(escalation), domain::isolate(readable(m_card.summary)))));
    QString state = escalationwords::state(escalation, m_context.desk.now());
    if (!open && !escalation.closeReason.isEmpty()) {
        state = tr("%1 · %2").arg(state, escalationwords::reason(escalation.closeReason));
    } else if (open && escalation.loweredFrom) {
        state = tr("%1 · lowered by a person from: %2").arg(state, words::urgency(*escalation.loweredFrom));
    }
    m_state->setText(directed(*this, state));
    refreshFlags();
    refreshClock();

    const QColor text = theme.colours().text;
    m_acknowledge->setText(tr("I am on it"));
    m_acknowledge->setToolTip(
        m_context.shortcuts.withKeys(tr("No further reminders go out"), "escalation.acknowledge"));
    m_call->setText(tr("Call…"));
    m_call->setToolTip(m_context.shortcuts.withKeys(tr("Shows the patient's number"), "escalation.call"));
    m_call->setIcon(icon(QStringLiteral("phone"), text));
    m_change->setText(tr("Urgency…"));
    m_change->setToolTip(m_context.shortcuts.withKeys(tr("Raise or lower the urgency"), "escalation.urgency"));
    m_close->setText(tr("Close…"));
    m_close->setToolTip(m_context.shortcuts.withKeys(tr("Nothing more is to be done"), "escalation.close"));
    m_reopen->setText(tr("Open again…"));
    m_reopen->setToolTip(m_context.shortcuts.withKeys(tr("Open again with a reason"), "escalation.close"));
    m_handBack->setText(tr("Hand back…"));
    m_handBack->setToolTip(m_context.shortcuts.withKeys(tr("The agent goes on from here and is told what was said"),
                                                        "escalation.hand-back"));
    m_handBack->setIcon(icon(QStringLiteral("agent"), text));
    m_open->setText(tr("Inbox"));
    m_open->setToolTip(tr("Shows the conversation in the inbox"));
    using domain::Right;
    const bool mayClose = mayDo(m_context, Right::CloseEscalation);
    m_acknowledge->setVisible(open && !escalation.acknowledgedAt && mayDo(m_context, Right::Escalate));
    m_change->setVisible(open && mayClose);
    m_close->setVisible(open && mayClose);
    m_reopen->setVisible(!open && mayDo(m_context, Right::Escalate));
    m_handBack->setVisible(m_card.conversation.holder.kind != domain::HolderKind::Agent &&
                           mayDo(m_context, Right::Converse));
    for (QPushButton* action : {m_acknowledge, m_change, m_close, m_reopen, m_handBack}) {
        action->setEnabled(!m_busy);
    }
}

void CardHead::refreshClock()
{
    const TierClock clock = tierClock(m_card.escalation, m_context.desk.now());
    m_clock->setFont(m_context.theme.strong());
    m_clock->setText(escalationwords::clock(clock));
    m_clock->setAccessibleName(tr("Waiting for %1").arg(m_clock->text()));
    setKind(*m_clock, clock.isOverdue() ? QStringLiteral("warn") : QStringLiteral("tag"));
}

void CardHead::refreshFlags()
{
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString& flag : m_card.flags) {
        auto* chip = new QLabel(escalationwords::flag(flag), m_flags);
        chip->setTextFormat(Qt::PlainText);
        chip->setProperty("kind", QStringLiteral("warn"));
        chip->setFont(m_context.theme.strong());
        m_chips->addWidget(chip);
        chip->show();
    }
    m_flags->setVisible(!m_card.flags.isEmpty());
    m_flags->setAccessibleName(tr("To be kept in mind"));
}

} // namespace delpek::ui
