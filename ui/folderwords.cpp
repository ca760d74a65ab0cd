// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/folderwords.h"

#include "ui/backup/backupwords.h"
#include "ui/desktop/desktopwords.h"
#include "ui/drafts/draftwords.h"
#include "ui/duty/dutywords.h"
#include "ui/hours/hourswords.h"
#include "ui/later/laterwords.h"
#include "ui/patient/patientwords.h"
#include "ui/privacy/erasurewords.h"
#include "ui/reviews/reviewwords.h"
#include "ui/rules/rulewords.h"
#include "ui/services/servicewords.h"
#include "ui/setup/setupwords.h"
#include "ui/shifts/shiftwords.h"
#include "ui/sorting/sortingwords.h"
#include "ui/staffwords.h"
#include "ui/templates/templatestatewords.h"
#include "ui/voice/voicewords.h"

#include <array>

namespace delpek::ui::words
{

QString folderSentence(const QString& key)
{
    constexpr auto books = std::to_array<QString (*)(const QString&)>({
        backupwords::sentence,
        desktopSentence,
        draftwords::sentence,
        dutywords::sentence,
        erasurewords::sentence,
        hourswords::sentence,
        laterwords::sentence,
        reviewwords::sentence,
        patientwords::sentence,
        rulewords::sentence,
        servicewords::sentence,
        setupwords::sentence,
        shiftSentence,
        sortingSentence,
        staffSentence,
        templatestatewords::sentence,
        voicewords::sentence,
    });
    for (const auto book : books) {
        if (const QString known = book(key); !known.isEmpty()) {
            return known;
        }
    }
    return {};
}

} // namespace delpek::ui::words
