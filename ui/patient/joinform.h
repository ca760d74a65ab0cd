// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/patientcards.h"
#include "ui/context.h"

#include <QDialog>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;

namespace delpek::ui
{

class CardSearch;

/// Joins two cards of one person: the other card is found, both are shown side by side, one is chosen to be kept, and
/// the person is asked once more. It can be undone on the kept card.
class JoinForm final : public QDialog
{
    Q_OBJECT

public:
    /// `near`: cards that may be the same person's, offered before anything is typed. `other`: the id of the one to
    /// compare with at once; empty: to be chosen. Deletes itself when it closes.
    JoinForm(const Context& context, desk::PatientRecord card, const std::vector<desk::CardDouble>& near,
             const QString& other, QWidget* parent);

Q_SIGNALS:
    void joined();

private:
    void build();
    void choose(const QString& patient);
    void compare();
    void row(const QString& what, const QString& one, const QString& other, bool isWarning = false);
    void ask();
    void join();
    void say(const QString& trouble);
    const desk::PatientRecord& kept() const;
    const desk::PatientRecord& left() const;
    QString told(const desk::PatientRecord& one) const;

    Context m_context;
    desk::PatientRecord m_card;
    std::optional<desk::PatientRecord> m_other;
    int m_rows = 0;
    int m_asked = 0; ///< the newest question; older answers are dropped
    CardSearch* m_search;
    QWidget* m_table;
    QGridLayout* m_grid;
    QButtonGroup* m_keep;
    QLabel* m_lead;
    QLabel* m_warning;
    QLabel* m_trouble;
    QPushButton* m_another;
    QPushButton* m_join;
    QPushButton* m_close;
};

} // namespace delpek::ui
