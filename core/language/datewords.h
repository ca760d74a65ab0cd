// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/text.h"
#include "language/wordmap.h"

#include <bitset>

// The closed word classes of the date grammar: one table for Hebrew, English and Hebrew in Latin letters.

namespace delpek::language
{

/// What a word can do in the grammar. A word may have several.
enum class Kind : quint8 {
    // Days and counts
    Today,
    Tomorrow,
    AfterTomorrow,
    Tonight,
    ThisMorning,
    ThisNight,
    Yesterday,
    Day,
    TwoDays,
    Week,
    TwoWeeks,
    Month,
    TwoMonths,
    Year,
    Hour,
    TwoHours,
    Minute,
    Weekend,
    ThisWeek,
    ThisMonth,
    Night,
    Holiday,
    SaturdayNight,
    // Which one
    Next,
    This,
    Coming,
    Last,
    Gone,
    Start,
    Middle,
    End,
    Early,
    Late,
    Couple,
    Few,
    Half,
    Quarter,
    // Relations
    Ahead,
    Within,
    Ago,
    Already,
    For,
    Since,
    FromNow,
    Later,
    At,
    HourMark,
    Weak,
    On,
    In,
    The,
    Of,
    From,
    To,
    Until,
    By,
    Before,
    After,
    Between,
    Or,
    And,
    Not,
    Instead,
    Except,
    Same,
    Lead,
    Every,
    Exactly,
    Good,
    // Clock
    Am,
    Pm,
    Oclock,
    Suffix,
    // What a number counts that is no time
    Counted,
    Age,
    Fever,
    // What is said around a day
    Wish,
    Mine,
    Booked,
    Visit,
    Reason,
    Work,
    Unfit,
    Fits,
    Can,
    Past,
    Told,
    Onset,
    Moving,
    Cancelling,
    Attend,
    Thing,
    Turn,
    Eve,
    Last_
};

constexpr std::size_t kKinds = std::size_t(Kind::Last_);

/// What one token is to the grammar.
struct DateWord {
    std::bitset<kKinds> kinds;
    int weekday = 0; ///< 1 Monday … 7 Sunday, as Qt counts
    int letter = 0;  ///< a weekday too, behind "יום"
    int month = 0;
    int hebrewMonth = -1; ///< as in hebrewcalendar.h
    int number = -1;      ///< spelled: units, teens, tens
    int ordinal = 0;
    int part = 0;         ///< 1 morning … 4 evening
    bool holiday = false; ///< a holiday's name may begin here
    QString glued;        ///< Hebrew prefix letters before what was found

    bool is(Kind kind) const { return kinds.test(std::size_t(kind)); }
    bool isAnything() const
    {
        return kinds.any() || weekday || letter || month || hebrewMonth >= 0 || number >= 0 || ordinal || part;
    }
    /// An expression of time may begin with it; the words around one may not.
    bool canBegin() const;
};

/// The words of a text, looked up once.
class DateWords
{
public:
    static const DateWords& get();
    DateWord look(const Token& token) const;

private:
    struct Entry {
        DateWord word;
        std::bitset<kKinds> exact; ///< kinds that hold only without prefix letters
    };
    DateWords();
    void kinds(Kind kind, const char* words, bool exact);
    template <typename Field>
    void values(Field DateWord::*field, std::initializer_list<std::pair<const char*, Field>> rows);

    WordMap<Entry> m_entries;
};

/// "morning", "noon", "afternoon", "evening" for 1 to 4; empty for 0.
QString partName(int part);

bool oneOf(const Token& token, std::initializer_list<GrammarWord> words);

} // namespace delpek::language
