// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"
#include "ui/context.h"
#include "ui/settings/holdsedits.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace delpek::ui
{

class SettingsCard;

/// What the clinic has decided of its patients' data, what leaves it, and erasing what is kept of somebody, for an
/// administrator.
class PrivacyPage final : public QWidget, public HoldsEdits
{
    Q_OBJECT

public:
    explicit PrivacyPage(const Context& context, QWidget* parent = nullptr);

    bool hasUnsaved() const override;

Q_SIGNALS:
    /// Whether something was kept that works after a restart.
    void waits(bool forStart);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void read();
    using Answer = std::function<void(bool)>;
    void askBefore(const desk::SettingValues& changes, Answer answer);
    void ask(int resting, int days, const Answer& answer);
    void look();
    void say(const QString& text);
    void retranslate();

    Context m_context;
    QString m_model; ///< where the language model answers; empty: none is asked
    bool m_knowsModel = false;
    QLabel* m_title;
    SettingsCard* m_decisions;
    QLabel* m_leavesHeading;
    QLabel* m_leaves;
    QLabel* m_eraseHeading;
    QLabel* m_phoneLabel;
    QLineEdit* m_phone;
    QPushButton* m_look;
    QLabel* m_trouble;
    QLabel* m_hint;
};

} // namespace delpek::ui
