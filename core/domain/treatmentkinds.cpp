// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/treatmentkinds.h"

namespace delpek::domain
{

namespace
{

struct Kind {
    const char* id;
    const char* he;
    const char* en;
    int minutes;
};

constexpr Kind kinds[] = {{"checkup", "בדיקה וביקורת", "Check-up", 30},
                          {"cleaning", "ניקוי אבנית", "Cleaning", 45},
                          {"filling", "סתימה", "Filling", 45},
                          {"root_canal", "טיפול שורש", "Root canal", 90},
                          {"extraction", "עקירה", "Extraction", 45},
                          {"implant", "שתל דנטלי", "Implant", 90},
                          {"crown", "כתר", "Crown", 60},
                          {"whitening", "הלבנת שיניים", "Whitening", 60},
                          {"orthodontics", "יישור שיניים", "Orthodontics visit", 30},
                          {"dentures", "תותבות", "Dentures", 60},
                          {"pediatric", "רפואת שיניים לילדים", "Children's dentistry visit", 30},
                          {"xray", "צילום רנטגן", "X-ray", 15},
                          {"gum", "טיפול חניכיים", "Gum treatment", 60},
                          {"aesthetic", "טיפול אסתטי", "Aesthetic treatment", 60},
                          {"emergency_visit", "ביקור דחוף", "Emergency visit", 30}};

} // namespace

const std::vector<Treatment>& treatmentKinds()
{
    static const auto all = [] {
        std::vector<Treatment> list;
        for (const auto& kind : kinds) {
            list.push_back(
                {QLatin1String(kind.id), {QString::fromUtf8(kind.he), QString::fromUtf8(kind.en)}, kind.minutes, {}});
        }
        return list;
    }();
    return all;
}

} // namespace delpek::domain
