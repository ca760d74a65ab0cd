// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/clinicfacts.h"
#include "domain/language.h"

#include <QStringList>

#include <vector>

namespace delpek::desk
{

/// A text of a service in one language; the wording for a woman and a man is the neutral one unless it differs.
struct ServiceForms {
    QString neutral;
    QString female;
    QString male;

    static ServiceForms same(const QString& text) { return {text, text, text}; }
    bool differ() const { return female != neutral || male != neutral; }
    friend bool operator==(const ServiceForms&, const ServiceForms&) = default;
};

struct ServiceText {
    ServiceForms hebrew;
    ServiceForms english;

    bool isEmpty() const { return *this == ServiceText{}; }
    friend bool operator==(const ServiceText&, const ServiceText&) = default;
};

/// Said before everything else of the service while it holds; the clinic's local time, `until` is exclusive.
struct ServiceNotice {
    domain::LocalTime from;
    domain::LocalTime until;
    ServiceText text;
    friend bool operator==(const ServiceNotice&, const ServiceNotice&) = default;
};

/// What a person may change of a service. docs/services.md tells each member.
struct ServiceDraft {
    enum class By { Agent, Form, Person };
    enum class Opening { Always, Clinic, Own };

    QString id; ///< the name of its file
    domain::Bilingual name;
    QStringList hebrewKeywords;
    QStringList englishKeywords;
    int mostWords = 12;
    By by = By::Agent;
    ServiceText answer;
    Opening opening = Opening::Always;
    domain::WeeklyHours hours; ///< with Opening::Own
    ServiceText closed;        ///< said outside the hours
    std::vector<ServiceNotice> notices;
    QStringList roles; ///< "known", "new", "parent"; empty: everybody
    ServiceText done;  ///< of a form
    int minutes = 60;
    friend bool operator==(const ServiceDraft&, const ServiceDraft&) = default;
};

/// What is wrong at a place of a service's file.
struct ServiceFinding {
    QString place;          ///< "/answer/he"
    QString word;           ///< the kind: "missing", "hours" …; "held" where the guard would hold the text back
    QString detail = {};    ///< what to write instead, English
    QStringList rules = {}; ///< the guard's, with "held"
};

/// A question of a form, to be read.
struct ServiceQuestion {
    domain::Bilingual label;
    domain::Bilingual ask;
    bool optional = false;
};

struct ServiceEntry {
    ServiceDraft draft;
    bool isShipped = false; ///< one of this name comes with the product
    bool isOwn = false;     ///< the clinic's folder has a file of this name
    bool isOff = false;
    bool isWaiting = false; ///< what runs knows it otherwise; it is read at the start of the program only
    bool asksCode = false;
    bool hasPrompt = false; ///< a language model answers by instructions of the file
    std::vector<ServiceQuestion> questions = {};
    std::vector<ServiceFinding> findings = {}; ///< with one that is not "held" Delpek does not start
    QString file = {};                         ///< the clinic's own; empty for one that is as it came
    QString stamp = {};                        ///< of the clinic's own file as it was read; empty without one
};

struct ServiceState {
    std::vector<ServiceEntry> services; ///< by id
    QString folder;                     ///< where the clinic's own are kept; empty: none was chosen
    QString proposed;                   ///< a folder that would do
    bool canChooseFolder = false;       ///< false where the environment or the command line gives it
    bool isDemo = false;                ///< what runs is the demo clinic, with the services of the product
};

/// Where a message would go.
struct ServiceTrial {
    QString service; ///< its id; empty: the agent answers
    QString keyword; ///< by which it was found
};

/// One of those who answer.
struct AgentCard {
    QString name;
    domain::Bilingual display;
    domain::Bilingual persona;
    QStringList tools;
    QStringList intents; ///< "*": all
    bool isCoordinator = false;
};

struct TeamCard {
    QString name;
    std::vector<AgentCard> agents;
};

struct TeamState {
    std::vector<TeamCard> teams;
    QString running; ///< the team that answers now
    QString chosen;  ///< the one that will after the next start
    bool canChoose = false;
    bool isDemo = false;
};

/// The services that messages are routed to, and the teams of agents. All of it is read when the program starts: what
/// is changed here holds from the next start on. As Desk: any thread, answers later, blocks nowhere. Unsupported
/// (service.none) where nothing can be looked at.
class ServiceRoom
{
public:
    virtual ~ServiceRoom() = default;

    virtual Future<ServiceState> state() = 0;
    /// What would be wrong with it as it is written. Nothing is kept.
    virtual Future<std::vector<ServiceFinding>> check(const ServiceDraft& draft) = 0;
    /// Into its own file of the clinic's folder, in one step; what a draft does not have stays as it is. `stamp` is the
    /// entry's, empty for a new one. Conflict (service.noFolder; service.changed: the file is not as it was read),
    /// InvalidInput (service.fault, with the first finding; service.unreadable: the file has to be mended by hand),
    /// Unavailable (service.file).
    virtual Future<Done> keep(const ServiceDraft& draft, const QString& stamp) = 0;
    /// Off, or on again. Errors as keep; NotFound.
    virtual Future<Done> turn(const QString& id, bool on, const QString& stamp) = 0;
    /// Removes the clinic's own file: a shipped service is as it came, another one is gone. Errors as keep; NotFound.
    virtual Future<Done> remove(const QString& id, const QString& stamp) = 0;
    /// Which service would take a message that asks for nothing else; `isKnown`: the records have the patient.
    virtual Future<ServiceTrial> tryOut(const QString& text, bool isKnown) = 0;
    /// Makes the folder where it is missing, and keeps it as the setting services.folder. InvalidInput
    /// (service.folderPath: no whole path; service.folderFault: a file in it would keep Delpek from starting),
    /// Conflict (setup.overridden), Unavailable (service.file, setup.file).
    virtual Future<Done> chooseFolder(const QString& path) = 0;

    virtual Future<TeamState> teams() = 0;
    /// The setting agent.team. InvalidInput (setup.value), Conflict (setup.overridden), Unavailable (setup.file).
    virtual Future<Done> chooseTeam(const QString& name) = 0;
};

/// Where there is none.
class NoServiceRoom final : public ServiceRoom
{
public:
    Future<ServiceState> state() override { return none<ServiceState>(); }
    Future<std::vector<ServiceFinding>> check(const ServiceDraft&) override
    {
        return none<std::vector<ServiceFinding>>();
    }
    Future<Done> keep(const ServiceDraft&, const QString&) override { return none<Done>(); }
    Future<Done> turn(const QString&, bool, const QString&) override { return none<Done>(); }
    Future<Done> remove(const QString&, const QString&) override { return none<Done>(); }
    Future<ServiceTrial> tryOut(const QString&, bool) override { return none<ServiceTrial>(); }
    Future<Done> chooseFolder(const QString&) override { return none<Done>(); }
    Future<TeamState> teams() override { return none<TeamState>(); }
    Future<Done> chooseTeam(const QString&) override { return none<Done>(); }

private:
    template <typename T>
    Future<T> none() const
    {
        return base::ready(Result<T>(fail(ErrorCode::Unsupported, QStringLiteral("services are not kept here"),
                                          QStringLiteral("service.none"))));
    }
};

} // namespace delpek::desk
