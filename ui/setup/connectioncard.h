// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"
#include "ui/context.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace delpek::ui
{

class FindingsList;
class SecretField;
class SettingField;

/// One connection of the clinic: its settings and secrets, saved together, and its live check.
class ConnectionCard final : public QFrame
{
    Q_OBJECT

public:
    ConnectionCard(const Context& context, const desk::Connection& connection, QWidget* parent = nullptr);

    const QString& name() const { return m_connection.name; }
    /// What is kept now; what somebody is changing stays.
    void setState(const desk::SetupState& state);
    /// Nobody looks at it any more: typed secrets go, and a check that is under way is given up.
    void leave();
    void readSecrets();
    bool isChanged() const;
    /// As it is kept, not as somebody is changing it.
    bool isKeptOn() const;
    /// Something that makes a difference was kept since the program was started.
    bool waitsForStart() const;
    void save();
    void retranslate();

Q_SIGNALS:
    /// Something was kept: the other cards may show it too.
    void kept();
    void refused();
    /// What is shown may be another now.
    void changed();

private:
    void buildForm(QGridLayout& form);
    void showMode();
    void keepNextSecret();
    void keepSettings();
    void forget(SecretField& field);
    void startCheck();
    void stopCheck();
    void toggleCheck();
    void failed(const base::Error& error);
    void saved();
    void setBusy(bool busy);
    void say(const QString& text, bool isTrouble);
    void edited();
    void refresh();
    void showFindings();
    bool isOn() const;
    bool isWaiting() const;

    Context m_context;
    const desk::Connection& m_connection;
    desk::SetupState m_state;
    std::vector<SettingField*> m_settings;
    std::vector<SecretField*> m_secrets;
    QLabel* m_title;
    QLabel* m_chip;
    QLabel* m_hint;
    QLabel* m_said;
    QPushButton* m_save;
    QPushButton* m_check;
    QPushButton* m_pair; ///< for WAHA, which speaks for the clinic's phone
    QLabel* m_progress;
    FindingsList* m_list;
    std::vector<desk::SetupFinding> m_findings;
    std::optional<base::Error> m_saidError;
    bool m_saidSaved = false;
    bool m_isBusy = false;
    bool m_isChecking = false;
    bool m_wasChecked = false;
    bool m_checksAfterSave = false;
    int m_checkNumber = 0;
};

} // namespace delpek::ui
