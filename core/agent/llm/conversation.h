// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <optional>
#include <vector>

// What is said to a language model and what it answers, in the words of no provider. Inert values.

namespace delpek::agent::llm
{

/// Something that a model may ask for.
struct ToolOffer {
    QString name; ///< a letter, then letters, digits and "_": what all providers take; at most 64
    QString description;
    base::Json parameters; ///< JSON Schema of an object
};

/// A model asks for a tool.
struct ToolUse {
    QString id;           ///< the provider's, or ours where it gives none
    QString name;         ///< as the model wrote it
    base::Json arguments; ///< null: what the model wrote is no JSON object
};

/// What became of it.
struct ToolAnswer {
    QString id;
    QString name;
    base::Json value;
    bool failed = false;
};

enum class Speaker { User, Model };

/// One entry of the conversation. The user's holds answers (first) and text, the model's text (first) and uses.
struct Entry {
    Speaker speaker = Speaker::User;
    QString text;
    std::vector<ToolUse> uses;
    std::vector<ToolAnswer> answers;
};

/// What a model is asked. The first entry is the user's; each use has its answer in the next entry.
struct Prompt {
    QString model;
    QString system;    ///< the same from turn to turn, so that a provider may keep it; never empty
    QString situation; ///< how things stand now; told behind it
    std::vector<Entry> entries;
    std::vector<ToolOffer> tools;
    bool needsTool = false; ///< the model has to ask for one of the tools, where the provider can be told so
    int mostTokens = 800;   ///< of the answer
    std::optional<double> temperature;
};

/// In tokens, as the provider counts.
struct Usage {
    qint64 input = 0; ///< neither read from nor written to the provider's cache
    qint64 cacheRead = 0;
    qint64 cacheWritten = 0;
    qint64 output = 0;
    friend bool operator==(const Usage&, const Usage&) = default;
};

/// A whole answer: text, uses or both. What is cut, refused or empty is an error instead.
struct Completion {
    QString text;
    std::vector<ToolUse> uses;
    Usage usage;
    QString model; ///< as the provider names what answered
};

struct ModelInfo {
    QString id; ///< as a request names it
    QString name;
};

} // namespace delpek::agent::llm
