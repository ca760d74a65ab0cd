// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/textmarks.h"

namespace delpek::ui
{

namespace
{

constexpr int kindProperty = QTextFormat::UserProperty + 1;

} // namespace

void setTextMarks(QTextEdit& edit, TextMark kind, QList<QTextEdit::ExtraSelection> marks)
{
    QList<QTextEdit::ExtraSelection> all = edit.extraSelections();
    all.removeIf([&](const auto& one) { return one.format.intProperty(kindProperty) == int(kind); });
    for (auto& mark : marks) {
        mark.format.setProperty(kindProperty, int(kind));
    }
    edit.setExtraSelections(all + marks);
}

} // namespace delpek::ui
