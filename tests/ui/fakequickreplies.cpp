// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakequickreplies.h"

#include <algorithm>

namespace delpek::test
{

namespace
{

using domain::QuickReply;
using domain::QuickReplyId;
using domain::ReplyField;

domain::Bilingual both(const char* he, const char* en)
{
    return {QString::fromUtf8(he), QString::fromUtf8(en)};
}

} // namespace

FakeQuickReplies::FakeQuickReplies(std::function<void(const std::vector<domain::Change>&)> publish)
    : m_publish(std::move(publish))
{
    const auto add = [this](const domain::Bilingual& name, const domain::Bilingual& text) {
        replies.push_back({{qint64(replies.size()) + 1}, name, text, 1});
    };
    add(both("פתיחה", "Greeting"), both("שלום {שם המטופל/ת}, כאן {השם שלי} מ{שם המרפאה}. איך אפשר לעזור?",
                                        "Hello {patient}, this is {my name} from {clinic}. How can we help?"));
    add(both("בודקים וחוזרים", "We are checking"), both("תודה על הפנייה. אנחנו בודקים ונחזור אליך עוד מעט.",
                                                        "Thank you for writing. We are checking and will get back "
                                                        "to you shortly."));
    add(both("התור הבא", "Next visit"), both("התור הבא שלך: {התור הבא}, אצל {שם הרופא/ה}. נתראה!",
                                             "Your next visit: {next visit}, with {doctor}. See you then!"));
    add(both("כתובת וטלפון", "Address and phone"),
        both("הכתובת שלנו: {כתובת המרפאה}. לא מוצאים? אפשר להתקשר: {טלפון המרפאה}.",
             "Our address: {address}. If you cannot find us, please call {phone}."));
    add(both("יש עיכוב", "Running late"),
        both("שלום {שם המטופל/ת}, היום יש אצלנו עיכוב של כ־{כמה} דקות. מתנצלים, ותודה על הסבלנות.",
             "Hello {patient}, today we are running about {how many} minutes late. We are sorry."));
    add(both("תודה", ""), both("תודה רבה, נתראה!", ""));
    domain::ReplyFacts facts;
    facts[ReplyField::Me] = both("רבקה", "רבקה");
    facts[ReplyField::Clinic] = both("מרפאת השיניים רימון", "Rimon Dental Clinic");
    facts[ReplyField::Phone] = both("03-5550100", "03-5550100");
    facts[ReplyField::Address] = both("הרצל 12, רחובות", "12 Herzl St, Rehovot");
    known[{}] = facts;
    facts[ReplyField::Patient] = both("נועה כהן", "Noa Cohen");
    known[{1}] = facts;
}

void FakeQuickReplies::tell(QuickReplyId id)
{
    m_publish({{domain::Topic::QuickReply, id.value, 0}});
}

Future<std::vector<QuickReply>> FakeQuickReplies::all()
{
    return base::ready(failure ? Result<std::vector<QuickReply>>(fail(*failure)) : replies);
}

Future<domain::ReplyFacts> FakeQuickReplies::facts(domain::ConversationId id)
{
    m_waiting.emplace_back(id, Promise<domain::ReplyFacts>());
    auto future = m_waiting.back().second.future();
    if (!factsWait) {
        answerFacts();
    }
    return future;
}

void FakeQuickReplies::answerFacts()
{
    for (auto& [id, promise] : std::exchange(m_waiting, {})) {
        const auto found = known.find(id);
        promise.finish(failure                ? Result<domain::ReplyFacts>(fail(*failure))
                       : found == known.end() ? known[{}]
                                              : found->second);
    }
}

Future<QuickReplyId> FakeQuickReplies::save(const QuickReply& reply)
{
    if (failure) {
        return base::ready<QuickReplyId>(fail(*failure));
    }
    QuickReply kept = reply;
    if (!kept.id.isValid()) {
        kept.id = {m_next++};
        kept.version = 1;
        replies.push_back(kept);
    } else {
        const auto place = std::ranges::find(replies, kept.id, &QuickReply::id);
        if (place == replies.end() || place->version != kept.version) {
            return base::ready<QuickReplyId>(
                fail(ErrorCode::Conflict, QStringLiteral("changed meanwhile"), QStringLiteral("quickreply.changed")));
        }
        ++kept.version;
        *place = kept;
    }
    tell(kept.id);
    return base::ready(Result<QuickReplyId>(kept.id));
}

Future<Done> FakeQuickReplies::remove(QuickReplyId id)
{
    if (failure) {
        return base::ready<Done>(fail(*failure));
    }
    std::erase_if(replies, [&](const QuickReply& reply) { return reply.id == id; });
    tell(id);
    return base::ready(Result<Done>(Done{}));
}

Future<Done> FakeQuickReplies::order(const std::vector<QuickReplyId>& ids)
{
    if (failure) {
        return base::ready<Done>(fail(*failure));
    }
    std::ranges::stable_sort(replies, {},
                             [&](const QuickReply& reply) { return std::ranges::find(ids, reply.id) - ids.begin(); });
    tell({});
    return base::ready(Result<Done>(Done{}));
}

QString FakeQuickReplies::names() const
{
    QStringList found;
    for (const auto& reply : replies) {
        found << (reply.name.en.isEmpty() ? reply.name.he : reply.name.en);
    }
    return found.join(QStringLiteral(", "));
}

} // namespace delpek::test
