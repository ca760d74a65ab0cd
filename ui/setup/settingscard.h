// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"
#include "ui/context.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class SettingField;

/// Settings of the clinic that are decided together (desk::SettingGroup), saved together.
class SettingsCard final : public QFrame
{
    Q_OBJECT

public:
    SettingsCard(const Context& context, const desk::SettingGroup& group, QWidget* parent = nullptr);

    /// Asked before anything is kept; answers once, at once or later, whether these values are to be kept. Until then
    /// the card takes nothing. refuse() is an answer, too.
    using Question = std::function<void(const desk::SettingValues& changes, std::function<void(bool)> answer)>;
    void askBefore(Question question) { m_question = std::move(question); }

    /// Reads what is kept; what somebody is changing stays.
    void read();
    /// Says why nothing was kept.
    void refuse(const base::Error& error);
    void setState(const desk::SetupState& state);
    bool isChanged() const { return !changes().empty(); }
    /// What runs is the demo clinic, by settings of its own.
    bool isDemo() const { return m_state.isDemo; }
    /// Something was kept that the program that runs does not know yet.
    bool waitsForStart() const;
    void retranslate();

Q_SIGNALS:
    /// Something was kept: other cards may show it too.
    void kept();
    /// What is shown may be another now.
    void changed();

private:
    desk::SettingValues changes() const;
    void save();
    void keep(const desk::SettingValues& values);
    void setTabs();
    void saved();
    void undo();
    void setBusy(bool busy);
    void refresh();

    Context m_context;
    const desk::SettingGroup& m_group;
    Question m_question;
    desk::SetupState m_state;
    std::vector<SettingField*> m_fields;
    QLabel* m_title;
    QLabel* m_hint;
    QLabel* m_said;
    QPushButton* m_save;
    QPushButton* m_undo;
    std::optional<base::Error> m_saidError;
    bool m_saidSaved = false;
    bool m_isBusy = false;
};

} // namespace delpek::ui
