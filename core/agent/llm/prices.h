// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/conversation.h"

namespace delpek::agent::llm
{

/// What models cost, from a file that the admin keeps:
/// {"currency": "USD", "models": [{"model": "name" or "beginning*", "input", "output", "cache_read",
/// "cache_written"}]}, each price in the currency for a million tokens; a cache price that is not named is that of
/// input. Pure.
class Prices
{
public:
    static Result<Prices> parse(const QByteArray& bytes);

    QString currency() const { return m_currency; }
    /// Millionths of the currency; nothing for a model that the file does not name.
    std::optional<qint64> costOf(const QString& model, const Usage& usage) const;

private:
    struct Price {
        QString model;
        double input = 0;
        double output = 0;
        double cacheRead = 0;
        double cacheWritten = 0;
    };

    QString m_currency;
    std::vector<Price> m_prices;
};

} // namespace delpek::agent::llm
