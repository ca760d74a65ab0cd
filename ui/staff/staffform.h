// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/staffmember.h"
#include "ui/context.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTimeEdit;

namespace delpek::ui
{

/// One member of staff, to add or to change. It stays open with what was typed until it could be kept.
class StaffForm final : public QDialog
{
    Q_OBJECT

public:
    /// `member` without an id: somebody new. Deletes itself when it closes.
    StaffForm(const Context& context, const domain::StaffMember& member, QWidget* parent);

Q_SIGNALS:
    void kept(delpek::domain::StaffId id);

private:
    domain::StaffMember entered() const;
    void keep();
    void refresh();

    Context m_context;
    domain::StaffMember m_member;
    QLineEdit* m_name;
    QComboBox* m_role;
    QLabel* m_rights;
    QComboBox* m_language;
    QLineEdit* m_phone;
    QLineEdit* m_email;
    QLineEdit* m_telegram;
    QCheckBox* m_quiet;
    QTimeEdit* m_quietFrom;
    QTimeEdit* m_quietTo;
    QCheckBox* m_active;
    QLabel* m_trouble;
    QDialogButtonBox* m_buttons;
};

} // namespace delpek::ui
