// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/xml.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace delpek::simulation::odoo
{

using base::Json;
using base::utf8;

namespace
{

/// The element's children that are elements, one after the other, through `take`; false when one is refused.
template <typename Take>
bool eachChild(QXmlStreamReader& reader, Take take)
{
    while (reader.readNextStartElement()) {
        if (!take()) {
            return false;
        }
    }
    return !reader.hasError();
}

bool readValue(QXmlStreamReader& reader, Json& value);

bool readMember(QXmlStreamReader& reader, Json& object)
{
    std::string name;
    Json value;
    const bool ok = eachChild(reader, [&] {
        if (reader.name() == QLatin1String("name")) {
            name = utf8(reader.readElementText());
            return true;
        }
        return readValue(reader, value);
    });
    object[name] = std::move(value);
    return ok;
}

bool readTyped(QXmlStreamReader& reader, Json& value)
{
    const QString type = reader.name().toString();
    if (type == QLatin1String("struct")) {
        value = Json::object();
        return eachChild(reader, [&] { return readMember(reader, value); });
    }
    if (type == QLatin1String("array")) {
        value = Json::array();
        return eachChild(reader, [&] { // <data>
            return eachChild(reader, [&] {
                value.emplace_back();
                return readValue(reader, value.back());
            });
        });
    }
    const QString text = reader.readElementText();
    bool ok = true;
    if (type == QLatin1String("string")) {
        value = utf8(text);
    } else if (type == QLatin1String("int") || type == QLatin1String("i4")) {
        value = text.toInt(&ok); // 32 bits
    } else if (type == QLatin1String("double")) {
        value = text.toDouble(&ok);
    } else if (type == QLatin1String("boolean")) {
        value = text == QLatin1String("1");
    } else if (type == QLatin1String("dateTime.iso8601") || type == QLatin1String("base64")) {
        value = {{utf8(type), utf8(text)}};
    } else {
        ok = false;
    }
    return ok;
}

bool readValue(QXmlStreamReader& reader, Json& value)
{
    if (reader.name() != QLatin1String("value")) {
        return false;
    }
    value = "";
    QString bare;
    bool typed = false;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            typed = true;
            if (!readTyped(reader, value)) {
                return false;
            }
        } else if (token == QXmlStreamReader::Characters) {
            bare += reader.text();
        } else if (token == QXmlStreamReader::EndElement) {
            if (!typed) {
                value = utf8(bare);
            }
            return true;
        }
    }
    return false;
}

QString escaped(const std::string& text)
{
    // Control characters are dropped on the way out.
    QString clean = QString::fromStdString(text);
    clean.removeIf([](QChar c) { return c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t'); });
    return clean.replace(QLatin1Char('&'), QLatin1String("&amp;"))
        .replace(QLatin1Char('<'), QLatin1String("&lt;"))
        .replace(QLatin1Char('>'), QLatin1String("&gt;"));
}

QString written(const Json& value)
{
    QString inner;
    if (value.is_boolean()) {
        inner = QStringLiteral("<boolean>%1</boolean>").arg(value.get<bool>() ? 1 : 0);
    } else if (value.is_number_integer()) {
        inner = QStringLiteral("<int>%1</int>").arg(value.get<qint64>());
    } else if (value.is_number()) {
        inner = QStringLiteral("<double>%1</double>").arg(value.get<double>(), 0, 'g', 17);
    } else if (value.is_array()) {
        for (const Json& one : value) {
            inner += written(one);
        }
        inner = QStringLiteral("<array><data>\n") + inner + QStringLiteral("</data></array>");
    } else if (value.is_object()) {
        for (const auto& [name, member] : value.items()) {
            inner += QStringLiteral("<member>\n<name>") + escaped(name) + QStringLiteral("</name>\n") +
                     written(member) + QStringLiteral("</member>\n");
        }
        inner = QStringLiteral("<struct>\n") + inner + QStringLiteral("</struct>");
    } else {
        inner = QStringLiteral("<string>") + escaped(value.get<std::string>()) + QStringLiteral("</string>");
    }
    return QStringLiteral("<value>") + inner + QStringLiteral("</value>\n");
}

} // namespace

std::optional<XmlCall> readXmlCall(const QByteArray& body)
{
    QXmlStreamReader reader(body);
    if (!reader.readNextStartElement() || reader.name() != QLatin1String("methodCall")) {
        return std::nullopt;
    }
    XmlCall call;
    const bool ok = eachChild(reader, [&] {
        if (reader.name() == QLatin1String("methodName")) {
            call.method = reader.readElementText();
            return true;
        }
        return eachChild(reader, [&] {     // <param>
            return eachChild(reader, [&] { // <value>
                call.args.emplace_back();
                return readValue(reader, call.args.back());
            });
        });
    });
    while (ok && !reader.atEnd()) {
        reader.readNext();
    }
    return ok && !reader.hasError() ? std::optional(std::move(call)) : std::nullopt;
}

QByteArray xmlResponse(const Json& value)
{
    return (QStringLiteral("<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n") + written(value) +
            QStringLiteral("</param>\n</params>\n</methodResponse>\n"))
        .toUtf8();
}

QByteArray xmlFault(int code, const QString& text)
{
    return (QStringLiteral("<?xml version='1.0'?>\n<methodResponse>\n<fault>\n") +
            written({{"faultCode", code}, {"faultString", utf8(text)}}) +
            QStringLiteral("</fault>\n</methodResponse>\n"))
        .toUtf8();
}

bool holdsNone(const Json& value)
{
    return value.is_null() || (value.is_structured() && std::any_of(value.begin(), value.end(), holdsNone));
}

} // namespace delpek::simulation::odoo
