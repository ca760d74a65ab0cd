// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/templatewords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"

#include <QColor>
#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace delpek::ui::templatewords
{

namespace
{

struct TemplateWords {
    Q_DECLARE_TR_FUNCTIONS(TemplateWords)
};

constexpr auto names = std::to_array<KeyText>({
    {"appointment_confirmation", QT_TRANSLATE_NOOP("TemplateWords", "Appointment confirmation")},
    {"appointment_reminder", QT_TRANSLATE_NOOP("TemplateWords", "Appointment reminder")},
    {"general_information", QT_TRANSLATE_NOOP("TemplateWords", "General message")},
    {"payment_reminder", QT_TRANSLATE_NOOP("TemplateWords", "Payment reminder")},
});

constexpr auto fields = std::to_array<KeyText>({
    {"patient_name", QT_TRANSLATE_NOOP("TemplateWords", "Patient's name")},
    {"clinic_name", QT_TRANSLATE_NOOP("TemplateWords", "Clinic's name")},
    {"appointment_date", QT_TRANSLATE_NOOP("TemplateWords", "Date of the visit")},
    {"appointment_time", QT_TRANSLATE_NOOP("TemplateWords", "Time of the visit")},
    {"doctor_name", QT_TRANSLATE_NOOP("TemplateWords", "Doctor")},
    {"amount", QT_TRANSLATE_NOOP("TemplateWords", "Amount")},
    {"invoice_number", QT_TRANSLATE_NOOP("TemplateWords", "Invoice number")},
    {"information", QT_TRANSLATE_NOOP("TemplateWords", "What you want to say")},
});

template <typename Rows>
QString lookUp(const Rows& rows, const QString& id)
{
    const QString known = textOf(rows, id, "TemplateWords");
    return known.isEmpty() ? QString(id).replace(QLatin1Char('_'), QLatin1Char(' ')) : known;
}

QString filled(const QString& text, const std::vector<std::pair<QString, QString>>& values, const QColor& missing)
{
    QString html = text.toHtmlEscaped();
    for (const auto& [id, value] : values) {
        const bool isMissing = value.trimmed().isEmpty();
        const QString shown =
            isMissing
                ? QStringLiteral("<span style=\"color:%1\">[%2]</span>").arg(missing.name(), field(id).toHtmlEscaped())
                : QStringLiteral("<b>%1</b>").arg(domain::isolate(value.trimmed()).toHtmlEscaped());
        html.replace(QStringLiteral("{{%1}}").arg(id), shown);
    }
    return html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

} // namespace

QString name(const QString& name)
{
    return lookUp(names, name);
}

QString field(const QString& name)
{
    return lookUp(fields, name);
}

QStringList knownFields()
{
    QStringList known;
    for (const auto& row : fields) {
        known << QLatin1String(row.key);
    }
    return known;
}

QStringList fieldsIn(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\{([a-z0-9_]+)\\}\\}"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        found << it.next().captured(1);
    }
    found.removeDuplicates();
    return found;
}

QString state(const desk::TemplateChoice& choice)
{
    if (choice.sendable) {
        return TemplateWords::tr("Approved");
    }
    if (choice.state == QLatin1String("pending") || choice.state == QLatin1String("in_appeal")) {
        return TemplateWords::tr("Waiting for approval");
    }
    if (choice.state == QLatin1String("rejected")) {
        return TemplateWords::tr("Not approved");
    }
    if (choice.state == QLatin1String("paused")) {
        return TemplateWords::tr("Paused");
    }
    return choice.state.isEmpty() ? TemplateWords::tr("Not handed in") : TemplateWords::tr("Disabled");
}

QString whyNot(const desk::TemplateChoice& choice)
{
    if (choice.sendable) {
        return {};
    }
    if (choice.state == QLatin1String("pending") || choice.state == QLatin1String("in_appeal")) {
        return TemplateWords::tr("WhatsApp is still looking at this template; that takes up to a day. Choose another "
                                 "one, or call the patient.");
    }
    if (choice.state == QLatin1String("paused")) {
        return TemplateWords::tr("WhatsApp has paused this template because patients did not like it. Choose another "
                                 "one, or call the patient.");
    }
    return choice.state.isEmpty()
               ? TemplateWords::tr(
                     "This template has not been handed in to WhatsApp yet, or WhatsApp has not answered. "
                     "An administrator can hand it in. Choose another one, or call the patient.")
               : TemplateWords::tr("WhatsApp does not allow this template. An administrator has to change it. Choose "
                                   "another one, or call the patient.");
}

QString preview(const desk::TemplateChoice& choice, const std::vector<std::pair<QString, QString>>& values,
                const QColor& missing)
{
    QStringList parts;
    if (!choice.header.isEmpty()) {
        parts << QStringLiteral("<b>%1</b>").arg(filled(choice.header, values, missing));
    }
    parts << filled(choice.body, values, missing);
    if (!choice.footer.isEmpty()) {
        parts << QStringLiteral("<small>%1</small>").arg(choice.footer.toHtmlEscaped());
    }
    const QString direction =
        choice.language.startsWith(QLatin1String("he")) ? QStringLiteral("rtl") : QStringLiteral("ltr");
    return QStringLiteral("<div dir=\"%1\">%2</div>").arg(direction, parts.join(QStringLiteral("<br><br>")));
}

} // namespace delpek::ui::templatewords
