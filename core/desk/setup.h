// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/connections.h"
#include "domain/finding.h"
#include "domain/language.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace delpek::desk
{

/// One setting of the clinic, as the next start of the program will read it.
struct Setting {
    enum class Kind { Text, Switch, Choice, Number, Duration };
    enum class Source { Default, File, Environment, CommandLine };

    QString key;
    QString value; ///< "true" or "false" for a switch, digits for a number, whole milliseconds for a duration
    Kind kind = Kind::Text;
    QStringList choices = {};
    qint64 least = 0; ///< with `most`, of a number or, in milliseconds, of a duration
    qint64 most = 0;
    Source source = Source::Default;
    QString place = {};     ///< "FILE:line", or the name of the variable
    bool isWaiting = false; ///< the program that runs has another value; all of these are read at its start only

    /// What the environment or the command line gives, the file cannot change.
    bool canChange() const { return source == Source::Default || source == Source::File; }
};

struct SetupState {
    std::vector<Setting> settings; ///< of all connections and groups, each once
    QString file;                  ///< where changes are kept
    bool isDemo = false;           ///< what runs is the demo clinic
};

/// Whether a secret is there, never what it is.
struct SecretState {
    bool isSet = false;
    bool canChange = true;  ///< false where the environment gives it, or nothing can be kept
    bool isWaiting = false; ///< changed since the program was started
};

/// A finding with its words in both languages; the sentence says what is wrong and what to do, and is empty when Good.
struct SetupFinding {
    struct Words {
        QString hebrew;
        QString english;
        const QString& in(domain::Language language) const
        {
            return language == domain::Language::Hebrew ? hebrew : english;
        }
    };
    domain::FindingState state = domain::FindingState::Good;
    Words subject;
    QString detail = {}; ///< what was seen; never a secret
    Words sentence = {};
};

/// A QR code: a square of modules, row by row, without the light zone around it.
struct QrModules {
    int width = 0; ///< 0: none
    std::vector<bool> dark = {};
};

/// How far WAHA is linked with the clinic's phone.
struct Pairing {
    bool isLinked = false;
    QrModules code = {}; ///< to be scanned now, it changes every some seconds; none while WAHA gets ready
};

using domain::Connection;
using domain::connections;
using domain::countsIn;
using domain::findConnection;
using domain::findSettingGroup;
using domain::isClinicSetting;
using domain::isConnectionSecret;
using domain::SettingGroup;
using domain::settingGroups;

using SettingValues = std::map<QString, QString>;

/// How the clinic is connected and what it has decided: the settings of the configuration file, the secrets, and the
/// live self-tests. As Desk: any thread, answers later, blocks nowhere. Unsupported (key setup.none) where nothing can
/// be set up.
///
/// Errors with a key "setup.…" have a detail that begins with the name of the setting or secret and a colon, except
/// setup.none, setup.file, setup.off and setup.config: the configuration as it stands cannot be read, and Delpek would
/// not start with it; the detail says where and why. No error holds a secret.
class Setup
{
public:
    virtual ~Setup() = default;

    virtual Future<SetupState> state() = 0;
    /// All of them or none, into the file. InvalidInput for a value that its rule forbids (setup.value, setup.line,
    /// setup.address, setup.origins, setup.token, setup.telegramAddress, setup.email, setup.mapping) and for what
    /// is missing: without it Delpek would not start with this connection (setup.missing, setup.secretMissing);
    /// Conflict (setup.overridden) for what the file cannot change; NotFound (setup.unknown) for a setting that no
    /// connection and no group has; Unavailable (setup.file).
    virtual Future<Done> keep(const SettingValues& values) = 0;

    virtual Future<SecretState> secret(const QString& name) = 0;
    /// InvalidInput for an empty one (setup.secretEmpty), more than a line (setup.line) or another form than the
    /// provider's (setup.token, setup.webhookSecret); Conflict where the environment gives it.
    virtual Future<Done> keepSecret(const QString& name, const QString& value) = 0;
    /// Conflict (setup.secretNeeded) while a connection that is on needs it.
    virtual Future<Done> forgetSecret(const QString& name) = 0;

    /// Looks at one connection as it is kept, at its provider. One check at a time: one that is under way is given up
    /// and ends with Cancelled, as stopCheck() makes it. NotFound (setup.off) while the connection is off.
    virtual Future<std::vector<SetupFinding>> check(const QString& connection) = 0;
    virtual void stopCheck() = 0;

    /// Looks once how far the linking of the phone is, by the settings as they are kept; `begins` makes and starts the
    /// session first. Who scans the code speaks for the clinic: it is kept and logged nowhere. Counts as a check: gives
    /// up one that is under way, and stopCheck() gives this up. NotFound (setup.off), InvalidInput
    /// (setup.secretMissing), and what WAHA answers.
    virtual Future<Pairing> pair(bool begins) = 0;
};

/// Where nothing can be set up.
class NoSetup final : public Setup
{
public:
    Future<SetupState> state() override { return none<SetupState>(); }
    Future<Done> keep(const SettingValues&) override { return none<Done>(); }
    Future<SecretState> secret(const QString&) override { return none<SecretState>(); }
    Future<Done> keepSecret(const QString&, const QString&) override { return none<Done>(); }
    Future<Done> forgetSecret(const QString&) override { return none<Done>(); }
    Future<std::vector<SetupFinding>> check(const QString&) override { return none<std::vector<SetupFinding>>(); }
    void stopCheck() override {}
    Future<Pairing> pair(bool) override { return none<Pairing>(); }

private:
    template <typename T>
    Future<T> none() const
    {
        return base::ready(Result<T>(
            fail(ErrorCode::Unsupported, QStringLiteral("nothing is set up here"), QStringLiteral("setup.none"))));
    }
};

} // namespace delpek::desk
