// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/pin.h"

#include <QSet>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace delpek::secrets
{

namespace
{

constexpr int shortest = 6;
constexpr int longest = 12;

/// All steps from digit to digit are the same: 000000, 123456, 987654.
bool isARow(const QString& pin)
{
    QSet<int> steps;
    for (qsizetype i = 1; i < pin.size(); ++i) {
        steps.insert(pin[i].unicode() - pin[i - 1].unicode());
    }
    return steps.size() == 1 && std::abs(*steps.begin()) <= 1;
}

} // namespace

Result<Done> checkPin(const QString& pin)
{
    const bool digits =
        std::ranges::all_of(pin, [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    if (!digits || pin.size() < shortest || pin.size() > longest) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a PIN has %1 to %2 digits").arg(shortest).arg(longest));
    }
    if (isARow(pin)) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("this PIN is too easy: take one that is no row and not one digit again and again"));
    }
    return Done{};
}

Result<QString> hashPin(const QString& pin)
{
    if (const auto checked = checkPin(pin); !checked) {
        return fail(checked.error());
    }
    const QByteArray bytes = pin.toLatin1();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str(hash.data(), bytes.constData(), size_t(bytes.size()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return fail(ErrorCode::Internal, QStringLiteral("the PIN cannot be hashed: too little memory"));
    }
    return QString::fromLatin1(hash.data());
}

bool pinMatches(const QString& pin, const QString& hash)
{
    const QByteArray kept = hash.toLatin1();
    const QByteArray bytes = pin.toUtf8();
    return !kept.isEmpty() && kept.size() < qsizetype(crypto_pwhash_STRBYTES) && sodium_init() >= 0 &&
           crypto_pwhash_str_verify(kept.constData(), bytes.constData(), size_t(bytes.size())) == 0;
}

} // namespace delpek::secrets
