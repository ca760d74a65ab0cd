// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/graphrefusal.h"
#include "simulation/doubles/recorded.h"

#include <map>

namespace delpek::simulation
{

/// Meta's side of message templates: takes new ones after its rules, lists them page by page, and knows what may be
/// sent. Not thread-safe: its owner locks.
class GraphTemplates
{
public:
    /// Refuses what breaks a rule of POST …/message_templates: names, lengths, variables at the ends, examples missing,
    /// a name and language that exist (2388024), more than 250 (2388019).
    Checked check(const base::Json& body) const;
    /// Keeps a checked one, PENDING; the answer to its creation.
    base::Json create(const base::Json& body);
    /// Refuses a change as POST /{template id} does: one it does not keep, one that is being judged or was
    /// disabled, a name or a language in the body, and components that `check` would refuse.
    Checked checkChange(qint64 id, const base::Json& body) const;
    /// Keeps a checked change, PENDING again.
    base::Json change(qint64 id, const base::Json& body);
    /// DELETE …/message_templates?name=…&hsm_id=…: refuses a name and id that do not belong together.
    Checked checkRemoval(const QString& name, qint64 id) const;
    base::Json remove(qint64 id);
    /// The answer to GET …/message_templates: at most `limit` behind the cursor `after`.
    base::Json page(const QByteArray& after, int limit) const;
    void setState(const QString& name, const QString& language, const QString& state, const QString& reason = {});
    std::size_t count() const { return m_kept.size(); }

    /// The member "template" of a message: known, approved, its parameters complete and well formed. The message gets
    /// its fields.
    Checked checkUse(const base::Json& use, SentMessage& message) const;

private:
    struct Kept {
        base::Json body;
        QString state = QStringLiteral("PENDING");
        QString reason = QStringLiteral("NONE");
        qint64 id = 0;
    };

    const Kept* find(qint64 id) const;
    Checked checkParameters(const Kept& kept, const base::Json& components, SentMessage& message) const;

    std::map<std::pair<QString, QString>, Kept> m_kept; ///< by name and language
    qint64 m_next = 61000001;
};

} // namespace delpek::simulation
