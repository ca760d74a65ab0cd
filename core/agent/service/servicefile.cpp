// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/servicefile.h"

#include "agent/service/place.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace delpek::agent::service
{

namespace
{

constexpr int mostFields = 10;
constexpr int mostOptions = 10;
constexpr qsizetype longestLabel = 20; ///< of WhatsApp's buttons

QStringList wordList(std::initializer_list<const char*> words)
{
    QStringList list;
    for (const char* word : words) {
        list << QLatin1String(word);
    }
    return list;
}

/// Only what the program fills in stands in braces.
void checkPlaceholders(const Place& place, const QString& text, const QStringList& known)
{
    static const QRegularExpression braces(QStringLiteral("\\{([^}]*)\\}?"));
    for (auto found = braces.globalMatch(text); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (!known.contains(name)) {
            place.reject("braces", known.isEmpty()
                                       ? QStringLiteral("nothing is filled in here: take \"{%1}\" out").arg(name)
                                       : QStringLiteral("\"{%1}\" is not filled in; there are {%2}")
                                             .arg(name, known.join(QStringLiteral("}, {"))));
        }
    }
}

/// {"he": "…" or {"neutral", "female", "male"}, "en": …}
Wording wordingFrom(const Place& place, const QStringList& placeholders = {})
{
    Wording wording;
    if (place.isNull()) {
        return wording;
    }
    place.allowOnly(wordList({"he", "en"}));
    for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
        const Place text = place.member(language == domain::Language::Hebrew ? "he" : "en");
        auto& forms = wording.forms[size_t(language)];
        if (text.value().is_object()) {
            text.allowOnly(wordList({"neutral", "female", "male"}));
            forms = {text.member("neutral").requiredText(), text.member("female").requiredText(),
                     text.member("male").requiredText()};
        } else {
            forms.fill(text.requiredText());
        }
        for (const QString& form : forms) {
            checkPlaceholders(text, form, placeholders);
        }
    }
    return wording;
}

Wording requiredWording(const Place& place, const QStringList& placeholders = {})
{
    if (place.isNull()) {
        place.reject("missing", QStringLiteral("a text in both languages is needed: {\"he\": \"…\", \"en\": \"…\"}"));
    }
    return wordingFrom(place, placeholders);
}

/// What stands on a button.
Wording labelFrom(const Place& place)
{
    const Wording label = requiredWording(place);
    for (const auto& language : label.forms) {
        for (const QString& form : language) {
            if (form.size() > longestLabel) {
                place.reject("label", QStringLiteral("a label has at most %1 characters").arg(longestLabel));
            }
        }
    }
    return label;
}

template <typename Enum>
Enum wordFrom(const Place& place, Enum otherwise)
{
    if (place.isNull()) {
        return otherwise;
    }
    if (const auto known = base::fromText<Enum>(place.text())) {
        return *known;
    }
    QStringList words;
    for (const auto& [value, word] : base::enumWords<Enum>) {
        words << QLatin1String(word);
    }
    place.reject("word", QStringLiteral("write one of ") + words.join(QStringLiteral(", ")));
    return otherwise;
}

void checkName(const Place& place, const QString& name)
{
    if (!isServiceName(name)) {
        place.reject("name", QStringLiteral("write a word of small letters, digits and _, at most 40 characters"));
    }
}

std::vector<FieldOption> optionsFrom(const Place& place)
{
    std::vector<FieldOption> options;
    QSet<QString> seen;
    for (const auto& element : place.elements()) {
        element.allowOnly(wordList({"value", "label", "ends"}));
        FieldOption option;
        option.value = element.member("value").requiredText();
        checkName(element.member("value"), option.value);
        option.label = labelFrom(element.member("label"));
        option.ends = element.member("ends").flag();
        if (seen.contains(option.value)) {
            element.member("value").reject("taken", QStringLiteral("this value is taken: give each option its own"));
        }
        seen.insert(option.value);
        options.push_back(std::move(option));
    }
    if (options.size() < 2 || options.size() > mostOptions) {
        place.reject("options", QStringLiteral("a choice needs 2 to %1 options").arg(mostOptions));
    }
    return options;
}

Field fieldFrom(const Place& place)
{
    place.allowOnly(wordList({"key", "label", "ask", "type", "range", "options", "optional", "longest"}));
    Field field;
    field.key = place.member("key").requiredText();
    checkName(place.member("key"), field.key);
    field.label = labelFrom(place.member("label"));
    field.ask = requiredWording(place.member("ask"));
    field.type = wordFrom(place.member("type"), FieldType::Text);
    field.range = wordFrom(place.member("range"), DateRange::Any);
    field.optional = place.member("optional").flag();
    field.longest = place.member("longest").number(1, 1000, field.longest);
    if (field.type == FieldType::Choice) {
        field.options = optionsFrom(place.member("options"));
    } else if (!place.member("options").isNull()) {
        place.member("options").reject("misplaced", QStringLiteral("only a choice has options: take them out"));
    }
    if (field.type != FieldType::Date && !place.member("range").isNull()) {
        place.member("range").reject("misplaced", QStringLiteral("only a date has a range: take it out"));
    }
    return field;
}

std::vector<Field> fieldsFrom(const Place& place)
{
    std::vector<Field> fields;
    QSet<QString> seen;
    for (const auto& element : place.elements()) {
        fields.push_back(fieldFrom(element));
        if (seen.contains(fields.back().key)) {
            element.member("key").reject("taken", QStringLiteral("this key is taken: give each field its own"));
        }
        seen.insert(fields.back().key);
    }
    if (fields.size() > mostFields) {
        place.reject("options", QStringLiteral("a form has at most %1 fields").arg(mostFields));
    }
    return fields;
}

std::vector<Announcement> announcementsFrom(const Place& place)
{
    std::vector<Announcement> announcements;
    for (const auto& element : place.elements()) {
        element.allowOnly(wordList({"from", "until", "text"}));
        Announcement announcement{element.member("from").time(), element.member("until").time(),
                                  requiredWording(element.member("text"))};
        if (!(announcement.from < announcement.until)) {
            element.member("until").reject("end", QStringLiteral("the end comes after the beginning"));
        }
        announcements.push_back(std::move(announcement));
    }
    return announcements;
}

/// What belongs together, beyond each member.
void checkWhole(const Place& place, const Service& service)
{
    const auto need = [&](bool fits, const char* member, const char* word, const QString& remedy) {
        if (!fits) {
            place.member(member).reject(word, remedy);
        }
    };
    need(!service.keywords.empty(), "keywords", "keywords", QStringLiteral("name at least one word"));
    const bool mayClose = service.hours || service.keepsClinicHours;
    need(!mayClose || !service.closed.isEmpty(), "closed", "missing",
         QStringLiteral("say what is answered outside the hours"));
    need(mayClose || service.closed.isEmpty(), "hours", "closedNever",
         QStringLiteral("\"closed\" is never said without hours"));
    need(service.by == By::Form || (service.fields.empty() && service.done.isEmpty() && !service.asksCode), "by",
         "formOnly", QStringLiteral("fields, \"done\" and a code belong to a form: write form"));
    need(service.by != By::Form || !service.fields.empty(), "fields", "missing",
         QStringLiteral("a form needs at least one"));
    need(service.by != By::Form || !service.done.isEmpty(), "done", "missing",
         QStringLiteral("say what is answered when the form was handed in"));
    need(service.by == By::Agent || service.prompt.isEmpty(), "prompt", "misplaced",
         QStringLiteral("only an agent reads a prompt: write \"by\": \"agent\", or take it out"));
    need(service.by != By::Agent || !service.prompt.isEmpty() || !service.answer.isEmpty(), "answer", "missing",
         QStringLiteral("an agent needs an answer or a prompt"));
    need(service.by != By::Person || !service.answer.isEmpty(), "answer", "missing",
         QStringLiteral("say what is answered when a person is called"));
    need(service.asksCode || !service.tellsVisits, "tells_visits", "code",
         QStringLiteral("visits are told to who gave the code only: write \"asks_code\": true"));
    const bool ofParents = std::ranges::find(service.roles, Role::Parent) != service.roles.end();
    need(!ofParents || service.asksCode, "roles", "code",
         QStringLiteral("one becomes a parent by the code: write \"asks_code\": true, or take parent out"));
}

} // namespace

bool isServiceName(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z][a-z0-9_]{0,39}\\z"));
    return form.match(name).hasMatch();
}

Reading readService(const base::Json& json, const QString& file)
{
    std::vector<Fault> faults;
    const Place place(json, {}, faults);
    if (!json.is_object()) {
        place.reject("form", QStringLiteral("write an object in braces"));
    }
    place.allowOnly(
        wordList({"id", "about", "off", "name", "keywords", "most_words", "hours", "closed", "announcements", "roles",
                  "asks_code", "tells_visits", "by", "answer", "prompt", "fields", "done", "minutes"}));
    const QStringList facts = wordList({"clinic", "phone", "address", "hours"});
    Service service;
    service.id = place.member("id").requiredText();
    checkName(place.member("id"), service.id);
    if (const QString name = QFileInfo(file).completeBaseName(); service.id != name) {
        place.member("id").reject("fileName", QStringLiteral("write the name of the file, %1").arg(name));
    }
    const bool off = place.member("off").flag();
    if (!off) {
        const Place name = place.member("name");
        service.name = {name.member("he").requiredText(), name.member("en").requiredText()};
        const Place keywords = place.member("keywords");
        keywords.allowOnly(wordList({"he", "en"}));
        for (const QString& keyword : keywords.member("he").texts() + keywords.member("en").texts()) {
            service.keywords.emplace_back(keyword);
        }
        service.mostWords = place.member("most_words").number(1, 100, service.mostWords);
        const Place hours = place.member("hours");
        service.keepsClinicHours = hours.value() == "clinic";
        if (!hours.isNull() && !service.keepsClinicHours) {
            service.hours = hours.hours();
        }
        service.closed = wordingFrom(place.member("closed"), facts);
        service.announcements = announcementsFrom(place.member("announcements"));
        for (const auto& role : place.member("roles").elements()) {
            service.roles.push_back(wordFrom(role, Role::Known));
        }
        service.asksCode = place.member("asks_code").flag();
        service.tellsVisits = place.member("tells_visits").flag();
        service.by = wordFrom(place.member("by"), By::Agent);
        service.answer = wordingFrom(place.member("answer"), facts);
        service.prompt = place.member("prompt").text();
        service.fields = fieldsFrom(place.member("fields"));
        service.done = wordingFrom(place.member("done"), facts);
        service.minutes = place.member("minutes").number(1, 24 * 60, service.minutes);
        checkWhole(place, service);
    }
    return {off ? std::optional<Service>() : std::optional(std::move(service)), std::move(faults)};
}

Result<std::optional<Service>> parseService(const base::Json& json, const QString& file)
{
    auto reading = readService(json, file);
    if (!reading.faults.empty()) {
        const Fault& first = reading.faults.front();
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: %3").arg(file, first.place, first.remedy));
    }
    return std::move(reading.service);
}

} // namespace delpek::agent::service
