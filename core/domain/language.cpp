// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/language.h"

namespace delpek::domain
{

Language languageOf(QStringView text, Language fallback)
{
    int hebrew = 0;
    int latin = 0;
    for (const QChar character : text) {
        if (character.script() == QChar::Script_Hebrew) {
            ++hebrew;
        } else if (character.script() == QChar::Script_Latin) {
            ++latin;
        }
    }
    if (hebrew == latin) {
        return fallback;
    }
    return hebrew > latin ? Language::Hebrew : Language::English;
}

} // namespace delpek::domain
