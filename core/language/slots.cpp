// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/slots.h"

#include "language/datewords.h"

namespace delpek::language
{

namespace
{

/// The words as written; of the first, prefix letters only where they had to be taken off to find it.
QString written(const Text& text, int first, int last)
{
    const auto begin = text.tokens[std::size_t(first)].span.begin;
    return text.original.mid(begin, text.tokens[std::size_t(last)].span.end - begin);
}

QString bodyPartText(const Text& text, const Match& match)
{
    auto piece = written(text, match.first, match.last);
    static const QString letters = QStringLiteral("ושהבכלמ");
    static const QSet<QString> keepWhole = {QStringLiteral("לסת"),  QStringLiteral("לשון"),   QStringLiteral("לחי"),
                                            QStringLiteral("שן"),   QStringLiteral("שיניים"), QStringLiteral("שפה"),
                                            QStringLiteral("מתחת"), QStringLiteral("שפתיים"), QStringLiteral("לחיים")};
    const auto first = piece.section(QLatin1Char(' '), 0, 0);
    for (int i = 1; i <= 2 && i < first.size() - 1 && letters.contains(first[i - 1]); ++i) {
        if (keepWhole.contains(first)) {
            break;
        }
        if (keepWhole.contains(first.mid(i)) || i == 1) {
            const bool known =
                keepWhole.contains(first.mid(i)) || first[0] == QChar(0x05D4) || first[0] == QChar(0x05D1);
            if (known) {
                return piece.mid(i);
            }
        }
    }
    return piece;
}

bool overlaps(const Match& a, const Match& b)
{
    return a.first <= b.last && b.first <= a.last;
}

QStringList nameKeys(const QString& name, const Lexicon& lexicon)
{
    QStringList keys;
    for (const auto& token : readText(name).tokens) {
        if (!lexicon.titles.contains(token.id())) {
            keys.append(token.key);
        }
    }
    return keys;
}

bool hasForm(const Token& token, const QString& key)
{
    return std::any_of(token.forms.begin(), token.forms.end(), [&](const Form& form) { return form.key() == key; });
}

bool isTitle(const Token& token, const Lexicon& lexicon)
{
    return std::any_of(token.forms.begin(), token.forms.end(),
                       [&](const Form& form) { return lexicon.titles.contains(form.id()); });
}

/// "היישור נשאר", "Monday's root canal stays": not what is to be changed.
bool stays(const Text& text, int last)
{
    constexpr int reach = 4;
    const int count = int(text.tokens.size());
    for (int at = last + 1; at <= last + reach && at < count && text.tokens[std::size_t(at)].breakBefore == 0; ++at) {
        const auto& token = text.tokens[std::size_t(at)];
        if (oneOf(token, {"נשאר", "נשארת", "נשארים", "יישאר", "ישאר", "stays", "stay", "remains"})) {
            return true;
        }
        if (oneOf(token, {"אבל", "רק", "but", "cancel", "move", "תבטלו", "להזיז", "לבטל"})) {
            return false;
        }
    }
    return false;
}

} // namespace

void readSlots(const Text& text, const Lexicon& lexicon, const std::vector<Match>& found, Understanding& into,
               Hints& hints)
{
    std::vector<Match> matches;
    std::vector<Match> masks;
    for (const auto& match : found) {
        if (lexicon.isCue(match)) {
            continue;
        }
        const auto& label = lexicon.labelOf(match);
        if (label.topic) {
            hints.topics.push_back({match.first, label.tag});
            continue;
        }
        matches.push_back(match);
        if (label.slot == QLatin1String("mask")) {
            masks.push_back(match);
        }
    }
    // The first named counts; of two at one place the longer.
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    for (const auto& match : matches) {
        const auto& label = lexicon.labelOf(match);
        const bool masked = std::any_of(masks.begin(), masks.end(), [&](const Match& mask) {
            return overlaps(mask, match) && lexicon.labelOf(mask).value == label.slot;
        });
        if (masked) {
            continue;
        }
        if (std::find(hints.tags.begin(), hints.tags.end(), label.tag) == hints.tags.end()) {
            hints.tags.push_back(label.tag);
        }
        if (label.slot == QLatin1String("treatment")) {
            auto& named = into.treatments;
            if (std::find(named.begin(), named.end(), label.value) == named.end()) {
                named.push_back(label.value);
            }
            if (into.treatment.isEmpty() && !stays(text, match.last)) {
                into.treatment = label.value;
            }
        } else if (label.slot == QLatin1String("person") && into.person.isEmpty()) {
            into.person = label.value;
        } else if (label.slot == QLatin1String("body") && into.bodyPart.isEmpty()) {
            into.bodyPart = bodyPartText(text, match);
        } else if (label.slot == QLatin1String("gender") && into.gender == domain::Gender::Unknown) {
            into.gender = label.value == QLatin1String("female") ? domain::Gender::Female : domain::Gender::Male;
        } else if (label.slot == QLatin1String("newPatient")) {
            into.newPatient = true;
        }
    }
}

QString readDoctor(const Text& text, const Lexicon& lexicon, const UnderstandingContext& context)
{
    const int count = int(text.tokens.size());
    for (const auto& doctor : context.doctors) {
        for (const auto* name : {&doctor.name.he, &doctor.name.en}) {
            const auto keys = nameKeys(*name, lexicon);
            if (keys.isEmpty()) {
                continue;
            }
            for (int i = 0; i < count; ++i) {
                const auto& token = text.tokens[std::size_t(i)];
                const bool whole = keys.size() > 1 && hasForm(token, keys.first()) && i + 1 < count &&
                                   text.tokens[std::size_t(i + 1)].key == keys.last();
                if (whole) {
                    return written(text, i, i + 1);
                }
                const bool introduced = i > 0 && (isTitle(text.tokens[std::size_t(i - 1)], lexicon) ||
                                                  oneOf(text.tokens[std::size_t(i - 1)], {"אצל", "with", "עם"}));
                const bool alone = context.asked == QLatin1String("doctor") && count <= 4;
                if ((introduced || alone) && (token.key == keys.last() || (alone && token.key == keys.first()))) {
                    return written(text, i, i);
                }
            }
        }
    }
    for (int i = 0; i + 1 < count; ++i) {
        const auto& title = text.tokens[std::size_t(i)];
        const auto& name = text.tokens[std::size_t(i + 1)];
        if (!isTitle(title, lexicon)) {
            continue;
        }
        // "the doctor wrote", "הדוקטור אמר": no name follows.
        const bool definite = (i > 0 && oneOf(text.tokens[std::size_t(i - 1)], {"the", "a", "any", "which"})) ||
                              (title.key.startsWith(QChar(0x05D4)) && !lexicon.titles.contains(title.id()));
        if (!definite && !name.number && name.breakBefore < 1 + (title.key == QLatin1String("dr")) * 2 &&
            !lexicon.notNames.contains(name.id()) && name.key.size() > 1) {
            return written(text, i + 1, i + 1);
        }
    }
    return {};
}

} // namespace delpek::language
