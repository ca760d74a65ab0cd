// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/settings/holdsedits.h"

#include <QWidget>

class QLabel;

namespace delpek::ui
{

class SettingsCard;

/// How patients are answered, what they are told while they wait, and how the staff is alerted: the clinic's decisions
/// that belong to no connection, for an administrator.
class AnswersPage final : public QWidget, public HoldsEdits
{
    Q_OBJECT

public:
    explicit AnswersPage(const Context& context, QWidget* parent = nullptr);

    bool hasUnsaved() const override;

Q_SIGNALS:
    /// Whether something was kept that works after a restart.
    void waits(bool forStart);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void retranslate();

    Context m_context;
    QLabel* m_title;
    QLabel* m_intro;
    QLabel* m_trouble;
    std::vector<SettingsCard*> m_cards;
};

} // namespace delpek::ui
