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
    /// Puts away what was asked, unless a change is under way.
    void dismiss();

Q_SIGNALS:
    /// The book says yes. `visit`: the id of the visit that stands in it now; empty: it was cancelled.
    void changed(const QString& visit);
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
    void settle(const Result<QString>& visit);
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
