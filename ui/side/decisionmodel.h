// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"

#include <QAbstractItemModel>

#include <map>
#include <memory>

namespace delpek::ui
{

/// Decisions, their steps, and the lines of each step: a tree of three levels, newest decision first.
class DecisionModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// DecisionRole: the id of the turn that a row belongs to. MarkRole: what stands below a turn, or nothing.
    enum Role { LevelRole = Qt::UserRole + 1, EndRole, OutcomeRole, StepKindRole, DecisionRole, MarkRole };
    enum Level { DecisionLevel, StepLevel, LineLevel };

    explicit DecisionModel(QObject* parent = nullptr);
    ~DecisionModel() override;

    /// `now` decides how the times are written.
    void set(std::vector<domain::Decision> decisions, base::Instant now,
             const std::map<domain::DecisionId, QString>& marks = {});
    QModelIndex indexOf(domain::DecisionId id) const;

    QModelIndex index(int row, int column, const QModelIndex& parent) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex&) const override { return 1; }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Node;
    Node* nodeOf(const QModelIndex& index) const;
    static QString spoken(const Node& node);

    std::unique_ptr<Node> m_root;
};

} // namespace delpek::ui
