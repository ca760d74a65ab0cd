// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/message.h"
#include "http/client.h"

#include <QStringList>

namespace delpek::channels
{
struct Outgoing;
struct OutgoingFile;
} // namespace delpek::channels

namespace delpek::channels::waha
{

/// Where a clinic's session lives.
struct Endpoint {
    QUrl apiBase;    ///< "http://127.0.0.1:3000"
    QString session; ///< "default"
};

/// One call that changes something. `path` is percent-encoded, below the API's address.
struct Call {
    QByteArray verb = "POST";
    QString path;
    base::Json body;
};

// WAHA names no limits; these are ours. WhatsApp folds longer texts, and shrinks or refuses larger media.
inline constexpr int maxText = 4096;    ///< UTF-16 units
inline constexpr int maxCaption = 1024; ///< UTF-16 units
inline constexpr qint64 maxFile = 16LL * 1024 * 1024;

/// The call that sends a message: sendText, sendImage, sendVoice, sendVideo, sendFile or sendLocation. Options are
/// numbered lines: WhatsApp shows the buttons of a linked device to hardly anybody (WAHA, "Send messages", sendButtons
/// and sendList). InvalidInput when there is nothing to say or too much, the file cannot go (checkFile), or there is
/// nobody to send to. The quoted message is taken to be the patient's; only a text can quote.
Result<Call> sendCall(const Outgoing& outgoing, const QString& session);

/// The words with the options below, as they go out; empty when there are none. InvalidInput beyond `most` UTF-16
/// units.
Result<QString> wordsOf(const QString& words, const std::vector<domain::Option>& options, int most);

/// InvalidInput for an empty file, one beyond 16 MB and a sticker. JPEG and PNG go as pictures, MP4 as a video, spoken
/// Ogg or what WAHA makes Ogg of as a voice note, everything else, and a voice note with words to it, as a document.
/// WEBJS sends videos from the Chrome image of WAHA only, and refuses them elsewhere.
Result<Done> checkFile(const OutgoingFile& file);

/// sendSeen: all of the chat, or those messages of the patient (engines NOWEB and GOWS; the others pass over the list).
Call seenCall(const QString& chat, const QStringList& messageIds, const QString& session);
/// startTyping or stopTyping.
Call typingCall(const QString& chat, bool typing, const QString& session);
/// Our reaction to the patient's message; an empty emoji takes it back.
Call reactionCall(const QString& chat, const QString& messageId, const QString& emoji, const QString& session);
/// New words for our message.
Call editCall(const QString& chat, const QString& messageId, const QString& text, const QString& session);

http::Request request(const Endpoint& endpoint, const QString& key, const Call& call, base::Duration timeout);

/// GET of `path`, percent-encoded, with its query behind "?".
http::Request lookUp(const Endpoint& endpoint, const QString& key, const QString& path, base::Duration timeout);
/// "/api/<session><rest>": where a session keeps its chats and ids.
QString sessionPath(const QString& session, const QString& rest);
/// A segment of a path: "@" is written as %40.
QString segment(const QString& text);

/// GET of the session with its status.
http::Request sessionRequest(const Endpoint& endpoint, const QString& key, base::Duration timeout);

} // namespace delpek::channels::waha
