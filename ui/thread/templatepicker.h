// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;

namespace delpek::ui
{

/// Chooses one of the approved templates, fills its fields and shows what the patient will read. Sending is the
/// composer's.
class TemplatePicker final : public QWidget
{
    Q_OBJECT

public:
    explicit TemplatePicker(const Context& context, QWidget* parent = nullptr);

    /// Reads the templates anew; what was chosen for another conversation is forgotten.
    void setConversation(const domain::Conversation& conversation);
    /// Reads states and known values again; what a person typed stays.
    void refresh();
    /// The chosen one may be sent and every field has a value.
    bool isReady() const;
    /// What is to be sent; only when ready.
    domain::TemplateUse use() const;
    /// Chooses it with these values: it was taken back.
    void restore(const domain::TemplateUse& use);
    /// Nothing is chosen any more: it was sent.
    void clear();
    void showTrouble(const QString& sentence);
    void focusSearch();

Q_SIGNALS:
    /// What isReady says may have changed.
    void edited();
    void sendWanted();
    void leaveWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void read();
    void fillList();
    void choose(int row);
    void fillFields();
    void showPreview();
    void retranslate();
    const desk::TemplateChoice* chosen() const;
    std::vector<std::pair<QString, QString>> values() const;

    Context m_context;
    domain::Conversation m_conversation;
    std::vector<desk::TemplateChoice> m_choices;
    QString m_language;
    QString m_name; ///< of the chosen one; empty: none
    std::map<QString, QString> m_typed;
    QLineEdit* m_search;
    QButtonGroup* m_languages;
    QListWidget* m_list;
    QLabel* m_empty;
    QScrollArea* m_detail;
    QBoxLayout* m_split;
    QWidget* m_form;
    QGridLayout* m_grid;
    std::vector<std::pair<QString, QLineEdit*>> m_fields;
    QLabel* m_heading;
    QLabel* m_preview;
    QLabel* m_buttons;
    QLabel* m_trouble;
    int m_generation = 0;
};

} // namespace delpek::ui
