// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

namespace delpek::domain
{

/// Characters.
inline constexpr int maxLabelName = 30;
/// In one clinic.
inline constexpr int maxLabels = 40;

/// None is a colour of urgency.
enum class LabelColour { Slate, Blue, Green, Olive, Brown, Pink };

/// A word of the clinic's own by which conversations are sorted ("insurance", "waits for X-ray"). Patients and agents
/// never see it.
struct Label {
    LabelId id;
    QString name;
    LabelColour colour = LabelColour::Slate;

    friend bool operator==(const Label&, const Label&) = default;
};

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::LabelColour> =
    std::to_array<std::pair<delpek::domain::LabelColour, const char*>>({{delpek::domain::LabelColour::Slate, "slate"},
                                                                        {delpek::domain::LabelColour::Blue, "blue"},
                                                                        {delpek::domain::LabelColour::Green, "green"},
                                                                        {delpek::domain::LabelColour::Olive, "olive"},
                                                                        {delpek::domain::LabelColour::Brown, "brown"},
                                                                        {delpek::domain::LabelColour::Pink, "pink"}});
