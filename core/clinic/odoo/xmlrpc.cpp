// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/xmlrpc.h"

#include "clinic/odoo/xmlvalue.h"

#include <limits>

namespace delpek::clinic::odoo::xmlrpc
{

using base::Json;

namespace
{

struct Reply {
    bool isFault = false;
    Json value;
};

/// A methodResponse with one value and nothing behind it.
std::optional<Reply> readReply(const QByteArray& body)
{
    if (body.contains("<!")) {
        return std::nullopt; // Odoo writes no declarations, and entities are none of our business
    }
    QXmlStreamReader reader(body);
    if (!reader.readNextStartElement() || reader.name() != QLatin1String("methodResponse") ||
        !reader.readNextStartElement()) {
        return std::nullopt;
    }
    Reply reply;
    reply.isFault = reader.name() == QLatin1String("fault");
    if (!reply.isFault) {
        if (reader.name() != QLatin1String("params") || !reader.readNextStartElement() ||
            reader.name() != QLatin1String("param")) {
            return std::nullopt;
        }
    }
    auto value = reader.readNextStartElement() ? readXmlValue(reader) : std::nullopt;
    while (!reader.atEnd()) {
        reader.readNext();
    }
    if (!value || reader.hasError()) {
        return std::nullopt;
    }
    reply.value = std::move(*value);
    return reply;
}

} // namespace

QByteArray callBody(const QString& method, const Json& args)
{
    QByteArray body;
    QXmlStreamWriter writer(&body);
    writer.writeStartDocument();
    writer.writeStartElement(QStringLiteral("methodCall"));
    writer.writeTextElement(QStringLiteral("methodName"), method);
    writer.writeStartElement(QStringLiteral("params"));
    for (const Json& arg : args) {
        writer.writeStartElement(QStringLiteral("param"));
        writeXmlValue(writer, arg);
        writer.writeEndElement();
    }
    writer.writeEndDocument();
    return body;
}

bool canCarry(const Json& value)
{
    if (value.is_number_integer()) {
        const auto number = value.get<qint64>();
        return number >= std::numeric_limits<qint32>::min() && number <= std::numeric_limits<qint32>::max();
    }
    return !value.is_structured() || std::all_of(value.begin(), value.end(), canCarry);
}

Answer answerOf(const http::Response& response, const Call& call)
{
    auto reply = readReply(response.body);
    if (!reply || response.status != 200) {
        return tl::unexpected(Refusal{unreadable(response.status, call), {}});
    }
    if (!reply->isFault) {
        return std::move(reply->value);
    }
    // Version 1 of the protocol has a text here; anything but a number is no fault of version 2.
    const int code = static_cast<int>(base::integerAt(reply->value, "faultCode").value_or(1));
    const QString text = base::textAt(reply->value, "faultString");
    if (isNothingFault(code, text)) {
        return Json();
    }
    return tl::unexpected(refusalOfFault(code, text, call));
}

} // namespace delpek::clinic::odoo::xmlrpc
