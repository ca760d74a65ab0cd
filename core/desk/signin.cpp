// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signin.h"

namespace delpek::desk
{

bool mayDo(const SignIn::State& state, domain::Right right)
{
    switch (state.entry) {
    case Entry::Open:
        return true;
    case Entry::SignedOut:
        return false;
    case Entry::Locked:
        return right == domain::Right::See && domain::mayDo(state.person.role, right);
    case Entry::SignedIn:
        return domain::mayDo(state.person.role, right);
    }
    return false;
}

bool SignIn::mayDo(domain::Right right) const
{
    return desk::mayDo(state(), right);
}

Future<std::vector<Person>> NoSignIn::people()
{
    return base::ready(Result<std::vector<Person>>(std::vector<Person>{}));
}

Future<Done> NoSignIn::signIn(domain::StaffId, const QString&)
{
    return base::ready(Result<Done>(fail(ErrorCode::Conflict, QStringLiteral("nobody signs in here"))));
}

} // namespace delpek::desk
