// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "config/config.h"
#include "desk/setup.h"
#include "secrets/secretstore.h"

#include <memory>
#include <mutex>
#include <set>

namespace delpek::app
{

/// The connections of this machine's Delpek: its configuration file, its secret store, and the self-tests that
/// `delpekd check` makes. Changes are read at the next start.
class FileSetup final : public desk::Setup
{
public:
    struct Parts {
        config::Config running;                       ///< what the program was started with
        std::function<Result<config::Config>()> load; ///< what it would be started with now
        /// Called when it is first needed, on a thread that may wait: a keychain may ask for its password.
        std::function<Result<std::unique_ptr<secrets::SecretStore>>()> openSecrets;
        base::Clock& clock;
        bool isDemo = false; ///< what runs is the demo clinic: nothing of this is in force
    };

    explicit FileSetup(Parts parts);
    /// Gives up a check that is under way.
    ~FileSetup() override;

    Future<desk::SetupState> state() override;
    Future<Done> keep(const desk::SettingValues& values) override;
    Future<desk::SecretState> secret(const QString& name) override;
    Future<Done> keepSecret(const QString& name, const QString& value) override;
    Future<Done> forgetSecret(const QString& name) override;
    Future<std::vector<desk::SetupFinding>> check(const QString& connection) override;
    void stopCheck() override;
    Future<desk::Pairing> pair(bool begins) override;

private:
    template <typename T, typename Work>
    Future<T> inTurn(base::Workers& workers, Work work);
    Result<secrets::SecretStore*> secretStore();
    Result<desk::SetupState> stateNow();
    Result<Done> keepNow(const desk::SettingValues& values);
    Result<desk::SecretState> secretNow(const QString& name);
    Result<Done> keepSecretNow(const QString& name, const QString& value);
    Result<Done> forgetSecretNow(const QString& name);
    Result<std::vector<desk::SetupFinding>> checkNow(const QString& connection, int number);
    Result<desk::Pairing> pairNow(bool begins, int number);
    class CheckClient;
    std::shared_ptr<CheckClient> beginCheck(int number);
    bool endCheck(int number);
    bool isOther(const QString& key, const config::Config& config) const;
    bool isWaiting(const desk::Connection& connection, const config::Config& config);

    Parts m_parts;
    std::mutex m_mutex;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    std::set<QString> m_changedSecrets;
    int m_checkNumber = 0;                 ///< of the newest check
    std::shared_ptr<CheckClient> m_client; ///< of the check under way
    base::Workers m_worker{1};             ///< one thread: two changes never interleave
    base::Workers m_checker{1};
};

} // namespace delpek::app
