// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/templateroom.h"
#include "ui/context.h"
#include "ui/settings/leaveonce.h"

#include <QDialog>
#include <QTimer>

#include <map>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QTextEdit;

namespace delpek::ui
{

using TemplateExamples = std::map<std::pair<QString, QString>, QString>; ///< by language and field

/// One template of the clinic's own in one language, to write or to change, with what a patient would read beside it.
/// What is wrong is shown while it is typed; it stays open with what was typed until it could be kept.
class TemplateForm final : public QDialog
{
    Q_OBJECT

public:
    /// Version 0: a new one; its name, when it has one, stays with its category, for it has a text in another language.
    /// `examples` stand in for known fields. Deletes itself when it closes.
    TemplateForm(const Context& context, const domain::OwnTemplate& one, TemplateExamples examples, QWidget* parent);

    /// The first time, with something typed, it only says that it would be lost.
    void reject() override;

Q_SIGNALS:
    void kept(const QString& name);

private:
    bool isNew() const { return m_one.version == 0; }
    void build();
    QWidget* buildForm();
    QWidget* buildPreview();
    void addRow(const QString& name, QWidget* field, const QString& hint = {});
    void offerFields();
    void showLanguage();
    void keepExamples();
    void showExamples();
    void showPreview();
    void edited();
    domain::OwnTemplate entered() const;
    void check(bool keepsThen);
    void showFindings(std::vector<desk::TemplateFinding> findings);
    void keep();

    Context m_context;
    domain::OwnTemplate m_one;
    TemplateExamples m_known;
    QString m_examplesIn; ///< the language of those that are shown
    LeaveOnce m_leave;
    QWidget* m_form = nullptr;
    bool m_tried = false; ///< to keep it: from then on what is empty is told too
    int m_asked = 0;      ///< only the answer to the newest check counts
    QTimer m_typing;
    QFormLayout* m_rows;
    QLineEdit* m_name;
    QComboBox* m_language;
    QComboBox* m_category;
    QLineEdit* m_header;
    QTextEdit* m_body;
    QPushButton* m_insert;
    QMenu* m_fields;
    QLineEdit* m_footer;
    std::vector<QLineEdit*> m_replies;
    QFormLayout* m_exampleRows;
    std::vector<std::pair<QString, QLineEdit*>> m_examples; ///< by field, in the order of the text
    QLabel* m_examplesTitle;
    QLabel* m_preview;
    QLabel* m_findings;
    QLabel* m_trouble;
    QDialogButtonBox* m_buttons;
};

} // namespace delpek::ui
