// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/samename.h"

#include "agent/names.h"

namespace delpek::desk
{

bool sameName(const domain::Bilingual& one, const domain::Bilingual& other)
{
    const auto sounds = [](const QString& stated, const domain::Bilingual& name) {
        return !stated.trimmed().isEmpty() && agent::nameSounds(stated, name);
    };
    return sounds(one.he, other) || sounds(one.en, other) || sounds(other.he, one) || sounds(other.en, one);
}

} // namespace delpek::desk
