// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/sortingwords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace delpek::ui::words
{

namespace
{

struct SortingWords {
    Q_DECLARE_TR_FUNCTIONS(SortingWords)
};

constexpr auto sortingSentences = std::to_array<KeyText>({
    {"label.empty", QT_TRANSLATE_NOOP("SortingWords", "Give the label a name.")},
    {"label.tooLong", QT_TRANSLATE_NOOP("SortingWords", "The label's name is too long. 30 characters are the most.")},
    {"label.tooMany",
     QT_TRANSLATE_NOOP("SortingWords", "There are 40 labels already. Delete one that nobody uses any more.")},
    {"label.taken", QT_TRANSLATE_NOOP("SortingWords", "There is a label of this name already.")},
    {"label.changed",
     QT_TRANSLATE_NOOP("SortingWords",
                       "This label was changed at another desk meanwhile. Save again if yours is to stand.")},
    {"label.gone", QT_TRANSLATE_NOOP("SortingWords", "This label was deleted at another desk.")},
    {"sorting.tooMany", QT_TRANSLATE_NOOP("SortingWords", "At most 500 conversations at once. Select fewer.")},
    {"sorting.time", QT_TRANSLATE_NOOP("SortingWords", "Choose a time that is still ahead, at most a year from now.")},
});

} // namespace

QString sortingSentence(const QString& key)
{
    return textOf(sortingSentences, key, "SortingWords");
}

QString ahead(base::Instant instant, base::Instant now)
{
    const QDate date = localDate(instant);
    const auto days = localDate(now).daysTo(date);
    if (days == 0) {
        return SortingWords::tr("today at %1").arg(clockTime(instant));
    }
    if (days == 1) {
        return SortingWords::tr("tomorrow at %1").arg(clockTime(instant));
    }
    return days > 1 && days < 7
               ? SortingWords::tr("on %1 at %2", "a day of the week")
                     .arg(QLocale().dayName(date.dayOfWeek()), clockTime(instant))
               : SortingWords::tr("on %1 at %2", "a date")
                     .arg(domain::isolate(date.toString(QStringLiteral("d.M.yy"))), clockTime(instant));
}

QString snoozeTime(const SnoozeChoice& choice, base::Instant now)
{
    const auto withTime = [&](const QString& name) {
        return SortingWords::tr("%1 (%2)").arg(name, ahead(choice.until, now));
    };
    switch (choice.time) {
    case SnoozeTime::OneHour:
        return withTime(SortingWords::tr("In an hour"));
    case SnoozeTime::ThreeHours:
        return withTime(SortingWords::tr("In three hours"));
    case SnoozeTime::Afternoon:
        return withTime(SortingWords::tr("This afternoon"));
    case SnoozeTime::Tomorrow:
        return SortingWords::tr("Tomorrow morning at %1").arg(clockTime(choice.until));
    case SnoozeTime::WeekBegins:
        return withTime(SortingWords::tr("When the week begins"));
    case SnoozeTime::InAWeek:
        return withTime(SortingWords::tr("In a week"));
    }
    return {};
}

QString sorted(const desk::Sorted& done, const QString& label, base::Instant now)
{
    using Kind = desk::SortAct::Kind;
    const int count = int(done.changed.size());
    QString said;
    switch (done.act.kind) {
    case Kind::Seen:
        said = SortingWords::tr("%n conversation(s) marked as read.", nullptr, count);
        break;
    case Kind::Snooze:
        said =
            count == 0
                ? QString()
                : SortingWords::tr("%n conversation(s) put off: %1.", nullptr, count).arg(ahead(done.act.until, now));
        break;
    case Kind::Wake:
        said = SortingWords::tr("%n conversation(s) back in the list.", nullptr, count);
        break;
    case Kind::HandBack:
        said = count == 0 ? QString() : SortingWords::tr("The agent goes on in %n conversation(s).", nullptr, count);
        break;
    case Kind::Label:
        said = SortingWords::tr("%n conversation(s) labelled %1.", nullptr, count).arg(domain::isolate(label));
        break;
    case Kind::Unlabel:
        said = SortingWords::tr("Label %1 taken off %n conversation(s).", nullptr, count).arg(domain::isolate(label));
        break;
    }
    QStringList sentences;
    if (!said.isEmpty()) {
        sentences << said;
    }
    if (done.urgent > 0) {
        sentences << SortingWords::tr("%n stay(s): an escalation is open there.", nullptr, done.urgent);
    }
    if (done.held > 0) {
        sentences << SortingWords::tr("%n stay(s): somebody else is working on them.", nullptr, done.held);
    }
    if (done.waiting > 0) {
        sentences << SortingWords::tr("%n stay(s): the patient waits for an answer there.", nullptr, done.waiting);
    }
    return sentences.join(QLatin1Char(' '));
}

QString labelColour(domain::LabelColour colour)
{
    switch (colour) {
    case domain::LabelColour::Slate:
        return SortingWords::tr("Grey");
    case domain::LabelColour::Blue:
        return SortingWords::tr("Blue");
    case domain::LabelColour::Green:
        return SortingWords::tr("Green");
    case domain::LabelColour::Olive:
        return SortingWords::tr("Olive");
    case domain::LabelColour::Brown:
        return SortingWords::tr("Brown");
    case domain::LabelColour::Pink:
        return SortingWords::tr("Pink");
    }
    return {};
}

} // namespace delpek::ui::words
