// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/book.h"
#include "ui/context.h"

#include <QFrame>

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

    /// Whose visit it is, and what doctors and treatments are called.
    struct Subject {
        desk::DayBook facts;
        QString patient; ///< id
        QString name;
        domain::ConversationId conversation = {}; ///< what is offered in it may be booked
        QString treatment = {};                   ///< that a new visit is for; empty: to be chosen
    };

    void askNew(const Subject& subject);
    void askMove(const Subject& subject, const domain::Appointment& visit);
    void askMoveTo(const Subject& subject, const domain::Appointment& visit, const domain::Slot& to);
    void askCancel(const Subject& subject, const domain::Appointment& visit);
    /// Puts away what was asked, unless a change is under way.
    void dismiss();

Q_SIGNALS:
    /// The book says yes.
    void changed();
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Act { Book, Move, MoveTo, Cancel };

    void begin(Act act, const Subject& subject, const domain::Appointment& visit);
    void take(const domain::Slot& slot);
    void confirm();
    template <typename T>
    void settle(const Result<T>& result);
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
    QLabel* m_untold;
    QLabel* m_problem;
    QPushButton* m_back;
    QPushButton* m_confirm;
};

} // namespace delpek::ui
