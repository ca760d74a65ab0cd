// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/later/laterwords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/sorting/sortingwords.h"

#include <QCoreApplication>

namespace delpek::ui::laterwords
{

namespace
{

struct LaterWords {
    Q_DECLARE_TR_FUNCTIONS(LaterWords)
};

constexpr auto laterSentences = std::to_array<KeyText>({
    {"later.time", QT_TRANSLATE_NOOP("LaterWords", "Choose a time that is still ahead, at most 30 days from now.")},
    {"later.window", QT_TRANSLATE_NOOP("LaterWords", "WhatsApp's 24 hours for free text will be over by then. Choose "
                                                     "an earlier time, or send a template then.")},
    {"later.optedOut", QT_TRANSLATE_NOOP("LaterWords", "The patient asked for no messages.")},
    {"later.tooMany", QT_TRANSLATE_NOOP("LaterWords", "10 messages wait in this conversation already. Send or cancel "
                                                      "one first.")},
    {"later.gone", QT_TRANSLATE_NOOP("LaterWords", "This message was sent or cancelled meanwhile.")},
    {"later.blocked", QT_TRANSLATE_NOOP("LaterWords", "The patient blocked the clinic.")},
    {"later.patientWrote", QT_TRANSLATE_NOOP("LaterWords", "The patient wrote meanwhile.")},
    {"later.escalation", QT_TRANSLATE_NOOP("LaterWords", "An escalation was opened meanwhile.")},
    {"later.holder", QT_TRANSLATE_NOOP("LaterWords", "The conversation was not held by its author any more.")},
    {"later.late", QT_TRANSLATE_NOOP("LaterWords", "Delpek was not running at that time.")},
    {"later.restored", QT_TRANSLATE_NOOP("LaterWords", "The data was brought back from a copy: it may have gone out "
                                                       "before.")},
    {"later.author", QT_TRANSLATE_NOOP("LaterWords", "Its author may not write to patients any more.")},
    {"later.elsewhere", QT_TRANSLATE_NOOP("LaterWords", "Another conversation was opened meanwhile, so nothing was "
                                                        "planned. The words are kept as a draft.")},
});

constexpr auto laterFaults = std::to_array<KeyText>({
    {"later.window", QT_TRANSLATE_NOOP("LaterWords", "WhatsApp's 24 hours for free text were over")},
    {"later.optedOut", QT_TRANSLATE_NOOP("LaterWords", "the patient asked for no messages")},
    {"later.blocked", QT_TRANSLATE_NOOP("LaterWords", "the patient blocked the clinic")},
    {"later.patientWrote", QT_TRANSLATE_NOOP("LaterWords", "the patient wrote meanwhile")},
    {"later.escalation", QT_TRANSLATE_NOOP("LaterWords", "an escalation was opened meanwhile")},
    {"later.holder", QT_TRANSLATE_NOOP("LaterWords", "the conversation was not held by its author any more")},
    {"later.late", QT_TRANSLATE_NOOP("LaterWords", "Delpek was not running at that time")},
    {"later.restored", QT_TRANSLATE_NOOP("LaterWords", "the data was brought back from a copy, and it may have gone "
                                                       "out before")},
    {"later.author", QT_TRANSLATE_NOOP("LaterWords", "its author may not write to patients any more")},
});

} // namespace

QString sentence(const QString& key)
{
    return textOf(laterSentences, key, "LaterWords");
}

QString fault(const QString& key)
{
    const QString known = textOf(laterFaults, key, "LaterWords");
    return known.isEmpty() ? LaterWords::tr("it could not be sent at that time") : known;
}

QString heading(const domain::LaterSend& planned, base::Instant now)
{
    const QString author = domain::isolate(planned.author);
    return planned.fault.isEmpty() ? LaterWords::tr("To be sent %1 · %2").arg(words::ahead(planned.at, now), author)
                                   : LaterWords::tr("Was not sent: %1 · %2").arg(fault(planned.fault), author);
}

} // namespace delpek::ui::laterwords
