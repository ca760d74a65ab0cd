// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphinteractive.h"

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

Checked addOption(const Json& object, int longestId, int longestTitle, SentMessage& message)
{
    const domain::Option option{textAt(object, "id"), textAt(object, "title")};
    if (const auto ok = length(option.value, longestId, QStringLiteral("id")); !ok) {
        return ok;
    }
    if (const auto ok = length(option.label, longestTitle, QStringLiteral("title")); !ok) {
        return ok;
    }
    for (const domain::Option& other : message.options) {
        if (other.value == option.value || other.label == option.label) {
            return refuse(QStringLiteral("Duplicated title or id"), 131009);
        }
    }
    message.options.push_back(option);
    return Done{};
}

Checked checkButtons(const Json& action, SentMessage& message)
{
    if (const auto ok = onlyKeys(action, {"buttons"}, QStringLiteral("action")); !ok) {
        return ok;
    }
    const Json& buttons = at(action, "buttons");
    if (!buttons.is_array() || buttons.empty() || buttons.size() > 3) {
        return refuse(QStringLiteral("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3"), 131009);
    }
    for (const Json& button : buttons) {
        if (const auto ok = onlyKeys(button, {"type", "reply"}, QStringLiteral("button")); !ok) {
            return ok;
        }
        if (textAt(button, "type") != QLatin1String("reply")) {
            return refuse(QStringLiteral("button type must be reply"));
        }
        if (const auto ok = onlyKeys(at(button, "reply"), {"id", "title"}, QStringLiteral("reply")); !ok) {
            return ok;
        }
        if (const auto ok = addOption(at(button, "reply"), 256, 20, message); !ok) {
            return ok;
        }
    }
    return Done{};
}

Checked checkList(const Json& action, SentMessage& message)
{
    if (const auto ok = onlyKeys(action, {"button", "sections"}, QStringLiteral("action")); !ok) {
        return ok;
    }
    if (const auto ok = length(textAt(action, "button"), 20, QStringLiteral("action.button")); !ok) {
        return ok;
    }
    const Json& sections = at(action, "sections");
    if (!sections.is_array() || sections.empty() || sections.size() > 10) {
        return refuse(QStringLiteral("1 to 10 sections are allowed"), 131009);
    }
    for (const Json& section : sections) {
        if (const auto ok = onlyKeys(section, {"title", "rows"}, QStringLiteral("section")); !ok) {
            return ok;
        }
        if (const QString title = textAt(section, "title");
            title.size() > 24 || (sections.size() > 1 && title.isEmpty())) {
            return refuse(QStringLiteral("section title must be between 1 and 24 characters"), 131009);
        }
        const Json& rows = at(section, "rows");
        if (!rows.is_array() || rows.empty()) {
            return refuse(QStringLiteral("a section needs rows"), 131009);
        }
        for (const Json& row : rows) {
            if (const auto ok = onlyKeys(row, {"id", "title", "description"}, QStringLiteral("row")); !ok) {
                return ok;
            }
            if (const auto ok = addOption(row, 200, 24, message); !ok) {
                return ok;
            }
        }
    }
    if (message.options.size() > 10) {
        return refuse(QStringLiteral("Total row count exceed max allowed count: 10"), 131009);
    }
    return Done{};
}

Checked checkHeader(const Json& header, QString& mediaId)
{
    const QString type = textAt(header, "type");
    if (type != QLatin1String("image") && type != QLatin1String("video") && type != QLatin1String("document")) {
        return refuse(QStringLiteral("interactive.header.type is not one of image, video, document"), 131009);
    }
    const std::string name = base::utf8(type);
    if (const auto ok = onlyKeys(header, {"type", name.c_str()}, QStringLiteral("interactive.header")); !ok) {
        return ok;
    }
    const Json& object = at(header, name.c_str());
    mediaId = textAt(object, "id");
    return type == QLatin1String("document")
               ? onlyKeys(object, {"id", "filename"}, QStringLiteral("interactive.header.document"))
               : onlyKeys(object, {"id"}, QStringLiteral("interactive.header.") + type);
}

} // namespace

Checked checkInteractive(const Json& interactive, SentMessage& message, QString& mediaId)
{
    if (const auto ok = onlyKeys(interactive, {"type", "header", "body", "action"}, QStringLiteral("interactive"));
        !ok) {
        return ok;
    }
    if (const auto ok = onlyKeys(at(interactive, "body"), {"text"}, QStringLiteral("interactive.body")); !ok) {
        return ok;
    }
    message.text = textAt(at(interactive, "body"), "text");
    if (const auto ok = length(message.text, 1024, QStringLiteral("interactive.body.text")); !ok) {
        return ok;
    }
    const QString type = textAt(interactive, "type");
    if (type == QLatin1String("list")) {
        return interactive.contains("header") ? refuse(QStringLiteral("a list has a text header only"), 131009)
                                              : checkList(at(interactive, "action"), message);
    }
    if (type != QLatin1String("button")) {
        return refuse(QStringLiteral("interactive.type is not one of button, list"));
    }
    if (interactive.contains("header")) {
        if (const auto ok = checkHeader(at(interactive, "header"), mediaId); !ok) {
            return ok;
        }
    }
    return checkButtons(at(interactive, "action"), message);
}

} // namespace delpek::simulation
