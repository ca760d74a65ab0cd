// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/placing.h"
#include "ui/context.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace delpek::ui
{

class SlotPicker;

/// Makes a visit, moves it or cancels it, after the person has said yes; a time that was taken meanwhile is refused
/// with the reason, and nothing has happened. The patient is not written to.
class VisitPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit VisitPanel(const Context& context, QWidget* parent = nullptr);

    using Subject = VisitSubject;

    void askNew(const Subject& subject);
    void askMove(const Subject& subject, const domain::Appointment& visit);
    /// A new visit at that time; what it is for can be chosen among what the doctor gives.
    void askNewAt(const Subject& subject, const domain::Slot& at);
    void askMoveTo(const Subject& subject, const domain::Appointment& visit, const domain::Slot& to);
    void askCancel(const Subject& subject, const domain::Appointment& visit);
    /// Puts away what was asked. A change that is under way goes on; should it fail, the window says so.
    void dismiss();
    /// A change is under way: nothing else can be asked.
    bool isBusy() const { return m_busy; }
    /// The patient for whom something is asked; empty while nothing is.
    QString patient() const { return isHidden() ? QString() : m_subject.patient; }

Q_SIGNALS:
    /// The book says yes. `visit` stands in it now; without an id it was cancelled.
    void changed(const delpek::domain::Appointment& visit);
    /// What the new visit is for was chosen.
    void treatmentChosen(const QString& treatment, int minutes);
    /// The person would rather look for a time in the day book.
    void placingWanted(const delpek::ui::Placing& placing);
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Act { Book, BookAt, Move, MoveTo, Cancel };

    void begin(Act act, const Subject& subject, const domain::Appointment& visit);
    void take(const domain::Slot& slot);
    void confirm();
    void settle(const Result<domain::Appointment>& visit);
    void fillTreatments();
    void chooseTreatment();
    void setBusy(bool busy);
    void setProblem(const QString& text);
    void retranslate();

    Context m_context;
    Act m_act = Act::Book;
    Subject m_subject;
    domain::Appointment m_visit;
    domain::Slot m_to;
    QString m_reference;
    bool m_busy = false;
    bool m_isLeft = false; ///< put away while a change was under way
    SlotPicker* m_picker;
    QWidget* m_question;
    QLabel* m_title;
    QLabel* m_detail;
    QComboBox* m_treatment;
    QLabel* m_untold;
    QLabel* m_problem;
    QPushButton* m_back;
    QPushButton* m_confirm;
};

} // namespace delpek::ui
