// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "simulation/doubles/odoo/odoodouble.h"
#include "simulation/doubles/odoo/schema.h"

#include <map>
#include <optional>
#include <set>

namespace delpek::simulation::odoo
{

/// A user as the login sees one.
struct Account {
    QString login;
    QString password;
    QStringList keys;
    QStringList groups;
    bool isActive = true;
    bool isAdministrator = false;
};

/// The records of one database, as they lie there, with a journal that takes a call back. Knows nothing of rights or of
/// what a model means.
class Database
{
public:
    Database(QString name, const Profile& profile);

    const QString& name() const { return m_name; }
    const Profile& profile() const { return m_profile; }
    std::map<QString, Model>& models() { return m_models; }
    /// Throws a user error for one that is not there.
    const Model& model(const QString& name) const;

    /// By id, in order.
    const std::map<qint64, base::Json>& records(const QString& table) const;
    const base::Json* find(const QString& table, qint64 id) const;
    qint64 nextId(const QString& table);
    void put(const QString& table, qint64 id, base::Json values);
    void erase(const QString& table, qint64 id);

    /// Ends a call: what it did stays, or goes.
    void commit();
    void rollback();

    std::map<qint64, Account> accounts;
    std::vector<OdooMail> mails;
    QStringList misdeeds;
    std::map<QString, std::map<QString, qint64>> clinicIds; ///< by model, then by the clinic file's id

private:
    struct Before {
        QString table;
        qint64 id;
        std::optional<base::Json> values;
    };

    void remember(const QString& table, qint64 id);

    QString m_name;
    Profile m_profile;
    std::map<QString, Model> m_models;
    std::map<QString, std::map<qint64, base::Json>> m_tables;
    std::map<QString, qint64> m_lastIds; ///< an id that was handed out is never handed out again
    std::vector<Before> m_journal;
    std::size_t m_mailsBefore = 0;
    qsizetype m_misdeedsBefore = 0;
};

} // namespace delpek::simulation::odoo
