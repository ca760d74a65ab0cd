// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"
#include "ui/context.h"
#include "ui/settings/holdsedits.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace delpek::ui
{

class EffectPanel;
class WeekEditor;

/// When the clinic is open and who works when. What is saved counts at once; what it does to booked visits is said
/// before. Read-only where the clinic's records are not Delpek's.
class HoursPage final : public QWidget, public HoldsEdits
{
    Q_OBJECT

public:
    explicit HoursPage(const Context& context, QWidget* parent = nullptr);

    bool hasUnsaved() const override;

Q_SIGNALS:
    void dayWanted(QDate day);
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectAll();
    void read();
    void showState();
    void showWeek();
    void showHours(const domain::WeeklyHours& hours);
    void showTimeOff();
    domain::WeeklyHours kept() const;
    QString whose() const;
    bool isEdited() const;
    bool isOutdated() const;
    void onEdited();
    void look();
    void save();
    void addTimeOff();
    void removeTimeOff();
    void putBack();
    const desk::TimeOff* currentTimeOff() const;
    void say(const QString& text, bool isTrouble);
    void refresh();
    void retranslate();

    Context m_context;
    desk::HoursState m_state;
    bool m_isRead = false;
    QLabel* m_title;
    QLabel* m_source;
    QLabel* m_whoLabel;
    QComboBox* m_who;
    WeekEditor* m_week;
    QPushButton* m_save;
    QPushButton* m_undo;
    QLabel* m_said;
    EffectPanel* m_effect;
    QLabel* m_offHeading;
    QTreeWidget* m_off;
    QLabel* m_offHint;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_putBack;
    bool m_isBusy = false;                    ///< time off is being taken out or put back
    std::optional<domain::Absence> m_removed; ///< what was taken out last
    std::optional<domain::Absence> m_begun; ///< what was entered when a day or a conversation was opened from the form
    QTimer m_rest;
    std::optional<QStringList> m_seen; ///< the visits that are shown for what is entered
    int m_asked = 0;
    QString m_shown;           ///< whose hours are in the fields
    domain::WeeklyHours m_was; ///< what the fields began with
};

} // namespace delpek::ui
