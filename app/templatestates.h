// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config.h"
#include "desk/templateprovider.h"

namespace delpek::app
{

/// The business account of the settings; `token` is the secret whatsapp.access-token. Nothing where the settings name
/// none.
std::optional<channels::whatsapp::Business> businessOf(const config::Config& config, const QString& token);

/// Meta, for the clinic's templates; null where the settings name no number or no business account. `client` outlives
/// it and its answers.
std::shared_ptr<const desk::TemplateProvider> templateProvider(const config::Config& config, const QString& token,
                                                               http::Client& client);

/// What Meta told of the clinic's templates while the program was off is asked for; later it tells by itself. Does not
/// wait. All that is given outlives the answer.
void catchUpTemplates(store::Store& store, base::Clock& clock,
                      const std::shared_ptr<const desk::TemplateProvider>& provider);

} // namespace delpek::app
