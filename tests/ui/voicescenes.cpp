// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/speech.h"
#include "ui/democards.h"
#include "ui/escalations/escalationpane.h"
#include "ui/pictureparts.h"
#include "ui/spokensource.h"
#include "ui/voice/voicenotes.h"

#include <QTest>

namespace delpek::test
{

namespace
{

test::SpokenSource* speak(const Parts& parts, const domain::Recording& words)
{
    test::SpokenSource* microphone = nullptr;
    parts.window.voice().setSource([&microphone] {
        auto source = std::make_unique<test::SpokenSource>();
        microphone = source.get();
        return source;
    });
    press(parts, "Ctrl+Shift+M");
    microphone->say(words);
    return microphone;
}

} // namespace

void showCard(const Parts& parts, qint64 id)
{
    fillCards(parts.desk);
    press(parts, "Ctrl+2");
    auto& pane = *parts.window.findChild<ui::EscalationPane*>();
    pane.select({id});
    QTest::qWait(60);
}

std::vector<Scene> voiceScenes()
{
    return {
        {QStringLiteral("recording"), FakeDesk::Booking, 0,
         [](const Parts& parts) { speak(parts, support::speech(std::chrono::seconds(7))); }},
        {QStringLiteral("muted"), FakeDesk::Booking, 0,
         [](const Parts& parts) { speak(parts, support::silence(std::chrono::seconds(4))); }},
        {QStringLiteral("recorded"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             speak(parts, support::speech(std::chrono::seconds(23)));
             press(parts, "Ctrl+Shift+M");
         }},
        {QStringLiteral("nomicrophone"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.window.voice().setSource([] {
                 return std::make_unique<test::SpokenSource>(
                     base::Error{ErrorCode::NotFound, QStringLiteral("voice.noMicrophone"), {}});
             });
             press(parts, "Ctrl+Shift+M");
         }},
        {QStringLiteral("spokenanswer"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.acknowledge({test::EmergencyRaised});
             showCard(parts, test::DoctorAsked);
             speak(parts, support::speech(std::chrono::seconds(7)));
         }},
        {QStringLiteral("spokenready"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.acknowledge({test::EmergencyRaised});
             showCard(parts, test::DoctorAsked);
             speak(parts, support::speech(std::chrono::seconds(7)));
             press(parts, "Ctrl+Shift+M");
         }},
    };
}

} // namespace delpek::test
