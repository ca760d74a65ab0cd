// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTextEdit;

namespace delpek::ui
{

class Theme;

/// A text of a service in both languages side by side, with rows for a woman and a man where the wording needs them,
/// and what is wrong with it below.
class ServiceTextField final : public QWidget
{
    Q_OBJECT

public:
    /// `place` in the file: "/answer".
    ServiceTextField(const Theme& theme, QString place, QWidget* parent = nullptr);

    void setText(const desk::ServiceText& text);
    desk::ServiceText text() const;
    /// Shows those that are at its place; true where there is one.
    bool showFindings(const std::vector<desk::ServiceFinding>& findings);
    void setPlace(const QString& place) { m_place = place; }

Q_SIGNALS:
    void edited();

private:
    QTextEdit* addEdit(const Theme& theme, int language, int form);
    void showForms();

    QString m_place;
    QTextEdit* m_edits[2][3]; ///< by language, then neutral, female, male
    QLabel* m_names[3];
    QCheckBox* m_forms;
    QLabel* m_trouble;
};

/// Those at `place` or within it, a line each, into the label; true where there is one.
bool showFindingsAt(QLabel& label, const QString& place, const std::vector<desk::ServiceFinding>& findings);

} // namespace delpek::ui
