// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/folderwords.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace delpek::ui::words
{

namespace
{

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

constexpr auto sentences = std::to_array<KeyText>({
    {"records.odooUnreachable",
     QT_TRANSLATE_NOOP("ErrorWords", "The clinic's records (Odoo) cannot be reached right now. Nothing was changed. "
                                     "Try again in a while; if it stays, tell an administrator.")},
    {"records.odooTimeout",
     QT_TRANSLATE_NOOP("ErrorWords", "The clinic's records (Odoo) gave no answer in time. A change may have been made "
                                     "all the same: look there before you try again.")},
    {"records.odooLogin",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Odoo refuses Delpek's login or key. An administrator has to enter the right one.")},
    {"records.odooDatabase",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Odoo does not find its database: the name in the settings is wrong, or the database is "
                       "away. An administrator has to check it.")},
    {"records.odooRights",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Delpek's user in Odoo may not do this. An administrator has to give it the right.")},
    {"records.odooGone",
     QT_TRANSLATE_NOOP("ErrorWords", "This is no longer in the clinic's records. It may have been removed in Odoo.")},
    {"records.odooRule", QT_TRANSLATE_NOOP("ErrorWords", "Odoo does not take these values: one of its rules forbids "
                                                         "it. Check them, or make the change in Odoo itself.")},
    {"records.odooMapping",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "Odoo lacks a field or a function that the settings name. An administrator has to check the mapping.")},
    {"records.odooBusy",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Odoo was busy with the same record, so nothing was changed. Try again in a moment.")},
    {"records.odooUnreadable",
     QT_TRANSLATE_NOOP("ErrorWords", "The answer of the clinic's records (Odoo) could not be read. Look there whether "
                                     "the change was made before you try again.")},
    {"records.odooProtocol",
     QT_TRANSLATE_NOOP("ErrorWords", "This Odoo does not offer the way in which Delpek wants to speak to it. An "
                                     "administrator has to check the address and odoo.protocol.")},
    {"records.odooFault",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Odoo failed at this, and nothing was changed. An administrator finds more in the log.")},
    {"llm.key",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The language model's provider refuses the key. An administrator has to enter the right one.")},
    {"llm.right", QT_TRANSLATE_NOOP("ErrorWords", "The language model's key may not be used for this. An administrator "
                                                  "has to look at the account with the provider.")},
    {"llm.quota", QT_TRANSLATE_NOOP("ErrorWords", "The account with the language model's provider is used up. Until it "
                                                  "is filled again, the assistant answers without the model.")},
    {"llm.model",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "The provider has no language model of the name in the settings. An administrator has to choose one.")},
    {"llm.request",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "The provider refuses how the language model is asked. An administrator has to check its settings.")},
    {"llm.too-long", QT_TRANSLATE_NOOP("ErrorWords", "The conversation was too long for the language model.")},
    {"llm.rate",
     QT_TRANSLATE_NOOP("ErrorWords", "The language model's provider asks to wait: too many requests just now.")},
    {"llm.overloaded",
     QT_TRANSLATE_NOOP("ErrorWords", "The language model is overloaded or out of order at its provider.")},
    {"llm.cut", QT_TRANSLATE_NOOP("ErrorWords", "The language model's answer ended in the middle.")},
    {"llm.length", QT_TRANSLATE_NOOP("ErrorWords", "The language model's answer was longer than allowed.")},
    {"llm.refused", QT_TRANSLATE_NOOP("ErrorWords", "The language model would not answer this.")},
    {"llm.empty", QT_TRANSLATE_NOOP("ErrorWords", "The language model gave an empty answer.")},
    {"llm.malformed", QT_TRANSLATE_NOOP("ErrorWords", "The language model's answer could not be read.")},
    {"llm.busy",
     QT_TRANSLATE_NOOP("ErrorWords", "More answers of the language model are waited for than the settings allow.")},
    {"llm.resting",
     QT_TRANSLATE_NOOP("ErrorWords", "The language model failed again and again and is left alone for a while.")},
    {"llm.mistaken", QT_TRANSLATE_NOOP("ErrorWords", "The language model asked for something that is not possible.")},
    {"llm.placeholder",
     QT_TRANSLATE_NOOP("ErrorWords", "The language model named somebody whom the conversation does not know.")},
    {"llm.budget", QT_TRANSLATE_NOOP("ErrorWords", "The budget for the language model is used up for now.")},
    {"llm.price",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "A budget of money is set, but the language model's price is not known. An administrator has to add it.")},
    {"escalation.noReason", QT_TRANSLATE_NOOP("ErrorWords", "Write a short reason first.")},
    {"escalation.notLower", QT_TRANSLATE_NOOP("ErrorWords", "This is not a lower urgency than now.")},
    {"escalation.closed",
     QT_TRANSLATE_NOOP("ErrorWords", "This question has been closed meanwhile. Open it again to go on.")},
    {"escalation.open", QT_TRANSLATE_NOOP("ErrorWords", "Another question of this patient is open already.")},
    {"escalation.none",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Nothing in this conversation was passed to a person, so there is no brief to keep.")},
    {"escalation.nothingToFile", QT_TRANSLATE_NOOP("ErrorWords", "There is no conversation waiting to be filed.")},
    {"escalation.handedBack", QT_TRANSLATE_NOOP("ErrorWords", "Given back to the agent")},
    {"consent.answerRefused",
     QT_TRANSLATE_NOOP("ErrorWords", "The patient does not want medical answers in this chat, so nothing goes out here "
                                     "in a doctor's name. Call the patient.")},
    {"consent.answerMissing",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The patient has not agreed to medical answers in this chat, so nothing goes out here in a "
                       "doctor's name. Call the patient; a yes on the phone can be noted on the card.")},
    {"window.closed",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "More than 24 hours have passed since the patient last wrote, so WhatsApp does not allow free "
                       "text. Your draft is kept; call the patient, or write once they write again.")},
    {"channel.off",
     QT_TRANSLATE_NOOP("ErrorWords", "This channel is not connected, so nothing can be sent. Your draft is kept.")},
    {"channel.wahaStopped",
     QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp (WAHA) is switched off, so nothing can be sent or received. An "
                                     "administrator has to start the session in WAHA.")},
    {"channel.wahaStarting", QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp (WAHA) is just starting. Wait a minute.")},
    {"audit.broken",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The audit log was changed outside of Delpek. Work can go on; an administrator has "
                       "to find out who did it: \"delpekd audit verify\" names the entry.")},
    {"link.noAddress",
     QT_TRANSLATE_NOOP("ErrorWords", "No private link can be made: Delpek has no public address. An administrator has "
                                     "to set listen.public-url.")},
    {"channel.wahaPairing",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The clinic's phone is not linked to WhatsApp (WAHA), so nothing can be sent or received. Open "
                       "WAHA, and on the phone open WhatsApp, Linked devices, and scan the code.")},
    {"channel.wahaPasskey",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "WhatsApp asks the clinic's phone to confirm the link to WAHA. Open WAHA and finish "
                       "the linking with the phone.")},
    {"channel.wahaFailed",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "WhatsApp (WAHA) has failed, so nothing can be sent or received. An administrator has to restart "
         "the session in WAHA, and link the phone again if that does not help.")},
    {"channel.wahaMissing",
     QT_TRANSLATE_NOOP("ErrorWords", "WAHA has no session of the name in the settings. An administrator has to check "
                                     "it.")},
    {"channel.wahaUnreachable",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "WAHA does not answer, so WhatsApp cannot send or receive. An administrator has to "
                       "check that it runs.")},
    {"channel.wahaKey",
     QT_TRANSLATE_NOOP("ErrorWords", "WAHA refused Delpek's key, so WhatsApp cannot send or receive. An administrator "
                                     "has to enter the right one.")},
    {"channel.telegramWebhook",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Telegram delivers the bot's messages to another address (a webhook), so Delpek receives none. "
                       "An administrator has to remove the webhook, or let Delpek receive by webhook.")},
    {"channel.telegramOtherReceiver",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "Another program receives this Telegram bot's messages, so not all of them arrive here. If Delpek runs on a "
         "second computer, close it there; otherwise an administrator has to give each program a bot of its own.")},
    {"channel.telegramKey",
     QT_TRANSLATE_NOOP("ErrorWords", "Telegram refused the bot's key (token), so nothing can be sent or received "
                                     "there. An administrator has to enter the one that BotFather shows.")},
    {"channel.telegramUnreachable",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "Telegram does not answer, so nothing can be sent or received there. Check the internet connection.")},
    {"notice.smsDown",
     QT_TRANSLATE_NOOP("ErrorWords", "Text messages to the staff do not go out right now. Call whoever is on duty "
                                     "yourself, and check the internet connection.")},
    {"notice.smsRefused",
     QT_TRANSLATE_NOOP("ErrorWords", "The text message provider refuses Delpek, so the staff gets no text messages. An "
                                     "administrator has to check the account and its key.")},
    {"notice.emailDown",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "E-mail to the staff does not go out right now. Call whoever is on duty yourself.")},
    {"notice.emailRefused",
     QT_TRANSLATE_NOOP("ErrorWords", "The mail server refuses Delpek, so the staff gets no e-mail. An administrator "
                                     "has to check the login and the certificate.")},
    {"notice.telegramDown",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Telegram messages to the staff do not go out right now. Call whoever is on duty yourself.")},
    {"notice.telegramRefused",
     QT_TRANSLATE_NOOP("ErrorWords", "Telegram refuses the bot, so the staff gets no messages there. An administrator "
                                     "has to enter the right token.")},
    {"notice.nobody",
     QT_TRANSLATE_NOOP("ErrorWords", "An escalation is open, and there is nobody who can be told of it. Call a doctor "
                                     "yourself. An administrator has to enter who is on duty.")},
    {"notice.unanswered",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "Everybody on duty was told of an escalation again and again, and nobody took note. Call a doctor yourself.")},
    {"notice.held", QT_TRANSLATE_NOOP("ErrorWords", "A question waits for a doctor, and everybody on duty has quiet "
                                                    "hours. They are told when these end; call if it cannot wait.")},
    {"notice.badContact",
     QT_TRANSLATE_NOOP("ErrorWords", "A notice did not reach a member of staff because the number or the address does "
                                     "not work. Look at the escalation's history and correct it.")},
    {"notice.badNumber",
     QT_TRANSLATE_NOOP("ErrorWords", "This telephone number takes no text messages. Correct it in the list of staff.")},
    {"notice.badAddress",
     QT_TRANSLATE_NOOP("ErrorWords", "This e-mail address does not work. Correct it in the list of staff.")},
    {"notice.badChat",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "The bot cannot write to this Telegram chat. The member of staff has to press Start there once.")},
    {"notice.optedOut",
     QT_TRANSLATE_NOOP("ErrorWords", "This member of staff refused text messages from the clinic's number.")},
    {"notice.phoneOff", QT_TRANSLATE_NOOP("ErrorWords", "The telephone could not be reached.")},
    {"notice.tooLong", QT_TRANSLATE_NOOP("ErrorWords", "The notice is too long.")},
    {"notice.rejected", QT_TRANSLATE_NOOP("ErrorWords", "The provider refused the notice.")},
    {"notice.unknown", QT_TRANSLATE_NOOP("ErrorWords", "It is not known whether the notice arrived.")},
    {"notice.off", QT_TRANSLATE_NOOP("ErrorWords", "This way to tell the staff is switched off.")},
    {"notice.noAddress", QT_TRANSLATE_NOOP("ErrorWords", "This member of staff has no address for it.")},
    {"send.fileKind",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "A file of this kind cannot be sent on this channel. Send it as a picture or a document.")},
    {"send.fileEmpty",
     QT_TRANSLATE_NOOP("ErrorWords", "This file is empty, so there is nothing to send. Choose another one.")},
    {"send.fileTooLarge",
     QT_TRANSLATE_NOOP("ErrorWords", "This file is too large for this channel. Send a smaller one.")},
    {"media.tooLarge",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The patient sent a file that is too large to be kept here. Ask for a smaller one.")},
    {"channel.whatsappClosed",
     QT_TRANSLATE_NOOP("ErrorWords", "Meta has closed the clinic's WhatsApp account, so nothing can be sent. An "
                                     "administrator has to look at Account quality in Meta Business Suite.")},
    {"send.tokenRefused", QT_TRANSLATE_NOOP("ErrorWords", "The channel's key was refused or has expired, so nothing "
                                                          "goes out. An administrator has to enter a new one.")},
    {"send.tokenMissing",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The channel's key is missing, so nothing goes out. An administrator has to enter it.")},
    {"send.permissionMissing",
     QT_TRANSLATE_NOOP("ErrorWords", "The channel's account lacks a permission. An administrator has to grant it.")},
    {"send.configuration",
     QT_TRANSLATE_NOOP("ErrorWords", "The channel is not set up rightly. An administrator has to check the settings.")},
    {"send.displayName", QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp has not approved the clinic's display name. An "
                                                         "administrator has to look at it in WhatsApp Manager.")},
    {"send.notRegistered", QT_TRANSLATE_NOOP("ErrorWords", "The clinic's number is not registered with WhatsApp. An "
                                                           "administrator has to register it in WhatsApp Manager.")},
    {"send.paymentMissing", QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp lacks a valid means of payment for the clinic. "
                                                            "An administrator has to add one in Meta Business Suite.")},
    {"send.testRecipientsOnly",
     QT_TRANSLATE_NOOP("ErrorWords", "The clinic's WhatsApp number is a test number and writes to listed numbers only. "
                                     "An administrator has to connect a real one.")},
    {"send.accountRestricted",
     QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp has restricted the clinic's account. An administrator has to look at "
                                     "Account quality in Meta Business Suite.")},
    {"send.spamRestricted",
     QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp limits the clinic's number because too many people blocked or reported "
                                     "it. For now answer only those who wrote first.")},
    {"send.countryRestricted",
     QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp does not let the clinic write to this country. Call the patient.")},
    {"send.withheld",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "WhatsApp held this message back, so it did not arrive. Call the patient, or write once they write again.")},
    {"send.optedOut",
     QT_TRANSLATE_NOOP("ErrorWords", "The patient asked not to receive messages. Your draft is kept.")},
    {"send.windowClosed",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "More than 24 hours have passed since the patient last wrote, so WhatsApp does not allow free "
                       "text. Your draft is kept; call the patient, or write once they write again.")},
    {"send.blockedByClinic",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The clinic has blocked this number in WhatsApp. Unblock it first, or call the patient.")},
    {"send.ownNumber",
     QT_TRANSLATE_NOOP("ErrorWords", "This is the clinic's own number, so nothing can be sent to it.")},
    {"send.unreachable",
     QT_TRANSLATE_NOOP("ErrorWords", "The patient cannot be reached on this channel. Try the telephone.")},
    {"send.numberNeeded",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "WhatsApp hides this patient's number, and this message needs it. Ask the patient for the number.")},
    {"send.rejected",
     QT_TRANSLATE_NOOP("ErrorWords", "The channel refused this message. Write it differently, or call the patient.")},
    {"send.fileRefused",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "WhatsApp refused the file. Send it as a PDF or a JPEG picture, or in another way.")},
    {"send.noCaption",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "Sound and stickers go without words here. Send the words as a message of their own.")},
    {"send.tooLong",
     QT_TRANSLATE_NOOP("ErrorWords", "The message is too long for this channel. Shorten it, or send it in two parts.")},
    {"send.templateFields",
     QT_TRANSLATE_NOOP("ErrorWords", "The template's fields are not right: each needs a value of one line, without "
                                     "wide gaps. Check them and try again.")},
    {"send.templateMissing",
     QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp does not have this template in this language, or has not approved it "
                                     "yet. An administrator can look at the templates.")},
    {"send.templatePaused",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "WhatsApp has paused this template because patients did not like it. Use another one, or call the patient.")},
    {"send.templateDisabled",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "WhatsApp has disabled this template for good. Use another one; an administrator has to write a new one.")},
    {"send.templateRefused",
     QT_TRANSLATE_NOOP("ErrorWords", "WhatsApp refused this template. An administrator has to look at it.")},
    {"send.rateLimited",
     QT_TRANSLATE_NOOP("ErrorWords", "Too many messages went out at once. Wait a little and try again.")},
    {"send.unavailable",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "The channel does not answer right now. Nothing was sent; try again in a few minutes.")},
    {"send.unknown",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "It is not known whether the message arrived. Look at the conversation before you send it again.")},
    {"template.refused",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "WhatsApp did not accept the wording of the template. An administrator has to change it.")},
    {"template.tooMany",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "The clinic has as many templates as WhatsApp allows. An administrator has to delete one first.")},
    {"opted.out", QT_TRANSLATE_NOOP("ErrorWords", "The patient asked not to receive messages. Your draft is kept.")},
    {"send.empty", QT_TRANSLATE_NOOP("ErrorWords", "There is nothing to send yet: write something first.")},
    {"note.empty", QT_TRANSLATE_NOOP("ErrorWords", "Write the note first.")},
    {"note.tooLong", QT_TRANSLATE_NOOP("ErrorWords", "This note is too long: make two of it.")},
    {"note.notYours", QT_TRANSLATE_NOOP("ErrorWords", "Only who wrote a note can delete it.")},
    {"send.gap", QT_TRANSLATE_NOOP("ErrorWords", "A gap of a quick reply is still open. Fill it in, then send.")},
    {"quickreply.empty", QT_TRANSLATE_NOOP("ErrorWords", "Write a name and a text, in Hebrew or in English.")},
    {"quickreply.noName", QT_TRANSLATE_NOOP("ErrorWords", "Give the text a name in the same language.")},
    {"quickreply.noText", QT_TRANSLATE_NOOP("ErrorWords", "Write the text that belongs to the name.")},
    {"quickreply.tooLong", QT_TRANSLATE_NOOP("ErrorWords", "This is too long: make it shorter.")},
    {"quickreply.brace",
     QT_TRANSLATE_NOOP("ErrorWords", "A { or } stands alone, or what stands between is empty, too long or over two "
                                     "lines. Between braces stand one to 40 characters.")},
    {"quickreply.changed",
     QT_TRANSLATE_NOOP("ErrorWords", "Somebody has changed this quick reply meanwhile. Discard to see it as it is.")},
    {"quickreply.gone", QT_TRANSLATE_NOOP("ErrorWords", "Somebody has deleted this quick reply.")},
    {"send.noFiles",
     QT_TRANSLATE_NOOP("ErrorWords", "Files cannot be sent on this channel. Send the words alone, or use "
                                     "another channel.")},
    {"send.blocked", QT_TRANSLATE_NOOP("ErrorWords", "The patient has blocked the clinic on this channel, so nothing "
                                                     "can be sent. Your draft is kept; call the patient.")},
    {"media.type",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "Files of this kind are not sent or kept. Pictures, PDF, sound, video and office documents are.")},
    {"media.size", QT_TRANSLATE_NOOP("ErrorWords", "This file is too large. Send a smaller one.")},
    {"media.full",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "There is no room left for files. An administrator has to make room or raise the limit.")},
    {"media.folder",
     QT_TRANSLATE_NOOP("ErrorWords", "The folder for files cannot be used. An administrator has to check it.")},
    {"media.key",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "The key that protects the files cannot be read. An administrator has to check the secret media.key.")},
    {"media.gone",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "This file is not here. It may still be on its way, or the channel no longer has it.")},
    {"clinic.no-place",
     QT_TRANSLATE_NOOP("ErrorWords", "The clinic's place on the map is not known. An administrator can enter it.")},
    {"send.not-failed", QT_TRANSLATE_NOOP("ErrorWords", "This message was sent already, so it is not sent again.")},
    {"send.on-its-way", QT_TRANSLATE_NOOP("ErrorWords", "Too late to undo: the message is on its way already.")},
    {"file.folder", QT_TRANSLATE_NOOP("ErrorWords", "A folder cannot be sent. Choose the files in it.")},
    {"file.unreadable",
     QT_TRANSLATE_NOOP("ErrorWords", "This file cannot be read. Check that it is still there and may be opened.")},
    {"map.noBrowser",
     QT_TRANSLATE_NOOP("ErrorWords", "No browser could be opened. Copy the link and open it yourself.")},
    {"attachment.unreadable",
     QT_TRANSLATE_NOOP("ErrorWords", "This picture cannot be shown here. Save it and open it with another program.")},
    {"file.notSaved", QT_TRANSLATE_NOOP("ErrorWords", "The file could not be saved there. Choose another folder.")},
    {"connection.nameUnknown",
     QT_TRANSLATE_NOOP("ErrorWords", "The other side's address was not found. Check the internet connection.")},
    {"connection.refused",
     QT_TRANSLATE_NOOP("ErrorWords", "The other side does not take connections. Try again later.")},
    {"connection.untrusted",
     QT_TRANSLATE_NOOP("ErrorWords", "The other side's certificate is not trusted, so nothing was sent to it. An "
                                     "administrator has to look at it.")},
    {"connection.none",
     QT_TRANSLATE_NOOP("ErrorWords", "There is no connection to the other side. Check the internet connection.")},
    {"clinic.empty", QT_TRANSLATE_NOOP("ErrorWords", "The clinic's book is empty. An administrator has to enter the "
                                                     "clinic, under Settings, Clinic.")},
    {"clinic.elsewhere", QT_TRANSLATE_NOOP("ErrorWords", "The clinic's data is kept in Odoo, and changed there.")},
    {"clinic.changed",
     QT_TRANSLATE_NOOP("ErrorWords", "Somebody changed this meanwhile. Nothing was saved: close this, "
                                     "look at it as it is now, and change it again.")},
    {"clinic.exists", QT_TRANSLATE_NOOP("ErrorWords", "The clinic has this already. Somebody may have added it "
                                                      "meanwhile.")},
    {"book.place", QT_TRANSLATE_NOOP("ErrorWords", "This is no place on the earth. A latitude lies between -90 and 90, "
                                                   "a longitude between -180 and 180.")},
    {"clinic.slot-taken", QT_TRANSLATE_NOOP("ErrorWords", "This time has just been taken. Choose another one.")},
    {"clinic.patient-busy",
     QT_TRANSLATE_NOOP("ErrorWords", "The patient has another visit at this time. Choose another one.")},
    {"clinic.past", QT_TRANSLATE_NOOP("ErrorWords", "This time has passed already. Choose a later one.")},
    {"clinic.closed",
     QT_TRANSLATE_NOOP("ErrorWords", "The clinic or the doctor does not work at this time. Choose another one.")},
    {"clinic.not-given",
     QT_TRANSLATE_NOOP("ErrorWords", "This doctor does not give this treatment. Choose another doctor.")},
    {"clinic.cancelled", QT_TRANSLATE_NOOP("ErrorWords", "This visit is cancelled. Book a new one.")},
    {"clinic.no-name", QT_TRANSLATE_NOOP("ErrorWords", "A new patient needs a name.")},
    {"clinic.slot-held",
     QT_TRANSLATE_NOOP("ErrorWords", "This time is being kept for somebody else right now. Choose another one.")},
    {"clinic.bad-wish",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "A place on the waiting list needs a name, a treatment, and days and hours that fit together.")},
    {"book.name", QT_TRANSLATE_NOOP("ErrorWords", "A name is needed, in Hebrew or in English.")},
    {"book.hours",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "The hours cannot be right. Each span ends after it begins, and two spans of a day do not overlap.")},
    {"book.minutes", QT_TRANSLATE_NOOP("ErrorWords", "This takes between 1 minute and 12 hours.")},
    {"book.amount", QT_TRANSLATE_NOOP("ErrorWords", "This amount cannot be right. Check the digits.")},
    {"book.email", QT_TRANSLATE_NOOP("ErrorWords", "This is no e-mail address. Check the spelling.")},
    {"book.day", QT_TRANSLATE_NOOP("ErrorWords", "This day cannot be right. Check the date.")},
    {"book.text", QT_TRANSLATE_NOOP("ErrorWords", "A text is missing here, or it is too long.")},
    {"book.choice",
     QT_TRANSLATE_NOOP("ErrorWords", "One of the choices does not exist any more. Open the form again.")},
    {"book.visits-there",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "There are visits in this time. Move or cancel them first, or choose to keep them.")},
    {"book.merge", QT_TRANSLATE_NOOP("ErrorWords", "These two cards cannot be joined.")},
    {"book.merge-undone",
     QT_TRANSLATE_NOOP("ErrorWords", "These cards are apart already, or were joined with others since.")},
    {"book.over-paid", QT_TRANSLATE_NOOP("ErrorWords", "This is more than is still to be paid.")},
    {"book.invoice-fixed",
     QT_TRANSLATE_NOOP("ErrorWords", "This invoice is cancelled or was paid in part, so it cannot be changed.")},
    {"book.file",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "This file cannot be read. Save it again as CSV UTF-8, with the names of the columns in the first row.")},
    {"book.zone", QT_TRANSLATE_NOOP("ErrorWords", "This time zone is not known.")},
    {"phone.invalid", QT_TRANSLATE_NOOP("ErrorWords", "This is no telephone number. Check the digits.")},
    {"store.in_use",
     QT_TRANSLATE_NOOP(
         "ErrorWords",
         "Delpek is already running with this database. Use the window that is open, or close it first.")},
    {"restore.cut",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "A backup was being brought back here and that did not end. An administrator has to "
                       "begin it again.")},
    {"store.newer",
     QT_TRANSLATE_NOOP("ErrorWords",
                       "This database was made by a newer Delpek. Install the newer version; nothing was changed.")},
    {"secrets.no-keychain",
     QT_TRANSLATE_NOOP("ErrorWords", "The system's keychain does not answer, so the connections' keys cannot be read. "
                                     "An administrator can choose another place for them.")},
});

} // namespace

QString keySentence(const QString& key)
{
    const QString own = textOf(sentences, key, "ErrorWords");
    return own.isEmpty() ? folderSentence(key) : own;
}

QString sentence(const base::Error& error)
{
    if (const QString own = keySentence(error.key); !own.isEmpty()) {
        // A mistake in a file is found by its place.
        return error.key == QLatin1String("setup.config") ? own + QLatin1Char('\n') + domain::isolate(error.detail)
                                                          : own;
    }
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return ErrorWords::tr("This cannot be done as it was entered. Check it and try again.");
    case ErrorCode::NotFound:
        return ErrorWords::tr("This is no longer there. It may have been removed at another desk.");
    case ErrorCode::Conflict:
        return ErrorWords::tr("Somebody else was first. Look at the conversation again before you go on.");
    case ErrorCode::StaleEpoch:
        return ErrorWords::tr("The conversation moved on in the meantime. Read the latest messages and try again.");
    case ErrorCode::Unauthorised:
        return ErrorWords::tr("The connection's key was refused or has expired. An administrator has to renew it.");
    case ErrorCode::Forbidden:
        return ErrorWords::tr("This is not allowed here. An administrator can change that.");
    case ErrorCode::WindowClosed:
        return reason(QStringLiteral("window.closed"));
    case ErrorCode::Unreachable:
        return ErrorWords::tr("The patient cannot be reached on this channel. Try the telephone.");
    case ErrorCode::RateLimited:
        return ErrorWords::tr("Too many messages went out at once. Wait a little and try again.");
    case ErrorCode::Timeout:
        return ErrorWords::tr("No answer came in time. Check what happened before you try again.");
    case ErrorCode::Unavailable:
        return ErrorWords::tr("The other side is not connected right now. Nothing was changed.");
    case ErrorCode::Cancelled:
        return ErrorWords::tr("This was stopped before it was done.");
    case ErrorCode::Unsupported:
        return ErrorWords::tr("This channel cannot do that.");
    case ErrorCode::Internal:
        return ErrorWords::tr("Something went wrong in Delpek. Try again; if it stays, tell an administrator.");
    }
    return {};
}

QString reason(const QString& key)
{
    const QString known = keySentence(key);
    return known.isEmpty() ? ErrorWords::tr("Nothing can be sent here right now. Your draft is kept.") : known;
}

} // namespace delpek::ui::words
