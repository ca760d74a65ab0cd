// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/escalationbook.h"

#include "language/resource.h"

namespace delpek::agent
{

namespace
{

const QString file = QStringLiteral("escalations.json");

tl::unexpected<Error> wrong(const QString& what)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(file, what));
}

/// {"word": minutes} by what `read` makes of the words.
template <typename Key, typename Read>
Result<std::map<Key, base::Duration>> minutesBy(const base::Json& json, Read read)
{
    std::map<Key, base::Duration> found;
    for (const auto& [word, value] : json.items()) {
        const std::optional<Key> key = read(QString::fromStdString(word));
        if (!key || !value.is_number_integer() || value.template get<int>() <= 0) {
            return wrong(QStringLiteral("deadline of \"%1\" must be a known word and whole minutes above 0")
                             .arg(QString::fromStdString(word)));
        }
        found[*key] = std::chrono::minutes(value.template get<int>());
    }
    return found;
}

} // namespace

Result<std::unique_ptr<EscalationBook>> EscalationBook::load(const QString& resources)
{
    const QString folder = resources + QStringLiteral("/agents");
    const auto json = language::readResource(folder, file);
    auto texts = Texts::load(folder + QStringLiteral("/escalationtexts.json"));
    auto intake = Intake::load(resources);
    if (!json || !texts || !intake) {
        return fail(!json ? json.error() : !texts ? texts.error() : intake.error());
    }
    const base::Json& deadlines = base::at(*json, "deadlines");
    auto tiers = minutesBy<safety::Tier>(base::at(deadlines, "tiers"),
                                         [](const QString& word) { return base::fromText<safety::Tier>(word); });
    auto responses =
        minutesBy<QString>(base::at(deadlines, "responses"), [](const QString& word) { return std::optional(word); });
    auto urgencies = minutesBy<domain::Urgency>(
        base::at(deadlines, "urgencies"), [](const QString& word) { return base::fromText<domain::Urgency>(word); });
    if (!tiers || !responses || !urgencies) {
        return fail(!tiers ? tiers.error() : !responses ? responses.error() : urgencies.error());
    }
    auto book = std::make_unique<EscalationBook>();
    for (const auto& [reason, value] : base::at(*json, "answers").items()) {
        const QStringList keys = language::textsAt(base::at(*json, "answers"), reason.c_str());
        for (const QString& key : keys) {
            if (!texts->contains(key)) {
                return wrong(QStringLiteral("there is no text \"%1\"").arg(key));
            }
        }
        book->m_answers[QString::fromStdString(reason)] = keys;
    }
    book->m_tiers = std::move(*tiers);
    book->m_responses = std::move(*responses);
    book->m_urgencies = std::move(*urgencies);
    book->m_consentWording = base::textAt(base::at(*json, "consent"), "wording");
    book->m_texts = std::move(*texts);
    book->m_intake = std::move(*intake);
    return book;
}

std::optional<base::Instant> EscalationBook::dueAt(domain::Urgency urgency, const safety::TriageResult* triage,
                                                   base::Instant since) const
{
    std::optional<base::Duration> within;
    if (triage && !triage->hits.empty() && m_tiers.contains(triage->hits.front().tier)) {
        within = m_tiers.at(triage->hits.front().tier);
    } else if (m_urgencies.contains(urgency)) {
        within = m_urgencies.at(urgency);
    }
    if (within && triage && m_responses.contains(triage->response)) {
        within = std::min(*within, m_responses.at(triage->response));
    }
    return within ? std::optional(since + *within) : std::nullopt;
}

std::vector<domain::SuggestedAnswer> EscalationBook::answers(const QString& reason, domain::Language language,
                                                             domain::Gender gender) const
{
    auto keys = m_answers.find(reason);
    if (keys == m_answers.end()) {
        keys = m_answers.find(QStringLiteral("*"));
    }
    std::vector<domain::SuggestedAnswer> answers;
    for (const QString& key : keys == m_answers.end() ? QStringList() : keys->second) {
        answers.push_back({key, m_texts.text(key, language, gender)});
    }
    return answers;
}

QStringList flagsIn(const safety::TriageResult& triage)
{
    static const QString prefix = QStringLiteral("flag-");
    QStringList flags;
    for (const auto& hit : triage.hits) {
        if (hit.rule.startsWith(prefix)) {
            flags << QString(hit.rule.mid(prefix.size())).replace(QLatin1Char('-'), QLatin1Char('_'));
        }
    }
    flags.removeDuplicates();
    return flags;
}

} // namespace delpek::agent
