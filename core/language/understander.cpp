// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/intents.h"
#include "language/resource.h"

namespace delpek::language
{

namespace
{

bool isAny(const QString& word, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char* one) { return word == QLatin1String(one); });
}

Purpose purposeOf(const QString& intent)
{
    if (intent == QLatin1String("reschedule_appointment")) {
        return Purpose::Move;
    }
    if (isAny(intent, {"cancel_appointment", "confirm_appointment", "my_appointments"})) {
        return Purpose::Existing;
    }
    if (isAny(intent, {"medical_question", "prescription", "insurance", "location"})) {
        return Purpose::Question;
    }
    const bool aside = isAny(intent, {"invoice", "price", "records", "complaint", "feedback", "service_info", "opt_out",
                                      "privacy_request", "thanks", "goodbye"});
    return intent == QLatin1String("symptom") ? Purpose::Report
           : intent == QLatin1String("hours") ? Purpose::Opening
           : aside                            ? Purpose::Aside
                                              : Purpose::Wish;
}

/// A day beside money or papers is nothing to act on, unless a visit is spoken of as well.
bool statesTime(Purpose purpose, const Understanding& said, const QString& asked)
{
    const bool besides = purpose == Purpose::Aside || said.intent == QLatin1String("pay") ||
                         (isAny(said.intent, {"greeting", "other"}) && said.treatment.isEmpty());
    return !besides || !asked.isEmpty() || std::any_of(said.wishes.begin(), said.wishes.end(), [](const QString& wish) {
        return isAny(wish, {"book_appointment", "reschedule_appointment", "cancel_appointment"});
    });
}

} // namespace

struct Understander::Data {
    std::unique_ptr<Lexicon> lexicon;
    IntentModel model;
};

Understander::Understander(std::unique_ptr<const Data> data)
    : m_data(std::move(data))
{
}
Understander::~Understander() = default;

Result<std::unique_ptr<Understander>> Understander::load(const QString& resources)
{
    auto lexicon = Lexicon::load(resources);
    if (!lexicon) {
        return fail(lexicon.error());
    }
    const auto bytes = readBytes(resources, QStringLiteral("intents.model"));
    if (!bytes) {
        return fail(bytes.error());
    }
    auto model = IntentModel::fromBytes(*bytes);
    if (!model) {
        return fail(model.error());
    }
    auto data = std::make_unique<Data>(Data{std::move(*lexicon), std::move(*model)});
    return std::unique_ptr<Understander>(new Understander(std::move(data)));
}

Understanding Understander::understand(const QString& raw, const UnderstandingContext& context) const
{
    auto heard = hear(raw, *m_data->lexicon, context);
    const auto reading = readIntent(heard, m_data->model, context.asked);
    auto understanding = std::move(heard.understanding);
    if (reading.intent >= 0) {
        understanding.intent = QLatin1String(intentNames[std::size_t(reading.intent)]);
        understanding.score = reading.score;
    }
    for (const int wish : reading.wishes) {
        understanding.wishes.push_back(QLatin1String(intentNames[std::size_t(wish)]));
    }
    auto purpose = purposeOf(understanding.intent);
    const auto& wished = understanding.wishes;
    if (purpose == Purpose::Report &&
        std::find(wished.begin(), wished.end(), QStringLiteral("reschedule_appointment")) != wished.end()) {
        purpose = Purpose::Move;
    }
    if (!statesTime(purpose, understanding, context.asked)) {
        understanding.whens.clear();
        understanding.when.reset();
    } else if (purpose != Purpose::Wish) {
        understanding.whens = readWhen(heard.text, heard.dates, purpose);
        understanding.when = understanding.whens.empty() ? std::nullopt : std::optional(understanding.whens.front());
    }
    if (purpose == Purpose::Move) {
        understanding.standing = composeWhen(heard.text, heard.dates, Purpose::Existing);
    }
    return understanding;
}

base::Json slotsToJson(const Understanding& understanding)
{
    base::Json slots_ = base::Json::object();
    if (const auto& when = understanding.when) {
        base::Json value = base::Json::object();
        const auto date = [](QDate day) { return base::utf8(day.toString(Qt::ISODate)); };
        if (when->date) {
            value["date"] = date(*when->date);
        }
        if (when->from && when->to) {
            value["from"] = date(*when->from);
            value["to"] = date(*when->to);
        }
        // The guide knows no open spans of days, and no open-ended times: "after six" is the part of the day it begins
        // in, "from six" the hour.
        const auto bound = when->notBefore  ? when->notBefore
                           : when->notAfter ? std::optional(when->notAfter->addSecs(-1))
                                            : std::nullopt;
        if (when->from) {
            // A span has neither time nor part there.
        } else if (when->time) {
            value["time"] = base::utf8(when->time->toString(QStringLiteral("HH:mm")));
        } else if (when->begins && when->notBefore && !when->notAfter) {
            value["time"] = base::utf8(when->notBefore->toString(QStringLiteral("HH:mm")));
        } else if (!when->part.isEmpty()) {
            value["part"] = base::utf8(when->part);
        } else if (bound) {
            const int hour = bound->hour();
            value["part"] = hour < 12 ? "morning" : hour < 15 ? "noon" : hour < 18 ? "afternoon" : "evening";
        }
        if (!value.empty()) {
            slots_["when"] = value;
        }
    }
    const auto put = [&](const char* key, const QString& text) {
        if (!text.isEmpty()) {
            slots_[key] = base::utf8(text);
        }
    };
    put("treatment", understanding.treatment);
    put("doctor", understanding.doctor);
    put("person", understanding.person);
    put("body_part", understanding.bodyPart);
    return slots_;
}

} // namespace delpek::language
