// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/service/service.h"
#include "base/clock.h"
#include "base/json.h"
#include "domain/ids.h"

namespace delpek::agent::service
{

/// What a session waits for. Talk: the brain answers, with the service's prompt.
enum class Stage { Name, Code, Fields, Confirm, Correct, Talk };

/// How a session ended. Open: it did not. Left: the patient went on to something else, or a person took over.
/// TimedOut is never noted: a session whose time is over has ended by itself.
enum class Ending { Open, Answered, Completed, Cancelled, Person, Doctor, Emergency, Left, Closed };

/// One stretch of a conversation that belongs to a service: inert data that outlives the process. While it is open it
/// stands in the conversation's dialogue, so that it goes back with it when a reply was withdrawn.
struct Session {
    QString reference; ///< deterministic: a turn that runs again goes on with the same session
    QString service;
    base::Instant openedAt;
    base::Instant expiresAt;
    Role role = Role::New;
    Stage stage = Stage::Fields;
    int at = 0;                                      ///< the field that is asked, from 0
    int misses = 0;                                  ///< answers in a row that could not be read
    QString childName;                               ///< as the parent wrote it
    QString patient;                                 ///< id of the child in the records, once the code was right
    std::vector<std::pair<QString, QString>> values; ///< by field key: see valueIn

    bool hasValue(const QString& key) const;
    QString value(const QString& key) const; ///< empty for one that was skipped or is not there
    void setValue(const QString& key, const QString& value);
    void dropValue(const QString& key);
};

base::Json toJson(const Session& session);
/// What toJson wrote; nothing for anything else.
std::optional<Session> sessionFromJson(const base::Json& json);

/// What a session leaves behind. A form's body is JSON, a summary's text; a file is the message that brought it.
struct Artifact {
    QString kind; ///< summary, form, file
    QString name; ///< unique within session and kind
    QString body;
    domain::MessageId message = {};
};

/// What a turn did to a session; written with the turn.
struct SessionChange {
    Session session;
    Ending ending = Ending::Open;
    std::vector<Artifact> artifacts;
};

} // namespace delpek::agent::service

template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::service::Stage> =
    std::to_array<std::pair<delpek::agent::service::Stage, const char*>>(
        {{delpek::agent::service::Stage::Name, "name"},
         {delpek::agent::service::Stage::Code, "code"},
         {delpek::agent::service::Stage::Fields, "fields"},
         {delpek::agent::service::Stage::Confirm, "confirm"},
         {delpek::agent::service::Stage::Correct, "correct"},
         {delpek::agent::service::Stage::Talk, "talk"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::service::Ending> =
    std::to_array<std::pair<delpek::agent::service::Ending, const char*>>(
        {{delpek::agent::service::Ending::Open, ""},
         {delpek::agent::service::Ending::Answered, "answered"},
         {delpek::agent::service::Ending::Completed, "completed"},
         {delpek::agent::service::Ending::Cancelled, "cancelled"},
         {delpek::agent::service::Ending::Person, "person"},
         {delpek::agent::service::Ending::Doctor, "doctor"},
         {delpek::agent::service::Ending::Emergency, "emergency"},
         {delpek::agent::service::Ending::Left, "left"},
         {delpek::agent::service::Ending::Closed, "closed"}});
