// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/searchmodel.h"

#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/notes/notewords.h"
#include "ui/problembar.h"
#include "ui/wording.h"

#include <algorithm>
#include <utility>

namespace delpek::ui
{

namespace
{

constexpr int pageSize = 40;
/// Rows that are asked for beyond those shown: what is new pushes no row out of the answer.
constexpr int refreshMargin = 20;
const auto source = QStringLiteral("search");

/// The same place, though the words around it may have changed. Notes below one message differ by their time.
bool isSamePlace(const desk::SearchHit& one, const desk::SearchHit& other)
{
    return one.kind == other.kind && one.conversation.id == other.conversation.id && one.message == other.message &&
           (one.kind != desk::HitKind::Note || one.at == other.at);
}

auto placeOf(const std::vector<desk::SearchHit>& hits, const desk::SearchHit& wanted)
{
    return std::ranges::find_if(hits, [&](const auto& hit) { return isSamePlace(hit, wanted); });
}

} // namespace

QString hitSource(const desk::SearchHit& hit)
{
    switch (hit.kind) {
    case desk::HitKind::Name:
        return SearchModel::tr("Name");
    case desk::HitKind::Phone:
        return SearchModel::tr("Phone number");
    case desk::HitKind::Transcript:
        return SearchModel::tr("Voice message");
    case desk::HitKind::Note:
        return notewords::source(hit.authorName);
    case desk::HitKind::Message:
        break;
    }
    const bool incoming = hit.author == domain::AuthorKind::Patient;
    return words::author(hit.author, incoming ? words::title(hit.conversation) : hit.authorName);
}

SearchModel::SearchModel(const Context& context, QObject* parent)
    : QAbstractListModel(parent)
    , m_context(context)
{
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return words::title(hit(index.row()).conversation);
    case Qt::AccessibleTextRole:
        return sentence(hit(index.row()));
    default:
        return {};
    }
}

bool SearchModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_next.isValid() && !m_loading && !m_isRefreshing;
}

void SearchModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    m_loading = true;
    const desk::SearchRequest request{m_text, {}, m_next, {}, pageSize};
    whenDone(m_context.desk.search(request), this, [this, generation = m_generation](const auto& page) {
        if (generation == m_generation) {
            onAnswer(page);
        }
    });
}

void SearchModel::search(const QString& text)
{
    const int generation = ++m_generation;
    m_text = domain::withoutIsolates(text);
    m_next = {};
    m_isRefreshing = false;
    m_isFollowed = true;
    m_loading = !m_text.trimmed().isEmpty();
    if (!m_loading) {
        beginResetModel();
        m_hits.clear();
        endResetModel();
        Q_EMIT loaded();
        return;
    }
    whenDone(m_context.desk.search({m_text, {}, {}, {}, pageSize}), this, [this, generation](const auto& page) {
        if (generation != m_generation) {
            return;
        }
        // The old rows stay until the new ones are here: nothing flickers while somebody types.
        beginResetModel();
        m_hits.clear();
        endResetModel();
        onAnswer(page);
    });
}

void SearchModel::onAnswer(const Result<desk::SearchPage>& page)
{
    m_loading = false;
    m_next = page ? page->next : domain::MessageId{};
    if (!page) {
        m_context.problems.report(source, page.error(), [this] { search(m_text); });
        Q_EMIT loaded();
        return;
    }
    m_context.problems.worked(source);
    m_notYetSearchable = page->notYetSearchable;
    if (const auto hits = withoutErased(page->hits); !hits.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + int(hits.size()) - 1);
        m_hits.insert(m_hits.end(), hits.begin(), hits.end());
        endInsertRows();
    }
    Q_EMIT loaded();
}

void SearchModel::refresh()
{
    if (m_text.trimmed().isEmpty() || m_loading || m_isRefreshing || !m_isFollowed || rowCount() > mostRefreshed) {
        return;
    }
    m_isRefreshing = true;
    const int limit = std::max(pageSize, rowCount() + refreshMargin);
    whenDone(m_context.desk.search({m_text, {}, {}, {}, limit}), this,
             [this, limit, generation = m_generation](const auto& page) {
                 if (generation == m_generation) {
                     onRefreshed(page, limit);
                 }
             });
}

void SearchModel::onRefreshed(const Result<desk::SearchPage>& page, int limit)
{
    if (!page) {
        m_isRefreshing = false;
        if (page.error().code != ErrorCode::Cancelled) {
            m_context.problems.report(source, page.error(), [this] { refresh(); });
        }
        return;
    }
    m_context.problems.worked(source);
    m_notYetSearchable = page->notYetSearchable;
    if (page->next.isValid() && int(page->hits.size()) < limit) {
        // Words in quotation marks are looked for a stretch at a time: what lies behind this one is not told, and to
        // look through all of it again and again is too much.
        m_isRefreshing = false;
        m_isFollowed = false;
        return;
    }
    auto hits = withoutErased(page->hits);
    domain::MessageId next = page->next;
    // The list does not grow at its end by itself.
    while (m_next.isValid() && int(hits.size()) > pageSize && placeOf(m_hits, hits.back()) == m_hits.end()) {
        hits.pop_back();
        next = hits.back().message;
    }
    Q_EMIT refreshing();
    merge(hits);
    m_next = next;
    m_isRefreshing = false;
    Q_EMIT refreshed();
    Q_EMIT loaded();
}

/// Takes out, moves and puts in single rows, so that a view keeps its place.
void SearchModel::merge(const std::vector<desk::SearchHit>& hits)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (placeOf(hits, hit(row)) == hits.end()) {
            beginRemoveRows({}, row, row);
            m_hits.erase(m_hits.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < int(hits.size()); ++row) {
        const auto& wanted = hits[size_t(row)];
        const auto isWanted = [&](const auto& hit) { return isSamePlace(hit, wanted); };
        const int from = int(std::find_if(m_hits.begin() + row, m_hits.end(), isWanted) - m_hits.begin());
        if (from == rowCount()) {
            beginInsertRows({}, row, row);
            m_hits.insert(m_hits.begin() + row, wanted);
            endInsertRows();
        } else if (from > row) {
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_hits.begin() + row, m_hits.begin() + from, m_hits.begin() + from + 1);
            endMoveRows();
        }
        m_hits[size_t(row)] = wanted;
    }
    if (!m_hits.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

std::vector<desk::SearchHit> SearchModel::withoutErased(std::vector<desk::SearchHit> hits) const
{
    std::erase_if(hits, [this](const auto& hit) { return m_erased.contains(hit.conversation.id); });
    return hits;
}

void SearchModel::forget(const std::set<domain::ConversationId>& erased)
{
    m_erased.insert(erased.begin(), erased.end());
    auto left = m_hits;
    if (std::erase_if(left, [&](const auto& hit) { return erased.contains(hit.conversation.id); }) > 0) {
        const bool wasRefreshing = std::exchange(m_isRefreshing, true); // a view asks for no more while rows go
        Q_EMIT refreshing();
        merge(left);
        m_isRefreshing = wasRefreshing;
        Q_EMIT refreshed();
        Q_EMIT loaded();
    }
}

QString SearchModel::sentence(const desk::SearchHit& hit) const
{
    const QStringList parts{words::title(hit.conversation), words::channel(hit.conversation.address.channel),
                            hitSource(hit), hit.snippet.text, words::stamp(hit.at, m_context.desk.now())};
    return parts.join(QStringLiteral(", "));
}

} // namespace delpek::ui
