// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QScrollArea>

class QVBoxLayout;

namespace delpek::ui
{

/// Beside the thread of a question card: what the patient said of the complaint, where the exchange is filed, and what
/// happened so far.
class CardSide final : public QScrollArea
{
    Q_OBJECT

public:
    explicit CardSide(const Context& context, QWidget* parent = nullptr);

    /// `side` is what the records know behind the phone; null while they have not answered.
    void setCard(const domain::EscalationCard& card, const desk::PatientSide* side);

Q_SIGNALS:
    /// The exchange belongs into this patient's record.
    void patientChosen(const QString& id);
    /// What the patient said about answers on this channel.
    void consentTold(bool given);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void heading(QVBoxLayout& column, const QString& text);
    void addFacts(QVBoxLayout& column);
    void addFiling(QVBoxLayout& column);
    void addConsent(QVBoxLayout& column);
    void addHistory(QVBoxLayout& column);

    Context m_context;
    domain::EscalationCard m_card;
    std::vector<domain::Patient> m_patients;
};

} // namespace delpek::ui
