// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/searchmodel.h"

#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/notes/notewords.h"
#include "ui/problembar.h"
#include "ui/wording.h"

namespace delpek::ui
{

namespace
{

constexpr int pageSize = 40;
const auto source = QStringLiteral("search");

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
    return !parent.isValid() && m_next.isValid() && !m_loading;
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
    if (!page->hits.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + int(page->hits.size()) - 1);
        m_hits.insert(m_hits.end(), page->hits.begin(), page->hits.end());
        endInsertRows();
    }
    Q_EMIT loaded();
}

QString SearchModel::sentence(const desk::SearchHit& hit) const
{
    const QStringList parts{words::title(hit.conversation), words::channel(hit.conversation.address.channel),
                            hitSource(hit), hit.snippet.text, words::stamp(hit.at, m_context.desk.now())};
    return parts.join(QStringLiteral(", "));
}

} // namespace delpek::ui
