// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/attachment.h"
#include "http/server.h"

namespace delpek::api::webchat
{

/// The answer that brings a file of the conversation to the page: to be saved under its name, of a type that a browser
/// may show or of none, and not to run anything should somebody open it as a page.
http::ServerResponse fileAnswer(const domain::Attachment& file, const QByteArray& bytes);

/// A visitor's name for his file, without folders, control and direction characters; at most 100 characters.
QString cleanFileName(const QString& name);

} // namespace delpek::api::webchat
