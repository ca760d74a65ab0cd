// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulespage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/rules/rulewords.h"
#include "ui/theme/theme.h"
#include "ui/theme/urgencylabel.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QTextEdit>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr auto trialDelay = std::chrono::milliseconds(150);
constexpr int trialLines = 3;

/// Whether the filter's words are all in the rule, wherever.
bool isWanted(const desk::RuleEntry& rule, const QStringList& wanted)
{
    const QString all =
        QStringList{
            rulewords::name(rule.id),          rule.id, rule.tier, rule.source, rule.fires.join(QLatin1Char(' ')),
            rule.silent.join(QLatin1Char(' '))}
            .join(QLatin1Char(' '));
    return std::ranges::all_of(wanted, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

QString listed(const QStringList& texts)
{
    QString html;
    for (const auto& text : texts) {
        const bool fromRight = text.isRightToLeft();
        html += QStringLiteral("<p dir=\"%1\" style=\"margin:2px 0\">%2</p>")
                    .arg(fromRight ? QStringLiteral("rtl") : QStringLiteral("ltr"), text.toHtmlEscaped());
    }
    return html;
}

QString heading(const QString& text)
{
    return QStringLiteral("<p style=\"margin:10px 0 2px 0\"><b>%1</b></p>").arg(text.toHtmlEscaped());
}

} // namespace

RulesPage::RulesPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_version(new QLabel(this))
    , m_tryLabel(new QLabel(this))
    , m_try(new QTextEdit(this))
    , m_urgency(new UrgencyLabel(context.theme, domain::Urgency::Routine, this))
    , m_fired(new QLabel(this))
    , m_sent(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_rule(new QLabel(this))
{
    build();
    m_typing.setSingleShot(true);
    connect(m_try, &QTextEdit::textChanged, this, [this] { m_typing.start(trialDelay); });
    connect(&m_typing, &QTimer::timeout, this, &RulesPage::tryOut);
    connect(m_filter, &QLineEdit::textChanged, this, &RulesPage::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &RulesPage::showRule);
    connect(&context.theme, &Theme::changed, this, &RulesPage::retranslate);
    retranslate();
    tryOut();
}

void RulesPage::build()
{
    m_try->setObjectName(QStringLiteral("ruleTrial"));
    m_fired->setObjectName(QStringLiteral("rulesFired"));
    m_sent->setObjectName(QStringLiteral("ruleAnswer"));
    m_filter->setObjectName(QStringLiteral("ruleFilter"));
    m_list->setObjectName(QStringLiteral("ruleList"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rule->setObjectName(QStringLiteral("ruleText"));
    m_tryLabel->setBuddy(m_try);
    m_try->setTabChangesFocus(true);
    m_try->setAcceptRichText(false);
    m_filter->setClearButtonEnabled(true);
    for (QLabel* label : {m_version, m_fired, m_sent, m_rule}) {
        label->setWordWrap(true);
    }
    for (QLabel* label : {m_version, m_sent}) {
        label->setProperty("kind", QStringLiteral("muted"));
    }
    for (QLabel* label : {m_fired, m_sent, m_rule}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    for (QLabel* label : {m_fired, m_sent}) {
        label->setTextFormat(Qt::PlainText);
    }
    m_rule->setTextFormat(Qt::RichText);
    m_rule->setAlignment(Qt::AlignTop);
    m_rule->setContentsMargins(3 * space, 0, 3 * space, 0);

    auto* result = new QHBoxLayout;
    result->setSpacing(3 * space);
    result->addWidget(m_urgency, 0, Qt::AlignTop);
    result->addWidget(m_fired, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_rule);
    auto* left = new QVBoxLayout;
    left->setSpacing(2 * space);
    left->addWidget(m_filter);
    left->addWidget(m_list, 1);
    auto* both = new QHBoxLayout;
    both->setSpacing(3 * space);
    both->addLayout(left, 2);
    both->addWidget(scroll, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_title);
    column->addWidget(m_version);
    column->addWidget(m_tryLabel);
    column->addWidget(m_try);
    column->addLayout(result);
    column->addWidget(m_sent);
    column->addSpacing(2 * space);
    column->addLayout(both, 1);
}

void RulesPage::read()
{
    whenDone(m_context.desk.ruleBook().rules(), this, [this](const Result<desk::RulePages>& pages) {
        if (!pages) {
            m_version->setText(words::sentence(pages.error()));
            return;
        }
        m_pages = *pages;
        retranslate();
    });
}

void RulesPage::tryOut()
{
    const QString text = m_try->toPlainText();
    const int asked = ++m_asked;
    if (text.trimmed().isEmpty()) {
        m_urgency->hide();
        m_fired->setText(tr("Nothing that is typed here is kept or sent."));
        m_sent->hide();
        return;
    }
    whenDone(m_context.desk.ruleBook().tryOut(text), this, [this, asked](const auto& trial) {
        if (asked == m_asked) {
            showTrial(trial);
        }
    });
}

void RulesPage::showTrial(const Result<desk::RuleTrial>& trial)
{
    m_urgency->setVisible(trial.has_value());
    m_sent->setVisible(trial && !trial->sent.isEmpty());
    if (!trial) {
        m_fired->setText(words::sentence(trial.error()));
        return;
    }
    m_urgency->setUrgency(trial->urgency);
    QStringList fired;
    for (const auto& hit : trial->hits) {
        fired
            << tr("%1 (%2): %3").arg(rulewords::name(hit.rule), domain::isolate(hit.tier), domain::isolate(hit.words));
    }
    m_fired->setText(fired.isEmpty() ? tr("No rule fires. The agent may answer.") : fired.join(QLatin1Char('\n')));
    const QString sent = domain::isolate(trial->sent);
    m_sent->setText(trial->asked.isEmpty()
                        ? tr("The patient would get: %1").arg(sent)
                        : tr("The patient would get: %1\nand be asked: %2").arg(sent, domain::isolate(trial->asked)));
}

void RulesPage::fill()
{
    const auto wanted = m_filter->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto* before = m_list->currentItem();
    const QString shown = before == nullptr ? QString() : before->data(Qt::UserRole).toString();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const auto& rule : m_pages.rules) {
            if (!isWanted(rule, wanted)) {
                continue;
            }
            auto* item =
                new QListWidgetItem(tr("%1 · %2").arg(domain::isolate(rule.tier), rulewords::name(rule.id)), m_list);
            item->setData(Qt::UserRole, rule.id);
            item->setToolTip(rulewords::tier(rule.tier));
            if (rule.id == shown) {
                m_list->setCurrentItem(item);
            }
        }
        if (m_list->currentItem() == nullptr) {
            m_list->setCurrentRow(0);
        }
    }
    showRule();
}

void RulesPage::showRule()
{
    const auto* item = m_list->currentItem();
    const QString id = item == nullptr ? QString() : item->data(Qt::UserRole).toString();
    const auto rule = std::ranges::find(m_pages.rules, id, &desk::RuleEntry::id);
    if (rule == m_pages.rules.end()) {
        m_rule->setText(m_pages.rules.empty() ? QString() : tr("No rule has these words.").toHtmlEscaped());
        return;
    }
    const QString direction = layoutDirection() == Qt::RightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr");
    m_rule->setText(
        QStringLiteral("<div dir=\"%1\"><p style=\"margin:0\"><b>%2</b></p><p style=\"margin:2px 0\">%3</p>")
            .arg(direction, rulewords::name(rule->id).toHtmlEscaped(),
                 tr("%1: %2").arg(domain::isolate(rule->tier), rulewords::tier(rule->tier)).toHtmlEscaped()) +
        heading(tr("Fires for")) + listed(rule->fires) + heading(tr("Stays silent for")) + listed(rule->silent) +
        heading(tr("Source")) + listed({rule->source}) +
        heading(tr("Changed last in version %1").arg(domain::isolate(rule->version))) + QStringLiteral("</div>"));
}

void RulesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        tryOut();
    }
    QWidget::changeEvent(event);
}

void RulesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_pages.rules.empty()) {
        read();
    }
}

void RulesPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Rules of urgency"));
    m_version->setText(
        m_pages.rules.empty()
            ? QString()
            : tr("%n rule(s), version %1, read every message before any agent does. A second look, learned from "
                 "labelled messages, may raise the urgency besides. Only a person lowers it.",
                 nullptr, int(m_pages.rules.size()))
                  .arg(domain::isolate(m_pages.version)));
    m_tryLabel->setText(tr("Try a message"));
    m_try->setPlaceholderText(tr("As a patient would write it; each line is a message of its own"));
    m_try->setAccessibleName(tr("A message to try"));
    m_try->setFixedHeight(trialLines * QFontMetrics(m_context.theme.body()).lineSpacing() + 4 * space);
    m_filter->setPlaceholderText(tr("Search the rules"));
    m_filter->setAccessibleName(tr("Search the rules"));
    m_list->setAccessibleName(tr("Rules"));
    fill();
}

} // namespace delpek::ui
