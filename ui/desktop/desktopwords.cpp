// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/desktopwords.h"

#include "ui/keytexts.h"

#include <array>

namespace delpek::ui
{

namespace
{

constexpr auto desktopSentences = std::to_array<KeyText>({
    {"autostart.failed",
     QT_TRANSLATE_NOOP("DesktopWords", "The computer did not let Delpek change this. Nothing was changed.")},
    {"link.unknown",
     QT_TRANSLATE_NOOP("DesktopWords",
                       "This link was not followed: it leads to no conversation, no escalation and no day "
                       "of the book.")},
    {"link.noConversation",
     QT_TRANSLATE_NOOP("DesktopWords",
                       "The conversation of this link is not here. It may have been erased, or the link "
                       "comes from another clinic.")},
    {"link.noEscalation",
     QT_TRANSLATE_NOOP("DesktopWords", "The escalation of this link is not here. It may have been erased, or the link "
                                       "comes from another clinic.")},
});

} // namespace

QString desktopSentence(const QString& key)
{
    return textOf(desktopSentences, key, "DesktopWords");
}

} // namespace delpek::ui
