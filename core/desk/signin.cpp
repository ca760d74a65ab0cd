// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signin.h"

namespace delpek::desk
{

Future<std::vector<Person>> NoSignIn::people()
{
    return base::ready(Result<std::vector<Person>>(std::vector<Person>{}));
}

Future<Done> NoSignIn::signIn(domain::StaffId, const QString&)
{
    return base::ready(Result<Done>(fail(ErrorCode::Conflict, QStringLiteral("nobody signs in here"))));
}

} // namespace delpek::desk
