// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording.h"

#include "ui/keytexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace delpek::ui::words
{

namespace
{

/// Why a person is asked, in the words of a list: no full stop.
constexpr auto reasons = std::to_array<KeyText>({
    {"human.requested", QT_TRANSLATE_NOOP("ReasonWords", "Asked to speak to a person")},
    {"doctor.requested", QT_TRANSLATE_NOOP("ReasonWords", "Asked for the doctor")},
    {"doctor.question", QT_TRANSLATE_NOOP("ReasonWords", "A question for the doctor")},
    {"complaint", QT_TRANSLATE_NOOP("ReasonWords", "A complaint")},
    {"opt_out", QT_TRANSLATE_NOOP("ReasonWords", "Asked not to receive messages any more")},
    {"privacy.requested", QT_TRANSLATE_NOOP("ReasonWords", "A request about personal data")},
    {"records.requested", QT_TRANSLATE_NOOP("ReasonWords", "Asked for documents from the file")},
    {"payment", QT_TRANSLATE_NOOP("ReasonWords", "Wants to pay")},
    {"service.form", QT_TRANSLATE_NOOP("ReasonWords", "Handed in a form")},
    {"media.received",
     QT_TRANSLATE_NOOP("ReasonWords", "Sent a picture, voice message or file that the agent does not read")},
    {"message.stale", QT_TRANSLATE_NOOP("ReasonWords", "Wrote while nobody could answer; it is long ago now")},
    {"identity.unconfirmed", QT_TRANSLATE_NOOP("ReasonWords", "It is not certain who writes")},
    {"identity.unmatched", QT_TRANSLATE_NOOP("ReasonWords", "The details given match no patient in the records")},
    {"records.unavailable", QT_TRANSLATE_NOOP("ReasonWords", "The agent could not reach the clinic's records")},
    {"records.unsettled",
     QT_TRANSLATE_NOOP("ReasonWords", "Check the book: a change may have been made without the patient being told")},
    {"agent.lost", QT_TRANSLATE_NOOP("ReasonWords", "The agent did not understand")},
    {"agent.failed", QT_TRANSLATE_NOOP("ReasonWords", "The agent could not go on")},
    {"agent.deadline", QT_TRANSLATE_NOOP("ReasonWords", "The agent took too long")},
    {"agent.limit", QT_TRANSLATE_NOOP("ReasonWords", "The agent could not finish in the steps allowed")},
    {"guard.refused", QT_TRANSLATE_NOOP("ReasonWords", "The agent's answer was held back by a safety rule")},
    {"triage.ambulance", QT_TRANSLATE_NOOP("ReasonWords", "Signs of a medical emergency")},
    {"triage.self-harm", QT_TRANSLATE_NOOP("ReasonWords", "Speaks of harming themselves")},
    {"triage.knocked-out-tooth", QT_TRANSLATE_NOOP("ReasonWords", "A tooth was knocked out")},
    {"triage.doctor", QT_TRANSLATE_NOOP("ReasonWords", "Signs that a doctor has to look at")},
    {"triage.unanswered",
     QT_TRANSLATE_NOOP("ReasonWords", "Asked whether there is danger, and no answer came: call the patient")},
    {"staff.raised", QT_TRANSLATE_NOOP("ReasonWords", "Called by a colleague")},
    {"send.failed", QT_TRANSLATE_NOOP("ReasonWords", "A message was not sent")},
    {"send.unknown", QT_TRANSLATE_NOOP("ReasonWords", "It is not known whether a message arrived: look and decide")},
});

/// Why a message of ours did not go out; stands after a colon.
constexpr auto sendings = std::to_array<KeyText>({
    {"channel.off", QT_TRANSLATE_NOOP("ReasonWords", "the channel is not connected")},
    {"channel.wahaStopped", QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp (WAHA) is switched off")},
    {"channel.wahaStarting", QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp (WAHA) is just starting")},
    {"channel.wahaPairing",
     QT_TRANSLATE_NOOP("ReasonWords",
                       "the clinic's phone is not linked to WhatsApp (WAHA); its code has to be scanned")},
    {"channel.wahaPasskey",
     QT_TRANSLATE_NOOP("ReasonWords", "linking the clinic's phone to WhatsApp (WAHA) has to be finished")},
    {"channel.wahaFailed",
     QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp (WAHA) has failed; an administrator has to restart it")},
    {"channel.wahaMissing",
     QT_TRANSLATE_NOOP("ReasonWords", "WAHA has no session of that name; an administrator has to check the settings")},
    {"channel.wahaUnreachable",
     QT_TRANSLATE_NOOP("ReasonWords", "WAHA does not answer; an administrator has to check that it runs")},
    {"channel.wahaKey",
     QT_TRANSLATE_NOOP("ReasonWords", "WAHA refused Delpek's key; an administrator has to enter the right one")},
    {"channel.telegramWebhook",
     QT_TRANSLATE_NOOP("ReasonWords", "Telegram delivers the bot's messages to another address")},
    {"channel.telegramOtherReceiver",
     QT_TRANSLATE_NOOP("ReasonWords", "another program receives this Telegram bot's messages")},
    {"channel.telegramKey",
     QT_TRANSLATE_NOOP("ReasonWords", "Telegram refused the bot's key; an administrator has to enter the right one")},
    {"channel.telegramUnreachable", QT_TRANSLATE_NOOP("ReasonWords", "Telegram does not answer")},
    {"send.unreachable", QT_TRANSLATE_NOOP("ReasonWords", "the patient cannot be reached on this channel")},
    {"send.blocked", QT_TRANSLATE_NOOP("ReasonWords", "the patient has blocked the clinic")},
    {"send.fileFailed", QT_TRANSLATE_NOOP("ReasonWords", "its file could not be sent; the words went out without it")},
    {"send.noFiles", QT_TRANSLATE_NOOP("ReasonWords", "no files can be sent on this channel")},
    {"send.blockedByClinic", QT_TRANSLATE_NOOP("ReasonWords", "the clinic has blocked this number")},
    {"send.optedOut", QT_TRANSLATE_NOOP("ReasonWords", "the patient asked not to receive messages")},
    {"window.closed", QT_TRANSLATE_NOOP("ReasonWords", "more than 24 hours have passed since the patient last wrote")},
    {"send.windowClosed",
     QT_TRANSLATE_NOOP("ReasonWords", "more than 24 hours have passed since the patient last wrote")},
    {"send.businessQuiet",
     QT_TRANSLATE_NOOP("ReasonWords", "the patient has not written to the clinic's Telegram account for 24 hours")},
    {"send.businessEnded",
     QT_TRANSLATE_NOOP(
         "ReasonWords",
         "the bot is no longer connected to the clinic's Telegram account; an administrator has to connect it again")},
    {"send.fileKind", QT_TRANSLATE_NOOP("ReasonWords", "this kind of file cannot be sent here")},
    {"send.fileEmpty", QT_TRANSLATE_NOOP("ReasonWords", "the file is empty")},
    {"send.fileTooLarge", QT_TRANSLATE_NOOP("ReasonWords", "the file is too large for this channel")},
    {"send.tooLong", QT_TRANSLATE_NOOP("ReasonWords", "it is too long")},
    {"send.rejected", QT_TRANSLATE_NOOP("ReasonWords", "the channel refused it")},
    {"send.withheld", QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp held it back")},
    {"send.templateRefused", QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp refused its template")},
    {"send.rateLimited", QT_TRANSLATE_NOOP("ReasonWords", "too many went out at once")},
    {"send.unavailable", QT_TRANSLATE_NOOP("ReasonWords", "the channel did not answer for too long")},
    {"send.tokenRefused",
     QT_TRANSLATE_NOOP("ReasonWords", "the channel's key was refused; an administrator has to renew it")},
    {"send.tokenMissing",
     QT_TRANSLATE_NOOP("ReasonWords", "the channel's key is missing; an administrator has to enter it")},
    {"send.permissionMissing",
     QT_TRANSLATE_NOOP("ReasonWords", "the channel's account lacks a permission; an administrator has to grant it")},
    {"send.configuration",
     QT_TRANSLATE_NOOP("ReasonWords", "the channel is not set up rightly; an administrator has to check it")},
    {"send.paymentMissing",
     QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp lacks a valid means of payment; an administrator has to add one")},
    {"send.testRecipientsOnly",
     QT_TRANSLATE_NOOP("ReasonWords", "the WhatsApp number is a test number and writes to listed numbers only")},
    {"channel.whatsappClosed",
     QT_TRANSLATE_NOOP("ReasonWords",
                       "Meta has closed the clinic's WhatsApp account; an administrator has to look at it")},
    {"send.displayName",
     QT_TRANSLATE_NOOP("ReasonWords",
                       "WhatsApp has not approved the clinic's display name; an administrator has to look at it")},
    {"send.notRegistered",
     QT_TRANSLATE_NOOP("ReasonWords",
                       "the clinic's number is not registered with WhatsApp; an administrator has to register it")},
    {"send.spamRestricted",
     QT_TRANSLATE_NOOP("ReasonWords",
                       "WhatsApp limits the clinic's number because too many people blocked or reported it")},
    {"send.countryRestricted",
     QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp does not let the clinic write to this country")},
    {"send.ownNumber", QT_TRANSLATE_NOOP("ReasonWords", "it is the clinic's own number")},
    {"send.numberNeeded",
     QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp hides the patient's number, and this message needs it")},
    {"send.fileRefused", QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp refused the file")},
    {"send.noCaption", QT_TRANSLATE_NOOP("ReasonWords", "sound and stickers go without words here")},
    {"send.templateFields", QT_TRANSLATE_NOOP("ReasonWords", "the template's fields are not right")},
    {"send.templateMissing",
     QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp has no such template, or has not approved it yet")},
    {"send.templatePaused", QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp has paused its template")},
    {"send.templateDisabled", QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp has disabled its template")},
    {"send.accountRestricted", QT_TRANSLATE_NOOP("ReasonWords", "WhatsApp has restricted the clinic's account")},
});

/// What a triage rule saw.
constexpr auto rules = std::to_array<KeyText>({
    {"self-harm", QT_TRANSLATE_NOOP("ReasonWords", "Speaks of harming themselves")},
    {"airway-breathing", QT_TRANSLATE_NOOP("ReasonWords", "Trouble breathing")},
    {"airway-breath-changed",
     QT_TRANSLATE_NOOP("ReasonWords", "Changed breathing with swelling or signs of an allergy")},
    {"swallowed-object", QT_TRANSLATE_NOOP("ReasonWords", "Swallowed a crown or another object")},
    {"airway-swallowing", QT_TRANSLATE_NOOP("ReasonWords", "Trouble swallowing")},
    {"airway-voice", QT_TRANSLATE_NOOP("ReasonWords", "A changed voice with swelling or a jaw that hardly opens")},
    {"swelling-spreading", QT_TRANSLATE_NOOP("ReasonWords", "Swelling that spreads, or near the eye, neck or throat")},
    {"swelling-fever", QT_TRANSLATE_NOOP("ReasonWords", "Swelling with fever")},
    {"bleeding-unstoppable", QT_TRANSLATE_NOOP("ReasonWords", "Bleeding that does not stop")},
    {"bleeding-blood-thinners", QT_TRANSLATE_NOOP("ReasonWords", "Bleeding while on blood thinners")},
    {"allergic-reaction", QT_TRANSLATE_NOOP("ReasonWords", "Signs of an allergic reaction")},
    {"head-injury", QT_TRANSLATE_NOOP("ReasonWords", "A blow to the head")},
    {"jaw-injury", QT_TRANSLATE_NOOP("ReasonWords", "A jaw injury")},
    {"knocked-out-tooth", QT_TRANSLATE_NOOP("ReasonWords", "A tooth was knocked out")},
    {"inhaled", QT_TRANSLATE_NOOP("ReasonWords", "Something was breathed in")},
    {"chest", QT_TRANSLATE_NOOP("ReasonWords", "Chest pain or a sign of the heart")},
    {"burn-or-poison", QT_TRANSLATE_NOOP("ReasonWords", "A burn or poisoning")},
    {"after-sedation", QT_TRANSLATE_NOOP("ReasonWords", "Feels unwell after sedation")},
    {"pain", QT_TRANSLATE_NOOP("ReasonWords", "Pain")},
    {"pain-severe", QT_TRANSLATE_NOOP("ReasonWords", "Severe pain")},
    {"swelling-local", QT_TRANSLATE_NOOP("ReasonWords", "Swelling")},
    {"broken-tooth", QT_TRANSLATE_NOOP("ReasonWords", "A broken tooth")},
    {"lost-restoration-pain", QT_TRANSLATE_NOOP("ReasonWords", "A filling or crown came off, with pain")},
    {"after-treatment", QT_TRANSLATE_NOOP("ReasonWords", "Trouble after a treatment")},
    {"tooth-injury", QT_TRANSLATE_NOOP("ReasonWords", "A tooth took a blow")},
    {"fever", QT_TRANSLATE_NOOP("ReasonWords", "Fever")},
    {"bleeding", QT_TRANSLATE_NOOP("ReasonWords", "Bleeding")},
    {"gums-bleeding", QT_TRANSLATE_NOOP("ReasonWords", "Gums that bleed")},
    {"medicines", QT_TRANSLATE_NOOP("ReasonWords", "A question about medicines")},
    {"pregnancy", QT_TRANSLATE_NOOP("ReasonWords", "Pregnancy")},
    {"condition", QT_TRANSLATE_NOOP("ReasonWords", "A medical condition that matters for treatment")},
    {"results", QT_TRANSLATE_NOOP("ReasonWords", "A question about results")},
    {"clinical-choice", QT_TRANSLATE_NOOP("ReasonWords", "A question about which treatment is right")},
    {"prescription", QT_TRANSLATE_NOOP("ReasonWords", "Asks for a prescription")},
    {"question-affirmed", QT_TRANSLATE_NOOP("ReasonWords", "Said yes to the question whether there is danger")},
    {"question-unanswered", QT_TRANSLATE_NOOP("ReasonWords", "Did not answer the question whether there is danger")},
    {"second-look-emergency", QT_TRANSLATE_NOOP("ReasonWords", "The whole message reads like an emergency")},
    {"intent-clinical", QT_TRANSLATE_NOOP("ReasonWords", "Wants medicine or medical advice")},
    {"second-look-doctor", QT_TRANSLATE_NOOP("ReasonWords", "The whole message reads like a question for the doctor")},
    {"airway-drooling", QT_TRANSLATE_NOOP("ReasonWords", "Saliva runs out of the mouth")},
    {"sepsis", QT_TRANSLATE_NOOP("ReasonWords", "Fever with shivering or confusion")},
    {"immunity-infection", QT_TRANSLATE_NOOP("ReasonWords", "Fever in an infant or with weak immunity")},
    {"jaw-bite-changed", QT_TRANSLATE_NOOP("ReasonWords", "The teeth no longer meet as before")},
    {"stroke", QT_TRANSLATE_NOOP("ReasonWords", "Signs of a stroke or a seizure")},
    {"trauma", QT_TRANSLATE_NOOP("ReasonWords", "A blow to the face or mouth")},
    {"flag-blood-thinners", QT_TRANSLATE_NOOP("ReasonWords", "Takes blood thinners")},
    {"flag-bone-drugs", QT_TRANSLATE_NOOP("ReasonWords", "Takes medicine for the bones")},
    {"flag-pregnancy", QT_TRANSLATE_NOOP("ReasonWords", "Pregnant or breastfeeding")},
    {"flag-allergy", QT_TRANSLATE_NOOP("ReasonWords", "Has an allergy")},
    {"flag-infant", QT_TRANSLATE_NOOP("ReasonWords", "It is about an infant")},
    {"flag-immunity", QT_TRANSLATE_NOOP("ReasonWords", "Weak immunity")},
});

template <typename Table>
QString lookUp(const Table& table, const QString& key)
{
    return textOf(table, key, "ReasonWords");
}

} // namespace

QString sendFailure(const QString& key)
{
    return lookUp(sendings, key);
}

QString escalationReason(const QString& key)
{
    const QString why = sendFailure(key);
    return why.isEmpty() ? lookUp(reasons, key)
                         : QCoreApplication::translate("ReasonWords", "A message was not sent: %1").arg(why);
}

QString triageRule(const QString& rule)
{
    return lookUp(rules, rule);
}

QString why(const domain::Escalation& escalation)
{
    // The first rule is the gravest; what it saw says more than what was answered.
    if (!escalation.rules.isEmpty() && escalation.reason.startsWith(QLatin1String("triage."))) {
        if (const QString seen = triageRule(escalation.rules.constFirst()); !seen.isEmpty()) {
            return seen;
        }
    }
    if (const QString known = escalationReason(escalation.reason); !known.isEmpty()) {
        return known;
    }
    if (escalation.reason.startsWith(QLatin1String("send."))) {
        return escalationReason(QStringLiteral("send.failed"));
    }
    return QCoreApplication::translate("ReasonWords", "Waits for a person");
}

} // namespace delpek::ui::words
