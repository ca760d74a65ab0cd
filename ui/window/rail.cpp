// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"

#include "domain/isolate.h"
#include "ui/book/placing.h"
#include "ui/signin/initials.h"
#include "ui/staffwords.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QMenu>
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

constexpr auto springs = std::chrono::milliseconds(500);

} // namespace

Rail::Rail(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_buttons(new QButtonGroup(this))
    , m_column(new QVBoxLayout(this))
    , m_person(new QToolButton(this))
    , m_lock(new QAction(this))
    , m_signOut(new QAction(this))
    , m_pin(new QAction(this))
{
    setObjectName(QStringLiteral("rail"));
    m_column->setContentsMargins(6, 10, 6, 10);
    m_column->setSpacing(4);
    for (const auto& [page, name] : pages) {
        if (page == Page::Settings) {
            m_column->addStretch(1);
        }
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize(QSize(24, 24));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        m_buttons->addButton(button, int(page));
        m_column->addWidget(button);
    }
    m_person->setObjectName(QStringLiteral("person"));
    m_person->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_person->setIconSize(QSize(24, 24));
    m_person->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_person->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_person);
    menu->addAction(m_lock);
    menu->addAction(m_pin);
    menu->addAction(m_signOut);
    m_person->setMenu(menu);
    m_person->hide();
    m_column->addWidget(m_person);
    connect(m_lock, &QAction::triggered, this, &Rail::lockWanted);
    connect(m_signOut, &QAction::triggered, this, &Rail::signOutWanted);
    connect(m_pin, &QAction::triggered, this, &Rail::pinWanted);
    setPage(Page::Inbox);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int page) { Q_EMIT chosen(Page(page)); });
    connect(m_buttons, &QButtonGroup::idToggled, this, &Rail::refresh);
    connect(&context.theme, &Theme::changed, this, &Rail::refresh);
    m_buttons->button(int(Page::Book))->setAcceptDrops(true);
    m_buttons->button(int(Page::Book))->installEventFilter(this);
    m_spring.setSingleShot(true);
    m_spring.setInterval(springs);
    connect(&m_spring, &QTimer::timeout, this, [this] {
        setPage(Page::Book);
        Q_EMIT chosen(Page::Book);
    });
    refresh();
}

bool Rail::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::DragEnter) {
        auto* drag = static_cast<QDragEnterEvent*>(event);
        drag->setAccepted(PlacingMime::in(drag->mimeData()) != nullptr);
        drag->isAccepted() ? m_spring.start() : m_spring.stop();
        return true;
    }
    if (event->type() == QEvent::DragLeave || event->type() == QEvent::Drop) {
        m_spring.stop();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void Rail::addTool(QWidget* tool)
{
    m_column->insertWidget(m_column->indexOf(m_buttons->button(int(Page::Settings))), tool);
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

void Rail::setPerson(const desk::SignIn::State& state)
{
    m_state = state;
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
    m_buttons->button(int(Page::Insights))->setVisible(desk::SignIn::mayDo(m_state, domain::Right::SeeInsights));
    m_person->setVisible(m_state.entry == desk::Entry::SignedIn);
    m_person->setIcon(icon(QStringLiteral("person"), colours.muted));
    m_person->setFont(m_context.theme.small());
    m_person->setText(domain::isolate(shortName(m_state.person.name)));
    m_person->setToolTip(QStringLiteral("%1, %2").arg(m_state.person.name, words::role(m_state.person.role)));
    m_person->setAccessibleName(tr("Signed in: %1").arg(m_person->toolTip()));
    m_lock->setText(tr("Lock"));
    m_pin->setText(tr("Change my PIN…"));
    m_signOut->setText(tr("Sign out"));
}

} // namespace delpek::ui
