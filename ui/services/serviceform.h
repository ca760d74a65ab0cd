// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"
#include "ui/context.h"
#include "ui/settings/leaveonce.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QSpinBox;
class QTextEdit;

namespace delpek::ui
{

class NoticeFields;
class ServiceTextField;
class WeekEditor;

/// One service, to change or to make. What the safety rules would hold back is shown while it is typed, what else is
/// wrong when it is to be kept. It stays open with what was typed until it could be kept.
class ServiceForm final : public QDialog
{
    Q_OBJECT

public:
    /// `entry` with an empty id: a new one, none of the names of which is in `taken`. Deletes itself when it closes.
    ServiceForm(const Context& context, const desk::ServiceEntry& entry, const QStringList& taken, QWidget* parent);

    void reject() override;

Q_SIGNALS:
    void kept();

private:
    bool isNew() const { return m_entry.draft.id.isEmpty(); }
    void build();
    QLabel* addRow(const QString& name, QWidget* field, const QString& place = {});
    void addTrouble(const QString& place);
    void fill();
    void proposeId();
    desk::ServiceDraft entered() const;
    void check(bool keepsThen);
    void showFindings(const std::vector<desk::ServiceFinding>& findings);
    void keep();
    void refresh();

    Context m_context;
    desk::ServiceEntry m_entry;
    QStringList m_taken;
    desk::ServiceDraft m_begun; ///< what the fields began with
    LeaveOnce m_leave;
    bool m_tried = false; ///< to keep it: from then on all that is wrong is shown
    int m_asked = 0;      ///< only the answer to the newest check counts
    QTimer m_typing;
    QFormLayout* m_rows;
    QLineEdit* m_hebrewName;
    QLineEdit* m_englishName;
    QLineEdit* m_id;
    QComboBox* m_kind;
    QTextEdit* m_hebrewKeywords;
    QTextEdit* m_englishKeywords;
    QSpinBox* m_mostWords;
    QComboBox* m_roles;
    QComboBox* m_opening;
    QLabel* m_weekTitle;
    WeekEditor* m_week;
    ServiceTextField* m_answer;
    ServiceTextField* m_closed;
    ServiceTextField* m_done;
    QSpinBox* m_minutes;
    NoticeFields* m_notices;
    std::vector<std::pair<QString, QLabel*>> m_troubles; ///< by place
    QLabel* m_others;                                    ///< what is wrong and has no field here
    QLabel* m_trouble;
    QScrollArea* m_area;
    QDialogButtonBox* m_buttons;
};

} // namespace delpek::ui
