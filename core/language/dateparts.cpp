// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

// Parts of the day, and "as soon as possible".

namespace delpek::language
{

int DateScanner::partAt(int at, int& last) const
{
    last = at;
    if (!has(at)) {
        return 0;
    }
    const bool after = said(at, {"אחר", "אחרי", "אחרי", "after", "aharei", "achar"});
    if (after && word(at + 1).part == 2 && joined(at + 1)) {
        last = at + 1;
        return 3;
    }
    if (said(at, {"לפני", "before"}) && word(at + 1).part == 2 && joined(at + 1)) {
        last = at + 1;
        return 1;
    }
    if (said(at, {"לפנות", "לקראת", "בין"}) && said(at + 1, {"ערב", "ערביים", "ערבים", "הערב"})) {
        last = at + 1;
        return 4;
    }
    if (said(at, {"in", "at", "the", "this", "during", "early", "late", "ba", "be"}) ||
        is(at, Kind::Early, Kind::Late)) {
        int skip = at + 1;
        skip += is(skip, Kind::The) ? 1 : 0;
        skip += is(skip, Kind::Early, Kind::Late) ? 1 : 0;
        if (has(skip) && word(skip).part && joined(skip)) {
            last = skip;
            return word(skip).part;
        }
        return 0;
    }
    // "ערבים" are guarantors too.
    return said(at, {"ערבים"}) && !glued(at, u'ב') && !glued(at, u'ה') ? 0 : word(at).part;
}

bool DateScanner::tryPart()
{
    const auto push_ = [&](int last, int part) {
        auto& piece = push(m_at, last);
        piece.part = partName(part);
        piece.role =
            piece.role == Role::Past || piece.role == Role::Not || piece.role == Role::From || piece.role == Role::To
                ? piece.role
                : Role::Plain;
        piece.onset = is(piece.first - 1, Kind::Every) || said(piece.first - 1, {"כל", "every"});
        return true;
    };
    int last = m_at;
    // By what people do at the time.
    if (is(m_at, Kind::After, Kind::Before)) {
        const int at = m_at + 1 + (is(m_at + 1, Kind::The) ? 1 : 0) + (said(m_at + 1, {"my"}) ? 1 : 0);
        const bool after = is(m_at, Kind::After);
        if (said(at, {"עבודה", "work", "avoda", "העבודה", "office", "המשרד"}) && !said(at + 1, {"על", "של"})) {
            return push_(at, after ? 4 : 1);
        }
        if (said(at, {"school", "kindergarten", "preschool", "daycare", "nursery", "צהרון", "גן", "לימודים", "מעון"}) ||
            (said(at, {"בית"}) && said(at + 1, {"ספר", "הספר"}))) {
            return push_(at + (said(at, {"בית"}) ? 1 : 0), after ? 3 : 1);
        }
    }
    if (said(m_at, {"first"}) && said(m_at + 1, {"thing"})) {
        int end = m_at + 1;
        int part = 0;
        if (joined(m_at + 2)) {
            part = partAt(m_at + 2, last);
            end = part ? last : end;
        }
        return push_(end, part ? part : 1);
    }
    if (said(m_at, {"דבר"}) && said(m_at + 1, {"ראשון"}) && word(m_at + 2).part) {
        return push_(m_at + 2, word(m_at + 2).part);
    }
    const bool endOfDay = (said(m_at, {"סוף"}) && said(m_at + 1, {"היום", "יום"}) && !said(m_at + 2, {"ראשון"})) ||
                          (said(m_at, {"end"}) && is(m_at + 1, Kind::Of) &&
                           (is(m_at + 2, Kind::Day) || (is(m_at + 2, Kind::The) && is(m_at + 3, Kind::Day))));
    if (endOfDay) {
        return push_(m_at + (said(m_at, {"סוף"}) ? 1 : is(m_at + 2, Kind::Day) ? 2 : 3), 4);
    }
    // "מחר מוקדם", "tomorrow early"
    const bool earlyDay = is(m_at, Kind::Early) && !m_pieces.empty() && m_pieces.back().date &&
                          m_pieces.back().last == m_at - 1 && joined(m_at) &&
                          !said(m_at + 1, {"יותר", "morning", "בבוקר"}) && !word(m_at + 1).part;
    if (earlyDay) {
        return push_(m_at, 1);
    }
    const int part = partAt(m_at, last);
    if (!part) {
        return false;
    }
    // Greetings are no part of a wish.
    const bool greeting = is(m_at - 1, Kind::Good) ||
                          (is(last + 1, Kind::Good) && joined(last + 1) && !said(last + 1, {"לי"}) &&
                           !said(last + 2, {"לי", "לנו", "לו", "לה", "להם", "for"})) ||
                          said(last + 1, {"פסח", "חג", "all", "everyone", "guys", "tov"}) ||
                          (m_at == 0 && last == 0 && said(0, {"morning", "evening", "afternoon", "בוקר", "ערב"}) &&
                           word(0).glued.isEmpty() && has(1) && token(1).breakBefore > 0) ||
                          said(last + 1, {"שמח"});
    if (greeting) {
        return false;
    }
    return push_(last, part);
}

bool DateScanner::trySoonest()
{
    int last = -1;
    if (said(m_at, {"הכי"}) && said(m_at + 1, {"מוקדם", "קרוב", "מהר", "מהיר"})) {
        last = m_at + 1;
    } else if (said(m_at, {"asap", "earliest", "soonest"})) {
        last = m_at;
    } else if (said(m_at, {"as"}) && said(m_at + 1, {"soon", "early"}) && said(m_at + 2, {"as"})) {
        last = m_at + 2;
    } else if (said(m_at, {"first"}) && said(m_at + 1, {"available", "slot", "opening", "free", "appointment"})) {
        last = m_at + 1;
    } else if (said(m_at, {"next"}) && said(m_at + 1, {"available", "opening", "free"})) {
        last = m_at + 1;
    } else if (said(m_at, {"תור", "התור"}) && said(m_at + 1, {"הראשון", "הקרוב", "הפנוי"})) {
        last = m_at + 1 + (said(m_at + 2, {"הפנוי", "הראשון", "שיש", "הקרוב", "ביותר"}) ? 1 : 0);
    } else if (said(m_at, {"כמה"}) && said(m_at + 1, {"שיותר"}) && said(m_at + 2, {"מהר", "מוקדם"})) {
        last = m_at + 2;
    } else if (said(m_at, {"מוקדם", "מהר"}) && said(m_at + 1, {"ככל"})) {
        last = m_at + 1;
    } else if (said(m_at, {"בהקדם", "דחוף", "בדחיפות", "urgently"}) && !said(m_at + 1, {"של"})) {
        last = said(m_at, {"דחוף"}) ? -1 : m_at;
    } else if (said(m_at, {"ברגע"}) && said(m_at + 1, {"שמתפנה", "שיתפנה"})) {
        last = m_at + 1;
    }
    if (last < 0) {
        return false;
    }
    auto& piece = push(m_at, last);
    piece.soonest = true;
    piece.role = Role::Plain;
    return true;
}

} // namespace delpek::language
