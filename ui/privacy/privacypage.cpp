// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/privacypage.h"

#include "desk/desk.h"
#include "desk/privacy.h"
#include "desk/setup.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/privacy/erasureform.h"
#include "ui/setup/settingscard.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int readableWidth = 620;
constexpr int widestCard = 900;

} // namespace

PrivacyPage::PrivacyPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(area->viewport());
    body->setMaximumWidth(widestCard);
    m_title = new QLabel(body);
    m_decisions = new SettingsCard(context, *desk::findSettingGroup(QStringLiteral("privacy")), body);
    m_leavesHeading = new QLabel(body);
    m_leaves = new QLabel(body);
    m_eraseHeading = new QLabel(body);
    m_phoneLabel = new QLabel(body);
    m_phone = new QLineEdit(body);
    m_look = new QPushButton(body);
    m_trouble = new QLabel(body);
    m_hint = new QLabel(body);
    m_leaves->setObjectName(QStringLiteral("whatLeaves"));
    m_phone->setObjectName(QStringLiteral("erasePhone"));
    m_look->setObjectName(QStringLiteral("lookWhatIsKept"));
    m_trouble->setObjectName(QStringLiteral("eraseTrouble"));
    m_trouble->setProperty("kind", QStringLiteral("trouble"));
    m_phoneLabel->setBuddy(m_phone);
    m_phone->setFixedWidth(200);
    // A number is read from the left in both languages.
    m_phone->setLayoutDirection(Qt::LeftToRight);
    m_trouble->hide();
    for (QLabel* label : {m_leaves, m_hint, m_trouble}) {
        label->setWordWrap(true);
        label->setMaximumWidth(readableWidth);
    }
    m_hint->setProperty("kind", QStringLiteral("muted"));
    auto* ask = new QHBoxLayout;
    ask->setSpacing(2 * space);
    ask->addWidget(m_phoneLabel);
    ask->addWidget(m_phone);
    ask->addWidget(m_look);
    ask->addStretch(1);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_title);
    column->addWidget(m_decisions);
    column->addSpacing(space);
    column->addWidget(m_leavesHeading);
    column->addWidget(m_leaves);
    column->addSpacing(2 * space);
    column->addWidget(m_eraseHeading);
    column->addLayout(ask);
    column->addWidget(m_trouble);
    column->addWidget(m_hint);
    column->addStretch(1);
    area->setWidget(body);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);

    m_decisions->askBefore(
        [this](const desk::SettingValues& changes, Answer answer) { askBefore(changes, std::move(answer)); });
    connect(m_decisions, &SettingsCard::kept, this, &PrivacyPage::read);
    connect(m_decisions, &SettingsCard::changed, this, [this] { Q_EMIT waits(m_decisions->waitsForStart()); });
    connect(m_look, &QPushButton::clicked, this, &PrivacyPage::look);
    connect(m_phone, &QLineEdit::returnPressed, this, &PrivacyPage::look);
    connect(m_phone, &QLineEdit::textEdited, this, [this] { say({}); });
    connect(&context.theme, &Theme::changed, this, &PrivacyPage::retranslate);
    retranslate();
}

bool PrivacyPage::hasUnsaved() const
{
    return m_decisions->isChanged();
}

void PrivacyPage::read()
{
    m_decisions->read();
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

/// What a new number of days would erase at the next start is said before it is kept.
void PrivacyPage::askBefore(const desk::SettingValues& changes, Answer answer)
{
    const auto found = changes.find(QStringLiteral("privacy.keep-days"));
    const int days = found == changes.end() ? 0 : found->second.toInt();
    // The conversations of the demo are not the clinic's.
    if (days == 0 || m_decisions->isDemo()) {
        return answer(true);
    }
    whenDone(m_context.desk.privacy().resting(days), this, [this, answer, days](const auto& resting) {
        if (!resting) {
            return m_decisions->refuse(resting.error());
        }
        // Over a locked desk nothing is asked.
        if (*resting == 0 || !isVisible()) {
            return answer(*resting == 0);
        }
        ask(*resting, days, answer);
    });
}

void PrivacyPage::ask(int resting, int days, const Answer& answer)
{
    auto* question = new QMessageBox(
        QMessageBox::NoIcon, tr("Erase conversations by themselves"),
        tr("%n conversation(s) would be erased at the next start: no word was written there for %1 days or longer.",
           nullptr, resting)
                .arg(days) +
            QLatin1Char('\n') +
            tr("Nothing of that can be brought back, but for what copies of the data made before still hold."),
        QMessageBox::NoButton, window());
    question->setObjectName(QStringLiteral("eraseRestingQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = question->addButton(tr("Save and erase"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(question, &QDialog::finished, this, [question, yes, answer] { answer(question->clickedButton() == yes); });
    question->open();
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
    read();
}

void PrivacyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_decisions->retranslate();
    }
    QWidget::changeEvent(event);
}

void PrivacyPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Privacy"));
    for (QLabel* heading : {m_leavesHeading, m_eraseHeading}) {
        heading->setFont(m_context.theme.strong());
    }
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
    m_eraseHeading->setText(tr("Erase what is kept of a patient"));
    m_phoneLabel->setText(tr("&Phone"));
    m_look->setText(tr("Look what is kept…"));
    m_hint->setText(tr("First you see how much there is and what stays. A patient without a phone is erased from the "
                       "conversation itself: the button is at the end of the Patient tab. The clinic's records are "
                       "never touched."));
    m_hint->setFont(m_context.theme.small());
    for (QLabel* label : {m_title, m_leavesHeading, m_leaves, m_eraseHeading, m_trouble, m_hint}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
}

} // namespace delpek::ui
