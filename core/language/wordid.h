// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>
#include <cstdint>

// Words as numbers: tables and grammar compare a number where they would compare letters.

namespace delpek::language
{

/// Stands for a word in its comparison form. 64 bits: among the some thousand words of lexicon and grammar, no two
/// share one.
using WordId = std::uint64_t;

constexpr WordId wordIdStep(WordId id, char16_t letter)
{
    return (id ^ letter) * 0x100000001b3U;
}

/// The lower bits choose the place in a table, and multiplying alone leaves them poor.
constexpr WordId wordIdEnd(WordId id)
{
    return id ^ (id >> 29U);
}

constexpr WordId kWordIdStart = 0xcbf29ce484222325U;

inline WordId wordId(QStringView key)
{
    auto id = kWordIdStart;
    for (const QChar c : key) {
        id = wordIdStep(id, c.unicode());
    }
    return wordIdEnd(id);
}

constexpr bool isHebrewLetter(char16_t c)
{
    return c >= 0x05D0 && c <= 0x05EA;
}

/// Final letters of Hebrew as plain ones, Latin letters without accents small; all others as they are.
constexpr char16_t plainForm(char16_t c)
{
    switch (c) {
    case 0x05DA:
    case 0x05DD:
    case 0x05DF:
    case 0x05E3:
    case 0x05E5:
        return char16_t(c + 1);
    default:
        return c >= 'A' && c <= 'Z' ? char16_t(c - 'A' + 'a') : c;
    }
}

/// Stretched letters, and doubled ones in long words, once: in place; the new length.
constexpr std::size_t joinDoubled(char16_t* letters, std::size_t count)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count;) {
        std::size_t end = i;
        while (end < count && letters[end] == letters[i]) {
            ++end;
        }
        const auto letter = letters[i];
        const bool once = end - i != 2 || count >= (isHebrewLetter(letter) ? 4U : 6U);
        letters[kept++] = letter;
        if (!once) {
            letters[kept++] = letter;
        }
        i = end;
    }
    return kept;
}

/// A word of the grammar as the source writes it (UTF-8, Hebrew or plain Latin), made a number by the compiler.
class GrammarWord
{
public:
    // NOLINTNEXTLINE(google-explicit-constructor): lists of words stay lists of literals
    consteval GrammarWord(const char* utf8)
        : m_id(idOf(utf8))
    {
    }
    WordId id() const { return m_id; }

private:
    static consteval WordId idOf(const char* utf8)
    {
        std::array<char16_t, 32> letters{};
        std::size_t count = 0;
        for (std::size_t i = 0; utf8[i] != 0;) {
            const auto byte = static_cast<unsigned char>(utf8[i]);
            const bool two = byte >= 0x80;
            const auto code = two ? char16_t((byte & 0x1FU) << 6U | (static_cast<unsigned char>(utf8[i + 1]) & 0x3FU))
                                  : char16_t(byte);
            letters.at(count++) = plainForm(code);
            i += two ? 2 : 1;
        }
        count = joinDoubled(letters.data(), count);
        auto id = kWordIdStart;
        for (std::size_t i = 0; i < count; ++i) {
            id = wordIdStep(id, letters.at(i));
        }
        return wordIdEnd(id);
    }

    WordId m_id;
};

} // namespace delpek::language
