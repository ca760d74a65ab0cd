// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/signs.h"

#include "language/resource.h"

namespace delpek::safety
{

namespace
{

constexpr int kMask = -1;
const auto kFile = QStringLiteral("triage.json");

tl::unexpected<Error> wrong(const QString& place, const QString& what)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: %3").arg(kFile, place, what));
}

bool overlaps(const language::Match& a, const language::Match& b)
{
    return a.first <= b.last && b.first <= a.last;
}

} // namespace

Result<std::unique_ptr<SignBook>> SignBook::load(const QString& folder)
{
    const auto json = language::readResource(folder, kFile);
    if (!json) {
        return fail(json.error());
    }
    auto book = std::make_unique<SignBook>();
    book->m_version = base::textAt(*json, "version");
    if (book->m_version.isEmpty()) {
        return wrong(QStringLiteral("version"), QStringLiteral("is missing"));
    }
    if (auto done = book->readSigns(*json); !done) {
        return fail(done.error());
    }
    if (auto done =
            book->m_patterns.forgive(language::textsAt(*json, "forgiven"), language::textsAt(*json, "real_words"));
        !done) {
        return wrong(QStringLiteral("forgiven"), done.error().detail);
    }
    if (auto done = book->readRules(*json); !done) {
        return fail(done.error());
    }
    auto assertion = language::Assertion::load(folder + QStringLiteral("/../language"));
    if (!assertion) {
        return fail(assertion.error());
    }
    book->m_assertion = std::move(*assertion);
    return book;
}

Result<Done> SignBook::readSigns(const base::Json& json)
{
    const auto& sets = base::at(json, "sets");
    for (const auto& item : sets.items()) {
        m_patterns.define(QString::fromStdString(item.key()), language::textsAt(sets, item.key().c_str()));
    }
    for (const auto& mask : language::textsAt(json, "idioms")) {
        if (auto done = m_patterns.add(mask, kMask); !done) {
            return wrong(QStringLiteral("idioms"), done.error().detail);
        }
    }
    for (const auto& item : base::at(json, "signs").items()) {
        const auto name = QString::fromStdString(item.key());
        m_signs.push_back({name, base::boolAt(item.value(), "any_standing"), base::boolAt(item.value(), "unmasked")});
        const auto patterns = language::textsAt(item.value(), "any");
        for (const auto& pattern : patterns) {
            if (auto done = m_patterns.add(pattern, int(m_signs.size()) - 1); !done) {
                return wrong(name, done.error().detail);
            }
        }
    }
    return Done{};
}

std::optional<int> SignBook::sign(const QString& name) const
{
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        if (m_signs[i].name == name) {
            return int(i);
        }
    }
    return std::nullopt;
}

Result<std::vector<int>> SignBook::combination(const QString& text, const QString& rule) const
{
    std::vector<int> all;
    for (const auto& name : text.split(QLatin1Char('+'))) {
        const auto known = sign(name.trimmed());
        if (!known) {
            return wrong(rule, QStringLiteral("sign \"%1\" is not known").arg(name.trimmed()));
        }
        all.push_back(*known);
    }
    return all;
}

Result<Done> SignBook::readRules(const base::Json& json)
{
    for (const auto& entry : base::at(json, "rules")) {
        TriageRule rule;
        rule.id = base::textAt(entry, "id");
        rule.response = base::textAt(entry, "response");
        const auto urgency = base::fromText<domain::Urgency>(base::textAt(entry, "urgency"));
        if (rule.id.isEmpty() || rule.response.isEmpty() || !urgency || *urgency == domain::Urgency::Routine) {
            return wrong(rule.id, QStringLiteral("needs an id, a response and an urgency above ROUTINE"));
        }
        rule.urgency = *urgency;
        for (const auto& text : language::textsAt(entry, "when")) {
            auto all = combination(text, rule.id);
            if (!all) {
                return fail(all.error());
            }
            rule.combinations.push_back(std::move(*all));
        }
        for (const auto& text : language::textsAt(entry, "unless")) {
            auto one = combination(text, rule.id);
            if (!one) {
                return fail(one.error());
            }
            rule.unless.insert(rule.unless.end(), one->begin(), one->end());
            m_callsOff.unite(QSet<int>(one->begin(), one->end()));
        }
        if (rule.combinations.empty()) {
            return wrong(rule.id, QStringLiteral("has no \"when\""));
        }
        m_rules.push_back(std::move(rule));
    }
    return m_rules.empty() ? Result<Done>(wrong(QStringLiteral("rules"), QStringLiteral("are missing")))
                           : Result<Done>(Done{});
}

Found SignBook::find(const QString& raw) const
{
    auto text = language::readText(raw);
    auto found = findIn(text);
    // People break a sentence over several messages: what runs on over a line's end is read once more as one.
    bool joined = false;
    for (std::size_t i = 1; i < text.tokens.size(); ++i) {
        auto& token = text.tokens[i];
        const auto from = text.tokens[i - 1].span.end;
        const auto between = QStringView(text.original).sliced(from, token.span.begin - from);
        const bool dots = between.contains(u'.') && !between.contains(QLatin1String(".."));
        if (token.breakBefore == 2 && !dots && !between.contains(u'!') && !between.contains(u'?')) {
            token.breakBefore = 0;
            joined = true;
        }
    }
    if (joined) {
        // Only signs of danger: what calls a rule off must be said in one piece.
        for (const auto& [sign, span] : findIn(text)) {
            if (!m_callsOff.contains(sign)) {
                found.emplace(sign, span);
            }
        }
    }
    return found;
}

Found SignBook::findIn(const language::Text& text) const
{
    const auto matches = m_patterns.match(text);
    const auto scope = m_assertion->scope(text);
    std::vector<language::Match> masks;
    std::copy_if(matches.begin(), matches.end(), std::back_inserter(masks),
                 [](const language::Match& match) { return match.owner == kMask; });
    Found found;
    for (const auto& match : matches) {
        if (match.owner == kMask || found.count(match.owner) > 0) {
            continue;
        }
        const auto& sign = m_signs[std::size_t(match.owner)];
        if (!sign.unmasked &&
            std::any_of(masks.begin(), masks.end(), [&](const auto& mask) { return overlaps(mask, match); })) {
            continue;
        }
        const bool so = sign.anyStanding || scope.of(match) == language::Standing::Present;
        if (so) {
            found.emplace(match.owner, language::Span{text.tokens[std::size_t(match.first)].span.begin,
                                                      text.tokens[std::size_t(match.last)].span.end});
        }
    }
    return found;
}

} // namespace delpek::safety
