// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/patientcards.h"
#include "ui/book/placing.h"
#include "ui/context.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace delpek::ui
{

/// The chosen entry of the day book: what is known of it and what can be done with it, the card of whose visit it is,
/// and the way to where one writes with them.
class EntrySide final : public QWidget
{
    Q_OBJECT

public:
    explicit EntrySide(const Context& context, QWidget* parent);

    /// `entry`: its index in the book; -1: none. `asks`: something is being asked or looked for below.
    void show(const std::optional<desk::DayBook>& book, int entry, bool asks);
    /// What the records hold of the patient may have changed.
    void readAgain();

Q_SIGNALS:
    void moveWanted(const delpek::ui::VisitSubject& subject, const delpek::domain::Appointment& visit);
    void cancelWanted(const delpek::ui::VisitSubject& subject, const delpek::domain::Appointment& visit);
    /// For the patient of the card.
    void newVisitWanted(const delpek::ui::VisitSubject& subject);
    /// For somebody who is to be found first.
    void newWanted();
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void refresh();
    void read(const QString& patient);
    bool isTheirs() const;
    void showWay();
    void showCard();
    void openConversation();
    const desk::BookEntry* entry() const;
    VisitSubject subject() const;
    void retranslate();

    Context m_context;
    std::optional<desk::DayBook> m_book;
    int m_entry = -1;
    bool m_asks = false;
    QString m_patient; ///< id of whom m_card and m_conversations are
    std::optional<desk::PatientRecord> m_card;
    std::optional<Error> m_cardError;
    std::vector<domain::Conversation> m_conversations;
    QSet<QString> m_unfolded; ///< parts of the card that a person has opened
    QLabel* m_name;
    QLabel* m_facts;
    QPushButton* m_move;
    QPushButton* m_cancel;
    QPushButton* m_open;
    QLabel* m_hint;
    QPushButton* m_new;
    QLabel* m_trouble;
    QScrollArea* m_area;
};

} // namespace delpek::ui
