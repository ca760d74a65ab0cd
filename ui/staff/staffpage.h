// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signin.h"
#include "domain/staffmember.h"
#include "ui/context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace delpek::ui
{

/// The staff of the clinic and how they sign in, for an administrator.
class StaffPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StaffPage(const Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void showRules(const desk::SignInRules& rules);
    void keepRules();
    void edit(const domain::StaffMember& member);
    void editPin();
    const domain::StaffMember* current() const;
    void refresh();
    void retranslate();

    Context m_context;
    std::vector<domain::StaffMember> m_staff;
    desk::SignInRules m_rules;
    QLabel* m_title;
    QCheckBox* m_required;
    QLabel* m_lockLabel;
    QComboBox* m_lock;
    QLabel* m_trouble;
    QTreeWidget* m_list;
    QPushButton* m_add;
    QPushButton* m_change;
    QPushButton* m_pin;
    QLabel* m_hint;
};

} // namespace delpek::ui
