// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/bubblewords.h"

#include "ui/theme/linepainter.h"
#include "ui/thread/attachmentwords.h"
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

QString forwarded()
{
    return BubbleWords::tr("Forwarded");
}

QString quoted(const QString& words)
{
    return BubbleWords::tr("In reply to: “%1”").arg(readable(words.simplified()));
}

QString content(const domain::Message& message)
{
    if (message.deleted) {
        return deleted();
    }
    const QString text = readable(message.text);
    if (!message.place) {
        return text;
    }
    // Channels tell a place's name and address once more as its text.
    QStringList lines = attachmentwords::place(*message.place);
    QStringList spare = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : std::as_const(lines)) {
        spare.removeAll(line);
    }
    return (spare + lines).join(QLatin1Char('\n'));
}

QString edited(const QString& time)
{
    return BubbleWords::tr("edited · %1").arg(time);
}

QString action(BubbleAction action)
{
    switch (action) {
    case BubbleAction::SendAgain:
        return BubbleWords::tr("Send again");
    case BubbleAction::ConfirmArrived:
        return BubbleWords::tr("It arrived");
    case BubbleAction::SaveFile:
        return BubbleWords::tr("Save …");
    case BubbleAction::ShowPicture:
        return BubbleWords::tr("Show picture");
    case BubbleAction::HidePicture:
        return BubbleWords::tr("Hide picture");
    case BubbleAction::CopyPlace:
        return BubbleWords::tr("Copy link");
    }
    return {};
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
    QStringList parts;
    if (!message.deleted) {
        parts << (message.quotedText.isEmpty() ? QString() : quoted(message.quotedText))
              << attachmentwords::title(message) << attachmentwords::state(message);
    }
    parts << content(message);
    parts.removeAll(QString());
    const QString text = parts.join(QLatin1Char(' '));
    return state.isEmpty()
               ? BubbleWords::tr("%1 at %2: %3").arg(who, words::clockTime(message.sentAt), text)
               : BubbleWords::tr("%1 at %2: %3. %4").arg(who, words::clockTime(message.sentAt), text, state);
}

} // namespace delpek::ui::bubblewords
