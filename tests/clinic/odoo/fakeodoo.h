// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/transport.h"

#include <deque>
#include <map>
#include <mutex>

namespace delpek::test
{

/// What an answer is lost to.
enum class Loss {
    NothingDone, ///< refused before it had an effect: Unavailable
    Before,      ///< no answer, nothing done: Timeout
    After,       ///< no answer, but done: Timeout
    Late,        ///< no answer, and done some calls later: Timeout
};

/// A database of Odoo behind the seam of Transport, without a wire: models with typed fields, domains, commands, the
/// context's active_test. What the seam promises of errors holds: an unknown model or field is Unsupported. It stops
/// nobody from booking twice. Any thread.
class FakeOdoo final : public clinic::odoo::Transport
{
public:
    /// `version` decides which fields partners have.
    explicit FakeOdoo(int version);

    Future<base::Json> call(const clinic::odoo::Call& call) override;

    // From inside, not counted.
    void addModel(const QString& name, const base::Json& fields);
    void addField(const QString& model, const char* name, const base::Json& field);
    qint64 create(const QString& model, const base::Json& values);
    void write(const QString& model, qint64 id, const base::Json& values);
    base::Json record(const QString& model, qint64 id) const;
    /// Takes away every record of the model with a higher id: the database as it was, for the next round of a race.
    void dropAbove(const QString& model, qint64 id);
    /// Archived ones too, in order of id.
    std::vector<qint64> search(const QString& model, const base::Json& domain) const;

    std::vector<clinic::odoo::Call> calls() const;
    void forgetCalls();
    /// The next `count` calls of the model's method meet `loss`.
    void lose(int count, Loss loss, const QString& model, const QString& method);
    /// The next call of the model's method meets Loss::Late: its record has its id now, and is there right before the
    /// `calls`th call after it.
    void loseForLong(int calls, const QString& model, const QString& method);
    /// Nobody may load records, as with an add-on that restricts it.
    void refuseLoads();
    /// Run once, outside of the database's lock, right after the next call of this method was done.
    void afterNext(const QString& method, std::function<void()> hook);
    void setRunning(bool running);

private:
    using Row = base::Json;
    struct Fault {
        Loss loss;
        QString model;
        QString method;
        int calls = 0;
    };
    /// Under way at the server, its record's id handed out.
    struct LateCall {
        clinic::odoo::Call call;
        qint64 id;
        int calls;
    };
    struct Model {
        base::Json fields;
        std::map<qint64, Row> rows;
    };

    /// `handedOut`: the id of the record it makes; 0: the next one.
    Result<base::Json> done(const clinic::odoo::Call& call, qint64 handedOut = 0);
    Result<base::Json> loaded(const clinic::odoo::Call& call, qint64 handedOut);
    Result<base::Json> cellValue(const base::Json& field, const std::string& cell) const;
    qint64 added(const QString& model, const base::Json& values, qint64 handedOut);
    void doWhatIsDue();
    Result<base::Json> searched(const Model& model, const clinic::odoo::Call& call) const;
    base::Json shown(const Model& model, qint64 id, const base::Json& fields) const;
    base::Json shownField(const Model& model, const std::string& field, const base::Json& value) const;
    Result<Done> stored(Model& model, Row& row, const base::Json& values);
    bool matches(const Model& model, const Row& row, const base::Json& domain, bool withArchived) const;
    bool holds(const Model& model, const Row& row, const base::Json& term) const;
    std::optional<Fault> lossFor(const clinic::odoo::Call& call);

    mutable std::recursive_mutex m_mutex;
    std::map<QString, Model> m_models;
    qint64 m_next = 100;
    bool m_running = true;
    std::deque<Fault> m_faults;
    bool m_allowsLoad = true;
    std::map<std::string, qint64> m_externalIds;
    std::deque<LateCall> m_late;
    std::vector<clinic::odoo::Call> m_calls;
    std::pair<QString, std::function<void()>> m_hook;
};

} // namespace delpek::test
