// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/whatsapp/templates.h"
#include "desk/templateroom.h"
#include "store/templates.h"

namespace delpek::desk
{

/// As WhatsApp's channel has it. A button is worth what stands on it. Pure.
channels::whatsapp::Template templateOf(const domain::OwnTemplate& one);

/// What is wrong with one that the clinic writes: WhatsApp's rules, and that its header has no field, for the channel
/// sends it by name without knowing its form. Pure.
std::vector<TemplateFinding> findingsOf(const domain::OwnTemplate& one);

/// Whether the provider speaks of these words.
bool isOf(const store::TemplateState& told, const domain::OwnTemplate& one);

struct KnownTemplates {
    std::vector<channels::whatsapp::Template> templates;
    std::vector<store::TemplateState> states;
};

/// Those that come with Delpek and behind them the clinic's own, with what the provider last said of them to `account`.
/// What it said of other words than they have now is not among it.
Result<KnownTemplates> knownTemplates(store::Session& session, const std::vector<channels::whatsapp::Template>& shipped,
                                      const QString& account);

/// Why a template of the clinic's own cannot go to this address so that the patient reads `text`: a text key. Empty
/// where it can, and for one that is not the clinic's own. WhatsApp sends by name: whatever it has by that name goes
/// out, so its words must be the ones that were shown.
Result<QString> objectionToOwn(store::Session& session, const domain::ChannelAddress& address,
                               const domain::TemplateUse& use, const QString& text);

} // namespace delpek::desk
