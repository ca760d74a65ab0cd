// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace delpek::domain
{

/// What the clinic is connected to, by the settings and secrets that make it work. A setting may be another one's too.
struct Connection {
    QString name; ///< as the self-test knows it: telegram, whatsapp, waha, webchat, odoo, model
    QStringList settings;
    QStringList secrets;
    QString onKey;           ///< the setting that switches it on
    QString off;             ///< its value while it is off
    QString modeKey = {};    ///< the setting on which ofMode depends; empty: none
    QString mode = {};       ///< its value with which ofMode counts
    QStringList ofMode = {}; ///< settings and secrets without meaning in another mode
};

/// In the order in which they are shown.
const std::vector<Connection>& connections();
/// Nothing for a name that is no connection's.
const Connection* findConnection(const QString& name);
/// Whether a setting or secret of it has a meaning while modeKey has the value `mode`.
bool countsIn(const Connection& connection, const QString& name, const QString& mode);
/// Whether any connection has this setting, or this secret.
bool isConnectionSetting(const QString& key);
bool isConnectionSecret(const QString& name);

} // namespace delpek::domain
