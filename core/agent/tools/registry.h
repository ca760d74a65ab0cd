// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/tool.h"

// What each file of this folder adds to clinicTools().

namespace delpek::agent
{

using Tools = std::map<QString, std::unique_ptr<Tool>>;

void addInformationTools(Tools& tools);
void addAvailabilityTool(Tools& tools);
void addHoldTool(Tools& tools);
void addVisitTools(Tools& tools);
void addInvoiceTools(Tools& tools);
void addCardTools(Tools& tools);
void addChangeTools(Tools& tools);
void addWaitingTool(Tools& tools);

/// Properties of schemas that several tools have.
base::Json textProperty(int longest, const char* description);
base::Json formatProperty(const char* format, const char* description);
/// {doctor, treatment, start, minutes}
base::Json slotProperties();

/// Says with "as_of" from when the value is, where the records answer out of a cache.
base::Json withAge(base::Json value, const ToolContext& context);

/// Holds the slots for the conversation in place of what it held before.
Result<Done> holdOffer(const std::vector<domain::Slot>& offered, const ToolContext& context);

/// A tool made of a function: most tools need no more.
class FunctionTool final : public Tool
{
public:
    using Function = Result<base::Json> (*)(const base::Json& arguments, const ToolContext& context);
    FunctionTool(QString name, ToolKind kind, base::Json schema, Function function)
        : m_name(std::move(name))
        , m_kind(kind)
        , m_schema(std::move(schema))
        , m_function(function)
    {
    }
    QString name() const override { return m_name; }
    ToolKind kind() const override { return m_kind; }
    base::Json schema() const override { return m_schema; }
    Result<base::Json> run(const base::Json& arguments, const ToolContext& context) override
    {
        return m_function(arguments, context);
    }

private:
    QString m_name;
    ToolKind m_kind;
    base::Json m_schema;
    Function m_function;
};

inline void add(Tools& tools, const char* name, ToolKind kind, base::Json schema, FunctionTool::Function function)
{
    const QString key = QString::fromLatin1(name);
    tools.emplace(key, std::make_unique<FunctionTool>(key, kind, std::move(schema), function));
}

} // namespace delpek::agent
