// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/signatures.h"

#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/values.h"

#include <array>

namespace delpek::simulation::odoo
{

using base::Json;
using base::utf8;

namespace
{

struct Signature {
    const char* method;
    bool onRecords;
    const char* names;       ///< in order, parted by spaces; "!" after those that must be there
    const char* models = ""; ///< parted by spaces; empty: every model
    int since = 0;
    int until = 1000;
};

constexpr auto signatures = std::to_array<Signature>({
    {"search", false, "domain! offset limit order count", "", 0, 16},
    {"search", false, "domain! offset limit order", "", 17},
    {"search_count", false, "domain!", "", 0, 15},
    {"search_count", false, "domain! limit", "", 16},
    {"search_read", false, "domain fields offset limit order load"},
    {"read", true, "fields load"},
    {"read_group", false, "domain! fields! groupby! offset limit orderby lazy"},
    {"fields_get", false, "allfields attributes"},
    {"name_search", false, "name args operator limit", "", 0, 18},
    {"name_search", false, "name domain operator limit", "", 19},
    {"create", false, "vals_list!"},
    {"load", false, "fields! data!"},
    {"write", true, "vals!"},
    {"unlink", true, ""},
    {"exists", true, ""},
    {"check_access_rights", false, "operation! raise_exception", "", 0, 17},
    {"has_access", true, "operation!", "", 18},
    {"has_group", false, "group_ext_id!", "res.users", 0, 17},
    {"has_group", true, "group_ext_id!", "res.users", 18},
    {"context_get", false, "", "res.users"},
    {"toggle_active", true, ""},
    {"action_archive", true, ""},
    {"action_unarchive", true, ""},
    {"message_post", true,
     "body subject message_type email_from author_id parent_id subtype_xmlid subtype_id partner_ids attachments "
     "attachment_ids body_is_html"},
    {"do_accept", true, "", "calendar.attendee"},
    {"do_decline", true, "", "calendar.attendee"},
    {"do_tentative", true, "", "calendar.attendee"},
    {"action_post", true, "", "account.move"},
    {"button_draft", true, "", "account.move"},
    {"button_cancel", true, "", "account.move"},
    {"action_create_payments", true, "", "account.payment.register"},
});

std::vector<qint64> idsOf(const Json& given)
{
    std::vector<qint64> ids;
    for (const Json& id : given.is_array() ? given : Json::array({given})) {
        if (!id.is_number_integer()) {
            pythonError("TypeError", QStringLiteral("ids are whole numbers"));
        }
        ids.push_back(id.get<qint64>());
    }
    return ids;
}

std::optional<Signature> signatureOf(const Env& env, const Model& model, const QString& method)
{
    const int version = env.db.profile().version;
    for (const Signature& signature : signatures) {
        const auto models = QString::fromLatin1(signature.models).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const bool fits = models.isEmpty() || models.contains(model.name);
        if (fits && method == QLatin1String(signature.method) && version >= signature.since &&
            version <= signature.until) {
            return signature;
        }
    }
    return model.sets.contains(utf8(method)) ? std::optional(Signature{"", true, ""}) : std::nullopt;
}

[[noreturn]] void wrongArguments(const Invocation& invocation, const QString& what)
{
    const QString text = QStringLiteral("%1() %2").arg(invocation.method, what);
    if (invocation.byName) {
        throw Refused{QStringLiteral("werkzeug.exceptions.UnprocessableEntity"), text};
    }
    pythonError("TypeError", text);
}

} // namespace

qint64 Arguments::number(const char* name) const
{
    const Json& value = (*this)[name];
    return value.is_number()   ? value.get<qint64>()
           : value.is_string() ? QString::fromStdString(value.get<std::string>()).toLongLong()
                               : 0;
}

QString Arguments::text(const char* name) const
{
    return base::textAt(named, name);
}

QStringList Arguments::words(const char* name) const
{
    QStringList all;
    const Json& value = (*this)[name];
    if (value.is_string()) {
        return {QString::fromStdString(value.get<std::string>())};
    }
    for (const Json& word : value.is_array() ? value : Json::array()) {
        if (!word.is_string()) {
            pythonError("TypeError", QStringLiteral("a name is a text"));
        }
        all.append(QString::fromStdString(word.get<std::string>()));
    }
    return all;
}

Arguments bind(const Env& env, const Model& model, const Invocation& invocation)
{
    if (invocation.method.startsWith(QLatin1Char('_'))) {
        accessError(QStringLiteral("Private methods (such as %1.%2) cannot be called remotely.")
                        .arg(model.name, invocation.method));
    }
    const auto signature = signatureOf(env, model, invocation.method);
    if (!signature || (invocation.method == QLatin1String("message_post") && !model.hasChatter)) {
        if (invocation.byName) {
            throw Refused{QStringLiteral("werkzeug.exceptions.NotFound"), QStringLiteral("no such method")};
        }
        pythonError("AttributeError",
                    QStringLiteral("The method '%1.%2' does not exist").arg(model.name, invocation.method));
    }
    Arguments bound;
    bound.named = invocation.kwargs;
    bound.named.erase("context");
    std::size_t next = 0;
    if (invocation.byName) {
        if (bound.named.contains("ids")) {
            if (!signature->onRecords) {
                wrongArguments(invocation, QStringLiteral("is called without ids"));
            }
            bound.ids = idsOf(bound.named["ids"]);
            bound.named.erase("ids");
        }
    } else if (signature->onRecords) {
        if (invocation.args.empty()) {
            wrongArguments(invocation, QStringLiteral("missing 1 required positional argument: 'self'"));
        }
        bound.ids = idsOf(invocation.args[0]);
        next = 1;
    }
    QStringList known;
    for (const QString& word : QString::fromLatin1(signature->names).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const bool isNeeded = word.endsWith(QLatin1Char('!'));
        const QString name = isNeeded ? word.chopped(1) : word;
        known.append(name);
        if (next < invocation.args.size()) {
            if (bound.named.contains(utf8(name))) {
                wrongArguments(invocation, QStringLiteral("got multiple values for argument '%1'").arg(name));
            }
            bound.named[utf8(name)] = invocation.args[next++];
        } else if (isNeeded && !bound.named.contains(utf8(name))) {
            wrongArguments(invocation, QStringLiteral("missing a required argument: '%1'").arg(name));
        }
    }
    if (next < invocation.args.size()) {
        wrongArguments(invocation, QStringLiteral("takes fewer positional arguments"));
    }
    for (const auto& [name, unused] : bound.named.items()) {
        if (!known.contains(QString::fromStdString(name))) {
            wrongArguments(invocation,
                           QStringLiteral("got an unexpected keyword argument '%1'").arg(QString::fromStdString(name)));
        }
    }
    return bound;
}

} // namespace delpek::simulation::odoo
