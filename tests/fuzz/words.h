// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/event.h"

namespace delpek::fuzz
{

/// Everything that a delivery says, as one run of letters and digits: a word of an event must be found in it. Compared
/// without regard to case and to what stands between words.
class Words
{
public:
    explicit Words(const base::Json& json);

    bool holdAllOf(const domain::Event& event) const;

private:
    bool hold(const QString& text, bool withNumbers = true) const;
    bool hold(const domain::Sender& sender) const;

    QString m_said;
    friend struct EventWords;
};

} // namespace delpek::fuzz
