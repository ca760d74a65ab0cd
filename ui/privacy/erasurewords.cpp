// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/erasurewords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"

#include <QLocale>

#include <array>

namespace delpek::ui::erasurewords
{

namespace
{

struct ErasureWords {
    Q_DECLARE_TR_FUNCTIONS(ErasureWords)
};

constexpr auto erasureSentences = std::to_array<KeyText>({
    {"erasure.escalation", QT_TRANSLATE_NOOP("ErasureWords", "An escalation is open. Close it first.")},
    {"erasure.unfiled", QT_TRANSLATE_NOOP("ErasureWords", "An exchange with the doctor is not in the patient's record "
                                                          "yet. Choose the record first.")},
    {"erasure.sending",
     QT_TRANSLATE_NOOP("ErasureWords", "A message is on its way to the provider. Try again in a minute.")},
    {"erasure.change",
     QT_TRANSLATE_NOOP("ErasureWords", "The records are being changed for this patient. Try again in a minute.")},
    {"privacy.phone", QT_TRANSLATE_NOOP("ErasureWords", "This is no phone number. Write it as 054-1234567, or with the "
                                                        "country's code.")},
    {"audit.file",
     QT_TRANSLATE_NOOP("ErasureWords", "The file cannot be written there. Choose another folder, or free some space.")},
});

} // namespace

QString sentence(const QString& key)
{
    return textOf(erasureSentences, key, "ErasureWords");
}

QString amounts(const domain::ErasedAmounts& amounts)
{
    QStringList parts;
    const auto add = [&](int count, const QString& text) {
        if (count > 0) {
            parts << text.arg(domain::isolate(QLocale().toString(count)));
        }
    };
    add(amounts.messages, ErasureWords::tr("Messages: %1"));
    add(amounts.files, ErasureWords::tr("Files: %1"));
    add(amounts.decisions, ErasureWords::tr("Decisions: %1"));
    add(amounts.escalations, ErasureWords::tr("Escalations: %1"));
    add(amounts.notes, ErasureWords::tr("Notes: %1"));
    return parts.isEmpty() ? ErasureWords::tr("Nothing was written yet") : parts.join(QStringLiteral(" · "));
}

} // namespace delpek::ui::erasurewords
