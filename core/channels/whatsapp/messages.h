// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/whatsapp/value.h"

namespace delpek::channels::whatsapp
{

// One item of a value's list each; `path` names its place. Source: Meta, "messages" and "smb_message_echoes"
// references.

/// Of `messages`: what a patient did, or the platform on a patient's behalf.
domain::Event messageEvent(const Value& value, const base::Json& message, const QString& path);

/// Of `message_echoes`: what a person of the clinic wrote in the WhatsApp Business app.
domain::Event echoEvent(const Value& value, const base::Json& echo, const QString& path);

} // namespace delpek::channels::whatsapp
