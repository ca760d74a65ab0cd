// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/outgoing.h"

namespace delpek::test
{

/// The templates that come with the program, with a mixture of states and empty fields.
std::vector<desk::TemplateChoice> demoTemplates();

} // namespace delpek::test
