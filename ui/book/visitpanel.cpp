// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/visitpanel.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/book/bookwords.h"
#include "ui/book/slotpicker.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace delpek::ui
{

VisitPanel::VisitPanel(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_picker(new SlotPicker(context, this))
    , m_question(new QWidget(this))
    , m_title(new QLabel(m_question))
    , m_detail(new QLabel(m_question))
    , m_treatment(new QComboBox(m_question))
    , m_untold(new QLabel(m_question))
    , m_problem(new QLabel(m_question))
    , m_back(new QPushButton(m_question))
    , m_confirm(new QPushButton(m_question))
{
    setObjectName(QStringLiteral("actionPanel"));
    m_confirm->setObjectName(QStringLiteral("visitConfirm"));
    m_confirm->setProperty("kind", QStringLiteral("primary"));
    m_back->setObjectName(QStringLiteral("visitBack"));
    m_treatment->setObjectName(QStringLiteral("visitTreatment"));
    m_treatment->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_untold->setProperty("kind", QStringLiteral("muted"));
    m_problem->setProperty("kind", QStringLiteral("warn"));
    for (QLabel* label : {m_title, m_detail, m_untold, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_back);
    foot->addWidget(m_confirm);
    auto* asked = new QVBoxLayout(m_question);
    asked->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    asked->setSpacing(2 * space);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_detail, m_treatment, m_untold, m_problem}) {
        asked->addWidget(part);
    }
    asked->addLayout(foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_picker);
    column->addWidget(m_question);
    connect(m_picker, &SlotPicker::picked, this, &VisitPanel::take);
    connect(m_picker, &SlotPicker::cancelled, this, &VisitPanel::dismiss);
    connect(m_picker, &SlotPicker::bookWanted, this, [this](const QString& treatment) {
        Placing placing{m_subject, {}};
        placing.subject.treatment = treatment;
        if (m_act == Act::Move) {
            placing.moved = m_visit;
        }
        dismiss();
        Q_EMIT placingWanted(placing);
    });
    connect(m_treatment, &QComboBox::currentIndexChanged, this, &VisitPanel::chooseTreatment);
    connect(m_confirm, &QPushButton::clicked, this, &VisitPanel::confirm);
    connect(m_back, &QPushButton::clicked, this, &VisitPanel::dismiss);
    connect(&context.theme, &Theme::changed, this, &VisitPanel::retranslate);
    hide();
}

void VisitPanel::begin(Act act, const Subject& subject, const domain::Appointment& visit)
{
    if (m_busy) {
        return;
    }
    m_act = act;
    m_isLeft = false;
    m_confirm->setEnabled(true);
    m_subject = subject;
    m_visit = visit;
    m_reference = desk::Book::newReference();
    setProblem({});
    const bool picks = act == Act::Book || act == Act::Move;
    m_picker->setVisible(picks);
    m_question->setVisible(!picks);
    m_treatment->setVisible(act == Act::BookAt);
    retranslate();
    show();
}

void VisitPanel::askNew(const Subject& subject)
{
    if (m_busy) {
        return; // what is under way stays what it is
    }
    begin(Act::Book, subject, {});
    m_picker->begin(subject.facts, subject.name, subject.conversation, {}, subject.treatment);
}

void VisitPanel::askNewAt(const Subject& subject, const domain::Slot& at)
{
    if (m_busy) {
        return;
    }
    m_to = at;
    begin(Act::BookAt, subject, {});
    fillTreatments();
    m_treatment->setFocus();
}

/// What the doctor gives. What the visit is for stands chosen; nothing does while that is not known.
void VisitPanel::fillTreatments()
{
    const auto* doctor = m_subject.facts.doctor(m_to.doctor);
    {
        const QSignalBlocker quiet(m_treatment);
        m_treatment->clear();
        for (const auto& one : m_subject.facts.treatments) {
            if (doctor != nullptr && doctor->treatments.contains(one.id)) {
                m_treatment->addItem(tr("%1 · %n minutes", nullptr, one.minutes).arg(words::name(one.name)), one.id);
            }
        }
        m_treatment->setCurrentIndex(m_treatment->findData(m_subject.treatment));
    }
    m_to.treatment.clear();
    chooseTreatment();
    if (m_treatment->currentIndex() < 0 && !m_subject.treatment.isEmpty()) {
        setProblem(tr("%1 does not give this: %2. Choose another time or another treatment.")
                       .arg(domain::isolate(bookwords::doctor(m_subject.facts, m_to.doctor)),
                            domain::isolate(bookwords::treatment(m_subject.facts, m_subject.treatment))));
    }
}

void VisitPanel::chooseTreatment()
{
    const auto* treatment = m_subject.facts.treatment(m_treatment->currentData().toString());
    m_confirm->setEnabled(treatment != nullptr && !m_busy);
    if (treatment == nullptr) {
        return;
    }
    if (treatment->id != m_to.treatment) {
        m_to.treatment = treatment->id;
        m_reference = desk::Book::newReference(); // another decision
        setProblem({});
    }
    m_to.minutes = treatment->minutes;
    Q_EMIT treatmentChosen(treatment->id, treatment->minutes);
}

void VisitPanel::askMove(const Subject& subject, const domain::Appointment& visit)
{
    if (m_busy) {
        return;
    }
    begin(Act::Move, subject, visit);
    m_picker->begin(subject.facts, subject.name, subject.conversation, visit);
}

void VisitPanel::askMoveTo(const Subject& subject, const domain::Appointment& visit, const domain::Slot& to)
{
    if (m_busy) {
        return;
    }
    m_to = to;
    begin(Act::MoveTo, subject, visit);
    m_confirm->setFocus();
}

void VisitPanel::askCancel(const Subject& subject, const domain::Appointment& visit)
{
    if (m_busy) {
        return;
    }
    begin(Act::Cancel, subject, visit);
    m_back->setFocus();
}

void VisitPanel::dismiss()
{
    if (isHidden()) {
        return;
    }
    m_isLeft = m_busy;
    hide();
    Q_EMIT closed();
}

void VisitPanel::take(const domain::Slot& slot)
{
    if (m_busy) {
        return;
    }
    if (m_to != slot) {
        m_reference = desk::Book::newReference(); // another decision
    }
    m_to = slot;
    confirm();
}

void VisitPanel::confirm()
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    setProblem({});
    auto& book = m_context.desk.book();
    const auto settled = [this](const Result<domain::Appointment>& visit) { settle(visit); };
    switch (m_act) {
    case Act::Book:
    case Act::BookAt:
        return whenDone(book.book(m_subject.patient, m_to, m_reference, m_subject.conversation), this, settled);
    case Act::Move:
    case Act::MoveTo:
        return whenDone(book.move(m_visit.id, m_to, m_reference), this, settled);
    case Act::Cancel:
        return whenDone(book.cancel(m_visit.id, m_reference), this, [this](const Result<Done>& cancelled) {
            settle(cancelled.map([](Done) { return domain::Appointment(); }));
        });
    }
}

void VisitPanel::settle(const Result<domain::Appointment>& visit)
{
    setBusy(false);
    if (visit) {
        hide();
        Q_EMIT changed(*visit);
        Q_EMIT closed();
        return;
    }
    if (m_isLeft) {
        // Whoever asked is elsewhere by now, and has to know that nothing came of it.
        m_context.problems.report(QStringLiteral("visit"), visit.error());
        return;
    }
    setProblem(words::sentence(visit.error()));
    if (visit.error().code == ErrorCode::Conflict && !m_picker->isHidden()) {
        m_picker->read();
    }
}

void VisitPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_picker->setBusy(busy);
    m_confirm->setEnabled(!busy && (m_act != Act::BookAt || m_treatment->currentIndex() >= 0));
    m_back->setEnabled(!busy);
    m_treatment->setEnabled(!busy);
}

void VisitPanel::setProblem(const QString& text)
{
    m_picker->setProblem(text);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void VisitPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (int row = 0; row < m_treatment->count(); ++row) {
            if (const auto* one = m_subject.facts.treatment(m_treatment->itemData(row).toString())) {
                m_treatment->setItemText(row, tr("%1 · %n minutes", nullptr, one->minutes).arg(words::name(one->name)));
            }
        }
    }
    QFrame::changeEvent(event);
}

void VisitPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        return dismiss();
    }
    QFrame::keyPressEvent(event);
}

void VisitPanel::retranslate()
{
    const QString name = domain::isolate(m_subject.name);
    const domain::Slot now{m_visit.doctor, m_visit.treatment, m_visit.start, m_visit.minutes};
    const QString where = m_visit.start.isValid() ? bookwords::slot(m_subject.facts, now) : QString();
    m_title->setFont(m_context.theme.strong());
    for (QLabel* label : {m_title, m_detail, m_untold}) {
        label->setAlignment(leading(*this));
    }
    if (m_act == Act::Cancel) {
        m_title->setText(tr("Cancel the visit of %1?").arg(name));
        m_detail->setText(where);
        m_confirm->setText(tr("Cancel the visit"));
        m_back->setText(tr("Keep it"));
    } else if (m_act == Act::BookAt) {
        m_title->setText(tr("New visit for %1?").arg(name));
        m_detail->setText(bookwords::slot(m_subject.facts, m_to));
        m_confirm->setText(tr("Book"));
        m_back->setText(tr("Cancel"));
    } else {
        m_title->setText(tr("Move the visit of %1?").arg(name));
        m_detail->setText(m_act == Act::MoveTo ? tr("From %1\nto %2").arg(where, bookwords::slot(m_subject.facts, m_to))
                                               : where);
        m_confirm->setText(tr("Move"));
        m_back->setText(tr("Leave it"));
    }
    m_treatment->setAccessibleName(tr("Treatment"));
    m_treatment->setPlaceholderText(tr("Choose the treatment"));
    m_untold->setText(tr("The patient is not written to."));
}

} // namespace delpek::ui
