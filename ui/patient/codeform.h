// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/context.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTextDocument;

namespace delpek::ui
{

/// Makes the code by which a child's parents prove who they are, and shows it this one time: to be copied or printed.
class CodeForm final : public QDialog
{
    Q_OBJECT

public:
    /// `hasCode`: one is in force, which ends when a new one is made. Deletes itself when it closes.
    CodeForm(const Context& context, const QString& patient, const QString& name, bool hasCode, QWidget* parent);

    void reject() override;

Q_SIGNALS:
    void made();

private:
    void make();
    void show(const QString& code, base::Instant until);
    void print();

    Context m_context;
    QString m_patient;
    QString m_name;
    QString m_shown; ///< as it stands on the screen
    QString m_until;
    bool m_isMaking = false;
    QLabel* m_said;
    QComboBox* m_holds;
    QLabel* m_code;
    QLabel* m_once;
    QLabel* m_trouble;
    QPushButton* m_make;
    QPushButton* m_copy;
    QPushButton* m_print;
    QPushButton* m_close;
};

/// The paper for the parents, in the language of the window.
void fillCodePaper(QTextDocument& document, const QString& name, const QString& code, const QString& until);

} // namespace delpek::ui
