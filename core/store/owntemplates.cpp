// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/owntemplates.h"

#include "base/json.h"

namespace delpek::store
{

namespace
{

using base::Json;
using domain::OwnTemplate;

QString buttonsText(const QStringList& buttons)
{
    Json list = Json::array();
    for (const QString& button : buttons) {
        list.push_back(base::utf8(button));
    }
    return QString::fromUtf8(base::toBytes(list));
}

QString examplesText(const std::vector<std::pair<QString, QString>>& examples)
{
    Json list = Json::array();
    for (const auto& [field, example] : examples) {
        list.push_back({{"field", base::utf8(field)}, {"example", base::utf8(example)}});
    }
    return QString::fromUtf8(base::toBytes(list));
}

Result<OwnTemplate> readRow(const Rows& row)
{
    const auto buttons = base::parseJson(row.text(6).toUtf8());
    const auto examples = base::parseJson(row.text(7).toUtf8());
    if (!buttons || !examples || !buttons->is_array() || !examples->is_array()) {
        return fail(ErrorCode::Internal, QStringLiteral("own_template %1: not as it was written").arg(row.text(0)));
    }
    OwnTemplate one{row.text(0), row.text(1), row.text(2), row.text(3),   row.text(4),
                    row.text(5), {},          {},          row.integer(8)};
    for (const Json& button : *buttons) {
        one.buttons << QString::fromStdString(button.is_string() ? button.get<std::string>() : std::string());
    }
    for (const Json& pair : *examples) {
        one.examples.emplace_back(base::textAt(pair, "field"), base::textAt(pair, "example"));
    }
    return one;
}

Result<std::vector<OwnTemplate>> list(Session& session, const QString& where, const QVariantList& values)
{
    auto rows = session.run(QStringLiteral("SELECT name, language, category, header, body, footer, buttons, examples, "
                                           "version FROM own_template %1 ORDER BY name, language")
                                .arg(where),
                            values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<OwnTemplate> found;
    while (rows->next()) {
        auto one = readRow(*rows);
        if (!one) {
            return fail(one.error());
        }
        found.push_back(std::move(*one));
    }
    return found;
}

tl::unexpected<Error> gone(const QString& name)
{
    return fail(ErrorCode::NotFound, QStringLiteral("there is no template %1 of the clinic's own").arg(name),
                QStringLiteral("template.gone"));
}

} // namespace

Result<std::vector<OwnTemplate>> OwnTemplates::all()
{
    return list(m_session, {}, {});
}

Result<std::optional<OwnTemplate>> OwnTemplates::find(const QString& name, const QString& language)
{
    return list(m_session, QStringLiteral("WHERE name = ? AND language = ?"), {name, language})
        .map([](std::vector<OwnTemplate>&& found) {
            return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
        });
}

Result<Done> OwnTemplates::put(const OwnTemplate& one)
{
    const QVariantList words{
        one.category, one.header, one.body, one.footer, buttonsText(one.buttons), examplesText(one.examples)};
    const bool isNew = one.version == 0;
    const auto touched =
        isNew ? m_session.execute(QStringLiteral("INSERT INTO own_template (category, header, body, footer, buttons, "
                                                 "examples, name, language, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
                                                 "1) ON CONFLICT DO NOTHING"),
                                  words + QVariantList{one.name, one.language})
              : m_session.execute(QStringLiteral("UPDATE own_template SET category = ?, header = ?, body = ?, "
                                                 "footer = ?, buttons = ?, examples = ?, version = version + 1 "
                                                 "WHERE name = ? AND language = ? AND version = ?"),
                                  words + QVariantList{one.name, one.language, one.version});
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched == 0) {
        if (isNew) {
            return fail(ErrorCode::Conflict, QStringLiteral("there is a template %1 already").arg(one.name),
                        QStringLiteral("template.taken"));
        }
        const auto there = find(one.name, one.language);
        return !there   ? Result<Done>(fail(there.error()))
               : *there ? fail(ErrorCode::Conflict, QStringLiteral("template %1 was changed meanwhile").arg(one.name),
                               QStringLiteral("template.changed"))
                        : Result<Done>(gone(one.name));
    }
    m_session.changed(domain::Topic::Template, 0);
    return Done{};
}

Result<Done> OwnTemplates::remove(const QString& name, const QString& language)
{
    const auto touched =
        m_session.execute(QStringLiteral("DELETE FROM own_template WHERE name = ? AND language = ?"), {name, language});
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched == 0) {
        return gone(name);
    }
    m_session.changed(domain::Topic::Template, 0);
    return Done{};
}

} // namespace delpek::store
