// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/reporttext.h"

#include "domain/isolate.h"

namespace delpek::app::check
{

namespace
{

/// The widths of both columns, in characters of a terminal.
struct Columns {
    qsizetype state = 0;
    qsizetype subject = 0;
};

Columns columnsOf(const Report& report, const Texts& texts)
{
    Columns columns;
    for (const Section& section : report) {
        for (const auto& finding : section.findings) {
            columns.state = std::max(columns.state, texts.state(finding.state).size());
            columns.subject = std::max(columns.subject, texts.subject(finding.subject).size());
        }
    }
    return columns;
}

QString heading(const Section& section, const Texts& texts)
{
    const QString name = texts.section(section.name);
    return section.account.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, section.account);
}

QString trimmedEnd(QString line)
{
    while (line.endsWith(QLatin1Char(' '))) {
        line.chop(1);
    }
    return line;
}

} // namespace

int faultsIn(const Report& report)
{
    int faults = 0;
    for (const Section& section : report) {
        faults += int(std::ranges::count(section.findings, channels::FindingState::Fault, &channels::Finding::state));
    }
    return faults;
}

QStringList asLines(const Report& report, const Texts& texts)
{
    const Columns columns = columnsOf(report, texts);
    QStringList lines;
    for (const Section& section : report) {
        lines += heading(section, texts);
        for (const auto& finding : section.findings) {
            lines +=
                trimmedEnd(QStringLiteral("  %1  %2  %3")
                               .arg(texts.state(finding.state).leftJustified(columns.state),
                                    texts.subject(finding.subject).leftJustified(columns.subject), finding.detail));
            if (!finding.key.isEmpty()) {
                lines += QStringLiteral("      ") + texts.sentence(finding.key);
            }
        }
        lines += QString();
    }
    const int faults = faultsIn(report);
    lines += faults == 0 ? texts.summary(QStringLiteral("check.good"))
                         : texts.summary(QStringLiteral("check.faults")).arg(faults);
    return lines;
}

base::Json asJson(const Report& report, const Texts& texts)
{
    base::Json sections = base::Json::array();
    for (const Section& section : report) {
        base::Json findings = base::Json::array();
        for (const auto& finding : section.findings) {
            const QString text = finding.key.isEmpty() ? QString() : texts.sentence(finding.key);
            findings.push_back({{"subject", base::utf8(finding.subject)},
                                {"state", base::utf8(wordOf(finding.state))},
                                {"key", base::utf8(finding.key)},
                                {"detail", base::utf8(finding.detail)},
                                {"text", base::utf8(text)}});
        }
        sections.push_back({{"name", base::utf8(section.name)},
                            {"account", base::utf8(section.account)},
                            {"findings", std::move(findings)}});
    }
    return {{"ok", faultsIn(report) == 0}, {"sections", std::move(sections)}};
}

} // namespace delpek::app::check
