// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shifts/shiftbutton.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/rights.h"
#include "ui/shifts/shiftkeeper.h"
#include "ui/shifts/shiftwords.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>

namespace delpek::ui
{

ShiftButton::ShiftButton(const Context& context, ShiftKeeper& keeper, QWidget* parent)
    : QToolButton(parent)
    , m_context(context)
    , m_keeper(keeper)
{
    setObjectName(QStringLiteral("shiftButton"));
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setIconSize(QSize(24, 24));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &ShiftButton::fill);
    connect(&keeper, &ShiftKeeper::changed, this, &ShiftButton::refresh);
    connect(&context.theme, &Theme::changed, this, &ShiftButton::refresh);
    refresh();
}

void ShiftButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QToolButton::changeEvent(event);
}

void ShiftButton::fill()
{
    const auto& state = m_keeper.state();
    menu()->clear();
    const auto say = [this](const QString& text) { menu()->addAction(text)->setEnabled(false); };
    if (state.open.empty()) {
        say(tr("Nobody is on shift"));
    }
    for (const auto& shift : state.open) {
        say(words::onShift({shift}, m_context.desk.now()));
    }
    menu()->addSeparator();
    if (mayDo(m_context, domain::Right::Converse)) {
        if (state.own) {
            menu()->addAction(tr("End my shift…"), &m_keeper, [this] { m_keeper.end(); });
        } else {
            menu()->addAction(tr("Begin my shift"), &m_keeper, &ShiftKeeper::begin);
        }
    }
    menu()->addAction(state.toRead.empty()
                          ? tr("Hand-over sheets…")
                          : tr("Hand-over sheets (not read: %1)…")
                                .arg(domain::isolate(QLocale().toString(qlonglong(state.toRead.size())))),
                      &m_keeper, &ShiftKeeper::showSheets);
    if (mayDo(m_context, domain::Right::Converse)) {
        menu()->addSeparator();
        auto* offer =
            menu()->addAction(tr("Offer a shift to who comes to this window"), &m_keeper, &ShiftKeeper::setOffering);
        offer->setCheckable(true);
        offer->setChecked(m_keeper.isOffering());
    }
}

void ShiftButton::refresh()
{
    const auto& state = m_keeper.state();
    const Colours& colours = m_context.theme.colours();
    setVisible(m_keeper.isOn());
    setFont(m_context.theme.small());
    setIcon(ui::icon(QStringLiteral("clock"), state.own ? colours.good : colours.muted));
    setText(state.own ? tr("On shift") : tr("Off shift"));
    const QString who = words::onShift(state.open, m_context.desk.now());
    setToolTip(who.isEmpty() ? tr("Nobody is on shift") : tr("On shift: %1").arg(who));
    setAccessibleDescription(toolTip());
}

} // namespace delpek::ui
