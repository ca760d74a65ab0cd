// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/voicewords.h"

#include "ui/keytexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace delpek::ui::voicewords
{

namespace
{

constexpr auto voiceSentences = std::to_array<KeyText>({
    {"voice.noDevice",
     QT_TRANSLATE_NOOP("VoiceWords",
                       "This computer has nothing to hear the voice message with. Connect a loudspeaker or headphones, "
                       "or save the message and listen to it elsewhere.")},
    {"voice.unplayable",
     QT_TRANSLATE_NOOP("VoiceWords", "This voice message cannot be played here. Save it and open it with another "
                                     "program.")},
    {"voice.noMicrophone",
     QT_TRANSLATE_NOOP("VoiceWords", "No microphone was found. Connect one, or write the answer.")},
    {"voice.noAccess",
     QT_TRANSLATE_NOOP("VoiceWords", "The microphone cannot be used. Another program may have it, or the system's "
                                     "privacy settings do not let Delpek use it.")},
    {"voice.tooShort",
     QT_TRANSLATE_NOOP("VoiceWords", "The recording is too short. Press, speak, and press again when you are done.")},
    {"voice.tooLong", QT_TRANSLATE_NOOP("VoiceWords", "The recording is longer than a voice message may be.")},
    {"voice.silent",
     QT_TRANSLATE_NOOP("VoiceWords", "Nothing is heard in the recording. Check that the microphone is not muted and "
                                     "that the right one is chosen in the system, and record again.")},
    {"voice.unreadable", QT_TRANSLATE_NOOP("VoiceWords", "The recording could not be used. Record it again.")},
    {"voice.full",
     QT_TRANSLATE_NOOP("VoiceWords", "This is the longest a voice message may be. You can listen to it and send it.")},
    {"voice.lost",
     QT_TRANSLATE_NOOP("VoiceWords", "The microphone went away. What was said so far is kept; listen to it before you "
                                     "send it.")},
});

} // namespace

QString sentence(const QString& key)
{
    return textOf(voiceSentences, key, "VoiceWords");
}

} // namespace delpek::ui::voicewords
