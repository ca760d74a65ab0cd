// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftwords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

namespace delpek::ui::draftwords
{

namespace
{

using domain::AgentDraft;
using domain::AgentDraftState;

struct DraftWords {
    Q_DECLARE_TR_FUNCTIONS(DraftWords)
};

constexpr auto draftSentences = std::to_array<KeyText>({
    {"draft.gone", QT_TRANSLATE_NOOP("DraftWords", "This draft is gone: the conversation went on without it.")},
    {"draft.stale",
     QT_TRANSLATE_NOOP("DraftWords", "The patient wrote since, so this draft answers old words. Ask for a new one.")},
    {"draft.answered", QT_TRANSLATE_NOOP("DraftWords", "There is nothing to draft: the last words here are not the "
                                                       "patient's.")},
    {"draft.doctor", QT_TRANSLATE_NOOP("DraftWords", "A doctor holds this conversation, so the agent drafts nothing.")},
    {"draft.noMessages", QT_TRANSLATE_NOOP("DraftWords", "This patient gets no messages, so there is nothing to "
                                                         "draft.")},
    {"draft.agent", QT_TRANSLATE_NOOP("DraftWords", "The agent answers here by itself. Take the conversation over if "
                                                    "you want to answer.")},
});

/// The change that the agent would make first.
constexpr auto changesLeft = std::to_array<KeyText>({
    {"create_appointment",
     QT_TRANSLATE_NOOP("DraftWords", "The patient agreed to a time. Book the visit, then tell the patient.")},
    {"move_appointment",
     QT_TRANSLATE_NOOP("DraftWords", "The patient wants the visit moved. Move it, then tell the patient.")},
    {"cancel_appointment",
     QT_TRANSLATE_NOOP("DraftWords", "The patient wants the visit cancelled. Cancel it, then tell the patient.")},
    {"join_waiting_list", QT_TRANSLATE_NOOP("DraftWords", "The patient wants to be on the waiting list. Note it, then "
                                                          "tell the patient.")},
});

} // namespace

QString sentence(const QString& key)
{
    return textOf(draftSentences, key, "DraftWords");
}

QString heading(const AgentDraft& draft, const QString& me)
{
    switch (draft.state) {
    case AgentDraftState::Wanted:
        return draft.askedBy == me
                   ? DraftWords::tr("The agent is drafting an answer…")
                   : DraftWords::tr("The agent is drafting an answer for %1…").arg(domain::isolate(draft.askedBy));
    case AgentDraftState::Empty:
        return DraftWords::tr("The agent leaves this to a person");
    case AgentDraftState::Taken:
        return draft.takenBy == me
                   ? DraftWords::tr("Your message begins with the agent's draft")
                   : DraftWords::tr("%1 answers with the agent's draft").arg(domain::isolate(draft.takenBy));
    default:
        return DraftWords::tr("The agent suggests");
    }
}

QString note(const AgentDraft& draft)
{
    if (draft.isStale && draft.state != AgentDraftState::Wanted) {
        return DraftWords::tr("The patient wrote since.");
    }
    if (draft.state != AgentDraftState::Empty) {
        return {};
    }
    if (const QString change = textOf(changesLeft, draft.tool, "DraftWords"); !change.isEmpty()) {
        return change;
    }
    if (draft.reason == QLatin1String("draft.escalated")) {
        return DraftWords::tr("This conversation waits for a doctor or a colleague.");
    }
    if (draft.reason == QLatin1String("draft.nothing")) {
        return DraftWords::tr("It found nothing to answer.");
    }
    return words::escalationReason(draft.reason);
}

QString fate(const AgentDraft& draft)
{
    switch (draft.state) {
    case AgentDraftState::Sent:
        return draft.sentText == draft.text.trimmed() ? DraftWords::tr("Sent as it was")
                                                      : DraftWords::tr("Sent with changes");
    case AgentDraftState::PassedOver:
        return DraftWords::tr("Something else was sent");
    case AgentDraftState::Dismissed:
        return DraftWords::tr("Not wanted");
    case AgentDraftState::Outdated:
        return DraftWords::tr("The conversation went on without it");
    default:
        return {};
    }
}

} // namespace delpek::ui::draftwords
