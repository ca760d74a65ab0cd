// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/clinicroom.h"
#include "ui/context.h"
#include "ui/settings/leaveonce.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace delpek::ui
{

/// A new treatment, or changes to one: what patients may ask for, how long it takes and what it costs.
class TreatmentForm final : public QDialog
{
    Q_OBJECT

public:
    TreatmentForm(const Context& context, const desk::ClinicState& state, std::optional<domain::Treatment> was,
                  QWidget* parent);

Q_SIGNALS:
    void kept();

private:
    void build();
    void addKinds(const desk::ClinicState& state);
    void takeKind();
    domain::Treatment entered() const;
    bool isEdited() const;
    void refresh();
    void save();
    void reject() override;

    Context m_context;
    std::optional<domain::Treatment> m_was;
    domain::Treatment m_begun; ///< what stood in the fields before anybody typed
    LeaveOnce m_leave;
    QString m_currency;
    QComboBox* m_kind;
    QLineEdit* m_nameHe;
    QLineEdit* m_nameEn;
    QSpinBox* m_minutes;
    QDoubleSpinBox* m_price;
    QLabel* m_trouble;
    QPushButton* m_save;
};

} // namespace delpek::ui
