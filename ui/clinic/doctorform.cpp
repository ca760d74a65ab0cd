// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clinic/doctorform.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/clinic/clinicwords.h"
#include "ui/escalations/cardlabel.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int doctorFieldWidth = 320;
constexpr int treatmentsHeight = 220;
constexpr int longestDoctorName = 200;

} // namespace

DoctorForm::DoctorForm(const Context& context, const desk::ClinicState& state, std::optional<domain::Doctor> was,
                       QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_was(std::move(was))
    , m_nameHe(new QLineEdit(this))
    , m_nameEn(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_all(new QCheckBox(tr("&All that the clinic offers"), this))
    , m_treatments(new QListWidget(this))
    , m_trouble(troubleLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_was ? tr("Change who treats here") : tr("Add who treats here"));
    for (const auto& [treatment, retired] : state.treatments) {
        if (!retired) {
            auto* item = new QListWidgetItem(words::name(treatment.name), m_treatments);
            item->setData(Qt::UserRole, treatment.id);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(m_was && m_was->treatments.contains(treatment.id) ? Qt::Checked : Qt::Unchecked);
        }
    }
    for (const auto kind : {domain::DoctorKind::Dentist, domain::DoctorKind::Hygienist}) {
        m_kind->addItem(clinicwords::kind(kind), int(kind));
    }
    if (m_was) {
        m_nameHe->setText(m_was->name.he);
        m_nameEn->setText(m_was->name.en);
        m_kind->setCurrentIndex(m_kind->findData(int(m_was->kind)));
    }
    build();
    m_begun = entered();
    for (QLineEdit* name : {m_nameHe, m_nameEn}) {
        connect(name, &QLineEdit::textChanged, this, &DoctorForm::refresh);
    }
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DoctorForm::refresh);
    connect(m_treatments, &QListWidget::itemChanged, this, &DoctorForm::refresh);
    connect(m_all, &QCheckBox::clicked, this, &DoctorForm::checkAll);
    refresh();
}

void DoctorForm::build()
{
    m_nameHe->setObjectName(QStringLiteral("doctorNameHe"));
    m_nameEn->setObjectName(QStringLiteral("doctorNameEn"));
    m_kind->setObjectName(QStringLiteral("doctorKind"));
    m_all->setObjectName(QStringLiteral("allTreatments"));
    m_treatments->setObjectName(QStringLiteral("doctorTreatments"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_save->setObjectName(QStringLiteral("saveDoctor"));
    m_nameHe->setLayoutDirection(Qt::RightToLeft);
    m_nameEn->setLayoutDirection(Qt::LeftToRight);
    m_nameHe->setPlaceholderText(QStringLiteral("ד״ר נועה לביא"));
    m_nameEn->setPlaceholderText(QStringLiteral("Dr. Noa Lavie"));
    m_nameHe->setMaxLength(longestDoctorName);
    m_nameEn->setMaxLength(longestDoctorName);
    m_treatments->setFixedHeight(treatmentsHeight);
    for (QWidget* field : std::initializer_list<QWidget*>{m_nameHe, m_nameEn, m_kind, m_treatments}) {
        field->setFixedWidth(doctorFieldWidth);
    }
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(5 * space);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->addRow(tr("Name in &Hebrew"), m_nameHe);
    form->addRow(tr("Name in &English"), m_nameEn);
    form->addRow(tr("&Profession"), m_kind);
    form->addRow(tr("&Does"), m_treatments);
    form->addRow(QString(), m_all);
    auto* hint = cardLabel(*this, tr("Patients read the name as it stands here, with the title."), "muted");
    auto* buttons = new QDialogButtonBox(this);
    setKind(*m_save, QStringLiteral("primary"));
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addLayout(form);
    column->addWidget(hint);
    column->addWidget(m_trouble);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &DoctorForm::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &DoctorForm::reject);
}

domain::Doctor DoctorForm::entered() const
{
    domain::Doctor doctor = m_was.value_or(domain::Doctor{});
    doctor.name = {m_nameHe->text().simplified(), m_nameEn->text().simplified()};
    doctor.kind = domain::DoctorKind(m_kind->currentData().toInt());
    doctor.treatments.clear();
    for (int row = 0; row < m_treatments->count(); ++row) {
        const auto* item = m_treatments->item(row);
        if (item->checkState() == Qt::Checked) {
            doctor.treatments << item->data(Qt::UserRole).toString();
        }
    }
    return doctor;
}

void DoctorForm::checkAll(bool all)
{
    const QSignalBlocker quiet(m_treatments);
    for (int row = 0; row < m_treatments->count(); ++row) {
        m_treatments->item(row)->setCheckState(all ? Qt::Checked : Qt::Unchecked);
    }
    refresh();
}

void DoctorForm::refresh()
{
    m_leave = {};
    const auto now = entered();
    m_save->setEnabled(!now.name.he.isEmpty() || !now.name.en.isEmpty());
    m_all->setChecked(m_treatments->count() > 0 && now.treatments.size() == m_treatments->count());
    m_all->setEnabled(m_treatments->count() > 0);
}

void DoctorForm::save()
{
    m_save->setEnabled(false);
    whenDone(m_context.desk.clinicRoom().keepDoctor(m_was, entered()), this, [this](const auto& id) {
        if (id) {
            Q_EMIT kept(*id);
            return accept();
        }
        refresh();
        m_trouble->setText(words::sentence(id.error()));
        m_trouble->show();
    });
}

void DoctorForm::reject()
{
    if (m_leave.mayLeave(entered() != m_begun, *m_trouble)) {
        QDialog::reject();
    }
}

} // namespace delpek::ui
