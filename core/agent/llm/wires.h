// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/wire.h"

namespace delpek::agent::llm
{

/// Anthropic's Messages API, version 2023-06-01. Source: llm-providers.md, section 1.
std::unique_ptr<Wire> anthropicWire();

/// Chat Completions, as OpenAI, Ollama, llama.cpp and vLLM speak it. Source: llm-providers.md, section 2.
std::unique_ptr<Wire> openAiWire();

/// Google's generateContent, v1beta. Source: llm-providers.md, section 3.
std::unique_ptr<Wire> geminiWire();

} // namespace delpek::agent::llm
