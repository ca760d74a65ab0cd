// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/turnpanel.h"

#include "desk/desk.h"
#include "desk/reviews.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/reviews/replayview.h"
#include "ui/reviews/reportform.h"
#include "ui/reviews/reviewwords.h"
#include "ui/rights.h"
#include "ui/theme/flowlayout.h"
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

const auto turnSource = QStringLiteral("review.turn");
/// What more there is can be scrolled to.
constexpr int tallestReports = 190;

} // namespace

TurnPanel::TurnPanel(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_area(new QScrollArea(this))
    , m_reports(nullptr)
    , m_notice(new QLabel(this))
    , m_wrong(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_form(new ReportForm(context, this))
{
    m_notice->setObjectName(QStringLiteral("turnNotice"));
    m_notice->setProperty("kind", QStringLiteral("warn"));
    m_notice->setWordWrap(true);
    m_wrong->setObjectName(QStringLiteral("reportTurn"));
    m_again->setObjectName(QStringLiteral("replayTurn"));
    m_form->hide();
    auto* buttons = new FlowLayout(nullptr, 2 * space);
    buttons->addWidget(m_wrong);
    buttons->addWidget(m_again);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    body->setSpacing(2 * space);
    auto* cards = new QWidget;
    m_reports = new QVBoxLayout(cards);
    m_reports->setContentsMargins(0, 0, 0, 0);
    m_reports->setSpacing(2 * space);
    m_area->setWidget(cards);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);
    body->addWidget(m_area);
    body->addWidget(m_notice);
    body->addLayout(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(body);
    column->addWidget(m_form);
    connect(m_wrong, &QPushButton::clicked, this, [this] {
        setForm(true);
        m_form->focus();
    });
    connect(m_again, &QPushButton::clicked, this, [this] { (new ReplayView(m_context, m_turn, window()))->open(); });
    connect(m_form, &ReportForm::closed, this, [this] {
        setForm(false);
        m_wrong->setFocus();
    });
    connect(m_form, &ReportForm::reported, this, &TurnPanel::onReported);
    connect(m_form, &ReportForm::found, this, [this] {
        m_hasBegun = true;
        refresh();
    });
    connect(m_form, &ReportForm::doctorWanted, this, &TurnPanel::doctorWanted);
    connect(&context.theme, &Theme::changed, this, &TurnPanel::fill);
    fill();
}

void TurnPanel::setTurn(domain::DecisionId turn, std::vector<domain::Review> reviews)
{
    if (turn != m_turn) {
        m_turn = turn;
        m_isOpen = m_wasUrgent = m_hasBegun = false;
        m_form->hide();
        m_form->setTurn(turn);
    }
    m_reviews = std::move(reviews);
    fill();
}

void TurnPanel::flush()
{
    m_form->flush();
}

bool TurnPanel::isMine(const domain::Review& review) const
{
    return review.author == m_context.desk.staffName();
}

void TurnPanel::setForm(bool open)
{
    m_isOpen = open;
    m_form->setVisible(open);
    fit();
    if (!open) {
        m_hasBegun = m_form->hasBegun();
    }
    refresh();
}

void TurnPanel::onReported(const domain::TurnReport& report)
{
    m_wasUrgent = report.fault == domain::TurnFault::MissedUrgency;
    m_context.problems.worked(turnSource);
    setForm(false);
    Q_EMIT changed();
}

void TurnPanel::takeBack(domain::ReviewId id)
{
    m_wasUrgent = false;
    whenDone(m_context.desk.reviews().takeBack(id), this, [this](const auto& result) {
        if (result) {
            m_context.problems.worked(turnSource);
        } else {
            m_context.problems.report(turnSource, result.error());
        }
        Q_EMIT changed();
    });
}

void TurnPanel::fill()
{
    while (auto* item = m_reports->takeAt(0)) {
        // A press on one of them may be what led here.
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto now = m_context.desk.now();
    for (const auto& review : m_reviews) {
        QStringList lines{reviewwords::reported(review, now), reviewwords::fault(review.report)};
        if (!review.report.words.isEmpty()) {
            lines << domain::isolate(review.report.words);
        }
        if (!review.report.better.isEmpty()) {
            lines << tr("Right would have been: %1").arg(domain::isolate(review.report.better));
        }
        lines << reviewwords::state(review, now);
        if (review.settled && !review.settled->words.isEmpty()) {
            lines << domain::isolate(review.settled->words);
        }
        auto* card = new QLabel(lines.join(QLatin1Char('\n')));
        card->setObjectName(QStringLiteral("turnReport"));
        card->setFont(m_context.theme.small());
        card->setWordWrap(true);
        card->setTextFormat(Qt::PlainText);
        card->setTextInteractionFlags(Qt::TextSelectableByMouse);
        card->setAlignment(leading(*this));
        m_reports->addWidget(card);
        if (isMine(review) && !review.settled && mayDo(m_context, domain::Right::Converse)) {
            auto* back = new QPushButton(tr("Take my report back"));
            back->setObjectName(QStringLiteral("takeReportBack"));
            m_reports->addWidget(back, 0, Qt::AlignLeading);
            connect(back, &QPushButton::clicked, this, [this, id = review.id] { takeBack(id); });
        }
    }
    fit();
    refresh();
}

/// As tall as the reports need, within reason: the turns above them stay in sight.
void TurnPanel::fit()
{
    const int width = m_area->viewport()->width();
    m_area->setFixedHeight(std::clamp(m_reports->heightForWidth(width), 0, tallestReports));
    m_area->setVisible(!m_reviews.empty() && !m_isOpen);
}

void TurnPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TurnPanel::refresh()
{
    const bool isReported = std::ranges::any_of(m_reviews, [this](const auto& review) { return isMine(review); });
    const bool mayReport = m_turn.isValid() && mayDo(m_context, domain::Right::Converse) && !isReported;
    m_wrong->setText(m_hasBegun ? tr("Go on with your report…") : tr("This was wrong…"));
    m_again->setText(tr("How would it end today?"));
    m_wrong->setVisible(mayReport && !m_isOpen);
    m_again->setVisible(m_turn.isValid() && m_context.desk.reviews().canReplay() && !m_isOpen);
    m_notice->setText(tr("Reported. This called nobody: if the patient needs a doctor now, call one."));
    m_notice->setVisible(m_wasUrgent && isReported);
}

void TurnPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange) {
        fill();
    }
    QWidget::changeEvent(event);
}

} // namespace delpek::ui
