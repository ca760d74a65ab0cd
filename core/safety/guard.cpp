// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/pattern.h"
#include "language/resource.h"
#include "safety/gates.h"

#include <QRegularExpression>
#include <QSet>

namespace delpek::safety
{

namespace
{

const auto kFile = QStringLiteral("guard.json");

struct GuardRule {
    QString id;
    QStringList tools; ///< a success of one of these makes the words true
};

/// Numbers as they stand in tool results; minor units count as whole ones too.
void collectNumbers(const base::Json& json, QSet<qint64>& into)
{
    if (json.is_number()) {
        const double value = json.get<double>();
        into.insert(qint64(value));
        into.insert(qint64(value / 100));
    } else if (json.is_string()) {
        static const QRegularExpression digits(QStringLiteral("\\d[\\d,]*"));
        auto found = digits.globalMatch(QString::fromStdString(json.get<std::string>()));
        while (found.hasNext()) {
            into.insert(found.next().captured().remove(QLatin1Char(',')).toLongLong());
        }
    } else if (json.is_structured()) {
        for (const auto& member : json) {
            collectNumbers(member, into);
        }
    }
}

bool pricesAreKnown(const QString& draft, const std::vector<base::Json>& results)
{
    // An amount and its sign stand on one line: "480 ₪\n1. …" is not an amount of one.
    static const QRegularExpression amount(
        QStringLiteral("(?:(?:₪|\\$|€|ILS|NIS)[ \\t\u00A0]*(\\d[\\d,]*)|(\\d[\\d,]*)(?:\\.\\d+)?[ \\t\u00A0]*-?"
                       "(?:₪|ש\"ח|ש״ח|שח\\b|שקל|ILS|NIS|shekel|\\$|€))"),
        QRegularExpression::CaseInsensitiveOption);
    auto found = amount.globalMatch(draft);
    if (!found.hasNext()) {
        return true;
    }
    QSet<qint64> known;
    for (const auto& result : results) {
        collectNumbers(result, known);
    }
    while (found.hasNext()) {
        const auto match = found.next();
        auto digits = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        if (!known.contains(digits.remove(QLatin1Char(',')).toLongLong())) {
            return false;
        }
    }
    return true;
}

bool linksAreAllowed(const QString& draft, const QStringList& allowed)
{
    static const QRegularExpression link(QStringLiteral("(?:https?://"
                                                        "|www\\.)[^\\s<>\"]+|\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|"
                                                        "net|org|io|co|il|me|ly|info|app|example)\\b[^\\s<>\"]*"),
                                         QRegularExpression::CaseInsensitiveOption);
    auto found = link.globalMatch(draft);
    while (found.hasNext()) {
        auto address = found.next().captured();
        while (!address.isEmpty() && QStringLiteral(".,;:!?)").contains(address.back())) {
            address.chop(1);
        }
        if (!allowed.contains(address)) {
            return false;
        }
    }
    return true;
}

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += c;
        }
    }
    return digits;
}

/// Names as whole words; phones by their last nine digits, however they are written.
bool namesOther(const QString& draft, const std::vector<QString>& others)
{
    const auto words = QLatin1Char(' ') + [&] {
        QStringList keys;
        for (const auto& token : language::readText(draft).tokens) {
            keys.append(token.key);
        }
        return keys.join(QLatin1Char(' '));
    }() + QLatin1Char(' ');
    const auto draftDigits = digitsOf(draft);
    for (const auto& other : others) {
        const auto digits = digitsOf(other);
        if (digits.size() >= 7) {
            if (draftDigits.contains(digits.right(9))) {
                return true;
            }
            continue;
        }
        QStringList keys;
        for (const auto& token : language::readText(other).tokens) {
            keys.append(token.key);
        }
        const auto name = keys.join(QLatin1Char(' '));
        // Hebrew glues "to", "of" and "with" to a name.
        if (name.isEmpty()) {
            continue;
        }
        for (auto at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
            const bool endsThere = words[at + name.size()] == QLatin1Char(' ');
            const auto start = words.lastIndexOf(QLatin1Char(' '), at) + 1;
            const auto glued = words.mid(start, at - start);
            static const QString prefixes = QStringLiteral("ושהבכלמ");
            if (endsThere && std::all_of(glued.begin(), glued.end(), [](QChar c) { return prefixes.contains(c); })) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

struct Guard::Data {
    language::Patterns patterns;
    std::vector<GuardRule> rules;
    qint64 longest = 0;
};

Guard::Guard(std::unique_ptr<const Data> data)
    : m_data(std::move(data))
{
}
Guard::~Guard() = default;

Result<std::unique_ptr<Guard>> Guard::load(const QString& resources)
{
    const auto json = language::readResource(resources, kFile);
    if (!json) {
        return fail(json.error());
    }
    auto data = std::make_unique<Data>();
    data->longest = base::integerAt(*json, "longest").value_or(0);
    const auto& sets = base::at(*json, "sets");
    for (const auto& item : sets.items()) {
        data->patterns.define(QString::fromStdString(item.key()), language::textsAt(sets, item.key().c_str()));
    }
    for (const auto& entry : base::at(*json, "rules")) {
        const auto id = base::textAt(entry, "id");
        const auto patterns = language::textsAt(entry, "any");
        if (id.isEmpty() || patterns.isEmpty()) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: needs an id and patterns").arg(kFile, id));
        }
        data->rules.push_back({id, language::textsAt(entry, "true_after")});
        for (const auto& pattern : patterns) {
            if (auto done = data->patterns.add(pattern, int(data->rules.size()) - 1); !done) {
                return fail(ErrorCode::InvalidInput, QStringLiteral("%1, %2: %3").arg(kFile, id, done.error().detail));
            }
        }
    }
    if (data->longest <= 0 || data->rules.empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1: needs \"longest\" above 0 and \"rules\"").arg(kFile));
    }
    return std::unique_ptr<Guard>(new Guard(std::move(data)));
}

Verdict Guard::judge(const QString& draft, const GuardContext& context) const
{
    Verdict verdict;
    const auto refuse = [&](const QString& rule) {
        if (!verdict.rules.contains(rule)) {
            verdict.rules.append(rule);
        }
        verdict.allowed = false;
    };
    const auto succeeded = [&](const QStringList& tools) {
        return std::any_of(context.toolResults.begin(), context.toolResults.end(),
                           [&](const base::Json& result) { return tools.contains(base::textAt(result, "tool")); });
    };
    for (const auto& match : m_data->patterns.match(language::readText(draft))) {
        const auto& rule = m_data->rules[std::size_t(match.owner)];
        if (rule.tools.isEmpty() || !succeeded(rule.tools)) {
            refuse(rule.id);
        }
    }
    if (draft.size() > m_data->longest) {
        refuse(QStringLiteral("guard.too-long"));
    }
    if (!pricesAreKnown(draft, context.toolResults)) {
        refuse(QStringLiteral("guard.price"));
    }
    if (!linksAreAllowed(draft, context.allowedLinks)) {
        refuse(QStringLiteral("guard.link"));
    }
    if (namesOther(draft, context.otherPatientNames)) {
        refuse(QStringLiteral("guard.other-patient"));
    }
    return verdict;
}

} // namespace delpek::safety
