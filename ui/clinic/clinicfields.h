// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"
#include "ui/context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace delpek::ui
{

/// What the clinic is called, where it is and how it is reached, to be read and changed. Hours and closed days pass
/// through as they are.
class ClinicFields final : public QWidget
{
    Q_OBJECT

public:
    explicit ClinicFields(const Context& context, QWidget* parent = nullptr);

    /// A zone that is none begins with this computer's.
    void setInfo(const domain::ClinicInfo& info, bool canChange);
    /// The same where nobody typed or chose anything; what somebody did stays.
    void follow(const domain::ClinicInfo& info);
    /// What stands in the fields; without a place where faulty().
    domain::ClinicInfo info() const;
    /// Why it cannot be kept as it stands; empty: it can be tried.
    QString fault() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    std::vector<QLineEdit*> texts() const;
    void showZone(const QTimeZone& zone);
    void retranslate();

    Context m_context;
    domain::ClinicInfo m_info;
    QFormLayout* m_form;
    QLineEdit* m_nameHe;
    QLineEdit* m_nameEn;
    QLineEdit* m_phone;
    QLineEdit* m_addressHe;
    QLineEdit* m_addressEn;
    QLineEdit* m_place;
    QComboBox* m_zone;
    std::vector<QCheckBox*> m_funds;
    QLineEdit* m_otherFunds;
};

} // namespace delpek::ui
