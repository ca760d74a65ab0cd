// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicefolder.h"

#include "agent/service/matching.h"
#include "agent/service/servicefile.h"
#include "agent/service/textcheck.h"
#include "agent/team.h"
#include "app/startrules.h"
#include "base/cutpoint.h"
#include "base/file.h"
#include "config/keys.h"
#include "desk/servicedraft.h"
#include "language/text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;
namespace service = agent::service;
using desk::FileJson;
using desk::ServiceFinding;

using Files = std::map<QString, QByteArray>; ///< by the name of the service

constexpr qsizetype longestTrial = 4000;

/// Files that cannot be read stay out; without the folder there are none.
Files filesIn(const QString& folder)
{
    Files files;
    if (folder.isEmpty()) {
        return files;
    }
    const QDir directory(folder);
    for (const QString& name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (auto bytes = base::readFile(directory.filePath(name))) {
            files[QFileInfo(name).completeBaseName()] = std::move(*bytes);
        }
    }
    return files;
}

/// Null where it is no JSON.
FileJson jsonOf(const QByteArray& bytes)
{
    // The careful reader first: it knows how deep a file may be nested.
    return base::parseJson(bytes) ? FileJson::parse(bytes.begin(), bytes.end(), nullptr, false) : FileJson();
}

bool isOff(const QByteArray& bytes)
{
    return desk::entryOf(jsonOf(bytes)).isOff;
}

/// Whether the file only switches off what the product brings.
bool onlySwitchesOff(const FileJson& json)
{
    return json.is_object() && std::ranges::all_of(json.items(), [](const auto& member) {
               return member.key() == "id" || member.key() == "off" || member.key() == "about";
           });
}

QString stampOf(const Files& own, const QString& id)
{
    const auto found = own.find(id);
    return found == own.end()
               ? QString()
               : QString::fromLatin1(
                     QCryptographicHash::hash(found->second, QCryptographicHash::Sha256).toHex().left(16));
}

QString fileOf(const QString& folder, const QString& id)
{
    return QDir(folder).filePath(id + QStringLiteral(".json"));
}

tl::unexpected<Error> noFile(const QString& path, const QString& why)
{
    return fail(ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, why), QStringLiteral("service.file"));
}

/// The new text takes the old one's place only when it is whole on the disk.
Result<Done> writeWhole(const QString& path, const QByteArray& bytes)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return noFile(path, QStringLiteral("its folder cannot be made"));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return noFile(path, file.errorString());
    }
    base::cutPoint("service.before-commit");
    return file.commit() ? Result<Done>(Done{}) : noFile(path, file.errorString());
}

tl::unexpected<Error> changed(const QString& id)
{
    return fail(ErrorCode::Conflict, QStringLiteral("%1: the file is not as it was read").arg(id),
                QStringLiteral("service.changed"));
}

/// What the clinic has of its own wins.
Files inForce(const Files& shipped, const Files& own)
{
    Files all = own;
    all.insert(shipped.begin(), shipped.end());
    std::erase_if(all, [](const auto& file) { return isOff(file.second); });
    return all;
}

/// Two files that say the same are the same, however they are indented.
bool saysSame(const QByteArray& one, const QByteArray& other)
{
    return one == other || base::parseJson(one).value_or(base::Json()) == base::parseJson(other).value_or(base::Json());
}

/// The file that a change begins with: the clinic's own, else the product's, else nothing.
FileJson beginning(const Files& shipped, const Files& own, const QString& id)
{
    const auto mine = own.find(id);
    const auto theirs = shipped.find(id);
    FileJson json = mine == own.end() ? FileJson() : jsonOf(mine->second);
    if (theirs != shipped.end() && (json.is_null() || onlySwitchesOff(json))) {
        const bool off = desk::entryOf(json).isOff;
        json = jsonOf(theirs->second);
        if (off) {
            json["off"] = true;
        }
    }
    return json;
}

} // namespace

ServiceFolder::ServiceFolder(Parts parts)
    : m_parts(std::move(parts))
    , m_running(inForce(filesIn(m_parts.resources + QStringLiteral("/services")),
                        filesIn(m_parts.isDemo ? QString() : m_parts.running.get(keys::servicesFolder))))
{
    m_parts.load = namingFaults(std::move(m_parts.load));
}

template <typename T, typename Work>
Future<T> ServiceFolder::inTurn(Work work)
{
    const auto promise = std::make_shared<Promise<T>>();
    m_worker.post([promise, work = std::move(work)] { promise->finish(work()); });
    return promise->future();
}

Future<desk::ServiceState> ServiceFolder::state()
{
    return inTurn<desk::ServiceState>([this] { return stateNow(); });
}

Future<std::vector<ServiceFinding>> ServiceFolder::check(const desk::ServiceDraft& draft)
{
    return inTurn<std::vector<ServiceFinding>>([=, this] { return checkNow(draft); });
}

Future<Done> ServiceFolder::keep(const desk::ServiceDraft& draft, const QString& stamp)
{
    return inTurn<Done>([=, this] { return keepNow(draft, stamp); });
}

Future<Done> ServiceFolder::turn(const QString& id, bool on, const QString& stamp)
{
    return inTurn<Done>([=, this] { return turnNow(id, on, stamp); });
}

Future<Done> ServiceFolder::remove(const QString& id, const QString& stamp)
{
    return inTurn<Done>([=, this] { return removeNow(id, stamp); });
}

Future<desk::ServiceTrial> ServiceFolder::tryOut(const QString& text, bool isKnown)
{
    return inTurn<desk::ServiceTrial>([=, this] { return tryOutNow(text, isKnown); });
}

Future<Done> ServiceFolder::chooseFolder(const QString& path)
{
    return inTurn<Done>([=, this] { return chooseFolderNow(path); });
}

Future<desk::TeamState> ServiceFolder::teams()
{
    return inTurn<desk::TeamState>([this] { return teamsNow(); });
}

Future<Done> ServiceFolder::chooseTeam(const QString& name)
{
    return inTurn<Done>([=, this] { return keepSetting(QLatin1String(keys::agentTeam.spec.name), name); });
}

QString ServiceFolder::folderNow() const
{
    const auto config = m_parts.load();
    return config ? config->get(keys::servicesFolder) : QString();
}

Result<QString> ServiceFolder::folderToWrite() const
{
    const QString folder = folderNow();
    if (folder.isEmpty()) {
        return fail(ErrorCode::Conflict, QStringLiteral("no folder was chosen"), QStringLiteral("service.noFolder"));
    }
    return folder;
}

/// `asIfOn`: a file that is switched off is read as if it were not.
Result<std::vector<ServiceFinding>> ServiceFolder::findingsOf(const QByteArray& bytes, const QString& path, bool asIfOn)
{
    std::vector<ServiceFinding> findings;
    auto json = base::parseJson(bytes);
    if (!json) {
        findings.push_back({QStringLiteral("/"), QStringLiteral("json"), json.error().detail});
        return findings;
    }
    if (asIfOn && json->is_object()) {
        json->erase("off");
    }
    const auto reading = service::readService(*json, path);
    for (const auto& fault : reading.faults) {
        findings.push_back({fault.place, fault.word, fault.remedy});
    }
    if (!m_guard) {
        auto guard = safety::Guard::load(m_parts.resources + QStringLiteral("/rules"));
        if (!guard) {
            return fail(guard.error());
        }
        m_guard = std::move(*guard);
    }
    if (reading.service) {
        for (const auto& held : service::heldTexts(*reading.service, *m_guard)) {
            findings.push_back({held.place, QStringLiteral("held"), {}, held.rules});
        }
    }
    return findings;
}

Result<desk::ServiceState> ServiceFolder::stateNow()
{
    const auto config = m_parts.load();
    if (!config) {
        return fail(config.error());
    }
    desk::ServiceState state;
    state.folder = config->get(keys::servicesFolder);
    state.proposed = QFileInfo(config->ownFile()).absoluteDir().filePath(QStringLiteral("services"));
    const QString key = QLatin1String(keys::servicesFolder.spec.name);
    state.canChooseFolder = config->with({{key, config->text(key)}}).has_value();
    state.isDemo = m_parts.isDemo;
    const auto shipped = filesIn(m_parts.resources + QStringLiteral("/services"));
    const auto own = filesIn(state.folder);
    const auto then = inForce(shipped, own);
    Files all = own;
    all.insert(shipped.begin(), shipped.end());
    for (const auto& [id, bytes] : all) {
        desk::ServiceEntry entry = desk::entryOf(beginning(shipped, own, id));
        entry.draft.id = id;
        entry.isShipped = shipped.contains(id);
        entry.isOwn = own.contains(id);
        entry.isOff = isOff(bytes);
        entry.stamp = stampOf(own, id);
        entry.file = entry.isOwn ? fileOf(state.folder, id) : QString();
        const auto now = m_running.find(id);
        const auto next = then.find(id);
        entry.isWaiting = (now == m_running.end()) != (next == then.end()) ||
                          (next != then.end() && !saysSame(now->second, next->second));
        auto findings = findingsOf(bytes, fileOf(state.folder, id), false);
        if (!findings) {
            return fail(findings.error());
        }
        entry.findings = std::move(*findings);
        state.services.push_back(std::move(entry));
    }
    return state;
}

Result<std::vector<ServiceFinding>> ServiceFolder::checkNow(const desk::ServiceDraft& draft)
{
    const auto shipped = filesIn(m_parts.resources + QStringLiteral("/services"));
    const auto json = desk::withDraft(beginning(shipped, filesIn(folderNow()), draft.id), draft);
    // A name that can be no file's is told as the fault it is.
    return findingsOf(desk::fileBytes(json), draft.id + QStringLiteral(".json"), true);
}

Result<Done> ServiceFolder::keepNow(const desk::ServiceDraft& draft, const QString& stamp)
{
    const auto folder = folderToWrite();
    if (!folder) {
        return fail(folder.error());
    }
    if (!agent::service::isServiceName(draft.id)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("/id: no name of a service"),
                    QStringLiteral("service.fault"));
    }
    const auto own = filesIn(*folder);
    if (stampOf(own, draft.id) != stamp) {
        return changed(draft.id);
    }
    if (const auto mine = own.find(draft.id); mine != own.end() && !jsonOf(mine->second).is_object()) {
        return fail(ErrorCode::InvalidInput, fileOf(*folder, draft.id), QStringLiteral("service.unreadable"));
    }
    const auto shipped = filesIn(m_parts.resources + QStringLiteral("/services"));
    const QByteArray bytes = desk::fileBytes(desk::withDraft(beginning(shipped, own, draft.id), draft));
    const QString path = fileOf(*folder, draft.id);
    const auto findings = findingsOf(bytes, path, true);
    if (!findings) {
        return fail(findings.error());
    }
    if (!findings->empty()) {
        const auto& first = findings->front();
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1: %2").arg(first.place, first.rules.join(QStringLiteral(", ")) + first.detail),
                    QStringLiteral("service.fault"));
    }
    return writeWhole(path, bytes);
}

Result<Done> ServiceFolder::turnNow(const QString& id, bool on, const QString& stamp)
{
    const auto folder = folderToWrite();
    if (!folder) {
        return fail(folder.error());
    }
    const auto shipped = filesIn(m_parts.resources + QStringLiteral("/services"));
    const auto own = filesIn(*folder);
    if (!agent::service::isServiceName(id) || (!shipped.contains(id) && !own.contains(id))) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no such service"));
    }
    if (stampOf(own, id) != stamp) {
        return changed(id);
    }
    const QString path = fileOf(*folder, id);
    FileJson json = own.contains(id) ? jsonOf(own.at(id)) : FileJson{{"id", id.toStdString()}};
    if (!json.is_object()) {
        return fail(ErrorCode::InvalidInput, path, QStringLiteral("service.unreadable"));
    }
    if (!on) {
        json["off"] = true;
        return writeWhole(path, desk::fileBytes(json));
    }
    if (onlySwitchesOff(json)) {
        return own.contains(id) ? removeNow(id, stamp) : Result<Done>(Done{});
    }
    json.erase("off");
    const QByteArray bytes = desk::fileBytes(json);
    const auto findings = findingsOf(bytes, path, true);
    if (!findings) {
        return fail(findings.error());
    }
    // What would keep Delpek from starting does not come into force.
    if (!findings->empty()) {
        return fail(ErrorCode::InvalidInput, findings->front().place, QStringLiteral("service.fault"));
    }
    return writeWhole(path, bytes);
}

Result<Done> ServiceFolder::removeNow(const QString& id, const QString& stamp)
{
    const auto folder = folderToWrite();
    if (!folder) {
        return fail(folder.error());
    }
    const auto own = filesIn(*folder);
    if (!agent::service::isServiceName(id) || !own.contains(id)) {
        return fail(ErrorCode::NotFound, QStringLiteral("the clinic has no such service of its own"));
    }
    if (stampOf(own, id) != stamp) {
        return changed(id);
    }
    QFile file(fileOf(*folder, id));
    return file.remove() ? Result<Done>(Done{}) : noFile(file.fileName(), file.errorString());
}

Result<desk::ServiceTrial> ServiceFolder::tryOutNow(const QString& text, bool isKnown)
{
    if (text.size() > longestTrial) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("at most %1 characters are tried out").arg(longestTrial),
                    QStringLiteral("rules.tooLong"));
    }
    std::vector<service::Service> services;
    for (const auto& [id, bytes] :
         inForce(filesIn(m_parts.resources + QStringLiteral("/services")), filesIn(folderNow()))) {
        const auto json = base::parseJson(bytes);
        auto reading = json ? service::readService(*json, id + QStringLiteral(".json")) : service::Reading{};
        if (reading.service && reading.faults.empty()) {
            services.push_back(std::move(*reading.service));
        }
    }
    const auto match = service::matchService(language::readText(text), services,
                                             isKnown ? service::Role::Known : service::Role::New, {}, {});
    return match ? desk::ServiceTrial{match->service->id, match->keyword} : desk::ServiceTrial{};
}

Result<Done> ServiceFolder::chooseFolderNow(const QString& path)
{
    const QString folder = QDir::cleanPath(path.trimmed());
    if (path.trimmed().isEmpty() || QDir::isRelativePath(folder)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("services.folder: must be a whole path"),
                    QStringLiteral("service.folderPath"));
    }
    for (const auto& [id, bytes] : filesIn(folder)) {
        const auto findings = findingsOf(bytes, fileOf(folder, id), false);
        const bool stops = findings && std::ranges::any_of(*findings, [](const ServiceFinding& finding) {
                               return finding.rules.isEmpty();
                           });
        if (!findings || stops) {
            return fail(ErrorCode::InvalidInput, fileOf(folder, id), QStringLiteral("service.folderFault"));
        }
    }
    const auto config = m_parts.load();
    const QString key = QLatin1String(keys::servicesFolder.spec.name);
    if (const auto fits = config.and_then([&](const auto& now) { return now.with({{key, folder}}); }); !fits) {
        return fail(fits.error());
    }
    // Without its folder Delpek would not start.
    if (!QDir().mkpath(folder)) {
        return noFile(folder, QStringLiteral("the folder cannot be made"));
    }
    return keepSetting(key, folder);
}

Result<Done> ServiceFolder::keepSetting(const QString& key, const QString& value)
{
    const auto config = m_parts.load();
    if (!config) {
        return fail(config.error());
    }
    if (config->text(key) == value) {
        return Done{};
    }
    const auto then = config->with({{key, value}});
    return then ? config::keepSettings(config->ownFile(), {{key, value}}) : Result<Done>(fail(then.error()));
}

Result<desk::TeamState> ServiceFolder::teamsNow()
{
    const auto config = m_parts.load();
    if (!config) {
        return fail(config.error());
    }
    const QString key = QLatin1String(keys::agentTeam.spec.name);
    desk::TeamState state;
    state.running =
        m_parts.isDemo ? QLatin1String(keys::agentTeam.spec.fallback) : m_parts.running.get(keys::agentTeam);
    state.chosen = config->get(keys::agentTeam);
    state.canChoose = config->with({{key, config->text(key)}}).has_value();
    state.isDemo = m_parts.isDemo;
    for (const QString& name : QString::fromLatin1(keys::agentTeam.spec.choices).split(QLatin1Char('|'))) {
        const auto team = agent::Team::load(QStringLiteral("%1/agents/%2.json").arg(m_parts.resources, name));
        if (!team) {
            return fail(team.error());
        }
        desk::TeamCard card{name, {}};
        for (const auto& one : team->agents()) {
            const auto persona = [&](domain::Language language) {
                return one.persona(language, domain::Gender::Unknown);
            };
            card.agents.push_back({one.name,
                                   one.display,
                                   {persona(domain::Language::Hebrew), persona(domain::Language::English)},
                                   one.tools,
                                   one.intents,
                                   &one == &team->coordinator()});
        }
        state.teams.push_back(std::move(card));
    }
    return state;
}

} // namespace delpek::app
