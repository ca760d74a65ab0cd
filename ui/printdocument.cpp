// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printdocument.h"

#include <QCoreApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

#include <memory>

namespace delpek::ui
{

void printDocument(QWidget* parent, const std::function<void(QTextDocument&)>& fill)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog, [printer, fill] {
        QTextDocument document;
        fill(document);
        document.print(printer.get());
    });
    // The printer goes behind the dialog that holds it.
    QObject::connect(dialog, &QObject::destroyed, QCoreApplication::instance(), [printer] {});
    dialog->open();
}

} // namespace delpek::ui
