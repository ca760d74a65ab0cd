// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/bookreader.h"

namespace delpek::clinic
{

struct MergeEntry {
    qint64 id = 0;
    QString kept;
    QString merged;
    QString author;
    base::Instant mergedAt;
    std::optional<base::Instant> undoneAt;
};

/// Joins two cards of one person, and takes them apart again, inside one write of the store. Everything of the merged
/// card goes to the kept one: visits, invoices, notes, plan, phones, wishes; allergies and flags are united, what the
/// kept card lacks is filled in. The log holds each thing that moved, so that undoing gives back just these and leaves
/// what came later, and what another card that is still joined brought too. The merged card's id reads the kept card as
/// long.
class PatientMerge
{
public:
    PatientMerge(store::Session& session, base::Instant now, QString author)
        : m_session(session)
        , m_now(now)
        , m_author(std::move(author))
    {
    }

    /// Gives the merge's id. InvalidInput for a card with itself, Conflict when one of them is merged already.
    Result<qint64> merge(const QString& kept, const QString& merged);
    /// Conflict when it is undone already, or when the kept card was itself merged since: undo that first.
    Result<Done> undo(qint64 id);
    /// NotFound for an id that is none.
    Result<MergeEntry> find(qint64 id);
    /// A card and those that were merged into it, directly or by another one. For an id of no card: the id.
    Result<QStringList> cardsOf(const QString& patient);
    /// Cards of their own, merged and retired ones left out.
    Result<std::vector<domain::Patient>> bornOn(QDate day);
    /// Of a card, either way round, oldest first.
    Result<std::vector<MergeEntry>> of(const QString& patient);

private:
    struct Item {
        QString kind;
        QString item;
        QString before;
        QString after;
    };
    /// Another card that is joined with the kept one.
    struct Other {
        qint64 merge = 0;
        QString value;
    };

    Result<std::vector<MergeEntry>> entries(const QString& where, const QVariantList& values);
    Result<Done> requireOwn(const QString& id);
    Result<Done> note(const Item& item);
    Result<Done> noteIn(qint64 merge, const Item& item);
    Result<QStringList> column(const QString& sql, const QVariantList& values);
    Result<Done> moveRows(const QString& table, const QString& key);
    Result<Done> moveNumbered(const QString& table);
    Result<Done> movePhones();
    Result<Done> unite(const QString& column);
    Result<Done> fillIn(const QString& column);
    Result<Done> giveBack(const Item& item);
    Result<std::vector<Other>> stillJoined(const QString& column);
    Result<Done> giveBackWord(const Item& item);
    Result<Done> giveBackField(const Item& item);
    Result<Done> giveBackPhone(const Item& item);

    store::Session& m_session;
    base::Instant m_now;
    QString m_author;
    qint64 m_id = 0;
    QString m_kept;
    QString m_merged;
};

} // namespace delpek::clinic
