// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/wire.h"

namespace delpek::agent::llm
{

/// Anthropic's Messages API, version 2023-06-01. Source: llm-providers.md, section 1.
class AnthropicWire final : public Wire
{
public:
    http::Request ask(const Endpoint& endpoint, const Prompt& prompt) const override;
    std::unique_ptr<StreamReader> streamReader() const override;
    http::Request askModels(const Endpoint& endpoint, const QString& page) const override;
    Result<ModelPage> readModels(const http::Response& response) const override;

protected:
    Result<Completion> readWhole(const base::Json& answer) const override;
    base::Error readError(const http::Response& response, const base::Json& body) const override;
};

} // namespace delpek::agent::llm
