// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/urgency.h"
#include "ui/context.h"
#include "ui/preferences.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSlider;
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
    /// Whether the sound that was tried could be played.
    void showTried(bool played);

Q_SIGNALS:
    void changed(const delpek::ui::Preferences& preferences);
    /// The sound of this urgency is to be tried.
    void tryWanted(delpek::domain::Urgency urgency);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool event(QEvent* event) override;

private:
    void onEdited();
    void retranslate();
    void startWithComputer();
    void showAutostart();

    Context m_context;
    Preferences m_preferences;
    QLabel* m_title;
    QFormLayout* m_form;
    QComboBox* m_language;
    QComboBox* m_theme;
    QSpinBox* m_textSize;
    QComboBox* m_sounds;
    QSlider* m_volume;
    QPushButton* m_tryEmergency;
    QPushButton* m_tryDoctor;
    QLabel* m_silent;
    QPushButton* m_quickReplies;
    QCheckBox* m_spelling;
    QCheckBox* m_autostart;
    QLabel* m_autostartNote;
    QCheckBox* m_links;
    QString m_autostartFault; ///< key of why it could not be changed
};

} // namespace delpek::ui
