// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/language.h"

#include <QStringList>

#include <map>
#include <vector>

// The clinic's own short texts. Values and rules; all pure.

namespace delpek::domain
{

inline constexpr int maxQuickReplyName = 60;
inline constexpr int maxQuickReplyText = 1000;

/// A short text that the clinic says often. One of the languages may be missing; fields stand in it in braces.
struct QuickReply {
    QuickReplyId id;
    Bilingual name;
    Bilingual text;
    qint64 version = 0; ///< grows with each change

    friend bool operator==(const QuickReply&, const QuickReply&) = default;
};

/// What a field stands for. In a text it is written by its word in either language: {patient} or {שם המטופל/ת}.
enum class ReplyField { Patient, Clinic, Phone, Address, NextVisit, Doctor, Me };

/// All of them, in the order in which they are offered.
std::vector<ReplyField> replyFields();
/// "next visit"; what stands between the braces.
QString replyFieldWord(ReplyField field, Language language);

/// What is known in one conversation; what is not known has no entry, or an empty text.
using ReplyFacts = std::map<ReplyField, Bilingual>;

/// Why it cannot be kept, as a text key ("quickreply.noName"); empty when it can: a name and a text in at least one
/// language, each language that has one has both, nothing too long.
QString quickReplyFault(const QuickReply& reply);

/// The language in which it is inserted: the wanted one where it has a text in it, else the other.
Language quickReplyLanguage(const QuickReply& reply, Language wanted);

/// The text with what is known in place of the fields. A field that is not known, and whatever else stands in braces,
/// becomes a gap: "‹next visit›".
QString fillQuickReply(const QString& text, Language language, const ReplyFacts& facts);

/// A stretch of a text, in UTF-16 units.
struct Gap {
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const Gap&, const Gap&) = default;
};

/// The gaps that a person has to fill before the text is sent, in order.
std::vector<Gap> gapsIn(const QString& text);

/// The replies that are meant by what was typed: all without a word of it; else those whose name begins with it, then
/// those with a word of the name that does, then those that hold it, in both languages, in the clinic's order.
std::vector<QuickReply> findQuickReplies(const std::vector<QuickReply>& replies, const QString& typed);

} // namespace delpek::domain
