// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signin.h"
#include "domain/review.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

#include <map>

class QComboBox;
class QLabel;
class QPushButton;
class QTextEdit;

namespace delpek::ui
{

/// Where a member of staff says that a turn was wrong. What was begun is kept at once, for each turn, of whoever is at
/// the desk. It calls nobody, and says so.
class ReportForm final : public QFrame
{
    Q_OBJECT

public:
    explicit ReportForm(const Context& context, QWidget* parent = nullptr);

    /// An invalid one: none.
    void setTurn(domain::DecisionId turn);
    bool hasBegun() const { return !written().isEmpty(); }
    void focus();
    /// Keeps what was begun, unless somebody else is at the desk by now.
    void flush();

Q_SIGNALS:
    void reported(const delpek::domain::TurnReport& report);
    void closed();
    /// For this turn something was begun before.
    void found();
    /// A doctor is to be called.
    void doctorWanted();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void read();
    void send();
    void put(const domain::TurnReport& report);
    void keep(domain::DecisionId turn, const domain::TurnReport& report);
    void edited();
    domain::TurnReport written() const;
    void setTrouble(const QString& text);
    void refresh();
    void retranslate();

    Context m_context;
    domain::DecisionId m_turn;
    desk::Person m_person;
    std::map<domain::DecisionId, domain::TurnReport> m_keeping; ///< on its way to the desk, or could not be kept
    QTimer m_timer;
    bool m_dirty = false;
    bool m_busy = false;
    QLabel* m_title;
    QComboBox* m_fault;
    QLabel* m_wordsLabel;
    QTextEdit* m_words;
    QLabel* m_betterLabel;
    QTextEdit* m_better;
    QLabel* m_trouble;
    QLabel* m_nobody;
    QPushButton* m_doctor;
    QPushButton* m_cancel;
    QPushButton* m_send;
};

} // namespace delpek::ui
