// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/clinicfacts.h"
#include "domain/conversation.h"

#include <QUrl>

namespace delpek::desk
{

/// Past visits are shown of the last three years, and at most so many of each patient.
inline constexpr size_t maxPastVisits = 50;
/// A search for cards gives at most so many.
inline constexpr int maxFoundCards = 20;
/// How long a code for parents can hold.
inline constexpr base::Duration shortestCode = std::chrono::hours(1);
inline constexpr base::Duration longestCode = std::chrono::hours(24 * 366);

/// Whether an agent found out in the last day who writes, by what the patient said. It counts for the conversation, not
/// for one of several people on its phone.
struct IdentityState {
    enum class Kind { Untold, Established, NotEstablished, TriesUsedUp };
    Kind kind = Kind::Untold;
    base::Instant at = {}; ///< of the last try
};

/// The newest code by which the parents of a child prove who they are. The code itself is told once and kept nowhere.
struct ParentCodeState {
    enum class Kind { Good, Locked, Ended, Expired };
    Kind kind = Kind::Good;
    QString madeBy;
    base::Instant madeAt;
    base::Instant expiresAt;
    int wrongTries = 0; ///< since the last right one
};

/// A card that was joined with the one on which it stands.
struct JoinedCard {
    qint64 id = 0; ///< of the joining, to undo it
    QString patient;
    domain::Bilingual name;
    QString by;
    base::Instant at;
};

/// A card that is perhaps of the same person: of one name, and on the same phone or born on the same day,
/// and nobody said that they are two.
struct CardDouble {
    QString patient;
    domain::Bilingual name;
    QDate birthDate;
};

/// All that the records hold of one patient, and what was done with the card.
struct PatientRecord {
    domain::Patient patient; ///< with plan and notes
    std::vector<domain::Phone> phones;
    std::vector<domain::Appointment> pastVisits; ///< the last first
    std::vector<domain::Appointment> nextVisits; ///< booked, in order of start
    std::vector<domain::Invoice> invoices;       ///< open ones first, then the newest
    std::optional<Error> visitsError;            ///< why the visits cannot be read
    std::optional<Error> invoicesError;
    std::vector<JoinedCard> joined; ///< that can be undone
    std::vector<CardDouble> doubles;
    std::optional<ParentCodeState> code;
    QUrl link; ///< the record in the clinic's Odoo, https; empty: there is none to open
};

/// A new patient, as staff enters one.
struct NewCard {
    QString reference; ///< of the form: the same again gives the card that is there
    domain::Bilingual name;
    QString phone;   ///< as it was typed; empty: not known
    QDate birthDate; ///< null: not known
    domain::Gender gender = domain::Gender::Unknown;
    domain::Language language = domain::Language::Hebrew;
};

/// The patients under a conversation's phone and those tied to it, each for themselves.
struct PhoneRecords {
    bool ownBook = false; ///< the records are ours: cards can be joined here
    IdentityState identity;
    std::vector<PatientRecord> records; ///< in the order of PatientSide::patients
};

/// The cards of patients beside a conversation: plan, past visits, invoices; joining the cards of one person; codes for
/// parents. As Desk: any thread, answers later, blocks nowhere. Reading needs Right::See. Joining, undoing it and
/// searching for it need ManageClinic: what is known of two people, allergies among it, becomes one. Codes need
/// KeepBook, parents ask for them at the desk; so do saying that two cards are of two people, and finding, tying and
/// adding the card of who writes. The audit log holds ids, never names or codes.
class PatientCards
{
public:
    virtual ~PatientCards() = default;

    virtual Future<PhoneRecords> of(domain::ConversationId id) = 0;
    /// One card, to compare it. An id that was joined gives the kept card.
    virtual Future<PatientRecord> record(const QString& patient) = 0;
    /// Where one can write with the patient of this card: the conversations of its numbers, and those to which it is
    /// tied; the one that was active last comes first. NotFound without the card.
    virtual Future<std::vector<domain::Conversation>> conversationsOf(const QString& patient) = 0;
    /// By part of a name or by a phone number; none for an empty text. Unsupported where the records are not ours.
    virtual Future<std::vector<domain::Patient>> find(const QString& text) = 0;

    /// Whose card may be tied: as find(), and where the records are not ours by a phone number (Unsupported for a
    /// name).
    virtual Future<std::vector<domain::Patient>> lookFor(const QString& text) = 0;
    /// Says that the patient of this card is one of those who write there: every desk shows the card beside that
    /// person's conversations. To an agent it proves nothing: who writes is asked as ever. The same again changes
    /// nothing.
    virtual Future<Done> tie(domain::ConversationId id, const QString& patient) = 0;
    /// Takes that back; nothing when it was not said.
    virtual Future<Done> untie(domain::ConversationId id, const QString& patient) = 0;
    /// Makes a card and ties it, and gives it; where there is one of this name, phone and birth date, that one. An
    /// invalid conversation: whoever is entered does not write, nothing is tied.
    /// InvalidInput without a name, for what is no phone number, and for a birth date that is ahead.
    virtual Future<domain::Patient> add(domain::ConversationId id, const NewCard& card) = 0;

    /// Everything of `joined` goes to `kept`; its id reads the kept card from then on. Gives the joining's id.
    /// InvalidInput for a card with itself, Conflict when one of them is joined already, Unsupported where the records
    /// are not ours.
    virtual Future<qint64> join(const QString& kept, const QString& joined) = 0;
    /// Gives back what came by the joining; what came later stays with the kept card. Conflict when it is undone
    /// already, or the kept card was itself joined since.
    virtual Future<Done> separate(qint64 joining) = 0;

    /// That two cards, one of which may be suggested beside the other (CardDouble), are of two people: no desk suggests
    /// it from then on, as long as a conversation of whoever writes in `seenIn` is kept. Joining them stays possible.
    /// InvalidInput for a card with itself, Conflict when they were joined meanwhile. The same again changes nothing.
    virtual Future<Done> keepApart(domain::ConversationId seenIn, const QString& patient, const QString& other) = 0;

    /// Makes a code that holds so long, in place of earlier ones, and gives it this one time. InvalidInput for a time
    /// that is too short or too long. Takes a good part of a second.
    virtual Future<QString> makeCode(const QString& patient, base::Duration holds) = 0;
    /// Gives how many codes of the patient ended.
    virtual Future<int> endCodes(const QString& patient) = 0;
};

} // namespace delpek::desk
