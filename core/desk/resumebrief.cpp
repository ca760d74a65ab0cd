// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/resumebrief.h"

#include "agent/shorten.h"
#include "domain/isolate.h"

#include <QRegularExpression>

#include <algorithm>

namespace delpek::desk
{

namespace
{

using domain::AuthorKind;

constexpr qsizetype mostLines = 12;
constexpr qsizetype longestLine = 160;
constexpr qsizetype longestSummary = 200;

bool stands(const domain::Message& message)
{
    using domain::DeliveryState;
    return !message.deleted && message.delivery != DeliveryState::Withdrawn &&
           message.delivery != DeliveryState::Failed;
}

bool wasSaid(const domain::Message& message)
{
    return stands(message) && !message.text.trimmed().isEmpty();
}

bool isPerson(const domain::Message& message)
{
    return message.author == AuthorKind::Staff || message.author == AuthorKind::Doctor;
}

/// A greeting, a thank-you: nothing the agent could contradict.
bool isCourtesy(const QString& sentence)
{
    static const QRegularExpression courtesy(
        QStringLiteral("^(hi|hello|thanks?|thank you|bye|good (morning|evening|day)|שלום|היי|הי|תודה( רבה)?|בוקר טוב|"
                       "ערב טוב|יום טוב|להתראות)\\W*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return courtesy.match(sentence).hasMatch();
}

QStringList sentences(const QString& text)
{
    static const QRegularExpression end(QStringLiteral("(?<=[.!?])\\s+|\\n+"));
    QStringList found;
    for (const QString& part : text.split(end, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty() && !isCourtesy(part.trimmed())) {
            found << agent::shortened(part, longestLine);
        }
    }
    return found;
}

/// "Name: sentence"; a sentence of the other direction keeps its full stop at its own end.
QString said(const QString& name, const QString& sentence)
{
    if (name.isEmpty()) {
        return sentence;
    }
    const bool turns = name.isRightToLeft() != sentence.isRightToLeft();
    return name + QStringLiteral(": ") + (turns ? domain::isolate(sentence) : sentence);
}

} // namespace

QString draftBrief(const std::vector<domain::Message>& messages, const SpokenMark& mark)
{
    QStringList lines;
    bool personSpoke = false;
    for (const auto& message : messages) {
        const bool isUnwritten =
            stands(message) && message.text.isEmpty() && message.attachment && message.attachment->voice;
        if (isUnwritten && isPerson(message) && mark) {
            personSpoke = true;
            lines << said(message.authorName, mark(*message.attachment));
        }
        if (!wasSaid(message)) {
            continue;
        }
        if (isPerson(message)) {
            personSpoke = true;
            for (const QString& sentence : sentences(message.text)) {
                lines << said(message.authorName, sentence);
            }
        } else if (message.isIncoming() && personSpoke) {
            // What the patient said to it: the agreement, or the answer to a question.
            lines << QStringLiteral("> ") + agent::shortened(message.text, longestLine);
        }
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - mostLines)).join(QLatin1Char('\n'));
}

LastWords lastOfPatient(const std::vector<domain::Message>& messages)
{
    QStringList words;
    LastWords last;
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        if (message->isIncoming()) {
            last.since = std::min(message->sentAt, message->createdAt);
            if (wasSaid(*message)) {
                words.prepend(message->text);
            }
        } else if (last.since) {
            break;
        }
    }
    last.words = agent::shortened(words.join(QLatin1Char(' ')), longestSummary);
    return last;
}

} // namespace delpek::desk
