// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/phone.h"

#include "domain/isolate.h"

#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace delpek::domain
{

namespace
{

QString format(const PhoneNumber& number, PhoneNumberUtil::PhoneNumberFormat style)
{
    std::string text;
    PhoneNumberUtil::GetInstance()->Format(number, style, &text);
    return QString::fromStdString(text);
}

} // namespace

Result<Phone> Phone::parse(const QString& text, const QString& region)
{
    QString plain = withoutIsolates(text).trimmed();
    if (plain.startsWith(QLatin1String("00"))) {
        plain = QLatin1Char('+') + plain.mid(2);
    }
    const auto* util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(plain.toStdString(), region.toStdString(), &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
        !util->IsPossibleNumber(number)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("not a telephone number"), QStringLiteral("phone.invalid"));
    }
    return Phone(format(number, PhoneNumberUtil::E164));
}

Result<Phone> Phone::fromWaId(const QString& digits)
{
    return parse(QLatin1Char('+') + digits);
}

Result<Phone> Phone::fromStored(const QString& e164)
{
    const auto isDigit = [](QChar letter) { return letter >= QLatin1Char('0') && letter <= QLatin1Char('9'); };
    if (e164.size() < 3 || e164.front() != QLatin1Char('+') || !std::all_of(e164.begin() + 1, e164.end(), isDigit)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("not a stored telephone number"),
                    QStringLiteral("phone.invalid"));
    }
    return Phone(e164);
}

QString Phone::display(const QString& region) const
{
    const auto* util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util->Parse(m_e164.toStdString(), region.toStdString(), &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
        return m_e164;
    }
    const bool home = util->GetCountryCodeForRegion(region.toStdString()) == number.country_code();
    return format(number, home ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL);
}

} // namespace delpek::domain
