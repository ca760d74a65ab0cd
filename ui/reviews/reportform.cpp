// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reportform.h"

#include "desk/desk.h"
#include "desk/reviews.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/reviews/reviewwords.h"
#include "ui/rights.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTextEdit>

namespace delpek::ui
{

namespace
{

constexpr auto reportDelay = std::chrono::milliseconds(400);
const auto reportDraftSource = QStringLiteral("review.draft");

} // namespace

ReportForm::ReportForm(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_person(context.desk.signIn().state().person)
    , m_title(new QLabel(this))
    , m_fault(new QComboBox(this))
    , m_wordsLabel(new QLabel(this))
    , m_words(new QTextEdit(this))
    , m_betterLabel(new QLabel(this))
    , m_better(new QTextEdit(this))
    , m_trouble(new QLabel(this))
    , m_nobody(new QLabel(this))
    , m_doctor(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_send(new QPushButton(this))
{
    setObjectName(QStringLiteral("actionPanel"));
    m_fault->setObjectName(QStringLiteral("reportKind"));
    m_words->setObjectName(QStringLiteral("reportWords"));
    m_better->setObjectName(QStringLiteral("reportBetter"));
    m_trouble->setObjectName(QStringLiteral("reportTrouble"));
    m_nobody->setObjectName(QStringLiteral("reportCallsNobody"));
    m_doctor->setObjectName(QStringLiteral("callFromReport"));
    m_cancel->setObjectName(QStringLiteral("cancelReport"));
    m_send->setObjectName(QStringLiteral("sendReport"));
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_trouble->setProperty("kind", QStringLiteral("warn"));
    m_fault->addItem({});
    for (const auto fault : reviewwords::faults) {
        m_fault->addItem({}, int(fault));
    }
    // The side of the window may be narrow; the list that opens is as wide as its words.
    m_fault->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fault->setMinimumContentsLength(12);
    for (QLabel* label : {m_title, m_wordsLabel, m_betterLabel, m_trouble, m_nobody}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    for (QTextEdit* edit : {m_words, m_better}) {
        edit->setAcceptRichText(false);
        edit->setTabChangesFocus(true);
        connect(edit, &QTextEdit::textChanged, this, &ReportForm::edited);
    }
    m_wordsLabel->setBuddy(m_words);
    m_betterLabel->setBuddy(m_better);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    column->setSpacing(space);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_title, m_fault, m_wordsLabel, m_words, m_betterLabel, m_better, m_nobody}) {
        column->addWidget(part);
    }
    column->addWidget(m_doctor, 0, Qt::AlignLeading);
    column->addWidget(m_trouble);
    column->addLayout(foot);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReportForm::flush);
    connect(m_fault, &QComboBox::currentIndexChanged, this, &ReportForm::edited);
    connect(m_send, &QPushButton::clicked, this, &ReportForm::send);
    connect(m_cancel, &QPushButton::clicked, this, &ReportForm::closed);
    connect(m_doctor, &QPushButton::clicked, this, &ReportForm::doctorWanted);
    connect(&context.theme, &Theme::changed, this, &ReportForm::retranslate);
    retranslate();
}

void ReportForm::setTurn(domain::DecisionId turn)
{
    if (turn == m_turn) {
        return;
    }
    flush();
    m_turn = turn;
    m_busy = false;
    setTrouble({});
    const auto known = m_keeping.find(turn);
    put(known == m_keeping.end() ? domain::TurnReport{} : known->second);
    if (known == m_keeping.end()) {
        read();
    }
}

void ReportForm::read()
{
    if (!m_turn.isValid() || !mayDo(m_context, domain::Right::Converse)) {
        return;
    }
    whenDone(m_context.desk.reviews().draft(m_turn), this, [this, turn = m_turn](const auto& begun) {
        if (turn != m_turn || !begun) {
            // What cannot be read now is still kept; the list beside it tells what does not work.
            return;
        }
        // What was written meanwhile is newer.
        if (!begun->isEmpty() && !m_dirty && written().isEmpty()) {
            put(*begun);
            Q_EMIT found();
        }
    });
}

void ReportForm::put(const domain::TurnReport& report)
{
    m_fault->setCurrentIndex(report.fault ? m_fault->findData(int(*report.fault)) : 0);
    m_words->setPlainText(report.words);
    m_better->setPlainText(report.better);
    // This was put there, not written.
    m_timer.stop();
    m_dirty = false;
    refresh();
}

domain::TurnReport ReportForm::written() const
{
    domain::TurnReport report;
    if (m_fault->currentIndex() > 0) {
        report.fault = domain::TurnFault(m_fault->currentData().toInt());
    }
    report.words = domain::withoutIsolates(m_words->toPlainText()).trimmed();
    report.better = domain::withoutIsolates(m_better->toPlainText()).trimmed();
    return report;
}

void ReportForm::edited()
{
    m_dirty = true;
    m_timer.start(reportDelay);
    setTrouble({});
    refresh();
}

void ReportForm::flush()
{
    m_timer.stop();
    if (m_turn.isValid() && std::exchange(m_dirty, false)) {
        keep(m_turn, written());
    }
}

void ReportForm::keep(domain::DecisionId turn, const domain::TurnReport& report)
{
    if (!isStill(m_context, m_person)) {
        return; // it would become the next person's
    }
    m_keeping[turn] = report;
    whenDone(m_context.desk.reviews().saveDraft(turn, report), this, [this, turn, report](const auto& kept) {
        // A turn that is gone takes what was begun with it.
        if (!kept && kept.error().code != ErrorCode::NotFound) {
            m_context.problems.report(reportDraftSource, kept.error(), [this, turn, report] { keep(turn, report); });
            return;
        }
        m_context.problems.worked(reportDraftSource);
        if (const auto place = m_keeping.find(turn); place != m_keeping.end() && place->second == report) {
            m_keeping.erase(place);
        }
    });
}

void ReportForm::send()
{
    const auto report = written();
    if (!m_send->isEnabled() || !report.fault) {
        return;
    }
    flush();
    m_busy = true;
    refresh();
    whenDone(m_context.desk.reviews().report(m_turn, report), this, [this, turn = m_turn, report](const auto& result) {
        if (turn != m_turn) {
            if (!result) {
                m_context.problems.report(reportDraftSource, result.error());
            }
            return;
        }
        m_busy = false;
        if (!result) {
            setTrouble(words::sentence(result.error()));
            return refresh();
        }
        m_keeping.erase(turn);
        put({});
        Q_EMIT reported(report);
    });
}

void ReportForm::focus()
{
    m_fault->setFocus(Qt::OtherFocusReason);
}

void ReportForm::setTrouble(const QString& text)
{
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
}

void ReportForm::refresh()
{
    const auto report = written();
    const auto longest = std::max(report.words.size(), report.better.size());
    const bool isTooLong = longest > domain::maxReviewWords;
    const bool needsWords = report.fault == domain::TurnFault::Other && report.words.isEmpty();
    const bool isUrgent = report.fault == domain::TurnFault::MissedUrgency;
    if (isTooLong) {
        setTrouble(reviewwords::sentence(QStringLiteral("review.tooLong")));
    }
    m_send->setEnabled(!m_busy && report.fault && !isTooLong && !needsWords);
    m_doctor->setVisible(isUrgent && mayDo(m_context, domain::Right::Escalate));
    m_nobody->setText(isUrgent
                          ? tr("A report calls nobody. If this patient needs a doctor now, call one before you "
                               "report.")
                          : tr("A report calls nobody and sends nothing. Doctors and administrators read it later."));
    m_nobody->setProperty("kind", isUrgent ? QStringLiteral("warn") : QStringLiteral("muted"));
    m_nobody->style()->polish(m_nobody);
}

void ReportForm::retranslate()
{
    m_title->setFont(m_context.theme.strong());
    m_title->setText(tr("What was wrong with this turn?"));
    m_fault->setItemText(0, tr("Choose…"));
    for (int index = 1; index < m_fault->count(); ++index) {
        m_fault->setItemText(index, reviewwords::fault(domain::TurnFault(m_fault->itemData(index).toInt())));
    }
    m_fault->setAccessibleName(m_title->text());
    m_wordsLabel->setText(tr("In your own words"));
    m_betterLabel->setText(tr("What would have been right? (not required)"));
    m_words->setAccessibleName(m_wordsLabel->text());
    m_better->setAccessibleName(m_betterLabel->text());
    for (QLabel* label : {m_wordsLabel, m_betterLabel, m_nobody}) {
        label->setFont(m_context.theme.small());
    }
    for (QTextEdit* edit : {m_words, m_better}) {
        const int line = QFontMetrics(edit->font()).lineSpacing();
        edit->setFixedHeight(2 * line + 18);
    }
    m_doctor->setText(tr("Call the doctor…"));
    m_cancel->setText(tr("Not now"));
    m_cancel->setToolTip(tr("What you wrote is kept."));
    m_send->setText(tr("Report"));
    setTrouble({});
    refresh();
}

void ReportForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void ReportForm::hideEvent(QHideEvent* event)
{
    flush();
    QFrame::hideEvent(event);
}

void ReportForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        return Q_EMIT closed();
    }
    QFrame::keyPressEvent(event);
}

} // namespace delpek::ui
