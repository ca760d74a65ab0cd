// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookwords.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace delpek::ui::bookwords
{

namespace
{

using desk::BookEntry;

QString tr(const char* text)
{
    return QCoreApplication::translate("BookWords", text);
}

QString clock(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

} // namespace

QString date(QDate date)
{
    return QLocale().toString(date, currentLanguage() == domain::Language::Hebrew ? QStringLiteral("dddd d.M")
                                                                                  : QStringLiteral("ddd d MMM"));
}

QString shortDate(QDate date)
{
    return QLocale().toString(date, currentLanguage() == domain::Language::Hebrew ? QStringLiteral("ddd d.M")
                                                                                  : QStringLiteral("ddd d MMM"));
}

QString hours(const domain::LocalTime& from, const domain::LocalTime& to)
{
    return domain::isolate(clock(from.time) + QStringLiteral(" – ") + clock(to.time));
}

QString doctor(const desk::DayBook& book, const QString& id)
{
    const auto* known = book.doctor(id);
    return known ? words::name(known->name) : id;
}

QString treatment(const desk::DayBook& book, const QString& id)
{
    const auto* known = book.treatment(id);
    return known ? words::name(known->name) : id;
}

QString title(const BookEntry& entry)
{
    const QString name = words::name(entry.name);
    switch (entry.kind) {
    case BookEntry::Kind::Visit:
        return name.isEmpty() ? tr(QT_TRANSLATE_NOOP("BookWords", "Name not known")) : name;
    case BookEntry::Kind::Held:
        return name.isEmpty() ? tr(QT_TRANSLATE_NOOP("BookWords", "Held"))
                              : tr(QT_TRANSLATE_NOOP("BookWords", "Offered to %1")).arg(domain::isolate(name));
    case BookEntry::Kind::Away:
        return entry.reason.isEmpty() ? tr(QT_TRANSLATE_NOOP("BookWords", "Away")) : entry.reason;
    }
    return {};
}

QString detail(const desk::DayBook& book, const BookEntry& entry)
{
    if (entry.kind == BookEntry::Kind::Away) {
        return {};
    }
    const QString what = treatment(book, entry.treatment);
    return entry.kind == BookEntry::Kind::Held
               ? tr(QT_TRANSLATE_NOOP("BookWords", "%1 · held until %2"))
                     .arg(domain::isolate(what), domain::isolate(words::clockTime(entry.until)))
               : what;
}

QString spoken(const desk::DayBook& book, const BookEntry& entry)
{
    QStringList parts{date(entry.start.date), hours(entry.start, entry.end), domain::isolate(title(entry))};
    if (const QString more = detail(book, entry); !more.isEmpty()) {
        parts << more;
    }
    if (!entry.doctor.isEmpty()) {
        parts << domain::isolate(doctor(book, entry.doctor));
    }
    return parts.join(QStringLiteral(" · "));
}

QString time(const domain::Slot& slot)
{
    return shortDate(slot.start.date) + QStringLiteral(" · ") + domain::isolate(clock(slot.start.time));
}

QString slot(const desk::DayBook& book, const domain::Slot& slot)
{
    return tr(QT_TRANSLATE_NOOP("BookWords", "%1 at %2 with %3"))
        .arg(date(slot.start.date), domain::isolate(clock(slot.start.time)),
             domain::isolate(doctor(book, slot.doctor)));
}

} // namespace delpek::ui::bookwords
