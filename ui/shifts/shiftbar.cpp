// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shifts/shiftbar.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/escalations/cardlabel.h"
#include "ui/shifts/shiftkeeper.h"
#include "ui/shifts/shiftwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace delpek::ui
{

using Say = ShiftKeeper::Say;

ShiftBar::ShiftBar(const Context& context, ShiftKeeper& keeper, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_keeper(keeper)
    , m_label(new QLabel(this))
    , m_act(new QPushButton(this))
    , m_later(new QPushButton(this))
{
    setObjectName(QStringLiteral("shiftBar"));
    m_act->setObjectName(QStringLiteral("shiftAct"));
    m_later->setObjectName(QStringLiteral("shiftLater"));
    setKind(*m_act, QStringLiteral("primary"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3 * space, 2 * space, 2 * space, 2 * space);
    row->setSpacing(2 * space);
    row->addWidget(m_label, 1);
    row->addWidget(m_act);
    row->addWidget(m_later);
    connect(m_act, &QPushButton::clicked, this, &ShiftBar::act);
    connect(m_later, &QPushButton::clicked, &keeper, &ShiftKeeper::dismiss);
    connect(&keeper, &ShiftKeeper::changed, this, &ShiftBar::refresh);
    connect(&context.theme, &Theme::changed, this, &ShiftBar::refresh);
    refresh();
}

QString ShiftBar::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void ShiftBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

void ShiftBar::act()
{
    switch (m_keeper.say()) {
    case Say::Offer:
    case Say::Forgotten:
        return m_keeper.begin();
    case Say::Unread:
        return m_keeper.showSheets();
    case Say::WasForgotten:
    case Say::Nothing:
        break;
    }
}

void ShiftBar::refresh()
{
    const auto say = m_keeper.say();
    const auto& state = m_keeper.state();
    const base::Instant now = m_context.desk.now();
    QString text;
    QString act;
    QString later;
    switch (say) {
    case Say::Offer:
        text = state.open.empty() ? tr("You are not on shift, and nobody else is.")
                                  : tr("You are not on shift. On shift: %1.").arg(words::onShift(state.open, now));
        act = tr("Begin my shift");
        later = tr("Not now");
        break;
    case Say::Forgotten:
        text = tr("Your shift is open since %1. Was it forgotten?").arg(words::shiftTime(state.own->begunAt, now));
        act = tr("End it, begin a new one");
        later = tr("It goes on");
        break;
    case Say::WasForgotten:
        text = tr("Your shift of %1 was still open. It was ended now, with a sheet of what is open; your new one has "
                  "begun.")
                   .arg(words::shiftTime(m_keeper.forgotten()->begunAt, now));
        later = tr("All right");
        break;
    case Say::Unread:
        text = tr("%1 left a hand-over sheet (%2) that you have not read.")
                   .arg(domain::isolate(state.toRead.front().person),
                        words::shiftTime(*state.toRead.front().endedAt, now));
        act = tr("Read it");
        later = tr("Later");
        break;
    case Say::Nothing:
        break;
    }
    m_label->setText(text);
    m_act->setText(act);
    m_act->setVisible(!act.isEmpty());
    m_later->setText(later);
    setVisible(say != Say::Nothing);
}

} // namespace delpek::ui
