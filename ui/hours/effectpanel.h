// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace delpek::ui
{

/// What a change of hours or of who treats does to booked visits: a sentence, and the visits with ways to see to them.
class EffectPanel final : public QWidget
{
    Q_OBJECT

public:
    enum class Of { Hours, TimeOff, Doctor };
    EffectPanel(const Context& context, Of of, QWidget* parent = nullptr);

    /// Nothing is known yet, or nothing is changed.
    void clear();
    void showEffect(const desk::HoursEffect& effect);
    QString text() const;

Q_SIGNALS:
    void dayWanted(QDate day);
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    const desk::TouchedVisit* current() const;
    QString sentenceOfNone() const;
    QString sentenceOf(int count) const;
    void refresh();
    void retranslate();

    Context m_context;
    Of m_of;
    std::optional<desk::HoursEffect> m_effect;
    QLabel* m_sentence;
    QTreeWidget* m_list;
    QPushButton* m_day;
    QPushButton* m_open;
};

} // namespace delpek::ui
