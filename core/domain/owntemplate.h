// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace delpek::domain
{

/// A message template that the clinic wrote itself, in one language. Fields stand in the body as {{patient_name}}; the
/// header has none.
struct OwnTemplate {
    QString name;     ///< lower-case letters, digits and underscores
    QString language; ///< the provider's code: "he", "en"
    QString category; ///< what the provider is asked for, in lower case: "utility", "marketing"
    QString header;   ///< one line above the body; may be empty
    QString body;
    QString footer;                                    ///< one line below; may be empty
    QStringList buttons;                               ///< what a patient may press instead of writing
    std::vector<std::pair<QString, QString>> examples; ///< a value for each field, for the provider's review
    qint64 version = 0;                                ///< of what was read; 0: it is new

    bool operator==(const OwnTemplate&) const = default;
};

} // namespace delpek::domain
