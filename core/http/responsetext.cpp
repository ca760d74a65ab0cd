// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responsetext.h"

#include "base/json.h"

namespace delpek::http
{

namespace
{

const char* phrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Payload Too Large";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Entity";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return status < 400 ? "Done" : "Refused";
    }
}

bool isOneLine(const QByteArray& text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isOurs(const QByteArray& name)
{
    return name.compare("content-length", Qt::CaseInsensitive) == 0 ||
           name.compare("transfer-encoding", Qt::CaseInsensitive) == 0 ||
           name.compare("connection", Qt::CaseInsensitive) == 0;
}

void appendField(QByteArray& text, const QByteArray& name, const QByteArray& value)
{
    if (!name.isEmpty() && isOneLine(name) && isOneLine(value) && !isOurs(name)) {
        text.append(name).append(": ").append(value).append("\r\n");
    }
}

} // namespace

QByteArray headText(const ServerResponse& response, bool keepAlive, const QByteArray& date)
{
    const int status = response.status >= 200 && response.status <= 599 ? response.status : 500;
    QByteArray text;
    text.reserve(256);
    text.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ').append(phrase(status)).append("\r\n");
    if (!response.contentType.isEmpty() && (!response.body.isEmpty() || response.stream)) {
        appendField(text, "Content-Type", response.contentType);
    }
    appendField(text, date.isEmpty() ? QByteArray() : QByteArrayLiteral("Date"), date);
    for (const auto& [name, value] : response.headers) {
        appendField(text, name, value);
    }
    if (status != 204 && status != 304 && !response.stream) {
        text.append("Content-Length: ").append(QByteArray::number(response.body.size())).append("\r\n");
    }
    text.append(keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    return text;
}

ServerResponse refusal(int status, const QString& reason)
{
    const base::Json json = {{"error", {{"code", status}, {"reason", base::utf8(reason)}}}};
    ServerResponse response;
    response.status = status;
    response.body = base::toBytes(json);
    return response;
}

} // namespace delpek::http
