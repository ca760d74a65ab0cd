// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/patientcards.h"
#include "ui/context.h"

#include <QFrame>
#include <QSet>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace delpek::ui
{

/// One patient of a phone: flags, next visits, plan, past visits, invoices, notes, and what was done with the card. It
/// shows what it was given; whoever made it makes it anew when that changes.
class CardView final : public QFrame
{
    Q_OBJECT

public:
    struct Content {
        domain::Patient patient; ///< as the records find it by the phone
        const desk::PatientSide& side;
        const desk::PatientRecord* record = nullptr; ///< none while it is read, or when it cannot be
        bool ownBook = false;
        std::vector<domain::Phone> phones = {}; ///< shown where nothing else tells them
        bool isManaged = true;                  ///< else it is only read and booked from
        bool isDragged = true;                  ///< what books can be taken to the day book by the mouse
    };

    /// `unfolded`: the parts that a person has opened, kept by whoever makes the view; outlives it.
    CardView(const Context& context, const Content& content, QSet<QString>& unfolded, QWidget* parent);

Q_SIGNALS:
    /// `treatment`: of the plan; empty: to be chosen.
    void newVisitWanted(const QString& treatment);
    void moveWanted(const delpek::domain::Appointment& visit);
    void cancelWanted(const delpek::domain::Appointment& visit);
    /// A new visit (of `treatment`; empty: to be chosen), or `visit`, is on its way to the day book.
    void dragged(const QString& treatment, const std::optional<delpek::domain::Appointment>& visit);
    /// `other`: a card that may be the same person's; empty: to be looked for.
    void joinWanted(const QString& other);
    /// That this card and the suggested one are of two people.
    void apartWanted(const delpek::desk::CardDouble& other);
    void separateWanted(const delpek::desk::JoinedCard& card);
    void codeWanted();
    void codeEndWanted();

private:
    void addHead(const Content& content);
    void addFlags(const domain::Patient& patient);
    void addDoubles(const Content& content);
    void addJoined(const Content& content);
    void addNextVisits(const Content& content);
    void addPlan(const domain::Patient& patient, const desk::PatientSide& side);
    void addPlanItem(QVBoxLayout& column, const domain::PlanItem& item, const desk::PatientSide& side);
    void addPastVisits(const desk::PatientRecord& record, const desk::PatientSide& side);
    void addInvoices(const desk::PatientRecord& record);
    void addInvoice(QVBoxLayout& column, const domain::Invoice& invoice);
    void addNotes(const domain::Patient& patient, const desk::PatientSide& side);
    void addCode(const desk::PatientRecord& record);
    void addActs(const Content& content);

    void heading(const QString& text);
    QLabel* line(QVBoxLayout& column, const QString& text, const char* kind = nullptr);
    QPushButton* act(const QString& text, const QString& meaning, const char* name = nullptr);
    /// One that can be dragged to the day book: a new visit, of `treatment` or of one to be chosen, or `visit`.
    QPushButton* bookAct(const QString& text, const QString& meaning, const char* name, const QString& treatment,
                         const std::optional<domain::Appointment>& visit = {});
    /// A button below `column` that shows and hides what is put into the column it gives.
    QVBoxLayout* fold(QVBoxLayout& column, const QString& key, const QString& text, const QString& meaning);
    QDate today() const;

    Context m_context;
    QSet<QString>& m_unfolded;
    QString m_patient; ///< id
    QString m_name;    ///< isolated
    bool m_isDragged = true;
    QVBoxLayout* m_column;
};

} // namespace delpek::ui
