// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/backups.h"
#include "ui/context.h"
#include "ui/settings/holdsedits.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;
class QTreeWidget;

namespace delpek::ui
{

/// Copies of the clinic's data: how the last one went, one now, and when and where they are made.
class BackupPage final : public QWidget, public HoldsEdits
{
    Q_OBJECT

public:
    explicit BackupPage(const Context& context, QWidget* parent = nullptr);

    bool hasUnsaved() const override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectAll();
    void read();
    void showPlan();
    desk::BackupPlan entered() const;
    void makeNow();
    void save();
    void choose();
    QString headline() const;
    void say(const QString& text, bool isTrouble);
    void refresh();
    void retranslate();

    Context m_context;
    std::optional<desk::BackupState> m_state;
    std::optional<Error> m_unable;
    bool m_isMaking = false;
    QWidget* m_body;
    QLabel* m_title;
    QLabel* m_intro;
    QLabel* m_headline;
    QLabel* m_next;
    QPushButton* m_make;
    QLabel* m_progress;
    QLabel* m_said;
    QLabel* m_planHeading;
    QLabel* m_folderLabel;
    QLineEdit* m_folder;
    QPushButton* m_choose;
    QCheckBox* m_daily;
    QTimeEdit* m_at;
    QLabel* m_keepLabel;
    QSpinBox* m_keep;
    QPushButton* m_save;
    QLabel* m_copiesHeading;
    QTreeWidget* m_copies;
    QLabel* m_secret;
    QTimer m_look;
};

} // namespace delpek::ui
