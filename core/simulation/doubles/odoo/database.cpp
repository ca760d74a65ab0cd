// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/database.h"

#include "simulation/doubles/odoo/refused.h"

namespace delpek::simulation::odoo
{

using base::Json;

Database::Database(QString name, const Profile& profile)
    : m_name(std::move(name))
    , m_profile(profile)
    , m_models(modelsOf(profile))
{
}

const Model& Database::model(const QString& name) const
{
    const auto found = m_models.find(name);
    if (found == m_models.end()) {
        userError(QStringLiteral("Object %1 doesn't exist").arg(name));
    }
    return found->second;
}

const std::map<qint64, Json>& Database::records(const QString& table) const
{
    static const std::map<qint64, Json> none;
    const auto found = m_tables.find(table);
    return found == m_tables.end() ? none : found->second;
}

const Json* Database::find(const QString& table, qint64 id) const
{
    const auto& all = records(table);
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

qint64 Database::nextId(const QString& table)
{
    return ++m_lastIds[table];
}

void Database::put(const QString& table, qint64 id, Json values)
{
    remember(table, id);
    m_tables[table][id] = std::move(values);
}

void Database::erase(const QString& table, qint64 id)
{
    remember(table, id);
    m_tables[table].erase(id);
}

void Database::remember(const QString& table, qint64 id)
{
    const Json* before = find(table, id);
    m_journal.push_back({table, id, before != nullptr ? std::optional(*before) : std::nullopt});
}

void Database::commit()
{
    m_journal.clear();
    m_mailsBefore = mails.size();
    m_misdeedsBefore = misdeeds.size();
}

void Database::rollback()
{
    for (auto step = m_journal.rbegin(); step != m_journal.rend(); ++step) {
        if (step->values) {
            m_tables[step->table][step->id] = *step->values;
        } else {
            m_tables[step->table].erase(step->id);
        }
    }
    mails.resize(m_mailsBefore);
    misdeeds = misdeeds.mid(0, m_misdeedsBefore);
    commit();
}

} // namespace delpek::simulation::odoo
