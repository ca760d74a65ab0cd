// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookchecks.h"

#include "domain/openinghours.h"

#include <QRegularExpression>

#include <cmath>

namespace delpek::clinic
{

namespace
{

constexpr int LongestName = 200;
constexpr qint64 MostMoney = 100'000'000'000; // agorot
constexpr int OldestAge = 130;
constexpr int LongestAddress = 500;
constexpr int LongestFund = 60;

/// A number that patients can dial: theirs or a service's ("*6789", "1-700-505-150").
bool isDialled(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A\\*?\\d[\\d -]{2,18}\\z"));
    return domain::Phone::parse(text) || form.match(text).hasMatch();
}

bool isPlace(const std::pair<double, double>& place)
{
    return std::abs(place.first) <= 90 && std::abs(place.second) <= 180;
}

} // namespace

tl::unexpected<Error> refuse(const QString& place, const QString& expected, const char* key)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(place, expected), QLatin1String(key));
}

Result<Done> checkName(const QString& place, const domain::Bilingual& name)
{
    if (name.he.simplified().isEmpty() && name.en.simplified().isEmpty()) {
        return refuse(place, QStringLiteral("write a name, in Hebrew, in English or both"), "book.name");
    }
    if (name.he.size() > LongestName || name.en.size() > LongestName) {
        return refuse(place, QStringLiteral("write at most %1 letters").arg(LongestName), "book.text");
    }
    return Done{};
}

Result<Done> checkHours(const QString& place, const domain::WeeklyHours& hours)
{
    const auto faults = domain::hoursFaults(hours);
    if (faults.empty()) {
        return Done{};
    }
    const auto& first = faults.front();
    return refuse(QStringLiteral("%1/%2/%3").arg(place).arg(first.weekday).arg(first.span),
                  first.fault == domain::SpanFault::Overlap ? QStringLiteral("two spans of a day do not overlap")
                                                            : QStringLiteral("the end comes after the beginning"),
                  "book.hours");
}

Result<Done> checkEmail(const QString& place, const QString& email)
{
    static const QRegularExpression form(QStringLiteral("\\A[^\\s@,;<>\"]+@[^\\s@,;<>\".]+(\\.[^\\s@,;<>\".]+)+\\z"));
    if (!email.isEmpty() && (email.size() > 254 || !form.match(email).hasMatch())) {
        return refuse(place, QStringLiteral("write an address as name@clinic.example, or nothing"), "book.email");
    }
    return Done{};
}

Result<Done> checkMinutes(const QString& place, int minutes)
{
    if (minutes < 1 || minutes > LongestVisit) {
        return refuse(place, QStringLiteral("write 1 to %1 minutes").arg(LongestVisit), "book.minutes");
    }
    return Done{};
}

Result<Done> checkMoney(const QString& place, const domain::Money& money, bool positive)
{
    if (money.minor < (positive ? 1 : 0) || money.minor > MostMoney) {
        return refuse(place, positive ? QStringLiteral("write an amount above 0") : QStringLiteral("write 0 or more"),
                      "book.amount");
    }
    if (money.currency.size() != 3) {
        return refuse(place, QStringLiteral("write the three letters of a currency, as ILS"), "book.amount");
    }
    return Done{};
}

Result<Done> checkClinic(const domain::ClinicInfo& info)
{
    if (const auto named = checkName(QStringLiteral("clinic/name"), info.name); !named) {
        return named;
    }
    if (!info.phone.isEmpty() && !isDialled(info.phone)) {
        return refuse(QStringLiteral("clinic/phone"), QStringLiteral("write a telephone number, or nothing"),
                      "phone.invalid");
    }
    if (std::max(info.address.he.size(), info.address.en.size()) > LongestAddress) {
        return refuse(QStringLiteral("clinic/address"), QStringLiteral("write at most %1 letters").arg(LongestAddress),
                      "book.text");
    }
    if (info.location && !isPlace(*info.location)) {
        return refuse(QStringLiteral("clinic/location"),
                      QStringLiteral("write a latitude (-90 to 90) and a longitude (-180 to 180) in degrees"),
                      "book.place");
    }
    for (qsizetype i = 0; i < info.insurance.size(); ++i) {
        const QString& fund = info.insurance[i];
        if (fund.trimmed().isEmpty() || fund.size() > LongestFund || fund.contains(QLatin1Char('\n'))) {
            return refuse(QStringLiteral("clinic/insurance/%1").arg(i),
                          QStringLiteral("write one line of at most %1 letters").arg(LongestFund), "book.text");
        }
    }
    return Done{};
}

Result<Done> checkText(const QString& place, const QString& text, int most)
{
    if (text.trimmed().isEmpty() || text.size() > most) {
        return refuse(place, QStringLiteral("write 1 to %1 characters").arg(most), "book.text");
    }
    return Done{};
}

Result<Done> checkBirthDate(const QString& place, QDate date, QDate today)
{
    if (!date.isNull() && (!date.isValid() || date > today || date.addYears(OldestAge) < today)) {
        return refuse(place, QStringLiteral("write a day of the past %1 years, or nothing").arg(OldestAge), "book.day");
    }
    return Done{};
}

Result<Done> checkPlanState(const QString& place, const QString& state)
{
    static const QStringList states{QStringLiteral("planned"), QStringLiteral("in_progress"), QStringLiteral("done"),
                                    QStringLiteral("cancelled")};
    if (!states.contains(state)) {
        return refuse(place, QStringLiteral("choose %1").arg(states.join(QStringLiteral(", "))), "book.choice");
    }
    return Done{};
}

} // namespace delpek::clinic
