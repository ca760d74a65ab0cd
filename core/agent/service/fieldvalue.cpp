// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/fieldvalue.h"

#include "agent/offline/format.h"
#include "domain/isolate.h"
#include "domain/message.h"

#include <QRegularExpression>

#include <algorithm>

namespace delpek::agent::service
{

namespace
{

constexpr auto bothLanguages = {domain::Language::Hebrew, domain::Language::English};

/// For comparing: folded, without marks.
QString bare(const QString& text)
{
    static const QRegularExpression marks(QStringLiteral("[^\\p{L}\\p{N} ]"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return language::fold(text).replace(marks, QStringLiteral(" ")).simplified();
}

std::optional<QString> textIn(const FormMessage& message, const Field& field)
{
    const QString text = message.text.simplified();
    const bool says = std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber(); });
    return says && text.size() <= field.longest ? std::optional(text) : std::nullopt;
}

std::optional<QString> dateIn(const FormMessage& message, const Field& field, const FormWords& words)
{
    auto context = message.context;
    QDate date;
    // A past date is read as a birth date is, a coming one as a wish for a visit.
    if (field.range != DateRange::Future) {
        context.asked = base::toText(domain::Asks::Identity);
        date = words.understander.understand(message.text, context).identity.birthDate;
    }
    if (!date.isValid() && field.range != DateRange::Past) {
        context.asked = base::toText(domain::Asks::When);
        const auto when = words.understander.understand(message.text, context).when;
        date = when && when->date ? *when->date : QDate();
    }
    const QDate today = message.context.now.date;
    const bool fits = date.isValid() && (field.range != DateRange::Past || date <= today) &&
                      (field.range != DateRange::Future || date >= today);
    return fits ? std::optional(date.toString(Qt::ISODate)) : std::nullopt;
}

/// By its button, its number or its label; a label may stand among other words when no other one does.
std::optional<QString> choiceIn(const FormMessage& message, const Field& field)
{
    for (const auto& option : field.options) {
        if (!message.choice.isEmpty() && message.choice == option.value) {
            return option.value;
        }
    }
    bool isNumber = false;
    const int number = message.text.trimmed().toInt(&isNumber);
    if (isNumber && number >= 1 && size_t(number) <= field.options.size()) {
        return field.options[size_t(number) - 1].value;
    }
    const QString said = QLatin1Char(' ') + bare(message.text) + QLatin1Char(' ');
    std::optional<QString> found;
    for (const auto& option : field.options) {
        const bool named = std::ranges::any_of(bothLanguages, [&](domain::Language language) {
            return said.contains(QLatin1Char(' ') + bare(option.label.in(language, domain::Gender::Unknown)) +
                                 QLatin1Char(' '));
        });
        if (named && found) {
            return std::nullopt;
        }
        if (named) {
            found = option.value;
        }
    }
    return found;
}

/// A number alone, or the one number among words.
std::optional<QString> phoneIn(const FormMessage& message)
{
    if (const auto phone = domain::Phone::parse(message.text.trimmed())) {
        return phone->e164();
    }
    static const QRegularExpression number(QStringLiteral("[+(]?\\d[\\d ().-]{6,}\\d"));
    const auto found = number.match(message.text);
    const auto phone = domain::Phone::parse(found.captured());
    return found.hasMatch() && phone ? std::optional(phone->e164()) : std::nullopt;
}

} // namespace

bool saysOnly(const QString& text, const Texts& texts, const QString& key)
{
    const QString said = spaced(foldedWords(language::fold(text)));
    return std::ranges::any_of(texts.phrases(key), [&](const auto& phrase) { return phrase.words == said; });
}

std::optional<bool> yesOrNoIn(const FormMessage& message, const FormWords& words)
{
    if (message.choice == QLatin1String("yes") || message.choice == QLatin1String("no")) {
        return message.choice == QLatin1String("yes");
    }
    if (saysOnly(message.text, words.texts, QStringLiteral("words.yes"))) {
        return true;
    }
    if (saysOnly(message.text, words.texts, QStringLiteral("words.no"))) {
        return false;
    }
    auto context = message.context;
    context.asked = base::toText(domain::Asks::Confirm);
    const QString intent = words.understander.understand(message.text, context).intent;
    return intent == QLatin1String("affirm") ? std::optional(true)
           : intent == QLatin1String("deny") ? std::optional(false)
                                             : std::nullopt;
}

std::optional<QString> valueIn(const FormMessage& message, const Field& field, const FormWords& words)
{
    switch (field.type) {
    case FieldType::Text:
        return textIn(message, field);
    case FieldType::Date:
        return dateIn(message, field, words);
    case FieldType::Choice:
        return choiceIn(message, field);
    case FieldType::Phone:
        return phoneIn(message);
    case FieldType::YesNo:
        if (const auto answer = yesOrNoIn(message, words)) {
            return *answer ? QStringLiteral("yes") : QStringLiteral("no");
        }
        return std::nullopt;
    }
    return std::nullopt;
}

QString shownValue(const Field& field, const QString& value, const Texts& texts, domain::Language language)
{
    if (value.isEmpty()) {
        return QStringLiteral("—");
    }
    switch (field.type) {
    case FieldType::Text:
        return domain::isolate(value);
    case FieldType::Date:
        return birthDateText(QDate::fromString(value, Qt::ISODate), language);
    case FieldType::Choice:
        for (const auto& option : field.options) {
            if (option.value == value) {
                return option.label.in(language, domain::Gender::Unknown);
            }
        }
        return value;
    case FieldType::Phone: {
        const auto phone = domain::Phone::fromStored(value);
        return domain::isolate(phone ? phone->display() : value);
    }
    case FieldType::YesNo:
        return texts.text(value == QLatin1String("yes") ? QStringLiteral("option.yes") : QStringLiteral("option.no"),
                          language, {});
    }
    return value;
}

} // namespace delpek::agent::service
