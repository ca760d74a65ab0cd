// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/templates/templatecard.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/escalations/cardlabel.h"
#include "ui/templates/templatestatewords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/templatewords.h"
#include "ui/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

QString fieldsHtml(const desk::TemplateText& text)
{
    QString html;
    for (const auto& [field, example] : text.fields) {
        html += QStringLiteral("<p style=\"margin:2px 0\">%1</p>")
                    .arg(TemplateCard::tr("%1, such as %2")
                             .arg(templatewords::field(field), domain::isolate(example))
                             .toHtmlEscaped());
    }
    return html;
}

} // namespace

TemplateCard::TemplateCard(const Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_heading(new QLabel(this))
    , m_state(new QLabel(this))
    , m_told(new QLabel(this))
    , m_preview(new QLabel(this))
    , m_buttons(new QLabel(this))
    , m_fields(new QLabel(this))
    , m_handIn(new QPushButton(this))
    , m_change(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    setObjectName(QStringLiteral("listCard"));
    m_state->setObjectName(QStringLiteral("templateState"));
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setMinimumHeight(6 * space);
    m_told->setObjectName(QStringLiteral("templateTold"));
    m_preview->setObjectName(QStringLiteral("templatePreview"));
    m_handIn->setObjectName(QStringLiteral("handInTemplate"));
    m_change->setObjectName(QStringLiteral("changeTemplate"));
    m_remove->setObjectName(QStringLiteral("removeTemplate"));
    m_preview->setTextFormat(Qt::RichText);
    m_fields->setTextFormat(Qt::RichText);
    for (QLabel* label : {m_told, m_preview, m_buttons, m_fields}) {
        label->setWordWrap(true);
    }
    for (QLabel* label : {m_told, m_buttons, m_fields}) {
        label->setProperty("kind", QStringLiteral("muted"));
    }
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * space);
    head->addWidget(m_heading);
    head->addStretch(1);
    head->addWidget(m_state);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4 * space, 3 * space, 4 * space, 3 * space);
    column->setSpacing(2 * space);
    column->addLayout(head);
    column->addWidget(m_told);
    column->addWidget(m_preview);
    column->addWidget(m_buttons);
    column->addWidget(m_fields);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(2 * space);
    acts->addWidget(m_handIn);
    acts->addWidget(m_change);
    acts->addWidget(m_remove);
    acts->addStretch(1);
    column->addLayout(acts);
    column->addStretch(1);
    connect(m_handIn, &QPushButton::clicked, this, [this] { Q_EMIT handInWanted(m_name, m_language); });
    connect(m_change, &QPushButton::clicked, this, [this] { Q_EMIT changeWanted(m_name, m_language); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(m_name, m_language); });
}

void TemplateCard::show(const QString& name, const desk::TemplateText& text, const QString& asked, bool mayHandIn,
                        bool mayChange)
{
    namespace words = templatestatewords;
    m_name = name;
    m_language = text.language;
    const auto choice = words::choiceOf(name, text);
    m_heading->setFont(m_context.theme.strong());
    m_heading->setText(words::language(text.language));
    setKind(*m_state, choice.sendable ? QStringLiteral("holderMe")
                      : text.state == QLatin1String("rejected") || text.state == QLatin1String("disabled") ||
                              text.state == QLatin1String("paused")
                          ? QStringLiteral("warn")
                          : QStringLiteral("tag"));
    m_state->setText(templatewords::state(choice));
    // The kind's margins count only when the label is measured next.
    m_state->setMinimumWidth(QFontMetrics(m_context.theme.body()).horizontalAdvance(m_state->text()) + 6 * space);
    QStringList told;
    if (!words::reason(text.reason).isEmpty()) {
        told << words::reason(text.reason);
    }
    if (text.heardAt) {
        told << tr("Heard %1.").arg(domain::isolate(ui::words::stamp(*text.heardAt, m_context.desk.now())));
    }
    if (!text.category.isEmpty() && text.category != asked) {
        told << tr("WhatsApp files it under: %1.").arg(words::category(text.category));
    }
    m_told->setFont(m_context.theme.small());
    m_told->setText(told.join(QLatin1Char('\n')));
    m_told->setVisible(!told.isEmpty());
    m_preview->setText(templatewords::preview(choice, text.fields, m_context.theme.colours().waiting));
    m_preview->setAlignment(text.language.startsWith(QLatin1String("he")) ? Qt::AlignRight | Qt::AlignAbsolute
                                                                          : Qt::AlignLeft | Qt::AlignAbsolute);
    QStringList buttons;
    for (const QString& button : text.buttons) {
        buttons << domain::isolate(button);
    }
    m_buttons->setFont(m_context.theme.small());
    m_buttons->setText(tr("Buttons: %1").arg(buttons.join(tr(", "))));
    m_buttons->setVisible(!buttons.isEmpty());
    m_fields->setFont(m_context.theme.small());
    m_fields->setText(fieldsHtml(text));
    m_handIn->setText(tr("Hand in for approval"));
    m_handIn->setVisible(mayHandIn && text.state.isEmpty());
    m_change->setText(tr("Change…"));
    m_change->setVisible(mayChange && text.mayChange());
    m_remove->setText(tr("Remove…"));
    m_remove->setVisible(mayChange && text.isOwn());
    for (QLabel* label : {m_told, m_buttons, m_fields}) {
        label->setAlignment(leading(*this) | Qt::AlignTop);
    }
    setVisible(true);
}

} // namespace delpek::ui
