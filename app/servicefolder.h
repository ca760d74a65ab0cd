// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "config/config.h"
#include "desk/serviceroom.h"
#include "safety/gates.h"

#include <map>
#include <memory>

namespace delpek::app
{

/// The services and agents of this machine's Delpek: those of the product, and the clinic's own in the folder that the
/// configuration names. Changes are read at the next start.
class ServiceFolder final : public desk::ServiceRoom
{
public:
    struct Parts {
        config::Config running;                       ///< what the program was started with
        std::function<Result<config::Config>()> load; ///< what it would be started with now
        bool isDemo = false;                          ///< what runs is the demo clinic: nothing of this is in force
        QString resources = QStringLiteral(":/delpek");
    };

    /// Reads what the program that starts now will read.
    explicit ServiceFolder(Parts parts);

    Future<desk::ServiceState> state() override;
    Future<std::vector<desk::ServiceFinding>> check(const desk::ServiceDraft& draft) override;
    Future<Done> keep(const desk::ServiceDraft& draft, const QString& stamp) override;
    Future<Done> turn(const QString& id, bool on, const QString& stamp) override;
    Future<Done> remove(const QString& id, const QString& stamp) override;
    Future<desk::ServiceTrial> tryOut(const QString& text, bool isKnown) override;
    Future<Done> chooseFolder(const QString& path) override;
    Future<desk::TeamState> teams() override;
    Future<Done> chooseTeam(const QString& name) override;

private:
    template <typename T, typename Work>
    Future<T> inTurn(Work work);
    QString folderNow() const;
    Result<QString> folderToWrite() const;
    Result<std::vector<desk::ServiceFinding>> findingsOf(const QByteArray& bytes, const QString& path, bool asIfOn);
    Result<desk::ServiceState> stateNow();
    Result<std::vector<desk::ServiceFinding>> checkNow(const desk::ServiceDraft& draft);
    Result<Done> keepNow(const desk::ServiceDraft& draft, const QString& stamp);
    Result<Done> turnNow(const QString& id, bool on, const QString& stamp);
    Result<Done> removeNow(const QString& id, const QString& stamp);
    Result<desk::ServiceTrial> tryOutNow(const QString& text, bool isKnown);
    Result<Done> chooseFolderNow(const QString& path);
    Result<desk::TeamState> teamsNow();
    Result<Done> keepSetting(const QString& key, const QString& value);

    Parts m_parts;
    std::map<QString, QByteArray> m_running; ///< the files that run, by name; none for one that is off
    std::unique_ptr<safety::Guard> m_guard;  ///< read when it is first needed
    base::Workers m_worker{1};               ///< one thread: two changes never interleave
};

} // namespace delpek::app
