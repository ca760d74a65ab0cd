// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/templateroom.h"
#include "ui/context.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace delpek::ui
{

/// One template in one language: what the provider says of it, the text as a patient would read it with the examples
/// put in, and its fields.
class TemplateCard final : public QFrame
{
    Q_OBJECT

public:
    explicit TemplateCard(const Context& context, QWidget* parent = nullptr);

    /// `mayHandIn`: there is somebody to hand it in to, and this person may. `mayChange`: this person writes templates.
    void show(const QString& name, const desk::TemplateText& text, const QString& asked, bool mayHandIn,
              bool mayChange);

Q_SIGNALS:
    void handInWanted(const QString& name, const QString& language);
    void changeWanted(const QString& name, const QString& language);
    void removeWanted(const QString& name, const QString& language);

private:
    Context m_context;
    QString m_name;
    QString m_language;
    QLabel* m_heading;
    QLabel* m_state;
    QLabel* m_told;
    QLabel* m_preview;
    QLabel* m_buttons;
    QLabel* m_fields;
    QPushButton* m_handIn;
    QPushButton* m_change;
    QPushButton* m_remove;
};

} // namespace delpek::ui
