// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/prices.h"

#include <cmath>

namespace delpek::agent::llm
{

Result<Prices> Prices::parse(const QByteArray& bytes)
{
    const auto json = base::parseJson(bytes);
    if (!json || !base::at(*json, "models").is_array()) {
        return fail(ErrorCode::InvalidInput, json ? QStringLiteral("\"models\" is no list") : json.error().detail);
    }
    Prices prices;
    prices.m_currency = base::textAt(*json, "currency");
    for (const auto& entry : base::at(*json, "models")) {
        Price price;
        price.model = base::textAt(entry, "model");
        const auto read = [&entry](const char* key, std::optional<double> otherwise) {
            const base::Json& value = base::at(entry, key);
            return value.is_number() && value.get<double>() >= 0 ? std::optional(value.get<double>())
                   : value.is_null()                             ? otherwise
                                                                 : std::nullopt;
        };
        const auto input = read("input", std::nullopt);
        const auto output = read("output", std::nullopt);
        const auto cacheRead = read("cache_read", input);
        const auto cacheWritten = read("cache_written", input);
        if (price.model.isEmpty() || !input || !output || !cacheRead || !cacheWritten) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("entry %1 of \"models\" needs \"model\", \"input\" and \"output\" (prices for a "
                                       "million tokens)")
                            .arg(prices.m_prices.size() + 1));
        }
        price.input = *input;
        price.output = *output;
        price.cacheRead = *cacheRead;
        price.cacheWritten = *cacheWritten;
        prices.m_prices.push_back(price);
    }
    return prices;
}

std::optional<qint64> Prices::costOf(const QString& model, const Usage& usage) const
{
    for (const auto& price : m_prices) {
        const bool fits =
            price.model.endsWith(QLatin1Char('*')) ? model.startsWith(price.model.chopped(1)) : model == price.model;
        if (fits) {
            // Currency for a million tokens is millionths for one.
            return qint64(std::ceil(double(usage.input) * price.input + double(usage.output) * price.output +
                                    double(usage.cacheRead) * price.cacheRead +
                                    double(usage.cacheWritten) * price.cacheWritten));
        }
    }
    return std::nullopt;
}

} // namespace delpek::agent::llm
