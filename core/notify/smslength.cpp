// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/smslength.h"

namespace delpek::notify
{

namespace
{

const QString basic = QStringLiteral("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                     "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
const QString extension = QStringLiteral("\f^{}\\[~]|€");

/// In signs of the GSM alphabet; nothing when there are others.
std::optional<qsizetype> gsmLength(const QString& text)
{
    qsizetype length = 0;
    for (const QChar c : text) {
        if (basic.contains(c)) {
            length += 1;
        } else if (extension.contains(c)) {
            length += 2;
        } else {
            return std::nullopt;
        }
    }
    return length;
}

int partsOf(qsizetype length, int single, int each)
{
    return length == 0 ? 0 : length <= single ? 1 : int((length + each - 1) / each);
}

} // namespace

int smsParts(const QString& text)
{
    const auto gsm = gsmLength(text);
    return gsm ? partsOf(*gsm, 160, 153) : partsOf(text.size(), 70, 67);
}

} // namespace delpek::notify
