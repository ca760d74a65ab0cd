// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviews.h"
#include "ui/context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace delpek::ui
{

class ReviewDetail;
class ReviewModel;

/// The turns that were reported as wrong, in the settings: of everybody for who may settle them, else one's own.
class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(const Context& context, QWidget* parent = nullptr);

    /// Writes those that are shown to a file.
    void saveTo(const QString& path);

Q_SIGNALS:
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Which { Open, Settled, All };

    void build();
    void read();
    void onModel();
    void choose();
    void chooseFile();
    void collect(const QString& path, const desk::ReviewRequest& request, QList<QStringList> rows);
    void write(const QString& path, const QList<QStringList>& rows);
    void say(const QString& text, bool isTrouble);
    desk::ReviewRequest request() const;
    void refresh();
    void retranslate();

    Context m_context;
    ReviewModel* m_model;
    domain::ReviewId m_chosen;
    bool m_wasShown = false;
    QLabel* m_title;
    QLabel* m_explanation;
    QComboBox* m_which;
    QCheckBox* m_own;
    QPushButton* m_export;
    QLabel* m_notice;
    QStackedWidget* m_stack;
    QTableView* m_table;
    QLabel* m_state;
    ReviewDetail* m_detail;
};

} // namespace delpek::ui
