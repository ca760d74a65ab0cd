// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace delpek::simulation
{

/// A stretch of a text with a style: "bold", "italic", … Offset and length in UTF-16 units.
struct StyledPart {
    QString style;
    qsizetype offset = 0;
    qsizetype length = 0;
    friend bool operator==(const StyledPart&, const StyledPart&) = default;
};

struct StyledText {
    QString text;
    std::vector<StyledPart> parts;
};

/// Reads HTML style as the Bot API server does; the error is its description after "can't parse entities: ", with byte
/// offsets. Pure. Source: Telegram Bot API, "HTML style"; tdlib/td, MessageEntity.cpp.
tl::expected<StyledText, QString> readHtmlStyle(const QString& html);

} // namespace delpek::simulation
