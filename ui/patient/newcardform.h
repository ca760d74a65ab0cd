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

/// Enters whoever writes in a conversation as a new patient. Where the number already has a card, it is shown first.
class NewCardForm final : public QDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it closes.
    NewCardForm(const Context& context, const domain::Conversation& conversation, QWidget* parent);
    void reject() override;

Q_SIGNALS:
    void added();

private:
    /// What the fields say; nothing when one cannot be read, which is said then.
    std::optional<desk::NewCard> entered();
    QStringList typed() const;
    void build();
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
