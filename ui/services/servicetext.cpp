// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/servicetext.h"

#include "domain/isolate.h"
#include "ui/services/servicewords.h"
#include "ui/wording.h"

#include <QCoreApplication>

namespace delpek::ui
{

namespace
{

struct ServiceHtml {
    Q_DECLARE_TR_FUNCTIONS(ServiceHtml)
};

QString formsHtml(const desk::ServiceForms& forms)
{
    return forms.differ() ? paragraphHtml(forms.neutral) + paragraphHtml(forms.female) + paragraphHtml(forms.male)
                          : paragraphHtml(forms.neutral);
}

QString textHtml(const desk::ServiceText& text)
{
    return formsHtml(text.hebrew) + formsHtml(text.english);
}

QString sectionHtml(const QString& title, const desk::ServiceText& text)
{
    return text.isEmpty() ? QString() : headingHtml(title) + textHtml(text);
}

/// A line of ours, in the direction of the window.
QString lineHtml(const QString& text)
{
    return QStringLiteral("<p style=\"margin:2px 0\">%1</p>").arg(text.toHtmlEscaped());
}

QString weekHtml(const domain::WeeklyHours& hours)
{
    QString html;
    for (int day = 0; day < 7; ++day) {
        QStringList spans;
        for (const auto& span : hours[size_t(day)]) {
            spans << domain::isolate(QStringLiteral("%1-%2").arg(span.from.toString(QStringLiteral("HH:mm")),
                                                                 span.to.toString(QStringLiteral("HH:mm"))));
        }
        if (!spans.isEmpty()) {
            html += lineHtml(ServiceHtml::tr("%1: %2").arg(words::weekday(day), spans.join(ServiceHtml::tr(", "))));
        }
    }
    return html;
}

QString clinicMoment(const domain::LocalTime& time)
{
    return domain::isolate(time.date.toString(QStringLiteral("d.M.yyyy")) +
                           time.time.toString(QStringLiteral(" HH:mm")));
}

QString noticesHtml(const std::vector<desk::ServiceNotice>& notices, const domain::LocalTime& now)
{
    QString html = notices.empty() ? QString() : headingHtml(ServiceHtml::tr("Announcements"));
    for (const auto& notice : notices) {
        const QString times =
            ServiceHtml::tr("From %1 until %2").arg(clinicMoment(notice.from), clinicMoment(notice.until));
        const bool isOver = !(now < notice.until);
        const bool isSaid = !isOver && !(now < notice.from);
        html += lineHtml(isOver   ? ServiceHtml::tr("%1: over").arg(times)
                         : isSaid ? ServiceHtml::tr("%1: said now").arg(times)
                                  : ServiceHtml::tr("%1: not yet").arg(times));
        html += textHtml(notice.text);
    }
    return html;
}

QString questionsHtml(const std::vector<desk::ServiceQuestion>& questions)
{
    QString html = questions.empty() ? QString() : headingHtml(ServiceHtml::tr("Questions, to be changed in the file"));
    for (const auto& question : questions) {
        html += paragraphHtml(question.ask.he) + paragraphHtml(question.ask.en);
    }
    return html;
}

} // namespace

QString headingHtml(const QString& text)
{
    return QStringLiteral("<p style=\"margin:12px 0 2px 0\"><b>%1</b></p>").arg(text.toHtmlEscaped());
}

QString paragraphHtml(const QString& text)
{
    if (text.isEmpty()) {
        return {};
    }
    return QStringLiteral("<p dir=\"%1\" style=\"margin:2px 0\">%2</p>")
        .arg(text.isRightToLeft() ? QStringLiteral("rtl") : QStringLiteral("ltr"),
             text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

QString serviceHtml(const desk::ServiceEntry& entry, bool fromRight, const domain::LocalTime& now)
{
    const auto& draft = entry.draft;
    QString html =
        QStringLiteral("<div dir=\"%1\"><p style=\"margin:0\"><b>%2</b></p>")
            .arg(fromRight ? QStringLiteral("rtl") : QStringLiteral("ltr"), servicewords::name(entry).toHtmlEscaped());
    html += lineHtml(ServiceHtml::tr("%1. %2.").arg(servicewords::state(entry), servicewords::happens(entry)));
    if (!entry.findings.empty()) {
        html += headingHtml(ServiceHtml::tr("Not right"));
        for (const auto& one : entry.findings) {
            html += lineHtml(servicewords::findingAtPlace(one));
        }
        const bool stops = std::ranges::any_of(entry.findings, [](const auto& one) { return one.rules.isEmpty(); });
        html += stops ? lineHtml(ServiceHtml::tr("As long as it is so, Delpek does not start.")) : QString();
    }
    html += headingHtml(ServiceHtml::tr("Asked for with"));
    html += paragraphHtml(draft.hebrewKeywords.join(QStringLiteral(", ")));
    html += paragraphHtml(draft.englishKeywords.join(QStringLiteral(", ")));
    html += lineHtml(ServiceHtml::tr("In messages of at most %n word(s).", nullptr, draft.mostWords));
    html += headingHtml(ServiceHtml::tr("Who may use it, and when"));
    html += lineHtml(
        ServiceHtml::tr("%1. %2.").arg(servicewords::roles(draft.roles), servicewords::opening(draft.opening)));
    html += weekHtml(draft.hours);
    html += sectionHtml(ServiceHtml::tr("Answer"), draft.answer);
    html += sectionHtml(ServiceHtml::tr("Said outside the hours"), draft.closed);
    html += questionsHtml(entry.questions);
    html += sectionHtml(ServiceHtml::tr("Said when the form was handed in"), draft.done);
    html += noticesHtml(draft.notices, now);
    if (!entry.file.isEmpty()) {
        html += headingHtml(ServiceHtml::tr("File")) + paragraphHtml(entry.file);
    }
    return html + QStringLiteral("</div>");
}

} // namespace delpek::ui
