// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace delpek::domain
{

/// A telephone number in E.164 form ("+972501234567"). The one normaliser of the program: every search, merge and
/// mailbox goes through it. Metadata and rules: libphonenumber.
class Phone
{
public:
    /// Reads what people type: 050-123 4567, +972 50…, 00972…, +972 (0)50…, a landline, a foreign number with +, in
    /// digits of any script, with marks of direction inside; an extension is left out. `region` (ISO 3166 alpha-2) is
    /// where a number without a country code belongs. Fails with InvalidInput for what is no number of a person: wrong
    /// lengths, local numbers without their area code, short codes (*1234, 101), 1-700, 1-800 and such.
    static Result<Phone> parse(const QString& text, const QString& region = QStringLiteral("IL"));
    /// Reads digits with country code and without plus, as WhatsApp's wa_id has them.
    static Result<Phone> fromWaId(const QString& digits);

    /// What e164() gave before and a store has kept since: nothing is looked up again, so that a row is read in a
    /// thousandth of the time. Fails with InvalidInput for what cannot have come from e164().
    static Result<Phone> fromStored(const QString& e164);

    const QString& e164() const { return m_e164; }
    /// Digits with country code, without the plus.
    QString digits() const { return m_e164.mid(1); }
    /// As people read it at home: "050-123-4567" for `region`, international form otherwise.
    QString display(const QString& region = QStringLiteral("IL")) const;

    friend bool operator==(const Phone&, const Phone&) = default;

private:
    explicit Phone(QString e164)
        : m_e164(std::move(e164))
    {
    }
    QString m_e164;
};

} // namespace delpek::domain
