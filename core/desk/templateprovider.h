// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "channels/whatsapp/templateservice.h"
#include "store/store.h"

#include <functional>

namespace delpek::desk
{

/// Who judges the clinic's templates: WhatsApp, for one account. What the functions need outlives their answers.
struct TemplateProvider {
    QString account; ///< phone_number_id: whose states the store keeps
    std::function<Future<std::vector<channels::whatsapp::RemoteTemplate>>()> read;
    std::function<Future<channels::whatsapp::RemoteTemplate>(const channels::whatsapp::Template& one)> create;
    std::function<Future<channels::whatsapp::RemoteTemplate>(const QString& id,
                                                             const channels::whatsapp::Template& one)>
        change;
    std::function<Future<Done>(const channels::whatsapp::RemoteTemplate& one)> remove;
};

/// Keeps what Meta told of the templates of `account` (phone_number_id) at `now`.
Future<Done> noteTemplates(store::Store& store, const QString& account,
                           const std::vector<channels::whatsapp::RemoteTemplate>& known, base::Instant now);

/// Asks for them and keeps what is said. A template of which something was known and that is not among them any more is
/// kept as "deleted". The store and the clock outlive the answer.
Future<std::vector<channels::whatsapp::RemoteTemplate>> askTemplates(store::Store& store, base::Clock& clock,
                                                                     const TemplateProvider& provider);

} // namespace delpek::desk
