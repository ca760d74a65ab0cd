// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/wire.h"
#include "fuzz/require.h"

using namespace delpek;
namespace llm = agent::llm;

namespace
{

bool same(const Result<llm::Completion>& left, const Result<llm::Completion>& right)
{
    if (!left || !right) {
        return !left && !right && left.error().detail == right.error().detail;
    }
    const auto sameUse = [](const llm::ToolUse& a, const llm::ToolUse& b) {
        return a.id == b.id && a.name == b.name && a.arguments == b.arguments;
    };
    return left->text == right->text && left->model == right->model && left->usage == right->usage &&
           std::equal(left->uses.begin(), left->uses.end(), right->uses.begin(), right->uses.end(), sameUse);
}

void hold(const Result<llm::Completion>& read)
{
    if (!read) {
        fuzz::require(read.error().detail.size() <= 400, "an error does not repeat what was answered");
        return;
    }
    fuzz::require(!read->text.isEmpty() || !read->uses.empty(), "a whole answer says something");
    for (const auto& use : read->uses) {
        fuzz::require(use.arguments.is_object() || use.arguments.is_null(), "arguments are an object or unreadable");
    }
}

/// However the network cuts a stream, it says the same.
void holdStream(const llm::Wire& wire, const QByteArray& stream, qsizetype piece)
{
    const auto whole = wire.streamReader();
    whole->feed(stream);
    const auto read = whole->finish();
    hold(read);
    const auto cut = wire.streamReader();
    for (qsizetype from = 0; from < stream.size(); from += piece) {
        cut->feed(stream.mid(from, piece));
    }
    fuzz::require(same(read, cut->finish()), "a stream in pieces is read as the whole");
}

} // namespace

/// The first byte chooses the provider and the length of the pieces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    static const std::array wires{llm::wireFor(QStringLiteral("anthropic")), llm::wireFor(QStringLiteral("openai")),
                                  llm::wireFor(QStringLiteral("gemini"))};
    const llm::Wire& wire = *wires[data[0] % wires.size()];
    const QByteArray body(reinterpret_cast<const char*>(data) + 1, qsizetype(size) - 1);
    holdStream(wire, body, 1 + data[0] / 3 % 17);
    for (const int status : {200, 400, 429, 529}) {
        hold(wire.read({status, {{"Content-Type", "application/json"}}, body}));
    }
    (void)wire.readModels({200, {}, body});
    return 0;
}
