// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QWidget;

namespace delpek::ui
{

class DurationEdit;
class Theme;

/// One setting of the clinic, as a row of a form: label, editor, and its key or why it cannot be changed here. Below it
/// stands what its value means for the clinic, where its name does not say it all.
class SettingField final : public QObject
{
    Q_OBJECT

public:
    /// The widgets are the parent's.
    SettingField(const QString& key, const Theme& theme, QGridLayout& form, QWidget* parent);

    const QString& key() const { return m_key; }
    /// What somebody is changing stays.
    void setSetting(const desk::Setting& setting);
    QString value() const;
    bool isChanged() const { return m_isShown && value() != m_setting.value; }
    /// Null until the setting is known.
    QWidget* editor() const { return m_editor; }
    /// As it is kept, not as somebody is changing it.
    const desk::Setting& setting() const { return m_setting; }
    bool isWaiting() const { return m_isShown && m_setting.isWaiting; }
    void setEnabled(bool enabled);
    /// One that is not shown counts as neither changed nor waiting.
    void setShown(bool shown);
    void focus();
    /// As it is kept.
    void undo();
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    bool isMade() const { return m_editor != nullptr; }
    void makeEditor();
    void showValue();
    void showEffect();

    QString m_key;
    desk::Setting m_setting;
    const Theme& m_theme;
    QGridLayout& m_form;
    int m_row;
    QWidget* m_parent;
    QLabel* m_label;
    QLabel* m_aside;
    QLabel* m_effect;
    QWidget* m_editor = nullptr; ///< one of these
    QLineEdit* m_text = nullptr;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_switch = nullptr;
    QSpinBox* m_number = nullptr;
    DurationEdit* m_duration = nullptr;
    bool m_isEnabled = true;
    bool m_isShown = true;
};

/// One secret of a connection: whether it is there, and a place for a new one. What is there is never shown.
class SecretField final : public QObject
{
    Q_OBJECT

public:
    SecretField(const QString& name, const Theme& theme, QGridLayout& form, QWidget* parent);

    const QString& name() const { return m_name; }
    void setState(const desk::SecretState& state);
    bool isWaiting() const { return m_isShown && m_state.isWaiting; }
    /// Without the spaces that are easily copied with it; nothing while it is not shown.
    QString typed() const;
    void clear();
    void setEnabled(bool enabled);
    void setShown(bool shown);
    void focus();
    void retranslate();

Q_SIGNALS:
    void edited();
    void forgetWanted();

private:
    void refresh();

    QString m_name;
    desk::SecretState m_state;
    bool m_isKnown = false;
    bool m_isEnabled = true;
    bool m_isShown = true;
    const Theme& m_theme;
    QLabel* m_label;
    QLineEdit* m_text;
    QLabel* m_aside;
    QPushButton* m_forget;
};

} // namespace delpek::ui
