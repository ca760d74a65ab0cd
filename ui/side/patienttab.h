// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/book/visitpanel.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace delpek::ui
{

/// Who may stand behind a conversation: the profile name beside the records on this phone, with flags and next visits.
class PatientTab final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PatientTab(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);

Q_SIGNALS:
    void newVisitWanted(const delpek::ui::VisitPanel::Subject& subject);
    void moveWanted(const delpek::ui::VisitPanel::Subject& subject, const delpek::domain::Appointment& visit);
    void cancelWanted(const delpek::ui::VisitPanel::Subject& subject, const delpek::domain::Appointment& visit);

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void rebuild();
    void askToErase();
    QWidget* patientCard(const domain::Patient& patient);
    void addVisits(QVBoxLayout& column, const domain::Patient& patient);
    VisitPanel::Subject subjectOf(const domain::Patient& patient) const;
    QPushButton* act(const QString& text, const QString& meaning);
    QLabel* line(const QString& text, const char* kind = nullptr);

    Context m_context;
    domain::ConversationId m_id;
    domain::Conversation m_conversation;
    desk::PatientSide m_side;
    bool m_known = false;
};

} // namespace delpek::ui
