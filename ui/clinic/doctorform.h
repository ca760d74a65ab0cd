// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/clinicroom.h"
#include "ui/context.h"
#include "ui/settings/leaveonce.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace delpek::ui
{

/// A new dentist or hygienist, or changes to one: the name patients read, and the treatments they do.
class DoctorForm final : public QDialog
{
    Q_OBJECT

public:
    DoctorForm(const Context& context, const desk::ClinicState& state, std::optional<domain::Doctor> was,
               QWidget* parent);

Q_SIGNALS:
    void kept(const QString& id);

private:
    void build();
    domain::Doctor entered() const;
    void checkAll(bool all);
    void refresh();
    void save();
    void reject() override;

    Context m_context;
    std::optional<domain::Doctor> m_was;
    domain::Doctor m_begun;
    LeaveOnce m_leave;
    QLineEdit* m_nameHe;
    QLineEdit* m_nameEn;
    QComboBox* m_kind;
    QCheckBox* m_all;
    QListWidget* m_treatments;
    QLabel* m_trouble;
    QPushButton* m_save;
};

} // namespace delpek::ui
