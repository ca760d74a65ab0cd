// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewdetail.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/reviews/replayview.h"
#include "ui/reviews/reviewwords.h"
#include "ui/rights.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTextEdit>

namespace delpek::ui
{

namespace
{

/// A paragraph in the direction of its own letters, at the leading side of the layout.
QString paragraph(const QString& text, bool isHeading = false)
{
    QString shown = readable(text).toHtmlEscaped();
    shown.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return QStringLiteral("<p dir=\"%1\" align=\"%2\" style=\"margin:%3px 0 0 0\">%4</p>")
        .arg(text.isRightToLeft() ? QStringLiteral("rtl") : QStringLiteral("ltr"))
        .arg(QGuiApplication::isRightToLeft() ? QStringLiteral("right") : QStringLiteral("left"))
        .arg(isHeading ? 10 : 2)
        .arg(isHeading ? QStringLiteral("<b>%1</b>").arg(shown) : shown);
}

QString block(const QString& heading, const QStringList& texts)
{
    if (texts.isEmpty()) {
        return {};
    }
    QString html = paragraph(heading, true);
    for (const QString& text : texts) {
        html += paragraph(text);
    }
    return html;
}

} // namespace

ReviewDetail::ReviewDetail(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_text(new QLabel)
    , m_area(new QScrollArea(this))
    , m_open(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_settle(new QPushButton(this))
    , m_reopen(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_form(new QWidget(this))
    , m_outcome(new QComboBox(m_form))
    , m_words(new QTextEdit(m_form))
    , m_cancel(new QPushButton(m_form))
    , m_confirm(new QPushButton(m_form))
    , m_trouble(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("reviewText"));
    m_open->setObjectName(QStringLiteral("openFromReview"));
    m_again->setObjectName(QStringLiteral("replayFromReview"));
    m_settle->setObjectName(QStringLiteral("settleReview"));
    m_reopen->setObjectName(QStringLiteral("reopenReview"));
    m_back->setObjectName(QStringLiteral("takeReviewBack"));
    m_outcome->setObjectName(QStringLiteral("reviewOutcome"));
    m_words->setObjectName(QStringLiteral("settleWords"));
    m_cancel->setObjectName(QStringLiteral("cancelSettle"));
    m_confirm->setObjectName(QStringLiteral("confirmSettle"));
    m_trouble->setObjectName(QStringLiteral("reviewTrouble"));
    m_settle->setProperty("kind", QStringLiteral("primary"));
    m_confirm->setProperty("kind", QStringLiteral("primary"));
    m_trouble->setProperty("kind", QStringLiteral("warn"));
    m_trouble->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAlignment(Qt::AlignTop);
    m_area->setWidget(m_text);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const auto outcome : reviewwords::outcomes) {
        m_outcome->addItem({}, int(outcome));
    }
    m_words->setAcceptRichText(false);
    m_words->setTabChangesFocus(true);
    auto* acts = new FlowLayout(nullptr, 2 * space);
    for (QPushButton* button : {m_settle, m_reopen, m_again, m_open, m_back}) {
        acts->addWidget(button);
    }
    auto* formRow = new QHBoxLayout(m_form);
    formRow->setContentsMargins(0, 0, 0, 0);
    formRow->setSpacing(2 * space);
    formRow->addWidget(m_outcome, 0, Qt::AlignTop);
    formRow->addWidget(m_words, 1);
    formRow->addWidget(m_cancel, 0, Qt::AlignTop);
    formRow->addWidget(m_confirm, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * space);
    column->addWidget(m_area, 1);
    column->addWidget(m_trouble);
    column->addWidget(m_form);
    column->addLayout(acts);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(m_row->conversation.id); });
    connect(m_again, &QPushButton::clicked, this,
            [this] { (new ReplayView(m_context, m_row->review.decision, window()))->open(); });
    connect(m_settle, &QPushButton::clicked, this, [this] { setForm(true); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { setForm(false); });
    connect(m_confirm, &QPushButton::clicked, this, &ReviewDetail::settle);
    connect(m_reopen, &QPushButton::clicked, this, [this] { act(m_context.desk.reviews().reopen(m_row->review.id)); });
    connect(m_back, &QPushButton::clicked, this, [this] { act(m_context.desk.reviews().takeBack(m_row->review.id)); });
    connect(m_words, &QTextEdit::textChanged, this, &ReviewDetail::refresh);
    connect(&context.theme, &Theme::changed, this, &ReviewDetail::retranslate);
    retranslate();
}

void ReviewDetail::setRow(const std::optional<desk::ReviewRow>& row)
{
    const bool isSame = row && m_row && row->review.id == m_row->review.id;
    const bool wasOpen = m_row && !m_row->review.settled;
    if (!isSame) {
        keepBegun();
    }
    m_row = row;
    if (!isSame) {
        m_turn.reset();
        m_trouble->clear();
        m_isBusy = false;
        showBegun();
        read();
    } else if (wasOpen && row->review.settled) {
        m_settles = false;
    }
    refresh();
}

void ReviewDetail::keepBegun()
{
    if (m_row) {
        m_begun[m_row->review.id] = {m_settles, m_outcome->currentIndex(), m_words->toPlainText()};
    }
}

void ReviewDetail::showBegun()
{
    const auto found = m_row ? m_begun.find(m_row->review.id) : m_begun.end();
    const Begun begun = found == m_begun.end() ? Begun() : found->second;
    m_settles = begun.settles && !m_row->review.settled;
    m_outcome->setCurrentIndex(begun.outcome);
    m_words->setPlainText(begun.words);
}

void ReviewDetail::read()
{
    if (!m_row) {
        return;
    }
    const auto& review = m_row->review;
    whenDone(m_context.desk.reviews().turn(review.conversation, review.decision), this,
             [this, id = review.id](const auto& turn) {
                 if (!m_row || m_row->review.id != id) {
                     return;
                 }
                 if (turn) {
                     m_turn = *turn;
                 } else {
                     m_trouble->setText(words::sentence(turn.error()));
                 }
                 refresh();
             });
}

void ReviewDetail::act(const Future<Done>& future)
{
    m_isBusy = true;
    refresh();
    whenDone(future, this, [this, id = m_row->review.id](const auto& result) {
        if (m_row && m_row->review.id == id) {
            m_isBusy = false;
            m_trouble->setText(result ? QString() : words::sentence(result.error()));
            if (result) {
                m_settles = false;
            }
            refresh();
        }
        Q_EMIT changed();
    });
}

void ReviewDetail::settle()
{
    const auto id = m_row->review.id;
    const auto outcome = domain::ReviewOutcome(m_outcome->currentData().toInt());
    const QString words = domain::withoutIsolates(m_words->toPlainText()).trimmed();
    const auto settled = m_context.desk.reviews().settle(id, outcome, words);
    whenDone(settled, this, [this, id](const auto& result) {
        if (!result) {
            return;
        }
        m_begun.erase(id);
        if (m_row && m_row->review.id == id) {
            showBegun();
        }
    });
    act(settled);
}

void ReviewDetail::setForm(bool open)
{
    m_settles = open;
    refresh();
    if (open) {
        m_outcome->setFocus();
    } else {
        m_settle->setFocus();
    }
}

QString ReviewDetail::html() const
{
    if (!m_row) {
        return paragraph(tr("Choose a report to see all of it."));
    }
    const auto& review = m_row->review;
    const auto now = m_context.desk.now();
    QString html = paragraph(reviewwords::fault(review.report), true);
    html += paragraph(reviewwords::reported(review, now));
    if (!review.report.words.isEmpty()) {
        html += paragraph(review.report.words);
    }
    if (!review.report.better.isEmpty()) {
        html += block(tr("What would have been right"), {review.report.better});
    }
    if (m_turn) {
        const auto& decision = m_turn->decision;
        html += block(tr("The patient wrote"), m_turn->asked);
        html += block(tr("The agent answered"), m_turn->said.isEmpty() ? QStringList{tr("Nothing")} : m_turn->said);
        QStringList decided{words::outcome(decision.outcome)};
        if (!decision.intent.isEmpty()) {
            decided << words::intent(decision.intent);
        }
        decided << words::author(domain::AuthorKind::Agent, decision.agent) << words::stamp(decision.startedAt, now);
        html += block(tr("The decision"), {decided.join(QStringLiteral(" · "))});
    }
    if (review.settled) {
        html += block(tr("What came of it"), {reviewwords::state(review, now)});
        if (!review.settled->words.isEmpty()) {
            html += paragraph(review.settled->words);
        }
    }
    return html;
}

void ReviewDetail::refresh()
{
    m_text->setText(html());
    const bool isOpen = m_row && !m_row->review.settled;
    const bool maySettle = m_row && mayDo(m_context, desk::settlesReviews);
    const bool isMine = m_row && m_row->review.author == m_context.desk.staffName();
    m_open->setVisible(m_row.has_value());
    m_again->setVisible(m_row && m_context.desk.reviews().canReplay());
    m_settle->setVisible(isOpen && maySettle && !m_settles);
    m_reopen->setVisible(m_row && !isOpen && maySettle);
    m_back->setVisible(isOpen && isMine && mayDo(m_context, domain::Right::Converse));
    m_form->setVisible(isOpen && maySettle && m_settles);
    const bool isTooLong = m_words->toPlainText().trimmed().size() > domain::maxReviewWords;
    m_confirm->setEnabled(!m_isBusy && !isTooLong);
    for (QPushButton* button : {m_reopen, m_back}) {
        button->setEnabled(!m_isBusy);
    }
    m_trouble->setVisible(!m_trouble->text().isEmpty());
}

void ReviewDetail::retranslate()
{
    for (int index = 0; index < m_outcome->count(); ++index) {
        m_outcome->setItemText(index, reviewwords::outcome(domain::ReviewOutcome(m_outcome->itemData(index).toInt())));
    }
    m_outcome->setAccessibleName(tr("What came of it"));
    m_words->setAccessibleName(tr("What was done about it"));
    m_words->setPlaceholderText(tr("What was done about it (not required)"));
    m_words->setFixedHeight(2 * QFontMetrics(m_words->font()).lineSpacing() + 18);
    m_open->setText(tr("Open the conversation"));
    m_again->setText(tr("How would it end today?"));
    m_settle->setText(tr("Settle…"));
    m_reopen->setText(tr("Open again"));
    m_back->setText(tr("Take my report back"));
    m_cancel->setText(tr("Not now"));
    m_confirm->setText(tr("Settle"));
    refresh();
}

void ReviewDetail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
