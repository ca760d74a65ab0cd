// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/storeledger.h"

#include "base/await.h"
#include "base/logging.h"

namespace delpek::agent::llm
{

Usage mostUsage(const Prompt& prompt)
{
    qint64 bytes = prompt.system.toUtf8().size() + prompt.situation.toUtf8().size();
    for (const auto& entry : prompt.entries) {
        bytes += entry.text.toUtf8().size();
        for (const auto& use : entry.uses) {
            bytes += base::toBytes(use.arguments).size() + use.name.size();
        }
        for (const auto& answer : entry.answers) {
            bytes += base::toBytes(answer.value).size();
        }
    }
    for (const auto& tool : prompt.tools) {
        bytes += base::toBytes(tool.parameters).size() + tool.description.toUtf8().size() + tool.name.size();
    }
    constexpr qint64 leastBytesOfToken = 2;
    return {bytes / leastBytesOfToken, 0, 0, prompt.mostTokens};
}

StoreLedger::StoreLedger(store::Store& store, base::Clock& clock, Prices prices, store::SpendLimits limits)
    : m_store(store)
    , m_clock(clock)
    , m_prices(std::move(prices))
    , m_limits(limits)
{
}

Result<qint64> StoreLedger::reserve(domain::ConversationId conversation, const Prompt& prompt)
{
    const Usage most = mostUsage(prompt);
    const auto cost = m_prices.costOf(prompt.model, most);
    if (!cost && (m_limits.conversation.cost > 0 || m_limits.day.cost > 0)) {
        return fail(ErrorCode::Forbidden,
                    QStringLiteral("a budget of money is set and the model has no price in llm.prices"),
                    QStringLiteral("llm.price"));
    }
    const store::Spend spend{most.input + most.output, cost.value_or(0)};
    return base::await(m_store.write([=, this, model = prompt.model, now = m_clock.now()](store::Session& session) {
        return store::ModelSpend(session).reserve(conversation, model, spend, m_limits, now);
    }));
}

void StoreLedger::settle(qint64 entry, const Prompt& prompt, const Usage& usage)
{
    const store::Spend spend{usage.input + usage.cacheRead + usage.cacheWritten + usage.output,
                             m_prices.costOf(prompt.model, usage).value_or(0)};
    m_store.write([=](store::Session& session) { return store::ModelSpend(session).settle(entry, spend); })
        .then([](const Result<Done>& done) {
            if (!done) {
                qCWarning(lcAgent).noquote() << "a model's cost stays as reserved:" << base::describe(done.error());
            }
        });
}

} // namespace delpek::agent::llm
