// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/commands.h"

#include <QRegularExpression>

#include <array>

namespace delpek::channels::telegram
{

namespace
{

constexpr std::size_t mostCommands = 100;
constexpr qsizetype longestDescription = 256;

struct Menu {
    const char* words;    ///< the member with the descriptions
    const char* language; ///< as Telegram is told; empty: everybody without a menu in a language of their own
};
constexpr auto menus = std::to_array<Menu>({{"en", ""}, {"he", "he"}});

Result<base::Json> commandIn(const std::string& name, const base::Json& words, const char* language)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9_]{1,32}$"));
    const QString description = base::textAt(words, language);
    if (!form.match(QString::fromStdString(name)).hasMatch() || description.isEmpty() ||
        description.size() > longestDescription) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the bot's command %1 cannot be shown in %2")
                                                 .arg(QString::fromStdString(name), QLatin1String(language)));
    }
    return base::Json{{"command", name}, {"description", base::utf8(description)}};
}

} // namespace

Result<std::vector<base::Json>> commandBodies(const QByteArray& json)
{
    const auto parsed = base::parseJson(json);
    if (!parsed || !parsed->is_object() || parsed->empty() || parsed->size() > mostCommands) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the bot's commands cannot be read"));
    }
    std::vector<base::Json> bodies;
    for (const Menu& menu : menus) {
        base::Json commands = base::Json::array();
        for (const auto& [name, words] : parsed->items()) {
            auto command = commandIn(name, words, menu.words);
            if (!command) {
                return fail(command.error());
            }
            commands.push_back(std::move(*command));
        }
        base::Json body{{"commands", std::move(commands)}};
        if (*menu.language != '\0') {
            body["language_code"] = menu.language;
        }
        bodies.push_back(std::move(body));
    }
    return bodies;
}

Future<Done> registerCommands(const Line& line, const std::vector<base::Json>& bodies)
{
    Future<Done> all = base::ready<Done>(Done{});
    for (const base::Json& body : bodies) {
        all = all.then([line, body](const Result<Done>& before) {
            return before ? line.post({QStringLiteral("setMyCommands"), body})
                                .then([](const Result<http::Response>& answer) {
                                    return resultOf(answer).map([](const base::Json&) { return Done{}; });
                                })
                          : base::ready<Done>(fail(before.error()));
        });
    }
    return all;
}

} // namespace delpek::channels::telegram
