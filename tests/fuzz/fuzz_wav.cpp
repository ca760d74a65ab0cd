// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/require.h"
#include "media/voicenote.h"
#include "support/speech.h"

using namespace delpek;

/// A recording as a browser sends it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto recording = media::readWav(bytes);
    if (!recording) {
        fuzz::require(recording.error().code == ErrorCode::InvalidInput, "what is refused is InvalidInput");
        fuzz::require(!recording.error().key.isEmpty(), "a refusal has words");
        return 0;
    }
    fuzz::require(recording->rate >= domain::lowestVoiceRate && recording->rate <= domain::highestVoiceRate,
                  "the rate is one of a voice");
    fuzz::require(recording->samples.size() * 2 < size, "no sample comes from elsewhere");
    fuzz::require(domain::lengthOf(*recording) <= domain::longestVoiceNote, "it is no longer than a note may be");
    const auto again = media::readWav(support::wavOf(*recording));
    fuzz::require(again && *again == *recording, "what was read, written again, is read as the same");
    (void)domain::checkRecording(*recording);
    return 0;
}
