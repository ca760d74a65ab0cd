// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace delpek::agent::llm
{

struct SseEvent {
    QByteArray name; ///< of its "event:" line; empty without one
    QByteArray data; ///< its "data:" lines, joined by line feeds
};

/// Reads a stream of server-sent events in pieces that may end at any byte, within a letter too: only whole lines are
/// looked at. Comments (keep-alives) and unknown fields are passed over. Source: HTML Living Standard, "Interpreting an
/// event stream"; llm-providers.md, section 0.
class SseReader
{
public:
    /// The events that became whole with this piece.
    std::vector<SseEvent> feed(const QByteArray& piece);

private:
    void takeLine(const QByteArray& line, std::vector<SseEvent>& events);

    QByteArray m_line;
    QByteArray m_name;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_afterReturn = false;
    bool m_begun = false;
};

} // namespace delpek::agent::llm
