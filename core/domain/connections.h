// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <map>
#include <vector>

namespace delpek::domain
{

/// What the clinic is connected to, by the settings and secrets that make it work. A setting may be another one's too.
struct Connection {
    /// As the self-test knows it: telegram, whatsapp, waha, webchat, odoo, model, sms, email, transcription.
    QString name;
    QStringList settings;
    QStringList secrets;
    QString onKey;                              ///< the setting that switches it on
    QString off;                                ///< its value while it is off
    QString modeKey = {};                       ///< the setting on which ofMode depends; empty: none
    std::map<QString, QStringList> ofMode = {}; ///< by its value: settings and secrets without meaning in another mode
};

/// Settings of the clinic that belong to no connection, as they are shown together.
struct SettingGroup {
    QString name; ///< answers, waiting, alerts, privacy
    QStringList settings;
};

/// In the order in which they are shown.
const std::vector<Connection>& connections();
/// Nothing for a name that is no connection's.
const Connection* findConnection(const QString& name);
/// Whether a setting or secret of it has a meaning while modeKey has the value `mode`.
bool countsIn(const Connection& connection, const QString& name, const QString& mode);
/// In the order in which they are shown.
const std::vector<SettingGroup>& settingGroups();
/// Nothing for a name that is no group's.
const SettingGroup* findSettingGroup(const QString& name);
/// Whether any connection or group has this setting, so that the window may change it.
bool isClinicSetting(const QString& key);
/// Whether any connection has this secret.
bool isConnectionSecret(const QString& name);

} // namespace delpek::domain
