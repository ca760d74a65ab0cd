// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presence/presencewords.h"

#include "domain/isolate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace delpek::ui::presencewords
{

namespace
{

struct PresenceWords {
    Q_DECLARE_TR_FUNCTIONS(PresenceWords)
};

QStringList namesOf(const std::vector<desk::Companion>& there, bool isWriting)
{
    QStringList names;
    for (const desk::Companion& one : there) {
        if (one.isWriting == isWriting) {
            names << domain::isolate(one.staff);
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace

QString sentence(const std::vector<desk::Companion>& there)
{
    const QStringList writing = namesOf(there, true);
    if (!writing.isEmpty()) {
        //: The verb fits men and women, one or several.
        return PresenceWords::tr("Writing here now: %1").arg(writing.join(QStringLiteral(", ")));
    }
    const QStringList reading = namesOf(there, false);
    return reading.isEmpty() ? QString()
                             : PresenceWords::tr("Also open with: %1").arg(reading.join(QStringLiteral(", ")));
}

} // namespace delpek::ui::presencewords
