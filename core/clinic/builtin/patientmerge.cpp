// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/patientmerge.h"

#include "clinic/builtin/bookchecks.h"
#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/booklock.h"

namespace delpek::clinic
{

namespace
{

const auto DroppedPhone = QStringLiteral("patient_phone.dropped");

Result<Done> done(Result<int> touched)
{
    return touched.map([](int) { return Done{}; });
}

/// The column that names a row of a table whose rows move whole.
QString keyOf(const QString& table)
{
    return table == QLatin1String("invoice")        ? QStringLiteral("number")
           : table == QLatin1String("waiting_wish") ? QStringLiteral("reference")
                                                    : QStringLiteral("id");
}

} // namespace

Result<Done> PatientMerge::requireOwn(const QString& id)
{
    const auto into = column(QStringLiteral("SELECT merged_into FROM patient WHERE id = ?"), {id});
    if (!into) {
        return fail(into.error());
    }
    if (into->isEmpty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("no patient has the id \"%1\"").arg(id));
    }
    if (!into->front().isEmpty()) {
        return fail(ErrorCode::Conflict, QStringLiteral("card %1 was joined with card %2").arg(id, into->front()),
                    QStringLiteral("book.merged-already"));
    }
    return Done{};
}

Result<Done> PatientMerge::note(const Item& item)
{
    return noteIn(m_id, item);
}

Result<Done> PatientMerge::noteIn(qint64 merge, const Item& item)
{
    return done(m_session.execute(
        QStringLiteral("INSERT INTO patient_merge_item (merge, kind, item, before, after) VALUES (?, ?, ?, ?, ?) "
                       "ON CONFLICT DO NOTHING"),
        {merge, item.kind, item.item, item.before, item.after}));
}

Result<QStringList> PatientMerge::column(const QString& sql, const QVariantList& values)
{
    auto rows = m_session.run(sql, values);
    if (!rows) {
        return fail(rows.error());
    }
    QStringList texts;
    while (rows->next()) {
        texts << rows->text(0);
    }
    return texts;
}

Result<Done> PatientMerge::moveRows(const QString& table, const QString& key)
{
    const auto ids =
        column(QStringLiteral("SELECT %1 FROM %2 WHERE patient = ? ORDER BY %1").arg(key, table), {m_merged});
    if (!ids) {
        return fail(ids.error());
    }
    for (const auto& id : *ids) {
        if (auto noted = note({table, id, m_merged, m_kept}); !noted) {
            return noted;
        }
    }
    return done(m_session.execute(QStringLiteral("UPDATE %1 SET patient = ? WHERE patient = ?").arg(table),
                                  {m_kept, m_merged}));
}

/// Notes and plan are counted within a card: those that come are counted on.
Result<Done> PatientMerge::moveNumbered(const QString& table)
{
    const auto numbers =
        column(QStringLiteral("SELECT position FROM %1 WHERE patient = ? ORDER BY position").arg(table), {m_merged});
    const auto last =
        column(QStringLiteral("SELECT COALESCE(MAX(position), 0) FROM %1 WHERE patient = ?").arg(table), {m_kept});
    if (!numbers || !last) {
        return fail(numbers ? last.error() : numbers.error());
    }
    qint64 next = last->front().toLongLong();
    for (const auto& number : *numbers) {
        ++next;
        if (auto noted = note({table, QString::number(next), number, QString::number(next)}); !noted) {
            return noted;
        }
        const auto moved = m_session.execute(
            QStringLiteral("UPDATE %1 SET patient = ?, position = ? WHERE patient = ? AND position = ?").arg(table),
            {m_kept, next, m_merged, number.toLongLong()});
        if (!moved) {
            return fail(moved.error());
        }
    }
    return Done{};
}

Result<Done> PatientMerge::movePhones()
{
    const auto theirs = column(
        QStringLiteral("SELECT phone FROM patient_phone WHERE patient = ? ORDER BY position, phone"), {m_merged});
    const auto own = column(QStringLiteral("SELECT phone FROM patient_phone WHERE patient = ?"), {m_kept});
    const auto last =
        column(QStringLiteral("SELECT COALESCE(MAX(position), 0) FROM patient_phone WHERE patient = ?"), {m_kept});
    if (!theirs || !own || !last) {
        return fail(!theirs ? theirs.error() : !own ? own.error() : last.error());
    }
    qint64 position = last->front().toLongLong();
    qint64 before = 0;
    for (const auto& phone : *theirs) {
        const bool shared = own->contains(phone);
        if (auto noted =
                note({shared ? DroppedPhone : QStringLiteral("patient_phone"), phone, QString::number(before++), {}});
            !noted) {
            return noted;
        }
        const auto moved =
            shared ? m_session.execute(QStringLiteral("DELETE FROM patient_phone WHERE patient = ? AND phone = ?"),
                                       {m_merged, phone})
                   : m_session.execute(QStringLiteral("UPDATE patient_phone SET patient = ?, position = ? "
                                                      "WHERE patient = ? AND phone = ?"),
                                       {m_kept, ++position, m_merged, phone});
        if (!moved) {
            return fail(moved.error());
        }
    }
    return Done{};
}

Result<Done> PatientMerge::unite(const QString& name)
{
    const QString sql = QStringLiteral("SELECT %1 FROM patient WHERE id = ?").arg(name);
    const auto own = column(sql, {m_kept});
    const auto theirs = column(sql, {m_merged});
    if (!own || !theirs) {
        return fail(own ? theirs.error() : own.error());
    }
    QStringList words = listFromColumn(own->front());
    for (const auto& word : listFromColumn(theirs->front())) {
        if (words.contains(word)) {
            continue;
        }
        words << word;
        if (auto noted = note({QStringLiteral("patient.") + name, word, {}, word}); !noted) {
            return noted;
        }
    }
    return done(m_session.execute(QStringLiteral("UPDATE patient SET %1 = ? WHERE id = ?").arg(name),
                                  {listToColumn(words), m_kept}));
}

Result<Done> PatientMerge::fillIn(const QString& name)
{
    const QString sql = QStringLiteral("SELECT %1 FROM patient WHERE id = ?").arg(name);
    const auto own = column(sql, {m_kept});
    const auto theirs = column(sql, {m_merged});
    if (!own || !theirs) {
        return fail(own ? theirs.error() : own.error());
    }
    if (!own->front().isEmpty() || theirs->front().isEmpty()) {
        return Done{};
    }
    if (auto noted = note({QStringLiteral("patient"), name, {}, theirs->front()}); !noted) {
        return noted;
    }
    return done(m_session.execute(QStringLiteral("UPDATE patient SET %1 = ? WHERE id = ?").arg(name),
                                  {theirs->front(), m_kept}));
}

Result<qint64> PatientMerge::merge(const QString& kept, const QString& merged)
{
    if (kept == merged) {
        return refuse(QStringLiteral("merge"), QStringLiteral("choose two cards"), "book.merge");
    }
    if (const auto ready = lockBook(m_session).and_then([&](Done) { return requireOwn(kept); }).and_then([&](Done) {
            return requireOwn(merged);
        });
        !ready) {
        return fail(ready.error());
    }
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO patient_merge (kept, merged, author, merged_at) VALUES (?, ?, ?, ?) RETURNING id"),
        {kept, merged, m_author, qint64(base::toMillis(m_now))});
    if (!id) {
        return fail(id.error());
    }
    m_id = id->value_or(0);
    m_kept = kept;
    m_merged = merged;
    auto moved = Result<Done>(Done{});
    for (const char* table : {"appointment", "invoice", "waiting_wish"}) {
        moved = moved.and_then([&](Done) { return moveRows(QLatin1String(table), keyOf(QLatin1String(table))); });
    }
    for (const char* table : {"note", "plan_item"}) {
        moved = moved.and_then([&](Done) { return moveNumbered(QLatin1String(table)); });
    }
    moved = moved.and_then([&](Done) { return movePhones(); });
    for (const char* words : {"allergies", "flags"}) {
        moved = moved.and_then([&](Done) { return unite(QLatin1String(words)); });
    }
    for (const char* field : {"name_he", "name_en", "birth_date", "gender", "email"}) {
        moved = moved.and_then([&](Done) { return fillIn(QLatin1String(field)); });
    }
    moved = moved.and_then([&](Done) {
        return done(
            m_session.execute(QStringLiteral("UPDATE patient SET merged_into = ? WHERE id = ?"), {kept, merged}));
    });
    if (!moved) {
        return fail(moved.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return m_id;
}

/// What the other cards that are still joined with the kept one hold in a column, oldest merge first.
Result<std::vector<PatientMerge::Other>> PatientMerge::stillJoined(const QString& name)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT patient_merge.id, patient.%1 FROM patient_merge JOIN patient ON patient.id = merged "
                       "WHERE kept = ? AND merged_into = kept AND undone_at IS NULL AND patient_merge.id <> ? "
                       "ORDER BY patient_merge.id")
            .arg(name),
        {m_kept, m_id});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Other> found;
    while (rows->next()) {
        found.push_back({rows->integer(0), rows->text(1)});
    }
    return found;
}

/// An allergy or a flag that came with the merged card; not when somebody has taken it off since, nor while another
/// card that is joined here has it too: then it goes when that one goes.
Result<Done> PatientMerge::giveBackWord(const Item& item)
{
    const QString name = item.kind.mid(QStringLiteral("patient.").size());
    const auto own = column(QStringLiteral("SELECT %1 FROM patient WHERE id = ?").arg(name), {m_kept});
    const auto others = stillJoined(name);
    if (!own || !others) {
        return fail(own ? others.error() : own.error());
    }
    QStringList words = listFromColumn(own->front());
    if (!words.contains(item.item)) {
        return Done{};
    }
    for (const auto& other : *others) {
        if (listFromColumn(other.value).contains(item.item)) {
            return noteIn(other.merge, item);
        }
    }
    words.removeOne(item.item);
    return done(m_session.execute(QStringLiteral("UPDATE patient SET %1 = ? WHERE id = ?").arg(name),
                                  {listToColumn(words), m_kept}));
}

/// What was filled in from the merged card, as long as nobody wrote something else; another card that is joined here
/// fills it in instead.
Result<Done> PatientMerge::giveBackField(const Item& item)
{
    const auto others = stillJoined(item.item);
    if (!others) {
        return fail(others.error());
    }
    const auto other = std::ranges::find_if(*others, [](const Other& one) { return !one.value.isEmpty(); });
    const QString left = other == others->end() ? QString() : other->value;
    const auto changed = m_session.execute(
        QStringLiteral("UPDATE patient SET %1 = ? WHERE id = ? AND %1 = ?").arg(item.item), {left, m_kept, item.after});
    if (!changed || *changed == 0 || left.isEmpty()) {
        return done(changed);
    }
    return noteIn(other->merge, {item.kind, item.item, {}, left});
}

/// A phone that came with the merged card, or that both had. It stays with the kept card as well while another card
/// that is joined here had it too: then it goes when that one goes.
Result<Done> PatientMerge::giveBackPhone(const Item& item)
{
    if (item.kind != DroppedPhone) {
        const auto others = column(
            QStringLiteral("SELECT patient_merge.id FROM patient_merge JOIN patient_merge_item ON "
                           "patient_merge_item.merge = patient_merge.id WHERE kept = ? AND undone_at IS NULL "
                           "AND patient_merge.id <> ? AND kind IN (?, ?) AND item = ? ORDER BY patient_merge.id"),
            {m_kept, m_id, QStringLiteral("patient_phone"), DroppedPhone, item.item});
        if (!others) {
            return fail(others.error());
        }
        const auto moved =
            others->isEmpty()
                ? m_session.execute(QStringLiteral("DELETE FROM patient_phone WHERE patient = ? AND phone = ?"),
                                    {m_kept, item.item})
                : m_session.execute(
                      QStringLiteral(
                          "UPDATE patient_merge_item SET kind = ? WHERE merge = ? AND kind = ? AND item = ?"),
                      {QStringLiteral("patient_phone"), others->front().toLongLong(), DroppedPhone, item.item});
        if (!moved) {
            return fail(moved.error());
        }
    }
    return done(m_session.execute(QStringLiteral("INSERT INTO patient_phone (patient, phone, position) "
                                                 "VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                                  {m_merged, item.item, item.before.toInt()}));
}

Result<Done> PatientMerge::giveBack(const Item& item)
{
    if (item.kind == QLatin1String("note") || item.kind == QLatin1String("plan_item")) {
        return done(m_session.execute(
            QStringLiteral("UPDATE %1 SET patient = ?, position = ? WHERE patient = ? AND position = ?").arg(item.kind),
            {m_merged, item.before.toLongLong(), m_kept, item.after.toLongLong()}));
    }
    if (item.kind == QLatin1String("patient_phone") || item.kind == DroppedPhone) {
        return giveBackPhone(item);
    }
    if (item.kind == QLatin1String("patient")) {
        return giveBackField(item);
    }
    if (item.kind.startsWith(QLatin1String("patient."))) {
        return giveBackWord(item);
    }
    return done(m_session.execute(
        QStringLiteral("UPDATE %1 SET patient = ? WHERE %2 = ? AND patient = ?").arg(item.kind, keyOf(item.kind)),
        {m_merged, item.item, m_kept}));
}

Result<Done> PatientMerge::undo(qint64 id)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    m_id = id;
    {
        auto rows =
            m_session.run(QStringLiteral("SELECT kept, merged, undone_at FROM patient_merge WHERE id = ?"), {id});
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->next()) {
            return fail(ErrorCode::NotFound, QStringLiteral("no merge has the id %1").arg(id));
        }
        if (!rows->isNull(2)) {
            return fail(ErrorCode::Conflict, QStringLiteral("merge %1 is undone already").arg(id),
                        QStringLiteral("book.merge-undone"));
        }
        m_kept = rows->text(0);
        m_merged = rows->text(1);
    }
    if (const auto own = requireOwn(m_kept); !own) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("card %1 was itself joined with another since; undo that first").arg(m_kept),
                    QStringLiteral("book.merge-undone"));
    }
    std::vector<Item> items;
    {
        auto rows = m_session.run(
            QStringLiteral("SELECT kind, item, before, after FROM patient_merge_item WHERE merge = ?"), {id});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            items.push_back({rows->text(0), rows->text(1), rows->text(2), rows->text(3)});
        }
    }
    for (const auto& item : items) {
        if (auto given = giveBack(item); !given) {
            return given;
        }
    }
    const auto apart =
        m_session.execute(QStringLiteral("UPDATE patient SET merged_into = '' WHERE id = ?"), {m_merged});
    const auto undone = m_session.execute(QStringLiteral("UPDATE patient_merge SET undone_at = ? WHERE id = ?"),
                                          {qint64(base::toMillis(m_now)), id});
    if (!apart || !undone) {
        return fail(apart ? undone.error() : apart.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<std::vector<MergeEntry>> PatientMerge::of(const QString& patient)
{
    return entries(QStringLiteral("kept = ? OR merged = ?"), {patient, patient});
}

Result<MergeEntry> PatientMerge::find(qint64 id)
{
    const auto found = entries(QStringLiteral("id = ?"), {id});
    if (!found) {
        return fail(found.error());
    }
    return found->empty()
               ? Result<MergeEntry>(fail(ErrorCode::NotFound, QStringLiteral("no merge has the id %1").arg(id)))
               : Result<MergeEntry>(found->front());
}

Result<std::vector<MergeEntry>> PatientMerge::entries(const QString& where, const QVariantList& values)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, kept, merged, author, merged_at, undone_at FROM patient_merge "
                                             "WHERE %1 ORDER BY id")
                                  .arg(where),
                              values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<MergeEntry> found;
    while (rows->next()) {
        found.push_back(
            {rows->integer(0), rows->text(1), rows->text(2), rows->text(3), rows->instant(4), rows->maybeInstant(5)});
    }
    return found;
}

Result<QStringList> PatientMerge::cardsOf(const QString& patient)
{
    QStringList all{patient};
    for (qsizetype next = 0; next < all.size(); ++next) {
        const auto merged =
            column(QStringLiteral("SELECT id FROM patient WHERE merged_into = ? ORDER BY id"), {all[next]});
        if (!merged) {
            return fail(merged.error());
        }
        for (const auto& id : *merged) {
            if (!all.contains(id)) {
                all << id;
            }
        }
    }
    return all;
}

Result<std::vector<domain::Patient>> PatientMerge::bornOn(QDate day)
{
    const auto ids = column(QStringLiteral("SELECT id FROM patient WHERE birth_date = ? AND retired = 0 AND "
                                           "merged_into = '' ORDER BY position, id"),
                            {day.toString(Qt::ISODate)});
    if (!ids) {
        return fail(ids.error());
    }
    std::vector<domain::Patient> found;
    for (const auto& id : *ids) {
        auto card = BookReader(m_session).patientById(id);
        if (!card) {
            return fail(card.error());
        }
        found.push_back(std::move(*card));
    }
    return found;
}

} // namespace delpek::clinic
