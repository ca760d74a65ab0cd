// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace delpek::app
{

namespace
{

constexpr int quietZone = 4; ///< modules around a code, as its standard wants

} // namespace

bool QrCode::isDark(int x, int y) const
{
    return x >= 0 && y >= 0 && x < width && y < width && dark[std::size_t(y * width + x)];
}

Result<QrCode> qrCode(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> drawn(
        bytes.isEmpty() ? nullptr : QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_L, QR_MODE_8, 1),
        &QRcode_free);
    if (!drawn) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("this cannot be shown as a QR code"));
    }
    QrCode code{drawn->width, {}};
    for (int i = 0; i < code.width * code.width; ++i) {
        code.dark.push_back((drawn->data[i] & 1) != 0);
    }
    return code;
}

QString asBlocks(const QrCode& code)
{
    QString text;
    for (int y = -quietZone; y < code.width + quietZone; y += 2) {
        for (int x = -quietZone; x < code.width + quietZone; ++x) {
            const bool upper = !code.isDark(x, y);
            const bool lower = !code.isDark(x, y + 1);
            text += QChar(upper ? (lower ? 0x2588 : 0x2580) : (lower ? 0x2584 : 0x20));
        }
        text += QLatin1Char('\n');
    }
    return text;
}

QByteArray asSvg(const QrCode& code)
{
    const QByteArray side = QByteArray::number(code.width + 2 * quietZone);
    QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
                     "\" shape-rendering=\"crispEdges\"><rect width=\"" + side + "\" height=\"" + side +
                     "\" fill=\"#fff\"/><path d=\"";
    for (int y = 0; y < code.width; ++y) {
        for (int x = 0; x < code.width; ++x) {
            if (code.isDark(x, y)) {
                svg += "M" + QByteArray::number(x + quietZone) + " " + QByteArray::number(y + quietZone) + "h1v1h-1z";
            }
        }
    }
    return svg + "\"/></svg>\n";
}

} // namespace delpek::app
