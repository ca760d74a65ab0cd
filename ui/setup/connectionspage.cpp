// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/connectionspage.h"

#include "desk/desk.h"
#include "desk/setup.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/setup/connectioncard.h"
#include "ui/setup/connectwizard.h"
#include "ui/setup/setupwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int readableWidth = 900;

} // namespace

ConnectionsPage::ConnectionsPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_intro(new QLabel(this))
    , m_demo(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_wizard(new QPushButton(this))
{
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_demo->setObjectName(QStringLiteral("setupOfDemo"));
    m_intro->setProperty("kind", QStringLiteral("muted"));
    m_trouble->hide();
    m_demo->hide();
    auto* body = new QWidget;
    body->setMaximumWidth(readableWidth);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    for (QLabel* label : {m_title, m_intro, m_demo, m_trouble}) {
        label->setWordWrap(label != m_title);
        column->addWidget(label);
    }
    m_wizard->setObjectName(QStringLiteral("connectMyClinic"));
    column->addWidget(m_wizard, 0, Qt::AlignLeading);
    for (const desk::Connection& connection : desk::connections()) {
        auto* card = new ConnectionCard(context, connection, body);
        connect(card, &ConnectionCard::kept, this, &ConnectionsPage::read);
        connect(card, &ConnectionCard::changed, this,
                [this] { Q_EMIT waits(std::ranges::any_of(m_cards, &ConnectionCard::waitsForStart)); });
        m_cards.push_back(card);
        column->addWidget(card);
    }
    column->addStretch(1);
    auto* place = new QWidget;
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(body, 1);
    row->addStretch(0);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(place);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    connect(m_wizard, &QPushButton::clicked, this, [this] {
        auto* wizard = new ConnectWizard(m_context, window());
        connect(wizard, &ConnectWizard::kept, this, [this] {
            read();
            for (ConnectionCard* card : m_cards) {
                card->readSecrets();
            }
        });
        wizard->open();
    });
    connect(&context.theme, &Theme::changed, this, &ConnectionsPage::retranslate);
    retranslate();
}

bool ConnectionsPage::hasUnsaved() const
{
    return std::ranges::any_of(m_cards, &ConnectionCard::isChanged);
}

void ConnectionsPage::read()
{
    whenDone(m_context.desk.setup().state(), this, [this](const auto& state) {
        for (ConnectionCard* card : m_cards) {
            card->setVisible(bool(state));
        }
        m_wizard->setVisible(bool(state));
        m_trouble->setVisible(!state);
        if (!state) {
            m_trouble->setText(setupwords::trouble(state.error()));
        } else {
            tell(*state);
        }
    });
}

void ConnectionsPage::tell(const desk::SetupState& state)
{
    m_file = state.file;
    m_isDemo = state.isDemo;
    for (ConnectionCard* card : m_cards) {
        card->setState(state);
    }
    retranslate();
}

void ConnectionsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
    for (ConnectionCard* card : m_cards) {
        card->readSecrets();
    }
}

/// Another section, another pane, or a locked desk: a secret that was being typed does not wait for the next person.
void ConnectionsPage::hideEvent(QHideEvent* event)
{
    for (ConnectionCard* card : m_cards) {
        card->leave();
    }
    QWidget::hideEvent(event);
}

void ConnectionsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ConnectionsPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Connections"));
    m_intro->setFont(m_context.theme.small());
    m_intro->setText(m_file.isEmpty()
                         ? tr("What is changed here works after Delpek was started again.")
                         : tr("What is changed here works after Delpek was started again. Settings are kept in %1, "
                              "keys and tokens apart from it; they are never shown again.")
                               .arg(domain::isolate(m_file)));
    m_demo->setText(tr("What runs now is the demo clinic. As soon as a channel is connected here, Delpek opens on your "
                       "clinic at its next start."));
    m_demo->setVisible(m_isDemo);
    m_wizard->setText(tr("Connect my clinic, step by step…"));
    for (QLabel* label : {m_title, m_intro, m_demo, m_trouble}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
    for (ConnectionCard* card : m_cards) {
        card->retranslate();
    }
}

} // namespace delpek::ui
