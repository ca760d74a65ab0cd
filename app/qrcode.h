// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace delpek::app
{

/// A QR code: a square of modules, row by row.
struct QrCode {
    int width = 0;
    std::vector<bool> dark;

    bool isDark(int x, int y) const; ///< false outside: the quiet zone is light
};

/// InvalidInput for what no code holds.
Result<QrCode> qrCode(const QString& text);

/// For a terminal, two rows of modules a line, light modules as blocks: to be scanned from light letters on a dark
/// ground, as most terminals have it, and by phones also the other way round.
QString asBlocks(const QrCode& code);
/// A picture that every browser shows.
QByteArray asSvg(const QrCode& code);

} // namespace delpek::app
