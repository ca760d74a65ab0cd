// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/owntemplates.h"

#include "domain/isolate.h"
#include "store/owntemplates.h"

namespace delpek::desk
{

namespace whatsapp = channels::whatsapp;

namespace
{

/// WhatsApp takes longer ones; nobody reads them.
constexpr qsizetype longestName = 64;

} // namespace

whatsapp::Template templateOf(const domain::OwnTemplate& one)
{
    whatsapp::Template made;
    made.name = one.name;
    made.language = one.language;
    made.category = one.category.toUpper();
    made.header = one.header;
    made.body = one.body;
    made.footer = one.footer;
    for (const QString& button : one.buttons) {
        made.buttons.push_back({button, button});
    }
    made.examples = one.examples;
    return made;
}

std::vector<TemplateFinding> findingsOf(const domain::OwnTemplate& one)
{
    const whatsapp::Template made = templateOf(one);
    std::vector<TemplateFinding> findings;
    if (one.name.size() > longestName) {
        findings.push_back({QStringLiteral("name"), {}});
    }
    if (one.header.contains(QLatin1String("{{"))) {
        findings.push_back({QStringLiteral("header-field"), QStringLiteral("header")});
    }
    for (const auto& objection : whatsapp::objectionsTo(made)) {
        // A detail that is of one part or one field begins with it.
        const bool isOfPart = objection.detail.contains(QLatin1String(": "));
        findings.push_back({objection.rule, isOfPart ? objection.detail.section(QLatin1Char(':'), 0, 0) : QString()});
    }
    return findings;
}

bool isOf(const store::TemplateState& told, const domain::OwnTemplate& one)
{
    return told.words == whatsapp::wordsOf(templateOf(one));
}

Result<KnownTemplates> knownTemplates(store::Session& session, const std::vector<whatsapp::Template>& shipped,
                                      const QString& account)
{
    const auto own = store::OwnTemplates(session).all();
    auto states = store::Templates(session).of(domain::ChannelKind::WhatsApp, account);
    if (!own || !states) {
        return fail(own ? states.error() : own.error());
    }
    KnownTemplates known{shipped, std::move(*states)};
    for (const auto& one : *own) {
        known.templates.push_back(templateOf(one));
        std::erase_if(known.states, [&](const store::TemplateState& state) {
            return state.name == one.name && state.language == one.language && !isOf(state, one);
        });
    }
    return known;
}

Result<QString> objectionToOwn(store::Session& session, const domain::ChannelAddress& address,
                               const domain::TemplateUse& use, const QString& text)
{
    const auto own = store::OwnTemplates(session).find(use.name, use.language);
    const auto told = store::Templates(session).find(address.channel, address.account, use.name, use.language);
    if (!own || !told) {
        return fail(own ? told.error() : own.error());
    }
    if (!*own) {
        return QString();
    }
    const auto reads = whatsapp::preview(templateOf(**own), use);
    if (!reads) {
        return QStringLiteral("send.templateFields");
    }
    const bool isApproved = *told && (*told)->state == QLatin1String("approved") && isOf(**told, **own);
    return isApproved && domain::withoutIsolates(*reads) == domain::withoutIsolates(text)
               ? QString()
               : QStringLiteral("send.templateRefused");
}

} // namespace delpek::desk
