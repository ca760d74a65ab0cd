// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/dateroles.h"

namespace delpek::language
{

/// Chooses, among the days and hours of a text, those that are meant.
class DateChoice
{
public:
    DateChoice(const Text& text, const DateReading& dates, Purpose purpose);
    /// The best first; empty when nothing is stated.
    std::vector<When> readings();

private:
    struct Candidate {
        DatePiece piece;
        Use use = Use::Stated;
    };

    void gatherDays();
    void mergeDays();
    std::optional<Candidate> merged(const Candidate& left, const Candidate& right) const;
    void gatherHours();
    void followLinks();
    const Candidate* chooseDay() const;
    const Candidate* shifted(const Candidate* day);
    const Candidate* chooseHour(const Candidate* day) const;
    QString choosePart(const Candidate* day, const Candidate* hour) const;
    const Candidate* ownerOf(const DatePiece& hour) const;
    std::optional<QTime> busyUntil() const;
    int rank(const Candidate& day) const;
    int distance(const DatePiece* day, const DatePiece& hour) const;
    When compose(const Candidate* day, const Candidate* hour) const;
    bool isRefused(QDate day, const DatePiece& span) const;

    const Text& m_text;
    const std::vector<DatePiece>& m_pieces;
    Purpose m_purpose;
    DateRoles m_roles;
    std::vector<Candidate> m_days;
    std::vector<Candidate> m_hours;
    std::vector<QDate> m_without;
    std::vector<DatePiece> m_notOn; ///< days that are refused
    Candidate m_made;
};

} // namespace delpek::language
