// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

#include <limits>
#include <span>

/// Every setting of the program, each once: name, default, range and meaning. docs/configuration.md lists the same
/// table (a test compares them). Credentials are no settings: see secrets::SecretStore.
namespace delpek::config
{

enum class ValueType {
    Text,
    Boolean, ///< true or false
    Integer,
    Duration, ///< "500ms", "30s", "5m", "2h", "1d", or ISO 8601 as "PT1M30S"
    Bytes,    ///< "16KiB", "3MiB", "1GiB" or a plain number
    Choice,   ///< one of `choices`
    Path,     ///< a file or a location; {data} and {config} in a default are the user's own folders
};

/// One line of the table. `least` and `most` hold for integers, bytes and durations (there in milliseconds).
struct KeySpec {
    const char* name;
    ValueType type;
    const char* fallback;
    const char* description;
    qint64 least = 0;
    qint64 most = std::numeric_limits<qint64>::max();
    const char* choices = ""; ///< words parted by '|'
};

/// A setting together with the type in which it is read.
template <typename T>
struct Key {
    KeySpec spec;
};

using Text = Key<QString>;
using Switch = Key<bool>;
using Number = Key<qint64>;
using Span = Key<base::Duration>;

namespace keys
{

inline constexpr qint64 second = 1000;
inline constexpr qint64 hour = 3600 * second;
inline constexpr qint64 mebibyte = 1024 * 1024;

inline constexpr Text storeLocation{
    {"store.location", ValueType::Path, "sqlite:{data}/delpek.sqlite",
     "Where the database is: \"sqlite:PATH\" or \"postgresql://user@host:port/database\". A password never stands "
     "here: give it as the secret store.password."}};

inline constexpr Text listenAddress{{"listen.address", ValueType::Text, "127.0.0.1",
                                     "The address at which the listener for webhooks and web chat waits."}};
inline constexpr Number listenPort{
    {"listen.port", ValueType::Integer, "8787", "The listener's port; 0 takes a free one.", 0, 65535}};
inline constexpr Text listenPublicUrl{
    {"listen.public-url", ValueType::Text, "",
     "The address under which the listener is reached from outside, without a path: https://chat.clinic.example. "
     "Empty: none."}};
inline constexpr Text listenCertificate{
    {"listen.certificate", ValueType::Path, "",
     "PEM file with the certificate chain; together with listen.key the listener speaks TLS."}};
inline constexpr Text listenKey{{"listen.key", ValueType::Path, "", "PEM file with the certificate's private key."}};
inline constexpr Number listenMaxBody{
    {"listen.max-body", ValueType::Bytes, "3MiB", "The largest request body taken.", 1024, 64 * mebibyte}};
inline constexpr Number listenMaxHeader{{"listen.max-header", ValueType::Bytes, "16KiB",
                                         "The largest request header taken, request line included.", 1024, mebibyte}};
inline constexpr Span listenFirstByte{
    {"listen.first-byte", ValueType::Duration, "10s", "How long a new connection may stay silent.", 100, hour}};
inline constexpr Span listenWholeRequest{
    {"listen.whole-request", ValueType::Duration, "30s", "How long one request may take to arrive.", 100, hour}};
inline constexpr Span listenIdle{
    {"listen.idle", ValueType::Duration, "60s", "How long a connection may rest between requests.", 100, hour}};
inline constexpr Number listenMaxConnections{
    {"listen.max-connections", ValueType::Integer, "1024", "Connections held at once, in all.", 1, 65535}};
inline constexpr Number listenMaxConnectionsPerAddress{{"listen.max-connections-per-address", ValueType::Integer, "256",
                                                        "Connections held at once from one address.", 1, 65535}};

inline constexpr Text whatsappPhoneNumberId{
    {"whatsapp.phone-number-id", ValueType::Text, "",
     "The id of the clinic's number in the WhatsApp Cloud API; empty: WhatsApp is off."}};
inline constexpr Text whatsappBusinessAccountId{
    {"whatsapp.business-account-id", ValueType::Text, "",
     "The id of the WhatsApp Business account that owns the number; templates need it. Empty: no templates are "
     "created or looked up."}};
inline constexpr Text whatsappApiBase{
    {"whatsapp.api-base", ValueType::Text, "https://graph.facebook.com", "Where the WhatsApp Cloud API answers."}};
inline constexpr Text whatsappApiVersion{
    {"whatsapp.api-version", ValueType::Text, "v25.0", "The version of the Graph API."}};

inline constexpr Text wahaSession{
    {"waha.session", ValueType::Text, "",
     "The name of the clinic's session in WAHA, which drives WhatsApp as a linked device; empty: WAHA is off."}};
inline constexpr Text wahaApiBase{
    {"waha.api-base", ValueType::Text, "http://127.0.0.1:3000", "Where the clinic's WAHA answers."}};
inline constexpr Text wahaCallbackUrl{
    {"waha.callback-url", ValueType::Text, "",
     "Where WAHA reaches the listener, without a path: http://192.168.1.20:8787. Delpek tells the session at each "
     "start. Empty: listen.public-url; without either the session's webhooks are left alone."}};

inline constexpr Switch telegramEnabled{
    {"telegram.enabled", ValueType::Boolean, "false", "Whether the Telegram bot runs."}};
inline constexpr Text telegramMode{{"telegram.mode", ValueType::Choice, "polling",
                                    "How updates come: polling needs no public address, webhook needs one.", 0, 0,
                                    "polling|webhook"}};
inline constexpr Text telegramApiBase{
    {"telegram.api-base", ValueType::Text, "https://api.telegram.org", "Where the Telegram Bot API answers."}};

inline constexpr Switch webchatEnabled{
    {"webchat.enabled", ValueType::Boolean, "false", "Whether the listener serves the chat page, at /chat."}};
inline constexpr Text webchatAllowedOrigins{
    {"webchat.allowed-origins", ValueType::Text, "",
     "Sites that may show the chat page in a frame, parted by spaces: https://clinic.example. Empty: none."}};
inline constexpr Text webchatTrustedProxy{
    {"webchat.trusted-proxy", ValueType::Text, "",
     "Address of the proxy in front of the listener, whose X-Forwarded-For names the visitor's address. Empty: none."}};
inline constexpr Span webchatSessionAge{{"webchat.session-age", ValueType::Duration, "30d",
                                         "How long a visitor's page keeps its conversation.", hour, 365 * 24 * hour}};
inline constexpr Number webchatMaxText{{"webchat.max-text", ValueType::Integer, "2000",
                                        "The longest message a visitor may write, in characters.", 1, 4000}};
inline constexpr Number webchatMaxFile{
    {"webchat.max-file", ValueType::Bytes, "2MiB",
     "The largest image or PDF a visitor may send; 0 takes none. listen.max-body must be larger.", 0, 64 * mebibyte}};
inline constexpr Number webchatRatePerAddress{
    {"webchat.rate-per-address", ValueType::Integer, "60",
     "Messages and files taken in a minute from one address; half of it at once.", 1, 6000}};
inline constexpr Number webchatRatePerSession{
    {"webchat.rate-per-session", ValueType::Integer, "20",
     "Messages and files taken in a minute from one visitor; half of it at once.", 1, 6000}};

inline constexpr Text mediaFolder{
    {"media.folder", ValueType::Path, "{data}/media",
     "Where the files of messages are kept, sealed with the secret media.key, which is made when the first file comes. "
     "Several desks on one database share the folder and the key."}};
inline constexpr Number mediaMaxFile{
    {"media.max-file", ValueType::Bytes, "25MiB",
     "The largest file that is kept, from any channel. Pictures and sounds have 16 MiB at most, videos 64 MiB.", 0,
     100 * mebibyte}};
inline constexpr Number mediaMaxStored{
    {"media.max-stored", ValueType::Bytes, "2GiB", "What all files together may take.", 0, 1024 * 1024 * mebibyte}};

inline constexpr Text transcriptionApiBase{
    {"transcription.api-base", ValueType::Text, "",
     "Where a service answers that writes voice notes down, as OpenAI's audio API does (\"https://api.openai.com\", or "
     "a server of the clinic's own); its key, if it needs one, is the secret transcription.api-key. The sound leaves "
     "the clinic for that address. Empty: a person is called for each voice note."}};
inline constexpr Text transcriptionModel{
    {"transcription.model", ValueType::Text, "whisper-1", "The model that writes voice notes down."}};
inline constexpr Span transcriptionPatience{
    {"transcription.patience", ValueType::Duration, "30s",
     "How long an answer waits for the words of a voice note. What comes later is still read.", second, 600 * second}};

inline constexpr Span intakeStaleAfter{
    {"intake.stale-after", ValueType::Duration, "12h",
     "Messages older than this when they can be answered (the program was off, the network was down) are still looked "
     "through for emergencies, and otherwise left to a person.",
     300 * second, 30 * 24 * hour}};

inline constexpr Text agentTeam{{"agent.team", ValueType::Choice, "alex",
                                 "Who answers: alex, one agent for everything; team, a coordinator and agents for "
                                 "medical questions, billing and scheduling.",
                                 0, 0, "alex|team"}};
inline constexpr Text servicesFolder{
    {"services.folder", ValueType::Path, "",
     "A folder with the clinic's own services, a JSON file each; one of the name of a shipped service takes its place. "
     "Empty: the shipped ones."}};
inline constexpr Text agentBrain{
    {"agent.brain", ValueType::Choice, "offline",
     "What thinks: offline needs no account and no network; llm asks a language model, and the offline brain "
     "takes the turn where that fails.",
     0, 0, "offline|llm"}};
inline constexpr Span agentQuietWindow{
    {"agent.quiet-window", ValueType::Duration, "4s",
     "How long a patient must be silent before a turn begins, so that a burst is read as one.", 0, 60 * second}};
inline constexpr Number agentWorkers{
    {"agent.workers", ValueType::Integer, "4", "Turns that run at the same time.", 1, 64}};

inline constexpr Text llmProvider{
    {"llm.provider", ValueType::Choice, "anthropic",
     "How the model is spoken to: anthropic, openai (and what speaks like it: Ollama, llama.cpp, vLLM) or gemini. Its "
     "key is the secret llm.api-key.",
     0, 0, "anthropic|openai|gemini"}};
inline constexpr Text llmModel{
    {"llm.model", ValueType::Text, "", "The model's name, as \"delpekd model list\" shows it; empty: none is asked."}};
inline constexpr Text llmApiBase{
    {"llm.api-base", ValueType::Text, "",
     "Where the model answers; what patients write leaves the clinic for that address. Empty: the provider's own; "
     "http://127.0.0.1:11434/v1 is an Ollama on this machine."}};
inline constexpr Switch llmStream{
    {"llm.stream", ValueType::Boolean, "false", "Whether answers are asked for as a stream."}};
inline constexpr Text llmLengthField{
    {"llm.length-field", ValueType::Choice, "max_completion_tokens",
     "With openai: what the server calls the limit of an answer; many local ones know only max_tokens.", 0, 0,
     "max_completion_tokens|max_tokens"}};
inline constexpr Switch llmToolChoice{
    {"llm.tool-choice", ValueType::Boolean, "true",
     "With openai: whether the server is told that a tool must be called; Ollama cannot be."}};
inline constexpr Number llmMaxTokens{
    {"llm.max-tokens", ValueType::Integer, "800", "The longest answer, in tokens.", 100, 32'000}};
inline constexpr Switch llmMask{
    {"llm.mask", ValueType::Boolean, "true",
     "Whether names, phone numbers, e-mail addresses, identity numbers and street addresses leave as placeholders."}};
inline constexpr Span llmDeadline{
    {"llm.deadline", ValueType::Duration, "25s",
     "How long one answer of the model may take, with all tries; then the offline brain answers.", second,
     120 * second}};
inline constexpr Number llmRatePerMinute{
    {"llm.rate-per-minute", ValueType::Integer, "60", "Requests to the model in a minute.", 1, 100'000}};
inline constexpr Number llmBurst{{"llm.burst", ValueType::Integer, "10", "How many of them at once.", 1, 10'000}};
inline constexpr Number llmAtOnce{
    {"llm.at-once", ValueType::Integer, "128", "Answers that are waited for at the same time.", 1, 1'000}};
inline constexpr Number llmConversationTokens{
    {"llm.conversation-tokens", ValueType::Integer, "200000",
     "Tokens that one conversation may use in 24 hours; then the offline brain answers. 0: no limit.", 0}};
inline constexpr Number llmDayTokens{
    {"llm.day-tokens", ValueType::Integer, "5000000", "The same for all conversations together.", 0}};
inline constexpr Number llmConversationCents{
    {"llm.conversation-cents", ValueType::Integer, "0",
     "What one conversation may cost in 24 hours, in hundredths of the currency of llm.prices. 0: no limit.", 0}};
inline constexpr Number llmDayCents{
    {"llm.day-cents", ValueType::Integer, "0", "The same for all conversations together.", 0}};
inline constexpr Text llmPrices{{"llm.prices", ValueType::Path, "",
                                 "JSON file with the prices of models (docs/models.md); a limit in money needs the "
                                 "model's. Empty: none is known."}};

inline constexpr Span escalationHoldingAfter{
    {"escalation.holding-after", ValueType::Duration, "10m",
     "After how long a patient who waits for a doctor is told that nobody has answered yet; 0: never.", 0, 24 * hour}};
inline constexpr Span escalationHoldingAgain{
    {"escalation.holding-again", ValueType::Duration, "1h",
     "After how long the patient is told so a second and last time, not at night; 0: never.", 0, 24 * hour}};
inline constexpr Span escalationHoldingEmergency{
    {"escalation.holding-emergency", ValueType::Duration, "3m",
     "After how long it is told in an emergency, and after five times that once more; 0: never.", 0, hour}};
inline constexpr Switch escalationAskConsent{
    {"escalation.ask-consent", ValueType::Boolean, "true",
     "Whether a patient whose question goes to the doctor is asked, once, to agree to a medical answer in the chat."}};
inline constexpr Switch escalationNeedConsent{
    {"escalation.need-consent", ValueType::Boolean, "false",
     "Whether a doctor's answer in the chat waits for that yes. A no keeps it back in any case; an emergency never."}};

inline constexpr Number identityTries{
    {"identity.tries", ValueType::Integer, "3",
     "How often a patient may try, within a day and a conversation, to say who they are before a person finds out.", 1,
     10}};
inline constexpr Span offersHold{{"offers.hold", ValueType::Duration, "10m",
                                  "How long a slot that is offered to a patient is kept from others.", 60 * second,
                                  24 * hour}};

inline constexpr Span escalationLinkValid{
    {"escalation.link-valid", ValueType::Duration, "24h",
     "How long a private link to an escalation, as doctors get it, leads there. Links need listen.public-url.",
     300 * second, 7 * 24 * hour}};

inline constexpr Text memoryStore{
    {"memory.store", ValueType::Choice, "builtin",
     "Where what is remembered of patients is kept: in Delpek's own database, or in a Neo4j server.", 0, 0,
     "builtin|neo4j"}};
inline constexpr Text memoryNeo4jUrl{
    {"memory.neo4j.url", ValueType::Text, "",
     "Where the Neo4j server answers by HTTP: http://127.0.0.1:7474. Its password is the secret neo4j.secret."}};
inline constexpr Text memoryNeo4jDatabase{
    {"memory.neo4j.database", ValueType::Text, "neo4j", "The name of the database in it."}};
inline constexpr Text memoryNeo4jUser{
    {"memory.neo4j.user", ValueType::Text, "neo4j", "Who Delpek is there. Empty: the secret is a bearer token."}};
inline constexpr Number memoryDays{
    {"memory.days", ValueType::Integer, "90", "For how many days what was last seen then is remembered.", 1, 3650}};

inline constexpr Text clinicRecords{
    {"clinic.records", ValueType::Choice, "builtin",
     "Where the clinic's records are kept: in Delpek's own book, or in the clinic's Odoo.", 0, 0, "builtin|odoo"}};
inline constexpr Text odooMapping{
    {"odoo.mapping", ValueType::Text, "auto",
     "Where Odoo keeps patients, doctors and visits: auto finds a profile by the fields there are; else the name of a "
     "profile, or the path of a file of the clinic's own."}};
inline constexpr Span odooCacheAge{
    {"odoo.cache-age", ValueType::Duration, "5m",
     "How old what rarely changes may be: doctors, hours, treatments, who has which number. Visits and invoices are "
     "always read live.",
     second, 24 * hour}};
inline constexpr Span odooOutageAge{{"odoo.outage-age", ValueType::Duration, "12h",
                                     "How old what is shown may be while Odoo is away. Nothing is changed meanwhile.",
                                     60 * second, 7 * 24 * hour}};
inline constexpr Text clinicFile{
    {"clinic.file", ValueType::Path, "", "JSON file with the clinic's data, imported at the start."}};
inline constexpr Text clinicRegion{
    {"clinic.region", ValueType::Text, "IL",
     "The country (ISO 3166, two letters) of phone numbers written without a country code."}};

inline constexpr Text odooUrl{
    {"odoo.url", ValueType::Text, "",
     "Where the clinic's Odoo answers: https://odoo.clinic.example. Its password or API key is the secret odoo.secret. "
     "Empty: there is none."}};
inline constexpr Text odooDatabase{
    {"odoo.database", ValueType::Text, "",
     "The name of Odoo's database; empty: its only one, where the server tells which it has."}};
inline constexpr Text odooLogin{{"odoo.login", ValueType::Text, "", "The login of Delpek's own user in Odoo."}};
inline constexpr Number odooCompany{
    {"odoo.company", ValueType::Integer, "0",
     "The id of the company in Odoo that Delpek acts for, where there are several; 0: the user's own.", 0, 2147483647}};
inline constexpr Text odooProtocol{{"odoo.protocol", ValueType::Choice, "auto",
                                    "How Odoo is spoken to; auto takes the best that the server has.", 0, 0,
                                    "auto|json-rpc|json-2|xml-rpc"}};
inline constexpr Text odooKeyExpires{
    {"odoo.key-expires", ValueType::Text, "",
     "The day on which the API key ends, as 2026-09-30, to be warned in time; Odoo shows it when the key is made, from "
     "version 19. Empty: not known."}};
inline constexpr Span odooReadPatience{
    {"odoo.read-patience", ValueType::Duration, "30s", "How long an answer of Odoo may take.", second, 600 * second}};
inline constexpr Span odooChangePatience{
    {"odoo.change-patience", ValueType::Duration, "60s",
     "How long Odoo may take for a change; where two meet, it tries again by itself for half a minute.", second,
     600 * second}};
inline constexpr Number odooCallsAtOnce{
    {"odoo.calls-at-once", ValueType::Integer, "2", "Calls to Odoo under way at the same time.", 1, 16}};

inline constexpr Span escalationsNextAfterEmergency{
    {"escalation.next-after-emergency", ValueType::Duration, "2m",
     "How long an emergency may stay without an acknowledgement before the next on duty is told.", second, hour}};
inline constexpr Span escalationsNextAfterDoctor{{"escalation.next-after-doctor", ValueType::Duration, "15m",
                                                  "The same for a question that a doctor has to answer.", 60 * second,
                                                  24 * hour}};
inline constexpr Number escalationsRounds{
    {"escalation.rounds", ValueType::Integer, "3",
     "How often everybody in line is told of one escalation before only the desk is warned.", 1, 20}};
inline constexpr Switch escalationsNotifyRoutine{{"escalation.notify-routine", ValueType::Boolean, "false",
                                                  "Whether routine escalations, too, are told outside of the desk."}};

inline constexpr Text notifySmsAccount{
    {"notify.sms.account", ValueType::Text, "",
     "The account (AC...) at Twilio that sends text messages to the staff; its token is the secret twilio.auth-token. "
     "Empty: no text messages."}};
inline constexpr Text notifySmsFrom{
    {"notify.sms.from", ValueType::Text, "",
     "Who sends them: a number of the account, as +972520000000, or a messaging service (MG...)."}};
inline constexpr Text notifySmsApiBase{
    {"notify.sms.api-base", ValueType::Text, "https://api.twilio.com", "Where Twilio answers."}};
inline constexpr Text notifyEmailBy{
    {"notify.email.by", ValueType::Choice, "off",
     "How e-mail goes to the staff: off, by a mail server of the clinic's (smtp), or by "
     "SendGrid.",
     0, 0, "off|smtp|sendgrid"}};
inline constexpr Text notifyEmailFrom{{"notify.email.from", ValueType::Text, "",
                                       "The address that e-mail to the staff comes from: desk@clinic.example."}};
inline constexpr Text notifyEmailFromName{
    {"notify.email.from-name", ValueType::Text, "Delpek", "The name beside that address."}};
inline constexpr Text notifyEmailSmtpHost{
    {"notify.email.smtp-host", ValueType::Text, "", "The mail server, as its certificate names it."}};
inline constexpr Number notifyEmailSmtpPort{
    {"notify.email.smtp-port", ValueType::Integer, "465",
     "Its port for submission: 465 begins with TLS, any other (587) needs STARTTLS.", 1, 65535}};
inline constexpr Text notifyEmailSmtpUser{
    {"notify.email.smtp-user", ValueType::Text, "",
     "The login at the mail server; its password is the secret smtp.password. Empty: none is needed."}};
inline constexpr Text notifyEmailSmtpAuthorities{
    {"notify.email.smtp-authorities", ValueType::Path, "",
     "A PEM file with the certificates to trust instead of the system's, for a mail server with a certificate of its "
     "own."}};
inline constexpr Text notifyEmailSendgridBase{
    {"notify.email.sendgrid-base", ValueType::Text, "https://api.sendgrid.com",
     "Where SendGrid answers (https://api.eu.sendgrid.com in the EU); its key is the secret sendgrid.api-key."}};
inline constexpr Switch notifyTelegram{{"notify.telegram", ValueType::Boolean, "false",
                                        "Whether the clinic's Telegram bot, where it runs, also tells the staff."}};
inline constexpr Text notifyTelling{
    {"notify.telling", ValueType::Choice, "reason",
     "What a notice tells of the patient beside the name: nothing, the reason in our own "
     "words, or also the patient's last words.",
     0, 0, "nothing|reason|words"}};
inline constexpr Number privacyKeepDays{
    {"privacy.keep-days", ValueType::Integer, "0",
     "After how many days without a word a conversation is erased, with its files, and what is remembered of the "
     "patient (docs/privacy.md). The clinic's records are not touched. 0: never.",
     0, 36500}};
inline constexpr Switch privacyInitialsInNotices{
    {"privacy.initials-in-notices", ValueType::Boolean, "false",
     "Whether a notice to the staff has the patient's initials in place of the name."}};

inline constexpr Text backupFolder{
    {"backup.folder", ValueType::Path, "",
     "Where copies of the clinic's data go (docs/backup.md): a folder on another disk. Empty: none is made."}};
inline constexpr Text backupAt{
    {"backup.at", ValueType::Text, "",
     "The time of day at which one is made, on this machine's clock: 21:30. Empty: only when somebody asks."}};
inline constexpr Number backupKeep{{"backup.keep", ValueType::Integer, "7",
                                    "How many copies are kept; the oldest go when a new one is verified.", 1, 365}};

inline constexpr Text deskStaffName{
    {"desk.staff-name", ValueType::Text, "",
     "The name under which this desk's person acts; empty: the name of the signed-in user."}};

inline constexpr Span deskSendUndo{
    {"desk.send-undo", ValueType::Duration, "5s",
     "How long what a person sends is held so that it can be taken back; 0 sends at once. In an open emergency nothing "
     "is held.",
     0, 60 * second}};

inline constexpr Text secretsStore{
    {"secrets.store", ValueType::Choice, "auto",
     "Where credentials are kept. auto takes the system keychain and stops when there is none; file is a plain file.",
     0, 0, "auto|keychain|file|environment"}};
inline constexpr Text secretsFile{
    {"secrets.file", ValueType::Path, "{config}/secrets.json", "The file of secrets.store = file."}};

inline constexpr Text logFile{
    {"log.file", ValueType::Path, "", "The log, one JSON object a line; empty: standard error."}};
inline constexpr Text logLevel{{"log.level", ValueType::Choice, "info", "The least grave entries that are written.", 0,
                                0, "debug|info|warning|error"}};
inline constexpr Number logMaxSize{{"log.max-size", ValueType::Bytes, "10MiB",
                                    "The size at which the log file is put aside and a new one begun.", 4096,
                                    1024 * mebibyte}};
inline constexpr Number logKeep{{"log.keep", ValueType::Integer, "5", "Log files put aside that are kept.", 0, 1000}};

inline constexpr Number outboxRatePerMinute{{"outbox.rate-per-minute", ValueType::Integer, "60",
                                             "Messages an agent may send in a minute, for each conversation.", 1,
                                             6000}};
inline constexpr Number outboxBurst{
    {"outbox.burst", ValueType::Integer, "10",
     "Messages of an agent that may go out at once after a pause, for each conversation.", 1, 1000}};
inline constexpr Span outboxUnknownAfter{
    {"outbox.unknown-after", ValueType::Duration, "2m",
     "How long a sending may stay without a receipt before it counts as unknown and a person is asked.", second,
     24 * hour}};

} // namespace keys

/// All settings in the order in which they are documented. A key above that is missing here cannot be set or read.
std::span<const KeySpec* const> allKeys();
const KeySpec* findKey(QStringView name);
/// The name closest in spelling, if one is close enough to be a likely slip.
const KeySpec* nearestKey(const QString& name);
/// "listen.max-body" as "DELPEK_LISTEN_MAX_BODY".
QString environmentName(const KeySpec& key);
/// True for names that by their last part belong in the secret store ("whatsapp.access-token").
bool looksLikeSecret(const QString& name);

} // namespace delpek::config
