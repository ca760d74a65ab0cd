// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/labelmark.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace delpek::ui
{

QColor labelColour(const Colours& colours, domain::LabelColour colour)
{
    return colours.labels[size_t(colour)];
}

QIcon labelIcon(const Colours& colours, domain::LabelColour colour)
{
    return icon(QStringLiteral("label"), labelColour(colours, colour));
}

} // namespace delpek::ui
