// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/bubblewords.h"

#include "ui/thread/bubble.h"
#include "ui/wording.h"

#include <QCoreApplication>

namespace delpek::ui::bubblewords
{

namespace
{

struct BubbleWords {
    Q_DECLARE_TR_FUNCTIONS(BubbleWords)
};

} // namespace

QString deleted()
{
    return BubbleWords::tr("This message was deleted");
}

QString edited(const QString& time)
{
    return BubbleWords::tr("edited · %1").arg(time);
}

QString action(BubbleAction action)
{
    return action == BubbleAction::SendAgain ? BubbleWords::tr("Send again") : BubbleWords::tr("It arrived");
}

QString failure(const QString& key)
{
    const QString why = words::sendFailure(key);
    return why.isEmpty() ? BubbleWords::tr("Not sent") : BubbleWords::tr("Not sent: %1").arg(why);
}

QString spoken(const domain::Message& message, const QString& patient)
{
    const QString who = words::author(message.author, message.isIncoming() ? patient : message.authorName);
    const QString state = words::delivery(message);
    const QString text =
        message.deleted ? deleted() : words::attachment(message.kind) + QLatin1Char(' ') + message.text;
    return state.isEmpty()
               ? BubbleWords::tr("%1 at %2: %3").arg(who, words::clockTime(message.sentAt), text)
               : BubbleWords::tr("%1 at %2: %3. %4").arg(who, words::clockTime(message.sentAt), text, state);
}

} // namespace delpek::ui::bubblewords
