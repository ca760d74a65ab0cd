// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/patientcards.h"
#include "domain/conversation.h"
#include "ui/context.h"
#include "ui/settings/leaveonce.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace delpek::ui
{

/// Enters a new patient: whoever writes in a conversation, or somebody who calls. Where the number already has a card,
/// it is shown first.
class NewCardForm final : public QDialog
{
    Q_OBJECT

public:
    /// `conversation`: without an id nobody writes. `lookedFor`: a name or a number by which no card was found.
    /// Deletes itself when it closes.
    NewCardForm(const Context& context, const domain::Conversation& conversation, const QString& lookedFor,
                QWidget* parent);
    void reject() override;

Q_SIGNALS:
    void added(const delpek::domain::Patient& patient);

private:
    /// What the fields say; nothing when one cannot be read, which is said then.
    std::optional<desk::NewCard> entered();
    QStringList typed() const;
    void build();
    void begin(const QString& lookedFor);
    QString hint() const;
    void edited();
    void refresh();
    void save();
    void lookFirst(const desk::NewCard& card);
    void add(const desk::NewCard& card);
    void say(const QString& trouble);

    Context m_context;
    domain::Conversation m_conversation;
    QString m_reference;
    QStringList m_begun;
    QString m_looked; ///< the number whose cards were shown
    bool m_isSaving = false;
    LeaveOnce m_leave;
    QLineEdit* m_nameHe;
    QLineEdit* m_nameEn;
    QLineEdit* m_phone;
    QLineEdit* m_born;
    QComboBox* m_gender;
    QLabel* m_trouble;
    QPushButton* m_save;
};

} // namespace delpek::ui
