// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/templates/templatestatewords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/thread/templatewords.h"

#include <array>

namespace delpek::ui::templatestatewords
{

namespace
{

struct TemplateStateWords {
    Q_DECLARE_TR_FUNCTIONS(TemplateStateWords)
};

constexpr auto categoryTexts = std::to_array<KeyText>({
    {"utility", QT_TRANSLATE_NOOP("TemplateStateWords", "About a visit or an account")},
    {"marketing", QT_TRANSLATE_NOOP("TemplateStateWords", "Advertising")},
    {"authentication", QT_TRANSLATE_NOOP("TemplateStateWords", "Codes for signing in")},
});

constexpr auto reasonTexts = std::to_array<KeyText>({
    {"abusive_content", QT_TRANSLATE_NOOP("TemplateStateWords", "WhatsApp found words in it that it does not allow.")},
    {"incorrect_category",
     QT_TRANSLATE_NOOP("TemplateStateWords", "WhatsApp takes it for a message of another category.")},
    {"invalid_format", QT_TRANSLATE_NOOP("TemplateStateWords", "WhatsApp does not like how the fields stand in it.")},
    {"promotional", QT_TRANSLATE_NOOP("TemplateStateWords", "WhatsApp takes it for advertising.")},
    {"scam", QT_TRANSLATE_NOOP("TemplateStateWords", "WhatsApp takes it for fraud.")},
    {"tag_content_mismatch",
     QT_TRANSLATE_NOOP("TemplateStateWords", "WhatsApp says that its language or category does not fit its text.")},
});

constexpr auto findingTexts = std::to_array<KeyText>({
    {"name", QT_TRANSLATE_NOOP("TemplateStateWords", "The name takes small English letters, digits and _ alone.")},
    {"line-length", QT_TRANSLATE_NOOP("TemplateStateWords", "The line above or below is longer than 60 characters.")},
    {"body-length", QT_TRANSLATE_NOOP("TemplateStateWords", "The text is empty or longer than 1,024 characters.")},
    {"header-field", QT_TRANSLATE_NOOP("TemplateStateWords", "The line above takes no field. Put it into the text.")},
    {"footer-variables",
     QT_TRANSLATE_NOOP("TemplateStateWords", "The line below takes no field. Put it into the text.")},
    {"variable-form",
     QT_TRANSLATE_NOOP("TemplateStateWords",
                       "A field stands in double braces, with small English letters, digits and _: {{patient_name}}.")},
    {"variable-at-start",
     QT_TRANSLATE_NOOP("TemplateStateWords", "A field cannot open the text. Write a word before it.")},
    {"variable-at-end", QT_TRANSLATE_NOOP("TemplateStateWords",
                                          "A field cannot close the text; a full stop behind it is not enough. Write "
                                          "something after it.")},
    {"variables-touch", QT_TRANSLATE_NOOP("TemplateStateWords", "Words have to stand between two fields.")},
    {"button-label", QT_TRANSLATE_NOOP("TemplateStateWords", "A button takes up to 25 characters and no field.")},
    {"button-twin", QT_TRANSLATE_NOOP("TemplateStateWords", "Two buttons say the same.")},
});

constexpr auto templateSentences = std::to_array<KeyText>({
    {"template.none",
     QT_TRANSLATE_NOOP("TemplateStateWords",
                       "No WhatsApp account is connected that could be asked. Connect it under Connections, with the "
                       "WhatsApp account ID, and start Delpek again.")},
    {"template.fault", QT_TRANSLATE_NOOP("TemplateStateWords", "WhatsApp would not take this text. See what is said "
                                                               "beside it.")},
    {"template.taken",
     QT_TRANSLATE_NOOP("TemplateStateWords", "There is a template of this name already. Give it another one.")},
    {"template.changed", QT_TRANSLATE_NOOP("TemplateStateWords", "Somebody changed this template meanwhile. Look at it "
                                                                 "again before you change it.")},
    {"template.judged",
     QT_TRANSLATE_NOOP("TemplateStateWords",
                       "WhatsApp is looking at this template or has approved it, so its words stay. Write a new one.")},
    {"template.gone", QT_TRANSLATE_NOOP("TemplateStateWords", "This template was removed meanwhile.")},
    {"template.known",
     QT_TRANSLATE_NOOP("TemplateStateWords", "WhatsApp has this template already. What it says of it is shown now.")},
});

} // namespace

desk::TemplateChoice choiceOf(const QString& name, const desk::TemplateText& text)
{
    desk::TemplateChoice choice{name, text.language, text.header, text.body, text.footer, {}, {}, {}, false};
    choice.state = text.state;
    choice.sendable = text.state == QLatin1String("approved");
    return choice;
}

QString language(const QString& code)
{
    return code.startsWith(QLatin1String("he"))   ? TemplateStateWords::tr("In Hebrew")
           : code.startsWith(QLatin1String("en")) ? TemplateStateWords::tr("In English")
                                                  : domain::isolate(code);
}

QString category(const QString& category)
{
    const QString known = textOf(categoryTexts, category, "TemplateStateWords");
    return known.isEmpty() ? domain::isolate(category) : known;
}

QString reason(const QString& reason)
{
    if (reason.isEmpty() || reason == QLatin1String("none")) {
        return {};
    }
    const QString known = textOf(reasonTexts, reason, "TemplateStateWords");
    return known.isEmpty() ? TemplateStateWords::tr("WhatsApp's reason: %1").arg(domain::isolate(reason)) : known;
}

QString finding(const desk::TemplateFinding& finding)
{
    if (finding.rule == QLatin1String("example")) {
        return TemplateStateWords::tr("An example is missing or not in one line: %1")
            .arg(templatewords::field(finding.about));
    }
    const QString known = textOf(findingTexts, finding.rule, "TemplateStateWords");
    return known.isEmpty() ? TemplateStateWords::tr("WhatsApp would not take it: %1").arg(domain::isolate(finding.rule))
                           : known;
}

QString sentence(const QString& key)
{
    return textOf(templateSentences, key, "TemplateStateWords");
}

} // namespace delpek::ui::templatestatewords
