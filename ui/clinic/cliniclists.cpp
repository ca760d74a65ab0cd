// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clinic/cliniclists.h"

#include "domain/isolate.h"
#include "ui/clinic/clinicwords.h"
#include "ui/escalations/cardlabel.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTreeWidget>

namespace delpek::ui
{

namespace
{

constexpr int clinicListHeight = 210;

struct ClinicLists {
    Q_DECLARE_TR_FUNCTIONS(ClinicLists)
};

/// What the row says to somebody who hears it, and its id.
void finishRow(QTreeWidgetItem& item, const QString& id, bool isRetired, const QColor& muted)
{
    QStringList parts;
    for (int column = 0; column < item.columnCount(); ++column) {
        if (!item.text(column).isEmpty()) {
            parts << item.text(column);
        }
        if (isRetired) {
            item.setForeground(column, muted);
        }
    }
    item.setData(0, Qt::UserRole, id);
    item.setData(0, Qt::AccessibleTextRole, parts.join(QStringLiteral(", ")));
}

void choose(QTreeWidget& list, const QString& id)
{
    for (int row = 0; row < list.topLevelItemCount() && !id.isEmpty(); ++row) {
        if (list.topLevelItem(row)->data(0, Qt::UserRole).toString() == id) {
            list.setCurrentItem(list.topLevelItem(row));
        }
    }
}

} // namespace

QTreeWidget* clinicList(const char* name)
{
    auto* list = new QTreeWidget;
    list->setObjectName(QLatin1String(name));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setMinimumHeight(clinicListHeight);
    list->header()->setStretchLastSection(true);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setKind(*list, QStringLiteral("table"));
    return list;
}

QString chosenIn(const QTreeWidget& list)
{
    const auto* item = list.currentItem();
    return item == nullptr ? QString() : item->data(0, Qt::UserRole).toString();
}

void showTreatments(QTreeWidget& list, const desk::ClinicState& state, const Theme& theme)
{
    const QString chosen = chosenIn(list);
    const QSignalBlocker quiet(&list);
    list.clear();
    list.setHeaderLabels(
        {ClinicLists::tr("Treatment"), ClinicLists::tr("Takes"), ClinicLists::tr("Price"), ClinicLists::tr("Done by")});
    for (const auto& [treatment, retired] : state.treatments) {
        QStringList by;
        for (const auto& one : state.doctors) {
            if (!one.retired && one.doctor.treatments.contains(treatment.id)) {
                by << words::name(one.doctor.name);
            }
        }
        const QString price = clinicwords::price(treatment.price);
        auto* item = new QTreeWidgetItem(
            &list, {domain::isolate(words::name(treatment.name)), ClinicLists::tr("%n min", nullptr, treatment.minutes),
                    price.isEmpty() ? ClinicLists::tr("Not told") : price,
                    retired ? ClinicLists::tr("Not offered any more") : clinicwords::names(by)});
        finishRow(*item, treatment.id, retired, theme.colours().muted);
    }
    choose(list, chosen);
}

void showDoctors(QTreeWidget& list, const desk::ClinicState& state, const Theme& theme)
{
    const QString chosen = chosenIn(list);
    const QSignalBlocker quiet(&list);
    list.clear();
    list.setHeaderLabels(
        {ClinicLists::tr("Name"), ClinicLists::tr("Profession"), ClinicLists::tr("Does"), ClinicLists::tr("Hours")});
    for (const auto& [doctor, retired] : state.doctors) {
        const bool hasHours = std::ranges::any_of(doctor.hours, [](const auto& day) { return !day.empty(); });
        auto* item =
            new QTreeWidgetItem(&list, {domain::isolate(words::name(doctor.name)), clinicwords::kind(doctor.kind),
                                        ClinicLists::tr("%n treatment(s)", nullptr, int(doctor.treatments.size())),
                                        retired    ? ClinicLists::tr("Treats here no more")
                                        : hasHours ? ClinicLists::tr("Has hours")
                                                   : ClinicLists::tr("No hours yet")});
        finishRow(*item, doctor.id, retired, theme.colours().muted);
    }
    choose(list, chosen);
}

} // namespace delpek::ui
