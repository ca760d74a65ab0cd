// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localtemplateroom.h"

#include "desk/owntemplates.h"
#include "store/owntemplates.h"
#include "store/templates.h"

namespace delpek::desk
{

namespace
{

namespace whatsapp = channels::whatsapp;
using Remotes = std::vector<whatsapp::RemoteTemplate>;
using States = std::vector<store::TemplateState>;

// A few milliseconds, once a visit to the page.
Result<std::vector<whatsapp::Template>> compiledTemplates()
{
    return whatsapp::loadTemplates(QStringLiteral(":/delpek/templates"));
}

TemplateText templateText(const whatsapp::Template& one, const States& states)
{
    TemplateText text{one.language, one.header, one.body, one.footer, {}, {}, {}, {}, {}, {}};
    for (const auto& button : one.buttons) {
        text.buttons << button.label;
    }
    for (const QString& field : whatsapp::variablesOf(one)) {
        const auto example = std::ranges::find(one.examples, field, &std::pair<QString, QString>::first);
        text.fields.emplace_back(field, example == one.examples.end() ? QString() : example->second);
    }
    const auto told = std::ranges::find_if(states, [&](const store::TemplateState& state) {
        return state.name == one.name && state.language == one.language;
    });
    if (told != states.end()) {
        // One that was taken away at the provider can be handed in like one that never was there.
        text.state = told->state == QLatin1String("deleted") ? QString() : told->state;
        text.category = told->category;
        text.reason = told->reason;
        text.heardAt = told->updatedAt;
    }
    return text;
}

void add(std::vector<TemplateEntry>& entries, const whatsapp::Template& one, TemplateText text)
{
    if (entries.empty() || entries.back().name != one.name) {
        entries.push_back({one.name, one.category.toLower(), {}});
    }
    entries.back().texts.push_back(std::move(text));
}

TemplateOverview overviewOf(const KnownTemplates& known, const std::vector<domain::OwnTemplate>& own)
{
    TemplateOverview overview;
    for (const auto& one : known.templates) {
        auto text = templateText(one, known.states);
        const auto mine = std::ranges::find_if(own, [&](const domain::OwnTemplate& written) {
            return written.name == one.name && written.language == one.language;
        });
        if (mine != own.end()) {
            text.version = mine->version;
            text.asked = mine->category;
        }
        add(overview.templates, one, std::move(text));
    }
    for (const auto& state : known.states) {
        overview.heardAt = std::max(overview.heardAt.value_or(state.updatedAt), state.updatedAt);
    }
    return overview;
}

Error gone(const QString& name)
{
    return {ErrorCode::NotFound, QStringLiteral("template.gone"), QStringLiteral("there is no template %1").arg(name)};
}

Error taken(const QString& name)
{
    return {ErrorCode::Conflict, QStringLiteral("template.taken"),
            QStringLiteral("there is a template %1 already").arg(name)};
}

bool isShipped(const QString& name)
{
    const auto shipped = compiledTemplates();
    return shipped && std::ranges::find(*shipped, name, &whatsapp::Template::name) != shipped->end();
}

struct Wanted {
    whatsapp::Template one;
    bool isOwn = false;
};

/// What keeps one from being handed in where the provider has one of its name; nothing for a refused one of other
/// words, which is changed.
std::optional<Error> objectionTo(const Wanted& wanted, const whatsapp::RemoteTemplate& remote)
{
    const auto conflict = [&](const char* key) {
        return Error{ErrorCode::Conflict, QLatin1String(key),
                     QStringLiteral("the provider has template %1").arg(remote.name)};
    };
    if (!wanted.isOwn || remote.words == whatsapp::wordsOf(wanted.one)) {
        return conflict("template.known");
    }
    if (remote.state == QLatin1String("rejected")) {
        return std::nullopt;
    }
    return conflict(remote.state == QLatin1String("pending") ? "template.judged" : "template.taken");
}

/// All that is given outlives the answer.
Future<Done> handInAt(const TemplateProvider& provider, store::Store& store, base::Clock& clock, const Wanted& wanted)
{
    // Whoever handed it in at another machine is seen first.
    return askTemplates(store, clock, provider).then([provider, &store, &clock, wanted](const Result<Remotes>& known) {
        const auto* remote = known ? whatsapp::findRemote(*known, wanted.one) : nullptr;
        const auto objection = !known   ? std::optional(known.error())
                               : remote ? objectionTo(wanted, *remote)
                                        : std::nullopt;
        if (objection) {
            return base::ready<Done>(fail(*objection));
        }
        return (remote ? provider.change(remote->id, wanted.one) : provider.create(wanted.one))
            .then([&store, &clock, account = provider.account](const Result<whatsapp::RemoteTemplate>& made) {
                return made ? noteTemplates(store, account, {*made}, clock.now())
                            : base::ready<Done>(fail(made.error()));
            });
    });
}

/// Whether what the provider has by its name is this one, so that it goes with it.
bool isOurs(const whatsapp::RemoteTemplate& remote, const whatsapp::Template& one)
{
    return remote.words == whatsapp::wordsOf(one) || remote.state == QLatin1String("rejected");
}

Error noProvider()
{
    return {ErrorCode::Unsupported, QStringLiteral("template.none"),
            QStringLiteral("no WhatsApp account is connected whose templates could be asked for")};
}

} // namespace

Future<TemplateOverview> LocalTemplateRoom::all()
{
    return m_store.read(
        [account = m_account, canAsk = m_provider != nullptr](store::Session& session) -> Result<TemplateOverview> {
            const auto known = compiledTemplates().and_then(
                [&](const auto& shipped) { return knownTemplates(session, shipped, account); });
            const auto own = store::OwnTemplates(session).all();
            if (!known || !own) {
                return fail(known ? own.error() : known.error());
            }
            auto overview = overviewOf(*known, *own);
            overview.hasProvider = canAsk;
            return overview;
        });
}

Future<Done> LocalTemplateRoom::refresh()
{
    if (!m_provider) {
        return base::ready<Done>(fail(noProvider()));
    }
    return askTemplates(m_store, m_clock, *m_provider).then([](const Result<Remotes>& known) {
        return known ? Result<Done>(Done{}) : fail(known.error());
    });
}

Future<Done> LocalTemplateRoom::handIn(const QString& name, const QString& language)
{
    if (!m_provider) {
        return base::ready<Done>(fail(noProvider()));
    }
    return m_store
        .read([name, language](store::Session& session) -> Result<Wanted> {
            const auto own = store::OwnTemplates(session).find(name, language);
            if (!own) {
                return fail(own.error());
            }
            if (*own) {
                return Wanted{templateOf(**own), true};
            }
            const auto shipped = compiledTemplates();
            const auto* found = shipped ? whatsapp::findTemplate(*shipped, name, language) : nullptr;
            return found ? Result<Wanted>(Wanted{*found, false}) : fail(shipped ? gone(name) : shipped.error());
        })
        .then([&store = m_store, &clock = m_clock, provider = m_provider](const Result<Wanted>& wanted) {
            return wanted ? handInAt(*provider, store, clock, *wanted) : base::ready<Done>(fail(wanted.error()));
        });
}

Future<std::vector<TemplateFinding>> LocalTemplateRoom::check(const domain::OwnTemplate& one)
{
    return base::ready(Result<std::vector<TemplateFinding>>(findingsOf(one)));
}

Future<Done> LocalTemplateRoom::keep(const domain::OwnTemplate& one)
{
    if (const auto findings = findingsOf(one); !findings.empty()) {
        return base::ready<Done>(fail(ErrorCode::InvalidInput,
                                      QStringLiteral("%1: %2").arg(one.name, findings.front().rule),
                                      QStringLiteral("template.fault")));
    }
    if (isShipped(one.name)) {
        return base::ready<Done>(fail(taken(one.name)));
    }
    return m_store.write([one, account = m_account](store::Session& session) -> Result<Done> {
        const auto told =
            store::Templates(session).find(domain::ChannelKind::WhatsApp, account, one.name, one.language);
        if (!told) {
            return fail(told.error());
        }
        store::OwnTemplates templates(session);
        const auto own = templates.find(one.name, one.language);
        if (!own) {
            return fail(own.error());
        }
        const bool isThere = *told && (*told)->state != QLatin1String("deleted");
        if (isThere && !*own && one.version == 0) {
            return fail(taken(one.name));
        }
        if (isThere && *own && isOf(**told, **own) && (*told)->state != QLatin1String("rejected")) {
            return fail(ErrorCode::Conflict, QStringLiteral("the provider has template %1 as it was").arg(one.name),
                        QStringLiteral("template.judged"));
        }
        return templates.put(one);
    });
}

Future<Done> LocalTemplateRoom::remove(const QString& name, const QString& language)
{
    const auto removeHere = [&store = m_store, account = m_account, name, language,
                             now = m_clock.now()](bool isGoneThere) {
        return store.write([=](store::Session& session) {
            store::Templates states(session);
            return states.find(domain::ChannelKind::WhatsApp, account, name, language)
                .and_then([&](std::optional<store::TemplateState>&& told) -> Result<Done> {
                    if (!told || !isGoneThere) {
                        return Done{};
                    }
                    told->state = QStringLiteral("deleted");
                    told->reason.clear();
                    told->updatedAt = std::max(told->updatedAt, now);
                    return states.note(*told);
                })
                .and_then([&](Done) { return store::OwnTemplates(session).remove(name, language); });
        });
    };
    using Own = std::optional<domain::OwnTemplate>;
    return m_store
        .read([account = m_account, name, language](store::Session& session) -> Result<std::pair<Own, bool>> {
            const auto own = store::OwnTemplates(session).find(name, language);
            const auto told = store::Templates(session).find(domain::ChannelKind::WhatsApp, account, name, language);
            if (!own || !told) {
                return fail(own ? told.error() : own.error());
            }
            const bool isThere = *told && (*told)->state != QLatin1String("deleted");
            return std::pair(*own, isThere);
        })
        .then([removeHere, name, &store = m_store, &clock = m_clock,
               provider = m_provider](const Result<std::pair<Own, bool>>& found) {
            if (!found || !found->first) {
                return base::ready<Done>(fail(found ? gone(name) : found.error()));
            }
            if (!found->second) {
                return removeHere(false);
            }
            if (!provider) {
                return base::ready<Done>(fail(noProvider()));
            }
            return askTemplates(store, clock, *provider)
                .then([removeHere, provider, one = templateOf(*found->first)](const Result<Remotes>& known) {
                    if (!known) {
                        return base::ready<Done>(fail(known.error()));
                    }
                    const auto* remote = whatsapp::findRemote(*known, one);
                    if (!remote || !isOurs(*remote, one)) {
                        return removeHere(remote == nullptr);
                    }
                    return provider->remove(*remote).then([removeHere](const Result<Done>& removed) {
                        return removed ? removeHere(true) : base::ready<Done>(fail(removed.error()));
                    });
                });
        });
}

} // namespace delpek::desk
