// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/servicedraft.h"

#include "domain/weekhours.h"

namespace delpek::desk
{

namespace
{

QString written(const FileJson& value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()).trimmed() : QString();
}

const FileJson& memberOf(const FileJson& object, const char* key)
{
    static const FileJson none;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() ? none : *found;
}

QStringList listOf(const FileJson& list)
{
    QStringList texts;
    if (list.is_array()) {
        for (const auto& one : list) {
            texts << written(one);
        }
    }
    texts.removeAll(QString());
    return texts;
}

int numberOf(const FileJson& value, int otherwise)
{
    return value.is_number_integer() ? value.get<int>() : otherwise;
}

bool isTrue(const FileJson& value)
{
    return value.is_boolean() && value.get<bool>();
}

ServiceForms formsOf(const FileJson& value)
{
    return value.is_object() ? ServiceForms{written(memberOf(value, "neutral")), written(memberOf(value, "female")),
                                            written(memberOf(value, "male"))}
                             : ServiceForms::same(written(value));
}

ServiceText textOf(const FileJson& value)
{
    return {formsOf(memberOf(value, "he")), formsOf(memberOf(value, "en"))};
}

domain::Bilingual namesOf(const FileJson& value)
{
    return {textOf(value).hebrew.neutral, textOf(value).english.neutral};
}

domain::WeeklyHours hoursOf(const FileJson& value)
{
    domain::WeeklyHours hours;
    for (size_t day = 0; day < domain::weekdayNames.size(); ++day) {
        for (const QString& span : listOf(memberOf(value, domain::weekdayNames[day]))) {
            // What is half written comes back half, to be mended.
            hours[day].push_back({QTime::fromString(span.section(QLatin1Char('-'), 0, 0), QStringLiteral("HH:mm")),
                                  QTime::fromString(span.section(QLatin1Char('-'), 1), QStringLiteral("HH:mm"))});
        }
    }
    return hours;
}

FileJson toJson(const QStringList& texts)
{
    FileJson list = FileJson::array();
    for (const QString& text : texts) {
        list.push_back(text.toStdString());
    }
    return list;
}

FileJson toJson(const ServiceForms& forms)
{
    if (!forms.differ()) {
        return forms.neutral.toStdString();
    }
    return {{"neutral", forms.neutral.toStdString()},
            {"female", forms.female.toStdString()},
            {"male", forms.male.toStdString()}};
}

FileJson toJson(const ServiceText& text)
{
    return {{"he", toJson(text.hebrew)}, {"en", toJson(text.english)}};
}

FileJson toJson(const domain::WeeklyHours& hours)
{
    FileJson week = FileJson::object();
    for (size_t day = 0; day < domain::weekdayNames.size(); ++day) {
        QStringList spans;
        for (const auto& span : hours[day]) {
            spans << domain::spanText(span);
        }
        if (!spans.isEmpty()) {
            week[domain::weekdayNames[day]] = toJson(spans);
        }
    }
    return week;
}

FileJson toJson(const std::vector<ServiceNotice>& notices)
{
    FileJson list = FileJson::array();
    for (const auto& notice : notices) {
        list.push_back({{"from", notice.from.toText().toStdString()},
                        {"until", notice.until.toText().toStdString()},
                        {"text", toJson(notice.text)}});
    }
    return list;
}

/// An absent member and an empty one are the same to a reader of the file.
void put(FileJson& file, const char* key, bool isEmpty, const FileJson& value)
{
    if (isEmpty) {
        file.erase(key);
    } else {
        file[key] = value;
    }
}

FileJson toJson(ServiceDraft::By by)
{
    return by == ServiceDraft::By::Form ? "form" : by == ServiceDraft::By::Person ? "person" : "agent";
}

} // namespace

ServiceDraft draftOf(const FileJson& file)
{
    ServiceDraft draft;
    draft.id = written(memberOf(file, "id"));
    draft.name = namesOf(memberOf(file, "name"));
    draft.hebrewKeywords = listOf(memberOf(memberOf(file, "keywords"), "he"));
    draft.englishKeywords = listOf(memberOf(memberOf(file, "keywords"), "en"));
    draft.mostWords = numberOf(memberOf(file, "most_words"), draft.mostWords);
    const QString by = written(memberOf(file, "by"));
    draft.by = by == QLatin1String("form")     ? ServiceDraft::By::Form
               : by == QLatin1String("person") ? ServiceDraft::By::Person
                                               : ServiceDraft::By::Agent;
    draft.answer = textOf(memberOf(file, "answer"));
    const FileJson& hours = memberOf(file, "hours");
    draft.opening = hours.is_object() ? ServiceDraft::Opening::Own
                    : hours.is_null() ? ServiceDraft::Opening::Always
                                      : ServiceDraft::Opening::Clinic;
    draft.hours = hoursOf(hours);
    draft.closed = textOf(memberOf(file, "closed"));
    if (const FileJson& notices = memberOf(file, "announcements"); notices.is_array()) {
        for (const auto& one : notices) {
            draft.notices.push_back({domain::LocalTime::fromText(written(memberOf(one, "from"))),
                                     domain::LocalTime::fromText(written(memberOf(one, "until"))),
                                     textOf(memberOf(one, "text"))});
        }
    }
    draft.roles = listOf(memberOf(file, "roles"));
    draft.done = textOf(memberOf(file, "done"));
    draft.minutes = numberOf(memberOf(file, "minutes"), draft.minutes);
    return draft;
}

ServiceEntry entryOf(const FileJson& file)
{
    ServiceEntry entry;
    entry.draft = draftOf(file);
    entry.isOff = isTrue(memberOf(file, "off"));
    entry.asksCode = isTrue(memberOf(file, "asks_code"));
    entry.hasPrompt = !written(memberOf(file, "prompt")).isEmpty();
    if (const FileJson& fields = memberOf(file, "fields"); fields.is_array()) {
        for (const auto& field : fields) {
            entry.questions.push_back({namesOf(memberOf(field, "label")), namesOf(memberOf(field, "ask")),
                                       isTrue(memberOf(field, "optional"))});
        }
    }
    return entry;
}

FileJson withDraft(FileJson file, const ServiceDraft& draft)
{
    if (!file.is_object()) {
        file = FileJson::object();
    }
    const ServiceDraft before = draftOf(file);
    if (draft.id != before.id) {
        file["id"] = draft.id.toStdString();
    }
    if (draft.name.he != before.name.he || draft.name.en != before.name.en) {
        file["name"] = {{"he", draft.name.he.toStdString()}, {"en", draft.name.en.toStdString()}};
    }
    if (draft.hebrewKeywords != before.hebrewKeywords || draft.englishKeywords != before.englishKeywords) {
        file["keywords"] = {{"he", toJson(draft.hebrewKeywords)}, {"en", toJson(draft.englishKeywords)}};
    }
    if (draft.mostWords != before.mostWords) {
        file["most_words"] = draft.mostWords;
    }
    if (draft.roles != before.roles) {
        put(file, "roles", draft.roles.isEmpty(), toJson(draft.roles));
    }
    if (draft.opening != before.opening || draft.hours != before.hours) {
        put(file, "hours", draft.opening == ServiceDraft::Opening::Always,
            draft.opening == ServiceDraft::Opening::Clinic ? FileJson("clinic") : toJson(draft.hours));
    }
    if (draft.by != before.by || !file.contains("by")) {
        file["by"] = toJson(draft.by);
    }
    const auto putText = [&](const char* key, const ServiceText& text, const ServiceText& was) {
        if (text != was) {
            put(file, key, text.isEmpty(), toJson(text));
        }
    };
    putText("answer", draft.answer, before.answer);
    putText("closed", draft.closed, before.closed);
    putText("done", draft.done, before.done);
    if (draft.notices != before.notices) {
        put(file, "announcements", draft.notices.empty(), toJson(draft.notices));
    }
    if (draft.minutes != before.minutes) {
        file["minutes"] = draft.minutes;
    }
    return file;
}

QByteArray fileBytes(const FileJson& file)
{
    return QByteArray::fromStdString(file.dump(2, ' ', false, FileJson::error_handler_t::replace)) + '\n';
}

} // namespace delpek::desk
