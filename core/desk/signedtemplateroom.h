// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signeddesk.h"
#include "desk/templateroom.h"

namespace delpek::desk
{

/// The templates, for whoever is signed in: who sees conversations reads them, who manages the clinic speaks to the
/// provider. Nothing of a patient's is in them, so that reading is not noted.
class SignedTemplateRoom final : public TemplateRoom
{
public:
    explicit SignedTemplateRoom(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<TemplateOverview> all() override
    {
        return m_acts.run<TemplateOverview>(domain::Right::See, [](Desk& desk) { return desk.templateRoom().all(); });
    }
    Future<Done> refresh() override
    {
        return m_acts.launch<Done>(domain::Right::ManageClinic,
                                   {QStringLiteral("template.refresh"), QStringLiteral("templates")},
                                   [](Desk& desk) { return desk.templateRoom().refresh(); });
    }
    Future<Done> handIn(const QString& name, const QString& language) override
    {
        return change("template.handIn", name, language,
                      [=](Desk& desk) { return desk.templateRoom().handIn(name, language); });
    }
    Future<std::vector<TemplateFinding>> check(const domain::OwnTemplate& one) override
    {
        return m_acts.run<std::vector<TemplateFinding>>(domain::Right::ManageClinic,
                                                        [&](Desk& desk) { return desk.templateRoom().check(one); });
    }
    Future<Done> keep(const domain::OwnTemplate& one) override
    {
        return change("template.keep", one.name, one.language,
                      [=](Desk& desk) { return desk.templateRoom().keep(one); });
    }
    Future<Done> remove(const QString& name, const QString& language) override
    {
        return change("template.remove", name, language,
                      [=](Desk& desk) { return desk.templateRoom().remove(name, language); });
    }

private:
    template <typename Act>
    Future<Done> change(const char* action, const QString& name, const QString& language, Act act)
    {
        // A name that nobody knows could be anything.
        if (!isKnownForm(name) || !isKnownForm(language)) {
            return base::ready<Done>(fail(ErrorCode::NotFound, QStringLiteral("there is no such template")));
        }
        return m_acts.launch<Done>(domain::Right::ManageClinic,
                                   {QString::fromLatin1(action), QStringLiteral("template:") + name, language}, act);
    }
    static bool isKnownForm(const QString& word)
    {
        return !word.isEmpty() && word.size() <= 64 && std::all_of(word.begin(), word.end(), [](QChar sign) {
            return sign.unicode() < 128 && (sign.isLetterOrNumber() || sign == QLatin1Char('_'));
        });
    }

    SignedActs& m_acts;
};

} // namespace delpek::desk
