// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/answerspage.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/setup/settingscard.h"
#include "ui/setup/setupwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int widestCards = 900;

} // namespace

AnswersPage::AnswersPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(area->viewport());
    body->setMaximumWidth(widestCards);
    m_title = new QLabel(body);
    m_intro = new QLabel(body);
    m_trouble = troubleLabel(body);
    m_intro->setProperty("kind", QStringLiteral("muted"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    m_intro->setWordWrap(true);
    for (QLabel* label : {m_title, m_intro, m_trouble}) {
        column->addWidget(label);
    }
    for (const char* name : {"answers", "waiting", "alerts"}) {
        auto* card = new SettingsCard(context, *desk::findSettingGroup(QLatin1String(name)), body);
        connect(card, &SettingsCard::kept, this, &AnswersPage::read);
        connect(card, &SettingsCard::changed, this,
                [this] { Q_EMIT waits(std::ranges::any_of(m_cards, &SettingsCard::waitsForStart)); });
        m_cards.push_back(card);
        column->addWidget(card);
    }
    column->addStretch(1);
    area->setWidget(body);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    connect(&context.theme, &Theme::changed, this, &AnswersPage::retranslate);
    retranslate();
}

bool AnswersPage::hasUnsaved() const
{
    return std::ranges::any_of(m_cards, &SettingsCard::isChanged);
}

void AnswersPage::read()
{
    whenDone(m_context.desk.setup().state(), this, [this](const auto& state) {
        m_trouble->setVisible(!state);
        if (!state) {
            m_trouble->setText(setupwords::trouble(state.error()));
        }
        for (SettingsCard* card : m_cards) {
            card->setVisible(bool(state));
            if (state) {
                card->setState(*state);
            }
        }
    });
}

void AnswersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void AnswersPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (SettingsCard* card : m_cards) {
            card->retranslate();
        }
    }
    QWidget::changeEvent(event);
}

void AnswersPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Answers and alerts"));
    m_intro->setFont(m_context.theme.small());
    m_intro->setText(tr("What the clinic has decided: how patients are answered, what they are told while they wait, "
                        "and how the staff is alerted. What is changed here works after Delpek was started again."));
    for (QLabel* label : {m_title, m_intro, m_trouble}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
}

} // namespace delpek::ui
