// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/gates.h"

namespace delpek::safety
{

/// One line of `delpekd understand`: a JSON object with `id`, `text` and perhaps `lang` in, one with `id`, `intent`
/// (null: abstained), `score`, `urgency`, `rules` and `slots` out, without a line end. A bad line is answered with
/// {"id": null, "error": …}. Any thread.
QByteArray answerLine(const QByteArray& line, const language::Understander& understander, const Triage& triage,
                      const language::UnderstandingContext& defaults);

} // namespace delpek::safety
