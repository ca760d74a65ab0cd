// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "domain/attachment.h"
#include "domain/message.h"

#include <QStringList>

// Message templates: what may be sent after the 24 hours. Values and rules; all pure but loadTemplates.
// Source: Meta, "Message templates", "Template components".

namespace delpek::channels::whatsapp
{

inline constexpr int maxTemplateName = 512;
inline constexpr int maxTemplateBody = 1024; ///< characters, values put in
inline constexpr int maxTemplateLine = 60;   ///< header or footer
inline constexpr int maxTemplateButtons = 10;
inline constexpr int maxTemplateButtonLabel = 25;

/// One template in one language. Variables stand as {{patient_name}}, or as {{1}}, {{2}} … when positional.
struct Template {
    QString name;
    QString language; ///< Meta's code: "he", "en"
    QString category; ///< AUTHENTICATION, MARKETING or UTILITY
    bool positional = false;
    QString header; ///< one line above the body; may be empty
    QString body;
    QString footer;                                    ///< one line below; may be empty
    std::vector<domain::Option> buttons;               ///< quick replies
    std::vector<std::pair<QString, QString>> examples; ///< a value for each variable, for Meta's review
};

/// A broken rule: a stable word ("variable-at-end") and what breaks it.
struct Objection {
    QString rule;
    QString detail;
};

/// The variables in the order in which they first stand: header, then body.
QStringList variablesOf(const Template& one);

/// The rules of Meta that the template breaks; none when it can be created.
std::vector<Objection> objectionsTo(const Template& one);

/// Why Meta would refuse a field's value ("is empty"); empty when it is good.
QString objectionToValue(const QString& value);

/// Reads one file of resources/templates: a name, a category and a text for each language. InvalidInput names the
/// place; what objectionsTo finds is InvalidInput too.
Result<std::vector<Template>> readTemplates(const QByteArray& json);

/// All files of a folder (":/delpek/templates"), by name and language.
Result<std::vector<Template>> loadTemplates(const QString& folder);

/// The one of that name and language; nothing when there is none.
const Template* findTemplate(const std::vector<Template>& templates, const QString& name, const QString& language);

/// What the patient reads: header, body and footer with the values put in, each isolated. InvalidInput names the first
/// field that is missing, not of the template, empty, or holds what Meta refuses in a value: a line end, a tab, or more
/// than four spaces in a row; or says that the text is too long with these values.
Result<QString> preview(const Template& one, const domain::TemplateUse& use);

/// A digest of what a patient reads: header, body, footer and buttons. Two with the same words have the same, however
/// they are spaced.
QString wordsOf(const Template& one);

/// The body that creates it. Source: POST /{business account id}/message_templates.
base::Json creationBody(const Template& one);

/// The body that changes one that Meta refused or paused; name and language stay. Source: POST /{template id}.
base::Json changeBody(const Template& one);

/// The member "template" of a message. With a definition the fields are checked as preview does and put where they
/// belong, and the buttons carry their values; without one all are the body's, positional when their names are numbers.
Result<base::Json> useBody(const domain::TemplateUse& use, const Template* definition);

/// Whether a template in this state (store::TemplateState::state; empty: nothing heard yet) may be sent. Where nothing
/// is known Meta decides.
bool mayBeSent(const QString& state);

} // namespace delpek::channels::whatsapp
