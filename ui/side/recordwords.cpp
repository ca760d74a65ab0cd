// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/recordwords.h"

#include <QCoreApplication>

namespace delpek::ui::recordwords
{

namespace
{

struct RecordWords {
    Q_DECLARE_TR_FUNCTIONS(RecordWords)
};

} // namespace

QString flag(const QString& id)
{
    if (id == QLatin1String("blood_thinners")) {
        return RecordWords::tr("Blood thinners");
    }
    if (id == QLatin1String("pregnancy")) {
        return RecordWords::tr("Pregnancy");
    }
    if (id == QLatin1String("bisphosphonates")) {
        return RecordWords::tr("Bisphosphonates");
    }
    if (id == QLatin1String("diabetes")) {
        return RecordWords::tr("Diabetes");
    }
    if (id == QLatin1String("immunosuppressed")) {
        return RecordWords::tr("Weakened immune system");
    }
    return QString(id).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString allergy(const QString& id)
{
    if (id == QLatin1String("penicillin")) {
        return RecordWords::tr("penicillin");
    }
    if (id == QLatin1String("latex")) {
        return RecordWords::tr("latex");
    }
    return QString(id).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace delpek::ui::recordwords
