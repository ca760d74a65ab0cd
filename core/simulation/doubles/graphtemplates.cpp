// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphtemplates.h"

#include <QRegularExpression>
#include <QStringList>

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

constexpr int mostTemplates = 250;

QStringList variablesIn(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\{([^{}]*)\\}\\}"));
    QStringList names;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        if (const QString name = it.next().captured(1); !names.contains(name)) {
            names << name;
        }
    }
    return names;
}

bool isNamed(const Json& body)
{
    return textAt(body, "parameter_format") == QLatin1String("NAMED");
}

/// The names in an example, or how many values it has where they have no names.
Checked checkExample(const Json& component, const QString& text, bool named, const char* namedKey,
                     const char* positionalKey)
{
    const QStringList variables = variablesIn(text);
    const Json& example = at(component, "example");
    if (variables.isEmpty()) {
        return Done{};
    }
    if (!named) {
        const Json& list = at(example, positionalKey);
        const Json& values = list.is_array() && !list.empty() && list.front().is_array() ? list.front() : list;
        return values.is_array() && values.size() == std::size_t(variables.size())
                   ? Checked(Done{})
                   : refuse(QStringLiteral("an example is missing"), 100, 2388043);
    }
    const Json& list = at(example, namedKey);
    QStringList given;
    for (const Json& one : list.is_array() ? list : Json::array()) {
        if (!textAt(one, "example").isEmpty()) {
            given << textAt(one, "param_name");
        }
    }
    return given == variables ? Checked(Done{}) : refuse(QStringLiteral("an example is missing"), 100, 2388043);
}

Checked checkText(const QString& text, int longest, bool named)
{
    if (text.trimmed().isEmpty() || text.size() > longest) {
        return refuse(QStringLiteral("the text is empty or too long"), 100, 2388040);
    }
    static const QRegularExpression names(QStringLiteral("\\A[a-z][a-z0-9_]*\\z"));
    static const QRegularExpression numbers(QStringLiteral("\\A[1-9][0-9]?\\z"));
    for (const QString& name : variablesIn(text)) {
        if (!(named ? names : numbers).match(name).hasMatch()) {
            return refuse(QStringLiteral("a variable is malformed"), 100, 2388073);
        }
    }
    if (text.trimmed().startsWith(QLatin1String("{{")) || text.trimmed().endsWith(QLatin1String("}}"))) {
        return refuse(QStringLiteral("Variables can't be at the start or end of the template."), 100, 2388299);
    }
    return text.contains(QLatin1String("}}{{")) ? refuse(QStringLiteral("variables touch"), 100, 2388073)
                                                : Checked(Done{});
}

Checked checkButtons(const Json& buttons)
{
    if (!buttons.is_array() || buttons.empty() || buttons.size() > 10) {
        return refuse(QStringLiteral("1 to 10 buttons"));
    }
    for (const Json& button : buttons) {
        if (const auto ok = onlyKeys(button, {"type", "text"}, QStringLiteral("button")); !ok) {
            return ok;
        }
        if (textAt(button, "type") != QLatin1String("QUICK_REPLY")) {
            return refuse(QStringLiteral("this double knows quick replies only"));
        }
        if (const auto ok = length(textAt(button, "text"), 25, QStringLiteral("button.text")); !ok) {
            return ok;
        }
    }
    return Done{};
}

Checked checkComponent(const Json& component, bool named)
{
    const QString type = textAt(component, "type");
    const QString text = textAt(component, "text");
    if (type == QLatin1String("BODY")) {
        return onlyKeys(component, {"type", "text", "example"}, type)
            .and_then([&](Done) { return checkText(text, 1024, named); })
            .and_then(
                [&](Done) { return checkExample(component, text, named, "body_text_named_params", "body_text"); });
    }
    if (type == QLatin1String("HEADER")) {
        return onlyKeys(component, {"type", "format", "text", "example"}, type)
            .and_then([&](Done) { return checkText(text, 60, named); })
            .and_then(
                [&](Done) { return checkExample(component, text, named, "header_text_named_params", "header_text"); });
    }
    if (type == QLatin1String("FOOTER")) {
        return onlyKeys(component, {"type", "text"}, type).and_then([&](Done) -> Checked {
            return text.contains(QLatin1String("{{")) ? refuse(QStringLiteral("a footer has no variable"), 100, 2388073)
                                                      : length(text, 60, type);
        });
    }
    if (type == QLatin1String("BUTTONS")) {
        return onlyKeys(component, {"type", "buttons"}, type).and_then([&](Done) {
            return checkButtons(at(component, "buttons"));
        });
    }
    return refuse(QStringLiteral("unknown type of component"));
}

const Json* componentOf(const Json& body, const char* type)
{
    for (const Json& component : at(body, "components")) {
        if (textAt(component, "type") == QLatin1String(type)) {
            return &component;
        }
    }
    return nullptr;
}

QStringList variablesOf(const Json& body, const char* type)
{
    const Json* component = componentOf(body, type);
    return component ? variablesIn(textAt(*component, "text")) : QStringList();
}

Checked checkComponents(const Json& body)
{
    const Json& components = at(body, "components");
    if (!components.is_array() || !componentOf(body, "BODY")) {
        return refuse(QStringLiteral("a body is required"));
    }
    for (const Json& component : components) {
        if (const auto ok = checkComponent(component, isNamed(body)); !ok) {
            return ok;
        }
    }
    return Done{};
}

} // namespace

Checked GraphTemplates::check(const Json& body) const
{
    if (const auto ok = onlyKeys(body, {"name", "language", "category", "parameter_format", "components"},
                                 QStringLiteral("the template"));
        !ok) {
        return ok;
    }
    static const QRegularExpression names(QStringLiteral("\\A[a-z0-9_]{1,512}\\z"));
    static const QRegularExpression categories(QStringLiteral("\\A(AUTHENTICATION|MARKETING|UTILITY)\\z"));
    if (!names.match(textAt(body, "name")).hasMatch() || textAt(body, "language").isEmpty() ||
        !categories.match(textAt(body, "category")).hasMatch()) {
        return refuse(QStringLiteral("name, language or category is malformed"));
    }
    if (const auto ok = checkComponents(body); !ok) {
        return ok;
    }
    if (m_kept.contains({textAt(body, "name"), textAt(body, "language")})) {
        return refuse(QStringLiteral("Content in this language already exists"), 100, 2388024);
    }
    return m_kept.size() >= mostTemplates ? refuse(QStringLiteral("too many templates"), 100, 2388019)
                                          : Checked(Done{});
}

Json GraphTemplates::create(const Json& body)
{
    Kept kept{body};
    kept.id = m_next++;
    m_kept[{textAt(body, "name"), textAt(body, "language")}] = kept;
    return {{"id", std::to_string(kept.id)}, {"status", "PENDING"}, {"category", at(body, "category")}};
}

const GraphTemplates::Kept* GraphTemplates::find(qint64 id) const
{
    const auto found =
        std::find_if(m_kept.begin(), m_kept.end(), [id](const auto& one) { return one.second.id == id; });
    return found == m_kept.end() ? nullptr : &found->second;
}

Checked GraphTemplates::checkChange(qint64 id, const Json& body) const
{
    const Kept* kept = find(id);
    if (!kept) {
        return refuse(QStringLiteral("Unsupported request. Object does not exist"), 100, 33);
    }
    if (const auto ok = onlyKeys(body, {"category", "parameter_format", "components"}, QStringLiteral("the template"));
        !ok) {
        return ok;
    }
    if (kept->state == QLatin1String("PENDING") || kept->state == QLatin1String("DISABLED")) {
        return refuse(QStringLiteral("the template cannot be edited now"), 100, 2388025);
    }
    return checkComponents(body);
}

Json GraphTemplates::change(qint64 id, const Json& body)
{
    for (auto& [key, kept] : m_kept) {
        if (kept.id == id) {
            kept.body.merge_patch(body);
            kept.state = QStringLiteral("PENDING");
            kept.reason = QStringLiteral("NONE");
        }
    }
    return {{"success", true}};
}

Checked GraphTemplates::checkRemoval(const QString& name, qint64 id) const
{
    const Kept* kept = find(id);
    return kept && textAt(kept->body, "name") == name
               ? Checked(Done{})
               : refuse(QStringLiteral("Message template was not found"), 100, 2593002);
}

Json GraphTemplates::remove(qint64 id)
{
    std::erase_if(m_kept, [id](const auto& one) { return one.second.id == id; });
    return {{"success", true}};
}

Json GraphTemplates::page(const QByteArray& after, int limit) const
{
    const std::size_t from = std::size_t(std::max(0, after.toInt()));
    Json data = Json::array();
    std::size_t i = 0;
    for (const auto& [key, kept] : m_kept) {
        if (i >= from && i < from + std::size_t(limit)) {
            data.push_back({{"id", std::to_string(kept.id)},
                            {"name", base::utf8(key.first)},
                            {"language", base::utf8(key.second)},
                            {"status", base::utf8(kept.state)},
                            {"category", at(kept.body, "category")},
                            {"components", at(kept.body, "components")},
                            {"rejected_reason", base::utf8(kept.reason)},
                            {"quality_score", {{"score", "UNKNOWN"}}}});
        }
        ++i;
    }
    Json result{{"data", std::move(data)}};
    if (from + std::size_t(limit) < m_kept.size()) {
        result["paging"] = {
            {"cursors", {{"before", std::to_string(from)}, {"after", std::to_string(from + std::size_t(limit))}}},
            {"next", "https://graph.example/next"}};
    }
    return result;
}

void GraphTemplates::setState(const QString& name, const QString& language, const QString& state, const QString& reason)
{
    if (const auto found = m_kept.find({name, language}); found != m_kept.end()) {
        found->second.state = state;
        found->second.reason = reason.isEmpty() ? QStringLiteral("NONE") : reason;
    }
}

Checked GraphTemplates::checkUse(const Json& use, SentMessage& message) const
{
    if (const auto ok = onlyKeys(use, {"name", "language", "components"}, QStringLiteral("template")); !ok) {
        return ok;
    }
    const QString language = textAt(at(use, "language"), "code");
    const auto found = m_kept.find({textAt(use, "name"), language});
    if (found == m_kept.end() || found->second.state == QLatin1String("PENDING") ||
        found->second.state == QLatin1String("REJECTED")) {
        return refuse(QStringLiteral("template name does not exist in %1").arg(language), 132001);
    }
    if (found->second.state != QLatin1String("APPROVED")) {
        return refuse(QStringLiteral("the template is not active"),
                      found->second.state == QLatin1String("PAUSED") ? 132015 : 132016);
    }
    message.templated = domain::TemplateUse{found->first.first, language, {}};
    return checkParameters(found->second, at(use, "components"), message);
}

Checked GraphTemplates::checkParameters(const Kept& kept, const Json& components, SentMessage& message) const
{
    QStringList wanted = variablesOf(kept.body, "HEADER") + variablesOf(kept.body, "BODY");
    const bool named = isNamed(kept.body);
    for (const Json& component : components.is_array() ? components : Json::array()) {
        const QString type = textAt(component, "type");
        if (type == QLatin1String("button")) {
            continue;
        }
        QStringList free = variablesOf(kept.body, type == QLatin1String("header") ? "HEADER" : "BODY");
        for (const Json& parameter : at(component, "parameters")) {
            const QString text = textAt(parameter, "text");
            const QString name = named ? textAt(parameter, "parameter_name") : free.value(0);
            if (!free.removeOne(name)) {
                return refuse(QStringLiteral("number of parameters does not match"), 132000);
            }
            if (text.isEmpty() || text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\t')) ||
                text.contains(QStringLiteral("     "))) {
                return refuse(QStringLiteral("Param text cannot have new-line/tab characters or more than 4 "
                                             "consecutive spaces"),
                              132012);
            }
            wanted.removeOne(name);
            message.templated->fields.emplace_back(name, text);
        }
    }
    return wanted.isEmpty() ? Checked(Done{}) : refuse(QStringLiteral("number of parameters does not match"), 132000);
}

} // namespace delpek::simulation
