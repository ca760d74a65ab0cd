// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clinic/clinicpage.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/clinic/clinicfields.h"
#include "ui/clinic/cliniclists.h"
#include "ui/clinic/clinicwords.h"
#include "ui/clinic/doctorform.h"
#include "ui/clinic/retireform.h"
#include "ui/clinic/treatmentform.h"
#include "ui/escalations/cardlabel.h"
#include "ui/problembar.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto clinicSource = QStringLiteral("clinicdata");
constexpr int pageWidth = 860;

/// The same without what is kept elsewhere and may change under the fields.
domain::ClinicInfo comparable(domain::ClinicInfo info)
{
    info.hours = {};
    info.closed.clear();
    return info;
}

} // namespace

ClinicPage::ClinicPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel)
    , m_source(new QLabel)
    , m_missing(new QLabel)
    , m_fields(new ClinicFields(context))
    , m_save(new QPushButton)
    , m_undo(new QPushButton)
    , m_said(new QLabel)
    , m_treatmentsTitle(new QLabel)
    , m_treatments(clinicList("clinicTreatments"))
    , m_addTreatment(new QPushButton)
    , m_changeTreatment(new QPushButton)
    , m_switchTreatment(new QPushButton)
    , m_treatmentsSaid(new QLabel)
    , m_doctorsTitle(new QLabel)
    , m_doctors(clinicList("clinicDoctors"))
    , m_addDoctor(new QPushButton)
    , m_changeDoctor(new QPushButton)
    , m_hours(new QPushButton)
    , m_switchDoctor(new QPushButton)
    , m_doctorsSaid(new QLabel)
{
    build();
    connectAll();
    retranslate();
}

void ClinicPage::build()
{
    m_source->setObjectName(QStringLiteral("clinicSource"));
    m_missing->setObjectName(QStringLiteral("clinicMissing"));
    m_save->setObjectName(QStringLiteral("saveClinic"));
    m_undo->setObjectName(QStringLiteral("undoClinic"));
    m_said->setObjectName(QStringLiteral("clinicSaid"));
    m_addTreatment->setObjectName(QStringLiteral("addTreatment"));
    m_changeTreatment->setObjectName(QStringLiteral("changeTreatment"));
    m_switchTreatment->setObjectName(QStringLiteral("switchTreatment"));
    m_treatmentsSaid->setObjectName(QStringLiteral("treatmentsSaid"));
    m_addDoctor->setObjectName(QStringLiteral("addDoctor"));
    m_changeDoctor->setObjectName(QStringLiteral("changeDoctor"));
    m_hours->setObjectName(QStringLiteral("openHours"));
    m_switchDoctor->setObjectName(QStringLiteral("switchDoctor"));
    m_doctorsSaid->setObjectName(QStringLiteral("doctorsSaid"));
    for (QLabel* label : {m_source, m_missing, m_said, m_treatmentsSaid, m_doctorsSaid}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    setKind(*m_source, QStringLiteral("muted"));
    setKind(*m_missing, QStringLiteral("warn"));
    setKind(*m_save, QStringLiteral("primary"));
    const auto inRow = [](std::initializer_list<QWidget*> widgets) {
        auto* row = new QHBoxLayout;
        row->setSpacing(2 * space);
        for (QWidget* widget : widgets) {
            row->addWidget(widget);
        }
        row->addStretch(1);
        return row;
    };
    auto* all = column();
    all->addWidget(m_title);
    all->addWidget(m_source);
    all->addWidget(m_missing);
    all->addWidget(m_fields);
    all->addLayout(inRow({m_save, m_undo}));
    all->addWidget(m_said);
    all->addSpacing(2 * space);
    all->addWidget(m_treatmentsTitle);
    all->addWidget(m_treatments);
    all->addLayout(inRow({m_addTreatment, m_changeTreatment, m_switchTreatment}));
    all->addWidget(m_treatmentsSaid);
    all->addSpacing(2 * space);
    all->addWidget(m_doctorsTitle);
    all->addWidget(m_doctors);
    all->addLayout(inRow({m_addDoctor, m_changeDoctor, m_hours, m_switchDoctor}));
    all->addWidget(m_doctorsSaid);
    all->addStretch(1);
    for (QLabel* label : {m_said, m_treatmentsSaid, m_doctorsSaid}) {
        label->hide();
    }
}

/// The place for everything, of a width that is read in comfort, in an area that scrolls.
QVBoxLayout* ClinicPage::column()
{
    auto* body = new QWidget;
    body->setMaximumWidth(pageWidth);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    auto* place = new QWidget;
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(body, 1);
    row->addStretch(0);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(place);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    return column;
}

void ClinicPage::connectAll()
{
    connect(m_fields, &ClinicFields::edited, this, [this] {
        showOutcome(*m_said, {}, false);
        refresh();
    });
    connect(m_save, &QPushButton::clicked, this, &ClinicPage::save);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        showOutcome(*m_said, {}, false);
        m_was = m_state.info;
        m_fields->setInfo(m_was, m_state.canChange);
        refresh();
    });
    connect(m_addTreatment, &QPushButton::clicked, this, [this] { editTreatment(true); });
    connect(m_changeTreatment, &QPushButton::clicked, this, [this] { editTreatment(false); });
    connect(m_treatments, &QTreeWidget::itemActivated, m_changeTreatment, &QPushButton::click);
    connect(m_switchTreatment, &QPushButton::clicked, this, &ClinicPage::switchTreatment);
    connect(m_treatments, &QTreeWidget::currentItemChanged, this, &ClinicPage::refresh);
    connect(m_addDoctor, &QPushButton::clicked, this, [this] { editDoctor(true); });
    connect(m_changeDoctor, &QPushButton::clicked, this, [this] { editDoctor(false); });
    connect(m_doctors, &QTreeWidget::itemActivated, m_changeDoctor, &QPushButton::click);
    connect(m_hours, &QPushButton::clicked, this, &ClinicPage::hoursWanted);
    connect(m_switchDoctor, &QPushButton::clicked, this, &ClinicPage::switchDoctor);
    connect(m_doctors, &QTreeWidget::currentItemChanged, this, &ClinicPage::refresh);
    connect(&m_context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (isVisible() && std::ranges::find(changes, domain::Topic::Clinic, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    connect(&m_context.theme, &Theme::changed, this, &ClinicPage::retranslate);
}

bool ClinicPage::hasUnsaved() const
{
    return isEdited();
}

bool ClinicPage::isEdited() const
{
    return m_isRead && m_state.canChange &&
           (m_fields->info() != m_was || (m_state.isBegun && !m_fields->fault().isEmpty()));
}

void ClinicPage::read()
{
    whenDone(m_context.desk.clinicRoom().state(), this, [this](const auto& state) {
        if (!state) {
            m_context.problems.report(clinicSource, state.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(clinicSource);
        const bool keepsEdit = isEdited();
        m_state = *state;
        m_isRead = true;
        if (!keepsEdit) {
            m_was = m_state.info;
            m_fields->setInfo(m_was, m_state.canChange);
            if (!m_state.isBegun) {
                m_was = m_fields->info(); // with this computer's zone: nobody chose it
            }
        } else if (m_state.isBegun && comparable(m_state.info) != comparable(m_was)) {
            // What nobody typed in is theirs from here on; saving now means to write over the rest.
            m_was = m_state.info;
            m_fields->follow(m_state.info);
            showOutcome(*m_said,
                        tr("Somebody changed this meanwhile. What you typed still stands here: save to keep yours, or "
                           "press \"As it was\" for theirs."),
                        true);
        }
        showState();
    });
}

void ClinicPage::showState()
{
    m_source->setText(
        !m_isRead ? QString()
        : !m_state.isBegun
            ? tr("Delpek keeps a book of its own for your clinic, and nothing stands in it yet. Begin with the name; "
                 "then add the treatments and who does them, and enter the hours.")
        : m_state.canChange
            ? tr("Kept in Delpek's own book. What you save counts at once: for what patients are told and for the "
                 "times that are offered.")
            : tr("Read from the clinic's own records (Odoo), and changed there. Delpek follows within minutes."));
    if (m_state.asOf) {
        m_source->setText(m_source->text() + QLatin1Char(' ') +
                          tr("As it was %1.").arg(words::ended(*m_state.asOf, m_context.desk.now())));
    }
    const auto missing = m_state.canChange ? clinicwords::missing(m_state) : QStringList();
    m_missing->setText(missing.join(QLatin1Char('\n')));
    m_missing->setVisible(!missing.isEmpty());
    showTreatments(*m_treatments, m_state, m_context.theme);
    showDoctors(*m_doctors, m_state, m_context.theme);
    refresh();
}

const desk::ClinicTreatment* ClinicPage::currentTreatment() const
{
    const auto found = std::ranges::find(m_state.treatments, chosenIn(*m_treatments),
                                         [](const auto& one) { return one.treatment.id; });
    return found == m_state.treatments.end() ? nullptr : &*found;
}

const desk::ClinicDoctor* ClinicPage::currentDoctor() const
{
    const auto found =
        std::ranges::find(m_state.doctors, chosenIn(*m_doctors), [](const auto& one) { return one.doctor.id; });
    return found == m_state.doctors.end() ? nullptr : &*found;
}

void ClinicPage::save()
{
    if (const QString fault = m_fields->fault(); !fault.isEmpty()) {
        return showOutcome(*m_said, fault, true);
    }
    m_isBusy = true;
    refresh();
    const auto wanted = m_fields->info();
    const auto was = m_state.isBegun ? m_was : domain::ClinicInfo{};
    whenDone(m_context.desk.clinicRoom().keepClinic(was, wanted), this, [this, wanted](const auto& done) {
        m_isBusy = false;
        if (done) {
            m_was = wanted;
        }
        showOutcome(*m_said, done ? tr("Saved.") : words::sentence(done.error()), !done);
        read();
    });
}

void ClinicPage::editTreatment(bool isNew)
{
    const auto* chosen = currentTreatment();
    if (!m_state.canChange || !m_state.isBegun || (!isNew && chosen == nullptr)) {
        return;
    }
    auto* form =
        new TreatmentForm(m_context, m_state, isNew ? std::nullopt : std::optional(chosen->treatment), window());
    connect(form, &TreatmentForm::kept, this, [this, isNew] {
        showOutcome(*m_treatmentsSaid, isNew ? tr("Added. It is offered once somebody does it.") : tr("Saved."), false);
        read();
    });
    form->open();
}

void ClinicPage::editDoctor(bool isNew)
{
    const auto* chosen = currentDoctor();
    if (!m_state.canChange || !m_state.isBegun || (!isNew && chosen == nullptr)) {
        return;
    }
    auto* form = new DoctorForm(m_context, m_state, isNew ? std::nullopt : std::optional(chosen->doctor), window());
    connect(form, &DoctorForm::kept, this, [this, isNew] {
        showOutcome(*m_doctorsSaid, isNew ? tr("Added. Now enter their hours.") : tr("Saved."), false);
        read();
    });
    form->open();
}

void ClinicPage::finish(QLabel& said, const Result<Done>& done, const QString& sentence)
{
    m_isBusy = false;
    showOutcome(said, done ? sentence : words::sentence(done.error()), !done);
    read();
}

void ClinicPage::switchTreatment()
{
    const auto* chosen = currentTreatment();
    if (chosen == nullptr || m_isBusy) {
        return;
    }
    m_isBusy = true;
    refresh();
    auto& room = m_context.desk.clinicRoom();
    const bool isBack = chosen->retired;
    whenDone(isBack ? room.restoreTreatment(chosen->treatment.id) : room.retireTreatment(chosen->treatment.id), this,
             [this, isBack](const auto& done) {
                 finish(*m_treatmentsSaid, done,
                        isBack ? tr("Offered again.")
                               : tr("Not offered any more. Visits that are booked for it stay booked."));
             });
}

/// The visits that are booked with them are shown first.
void ClinicPage::switchDoctor()
{
    const auto* chosen = currentDoctor();
    if (chosen == nullptr || m_isBusy) {
        return;
    }
    if (chosen->retired) {
        m_isBusy = true;
        refresh();
        return whenDone(m_context.desk.clinicRoom().restoreDoctor(chosen->doctor.id), this,
                        [this](const auto& done) { finish(*m_doctorsSaid, done, tr("Treats here again.")); });
    }
    auto* form = new RetireForm(m_context, chosen->doctor, window());
    connect(form, &RetireForm::kept, this, [this] {
        finish(*m_doctorsSaid, Done{}, tr("Offered to nobody any more. Visits that are booked stay booked."));
    });
    connect(form, &RetireForm::dayWanted, this, &ClinicPage::dayWanted);
    connect(form, &RetireForm::openWanted, this, &ClinicPage::openWanted);
    form->open();
}

void ClinicPage::refresh()
{
    const bool mayChange = m_isRead && m_state.canChange;
    const bool mayAdd = mayChange && m_state.isBegun;
    const auto* treatment = currentTreatment();
    const auto* doctor = currentDoctor();
    for (QPushButton* button : {m_save, m_undo, m_addTreatment, m_changeTreatment, m_switchTreatment, m_addDoctor,
                                m_changeDoctor, m_hours, m_switchDoctor}) {
        button->setVisible(mayChange);
    }
    m_undo->setVisible(mayAdd);
    m_save->setText(mayChange && !m_state.isBegun ? tr("Begin the book") : tr("Save"));
    m_save->setEnabled(mayChange && !m_isBusy && isEdited());
    m_undo->setEnabled(mayAdd && !m_isBusy && isEdited());
    m_addTreatment->setEnabled(mayAdd);
    m_changeTreatment->setEnabled(mayAdd && treatment != nullptr);
    m_switchTreatment->setEnabled(mayAdd && treatment != nullptr && !m_isBusy);
    m_switchTreatment->setText(treatment != nullptr && treatment->retired ? tr("Offer it again")
                                                                          : tr("Offer it no more"));
    m_addDoctor->setEnabled(mayAdd);
    m_changeDoctor->setEnabled(mayAdd && doctor != nullptr);
    m_hours->setEnabled(mayAdd);
    m_switchDoctor->setEnabled(mayAdd && doctor != nullptr && !m_isBusy);
    m_switchDoctor->setText(doctor != nullptr && doctor->retired ? tr("Treats here again")
                                                                 : tr("Treats here no more…"));
}

void ClinicPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    for (QLabel* said : {m_treatmentsSaid, m_doctorsSaid}) {
        said->hide(); // what was done before is no news any more
    }
    read();
}

void ClinicPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ClinicPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Clinic"));
    m_undo->setText(tr("As it was"));
    m_treatmentsTitle->setFont(m_context.theme.strong());
    m_treatmentsTitle->setText(tr("Treatments"));
    m_treatments->setAccessibleName(tr("Treatments"));
    m_addTreatment->setText(tr("Add a treatment…"));
    m_changeTreatment->setText(tr("Change…"));
    m_doctorsTitle->setFont(m_context.theme.strong());
    m_doctorsTitle->setText(tr("Dentists and hygienists"));
    m_doctors->setAccessibleName(tr("Dentists and hygienists"));
    m_addDoctor->setText(tr("Add somebody…"));
    m_changeDoctor->setText(tr("Change…"));
    m_hours->setText(tr("Hours…"));
    showState();
}

} // namespace delpek::ui
