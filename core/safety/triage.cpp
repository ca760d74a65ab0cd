// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/resource.h"
#include "safety/secondlook.h"
#include "safety/signs.h"

namespace delpek::safety
{

domain::Urgency urgencyOf(Tier tier)
{
    return tier >= Tier::E2  ? domain::Urgency::Emergency
           : tier >= Tier::S ? domain::Urgency::DoctorRequired
                             : domain::Urgency::Routine;
}

struct Triage::Data {
    std::unique_ptr<SignBook> book;
    std::unique_ptr<SecondLook> secondLook;
    base::Json responses;
};

Triage::Triage(std::unique_ptr<const Data> data)
    : m_data(std::move(data))
{
}
Triage::~Triage() = default;

Result<std::unique_ptr<Triage>> Triage::load(const QString& resources)
{
    auto book = SignBook::load(resources);
    if (!book) {
        return fail(book.error());
    }
    auto secondLook = SecondLook::load(resources);
    if (!secondLook) {
        return fail(secondLook.error());
    }
    const auto file = QStringLiteral("responses.json");
    auto responses = language::readResource(resources, file);
    if (!responses) {
        return fail(responses.error());
    }
    auto data = std::make_unique<Data>();
    data->book = std::move(*book);
    data->secondLook = std::move(*secondLook);
    data->responses = base::at(*responses, "responses");
    for (const auto& rule : data->book->rules()) {
        if (rule.response.isEmpty()) {
            continue;
        }
        const auto& texts = base::at(data->responses, base::utf8(rule.response).c_str());
        for (const char* language : {"he", "en"}) {
            if (base::textAt(base::at(texts, language), "unknown").isEmpty()) {
                return fail(ErrorCode::InvalidInput, QStringLiteral("%1: no \"%2\" text for response %3 of rule %4")
                                                         .arg(file, QLatin1String(language), rule.response, rule.id));
            }
        }
    }
    return std::unique_ptr<Triage>(new Triage(std::move(data)));
}

/// What no rule has words for: the second look may raise.
void Triage::lookAgain(const Reading& reading, TriageResult& result) const
{
    if (result.urgency == domain::Urgency::Emergency || reading.text.tokens.empty()) {
        return;
    }
    const auto& look = *m_data->secondLook;
    const auto opinion = look.judge(reading, *m_data->book);
    if (look.isEmergency(opinion)) {
        result.urgency = domain::Urgency::Emergency;
        result.response = QStringLiteral("ambulance");
        result.hits.push_back({QStringLiteral("second-look-emergency"), Tier::E2, result.urgency, opinion.span});
    } else if (result.urgency == domain::Urgency::Routine && look.isForDoctor(opinion)) {
        result.urgency = domain::Urgency::DoctorRequired;
        result.response = QStringLiteral("doctor");
        result.hits.push_back({QStringLiteral("second-look-doctor"), Tier::S, result.urgency, opinion.span});
    }
}

TriageResult Triage::judge(const QString& text, const TriageContext& context) const
{
    const auto& book = *m_data->book;
    const auto reading = book.read(text);
    const auto& now = reading.found;
    QSet<int> present;
    for (const auto& [sign, span] : now) {
        present.insert(sign);
    }
    for (const auto& earlier : context.earlier) {
        for (const auto& [sign, span] : book.read(earlier).found) {
            present.insert(sign);
        }
    }
    for (const auto& flag : context.flags) {
        if (const auto sign = book.sign(flag)) {
            present.insert(*sign);
        }
    }
    TriageResult result;
    for (const auto& rule : book.rules()) {
        if (std::any_of(rule.unless.begin(), rule.unless.end(), [&](int sign) { return now.count(sign) > 0; })) {
            continue;
        }
        for (const auto& combination : rule.combinations) {
            const bool all =
                std::all_of(combination.begin(), combination.end(), [&](int sign) { return present.contains(sign); });
            // What was said before was judged before: something of it must be new.
            const auto here =
                std::find_if(combination.begin(), combination.end(), [&](int sign) { return now.count(sign) > 0; });
            if (all && here != combination.end()) {
                const auto urgency = urgencyOf(rule.tier);
                result.hits.push_back({rule.id, rule.tier, urgency, now.at(*here)});
                if (urgency > result.urgency) {
                    result.urgency = urgency;
                    result.response = rule.response;
                }
                break;
            }
        }
    }
    lookAgain(reading, result);
    std::stable_sort(result.hits.begin(), result.hits.end(),
                     [](const Hit& a, const Hit& b) { return a.tier > b.tier; });
    return result;
}

QString Triage::response(const QString& key, domain::Language language, domain::Gender gender,
                         const QString& phone) const
{
    const auto& texts = base::at(base::at(m_data->responses, base::utf8(key).c_str()),
                                 language == domain::Language::Hebrew ? "he" : "en");
    auto text = base::textAt(texts, gender == domain::Gender::Female ? "female"
                                    : gender == domain::Gender::Male ? "male"
                                                                     : "unknown");
    if (text.isEmpty()) {
        text = base::textAt(texts, "unknown");
    }
    return text.replace(QStringLiteral("{phone}"), phone);
}

QString Triage::version() const
{
    return m_data->book->version();
}

} // namespace delpek::safety
