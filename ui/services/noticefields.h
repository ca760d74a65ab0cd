// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"
#include "ui/context.h"

#include <QWidget>

class QDateTimeEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace delpek::ui
{

class ServiceTextField;

/// The announcements of a service, each with its text and from when to when it is said, in the clinic's time.
class NoticeFields final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeFields(const Context& context, QWidget* parent = nullptr);

    void setNotices(const std::vector<desk::ServiceNotice>& notices);
    std::vector<desk::ServiceNotice> notices() const;
    bool showFindings(const std::vector<desk::ServiceFinding>& findings);

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget* box;
        QDateTimeEdit* from;
        QDateTimeEdit* until;
        ServiceTextField* text;
        QLabel* trouble;
    };

    void add(const desk::ServiceNotice& notice);
    void remove(QWidget* box);
    QDateTimeEdit* timeEdit(QWidget* box, const domain::LocalTime& time, const QString& name);

    Context m_context;
    std::vector<Row> m_rows;
    QVBoxLayout* m_column;
    QPushButton* m_add;
};

} // namespace delpek::ui
