// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/patientcards.h"
#include "ui/book/visitpanel.h"

#include <QScrollArea>
#include <QSet>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace delpek::ui
{

/// Who may stand behind a conversation: the profile name beside the records on this phone, each person's card apart.
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
    void addTied(QVBoxLayout& column, const domain::Patient& patient);
    void addWays(QVBoxLayout& column);
    QString headline() const;
    void startDrag(const Placing& placing);
    void openTie();
    void openNew(const domain::Conversation& conversation, const QString& typed = {});
    const desk::PatientRecord* recordOf(const QString& patient) const;
    VisitPanel::Subject subjectOf(const domain::Patient& patient, const QString& treatment = {}) const;
    void openJoin(const QString& patient, const QString& other);
    void openCode(const domain::Patient& patient);
    void askToSeparate(const desk::JoinedCard& card);
    void askToKeepApart(const domain::Patient& patient, const desk::CardDouble& other);
    void askToEndCode(const domain::Patient& patient);
    void confirm(const QString& title, const QString& question, const QString& yes, std::function<void()> act);
    template <typename T>
    void follow(const Future<T>& change);
    QPushButton* act(const QString& text, const QString& meaning);
    QLabel* line(const QString& text, const char* kind = nullptr);

    Context m_context;
    domain::ConversationId m_id;
    domain::Conversation m_conversation;
    desk::PatientSide m_side;
    std::optional<desk::PhoneRecords> m_records;
    std::optional<Error> m_recordsError;
    QSet<QString> m_unfolded; ///< parts of the cards that a person has opened
    bool m_known = false;
};

} // namespace delpek::ui
