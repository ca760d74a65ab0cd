// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/domain.h"

namespace delpek::simulation::odoo
{

/// The methods that every model has, for one call. What a model does of its own stands in behaviour.h. Throws Refused.
class Records
{
public:
    explicit Records(Env& env);

    Env& env() { return m_env; }
    const Model& model(const QString& name) const { return m_env.db.model(name); }
    /// The stored values. Throws a missing error.
    const base::Json& row(const QString& model, qint64 id) const;

    qint64 create(const QString& model, const base::Json& values);
    void write(const QString& model, const std::vector<qint64>& ids, const base::Json& values);
    void unlink(const QString& model, const std::vector<qint64>& ids);
    /// Rows of the fields named; all of them when none is. `named`: many2one as [id, name], else as the bare id.
    base::Json read(const QString& model, const std::vector<qint64>& ids, const QStringList& fields, bool named = true);
    std::vector<qint64> search(const QString& model, const base::Json& domain, qint64 offset = 0, qint64 limit = 0,
                               const QString& order = {});
    base::Json readGroup(const QString& model, const base::Json& domain, const QStringList& aggregates,
                         const QStringList& groups, qint64 limit, bool lazy);

    /// Values changed without rights, checks and behaviour: for behaviours.
    void set(const QString& model, qint64 id, const base::Json& values);
    /// The moment as it is stored: with the fraction that no answer shows.
    QString writeMoment() const;

private:
    void putValues(const Model& model, qint64 id, const base::Json& values);
    void applyCommands(const Model& model, const Field& field, qint64 id, const base::Json& commands);
    void checkRequired(const Model& model, const base::Json& values) const;
    void checkLink(const Model& model, const Field& field, const base::Json& value) const;
    base::Json shown(const Model& model, const Field& field, qint64 id, bool named) const;
    void sort(const Model& model, std::vector<qint64>& ids, const QString& order) const;
    void touch(const QString& table, qint64 id);

    Env& m_env;
};

} // namespace delpek::simulation::odoo
