// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakeagentdrafts.h"
#include "ui/fakepresence.h"
#include "ui/pictureparts.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/threadpane.h"

#include <QTest>

namespace delpek::test
{

namespace
{

using domain::AgentDraft;
using domain::AgentDraftState;

void suggest(const Parts& parts, AgentDraft draft)
{
    draft.conversation = {FakeDesk::Mine};
    parts.desk.fakeAgentDrafts().put(std::move(draft));
    QTest::qWait(30);
}

void showDraft(const Parts& parts)
{
    AgentDraft draft;
    draft.text = QStringLiteral("יש תורים פנויים לבדיקה אצל ד\"ר לוי:\n1. יום רביעי 4.3 בשעה 10:00\n2. יום חמישי 5.3 "
                                "בשעה 16:30\nאיזה מהם מתאים?");
    suggest(parts, draft);
    parts.desk.fakePresence().put(
        {{QStringLiteral("נועה"), {FakeDesk::Mine}, true}, {QStringLiteral("Tal"), {FakeDesk::Booking}, false}});
    QTest::qWait(30);
}

void showLeft(const Parts& parts)
{
    AgentDraft draft;
    draft.state = AgentDraftState::Empty;
    draft.reason = QStringLiteral("draft.change");
    draft.tool = QStringLiteral("create_appointment");
    suggest(parts, draft);
}

void showStale(const Parts& parts)
{
    AgentDraft draft;
    draft.text = QStringLiteral("We are at 112 Ibn Gabirol St., 2nd floor, Tel Aviv.");
    draft.isStale = true;
    suggest(parts, draft);
}

void showFate(const Parts& parts)
{
    const auto decisions =
        base::Future<std::vector<domain::Decision>>(parts.desk.decisions({FakeDesk::Booking}, {}, 1));
    AgentDraft draft;
    draft.conversation = {FakeDesk::Booking};
    draft.decision = decisions.result().value().front().id;
    draft.state = AgentDraftState::Sent;
    draft.text = QStringLiteral("מצוין. לסתימה אצל ד\"ר לוי יש מועד ביום ראשון בשעה 09:00. לקבוע?");
    draft.sentText = QStringLiteral("היי נועה, מצוין. לסתימה אצל ד\"ר לוי יש מועד ביום שני בשעה 09:00. לקבוע?");
    parts.desk.fakeAgentDrafts().earlier[{FakeDesk::Booking}] = {draft};
    AgentDraft waits;
    waits.conversation = draft.conversation;
    waits.text = draft.text;
    parts.desk.fakeAgentDrafts().put(waits);
    QTest::qWait(30);
}

} // namespace

std::vector<Scene> draftScenes()
{
    return {{QStringLiteral("drafts"), FakeDesk::Mine, 0, showDraft},
            {QStringLiteral("draftleft"), FakeDesk::Mine, 0, showLeft},
            {QStringLiteral("draftstale"), FakeDesk::Mine, 0, showStale},
            {QStringLiteral("draftfate"), FakeDesk::Booking, 1, showFate}};
}

} // namespace delpek::test
