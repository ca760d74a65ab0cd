// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

QStringList wordsOf(const QString& name)
{
    QStringList words;
    QString word;
    for (const QChar character : language::fold(name)) {
        if (character.isLetter()) {
            word += character;
        } else if (character.isSpace() || character == QLatin1Char('-')) {
            words << word;
            word.clear();
        }
    }
    words << word;
    words.removeAll(QString());
    return words;
}

/// At most one letter inserted, left out or changed.
bool almostEqual(const QString& a, const QString& b)
{
    if (a == b) {
        return true;
    }
    const QString& shorter = a.size() <= b.size() ? a : b;
    const QString& longer = a.size() <= b.size() ? b : a;
    constexpr qsizetype longEnoughForAnError = 5;
    if (shorter.size() < longEnoughForAnError - 1 || longer.size() < longEnoughForAnError ||
        longer.size() - shorter.size() > 1) {
        return false;
    }
    qsizetype same = 0;
    while (same < shorter.size() && shorter[same] == longer[same]) {
        ++same;
    }
    return QStringView(shorter).mid(same + (shorter.size() == longer.size() ? 1 : 0)) ==
           QStringView(longer).mid(same + 1);
}

bool contains(const QStringList& words, const QStringList& all)
{
    QStringList left = words;
    for (const QString& word : all) {
        const auto found =
            std::find_if(left.begin(), left.end(), [&](const QString& w) { return almostEqual(w, word); });
        if (found == left.end()) {
            return false;
        }
        left.erase(found);
    }
    return true;
}

} // namespace

bool nameMatches(const QString& stated, const domain::Bilingual& name)
{
    const QStringList statedWords = wordsOf(stated);
    for (const QString& recorded : {name.he, name.en}) {
        const QStringList words = wordsOf(recorded);
        if (words.isEmpty() || statedWords.isEmpty()) {
            continue;
        }
        const bool enough = std::min(words.size(), statedWords.size()) >= 2 || words.size() == statedWords.size();
        if (enough && (contains(statedWords, words) || contains(words, statedWords))) {
            return true;
        }
    }
    return false;
}

Result<std::optional<domain::Patient>> findPatient(const ToolContext& context, const QString& name,
                                                   const QDate& birthDate, const std::optional<domain::Phone>& phone)
{
    const auto& number = context.turn.conversation.phone ? context.turn.conversation.phone : phone;
    if (!number || !birthDate.isValid()) {
        return std::optional<domain::Patient>();
    }
    auto patients = base::await(context.records.findPatients(*number), context.cancel);
    if (!patients) {
        return fail(patients.error());
    }
    std::optional<domain::Patient> found;
    for (const auto& patient : *patients) {
        if (patient.birthDate == birthDate && nameMatches(name, patient.name)) {
            if (found) {
                return std::optional<domain::Patient>();
            }
            found = patient;
        }
    }
    return found;
}

base::Json identityProperties()
{
    return {{"name", {{"type", "string"}, {"maxLength", 120}}},
            {"birth_date", {{"type", "string"}, {"maxLength", 10}}}};
}

} // namespace delpek::agent
