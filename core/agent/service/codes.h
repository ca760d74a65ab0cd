// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/parentcodes.h"
#include "store/store.h"

namespace delpek::agent::service
{

/// What a parent says of a child.
struct CodeTry {
    QString name;
    QString code;      ///< as written; only its digits count
    QString reference; ///< of the message: the same try of a turn that runs again is one try
    QString subject;   ///< for the audit log: "conversation:12"
};

/// The child of a right code.
struct CodeAnswer {
    bool isRight = false;
    QString patient; ///< id in the records; empty unless right
};

/// So many wrong tries, whoever made them, and the code is good no more.
inline constexpr int mostWrongCodes = 5;

/// The codes by which parents prove who they are: eight digits, kept as Argon2id hashes. Any thread; blocks.
class Codes
{
public:
    /// Both outlive this.
    Codes(store::Store& store, base::Clock& clock)
        : m_store(store)
        , m_clock(clock)
    {
    }

    /// Makes a code for a child, in place of earlier ones, and gives it: it is told this one time. `wanted`: this code
    /// instead of one at random (tests, simulations). `others`: further ids of the child, whose codes end, too.
    /// Written into the audit log.
    Result<QString> issue(const QString& patient, const domain::Bilingual& name, base::Duration holds,
                          const QString& by, const QString& wanted = {}, const QStringList& others = {});
    /// The codes of these ids of one child are good no more; gives how many were. Written into the audit log.
    Result<int> end(const QStringList& patients, const QString& by);

    /// Whether name and code belong together. A wrong code and an unknown name give the same answer after the same
    /// work. Counts and writes the audit log at once, whatever becomes of the turn.
    Result<CodeAnswer> check(const CodeTry& tried);

private:
    store::Store& m_store;
    base::Clock& m_clock;
};

} // namespace delpek::agent::service
