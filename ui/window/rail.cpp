// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const std::pair<Page, const char*> pages[] = {{Page::Inbox, "inbox"},
                                              {Page::Escalations, "escalations"},
                                              {Page::Book, "calendar"},
                                              {Page::Insights, "insights"},
                                              {Page::Settings, "settings"}};

} // namespace

Rail::Rail(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_buttons(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("rail"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 10, 6, 10);
    column->setSpacing(4);
    for (const auto& [page, name] : pages) {
        if (page == Page::Settings) {
            column->addStretch(1);
        }
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize(QSize(24, 24));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        m_buttons->addButton(button, int(page));
        column->addWidget(button);
    }
    setPage(Page::Inbox);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int page) { Q_EMIT chosen(Page(page)); });
    connect(m_buttons, &QButtonGroup::idToggled, this, &Rail::refresh);
    connect(&context.theme, &Theme::changed, this, &Rail::refresh);
    refresh();
}

void Rail::setPage(Page page)
{
    m_buttons->button(int(page))->setChecked(true);
}

void Rail::setWaiting(int count)
{
    m_waiting = count;
    refresh();
}

void Rail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

void Rail::refresh()
{
    const Colours& colours = m_context.theme.colours();
    for (const auto& [page, name] : pages) {
        auto* button = m_buttons->button(int(page));
        const bool alert = page == Page::Escalations && m_waiting > 0;
        const QColor colour = button->isChecked() ? colours.accent : alert ? colours.emergency : colours.muted;
        button->setIcon(icon(QString::fromLatin1(name), colour));
        button->setFont(m_context.theme.small());
    }
    m_buttons->button(int(Page::Inbox))->setText(tr("Inbox"));
    auto* escalations = m_buttons->button(int(Page::Escalations));
    escalations->setText(m_waiting > 0 ? tr("Escalations (%1)").arg(m_waiting) : tr("Escalations"));
    escalations->setAccessibleDescription(tr("%n waiting for someone", nullptr, m_waiting));
    m_buttons->button(int(Page::Book))->setText(tr("Day book"));
    m_buttons->button(int(Page::Insights))->setText(tr("Insights"));
    m_buttons->button(int(Page::Settings))->setText(tr("Settings"));
}

} // namespace delpek::ui
