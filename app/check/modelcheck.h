// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/check.h"

namespace delpek::app::check
{

inline const auto modelSectionName = QStringLiteral("model");

bool usesModel(const config::Config& config);
/// Asks the provider for its models: whether the key is taken and the model is among them. It costs nothing. Waits for
/// the answer.
Section modelSection(const Parts& parts);

} // namespace delpek::app::check
