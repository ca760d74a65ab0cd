// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"

#include <QString>

#include <vector>

// What a message carries besides its words.

namespace delpek::domain
{

/// Remote: the provider has it, we do not yet. Kept: it lies at the media door. Refused: we do not take such a file
/// (kind or size). Lost: the provider does not give it any more.
enum class AttachmentState { Remote, Kept, Refused, Lost };

/// Of a voice note: whether its words are known. Wanted: it is being written down, the turn waits for it.
enum class TranscriptState { None, Wanted, Written, Failed };

/// A file of a message, one at most.
struct Attachment {
    QString reference;  ///< what its channel fetches it by; empty for a file of ours
    QString type;       ///< MIME type, as declared until it is kept
    QString name;       ///< as the sender named it; empty where the channel tells none
    qint64 size = 0;    ///< bytes; 0 while not known
    bool voice = false; ///< spoken into the chat, not an audio file
    AttachmentState state = AttachmentState::Remote;
    QString file = {}; ///< id at the media door when Kept
    TranscriptState transcript = TranscriptState::None;
    int seconds = 0; ///< of a voice note of ours, rounded up; 0 where it is not known
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// A point on the map, degrees of WGS 84.
struct Place {
    double latitude = 0;
    double longitude = 0;
    QString name;
    QString address;
    friend bool operator==(const Place&, const Place&) = default;
};

/// A message made from an approved template: the values of its fields by name, in the order of the template.
struct TemplateUse {
    QString name;
    QString language; ///< the provider's code: "he", "en"
    std::vector<std::pair<QString, QString>> fields;
    friend bool operator==(const TemplateUse&, const TemplateUse&) = default;
};

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::AttachmentState> =
    std::to_array<std::pair<delpek::domain::AttachmentState, const char*>>(
        {{delpek::domain::AttachmentState::Remote, "remote"},
         {delpek::domain::AttachmentState::Kept, "kept"},
         {delpek::domain::AttachmentState::Refused, "refused"},
         {delpek::domain::AttachmentState::Lost, "lost"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::TranscriptState> =
    std::to_array<std::pair<delpek::domain::TranscriptState, const char*>>(
        {{delpek::domain::TranscriptState::None, "none"},
         {delpek::domain::TranscriptState::Wanted, "wanted"},
         {delpek::domain::TranscriptState::Written, "written"},
         {delpek::domain::TranscriptState::Failed, "failed"}});
