// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/rights.h"

#include <memory>
#include <vector>

namespace delpek::simulation::odoo
{

/// A search domain, read once: prefix operators, dotted paths, sub-domains by "any". Throws Refused as the server does:
/// IndexError for one that lacks terms, ValueError for an unknown field or operator.
class Domain
{
public:
    Domain(const Env& env, const Model& model, const base::Json& domain);

    bool matches(qint64 id) const;
    /// True when a term of it names `field` itself.
    bool names(const QString& field) const;

private:
    struct Node {
        char op = 0; ///< '&', '|', '!' or 0 for a term
        std::vector<Node> parts = {};
        QStringList path = {};
        QString compare = {};
        base::Json value = {};
        bool constant = false; ///< of a term [1, "=", 1]
        std::shared_ptr<Domain> inner = {};
    };

    Node read(const base::Json& domain, std::size_t& at) const;
    Node readTerm(const base::Json& term) const;
    bool holds(const Node& node, qint64 id) const;
    bool holdsTerm(const Node& node, const Model& model, qint64 id, qsizetype depth) const;
    bool compareRelated(const Node& node, const Field& field, const std::vector<qint64>& ids) const;

    const Env& m_env;
    const Model& m_model;
    std::vector<Node> m_terms;
};

/// What a field of a record holds, also where it is computed: ids of an x2many, a name, a sanitised phone.
base::Json valueOf(const Env& env, const Model& model, const Field& field, qint64 id);
/// The name a record is shown by.
QString displayName(const Env& env, const QString& model, qint64 id);

} // namespace delpek::simulation::odoo
