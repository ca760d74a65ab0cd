// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/connectwizard.h"

#include "desk/desk.h"
#include "desk/setup.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/rights.h"
#include "ui/setup/connectioncard.h"
#include "ui/setup/setupwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

enum Step { ChannelStep, RecordsStep, ModelStep, StepCount };

constexpr int wizardWidth = 860;
constexpr int wizardHeight = 640;
constexpr int offerWidth = 420;
const auto offeredKey = QStringLiteral("setup/offered");

} // namespace

ConnectWizard::ConnectWizard(const Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_count(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_choice(new QWidget(this))
    , m_channel(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_note(new QLabel(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connect my clinic"));
    resize(wizardWidth, wizardHeight);
    m_channel->setObjectName(QStringLiteral("wizardChannel"));
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_back->setObjectName(QStringLiteral("wizardBack"));
    m_title->setObjectName(QStringLiteral("wizardTitle"));
    m_count->setProperty("kind", QStringLiteral("muted"));
    m_note->setProperty("kind", QStringLiteral("muted"));
    m_count->setFont(context.theme.small());
    m_note->setFont(context.theme.small());
    m_title->setFont(context.theme.title());
    m_text->setWordWrap(true);
    m_note->setText(tr("What is saved here works after Delpek was started again."));
    for (const char* name : {"telegram", "whatsapp", "waha", "webchat"}) {
        m_channel->addItem(setupwords::name(QLatin1String(name)), QLatin1String(name));
    }
    for (int i = 0; i < m_channel->count(); ++i) {
        addCard(m_channel->itemData(i).toString(), m_stack);
    }
    addCard(QStringLiteral("odoo"), m_stack);
    addCard(QStringLiteral("model"), m_stack);
    auto* channelLabel = new QLabel(tr("C&hannel"), m_choice);
    channelLabel->setBuddy(m_channel);
    auto* choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(3 * space);
    choice->addWidget(channelLabel);
    choice->addWidget(m_channel);
    choice->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2 * space);
    buttons->addWidget(m_note, 1);
    for (QPushButton* button : {m_close, m_back, m_next}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    setKind(*m_next, QStringLiteral("primary"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    for (QWidget* part : std::initializer_list<QWidget*>{m_count, m_title, m_text, m_choice}) {
        column->addWidget(part);
    }
    column->addWidget(m_stack, 1);
    column->addLayout(buttons);
    for (QLabel* label : {m_count, m_title, m_text}) {
        label->setAlignment(leading(*this) | Qt::AlignTop);
    }
    connect(m_next, &QPushButton::clicked, this, &ConnectWizard::next);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_channel, &QComboBox::currentIndexChanged, this, [this] { go(m_step); });
    read();
    go(ChannelStep);
}

void ConnectWizard::done(int result)
{
    m_goesOn = false;
    for (const auto& [name, card] : m_cards) {
        card->leave();
    }
    QDialog::done(result);
}

void ConnectWizard::addCard(const QString& name, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(area);
    auto* card = new ConnectionCard(m_context, *desk::findConnection(name), body);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    area->setWidget(body);
    m_stack->addWidget(area);
    m_cards[name] = card;
    card->readSecrets();
    connect(card, &ConnectionCard::changed, this, &ConnectWizard::refresh);
    connect(card, &ConnectionCard::refused, this, [this] { m_goesOn = false; });
    connect(card, &ConnectionCard::kept, this, [this] {
        Q_EMIT kept();
        read();
        if (std::exchange(m_goesOn, false)) {
            go(m_step + 1);
        }
    });
}

ConnectionCard& ConnectWizard::card() const
{
    const QString name = m_step == ChannelStep   ? m_channel->currentData().toString()
                         : m_step == RecordsStep ? QStringLiteral("odoo")
                                                 : QStringLiteral("model");
    return *m_cards.at(name);
}

void ConnectWizard::read()
{
    whenDone(m_context.desk.setup().state(), this, [this](const auto& state) {
        if (state) {
            for (const auto& [name, card] : m_cards) {
                card->setState(*state);
            }
        }
        refresh();
    });
}

/// Leaving a step gives up what was typed but not saved of its secrets.
void ConnectWizard::go(int step)
{
    if (step == StepCount) {
        return accept();
    }
    for (const auto& [name, card] : m_cards) {
        card->leave();
    }
    m_step = step;
    m_goesOn = false;
    for (int i = 0; i < m_stack->count(); ++i) {
        if (m_stack->widget(i)->isAncestorOf(&card())) {
            m_stack->setCurrentIndex(i);
        }
    }
    refresh();
}

void ConnectWizard::next()
{
    if (!card().isChanged()) {
        return go(m_step + 1);
    }
    m_goesOn = true;
    card().save();
}

void ConnectWizard::refresh()
{
    static constexpr const char* titles[] = {QT_TR_NOOP("Where patients write"), QT_TR_NOOP("The clinic's records"),
                                             QT_TR_NOOP("A language model")};
    static constexpr const char* texts[] = {
        QT_TR_NOOP("Telegram is the quickest way: Delpek fetches the messages by itself, so no address on the internet "
                   "is needed. WhatsApp by Meta needs one; by WAHA it does not."),
        QT_TR_NOOP("If the clinic works with Odoo, Delpek reads and writes there. If not, skip this: Delpek keeps a "
                   "book of its own, and leads you there to enter the clinic, its treatments and who does them."),
        QT_TR_NOOP("This is not needed: without a model Delpek answers by its own rules. With one it understands more, "
                   "and what patients write leaves the clinic.")};
    m_count->setText(tr("Step %1 of %2").arg(m_step + 1).arg(int(StepCount)));
    m_title->setText(tr(titles[m_step]));
    m_text->setText(tr(texts[m_step]));
    m_choice->setVisible(m_step == ChannelStep);
    m_back->setVisible(m_step > ChannelStep);
    m_next->setText(card().isChanged()    ? tr("Save and go on")
                    : m_step == ModelStep ? tr("Done")
                    : card().isKeptOn()   ? tr("Next")
                                          : tr("Skip"));
}

void offerSetup(const Context& context, QWidget& window)
{
    if (QSettings().value(offeredKey).toBool() || !mayDo(context, domain::Right::ManageClinic)) {
        return;
    }
    whenDone(context.desk.setup().state(), &window, [context, &window](const auto& state) {
        if (!state || !state->isDemo) {
            return;
        }
        QSettings().setValue(offeredKey, true);
        auto* offer = new QDialog(&window);
        offer->setObjectName(QStringLiteral("setupOffer"));
        offer->setAttribute(Qt::WA_DeleteOnClose);
        offer->setWindowTitle(ConnectWizard::tr("Welcome to Delpek"));
        auto* text = new QLabel(ConnectWizard::tr("This is the demo clinic: simulated patients write in, and nothing "
                                                  "leaves this computer. Look around, and connect your own clinic "
                                                  "when you like. Later you find it under Settings, Connections."),
                                offer);
        text->setWordWrap(true);
        text->setFixedWidth(offerWidth);
        text->setAlignment(leading(window));
        auto* later = new QPushButton(ConnectWizard::tr("Look around first"), offer);
        auto* now = new QPushButton(ConnectWizard::tr("Connect my clinic…"), offer);
        now->setObjectName(QStringLiteral("connectNow"));
        setKind(*now, QStringLiteral("primary"));
        now->setAutoDefault(false);
        later->setDefault(true);
        auto* buttons = new QHBoxLayout;
        buttons->addStretch(1);
        buttons->addWidget(later);
        buttons->addWidget(now);
        auto* column = new QVBoxLayout(offer);
        column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
        column->setSpacing(4 * space);
        column->addWidget(text);
        column->addLayout(buttons);
        QObject::connect(later, &QPushButton::clicked, offer, &QDialog::reject);
        QObject::connect(now, &QPushButton::clicked, offer, [context, offer, &window] {
            offer->accept();
            (new ConnectWizard(context, &window))->open();
        });
        offer->show();
    });
}

} // namespace delpek::ui
