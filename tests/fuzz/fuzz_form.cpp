// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/require.h"
#include "http/multipart.h"

using namespace delpek;
using http::FormPart;

namespace
{

bool same(const std::vector<FormPart>& left, const std::vector<FormPart>& right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const FormPart& a, const FormPart& b) {
        return a.name == b.name && a.body == b.body && a.fileName == b.fileName && a.type == b.type;
    });
}

/// What our own writing puts into quotes and lines comes back as it is.
bool isPlain(const FormPart& part)
{
    const QByteArray line = part.name + part.fileName.toUtf8() + part.type;
    return std::all_of(line.begin(), line.end(), [](char c) { return c > ' ' && c != '"' && c != '%'; });
}

/// A whole form with its header before it, up to the first line end.
void holdRead(const QByteArray& bytes)
{
    const qsizetype line = bytes.indexOf('\n');
    const QByteArray body = bytes.mid(line + 1);
    const auto parts = http::readForm(bytes.left(std::max<qsizetype>(line, 0)), body);
    if (!parts) {
        fuzz::require(parts.error().code == ErrorCode::InvalidInput, "what is refused is InvalidInput");
        return;
    }
    for (const FormPart& part : *parts) {
        fuzz::require(!part.name.isEmpty(), "a part has a name");
        fuzz::require(body.contains(part.body), "the bytes of a part are those of the form");
    }
    if (std::all_of(parts->begin(), parts->end(), isPlain)) {
        const auto form = http::writeForm(*parts);
        const auto again = http::readForm(form.contentType, form.body);
        fuzz::require(again && same(*again, *parts), "a form that was read, written again, is read as the same");
    }
}

/// Any bytes can be sent as files.
void holdWritten(const QByteArray& bytes)
{
    std::vector<FormPart> parts;
    for (const QByteArray& piece : bytes.split('\0')) {
        parts.push_back({"file", piece, QStringLiteral("voice.ogg"), "audio/ogg"});
    }
    const auto form = http::writeForm(parts);
    const auto again = http::readForm(form.contentType, form.body);
    fuzz::require(again && same(*again, parts), "a form that was written is read as the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    holdRead(bytes);
    holdWritten(bytes);
    return 0;
}
