// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/staffmember.h"
#include "ui/context.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace delpek::ui
{

/// A new PIN, typed twice: an administrator's for somebody, or one's own, for which the old one is asked.
class PinForm final : public QDialog
{
    Q_OBJECT

public:
    /// Somebody else's. Deletes itself when it closes.
    PinForm(const Context& context, const domain::StaffMember& member, QWidget* parent);
    /// One's own.
    PinForm(const Context& context, QWidget* parent);

Q_SIGNALS:
    void kept();

private:
    PinForm(const Context& context, const std::optional<domain::StaffMember>& member, QWidget* parent);
    void keep();
    void follow(const Future<Done>& change);
    void tell(const QString& trouble);

    Context m_context;
    std::optional<domain::StaffMember> m_member;
    QLineEdit* m_old;
    QLineEdit* m_fresh;
    QLineEdit* m_again;
    QLabel* m_trouble;
    QDialogButtonBox* m_buttons;
};

/// A field for a PIN: digits, hidden, at most 12.
QLineEdit* pinField(QWidget* parent);

} // namespace delpek::ui
