// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rulebook.h"
#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextEdit;

namespace delpek::ui
{

class UrgencyLabel;

/// The rules by which urgency is judged: what they make of a message that is typed here, and each with what it fires
/// for and what it must not fire for.
class RulesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPage(const Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void read();
    void tryOut();
    void showTrial(const Result<desk::RuleTrial>& trial);
    void fill();
    void showRule();
    void retranslate();

    Context m_context;
    desk::RulePages m_pages;
    QLabel* m_title;
    QLabel* m_version;
    QLabel* m_tryLabel;
    QTextEdit* m_try;
    UrgencyLabel* m_urgency;
    QLabel* m_fired; ///< the rules, with the words that fired
    QLabel* m_sent;  ///< what a patient would get
    QLineEdit* m_filter;
    QListWidget* m_list;
    QLabel* m_rule;
    QTimer m_typing;
    int m_asked = 0; ///< messages given to the desk: only the answer to the last one counts
};

} // namespace delpek::ui
