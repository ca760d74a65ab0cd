// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "store/store.h"

namespace delpek::node
{

/// One delivery that was read, with the channel that read it.
struct ReadDelivery {
    channels::Channel* channel = nullptr;
    Result<std::vector<domain::Event>> events;
};

/// Lets the channels say who is behind hidden ids (Channel::isHidden) before the deliveries are taken in, so that a
/// patient has one conversation whether he comes by his number or by a hidden id. Asked is for those who have no
/// conversation with a phone yet, all at once; whoever is not told stays as he came and is asked for with his next
/// message. From then on he is found by his number first, and a conversation begun under the hidden id alone stays as
/// it is where the number has one of its own. Waits for the network: on a worker.
void identifySenders(store::Store& store, std::vector<ReadDelivery>& deliveries);

} // namespace delpek::node
