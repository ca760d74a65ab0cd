// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"

#include <memory>

namespace delpek::agent
{

/// Understanding and dialogue flows; needs no key and no network. Texts come from `resources` (":/delpek/agents" or a
/// folder): the team and the sentences in both languages. The agent of the team who takes what a message is about
/// answers. The dialogue state is JSON with a version inside.
class OfflineBrain final : public Brain
{
public:
    static Result<std::unique_ptr<OfflineBrain>> load(const QString& resources, const QString& team);
    ~OfflineBrain() override;

    QString name() const override { return QStringLiteral("offline"); }
    Result<Proposal> next(const TurnContext& context, const std::vector<ToolResult>& results,
                          const QStringList& refusals, const base::Cancel& cancel) override;

private:
    struct Data;
    explicit OfflineBrain(std::unique_ptr<const Data> data);
    std::unique_ptr<const Data> m_data;
};

} // namespace delpek::agent
