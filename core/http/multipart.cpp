// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/multipart.h"

#include <QCryptographicHash>

namespace delpek::http
{

namespace
{

QByteArray quoted(const QByteArray& name)
{
    QByteArray safe = name;
    return safe.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
}

QByteArray boundaryFor(const std::vector<FormPart>& parts)
{
    for (int round = 0;; ++round) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(QByteArray::number(round));
        for (const FormPart& part : parts) {
            hash.addData(part.name);
            hash.addData(part.body);
        }
        const QByteArray boundary = "delpek-" + hash.result().toHex().left(40);
        if (std::ranges::none_of(parts, [&](const FormPart& part) { return part.body.contains(boundary); })) {
            return boundary;
        }
    }
}

tl::unexpected<Error> noForm(const QString& why)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("not a form with files: ") + why);
}

/// The pieces of a header's value between semicolons that stand outside of quotes.
std::vector<QByteArray> piecesOf(const QByteArray& header)
{
    std::vector<QByteArray> pieces(1);
    bool inQuotes = false;
    for (const char c : header) {
        inQuotes = inQuotes != (c == '"');
        if (c == ';' && !inQuotes) {
            pieces.emplace_back();
        } else {
            pieces.back().append(c);
        }
    }
    return pieces;
}

/// The value of `name="…"` in a header's parameters.
QByteArray parameter(const QByteArray& header, const QByteArray& name)
{
    for (const QByteArray& piece : piecesOf(header)) {
        const QByteArray word = piece.trimmed();
        const qsizetype equals = word.indexOf('=');
        if (equals > 0 && word.left(equals).toLower() == name) {
            const QByteArray value = word.mid(equals + 1);
            const bool inQuotes = value.size() >= 2 && value.startsWith('"') && value.endsWith('"');
            return inQuotes ? value.mid(1, value.size() - 2) : value;
        }
    }
    return {};
}

Result<FormPart> readPart(const QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return noForm(QStringLiteral("a part without an end of its header"));
    }
    FormPart part;
    part.body = bytes.mid(end + 4);
    for (const QByteArray& line : bytes.left(end).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "content-disposition") {
            part.name = parameter(value, "name");
            part.fileName = QString::fromUtf8(parameter(value, "filename"));
        } else if (name == "content-type") {
            part.type = value;
        }
    }
    if (part.name.isEmpty()) {
        return noForm(QStringLiteral("a part without a name"));
    }
    return part;
}

} // namespace

Form writeForm(const std::vector<FormPart>& parts)
{
    const QByteArray boundary = boundaryFor(parts);
    Form form{"multipart/form-data; boundary=" + boundary, {}};
    for (const FormPart& part : parts) {
        form.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(part.name) + '"';
        if (!part.fileName.isEmpty()) {
            form.body += "; filename=\"" + quoted(part.fileName.toUtf8()) + '"';
        }
        if (!part.type.isEmpty()) {
            form.body += "\r\nContent-Type: " + part.type;
        }
        form.body += "\r\n\r\n" + part.body + "\r\n";
    }
    form.body += "--" + boundary + "--\r\n";
    return form;
}

Result<std::vector<FormPart>> readForm(const QByteArray& contentType, const QByteArray& body)
{
    const QByteArray boundary = parameter(contentType, "boundary");
    if (!contentType.toLower().startsWith("multipart/form-data") || boundary.isEmpty()) {
        return noForm(QStringLiteral("its Content-Type names no boundary"));
    }
    const QByteArray mark = "--" + boundary;
    if (!body.startsWith(mark)) {
        return noForm(QStringLiteral("it does not begin with its boundary"));
    }
    std::vector<FormPart> parts;
    qsizetype from = mark.size();
    while (!body.mid(from, 2).startsWith("--")) {
        const qsizetype end = body.indexOf("\r\n" + mark, from);
        if (body.mid(from, 2) != "\r\n" || end < 0) {
            return noForm(QStringLiteral("its end is missing"));
        }
        auto part = readPart(body.mid(from + 2, end - from - 2));
        if (!part) {
            return fail(part.error());
        }
        parts.push_back(std::move(*part));
        from = end + 2 + mark.size();
    }
    return parts;
}

} // namespace delpek::http
