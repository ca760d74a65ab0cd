// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/clinicroom.h"
#include "ui/context.h"
#include "ui/settings/holdsedits.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace delpek::ui
{

class ClinicFields;

/// The clinic's own data: name and address, treatments and prices, who treats. What is saved counts at once. Read-only
/// where the clinic's records are not Delpek's; an empty book is begun here.
class ClinicPage final : public QWidget, public HoldsEdits
{
    Q_OBJECT

public:
    explicit ClinicPage(const Context& context, QWidget* parent = nullptr);

    bool hasUnsaved() const override;

Q_SIGNALS:
    void hoursWanted();
    void dayWanted(QDate day);
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectAll();
    QVBoxLayout* column();
    void read();
    void showState();
    bool isEdited() const;
    void save();
    void editTreatment(bool isNew);
    void editDoctor(bool isNew);
    void switchTreatment();
    void switchDoctor();
    const desk::ClinicTreatment* currentTreatment() const;
    const desk::ClinicDoctor* currentDoctor() const;
    void finish(QLabel& said, const Result<Done>& done, const QString& sentence);
    void refresh();
    void retranslate();

    Context m_context;
    desk::ClinicState m_state;
    bool m_isRead = false;
    bool m_isBusy = false;
    domain::ClinicInfo m_was; ///< what the fields began with
    QLabel* m_title;
    QLabel* m_source;
    QLabel* m_missing;
    ClinicFields* m_fields;
    QPushButton* m_save;
    QPushButton* m_undo;
    QLabel* m_said;
    QLabel* m_treatmentsTitle;
    QTreeWidget* m_treatments;
    QPushButton* m_addTreatment;
    QPushButton* m_changeTreatment;
    QPushButton* m_switchTreatment;
    QLabel* m_treatmentsSaid;
    QLabel* m_doctorsTitle;
    QTreeWidget* m_doctors;
    QPushButton* m_addDoctor;
    QPushButton* m_changeDoctor;
    QPushButton* m_hours;
    QPushButton* m_switchDoctor;
    QLabel* m_doctorsSaid;
};

} // namespace delpek::ui
