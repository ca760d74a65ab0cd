// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/templates.h"

#include "domain/isolate.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace delpek::channels::whatsapp
{

using base::Json;
using base::utf8;

namespace
{

const QRegularExpression& variablePattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\{([a-z0-9_]+)\\}\\}"));
    return pattern;
}

QStringList variablesIn(const QString& text)
{
    QStringList names;
    for (auto it = variablePattern().globalMatch(text); it.hasNext();) {
        if (const QString name = it.next().captured(1); !names.contains(name)) {
            names << name;
        }
    }
    return names;
}

QString valueOf(const std::vector<std::pair<QString, QString>>& fields, const QString& name)
{
    for (const auto& [field, value] : fields) {
        if (field == name) {
            return value;
        }
    }
    return {};
}

/// Put in at once: a value that looks like a variable stays what it is.
QString filled(const QString& text, const std::vector<std::pair<QString, QString>>& fields, bool isolated)
{
    QString result;
    qsizetype from = 0;
    for (auto it = variablePattern().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString value = domain::withoutIsolates(valueOf(fields, match.captured(1)));
        result += text.mid(from, match.capturedStart() - from) + (isolated ? domain::isolate(value) : value);
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

tl::unexpected<Error> refused(const QString& detail)
{
    return fail(ErrorCode::InvalidInput, detail, QStringLiteral("send.templateFields"));
}

Result<Done> checkFields(const Template& one, const domain::TemplateUse& use)
{
    const QStringList variables = variablesOf(one);
    QStringList given;
    for (const auto& [name, value] : use.fields) {
        if (!variables.contains(name) || given.contains(name)) {
            return refused(QStringLiteral("template %1 has no field %2, or has it once only").arg(one.name, name));
        }
        given << name;
        if (const QString why = objectionToValue(domain::withoutIsolates(value)); !why.isEmpty()) {
            return refused(QStringLiteral("template %1: field %2 %3").arg(one.name, name, why));
        }
    }
    for (const QString& name : variables) {
        if (!given.contains(name)) {
            return refused(QStringLiteral("template %1: field %2 is missing").arg(one.name, name));
        }
    }
    if (filled(one.body, use.fields, false).size() > maxTemplateBody ||
        filled(one.header, use.fields, false).size() > maxTemplateLine) {
        return refused(QStringLiteral("template %1: the text is too long with these values").arg(one.name));
    }
    return Done{};
}

Json parameter(const QString& name, const QString& value, bool positional)
{
    Json result{{"type", "text"}, {"text", utf8(domain::withoutIsolates(value))}};
    if (!positional) {
        result["parameter_name"] = utf8(name);
    }
    return result;
}

void addParameters(Json& components, const char* type, const QStringList& names, const domain::TemplateUse& use,
                   bool positional)
{
    Json list = Json::array();
    for (const QString& name : names) {
        list.push_back(parameter(name, valueOf(use.fields, name), positional));
    }
    if (!list.empty()) {
        components.push_back({{"type", type}, {"parameters", std::move(list)}});
    }
}

bool isNumber(const QString& name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
}

Json exampleOf(const Template& one, const QString& text, const char* named, const char* positional)
{
    Json values = Json::array();
    for (const QString& name : variablesIn(text)) {
        const std::string example = utf8(valueOf(one.examples, name));
        values.push_back(one.positional ? Json(example) : Json{{"param_name", utf8(name)}, {"example", example}});
    }
    return one.positional ? Json{{positional, positional == std::string_view("body_text") ? Json::array({values})
                                                                                          : std::move(values)}}
                          : Json{{named, std::move(values)}};
}

} // namespace

QString objectionToValue(const QString& value)
{
    if (value.trimmed().isEmpty()) {
        return QStringLiteral("is empty");
    }
    if (value.contains(QLatin1Char('\n')) || value.contains(QLatin1Char('\r')) || value.contains(QLatin1Char('\t'))) {
        return QStringLiteral("holds a line end or a tab");
    }
    return value.contains(QStringLiteral("     ")) ? QStringLiteral("holds more than four spaces in a row") : QString();
}

QStringList variablesOf(const Template& one)
{
    QStringList names = variablesIn(one.header);
    for (const QString& name : variablesIn(one.body)) {
        if (!names.contains(name)) {
            names << name;
        }
    }
    return names;
}

const Template* findTemplate(const std::vector<Template>& templates, const QString& name, const QString& language)
{
    const auto found = std::find_if(templates.begin(), templates.end(),
                                    [&](const Template& one) { return one.name == name && one.language == language; });
    return found == templates.end() ? nullptr : &*found;
}

Result<QString> preview(const Template& one, const domain::TemplateUse& use)
{
    if (const auto good = checkFields(one, use); !good) {
        return fail(good.error());
    }
    QStringList parts{filled(one.header, use.fields, true), filled(one.body, use.fields, true), one.footer};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

QString wordsOf(const Template& one)
{
    QStringList parts{one.header.simplified(), one.body.simplified(), one.footer.simplified()};
    for (const domain::Option& button : one.buttons) {
        parts << button.label.simplified();
    }
    const auto digest = QCryptographicHash::hash(parts.join(QChar(0x1f)).toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(digest.left(32));
}

Json creationBody(const Template& one)
{
    Json components = Json::array();
    if (!one.header.isEmpty()) {
        Json header{{"type", "HEADER"}, {"format", "TEXT"}, {"text", utf8(one.header)}};
        if (!variablesIn(one.header).isEmpty()) {
            header["example"] = exampleOf(one, one.header, "header_text_named_params", "header_text");
        }
        components.push_back(std::move(header));
    }
    Json body{{"type", "BODY"}, {"text", utf8(one.body)}};
    if (!variablesIn(one.body).isEmpty()) {
        body["example"] = exampleOf(one, one.body, "body_text_named_params", "body_text");
    }
    components.push_back(std::move(body));
    if (!one.footer.isEmpty()) {
        components.push_back({{"type", "FOOTER"}, {"text", utf8(one.footer)}});
    }
    Json buttons = Json::array();
    for (const domain::Option& button : one.buttons) {
        buttons.push_back({{"type", "QUICK_REPLY"}, {"text", utf8(button.label)}});
    }
    if (!buttons.empty()) {
        components.push_back({{"type", "BUTTONS"}, {"buttons", std::move(buttons)}});
    }
    return {{"name", utf8(one.name)},
            {"language", utf8(one.language)},
            {"category", utf8(one.category)},
            {"parameter_format", one.positional ? "POSITIONAL" : "NAMED"},
            {"components", std::move(components)}};
}

Json changeBody(const Template& one)
{
    Json body = creationBody(one);
    body.erase("name");
    body.erase("language");
    return body;
}

Result<Json> useBody(const domain::TemplateUse& use, const Template* definition)
{
    Json components = Json::array();
    if (definition) {
        if (const auto good = checkFields(*definition, use); !good) {
            return fail(good.error());
        }
        addParameters(components, "header", variablesIn(definition->header), use, definition->positional);
        addParameters(components, "body", variablesIn(definition->body), use, definition->positional);
        for (std::size_t i = 0; i < definition->buttons.size(); ++i) {
            components.push_back({{"type", "button"},
                                  {"sub_type", "quick_reply"},
                                  {"index", std::to_string(i)},
                                  {"parameters", Json::array({{{"type", "payload"},
                                                               {"payload", utf8(definition->buttons[i].value)}}})}});
        }
    } else {
        QStringList names;
        for (const auto& [name, value] : use.fields) {
            if (const QString why = objectionToValue(domain::withoutIsolates(value)); !why.isEmpty()) {
                return refused(QStringLiteral("template %1: field %2 %3").arg(use.name, name, why));
            }
            names << name;
        }
        addParameters(components, "body", names, use, std::all_of(names.begin(), names.end(), isNumber));
    }
    if (use.name.isEmpty() || use.language.isEmpty()) {
        return refused(QStringLiteral("a template needs a name and a language"));
    }
    Json body{{"name", utf8(use.name)}, {"language", {{"code", utf8(use.language)}}}};
    if (!components.empty()) {
        body["components"] = std::move(components);
    }
    return body;
}

bool mayBeSent(const QString& state)
{
    return state.isEmpty() || state == QLatin1String("approved");
}

} // namespace delpek::channels::whatsapp
