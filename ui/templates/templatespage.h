// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/templateroom.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace delpek::ui
{

class TemplateCard;

/// The message templates: each in both languages as a patient would read it, with what the provider says of it. Who
/// manages the clinic asks the provider again, hands one in, and writes the clinic's own.
class TemplatesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TemplatesPage(const Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void read();
    void refresh();
    void handIn(const QString& name, const QString& language);
    void write(const domain::OwnTemplate& one);
    void writeOtherLanguage();
    void change(const QString& name, const QString& language);
    void askToRemove(const QString& name, const QString& language);
    const desk::TemplateEntry* current() const;
    void tell(const Result<Done>& done);
    void fill();
    void showTemplate();
    void retranslate();

    Context m_context;
    desk::TemplateOverview m_overview;
    bool m_mayAsk = false;
    bool m_isAsking = false;
    QLabel* m_title;
    QLabel* m_intro;
    QLabel* m_heard;
    QPushButton* m_refresh;
    QLabel* m_trouble;
    QListWidget* m_list;
    QPushButton* m_new;
    QPushButton* m_other; ///< writes the one that is shown in the other language
    QString m_wanted;     ///< the name to show once it is read
    QLabel* m_name;
    QLabel* m_category;
    std::vector<TemplateCard*> m_cards; ///< one a language
    QWidget* m_body;
};

} // namespace delpek::ui
