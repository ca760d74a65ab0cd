// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/sse.h"

namespace delpek::agent::llm
{

std::vector<SseEvent> SseReader::feed(const QByteArray& piece)
{
    std::vector<SseEvent> events;
    for (const char byte : piece) {
        const bool secondOfPair = m_afterReturn && byte == '\n';
        m_afterReturn = byte == '\r';
        if (secondOfPair) {
            continue;
        }
        if (byte == '\n' || byte == '\r') {
            if (!std::exchange(m_begun, true) && m_line.startsWith("\xEF\xBB\xBF")) {
                m_line.remove(0, 3);
            }
            takeLine(m_line, events);
            m_line.clear();
        } else {
            m_line.append(byte);
        }
    }
    return events;
}

void SseReader::takeLine(const QByteArray& line, std::vector<SseEvent>& events)
{
    if (line.isEmpty()) {
        if (m_hasData) {
            events.push_back({m_name, m_data});
        }
        m_name.clear();
        m_data.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' ')) {
        value.remove(0, 1);
    }
    if (field == "event") {
        m_name = value;
    } else if (field == "data") {
        if (std::exchange(m_hasData, true)) {
            m_data.append('\n');
        }
        m_data.append(value);
    }
}

} // namespace delpek::agent::llm
