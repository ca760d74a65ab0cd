// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/training/misspelling.h"

namespace delpek::language
{

namespace
{

QChar neighbour(QChar c, bool right)
{
    static const QString rows =
        QStringLiteral("קראטוןםפ שדגכעיחלךף זסבהנמצתץ qwertyuiop asdfghjkl zxcvbnm QWERTYUIOP ASDFGHJKL ZXCVBNM");
    const auto at = rows.indexOf(c);
    if (at < 0) {
        return c;
    }
    const auto place = std::clamp<qsizetype>(at + (right ? 1 : -1), 0, rows.size() - 1);
    return rows[place].isSpace() ? rows[2 * at - place] : rows[place];
}

} // namespace

QString misspell(const QString& text, double probability, std::mt19937& random)
{
    // Plain arithmetic on the generator's numbers: the standard's distributions differ from library to library.
    const auto below = [&random](std::uint32_t limit) { return std::uint32_t(random() % limit); };
    const auto limit = std::uint32_t(probability * 1000000);
    QString typed;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!c.isLetter() || below(1000000) >= limit) {
            typed += c;
            continue;
        }
        switch (below(4)) {
        case 0:
            break;
        case 1:
            typed += c;
            typed += c;
            break;
        case 2:
            if (i + 1 < text.size() && text[i + 1].isLetter()) {
                typed += text[++i];
            }
            typed += c;
            break;
        default:
            typed += neighbour(c, below(2) == 1);
        }
    }
    return typed;
}

} // namespace delpek::language
