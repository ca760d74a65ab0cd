// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/mappingmodels.h"

namespace delpek::clinic::odoo
{

/// The profiles that come with the product, the most special first, as detect() tries them: below `folder`
/// (":/delpek/odoo").
Result<std::vector<Mapping>> loadProfiles(const QString& folder);

/// `wanted`: the name of a profile, or the path of an admin's own file (which may "extend" a profile by name). NotFound
/// names the profiles there are; InvalidInput what is wrong in the file.
Result<Mapping> loadMapping(const QString& wanted, const QString& folder);

/// The models that must be asked for before detect().
QStringList candidateModels(const std::vector<Mapping>& profiles);

/// The first profile all of whose required models and fields are there, fitted; by fields and never by a model's name
/// alone: the same name stands for different modules. Without one: the profile with the fewest flaws, and its flaws.
Fitted detect(const std::vector<Mapping>& profiles, const ModelFields& fields, const QStringList& installed);

} // namespace delpek::clinic::odoo
