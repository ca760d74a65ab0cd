// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clinic/treatmentform.h"

#include "desk/desk.h"
#include "domain/treatmentkinds.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFocusEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

namespace delpek::ui
{

namespace
{

constexpr int treatmentFieldWidth = 320;
constexpr int longestTreatmentName = 200;
constexpr int longestTreatment = 12 * 60;
constexpr double highestPrice = 1'000'000;

/// Whoever clicks into it types over what stands there: the words for no price cannot be typed into.
class PriceField final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        QDoubleSpinBox::focusInEvent(event);
        QTimer::singleShot(0, this, &QAbstractSpinBox::selectAll); // behind the press, which places the cursor
    }
};

} // namespace

TreatmentForm::TreatmentForm(const Context& context, const desk::ClinicState& state,
                             std::optional<domain::Treatment> was, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_was(std::move(was))
    , m_currency(m_was                      ? m_was->price.currency
                 : state.treatments.empty() ? domain::Money{}.currency
                                            : state.treatments.front().treatment.price.currency)
    , m_kind(new QComboBox(this))
    , m_nameHe(new QLineEdit(this))
    , m_nameEn(new QLineEdit(this))
    , m_minutes(new QSpinBox(this))
    , m_price(new PriceField(this))
    , m_trouble(troubleLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_was ? tr("Change a treatment") : tr("Add a treatment"));
    build();
    addKinds(state);
    if (m_was) {
        m_nameHe->setText(m_was->name.he);
        m_nameEn->setText(m_was->name.en);
        m_minutes->setValue(m_was->minutes);
        const double price = double(m_was->price.minor) / 100;
        m_price->setMaximum(std::max(highestPrice, price)); // what was kept is not cut
        m_price->setValue(price);
        m_begun = entered();
    } else {
        m_begun = entered();
        takeKind();
    }
    for (QLineEdit* name : {m_nameHe, m_nameEn}) {
        connect(name, &QLineEdit::textChanged, this, &TreatmentForm::refresh);
    }
    connect(m_minutes, &QSpinBox::valueChanged, this, &TreatmentForm::refresh);
    connect(m_price, &QDoubleSpinBox::valueChanged, this, &TreatmentForm::refresh);
    connect(m_kind, &QComboBox::activated, this, &TreatmentForm::takeKind);
    refresh();
}

void TreatmentForm::build()
{
    m_kind->setObjectName(QStringLiteral("treatmentKind"));
    m_nameHe->setObjectName(QStringLiteral("treatmentNameHe"));
    m_nameEn->setObjectName(QStringLiteral("treatmentNameEn"));
    m_minutes->setObjectName(QStringLiteral("treatmentMinutes"));
    m_price->setObjectName(QStringLiteral("treatmentPrice"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_save->setObjectName(QStringLiteral("saveTreatment"));
    m_nameHe->setLayoutDirection(Qt::RightToLeft);
    m_nameEn->setLayoutDirection(Qt::LeftToRight);
    m_nameHe->setMaxLength(longestTreatmentName);
    m_nameEn->setMaxLength(longestTreatmentName);
    m_minutes->setRange(1, longestTreatment);
    m_minutes->setSingleStep(5);
    for (QAbstractSpinBox* field : std::initializer_list<QAbstractSpinBox*>{m_minutes, m_price}) {
        field->setButtonSymbols(QAbstractSpinBox::NoButtons);
        setKind(*field, QStringLiteral("span"));
    }
    m_minutes->setSuffix(tr(" min"));
    m_price->setRange(0, highestPrice);
    m_price->setDecimals(2);
    m_price->setSingleStep(10);
    m_price->setGroupSeparatorShown(true);
    m_price->setSpecialValueText(tr("Not told"));
    m_price->setSuffix(QLatin1Char(' ') + (m_currency == domain::Money{}.currency ? QStringLiteral("₪") : m_currency));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(5 * space);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (QWidget* field : std::initializer_list<QWidget*>{m_kind, m_nameHe, m_nameEn, m_minutes, m_price}) {
        field->setFixedWidth(treatmentFieldWidth);
    }
    if (!m_was) {
        form->addRow(tr("&What it is"), m_kind);
    } else {
        m_kind->hide();
    }
    form->addRow(tr("Name in &Hebrew"), m_nameHe);
    form->addRow(tr("Name in &English"), m_nameEn);
    form->addRow(tr("&Takes"), m_minutes);
    form->addRow(tr("&Price"), m_price);
    auto* hint = cardLabel(*this,
                           tr("Visits that are booked already keep their length. A price that is not told is "
                              "left to the clinic's people when a patient asks."),
                           "muted");
    hint->setMaximumWidth(treatmentFieldWidth + 180);
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
    connect(buttons, &QDialogButtonBox::accepted, this, &TreatmentForm::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &TreatmentForm::reject);
}

/// Those that the clinic does not have, and one of its own.
void TreatmentForm::addKinds(const desk::ClinicState& state)
{
    for (const auto& kind : domain::treatmentKinds()) {
        const bool isThere = std::ranges::any_of(
            state.treatments, [&](const desk::ClinicTreatment& one) { return one.treatment.id == kind.id; });
        if (!isThere) {
            m_kind->addItem(words::name(kind.name), kind.id);
        }
    }
    m_kind->addItem(tr("Something else"), QString());
}

/// The usual names and minutes, to be changed; what was typed over those of the kind before stays.
void TreatmentForm::takeKind()
{
    const auto& kinds = domain::treatmentKinds();
    const auto found = std::ranges::find(kinds, m_kind->currentData().toString(), &domain::Treatment::id);
    const domain::Treatment kind = found == kinds.end() ? domain::Treatment{} : *found;
    const auto now = entered();
    if (now.name.he == m_begun.name.he) {
        m_nameHe->setText(kind.name.he);
    }
    if (now.name.en == m_begun.name.en) {
        m_nameEn->setText(kind.name.en);
    }
    if (now.minutes == m_begun.minutes) {
        m_minutes->setValue(kind.minutes);
    }
    m_begun = {kind.id, kind.name, std::max(kind.minutes, m_minutes->minimum()), {0, m_currency}};
    refresh();
}

domain::Treatment TreatmentForm::entered() const
{
    domain::Treatment treatment = m_was.value_or(domain::Treatment{});
    if (!m_was) {
        treatment.id = m_kind->currentData().toString();
    }
    treatment.name = {m_nameHe->text().simplified(), m_nameEn->text().simplified()};
    treatment.minutes = m_minutes->value();
    treatment.price = {std::llround(m_price->value() * 100), m_currency};
    return treatment;
}

bool TreatmentForm::isEdited() const
{
    return entered() != m_begun;
}

void TreatmentForm::refresh()
{
    m_leave = {};
    const auto now = entered();
    m_save->setEnabled(!now.name.he.isEmpty() || !now.name.en.isEmpty());
}

void TreatmentForm::save()
{
    m_save->setEnabled(false);
    whenDone(m_context.desk.clinicRoom().keepTreatment(m_was, entered()), this, [this](const auto& id) {
        if (id) {
            Q_EMIT kept();
            return accept();
        }
        refresh();
        m_trouble->setText(words::sentence(id.error()));
        m_trouble->show();
    });
}

void TreatmentForm::reject()
{
    if (m_leave.mayLeave(isEdited(), *m_trouble)) {
        QDialog::reject();
    }
}

} // namespace delpek::ui
