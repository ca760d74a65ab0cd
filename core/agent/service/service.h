// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"
#include "language/text.h"

#include <QStringList>

#include <array>
#include <optional>
#include <vector>

// A service is a topic of the desk that a message can be routed to: data, one file each. docs/services.md tells the
// form of a file.

namespace delpek::agent::service
{

/// Who writes, as far as a service asks. Known: the records have a patient on this phone. Parent: gave a child's name
/// and the code of it in this session.
enum class Role { Known, New, Parent };

/// Who does what was asked for: an agent answers, a form is filled in for the staff, or a person is called.
enum class By { Agent, Form, Person };

enum class FieldType { Text, Date, Choice, Phone, YesNo };

/// Which dates a field takes, seen from the day on which it is asked. Past and Future take the day itself.
enum class DateRange { Any, Past, Future };

/// What is said in both languages, with forms for a woman and a man where the wording needs them.
struct Wording {
    std::array<std::array<QString, 3>, 2> forms; ///< by domain::Language, then by domain::Gender

    const QString& in(domain::Language language, domain::Gender gender) const
    {
        return forms[size_t(language)][size_t(gender)];
    }
    bool isEmpty() const { return forms[0][0].isEmpty(); }
};

struct FieldOption {
    QString value; ///< ASCII, at most 40 characters
    Wording label;
    bool ends = false; ///< nothing more is needed: the session ends and nobody is called
};

/// One question of a form.
struct Field {
    QString key;   ///< ASCII, unique in the form
    Wording label; ///< before the value in the summary
    Wording ask;
    FieldType type = FieldType::Text;
    DateRange range = DateRange::Any;
    std::vector<FieldOption> options; ///< of a Choice
    bool optional = false;            ///< "skip" is an answer
    int longest = 300;                ///< characters of a Text, 1 to 1000
};

/// Said before everything else of the service while it holds.
struct Announcement {
    domain::LocalTime from;
    domain::LocalTime until; ///< exclusive
    Wording text;
};

/// A word or phrase that a service is found by, made out of what is written.
struct Keyword {
    Keyword(const QString& text)
        : written(text)
        , read(language::readText(text))
    {
    }

    QString written;
    language::Text read;
};

struct Service {
    QString id; ///< the name of its file without .json
    domain::Bilingual name;
    std::vector<Keyword> keywords;            ///< of both languages
    int mostWords = 12;                       ///< a longer message is about more than this
    std::optional<domain::WeeklyHours> hours; ///< nothing: always open, or as the clinic
    bool keepsClinicHours = false;            ///< open when the clinic is
    Wording closed;                           ///< said outside the hours
    std::vector<Announcement> announcements;
    std::vector<Role> roles;  ///< empty: everybody
    bool asksCode = false;    ///< a child's name and the code of it come first
    bool tellsVisits = false; ///< and then the child's coming visits are told
    By by = By::Agent;
    Wording answer; ///< fixed; {clinic}, {phone}, {address} and {hours} are filled in
    QString prompt; ///< for a language model, English; only with By::Agent
    std::vector<Field> fields;
    Wording done;     ///< said when the form was handed in
    int minutes = 60; ///< a session ends by itself so long after the last message, 1 to 1440
};

} // namespace delpek::agent::service

template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::service::Role> =
    std::to_array<std::pair<delpek::agent::service::Role, const char*>>({{delpek::agent::service::Role::Known, "known"},
                                                                         {delpek::agent::service::Role::New, "new"},
                                                                         {delpek::agent::service::Role::Parent,
                                                                          "parent"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::service::By> =
    std::to_array<std::pair<delpek::agent::service::By, const char*>>({{delpek::agent::service::By::Agent, "agent"},
                                                                       {delpek::agent::service::By::Form, "form"},
                                                                       {delpek::agent::service::By::Person, "person"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::service::FieldType> =
    std::to_array<std::pair<delpek::agent::service::FieldType, const char*>>(
        {{delpek::agent::service::FieldType::Text, "text"},
         {delpek::agent::service::FieldType::Date, "date"},
         {delpek::agent::service::FieldType::Choice, "choice"},
         {delpek::agent::service::FieldType::Phone, "phone"},
         {delpek::agent::service::FieldType::YesNo, "yes_no"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::agent::service::DateRange> =
    std::to_array<std::pair<delpek::agent::service::DateRange, const char*>>(
        {{delpek::agent::service::DateRange::Any, "any"},
         {delpek::agent::service::DateRange::Past, "past"},
         {delpek::agent::service::DateRange::Future, "future"}});
