// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/templateservice.h"

#include "channels/whatsapp/graph.h"
#include "channels/whatsapp/value.h"

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

/// An account has 250 templates at most; more pages than this are a loop of the other side.
constexpr int mostPages = 100;

QString pathOf(const Business& business)
{
    return business.accountId + QStringLiteral("/message_templates");
}

QString wordAt(const Json& object, const char* key)
{
    const QString word = textAt(object, key).toLower();
    return word.isEmpty() || word == QLatin1String("none") ? QString() : safeWord(word);
}

/// What Delpek's own never have (a picture, a link) counts as words, so that they differ.
QString wordsIn(const Json& components)
{
    if (!components.is_array() || components.empty()) {
        return {};
    }
    Template one;
    for (const Json& component : components) {
        const QString type = textAt(component, "type");
        const QString text = textAt(component, "text");
        if (type == QLatin1String("BODY")) {
            one.body = text;
        } else if (type == QLatin1String("FOOTER")) {
            one.footer = text;
        } else if (type == QLatin1String("HEADER")) {
            const QString format = textAt(component, "format");
            one.header = format == QLatin1String("TEXT") ? text : format;
        }
        const Json& buttons = at(component, "buttons");
        for (const Json& button : buttons.is_array() ? buttons : Json::array()) {
            const QString kind = textAt(button, "type");
            const QString label = textAt(button, "text");
            one.buttons.push_back({{}, kind == QLatin1String("QUICK_REPLY") ? label : kind + label});
        }
    }
    return wordsOf(one);
}

RemoteTemplate readOne(const Json& object)
{
    RemoteTemplate one;
    one.id = textAt(object, "id");
    one.name = textAt(object, "name");
    one.language = textAt(object, "language").replace(QLatin1Char('-'), QLatin1Char('_'));
    one.state = wordAt(object, "status");
    one.category = wordAt(object, "category");
    one.reason = wordAt(object, "rejected_reason");
    one.words = wordsIn(at(object, "components"));
    return one;
}

using Remotes = std::vector<RemoteTemplate>;

Future<Remotes> readFrom(http::Client& client, const Business& business, const QString& after,
                         const std::shared_ptr<Remotes>& found, int pages)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("fields"),
                       QStringLiteral("name,status,category,language,rejected_reason,components"));
    query.addQueryItem(QStringLiteral("limit"), QStringLiteral("100"));
    if (!after.isEmpty()) {
        query.addQueryItem(QStringLiteral("after"), QString::fromLatin1(QUrl::toPercentEncoding(after)));
    }
    return ask(client, call(business.endpoint, business.token, "GET", pathOf(business), business.timeout, query))
        .then([&client, business, after, found, pages](const Result<Json>& page) -> Future<Remotes> {
            if (!page) {
                return base::ready<Remotes>(fail(page.error()));
            }
            const Json& data = at(*page, "data");
            for (const Json& object : data.is_array() ? data : Json::array()) {
                found->push_back(readOne(object));
            }
            const Json& paging = at(*page, "paging");
            const QString next = textAt(at(paging, "cursors"), "after");
            const bool more = !textAt(paging, "next").isEmpty() && !next.isEmpty() && next != after;
            return more && pages > 1 ? readFrom(client, business, next, found, pages - 1)
                                     : base::ready<Remotes>(*found);
        });
}

} // namespace

Future<std::vector<RemoteTemplate>> readTemplates(http::Client& client, const Business& business)
{
    return readFrom(client, business, {}, std::make_shared<Remotes>(), mostPages);
}

Future<RemoteTemplate> createTemplate(http::Client& client, const Business& business, const Template& one)
{
    return ask(client, postTo(business.endpoint, business.token, pathOf(business), creationBody(one), business.timeout))
        .then([one](const Result<Json>& answer) {
            return answer.map([&](const Json& body) {
                RemoteTemplate made = readOne(body);
                made.name = one.name;
                made.language = one.language;
                made.words = wordsOf(one);
                return made;
            });
        });
}

Future<RemoteTemplate> changeTemplate(http::Client& client, const Business& business, const QString& id,
                                      const Template& one)
{
    return ask(client, postTo(business.endpoint, business.token, id, changeBody(one), business.timeout))
        .then([id, one](const Result<Json>& answer) {
            return answer.map([&](const Json&) {
                RemoteTemplate changed;
                changed.id = id;
                changed.name = one.name;
                changed.language = one.language;
                // Meta says no more than that it took it: what is changed is judged anew.
                changed.state = QStringLiteral("pending");
                changed.words = wordsOf(one);
                return changed;
            });
        });
}

Future<Done> deleteTemplate(http::Client& client, const Business& business, const RemoteTemplate& one)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("name"), one.name);
    query.addQueryItem(QStringLiteral("hsm_id"), one.id);
    return ask(client, call(business.endpoint, business.token, "DELETE", pathOf(business), business.timeout, query))
        .then([](const Result<Json>& answer) { return answer.map([](const Json&) { return Done{}; }); });
}

const RemoteTemplate* findRemote(const std::vector<RemoteTemplate>& known, const Template& one)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const RemoteTemplate& remote) {
        return remote.name == one.name && remote.language == one.language;
    });
    return found == known.end() ? nullptr : &*found;
}

std::vector<Template> missingTemplates(const std::vector<Template>& wanted, const std::vector<RemoteTemplate>& known)
{
    std::vector<Template> missing;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(missing),
                 [&](const Template& one) { return findRemote(known, one) == nullptr; });
    return missing;
}

} // namespace delpek::channels::whatsapp
