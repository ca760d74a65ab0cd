// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "channels/whatsapp/templates.h"

#include <QDir>

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

Template readOne(const Json& file, const QString& language, const Json& words)
{
    Template one;
    one.name = textAt(file, "name");
    one.language = language;
    one.category = textAt(file, "category");
    one.positional = textAt(file, "parameters") == QLatin1String("positional");
    one.header = textAt(words, "header");
    one.body = textAt(words, "body");
    one.footer = textAt(words, "footer");
    const Json& buttons = at(words, "buttons");
    for (const Json& button : buttons.is_array() ? buttons : Json::array()) {
        one.buttons.push_back({textAt(button, "value"), textAt(button, "label")});
    }
    // In the order of the text; an example without a variable comes last and is an objection.
    const Json examples = at(words, "examples").is_object() ? at(words, "examples") : Json::object();
    QStringList names = variablesOf(one);
    for (const auto& item : examples.items()) {
        if (const QString name = QString::fromStdString(item.key()); !names.contains(name)) {
            names << name;
        }
    }
    for (const QString& name : names) {
        if (const QString example = textAt(examples, name.toStdString().c_str()); !example.isEmpty()) {
            one.examples.emplace_back(name, example);
        }
    }
    return one;
}

} // namespace

Result<std::vector<Template>> readTemplates(const QByteArray& json)
{
    const auto file = base::parseJson(json);
    if (!file) {
        return fail(file.error());
    }
    const Json& texts = at(*file, "texts");
    if (!texts.is_object() || texts.empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("texts: a text for each language is missing"));
    }
    std::vector<Template> templates;
    for (const auto& [language, words] : texts.items()) {
        Template one = readOne(*file, QString::fromStdString(language), words);
        if (const auto objections = objectionsTo(one); !objections.empty()) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("texts.%1: %2: %3")
                            .arg(QString::fromStdString(language), objections.front().rule, objections.front().detail));
        }
        templates.push_back(std::move(one));
    }
    return templates;
}

Result<std::vector<Template>> loadTemplates(const QString& folder)
{
    std::vector<Template> templates;
    const QDir directory(folder);
    for (const QString& name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const auto bytes = base::readFile(directory.filePath(name));
        if (!bytes) {
            return fail(bytes.error());
        }
        const auto read = readTemplates(*bytes);
        if (!read) {
            return fail(read.error().code, QStringLiteral("%1: %2").arg(name, read.error().detail));
        }
        templates.insert(templates.end(), read->begin(), read->end());
    }
    if (templates.empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 holds no templates").arg(folder));
    }
    return templates;
}

} // namespace delpek::channels::whatsapp
