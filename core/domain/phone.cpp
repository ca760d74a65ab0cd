// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/phone.h"

#include <QRegularExpression>

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

/// What is no part of a number: marks of direction, joiners and other invisible characters that come with copied text.
QString withoutInvisible(QString text)
{
    text.removeIf([](QChar letter) { return letter.category() == QChar::Other_Format; });
    return text.simplified();
}

/// Digits of any script, as Arabic keyboards and full-width ones type them.
QString withPlainDigits(QString text)
{
    for (QChar& letter : text) {
        if (letter.digitValue() >= 0) {
            letter = QChar(u'0' + letter.digitValue());
        } else if (letter == QChar(u'\uFF0B')) {
            letter = QLatin1Char('+');
        }
    }
    return text;
}

/// "ext. 12", "x12", "#12", "שלוחה 12" and words behind the number: the digits before them are what is called.
QString withoutEnding(const QString& text)
{
    static const QRegularExpression extension(
        QStringLiteral("[\\s,;.]*(?:(?<![a-z])(?:ext(?:ension|n)?|x)|#|שלוחה|שלוחת|שלו׳)[\\s:.=]*\\d{1,6}\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression words(QStringLiteral("\\D+$"));
    QString plain = text;
    return plain.remove(extension).remove(words);
}

/// Letters between the digits and stars are for advertisements and short codes: 1-800-DENTIST, *1234.
bool isDialled(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("\\d[^\\d]*\\p{L}[^\\d]*\\d"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return !text.contains(QLatin1Char('*')) && !text.contains(QLatin1Char('#')) && !text.contains(between);
}

/// Numbers at which a person can be reached. In Israel libphonenumber's "possible" takes lengths together (the ten
/// digits of 1-700 also behind 050), so that they are looked at here; which blocks are given out changes and is not.
bool reachesPerson(const PhoneNumber& number)
{
    const auto* util = PhoneNumberUtil::GetInstance();
    constexpr int israel = 972;
    if (number.country_code() == israel) {
        static const QRegularExpression home(QStringLiteral("^(?:5\\d{8}|7\\d{8}|[23489]\\d{7})$"));
        return home.match(QString::number(number.national_number())).hasMatch();
    }
    if (util->IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE) {
        return false;
    }
    switch (util->GetNumberType(number)) {
    case PhoneNumberUtil::TOLL_FREE:
    case PhoneNumberUtil::PREMIUM_RATE:
    case PhoneNumberUtil::SHARED_COST:
    case PhoneNumberUtil::UAN:
    case PhoneNumberUtil::VOICEMAIL:
        return false;
    default:
        return true;
    }
}

} // namespace

Result<Phone> Phone::parse(const QString& text, const QString& region)
{
    QString plain = withoutEnding(withPlainDigits(withoutInvisible(text)));
    static const QRegularExpression international(QStringLiteral("^[^\\d+]*00"));
    if (const auto prefix = international.match(plain); prefix.hasMatch()) {
        plain = QLatin1Char('+') + plain.mid(prefix.capturedEnd());
    }
    const auto* util = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (!isDialled(plain) ||
        util->Parse(plain.toStdString(), region.toStdString(), &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
        !reachesPerson(number)) {
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
