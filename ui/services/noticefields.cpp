// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/noticefields.h"

#include "desk/desk.h"
#include "ui/escalations/cardlabel.h"
#include "ui/services/servicetextfield.h"
#include "ui/theme/theme.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

NoticeFields::NoticeFields(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(tr("Add an announcement"), this))
{
    m_add->setObjectName(QStringLiteral("addNotice"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2 * space);
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const QDate tomorrow = domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date.addDays(1);
        add({{tomorrow, QTime(0, 0)}, {tomorrow.addDays(1), QTime(0, 0)}, {}});
        Q_EMIT edited();
    });
}

QDateTimeEdit* NoticeFields::timeEdit(QWidget* box, const domain::LocalTime& time, const QString& name)
{
    auto* edit = new QDateTimeEdit(box);
    // A wall clock's time: no zone of this computer shifts it.
    edit->setTimeSpec(Qt::UTC);
    edit->setLayoutDirection(Qt::LeftToRight);
    edit->setDisplayFormat(QStringLiteral("d.M.yyyy HH:mm"));
    edit->setCalendarPopup(true);
    const auto shown = time.isValid() ? time : domain::toLocal(m_context.desk.now(), m_context.desk.zone());
    edit->setDateTime(QDateTime(shown.date, QTime(shown.time.hour(), shown.time.minute()), Qt::UTC));
    edit->setAccessibleName(name);
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &NoticeFields::edited);
    return edit;
}

void NoticeFields::add(const desk::ServiceNotice& notice)
{
    const int number = int(m_rows.size());
    auto* box = new QFrame(this);
    box->setObjectName(QStringLiteral("card"));
    Row row{box, timeEdit(box, notice.from, tr("Said from")), timeEdit(box, notice.until, tr("Said until")),
            new ServiceTextField(m_context.theme, QStringLiteral("/announcements/%1/text").arg(number), box),
            troubleLabel(box)};
    row.from->setObjectName(QStringLiteral("noticeFrom"));
    row.until->setObjectName(QStringLiteral("noticeUntil"));
    row.text->setText(notice.text);
    auto* away = new QPushButton(tr("Remove"), box);
    away->setObjectName(QStringLiteral("removeNotice"));
    auto* times = new QHBoxLayout;
    times->setSpacing(2 * space);
    times->addWidget(new QLabel(tr("from"), box));
    times->addWidget(row.from);
    times->addWidget(new QLabel(tr("until"), box));
    times->addWidget(row.until);
    times->addStretch(1);
    times->addWidget(away);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    column->addLayout(times);
    column->addWidget(row.trouble);
    column->addWidget(row.text);
    m_column->insertWidget(number, box);
    m_rows.push_back(row);
    connect(row.text, &ServiceTextField::edited, this, &NoticeFields::edited);
    connect(away, &QPushButton::clicked, this, [this, box] { remove(box); });
}

void NoticeFields::remove(QWidget* box)
{
    std::erase_if(m_rows, [box](const Row& row) { return row.box == box; });
    box->hide();
    box->deleteLater();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].text->setPlace(QStringLiteral("/announcements/%1/text").arg(i));
    }
    Q_EMIT edited();
}

void NoticeFields::setNotices(const std::vector<desk::ServiceNotice>& notices)
{
    for (const auto& notice : notices) {
        add(notice);
    }
}

std::vector<desk::ServiceNotice> NoticeFields::notices() const
{
    const auto timeOf = [](const QDateTimeEdit& edit) { return domain::LocalTime{edit.date(), edit.time()}; };
    std::vector<desk::ServiceNotice> notices;
    for (const Row& row : m_rows) {
        notices.push_back({timeOf(*row.from), timeOf(*row.until), row.text->text()});
    }
    return notices;
}

bool NoticeFields::showFindings(const std::vector<desk::ServiceFinding>& findings)
{
    bool any = false;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const auto at = [&](const char* member) {
            return QStringLiteral("/announcements/%1/%2").arg(i).arg(QLatin1String(member));
        };
        const bool times = showFindingsAt(*m_rows[i].trouble, at("from"), findings) ||
                           showFindingsAt(*m_rows[i].trouble, at("until"), findings);
        any = m_rows[i].text->showFindings(findings) || times || any;
    }
    return any;
}

} // namespace delpek::ui
