// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "store/session.h"

// How `delpekd check` knows that an address leads to this program: it asks there for the proof of a fresh nonce.

namespace delpek::api::selftest
{

inline constexpr auto path = "/api/self-test";

/// The mark of this database, made and kept at the first call. It opens nothing: who has it can only pass for this
/// program at an address of his own.
Result<QByteArray> ownMark(store::Session& session);
/// The mark that is kept, empty when there is none: for connections that only read.
Result<QByteArray> keptMark(store::Session& session);

/// 32 random hex digits.
QByteArray newNonce();
/// Lower-case hex HMAC-SHA256 of the nonce.
QByteArray proofOf(const QByteArray& mark, const QByteArray& nonce);

/// GET /api/self-test?nonce=…: {"proof": …}; 400 for a nonce that is not of our form.
http::Server::Route route(const QByteArray& mark);

} // namespace delpek::api::selftest
