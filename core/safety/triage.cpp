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
    base::Json questions;
};

namespace
{

QString wording(const base::Json& texts, const QString& key, domain::Language language, domain::Gender gender)
{
    const auto& forms =
        base::at(base::at(texts, base::utf8(key).c_str()), language == domain::Language::Hebrew ? "he" : "en");
    const auto text = base::textAt(forms, gender == domain::Gender::Female ? "female"
                                          : gender == domain::Gender::Male ? "male"
                                                                           : "unknown");
    return text.isEmpty() ? base::textAt(forms, "unknown") : text;
}

/// Names the first wording that is missing.
Result<Done> checkWordings(const base::Json& texts, const QString& key, const QString& rule)
{
    for (const char* language : {"he", "en"}) {
        if (base::textAt(base::at(base::at(texts, base::utf8(key).c_str()), language), "unknown").isEmpty()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("responses.json: no \"%1\" text for %2 of rule %3")
                                                     .arg(QLatin1String(language), key, rule));
        }
    }
    return Done{};
}

void sortByTier(std::vector<Hit>& hits)
{
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.tier > b.tier; });
}

/// Takes over what is said of one message of the burst, which begins at `begin`, when it is more urgent.
void raise(TriageResult& result, TriageResult&& line, qsizetype begin)
{
    if (line.urgency <= result.urgency) {
        return;
    }
    for (auto& hit : line.hits) {
        hit.span = {hit.span.begin + begin, hit.span.end + begin};
        const auto same = std::find_if(result.hits.begin(), result.hits.end(),
                                       [&](const Hit& known) { return known.rule == hit.rule; });
        if (same == result.hits.end()) {
            result.hits.push_back(std::move(hit));
        }
    }
    sortByTier(result.hits);
    result.urgency = line.urgency;
    result.response = std::move(line.response);
    result.question = std::move(line.question);
}

} // namespace

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
    data->questions = base::at(*responses, "questions");
    for (const auto& rule : data->book->rules()) {
        auto checked =
            rule.response.isEmpty() ? Result<Done>(Done{}) : checkWordings(data->responses, rule.response, rule.id);
        if (checked && !rule.question.isEmpty()) {
            checked = checkWordings(data->questions, rule.question, rule.id);
        }
        if (!checked) {
            return fail(checked.error());
        }
    }
    return std::unique_ptr<Triage>(new Triage(std::move(data)));
}

/// What no rule has words for: the second look may raise.
void Triage::lookAgain(const Reading& reading, bool severalMessages, TriageResult& result) const
{
    if (result.urgency == domain::Urgency::Emergency || reading.text.tokens.empty()) {
        return;
    }
    const auto& look = *m_data->secondLook;
    auto opinion = look.judge(reading, *m_data->book);
    opinion.vague = opinion.vague || severalMessages;
    if (look.isEmergency(opinion, !result.question.isEmpty())) {
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
    // What was said before and what the record knows counts beside each message.
    const auto& book = *m_data->book;
    QSet<int> before;
    for (const auto& earlier : context.earlier) {
        for (const auto& [sign, span] : book.read(earlier).found) {
            before.insert(sign);
        }
    }
    for (const auto& flag : context.flags) {
        if (const auto sign = book.sign(flag)) {
            before.insert(*sign);
        }
    }
    const auto lines = text.split(u'\n');
    auto result = judgePiece(text, before, lines.size() > 1);
    // Among messages about other things a sign of danger weighs less, and one of them may call off what another says.
    qsizetype begin = 0;
    for (const auto& line : lines) {
        if (lines.size() > 1 && result.urgency != domain::Urgency::Emergency &&
            !QStringView(line).trimmed().isEmpty()) {
            raise(result, judgePiece(line, before, false), begin);
        }
        begin += line.size() + 1;
    }
    return result;
}

TriageResult Triage::judgePiece(const QString& text, const QSet<int>& before, bool severalMessages) const
{
    const auto& book = *m_data->book;
    const auto reading = book.read(text);
    const auto& now = reading.found;
    QSet<int> present = before;
    for (const auto& [sign, span] : now) {
        present.insert(sign);
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
            // A flag of the record is for the doctor's card even when nobody mentions it today.
            if (all && (here != combination.end() || rule.tier == Tier::R)) {
                const auto urgency = urgencyOf(rule.tier);
                const auto span = here != combination.end() ? now.at(*here) : language::Span{0, text.size()};
                result.hits.push_back({rule.id, rule.tier, urgency, span});
                if (result.question.isEmpty()) {
                    result.question = rule.question;
                }
                if (urgency > result.urgency) {
                    result.urgency = urgency;
                    result.response = rule.response;
                }
                break;
            }
        }
    }
    lookAgain(reading, severalMessages, result);
    if (result.urgency != domain::Urgency::DoctorRequired) {
        result.question.clear();
    }
    sortByTier(result.hits);
    return result;
}

QString Triage::response(const QString& key, domain::Language language, domain::Gender gender,
                         const QString& phone) const
{
    return wording(m_data->responses, key, language, gender).replace(QStringLiteral("{phone}"), phone);
}

QString Triage::question(const QString& key, domain::Language language, domain::Gender gender) const
{
    return wording(m_data->questions, key, language, gender);
}

QString Triage::version() const
{
    return m_data->book->version();
}

} // namespace delpek::safety
