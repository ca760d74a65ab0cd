// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/bubblewords.h"

#include "domain/isolate.h"
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

QString firstUnread()
{
    return BubbleWords::tr("New");
}

QString quotation()
{
    return BubbleWords::tr("In reply to");
}

QString quoted(const QString& words)
{
    return BubbleWords::tr("In reply to: “%1”").arg(readable(words.simplified()));
}

QString content(const domain::Message& message)
{
    if (message.deleted) {
        return message.delivery == domain::DeliveryState::Withdrawn ? words::delivery(message) : deleted();
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

QString before(const QString& text)
{
    return BubbleWords::tr("Before: %1").arg(readable(text));
}

QString listening(const Listening& listening)
{
    const auto clock = [](int seconds) {
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    };
    return domain::isolate(listening.seconds > 0
                               ? clock(listening.second) + QStringLiteral(" / ") + clock(listening.seconds)
                               : clock(listening.second));
}

QString shortened(const domain::Message& message)
{
    const QString text = content(message).section(QLatin1Char('\n'), 0, 0, QString::SectionSkipEmpty);
    return text.isEmpty() ? attachmentwords::title(message) : text.left(120);
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
    case BubbleAction::OpenPicture:
        return BubbleWords::tr("Show it large");
    case BubbleAction::PlayVoice:
        return BubbleWords::tr("Listen");
    case BubbleAction::PauseVoice:
        return BubbleWords::tr("Pause");
    case BubbleAction::OpenMap:
        return BubbleWords::tr("Open in the browser: %1").arg(domain::isolate(attachmentwords::mapHost()));
    case BubbleAction::ShowQuoted:
        return BubbleWords::tr("Go to the message that this answers");
    case BubbleAction::ShowEarlier:
        return BubbleWords::tr("What it said before");
    case BubbleAction::HideEarlier:
        return BubbleWords::tr("Hide what it said before");
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
