// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace delpek::ui
{

/// How long conversations are kept, and erasing what is kept of somebody, for an administrator.
class PrivacyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit PrivacyPage(const Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void readRule();
    void look();
    void say(const QString& text);
    void retranslate();

    Context m_context;
    QString m_model; ///< where the language model answers; empty: none is asked
    bool m_knowsModel = false;
    int m_keepDays = -1; ///< not known yet
    QLabel* m_title;
    QLabel* m_keepHeading;
    QLabel* m_keep;
    QLabel* m_change;
    QLabel* m_leavesHeading;
    QLabel* m_leaves;
    QLabel* m_consentHeading;
    QLabel* m_consent;
    QLabel* m_eraseHeading;
    QLabel* m_phoneLabel;
    QLineEdit* m_phone;
    QPushButton* m_look;
    QLabel* m_trouble;
    QLabel* m_hint;
};

} // namespace delpek::ui
