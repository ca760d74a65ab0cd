// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/quickreply.h"

#include "domain/isolate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace delpek::domain
{

namespace
{

struct FieldWord {
    ReplyField field;
    const char* he;
    const char* en;
};

constexpr auto fieldWords = std::to_array<FieldWord>({
    {ReplyField::Patient, "שם המטופל/ת", "patient"},
    {ReplyField::Clinic, "שם המרפאה", "clinic"},
    {ReplyField::Phone, "טלפון המרפאה", "phone"},
    {ReplyField::Address, "כתובת המרפאה", "address"},
    {ReplyField::NextVisit, "התור הבא", "next visit"},
    {ReplyField::Doctor, "שם הרופא/ה", "doctor"},
    {ReplyField::Me, "השם שלי", "my name"},
});

// Guillemets that neither language uses; they are mirrored in a text from right to left.
constexpr QChar gapBegin(0x2039);
constexpr QChar gapEnd(0x203a);

const QRegularExpression& braces()
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\s*([^{}\\s][^{}\\n]{0,39}?)\\s*\\}"));
    return pattern;
}

const QRegularExpression& gaps()
{
    static const QRegularExpression pattern(QStringLiteral("\u2039[^\u2039\u203a\\n]{1,40}\u203a"));
    return pattern;
}

std::optional<ReplyField> fieldNamed(const QString& word)
{
    const auto found = std::ranges::find_if(fieldWords, [&](const FieldWord& one) {
        return word == QString::fromUtf8(one.he) || word.compare(QLatin1String(one.en), Qt::CaseInsensitive) == 0;
    });
    return found == fieldWords.end() ? std::nullopt : std::optional(found->field);
}

QString knownValue(const ReplyFacts& facts, ReplyField field, Language language)
{
    const auto found = facts.find(field);
    if (found == facts.end()) {
        return {};
    }
    const QString& own = found->second.in(language);
    return own.isEmpty() ? found->second.in(language == Language::Hebrew ? Language::English : Language::Hebrew) : own;
}

/// 0 is the best; nothing: not meant.
std::optional<int> rankOf(const QuickReply& reply, const QString& typed)
{
    std::optional<int> best;
    const auto offer = [&](int rank) { best = best ? std::min(*best, rank) : rank; };
    for (const Language language : {Language::Hebrew, Language::English}) {
        const QString& name = reply.name.in(language);
        if (name.startsWith(typed, Qt::CaseInsensitive)) {
            offer(0);
        } else if (name.contains(QLatin1Char(' ') + typed, Qt::CaseInsensitive)) {
            offer(1);
        } else if (name.contains(typed, Qt::CaseInsensitive) ||
                   reply.text.in(language).contains(typed, Qt::CaseInsensitive)) {
            offer(2);
        }
    }
    return best;
}

} // namespace

std::vector<ReplyField> replyFields()
{
    std::vector<ReplyField> all;
    std::ranges::transform(fieldWords, std::back_inserter(all), &FieldWord::field);
    return all;
}

QString replyFieldWord(ReplyField field, Language language)
{
    const auto found = std::ranges::find(fieldWords, field, &FieldWord::field);
    return QString::fromUtf8(language == Language::Hebrew ? found->he : found->en);
}

QString quickReplyFault(const QuickReply& reply)
{
    bool hasOne = false;
    for (const Language language : {Language::Hebrew, Language::English}) {
        const QString name = reply.name.in(language).trimmed();
        const QString text = reply.text.in(language).trimmed();
        if (name.size() > maxQuickReplyName || text.size() > maxQuickReplyText) {
            return QStringLiteral("quickreply.tooLong");
        }
        if (QString(text).remove(braces()).contains(QRegularExpression(QStringLiteral("[{}\u2039\u203a]")))) {
            return QStringLiteral("quickreply.brace");
        }
        if (name.isEmpty() != text.isEmpty()) {
            return name.isEmpty() ? QStringLiteral("quickreply.noName") : QStringLiteral("quickreply.noText");
        }
        hasOne = hasOne || !name.isEmpty();
    }
    return hasOne ? QString() : QStringLiteral("quickreply.empty");
}

Language quickReplyLanguage(const QuickReply& reply, Language wanted)
{
    const Language other = wanted == Language::Hebrew ? Language::English : Language::Hebrew;
    return reply.text.in(wanted).trimmed().isEmpty() ? other : wanted;
}

QString fillQuickReply(const QString& text, Language language, const ReplyFacts& facts)
{
    QString filled;
    qsizetype from = 0;
    for (auto it = braces().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString word = match.captured(1);
        const auto field = fieldNamed(word);
        const QString value = field ? withoutIsolates(knownValue(facts, *field, language)).simplified() : QString();
        filled += text.mid(from, match.capturedStart() - from);
        filled += value.isEmpty() ? gapBegin + (field ? replyFieldWord(*field, language) : word) + gapEnd : value;
        from = match.capturedEnd();
    }
    return filled + text.mid(from);
}

std::vector<Gap> gapsIn(const QString& text)
{
    std::vector<Gap> found;
    for (auto it = gaps().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        found.push_back({match.capturedStart(), match.capturedLength()});
    }
    return found;
}

std::vector<QuickReply> findQuickReplies(const std::vector<QuickReply>& replies, const QString& typed)
{
    const QString wanted = withoutIsolates(typed).simplified();
    if (wanted.isEmpty()) {
        return replies;
    }
    std::vector<std::pair<int, const QuickReply*>> meant;
    for (const auto& reply : replies) {
        if (const auto rank = rankOf(reply, wanted)) {
            meant.emplace_back(*rank, &reply);
        }
    }
    std::ranges::stable_sort(meant, {}, &std::pair<int, const QuickReply*>::first);
    std::vector<QuickReply> found;
    for (const auto& [rank, reply] : meant) {
        found.push_back(*reply);
    }
    return found;
}

} // namespace delpek::domain
