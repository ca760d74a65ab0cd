// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"

#include <nlohmann/json.hpp>

// A service's file as a person changes it. Pure.

namespace delpek::desk
{

/// Keeps the order in which a file's members stand.
using FileJson = nlohmann::ordered_json;

/// What a file says, as far as it can be read: a member of another form counts as absent.
ServiceDraft draftOf(const FileJson& file);
/// The same with what a person only reads: questions, code, prompt, off.
ServiceEntry entryOf(const FileJson& file);

/// The file with what the draft says otherwise than the file; each other member stays as it is and where it is.
FileJson withDraft(FileJson file, const ServiceDraft& draft);

/// As it is written to a disk: UTF-8, indented by two, a line end at the end.
QByteArray fileBytes(const FileJson& file);

} // namespace delpek::desk
