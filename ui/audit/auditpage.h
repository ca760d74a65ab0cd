// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QDate>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QTableView;

namespace delpek::domain
{
struct AuditFilter;
}

namespace delpek::ui
{

class AuditModel;
class ChainLine;

/// Who saw and did what, for whoever may read it.
class AuditPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AuditPage(const Context& context, QWidget* parent = nullptr);

    /// Only what concerns this conversation; an invalid id: everything again.
    void showOnly(domain::ConversationId id);
    /// Writes the whole log there and says how it went.
    void saveTo(const QString& path);

Q_SIGNALS:
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Days { All, Today, Week, Month, Own };

    void build();
    void read();
    void readActors();
    domain::AuditFilter filter() const;
    QDate today() const;
    domain::ConversationId currentConversation() const;
    void chooseFile();
    void say(const QString& text, bool isTrouble);
    void refresh();
    void retranslate();

    Context m_context;
    AuditModel* m_model;
    ChainLine* m_chain;
    QLabel* m_title;
    QComboBox* m_who;
    QComboBox* m_kind;
    QComboBox* m_days;
    QDateEdit* m_first;
    QDateEdit* m_last;
    QPushButton* m_only;
    QPushButton* m_again;
    QPushButton* m_export;
    QLabel* m_notice;
    QTableView* m_table;
    QLabel* m_state;
    QPushButton* m_open;
    QPushButton* m_allOfIt;
    QLabel* m_entry;
    domain::ConversationId m_conversation;
    bool m_wasShown = false;
};

} // namespace delpek::ui
