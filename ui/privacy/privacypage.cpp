// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/privacypage.h"

#include "desk/desk.h"
#include "desk/privacy.h"
#include "desk/setup.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/privacy/erasureform.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int readableWidth = 620;

} // namespace

PrivacyPage::PrivacyPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_keepHeading(new QLabel(this))
    , m_keep(new QLabel(this))
    , m_change(new QLabel(this))
    , m_leavesHeading(new QLabel(this))
    , m_leaves(new QLabel(this))
    , m_consentHeading(new QLabel(this))
    , m_consent(new QLabel(this))
    , m_eraseHeading(new QLabel(this))
    , m_phoneLabel(new QLabel(this))
    , m_phone(new QLineEdit(this))
    , m_look(new QPushButton(this))
    , m_trouble(new QLabel(this))
    , m_hint(new QLabel(this))
{
    m_keep->setObjectName(QStringLiteral("keepRule"));
    m_leaves->setObjectName(QStringLiteral("whatLeaves"));
    m_phone->setObjectName(QStringLiteral("erasePhone"));
    m_look->setObjectName(QStringLiteral("lookWhatIsKept"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_phoneLabel->setBuddy(m_phone);
    m_phone->setFixedWidth(200);
    // A number is read from the left in both languages.
    m_phone->setLayoutDirection(Qt::LeftToRight);
    m_trouble->hide();
    for (QLabel* label : {m_keep, m_change, m_leaves, m_consent, m_hint, m_trouble}) {
        label->setWordWrap(true);
        label->setMaximumWidth(readableWidth);
    }
    for (QLabel* label : {m_change, m_hint}) {
        label->setProperty("kind", QStringLiteral("muted"));
    }
    auto* ask = new QHBoxLayout;
    ask->setSpacing(2 * space);
    ask->addWidget(m_phoneLabel);
    ask->addWidget(m_phone);
    ask->addWidget(m_look);
    ask->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_title);
    column->addWidget(m_keepHeading);
    column->addWidget(m_keep);
    column->addWidget(m_change);
    column->addSpacing(space);
    column->addWidget(m_leavesHeading);
    column->addWidget(m_leaves);
    column->addSpacing(space);
    column->addWidget(m_consentHeading);
    column->addWidget(m_consent);
    column->addSpacing(2 * space);
    column->addWidget(m_eraseHeading);
    column->addLayout(ask);
    column->addWidget(m_trouble);
    column->addWidget(m_hint);
    column->addStretch(1);

    connect(m_look, &QPushButton::clicked, this, &PrivacyPage::look);
    connect(m_phone, &QLineEdit::returnPressed, this, &PrivacyPage::look);
    connect(m_phone, &QLineEdit::textEdited, this, [this] { say({}); });
    connect(&context.theme, &Theme::changed, this, &PrivacyPage::retranslate);
    retranslate();
}

void PrivacyPage::readRule()
{
    whenDone(m_context.desk.privacy().keepDays(), this, [this](const auto& days) {
        if (days) {
            m_keepDays = *days;
            retranslate();
        }
    });
    whenDone(m_context.desk.setup().state(), this, [this](const auto& state) {
        m_knowsModel = bool(state);
        if (state) {
            const auto value = [&](const char* key) {
                const auto found = std::ranges::find(state->settings, QLatin1String(key), &desk::Setting::key);
                return found == state->settings.end() ? QString() : found->value;
            };
            const QString base = value("llm.api-base");
            m_model = value("agent.brain") != QLatin1String("llm") ? QString()
                      : base.isEmpty()                             ? value("llm.provider")
                                                                   : base;
        }
        retranslate();
    });
}

void PrivacyPage::look()
{
    say({});
    whenDone(m_context.desk.privacy().ofPhone(m_phone->text()), this, [this](const auto& found) {
        if (!found) {
            return say(words::sentence(found.error()));
        }
        if (found->empty()) {
            return say(tr("No conversation with this number is kept."));
        }
        std::vector<domain::ConversationId> all;
        for (const auto& one : *found) {
            all.push_back(one.conversation.id);
        }
        auto* form = new ErasureForm(m_context, *found, all, window());
        connect(form, &ErasureForm::erased, m_phone, &QLineEdit::clear);
        form->open();
    });
}

void PrivacyPage::say(const QString& text)
{
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

void PrivacyPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readRule();
}

void PrivacyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void PrivacyPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Privacy"));
    for (QLabel* heading : {m_keepHeading, m_leavesHeading, m_consentHeading, m_eraseHeading}) {
        heading->setFont(m_context.theme.strong());
    }
    m_keepHeading->setText(tr("How long conversations are kept"));
    m_keep->setText(m_keepDays < 0 ? QString()
                    : m_keepDays == 0
                        ? tr("Conversations are kept until somebody erases them.")
                        : tr("A conversation that rested for %n days is erased by itself, once a day, with its files "
                             "and what is remembered of the patient.",
                             nullptr, m_keepDays));
    m_change->setText(tr("To change this, set %1 in Delpek's configuration file and start Delpek again. How long the "
                         "clinic has to keep its correspondence is for the clinic to know.")
                          .arg(domain::isolate(QStringLiteral("privacy.keep-days"))));
    m_leavesHeading->setText(tr("What leaves the clinic"));
    const QString always =
        tr("Messages travel by the channels that are connected, and notices to the staff by the ways that are set up. "
           "Voice notes go to a service that writes them down only where %1 names one.")
            .arg(domain::isolate(QStringLiteral("transcription.api-base")));
    m_leaves->setText(
        !m_knowsModel ? always
        : m_model.isEmpty()
            ? always + QLatin1Char(' ') + tr("No language model is asked, so none reads what patients write.")
            : always + QLatin1Char(' ') +
                  tr("A language model (%1) reads what patients write when it is asked for an answer; names, phone "
                     "numbers and addresses leave as placeholders unless %2 is off.")
                      .arg(domain::isolate(m_model), domain::isolate(QStringLiteral("llm.mask"))));
    m_consentHeading->setText(tr("Consent"));
    m_consent->setText(
        tr("A patient whose question goes to the doctor is asked once to agree to a medical answer in the "
           "chat. A no keeps such an answer back; what was said stands on the card of the question. The "
           "settings %1 and %2 change whether it is asked and whether a yes is needed.")
            .arg(domain::isolate(QStringLiteral("escalation.ask-consent")),
                 domain::isolate(QStringLiteral("escalation.need-consent"))));
    m_eraseHeading->setText(tr("Erase what is kept of a patient"));
    m_phoneLabel->setText(tr("&Phone"));
    m_look->setText(tr("Look what is kept…"));
    m_hint->setText(tr("First you see how much there is and what stays. A patient without a phone is erased from the "
                       "conversation itself: the button is at the end of the Patient tab. The clinic's records are "
                       "never touched."));
    for (QLabel* label : {m_change, m_hint}) {
        label->setFont(m_context.theme.small());
    }
}

} // namespace delpek::ui
