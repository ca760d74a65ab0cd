// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/whatsapp/requests.h"
#include "channels/whatsapp/templates.h"

// The templates of a business account at Meta: read, made, changed and taken away. Source: Meta, "Template management".

namespace delpek::channels::whatsapp
{

/// The business account whose templates are meant, and who asks.
struct Business {
    Endpoint endpoint;
    QString accountId;
    QString token;
    base::Duration timeout = std::chrono::seconds(30);
};

/// What Meta tells of a template.
struct RemoteTemplate {
    QString id;
    QString name;
    QString language; ///< with an underscore: "en_US"
    QString state;    ///< in lower case: "approved"
    QString category; ///< in lower case
    QString reason;   ///< in lower case; empty for none
    QString words;    ///< as wordsOf has it; empty when not told
};

/// All of the account, page by page. Errors as `ask`. `client` must outlive the call.
Future<std::vector<RemoteTemplate>> readTemplates(http::Client& client, const Business& business);

/// Creates one; Meta judges it later and tells by webhook. Timeout: it may have been created, read them again.
Future<RemoteTemplate> createTemplate(http::Client& client, const Business& business, const Template& one);

/// Hands `one` in again in place of what Meta keeps under `id`; good for one that it refused or paused. Errors as
/// createTemplate.
Future<RemoteTemplate> changeTemplate(http::Client& client, const Business& business, const QString& id,
                                      const Template& one);

/// Takes one language of a template away. Of one that was approved Meta keeps the name shut for 30 days. Timeout: it
/// may be gone, read them again.
Future<Done> deleteTemplate(http::Client& client, const Business& business, const RemoteTemplate& one);

/// Those of `wanted` that are not among `known`, whatever their state there.
std::vector<Template> missingTemplates(const std::vector<Template>& wanted, const std::vector<RemoteTemplate>& known);

/// What Meta tells of `one`; nothing when it does not know it.
const RemoteTemplate* findRemote(const std::vector<RemoteTemplate>& known, const Template& one);

} // namespace delpek::channels::whatsapp
