// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/training/labelled.h"

#include <QDir>
#include <QFile>

namespace delpek::language
{

namespace
{

/// "intent<tab>text".
Result<Labelled> readPhrase(const QByteArray& line)
{
    const auto fields = QString::fromUtf8(line).split(QLatin1Char('\t'));
    Labelled message;
    message.intent = intentOf(fields.front());
    if (fields.size() != 2 || fields.back().isEmpty() || message.intent < 0) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("is not an intent of the label guide, a tab and a text"));
    }
    message.text = fields.back();
    return message;
}

Result<Labelled> readLine(const QByteArray& line)
{
    const auto json = base::parseJson(line);
    if (!json) {
        return fail(json.error());
    }
    Labelled message;
    message.id = base::textAt(*json, "id");
    message.text = base::textAt(*json, "text");
    message.intent = intentOf(base::textAt(*json, "intent"));
    message.language = base::fromText<domain::Language>(base::textAt(*json, "lang"));
    message.slots_ = base::at(*json, "slots");
    for (const auto& tag : base::at(*json, "tags")) {
        message.hard = message.hard || tag == "hard";
    }
    if (message.text.isEmpty() || message.intent < 0) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("has no text or no intent of the label guide"));
    }
    return message;
}

} // namespace

Result<std::vector<Labelled>> readLabelled(const QString& folder)
{
    std::vector<Labelled> all;
    const auto names =
        QDir(folder).entryList({QStringLiteral("*.jsonl"), QStringLiteral("*.tsv")}, QDir::Files, QDir::Name);
    for (const auto& name : names) {
        QFile file(folder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::NotFound, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
        }
        for (int line = 1; !file.atEnd(); ++line) {
            const auto bytes = file.readLine().trimmed();
            if (bytes.isEmpty()) {
                continue;
            }
            auto message = name.endsWith(QLatin1String(".tsv")) ? readPhrase(bytes) : readLine(bytes);
            if (!message) {
                return fail(
                    ErrorCode::InvalidInput,
                    QStringLiteral("%1, line %2: %3").arg(file.fileName()).arg(line).arg(message.error().detail));
            }
            message->writer = name.section(QLatin1Char('.'), 0, 0);
            all.push_back(std::move(*message));
        }
    }
    if (all.empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 holds no labelled messages").arg(folder));
    }
    return all;
}

UnderstandingContext labelledContext(const Labelled& message)
{
    UnderstandingContext context;
    context.now = {QDate(2026, 3, 3), QTime(10, 0)};
    context.language = message.language;
    return context;
}

} // namespace delpek::language
