// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewmodel.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/reviews/reviewwords.h"
#include "ui/wording.h"

namespace delpek::ui
{

namespace
{

const auto reviewListSource = QStringLiteral("review.list");
constexpr int pageSize = 50;
constexpr int mostAgain = 500;

} // namespace

ReviewModel::ReviewModel(const Context& context, QObject* parent)
    : QAbstractTableModel(parent)
    , m_context(context)
{
}

void ReviewModel::read(const desk::ReviewRequest& request)
{
    // Whoever follows the rows asks for none before the first are in.
    m_reading = true;
    beginResetModel();
    m_request = request;
    m_rows.clear();
    m_next.reset();
    endResetModel();
    ask(true, pageSize);
}

void ReviewModel::readAgain()
{
    ask(true, std::clamp(rowCount(), pageSize, mostAgain));
}

void ReviewModel::ask(bool anew, int limit)
{
    m_reading = true;
    m_failed = false;
    Q_EMIT stateChanged();
    auto request = m_request;
    request.after = anew ? std::nullopt : m_next;
    request.limit = limit;
    whenDone(m_context.desk.reviews().page(request), this, [this, anew, asked = ++m_asked](const auto& page) {
        // What was asked before the last filter is of no use any more.
        if (asked == m_asked) {
            take(page, anew);
        }
    });
}

void ReviewModel::take(const Result<desk::ReviewPage>& page, bool anew)
{
    m_reading = false;
    if (!page) {
        m_failed = true;
        m_context.problems.report(reviewListSource, page.error(), [this] { readAgain(); });
        return Q_EMIT stateChanged();
    }
    m_context.problems.worked(reviewListSource);
    m_next = page->next;
    if (anew) {
        beginResetModel();
        m_rows = page->rows;
        endResetModel();
    } else if (!page->rows.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(page->rows.size()) - 1);
        m_rows.insert(m_rows.end(), page->rows.begin(), page->rows.end());
        endInsertRows();
    }
    Q_EMIT stateChanged();
}

int ReviewModel::rowOf(domain::ReviewId id) const
{
    const auto found = std::ranges::find(m_rows, id, [](const auto& row) { return row.review.id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

bool ReviewModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_next && !m_reading && !m_failed;
}

void ReviewModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        ask(false, pageSize);
    }
}

int ReviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto& [review, conversation, turnAt, outcome] = row(index.row());
    const auto now = m_context.desk.now();
    const QString about = domain::isolate(words::title(conversation));
    const QString state = reviewwords::result(review);
    if (role == Qt::DisplayRole) {
        switch (Column(index.column())) {
        case Kind:
            return reviewwords::fault(review.report);
        case About:
            return about;
        case Who:
            return domain::isolate(review.author);
        case When:
            return words::stamp(review.at, now);
        case State:
            return state;
        case ColumnCount:
            break;
        }
    } else if (role == Qt::AccessibleTextRole) {
        return tr("%1. %2, reported by %3, %4. %5")
            .arg(reviewwords::fault(review.report), about, domain::isolate(review.author), words::stamp(review.at, now),
                 state);
    } else if (role == Qt::ToolTipRole) {
        return review.report.words.isEmpty() ? reviewwords::fault(review.report) : domain::isolate(review.report.words);
    }
    return {};
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (Column(section)) {
    case Kind:
        return tr("What was wrong");
    case About:
        return tr("Conversation");
    case Who:
        return tr("Who");
    case When:
        return tr("When");
    case State:
        return tr("What came of it");
    case ColumnCount:
        break;
    }
    return {};
}

void ReviewModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

} // namespace delpek::ui
