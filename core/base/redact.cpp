// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redact.h"

#include <QRegularExpression>

#include <array>

namespace delpek::base
{

namespace
{

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

Rule rule(const QString& pattern, const QString& replacement)
{
    return {QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), replacement};
}

const auto& rules()
{
    const QString mask = QStringLiteral("[redacted]");
    static const std::array all{
        // RFC 6750 section 2.1
        rule(QStringLiteral("\\b(bearer|basic)\\s+[a-z0-9._~+/=-]{6,}"), QStringLiteral("\\1 ") + mask),
        // Telegram: the bot's number, a colon, 35 characters; in URLs after "bot"
        rule(QStringLiteral("[0-9]{6,12}:[a-z0-9_-]{20,}"), mask),
        // Meta, Anthropic and OpenAI, Google
        rule(QStringLiteral("\\b(?:EAA[a-z0-9]{16,}|sk-[a-z0-9_-]{16,}|AIza[a-z0-9_-]{20,})"), mask),
        // scheme://user:password@host
        rule(QStringLiteral("(://[^\\s:/@]*):[^\\s/@]+@"), QStringLiteral("\\1:") + mask + QLatin1Char('@')),
        rule(QStringLiteral("\\b([a-z_-]*(?:token|secret|password|passwd|api[_-]?key|hub\\.verify_token))(\"?\\s*[=:]"
                            "\\s*\"?)[^\\s\"&,;]+"),
             QStringLiteral("\\1\\2") + mask),
        // A date is no telephone number: match and drop it, then look on.
        rule(QStringLiteral(
                 "(?:19|20)\\d\\d-(?:0\\d|1[0-2])-[0-3]\\d(?!\\d)(*SKIP)(*FAIL)|\\+?\\d(?:[ ()-]{0,2}+\\d){8,}+"),
             QStringLiteral("[number]")),
    };
    return all;
}

} // namespace

QString redact(QString text)
{
    for (const auto& [pattern, replacement] : rules()) {
        text.replace(pattern, replacement);
    }
    return text;
}

} // namespace delpek::base
