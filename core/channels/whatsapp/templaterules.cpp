// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/templates.h"

#include <QRegularExpression>
#include <QSet>

// What Meta asks of a template before it looks at its words.

namespace delpek::channels::whatsapp
{

namespace
{

class Judge
{
public:
    explicit Judge(const Template& one)
        : m_one(one)
    {
    }

    std::vector<Objection> judge()
    {
        identity();
        line(m_one.header, QStringLiteral("header"));
        line(m_one.footer, QStringLiteral("footer"));
        body();
        variables(m_one.header, QStringLiteral("header"));
        variables(m_one.body, QStringLiteral("body"));
        names();
        examples();
        buttons();
        return std::move(m_objections);
    }

private:
    void object(const char* rule, const QString& detail)
    {
        m_objections.push_back({QString::fromLatin1(rule), detail});
    }

    static bool matches(const QString& text, const char* pattern)
    {
        return QRegularExpression(QLatin1String("\\A(?:") + QLatin1String(pattern) + QLatin1String(")\\z"))
            .match(text)
            .hasMatch();
    }

    void identity()
    {
        if (m_one.name.size() > maxTemplateName || !matches(m_one.name, "[a-z0-9_]+")) {
            object("name", QStringLiteral("1 to %1 lower-case letters, digits and underscores").arg(maxTemplateName));
        }
        if (!matches(m_one.language, "[a-z]{2,3}(_[A-Z]{2})?")) {
            object("language", QStringLiteral("a code as he or en_US"));
        }
        if (!matches(m_one.category, "AUTHENTICATION|MARKETING|UTILITY")) {
            object("category", QStringLiteral("AUTHENTICATION, MARKETING or UTILITY"));
        }
    }

    void line(const QString& text, const QString& where)
    {
        if (text.size() > maxTemplateLine) {
            object("line-length", QStringLiteral("%1: at most %2 characters").arg(where).arg(maxTemplateLine));
        }
        if (text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\t'))) {
            object("line-breaks", where + QStringLiteral(": one line without tabs"));
        }
    }

    void body()
    {
        if (m_one.body.trimmed().isEmpty() || m_one.body.size() > maxTemplateBody) {
            object("body-length", QStringLiteral("1 to %1 characters").arg(maxTemplateBody));
        }
        if (m_one.header.count(QStringLiteral("{{")) > 1) {
            object("header-variables", QStringLiteral("one variable at most"));
        }
        if (m_one.footer.contains(QStringLiteral("{{"))) {
            object("footer-variables", QStringLiteral("a footer has no variable"));
        }
    }

    /// Where variables may stand. Marks of punctuation beside one do not count as words.
    void variables(const QString& text, const QString& where)
    {
        if (!text.contains(QLatin1String("{{")) && !text.contains(QLatin1String("}}"))) {
            return;
        }
        static const QRegularExpression good(QStringLiteral("\\{\\{[a-z0-9_]+\\}\\}"));
        QString rest = text;
        if (rest.remove(good).contains(QRegularExpression(QStringLiteral("\\{\\{|\\}\\}")))) {
            object("variable-form", where + QStringLiteral(": lower-case letters, digits and underscores in {{ }}"));
        }
        static const QRegularExpression opens(QStringLiteral("\\A[\\s\\p{P}]*?\\{\\{"));
        static const QRegularExpression closes(QStringLiteral("\\}\\}[\\s\\p{P}]*\\z"));
        if (opens.match(text).hasMatch()) {
            object("variable-at-start", where + QStringLiteral(": a variable may not open the text"));
        }
        if (closes.match(text).hasMatch()) {
            object("variable-at-end", where + QStringLiteral(": a variable may not close the text"));
        }
        if (text.contains(QLatin1String("}}{{"))) {
            object("variables-touch", where + QStringLiteral(": words between two variables"));
        }
    }

    void names()
    {
        const QStringList variables = variablesOf(m_one);
        for (const QString& name : variables) {
            if (!m_one.positional && !matches(name, "[a-z][a-z0-9_]*")) {
                object("variable-form", QStringLiteral("%1: a name begins with a letter").arg(name));
            }
        }
        for (qsizetype i = 0; m_one.positional && i < variables.size(); ++i) {
            if (variables[i] != QString::number(i + 1)) {
                object("variable-order", QStringLiteral("positional variables are 1, 2, 3 … in this order"));
                return;
            }
        }
    }

    void examples()
    {
        const QStringList variables = variablesOf(m_one);
        QStringList given;
        for (const auto& [name, value] : m_one.examples) {
            if (!variables.contains(name) || given.contains(name)) {
                object("example", QStringLiteral("%1: there is no such variable, or an example already").arg(name));
            } else if (const QString why = objectionToValue(value); !why.isEmpty()) {
                object("example", QStringLiteral("%1: the example %2").arg(name, why));
            }
            given << name;
        }
        for (const QString& name : variables) {
            if (!given.contains(name)) {
                object("example", name + QStringLiteral(": an example is missing"));
            }
        }
    }

    void buttons()
    {
        if (m_one.buttons.size() > maxTemplateButtons) {
            object("buttons", QStringLiteral("at most %1").arg(maxTemplateButtons));
        }
        QSet<QString> known;
        for (const domain::Option& button : m_one.buttons) {
            const bool shortEnough = !button.label.trimmed().isEmpty() && button.label.size() <= maxTemplateButtonLabel;
            if (!shortEnough || button.label.contains(QLatin1String("{{")) ||
                button.label.contains(QLatin1Char('\n'))) {
                object("button-label", QStringLiteral("1 to %1 characters, no variable").arg(maxTemplateButtonLabel));
            }
            if (button.value.isEmpty() || button.value.toUtf8().size() > 64) {
                object("button-value", QStringLiteral("1 to 64 bytes"));
            }
            for (const QString& word :
                 {QStringLiteral("label ") + button.label, QStringLiteral("value ") + button.value}) {
                if (known.contains(word)) {
                    object("button-twin", QStringLiteral("no label and no value twice"));
                }
                known.insert(word);
            }
        }
    }

    const Template& m_one;
    std::vector<Objection> m_objections;
};

} // namespace

std::vector<Objection> objectionsTo(const Template& one)
{
    return Judge(one).judge();
}

} // namespace delpek::channels::whatsapp
