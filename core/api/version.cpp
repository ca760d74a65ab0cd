// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/version.h"

namespace delpek::api
{

QString version()
{
    return QStringLiteral(DELPEK_VERSION);
}

QString commit()
{
    return QStringLiteral(DELPEK_COMMIT);
}

} // namespace delpek::api
