// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/preferences.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace delpek::ui
{

/// What a person chooses for this window; every choice works at once.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(const Context& context, const Preferences& preferences, QWidget* parent = nullptr);

    void setPreferences(const Preferences& preferences);

Q_SIGNALS:
    void changed(const delpek::ui::Preferences& preferences);

protected:
    void changeEvent(QEvent* event) override;

private:
    void onEdited();
    void retranslate();

    Context m_context;
    Preferences m_preferences;
    QLabel* m_title;
    QFormLayout* m_form;
    QComboBox* m_language;
    QComboBox* m_theme;
    QSpinBox* m_textSize;
};

} // namespace delpek::ui
