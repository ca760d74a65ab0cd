// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/decisionmodel.h"

#include "domain/isolate.h"
#include "ui/side/decisiondetail.h"
#include "ui/wording.h"

namespace delpek::ui
{

struct DecisionModel::Node {
    Level level = DecisionLevel;
    QString text;
    QString end;  ///< at the far end of the line: time, duration
    QString mark; ///< below a turn: that it was reported
    int kind = 0; ///< outcome or kind of step
    domain::DecisionId decision;
    Node* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    Node* add(Level childLevel, const QString& childText, const QString& childEnd, int childKind)
    {
        auto child = std::make_unique<Node>();
        child->level = childLevel;
        child->text = childText;
        child->end = childEnd;
        child->kind = childKind;
        child->decision = decision;
        child->parent = this;
        child->row = int(children.size());
        return children.emplace_back(std::move(child)).get();
    }
};

DecisionModel::DecisionModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

DecisionModel::~DecisionModel() = default;

void DecisionModel::set(std::vector<domain::Decision> decisions, base::Instant now,
                        const std::map<domain::DecisionId, QString>& marks)
{
    std::ranges::sort(decisions, std::greater{}, &domain::Decision::id);
    beginResetModel();
    m_root = std::make_unique<Node>();
    for (const domain::Decision& decision : decisions) {
        QString text = words::outcome(decision.outcome);
        if (!decision.intent.isEmpty()) {
            text += QStringLiteral(" · %1 %2")
                        .arg(domain::isolate(words::intent(decision.intent)),
                             domain::isolate(QStringLiteral("%1%").arg(qRound(decision.score * 100))));
        }
        const QString end = words::stamp(decision.startedAt, now) + QStringLiteral(" · ") + words::took(decision.took);
        Node* node = m_root->add(DecisionLevel, text, end, int(decision.outcome));
        node->decision = decision.id;
        if (const auto found = marks.find(decision.id); found != marks.end()) {
            node->mark = found->second;
        }
        for (const domain::DecisionStep& step : decision.steps) {
            Node* child = node->add(StepLevel, stepTitle(step), words::took(step.took), int(step.kind));
            for (const QString& line : detailLines(step.detail)) {
                child->add(LineLevel, line, {}, 0);
            }
        }
    }
    endResetModel();
}

QString DecisionModel::spoken(const Node& node)
{
    QStringList parts{node.text, node.end, node.mark};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

DecisionModel::Node* DecisionModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex DecisionModel::indexOf(domain::DecisionId id) const
{
    const auto found = std::ranges::find_if(m_root->children, [&](const auto& node) { return node->decision == id; });
    return found == m_root->children.end() ? QModelIndex() : createIndex((*found)->row, 0, found->get());
}

QModelIndex DecisionModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= int(node->children.size())) {
        return {};
    }
    return createIndex(row, 0, node->children[static_cast<size_t>(row)].get());
}

QModelIndex DecisionModel::parent(const QModelIndex& child) const
{
    Node* parent = child.isValid() ? nodeOf(child)->parent : nullptr;
    return parent == nullptr || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int DecisionModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

QVariant DecisionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Node* node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node->text;
    case Qt::ToolTipRole:
        return node->level == LineLevel ? node->text : QVariant();
    case Qt::AccessibleTextRole:
        return spoken(*node);
    case LevelRole:
        return node->level;
    case EndRole:
        return node->end;
    case OutcomeRole:
    case StepKindRole:
        return node->kind;
    case DecisionRole:
        return node->decision.value;
    case MarkRole:
        return node->mark;
    default:
        return {};
    }
}

} // namespace delpek::ui
