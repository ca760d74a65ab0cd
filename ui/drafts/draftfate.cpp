// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftfate.h"

#include "desk/agentdrafts.h"
#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/drafts/draftwords.h"
#include "ui/drafts/worddiff.h"
#include "ui/problembar.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace delpek::ui
{

namespace
{

using domain::AgentDraft;

const auto draftFateSource = QStringLiteral("draftfate");
constexpr int mostPast = 100;
constexpr int highestFate = 180;

/// Told by the line as well as by the colour.
QString differenceOf(const AgentDraft& draft, const Colours& colours)
{
    const auto marked = [](const QString& text, const QColor& colour, const char* decoration) {
        return QStringLiteral("<span style=\"color:%1; text-decoration:%2\">%3</span>")
            .arg(colour.name(), QLatin1String(decoration), text.toHtmlEscaped());
    };
    QString html;
    for (const DiffPart& part : wordDiff(draft.text.trimmed(), draft.sentText)) {
        html += part.run == WordRun::Gone  ? marked(part.text, colours.emergency, "line-through")
                : part.run == WordRun::New ? marked(part.text, colours.good, "underline")
                                           : part.text.toHtmlEscaped();
    }
    return html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

} // namespace

DraftFate::DraftFate(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_heading(new QLabel(this))
    , m_words(new QLabel)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("draftFate"));
    m_heading->setObjectName(QStringLiteral("draftFateHeading"));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("draftFateWords"));
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_scroll->setWidget(m_words);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setMaximumHeight(highestFate);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_heading);
    column->addWidget(m_scroll);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        if (std::ranges::any_of(changes, [this](const domain::Change& change) {
                return change.topic == domain::Topic::AgentDraft && change.conversation == m_id.value;
            })) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &DraftFate::refresh);
    hide();
}

void DraftFate::open(domain::ConversationId id)
{
    m_id = id;
    m_decision = {};
    m_past.clear();
    refresh();
    read();
}

void DraftFate::setDecision(domain::DecisionId id)
{
    m_decision = id;
    refresh();
}

void DraftFate::read()
{
    if (!m_id.isValid()) {
        return;
    }
    whenDone(m_context.desk.agentDrafts().past(m_id, mostPast), this, [this, id = m_id](const auto& past) {
        if (id != m_id) {
            return;
        }
        if (!past) {
            m_context.problems.report(draftFateSource, past.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(draftFateSource);
        m_past = *past;
        refresh();
    });
}

void DraftFate::refresh()
{
    const auto draft = std::ranges::find(m_past, m_decision, &AgentDraft::decision);
    const bool isShown = m_decision.isValid() && draft != m_past.end();
    setVisible(isShown);
    if (!isShown) {
        return;
    }
    const bool isCompared = !draft->sentText.isEmpty();
    const QString shown = isCompared ? draft->sentText : draft->text;
    m_heading->setFont(m_context.theme.small());
    m_heading->setText(tr("The draft of this turn: %1").arg(draftwords::fate(*draft)));
    m_words->setTextFormat(isCompared ? Qt::RichText : Qt::PlainText);
    m_words->setText(isCompared ? differenceOf(*draft, m_context.theme.colours()) : draft->text);
    m_words->setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_words->setAccessibleName(isCompared ? tr("Drafted: %1. Sent: %2").arg(draft->text, draft->sentText)
                                          : tr("Drafted: %1").arg(draft->text));
}

void DraftFate::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
