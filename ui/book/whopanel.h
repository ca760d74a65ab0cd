// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"
#include "ui/context.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class CardSearch;

/// Asks whose a new visit is: somebody in the records, or a new patient.
class WhoPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit WhoPanel(const Context& context, QWidget* parent = nullptr);

    /// The time that was chosen, in words; empty: it is chosen later.
    void setWhen(const QString& when);
    void ask();
    void dismiss();

Q_SIGNALS:
    void found(const delpek::domain::Patient& patient);
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take(const domain::Patient& patient);
    void openNew();
    void say(const QString& trouble);
    void retranslate();

    Context m_context;
    QLabel* m_title;
    QLabel* m_when;
    CardSearch* m_search;
    QLabel* m_trouble;
    QPushButton* m_new;
    QPushButton* m_cancel;
    QPushButton* m_next;
};

} // namespace delpek::ui
