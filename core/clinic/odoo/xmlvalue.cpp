// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/xmlvalue.h"

namespace delpek::clinic::odoo
{

using base::Json;
using base::utf8;

namespace
{

constexpr int deepest = 60;

QString withoutControls(const std::string& text)
{
    QString clean = QString::fromStdString(text);
    clean.removeIf([](QChar c) {
        return (c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t')) || c.unicode() == 0xfffe ||
               c.unicode() == 0xffff;
    });
    return clean;
}

void writeNumber(QXmlStreamWriter& writer, const Json& value)
{
    if (value.is_number_integer()) {
        writer.writeTextElement(QStringLiteral("int"), QString::number(value.get<qint64>()));
    } else {
        writer.writeTextElement(QStringLiteral("double"), QString::number(value.get<double>(), 'g', 17));
    }
}

void writeArray(QXmlStreamWriter& writer, const Json& value)
{
    writer.writeStartElement(QStringLiteral("array"));
    writer.writeStartElement(QStringLiteral("data"));
    for (const Json& one : value) {
        writeXmlValue(writer, one);
    }
    writer.writeEndElement();
    writer.writeEndElement();
}

void writeStruct(QXmlStreamWriter& writer, const Json& value)
{
    writer.writeStartElement(QStringLiteral("struct"));
    for (const auto& [name, member] : value.items()) {
        writer.writeStartElement(QStringLiteral("member"));
        writer.writeTextElement(QStringLiteral("name"), withoutControls(name));
        writeXmlValue(writer, member);
        writer.writeEndElement();
    }
    writer.writeEndElement();
}

std::optional<Json> readArray(QXmlStreamReader& reader, int depth)
{
    Json all = Json::array();
    if (!reader.readNextStartElement() || reader.name() != QLatin1String("data")) {
        return std::nullopt;
    }
    while (reader.readNextStartElement()) {
        auto one = readXmlValue(reader, depth + 1);
        if (!one) {
            return std::nullopt;
        }
        all.push_back(std::move(*one));
    }
    reader.skipCurrentElement(); // the end of <array>, after that of <data>
    return all;
}

std::optional<Json> readStruct(QXmlStreamReader& reader, int depth)
{
    Json all = Json::object();
    while (reader.readNextStartElement()) {
        if (reader.name() != QLatin1String("member") || !reader.readNextStartElement() ||
            reader.name() != QLatin1String("name")) {
            return std::nullopt;
        }
        const std::string name = utf8(reader.readElementText());
        auto value = reader.readNextStartElement() ? readXmlValue(reader, depth + 1) : std::nullopt;
        if (!value) {
            return std::nullopt;
        }
        all[name] = std::move(*value);
        reader.skipCurrentElement();
    }
    return all;
}

std::optional<Json> readScalar(QStringView type, const QString& text)
{
    bool ok = true;
    if (type == QLatin1String("string") || type == QLatin1String("dateTime.iso8601") ||
        type == QLatin1String("base64")) {
        return Json(utf8(text));
    }
    if (type == QLatin1String("int") || type == QLatin1String("i4") || type == QLatin1String("i8")) {
        const qint64 number = text.trimmed().toLongLong(&ok);
        return ok ? std::optional(Json(number)) : std::nullopt;
    }
    if (type == QLatin1String("double")) {
        const double number = text.trimmed().toDouble(&ok);
        return ok ? std::optional(Json(number)) : std::nullopt;
    }
    if (type == QLatin1String("boolean")) {
        const QString digit = text.trimmed();
        ok = digit == QLatin1String("0") || digit == QLatin1String("1");
        return ok ? std::optional(Json(digit == QLatin1String("1"))) : std::nullopt;
    }
    if (type == QLatin1String("nil")) {
        return Json();
    }
    return std::nullopt;
}

} // namespace

void writeXmlValue(QXmlStreamWriter& writer, const Json& value)
{
    writer.writeStartElement(QStringLiteral("value"));
    if (value.is_boolean() || value.is_null()) {
        writer.writeTextElement(QStringLiteral("boolean"),
                                value.is_boolean() && value.get<bool>() ? QStringLiteral("1") : QStringLiteral("0"));
    } else if (value.is_number()) {
        writeNumber(writer, value);
    } else if (value.is_array()) {
        writeArray(writer, value);
    } else if (value.is_object()) {
        writeStruct(writer, value);
    } else {
        writer.writeTextElement(QStringLiteral("string"), withoutControls(value.get<std::string>()));
    }
    writer.writeEndElement();
}

std::optional<Json> readXmlValue(QXmlStreamReader& reader, int depth)
{
    if (depth > deepest || reader.name() != QLatin1String("value")) {
        return std::nullopt;
    }
    QString bare; // a value without a type is a string
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::Characters:
            bare += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            return Json(utf8(bare));
        case QXmlStreamReader::StartElement: {
            const QString type = reader.name().toString();
            auto value = type == QLatin1String("array")    ? readArray(reader, depth)
                         : type == QLatin1String("struct") ? readStruct(reader, depth)
                                                           : readScalar(type, reader.readElementText());
            if (!value || reader.hasError()) {
                return std::nullopt;
            }
            reader.skipCurrentElement(); // the end of <value>
            return value;
        }
        default:
            break;
        }
    }
    return std::nullopt;
}

} // namespace delpek::clinic::odoo
