// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/channel.h"

namespace delpek::channels
{

namespace
{

tl::unexpected<Error> cannot(const char* what)
{
    return fail(ErrorCode::Unsupported, QStringLiteral("this channel has no %1").arg(QLatin1String(what)));
}

} // namespace

bool Channel::isHidden(const domain::Sender&) const
{
    return false;
}

Future<domain::Sender> Channel::identify(const domain::Sender& sender)
{
    return base::ready<domain::Sender>(sender);
}

Result<Done> Channel::checkFile(const OutgoingFile&) const
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("this channel carries no files"),
                QStringLiteral("send.noFiles"));
}

Future<MediaFile> Channel::fetchMedia(const QString&, qint64)
{
    return base::ready<MediaFile>(cannot("files"));
}

Future<Done> Channel::showReading(const domain::ChannelAddress&, const QString&, bool)
{
    return base::ready<Done>(cannot("marks of reading"));
}

Future<Done> Channel::react(const domain::ChannelAddress&, const QString&, const QString&)
{
    return base::ready<Done>(cannot("reactions"));
}

Future<Done> Channel::edit(const domain::ChannelAddress&, const QString&, const QString&,
                           const std::vector<domain::Option>&)
{
    return base::ready<Done>(cannot("edits"));
}

} // namespace delpek::channels
