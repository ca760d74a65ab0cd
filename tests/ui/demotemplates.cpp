// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demotemplates.h"

#include "base/json.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace delpek::test
{

namespace
{

QString stateOf(const QString& name, const QString& language)
{
    if (name == QLatin1String("payment_reminder")) {
        return QStringLiteral("rejected");
    }
    if (name == QLatin1String("appointment_reminder") && language == QLatin1String("en")) {
        return QStringLiteral("pending");
    }
    return QStringLiteral("approved");
}

desk::TemplateChoice choice(const QString& name, const QString& language, const base::Json& text)
{
    desk::TemplateChoice one;
    one.name = name;
    one.language = language;
    one.body = base::textAt(text, "body");
    for (const auto& button : base::at(text, "buttons")) {
        one.buttons << base::textAt(button, "label");
    }
    static const QRegularExpression field(QStringLiteral("\\{\\{(\\w+)\\}\\}"));
    for (auto it = field.globalMatch(one.body); it.hasNext();) {
        const QString id = it.next().captured(1);
        one.fields.push_back({id, {}, base::textAt(base::at(text, "examples"), id.toUtf8().constData())});
    }
    one.state = stateOf(name, language);
    one.sendable = one.state == QLatin1String("approved");
    return one;
}

} // namespace

std::vector<desk::TemplateChoice> demoTemplates()
{
    std::vector<desk::TemplateChoice> choices;
    const QDir folder(QStringLiteral(":/delpek/templates"));
    for (const QString& entry : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(entry));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const auto json = base::parseJson(file.readAll()).value_or(base::Json());
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("he")}) {
            choices.push_back(choice(base::textAt(json, "name"), language,
                                     base::at(base::at(json, "texts"), language.toUtf8().constData())));
        }
    }
    return choices;
}

} // namespace delpek::test
