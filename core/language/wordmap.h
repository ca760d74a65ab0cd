// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/wordid.h"

#include <utility>
#include <vector>

namespace delpek::language
{

/// A table by words, made for reading: half of its places are free, and the next free one is never far. Reading is safe
/// from any thread once nothing is added any more.
template <typename Value>
class WordMap
{
public:
    /// Adds it when it is missing.
    Value& operator[](WordId id)
    {
        if (2 * (m_values.size() + 1) > m_places.size()) {
            grow();
        }
        auto at = placeOf(id);
        if (m_places[at].value == 0) {
            m_values.emplace_back();
            m_places[at] = {id, std::uint32_t(m_values.size())};
        }
        return m_values[m_places[at].value - 1];
    }
    const Value* find(WordId id) const
    {
        if (m_places.empty()) {
            return nullptr;
        }
        const auto value = m_places[placeOf(id)].value;
        return value == 0 ? nullptr : &m_values[value - 1];
    }
    bool contains(WordId id) const { return find(id) != nullptr; }

private:
    struct Place {
        WordId id = 0;
        std::uint32_t value = 0; ///< counted from 1; 0: free
    };

    std::size_t placeOf(WordId id) const
    {
        const auto last = m_places.size() - 1;
        auto at = std::size_t(id) & last;
        while (m_places[at].value != 0 && m_places[at].id != id) {
            at = (at + 1) & last;
        }
        return at;
    }
    void grow()
    {
        const auto old = std::exchange(m_places, std::vector<Place>(std::max<std::size_t>(16, 2 * m_places.size())));
        for (const auto& place : old) {
            if (place.value != 0) {
                m_places[placeOf(place.id)] = place;
            }
        }
    }

    std::vector<Place> m_places; ///< a power of two of them
    std::vector<Value> m_values;
};

/// Whether a word is one of many.
class WordSet
{
public:
    void insert(WordId id) { m_words[id] = true; }
    bool contains(WordId id) const { return m_words.contains(id); }

private:
    WordMap<char> m_words;
};

} // namespace delpek::language
