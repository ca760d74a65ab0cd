// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/owntemplate.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace delpek::desk
{

/// A message template in one language.
struct TemplateText {
    QString language; ///< the provider's code: "he", "en"
    QString header;
    QString body; ///< with its fields as {{patient_name}}
    QString footer;
    QStringList buttons;
    std::vector<std::pair<QString, QString>> fields; ///< each with the example that the provider gets to see
    QString state;                                   ///< the provider's word; empty: it was not handed in
    QString category;                                ///< where the provider put it, in lower case
    QString reason;                                  ///< of its state; empty for none
    std::optional<base::Instant> heardAt;            ///< when the state was told
    qint64 version = 0;                              ///< of one that the clinic wrote itself; 0: it came with Delpek
    QString asked = {};                              ///< the category that is asked for, in lower case

    bool isOwn() const { return version > 0; }
    /// The provider does not have these words or refused them: they may be other ones.
    bool mayChange() const { return isOwn() && (state.isEmpty() || state == QLatin1String("rejected")); }
};

struct TemplateEntry {
    QString name;
    QString category; ///< what the program asks for, in lower case
    std::vector<TemplateText> texts;
};

struct TemplateOverview {
    std::vector<TemplateEntry> templates; ///< by name
    bool hasProvider = false;             ///< a WhatsApp account is connected whose templates can be asked for
    std::optional<base::Instant> heardAt; ///< of the newest word; nothing: the provider has told nothing yet
};

/// What keeps a template from being kept.
struct TemplateFinding {
    QString rule;  ///< a word of channels::whatsapp::Objection, or "header-field": a header has none here
    QString about; ///< "header", "footer", or the field that is meant; may be empty
};

/// The message templates of the clinic and what the provider says of them. As Desk: any thread, answers later, blocks
/// nowhere.
class TemplateRoom
{
public:
    virtual ~TemplateRoom() = default;

    virtual Future<TemplateOverview> all() = 0;
    /// Asks the provider what it says of each and keeps that. Unsupported (template.none) without a provider; else as
    /// the provider answers.
    virtual Future<Done> refresh() = 0;
    /// Hands one in to be judged by the provider; its answer comes later. One of the clinic's own that was refused
    /// goes in again as it reads now. Conflict: template.known for one that the provider has with these words,
    /// template.judged while it looks at others, template.taken where it has others by that name; NotFound; else as
    /// refresh. Timeout: it may have arrived, refresh tells.
    virtual Future<Done> handIn(const QString& name, const QString& language) = 0;
    /// What is wrong with it; nothing when it can be kept.
    virtual Future<std::vector<TemplateFinding>> check(const domain::OwnTemplate& one) = 0;
    /// Keeps one of the clinic's own; the provider hears of it by handIn. InvalidInput (template.fault) with what check
    /// finds; Conflict: template.taken (Delpek or the provider has one of that name), template.changed (by somebody
    /// since it was read), template.judged (the provider has these words and did not refuse them); NotFound
    /// (template.gone).
    virtual Future<Done> keep(const domain::OwnTemplate& one) = 0;
    /// Takes one of the clinic's own away, at the provider first where that has its words or refused others. NotFound
    /// (template.gone), else as refresh.
    virtual Future<Done> remove(const QString& name, const QString& language) = 0;
};

} // namespace delpek::desk
