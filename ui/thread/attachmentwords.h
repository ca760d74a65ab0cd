// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QString>
#include <QStringList>

/// What a bubble says of a message's file or place. UI thread.
namespace delpek::ui::attachmentwords
{

/// "invoice.pdf · 240 KB", "Picture · 1.2 MB", "Voice message"; empty for messages of words alone.
QString title(const domain::Message& message);
/// Where the file or its transcript stands; empty when there is nothing to say.
QString state(const domain::Message& message);
/// True when `state` tells of a loss.
bool isTrouble(const domain::Message& message);
/// A place as lines: its name, its address, a link. Nothing is asked of a map service.
QStringList place(const domain::Place& place);
QString placeLink(const domain::Place& place);
/// Where the link leads.
QString mapHost();

/// "240 KB".
QString sizeText(qint64 bytes);

/// A name to save the file under: the sender's own without folders, control and direction characters, else the kind and
/// the time, with an ending that fits the declared type.
QString suggestedName(const domain::Message& message);

} // namespace delpek::ui::attachmentwords
