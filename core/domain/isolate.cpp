// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"

namespace delpek::domain
{

namespace
{

bool isBidiControl(QChar character)
{
    const char16_t code = character.unicode();
    return code == 0x200E || code == 0x200F || code == 0x061C || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

} // namespace

QString isolate(const QString& value)
{
    return value.isEmpty() ? value : QChar(0x2068) + value + QChar(0x2069);
}

QString withoutIsolates(const QString& text)
{
    QString plain = text;
    plain.removeIf(isBidiControl);
    return plain;
}

} // namespace delpek::domain
